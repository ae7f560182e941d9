import { expect, it } from 'vitest';
import { TOWN, townAtlas, townPicture } from '#tests/report/sample-town.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { viewTitle } from '#words/view-title.ts';

it('names the filter, so that the views of two kecamatan have two titles', () => {
  const atlas = townAtlas(TOWN);
  const picture = townPicture(atlas);
  const format = createFormat(id);
  const plain = viewTitle(picture, id, format);
  const titles = atlas.territory.districts.areas.map(({ code }) =>
    viewTitle(picture, id, format, { classes: {}, districts: [code] }),
  );
  expect(titles).toEqual([`Kecamatan Alak: ${plain}`, `Kecamatan Oebobo: ${plain}`]);
});

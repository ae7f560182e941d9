import { expect, it } from 'vitest';
import { sheetContent } from '#export/export-sheet.ts';
import { TOWN, townAtlas, townPicture } from '#tests/report/sample-town.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { placedSentence, viewTitle } from '#words/view-title.ts';

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

it('says on a slide and on paper of which kecamatan it is', () => {
  const atlas = townAtlas(TOWN);
  const format = createFormat(id);
  const [alak] = atlas.territory.districts.areas;
  const whole = townPicture(atlas);
  const one = townPicture(atlas, { filters: { classes: {}, districts: alak ? [alak.code] : [] } });
  const { title } = placedSentence(whole, id, format);
  expect(title).not.toContain('Kecamatan');
  expect(placedSentence(one, id, format).title).toBe(`${title}, di Kecamatan Alak`);
  // Once: a title that names it leaves it out of the line below.
  expect(sheetContent(one, id, format).parts).not.toContain('Alak');
  expect([whole, one].map((picture) => sheetContent(picture, id, format).title)).toEqual([
    title,
    `${title}, di Kecamatan Alak`,
  ]);
});

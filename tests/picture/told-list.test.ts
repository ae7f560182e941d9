import { describe, expect, it } from 'vitest';
import { SINGLE } from '#core/view.ts';
import { createAreaLabels } from '#picture/area-labels.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { toldList } from '#picture/told-list.ts';
import { TOWN, townAtlas, townPicture } from '#tests/report/sample-town.ts';

const VILLAGES = Array.from({ length: 14 }, (_, k) => ({
  name: `Kelurahan ${k}`,
  district: (k % 2) as 0 | 1,
  target: 200,
  measured: 100,
  affected: 2 * k,
  unknown: 0,
}));
const MANY = townAtlas(VILLAGES, 'example');

/** An index of so many areas. */
function indexOf(top: number) {
  const priority = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
  if (!priority) throw new Error('no index');
  return { ...priority, top };
}

describe('the areas told', () => {
  it('are the list of an index, whole, whatever its length', () => {
    for (const top of [1, 8, 12]) {
      const picture = townPicture(MANY, { question: indexOf(top) });
      const { areas, places, of } = toldList(picture);
      expect([areas.length, places.length, of]).toEqual([top, top, 14]);
      expect(areas[0]).toBe(13);
    }
  });

  it('are the first ten of one indicator', () => {
    const { areas, of } = toldList(townPicture(MANY));
    expect([areas.length, of]).toEqual([10, 14]);
    expect(areas.slice(0, 3)).toEqual([13, 12, 11]);
  });

  it('bear on the map the numbers that they have in the list', () => {
    for (const question of [SINGLE, indexOf(8)]) {
      const picture = townPicture(MANY, { question });
      const { areas, places } = toldList(picture);
      const labels = createAreaLabels()(picture);
      expect(areas.map((index) => labels[index]?.number)).toEqual(places);
      expect(labels.filter(({ number }) => number != null)).toHaveLength(areas.length);
    }
  });

  it('leave out whoever has no rank, and stand back outside the filter', () => {
    const atlas = townAtlas(TOWN);
    const [first] = atlas.territory.districts.areas;
    const picture = townPicture(atlas, {
      filters: { classes: {}, districts: first ? [first.code] : [] },
    });
    const labels = createAreaLabels()(picture);
    expect(labels.map(({ muted }) => muted)).toEqual([false, false, true, false, true]);
    expect(labels[2]?.number).toBeNull();
    expect(labels[4]?.number).toBeNull();
  });
});

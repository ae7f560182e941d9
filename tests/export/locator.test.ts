import { expect, it } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { locatorOf } from '#export/locator.ts';
import { squares } from '#tests/map/squares.ts';

const { boundaries } = squares(3, 3);
const at = (index: number) => index as AreaIndex;
const rings = (path: string) => path.split('Z').filter((ring) => ring !== '');

it('draws the area, its neighbors and the city in one view box', () => {
  const city = { ...boundaries, features: boundaries.features.slice(0, 2) };
  const locator = locatorOf(boundaries, city, at(4), [at(1), at(3)]);
  if (!locator) throw new Error('nothing drawn');
  expect(rings(locator.area)).toHaveLength(1);
  expect(rings(locator.neighbors)).toHaveLength(2);
  expect(rings(locator.city)).toHaveLength(2);
  // The middle one of nine: around the middle of the view box.
  const [x = 0, y = 0] = (locator.area.match(/[\d.]+/g) ?? []).map(Number);
  expect(x / locator.width).toBeCloseTo(1 / 3, 1);
  expect([1 / 3, 2 / 3].some((share) => Math.abs(y / locator.height - share) < 0.05)).toBe(true);
});

it('draws nothing where there are no boundaries', () => {
  const none: BoundaryCollection = { type: 'FeatureCollection', features: [] };
  expect(locatorOf(none, none, at(0), [])).toBeNull();
});

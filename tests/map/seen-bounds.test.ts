import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LonLat } from '#core/area.ts';
import type { Bounds } from '#map/extent.ts';
import { seenBounds } from '#map/seen-bounds.ts';

const AREAS: Bounds = [123.5, -10.3, 123.7, -10.1];
const FRAME = { width: 700, height: 500 };
const mercator = (latitude: number) =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/** A map that puts the middle of the view on the middle of the frame. */
const mapAt =
  ([longitude, latitude]: LonLat, pxPerDegree: number) =>
  ([x, y]: LonLat) => ({
    x: FRAME.width / 2 + (x - longitude) * pxPerDegree,
    y: FRAME.height / 2 - (mercator(y) - mercator(latitude)) * pxPerDegree,
  });

it('is nothing to follow where all areas are seen', () => {
  expect(seenBounds(mapAt([123.6, -10.2], 2000), FRAME, AREAS)).toBeNull();
});

it('is what lies at the corners of the frame', () => {
  const longitude = fc.double({ min: 123.4, max: 123.8, noNaN: true });
  const latitude = fc.double({ min: -10.4, max: -10, noNaN: true });
  fc.assert(
    fc.property(longitude, latitude, fc.double({ min: 4000, max: 90_000, noNaN: true }), (x, y, scale) => {
      const project = mapAt([x, y], scale);
      const seen = seenBounds(project, FRAME, AREAS);
      if (seen === null) return;
      const [west, south, east, north] = seen;
      const topLeft = project([west, north]);
      const bottomRight = project([east, south]);
      expect(topLeft.x).toBeCloseTo(0, 5);
      expect(topLeft.y).toBeCloseTo(0, 5);
      expect(bottomRight.x).toBeCloseTo(FRAME.width, 5);
      expect(bottomRight.y).toBeCloseTo(FRAME.height, 5);
    }),
  );
});

import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  packCollection,
  packedBuffers,
  packGeometries,
  unpackCollection,
  unpackGeometries,
} from '#core/packed-boundaries.ts';

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const rings = fc.array(fc.array(position, { minLength: 4, maxLength: 8 }), { minLength: 1, maxLength: 3 });
const areal: fc.Arbitrary<Polygon | MultiPolygon> = fc.oneof(
  rings.map((coordinates): Polygon => ({ type: 'Polygon', coordinates })),
  fc
    .array(rings, { minLength: 1, maxLength: 3 })
    .map((coordinates): MultiPolygon => ({ type: 'MultiPolygon', coordinates })),
);

describe('packed geometries', () => {
  it('unpack to what they were, through a thread as well', () => {
    fc.assert(
      fc.property(fc.array(areal, { maxLength: 6 }), (geometries) => {
        const packed = packGeometries(geometries);
        const sent = structuredClone(packed, { transfer: packedBuffers(packed) });
        expect(unpackGeometries(sent)).toEqual(geometries);
      }),
    );
  });

  it('keep what else a feature has', () => {
    const polygon = (x: number): Polygon => ({
      type: 'Polygon',
      coordinates: [
        [
          [x, 0],
          [x + 1, 0],
          [x, 1],
          [x, 0],
        ],
      ],
    });
    const collection = {
      type: 'FeatureCollection' as const,
      features: [0, 1].map((id) => ({
        type: 'Feature' as const,
        id,
        properties: { code: `${id}` },
        geometry: polygon(id),
      })),
    };
    expect(unpackCollection(packCollection(collection))).toEqual(collection);
  });
});

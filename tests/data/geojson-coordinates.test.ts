import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackGeometries } from '#core/packed-boundaries.ts';
import { leanGeojson } from '#data/geojson-coordinates.ts';
import { parseAreas, readAreas } from '#data/package-geojson.ts';
import { LONG_FORM } from '#tests/long-form.ts';

const RUNS = LONG_FORM ? 10_000 : 60;

const bytesOf = (text: string) => new TextEncoder().encode(text);

const degrees = (most: number) =>
  fc.oneof(
    fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((whole) => whole / 1e6),
    fc.double({ min: -most, max: most, noNaN: true }).filter((value) => !/e/.test(String(value))),
  );
const position = fc.tuple(degrees(180), degrees(90));
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((some) => [...some, some[0]!]);
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
const geometry = fc.oneof(
  polygon.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  fc
    .array(polygon, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
);
/** Texts that could be taken for the beginning or the end of coordinates. */
const word = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('coordinates', '"coordinates":[[[', '\\', '\\"', ']', '{"coordinates":[1,2]}', 'Kē'),
);
const collection = fc
  .array(fc.record({ geometry, word }), { minLength: 1, maxLength: 5 })
  .map((features) => ({
    type: 'FeatureCollection' as const,
    features: features.map((one, k) => ({
      type: 'Feature' as const,
      properties: {
        code: `99.01.01.100${k}`,
        name: `${one.word}.`,
        districtCode: '99.01.01',
        districtName: 'Kecamatan',
        [one.word]: one.word,
      },
      geometry: one.geometry,
    })),
  }));

describe('coordinates taken out of GeoJSON', () => {
  it('are what JSON.parse gives, and leave the rest as it was', () => {
    fc.assert(
      fc.property(collection, fc.constantFrom(0, 2), (written, indent) => {
        const text = JSON.stringify(written, null, indent);
        const parsed = JSON.parse(text) as typeof written;
        const lean = leanGeojson(bytesOf(text));
        expect(lean && unpackGeometries(lean.packed)).toEqual(parsed.features.map((one) => one.geometry));
        const rest = JSON.parse(new TextDecoder().decode(lean?.rest));
        const without = parsed.features.map((one, k) => ({
          ...one,
          geometry: { ...one.geometry, coordinates: [k] },
        }));
        expect(rest).toEqual({ ...parsed, features: without });
      }),
      { numRuns: RUNS },
    );
  });

  it('give the areas of a package that the whole reader gives', () => {
    fc.assert(
      fc.property(collection, (written) => {
        const text = JSON.stringify(written);
        expect(readAreas(bytesOf(text), Number.POSITIVE_INFINITY)).toEqual(parseAreas(text));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a point', '[1,2]'],
    ['a number of the kind of an identity', '[[[5371010101900001,2],[1,2],[1,3],[5371010101900001,2]]]'],
    ['a latitude beyond the pole', '[[[1,91],[1,2],[1,3],[1,91]]]'],
    ['an open ring', '[[[0,0],[0,1],[1,1],[1,0]]]'],
    ['three positions', '[[[0,0],[0,1],[0,0]]]'],
    ['a ring of nothing', '[[]]'],
    ['a position of one number', '[[[0],[1],[2],[0]]]'],
    ['an exponent', '[[[1e1,0],[0,1],[1,1],[1e1,0]]]'],
    ['a leading zero', '[[[01,0],[0,1],[1,1],[01,0]]]'],
    ['a number without decimals after its point', '[[[1.,0],[0,1],[1,1],[1.,0]]]'],
    ['a text', '[[["1",0],[0,1],[1,1],["1",0]]]'],
    ['an end in the middle', '[[[0,0],[0,1],[1,'],
  ])('are left to the whole reader: %s', (_what, coordinates) => {
    expect(leanGeojson(bytesOf(`{"geometry":{"type":"Polygon","coordinates":${coordinates}}}`))).toBeNull();
  });

  it('are drawn with fewer vertices, as the whole reader draws them', () => {
    const many = Array.from({ length: 400 }, (_, k) => {
      const turn = (2 * Math.PI * k) / 400;
      return [120 + Math.cos(turn), -5 + Math.sin(turn) + 0.01 * (k % 2)];
    });
    const feature = {
      type: 'Feature',
      properties: { code: '1', name: 'a', districtCode: '2', districtName: 'b' },
      geometry: { type: 'Polygon', coordinates: [[...many, many[0]!]] },
    };
    const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    const [lean, whole] = [
      readAreas(bytesOf(text), 100),
      readAreas(bytesOf(text.replace('"coordinates":[[[121', '"coordinates":[[[1.21e2')), 100),
    ];
    expect(lean.ok && lean.value.features[0]!.geometry.coordinates[0]!.length).toBeLessThan(120);
    expect(lean).toEqual(whole);
  });
});

import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { dissolve } from '#data/outline-tracing.ts';
import { territoryOf } from '#data/package-territory.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { SAMPLE_AREAS, SAMPLE_MANIFEST } from './sample-package.ts';

/** A rectangle near Kupang, in thousandths of a degree (about 0.11 km). */
function box(west: number, south: number, east: number, north: number): Feature<Polygon> {
  const at = (x: number, y: number) => [123.5 + x / 1000, -10.2 + y / 1000];
  const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** Four boxes around a gap of the given side. */
const around = (gap: number) => [
  box(0, 0, 40, 20),
  box(0, 20 + gap, 40, 40 + gap),
  box(0, 20, 10, 20 + gap),
  box(10 + gap, 20, 40, 20 + gap),
];

describe('a dissolved outline', () => {
  it('loses inner borders and the slivers between neighbors', () => {
    const outline = dissolve(around(1));
    expect(outline.type).toBe('Polygon');
    expect(outline.coordinates).toHaveLength(1);
  });

  it('keeps a real hole', () => {
    expect(dissolve(around(10)).coordinates).toHaveLength(2);
  });

  it('keeps islands, but not specks of drawing', () => {
    expect(dissolve([box(0, 0, 10, 10), box(20, 20, 30, 30)]).coordinates).toHaveLength(2);
    expect(dissolve([box(0, 0, 10, 10), box(20, 20, 20.5, 20.5)]).type).toBe('Polygon');
  });

  it('is the only member as it stands', () => {
    const only = box(0, 0, 1, 1);
    expect(dissolve([only])).toEqual(only.geometry);
  });
});

describe('a territory', () => {
  it('takes district outlines as given, and leaves out districts without a village', () => {
    const given = (code: string) => ({ ...box(0, 0, 1, 1), properties: { code, name: `Kecamatan ${code}` } });
    const districts: FeatureCollection<Polygon, { code: string; name: string }> = {
      type: 'FeatureCollection',
      features: [given('53.01.02'), given('53.01.03')],
    };
    const placed = territoryOf({ manifest: SAMPLE_MANIFEST, areas: SAMPLE_AREAS, districts });
    if (!placed.ok) throw new Error('refused');
    expect(placed.value.territory.districts.areas.map(({ name }) => name)).toEqual([
      'A',
      'Kecamatan 53.01.02',
    ]);
    expect(placed.value.boundaries.districts.features[1]?.geometry).toEqual(districts.features[0]?.geometry);
  });

  it('is refused where a code comes twice', () => {
    const areas = { ...SAMPLE_AREAS, features: [...SAMPLE_AREAS.features, SAMPLE_AREAS.features[0]!] };
    expect(territoryOf({ manifest: SAMPLE_MANIFEST, areas, districts: null }).problems).toMatchObject([
      { code: 'geojson/duplicate-code', at: { area: '53.01.01.1001' } },
    ]);
  });

  it.each(['kupang-cahyadsn.geojson', 'kupang-hdx-bps2020-kode-simplified.geojson'])(
    'of real lines, dirty or clean, has six whole districts (%s)',
    (name) => {
      const path = sharedPath(`boundaries/${name}`);
      if (path === null) return;
      const real = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<
        Polygon,
        Record<string, string>
      >;
      const features = real.features.map(({ geometry, properties: { kode, nama, kode_kec, kecamatan } }) => ({
        type: 'Feature' as const,
        geometry,
        properties: { code: kode!, name: nama!, districtCode: kode_kec!, districtName: kecamatan! },
      }));
      const areas = { type: 'FeatureCollection' as const, features };
      const placed = territoryOf({ manifest: SAMPLE_MANIFEST, areas, districts: null });
      if (!placed.ok) throw new Error('refused');
      const { territory, boundaries } = placed.value;
      expect([territory.villages.areas.length, territory.districts.areas.length]).toEqual([51, 6]);
      const holes = boundaries.districts.features.map(({ geometry }) => [
        geometry.type,
        geometry.coordinates.length,
      ]);
      expect(holes).toEqual(Array.from({ length: 6 }, () => ['Polygon', 1]));
      const surface = territory.districts.areas.reduce((sum, { surfaceKm2 }) => sum + surfaceKm2, 0);
      expect(Math.abs(surface - 158.885) / 158.885).toBeLessThan(0.03);
    },
  );
});

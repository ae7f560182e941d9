import { strToU8 } from 'fflate';
import { CLASSES, type DimensionId } from '#core/dimension.ts';
import { zipPackage } from '#data/package-files.ts';
import { BENCH_PERIOD, benchEntries } from './bench-dataset.ts';

/** Of six dimensions crossed the three that an index begins with. */
const ASKED: readonly DimensionId[] = ['stunting', 'wasting', 'poverty'];
const AREAS_A_ROW = 40;
const AREAS_A_DISTRICT = 20;
/** Degrees. */
const SIDE = 0.01;
const SOURCE = { publisher: 'bench', title: 'bench', url: '', license: 'CC0-1.0', retrieved: '' };

function codeOf(i: number): string {
  const district = Math.floor(i / AREAS_A_DISTRICT) + 1;
  return `99.01.${String(district).padStart(2, '0')}.${1001 + (i % AREAS_A_DISTRICT)}`;
}

/** Squares side by side, up to 1,980 of them. */
function areasGeojson(areas: number): string {
  const features = Array.from({ length: areas }, (_, i) => {
    const [west, south] = [123 + SIDE * (i % AREAS_A_ROW), -10 + SIDE * Math.floor(i / AREAS_A_ROW)];
    const [east, north] = [west + SIDE, south + SIDE];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const districtCode = codeOf(i).slice(0, 8);
    const properties = {
      code: codeOf(i),
      name: `Desa ${i}`,
      districtCode,
      districtName: `Kec ${districtCode}`,
    };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** The city of benchDataset in one period, summed over what no criterion asks. */
function cellsCsv(areas: number): string {
  const { area, combination, count } = benchEntries(areas);
  const sums = new Map<string, number>();
  for (let k = 0; k < count.length; k++) {
    let rest = combination[k]!;
    const classes = new Map<DimensionId, string>();
    for (const [dimension, codes] of (
      Object.entries(CLASSES) as [DimensionId, readonly string[]][]
    ).reverse()) {
      classes.set(dimension, codes[rest % codes.length]!);
      rest = Math.floor(rest / codes.length);
    }
    const key = [codeOf(area[k]!), BENCH_PERIOD, ...ASKED.map((dimension) => classes.get(dimension))].join();
    sums.set(key, (sums.get(key) ?? 0) + count[k]!);
  }
  const rows = Array.from(sums, ([key, children]) => `cells,${key},${children}`);
  return [`table,area,period,${ASKED.join()},count`, ...rows].join('\n');
}

/** A package as an office would open it, with the city that the benchmarks draw from a seed. */
export function benchPackage(areas: number): Uint8Array {
  const manifest = {
    schema: 'peta-sasaran/2',
    id: `bench-${areas}`,
    title: 'bench',
    territory: `Bench ${areas}`,
    tier: 'example',
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: 1,
    boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
    sources: [SOURCE],
    periods: [{ id: BENCH_PERIOD, complete: true }],
    tables: [{ id: 'cells', level: 'village', dimensions: ASKED }],
    definitions: {},
  };
  const coverage = Array.from({ length: areas }, (_, i) => `${codeOf(i)},${BENCH_PERIOD},280,250,reported`);
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'areas.geojson': areasGeojson(areas),
    'cells.csv': cellsCsv(areas),
    'coverage.csv': ['area,period,target,measured,status', ...coverage].join('\n'),
  };
  return zipPackage(Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })));
}

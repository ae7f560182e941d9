import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { boundaryFileOf } from '#data/boundary-file.ts';
import { type FileContent, type ReadFile, readOfficeFile, readOfficeFolder } from '#data/office-file.ts';
import { geopackage, shape, wkbPolygon } from '#tests/data/geopackage-bytes.ts';
import { dbf, type Field, shp } from '#tests/data/shapefile-bytes.ts';
import { LONG_FORM } from '#tests/long-form.ts';

const RUNS = LONG_FORM ? 2_000 : 25;
const SLOWEST_MS = 5_000;

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/geojson/${name}`, import.meta.url)));

const FIELDS: readonly Field[] = [
  ['KDEPUM', 13],
  ['WADMKD', 20],
  ['WADMKC', 20],
];
const ROWS = [
  ['53.71.01.1001', 'Namosain', 'Alak'],
  ['53.71.01.1002', 'Nunbaun Sabu', 'Alak'],
  ['53.71.01.1003', 'Nunbaun Delha', 'Alak'],
];
/** Clockwise, as the format asks of outer rings. */
const square = (x: number): number[][] => [
  [x, -10.2],
  [x, -10.19],
  [x + 0.01, -10.19],
  [x + 0.01, -10.2],
  [x, -10.2],
];
const SHAPES = [[square(123.55)], [square(123.57)], [square(123.59)]];
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const SHAPEFILE: Readonly<Record<string, Uint8Array>> = {
  'batas.shp': shp(SHAPES),
  'batas.dbf': dbf(FIELDS, ROWS),
  'batas.prj': new TextEncoder().encode(WGS84),
};

const PACKAGE = await geopackage([
  {
    table: 'desa',
    fields: FIELDS.map(([name]) => name),
    rows: ROWS.map((row, k) => [shape(wkbPolygon(SHAPES[k] ?? [])), ...row]),
  },
]);

interface Format {
  readonly name: string;
  readonly files: readonly FileContent[];
  /** Whether a checksum stands over every byte that is read. */
  readonly vouched: boolean;
}

const single = (name: string, bytes: Uint8Array, vouched = false): Format => ({
  name,
  files: [{ name, bytes }],
  vouched,
});
const FORMATS: readonly Format[] = [
  single('batas.geojson', fixture('big-layer.geojson')),
  single('batas.topojson', fixture('one-layer.topojson')),
  single('batas.kml', fixture('balloon.kml')),
  single('batas.kmz', zipSync({ 'doc.kml': fixture('balloon.kml') }), true),
  single('batas-geojson.zip', zipSync({ 'batas.geojson': fixture('big-layer.geojson') }, { level: 0 }), true),
  single('batas.gpkg', PACKAGE),
  single('batas-shp.zip', zipSync(SHAPEFILE), true),
  {
    name: 'batas.shp',
    files: Object.entries(SHAPEFILE).map(([name, bytes]) => ({ name, bytes })),
    vouched: false,
  },
];

function read({ name, files }: Pick<Format, 'name' | 'files'>): Promise<ReadFile> {
  const [only, second] = files;
  return only && second === undefined ? readOfficeFile(only) : readOfficeFolder(name, files);
}

/** What would be drawn, and what is said of it. */
function told(file: ReadFile): { readonly drawn: string; readonly said: string } {
  const drawn = file.kind === 'boundaries' ? JSON.stringify(file.reading) : file.kind;
  const questions = boundaryFileOf(file)?.questions.map(({ id }) => id) ?? [];
  return { drawn, said: JSON.stringify([file.problems, questions]) };
}

/** One to three changes of a file: a byte overwritten, some taken out, some doubled, or the end cut off. */
function mutated(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out = bytes.slice();
  for (let changes = 1 + next(3); changes > 0 && out.length > 1; changes--) {
    const at = next(out.length);
    const length = 1 + next(8);
    const way = next(4);
    if (way === 0) out[at] = next(256);
    else if (way === 1) out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(at + length)]);
    else if (way === 2) out = Uint8Array.from([...out.subarray(0, at + length), ...out.subarray(at)]);
    else out = out.slice(0, Math.max(1, at));
  }
  return out;
}

function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('damaged files of boundaries', () => {
  it.each(FORMATS)(
    '$name: read or refused, never thrown, and what a checksum vouches for never changed in silence',
    async (format) => {
      const sound = told(await read(format));
      expect(sound.drawn).not.toBe('refused');
      const next = sequence(RUNS);
      for (let run = 0; run < RUNS; run++) {
        const victim = next(format.files.length);
        const files = format.files.map((file, k) =>
          k === victim ? { ...file, bytes: mutated(file.bytes, next) } : file,
        );
        const start = performance.now();
        const { drawn, said } = told(await read({ ...format, files }));
        const what = `${format.name}, run ${run}`;
        expect(performance.now() - start, what).toBeLessThan(SLOWEST_MS);
        if (drawn === 'refused') expect(said, what).not.toBe('[[],[]]');
        if (format.vouched && drawn !== sound.drawn) expect(said, what).not.toBe(sound.said);
      }
    },
    60_000 + RUNS * 200,
  );

  it('a corner moved out of the box beside it, in every shape and direction, is said', async () => {
    for (const [k, rings] of SHAPES.entries()) {
      for (const [axis, far] of [
        [0, 0.02],
        [0, -0.02],
        [1, 0.02],
        [1, -0.02],
      ] as const) {
        const bytes = SHAPEFILE['batas.shp']!.slice();
        const [ring = []] = rings;
        // Header, records before, and of its own: number and length, type, box, counts, first part, one corner.
        const at = 100 + k * 136 + 8 + 4 + 32 + 8 + 4 + 16 + axis * 8;
        const view = new DataView(bytes.buffer);
        expect(view.getFloat64(at, true)).toBe(ring[1]?.[axis]);
        view.setFloat64(at, (ring[1]?.[axis] ?? 0) + far, true);
        const parts = { ...SHAPEFILE, 'batas.shp': bytes };
        const files = Object.entries(parts).map(([name, own]) => ({ name, bytes: own }));
        const file = await readOfficeFolder('batas.shp', files);
        expect(file.problems.map(({ code }) => code)).toContain('shapefile/box-differs');
      }
    }
  });
});

import { createReadStream, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Manifest } from '#core/dataset.ts';
import { zipPackage } from '#data/package-files.ts';
import { randomStream } from './demo/random.ts';

const PERIODS = ['2026-08', '2026-09', '2026-10'];
const CLASSES = ['severe', 'moderate', 'none', 'unknown'] as const;
const SEED = 83_402;
const TABLE = 'stunting';

interface Village {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly geometry: unknown;
}

interface ScaleOptions {
  /** Boundaries, one GeoJSON feature a line, gzipped. */
  readonly source: string;
  readonly out: string;
  /** First digits of the codes to keep, for instance 33 for one province; '' keeps all. */
  readonly prefix: string;
}

async function* villagesOf({ source, prefix }: ScaleOptions): AsyncGenerator<Village> {
  const lines = createInterface({ input: createReadStream(source).pipe(createGunzip()) });
  for await (const line of lines) {
    if (!line.includes(`"kode":"${prefix}`)) continue;
    const { properties, geometry } = JSON.parse(line) as {
      properties: { kode: string; nama: string | null; kecamatan: string | null };
      geometry: unknown;
    };
    const { kode, nama, kecamatan } = properties;
    const districtCode = kode.slice(0, 8);
    const [name, districtName] = [nama || kode, kecamatan || districtCode];
    yield { code: kode, name, districtCode, districtName, geometry };
  }
}

function manifestOf(areas: number): Manifest {
  const invented = 'Nilai buatan program untuk menguji ukuran besar, bukan angka resmi';
  const source = { url: '', license: '', retrieved: '' };
  return {
    schema: 'peta-sasaran/2',
    id: `uji-${areas}`,
    title: `Uji ukuran besar, ${areas} desa (nilai buatan)`,
    territory: `Uji ${areas} desa`,
    tier: 'example',
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: 1,
    boundaries: {
      kind: 'unofficial',
      asOf: '',
      source: { ...source, publisher: 'cahyadsn/wilayah_boundaries', title: 'Batas desa, tidak resmi' },
    },
    sources: [{ ...source, publisher: 'Peta Sasaran', title: invented }],
    periods: PERIODS.map((id) => ({ id, complete: true }) as Manifest['periods'][number]),
    tables: [{ id: TABLE, level: 'village', dimensions: ['stunting'] }],
    definitions: {},
  };
}

/** Children of one village and month by class of stunting: invented, the same on every run. */
function inventedCounts(random: ReturnType<typeof randomStream>): readonly number[] {
  const children = 20 + Math.floor(180 * random.uniform() ** 2);
  const rate = Math.min(0.6, Math.max(0.02, 0.19 + 0.09 * random.normal()));
  const stunted = Math.round(children * rate);
  const severe = Math.round(stunted * 0.25);
  const unknown = Math.round(children * 0.02);
  return [severe, stunted - severe, Math.max(0, children - stunted - unknown), unknown];
}

interface Columns {
  readonly area: string[];
  readonly period: string[];
  readonly stunting: string[];
  readonly count: number[];
}

function cellsParquet({ area, period, stunting, count }: Columns): Uint8Array {
  const text = (name: string, data: string[]) => ({ name, data, type: 'STRING' as const, nullable: false });
  const table = new Array<string>(count.length).fill(TABLE);
  const buffer = parquetWriteBuffer({
    columnData: [
      text('table', table),
      text('area', area),
      text('period', period),
      text('stunting', stunting),
      { name: 'count', data: Int32Array.from(count), type: 'INT32' },
    ],
    statistics: false,
    createdBy: 'peta-sasaran',
  });
  return new Uint8Array(buffer);
}

/** Writes a package of real outlines and invented values; returns how many areas it has. */
async function writeScalePackage(options: ScaleOptions): Promise<number> {
  mkdirSync(options.out, { recursive: true });
  const cells: Columns = { area: [], period: [], stunting: [], count: [] };
  const coverage = ['area,period,target,measured,status'];
  const sink = createWriteStream(join(options.out, 'areas.geojson'));
  const writer = Writable.toWeb(sink).getWriter();
  await writer.write('{"type":"FeatureCollection","features":[');
  let areas = 0;
  for await (const { geometry, ...properties } of villagesOf(options)) {
    const feature = JSON.stringify({ type: 'Feature', properties, geometry });
    await writer.write(`${areas === 0 ? '' : ','}\n${feature}`);
    areas += 1;
    const random = randomStream(SEED, properties.code);
    for (const period of PERIODS) {
      const counts = random.chance(0.03) ? null : inventedCounts(random);
      const measured = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
      const target = Math.round(measured / 0.85);
      const said = counts === null ? ',,not-reported' : `${target},${measured},reported`;
      coverage.push(`${properties.code},${period},${said}`);
      CLASSES.forEach((stunting, k) => {
        const count = counts?.[k] ?? 0;
        if (count === 0) return;
        cells.area.push(properties.code);
        cells.period.push(period);
        cells.stunting.push(stunting);
        cells.count.push(count);
      });
    }
  }
  await writer.write(']}\n');
  await writer.close();
  writeFileSync(join(options.out, 'cells.parquet'), cellsParquet(cells));
  writeFileSync(join(options.out, 'coverage.csv'), `${coverage.join('\n')}\n`);
  writeFileSync(join(options.out, 'manifest.json'), `${JSON.stringify(manifestOf(areas), null, 2)}\n`);
  return areas;
}

const { values } = parseArgs({
  options: {
    source: { type: 'string' },
    out: { type: 'string' },
    prefix: { type: 'string', default: '' },
    zip: { type: 'boolean', default: false },
  },
});
if (values.source === undefined || values.out === undefined) {
  console.error('scale-data --source boundaries.geojsonl.gz --out folder [--prefix 33] [--zip]');
  process.exitCode = 2;
} else {
  const out = resolve(values.out);
  const areas = await writeScalePackage({ source: values.source, out, prefix: values.prefix });
  console.log(`${out}: ${areas} villages with invented values`);
  if (values.zip) {
    const names = ['manifest.json', 'areas.geojson', 'cells.parquet', 'coverage.csv'];
    const files = names.map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(out, path))) }));
    writeFileSync(`${out}.zip`, zipPackage(files));
  }
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDistricts, getVillages } from 'idn-area-data';
import { sampleCorrelation } from 'simple-statistics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReportStatus } from '#core/cells.ts';
import { monthsOf, type Period } from '#core/period.ts';
import { SAMPLE_FILES, SAMPLE_IDS, type SampleId } from '#core/sample-file.ts';
import type { CellRows } from '#data/dataset-package.ts';
import { decodeFirstView, firstViewTerritory } from '#data/first-view.ts';
import { parseManifest } from '#data/manifest.ts';
import { readOfficeFile } from '#data/office-file.ts';
import { parseCoverageCsv } from '#data/package-csv.ts';
import { parseAreas, parseDistricts } from '#data/package-geojson.ts';
import { territoryOf } from '#data/package-territory.ts';
import { parseCellsParquet } from '#data/parquet-cells.ts';
import { type Reading, readTogether } from '#data/reading.ts';
import { NO_CHOICES } from '#data/reading-choices.ts';
import { MONTHS } from '#scripts/demo/calendar.ts';
import type { Child } from '#scripts/demo/children.ts';
import { COMBINATIONS, countedPeriods } from '#scripts/demo/counts.ts';
import { demoFiles, inventedDemo } from '#scripts/demo/demo-package.ts';
import { type Kelurahan, readKelurahan } from '#scripts/demo/kelurahan.ts';
import { NOT_MEASURED } from '#scripts/demo/measurements.ts';
import { sampleFiles } from '#scripts/demo/sample-files.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SEED = 5371;
const FILES = [
  'areas.geojson',
  'budget.csv',
  'cells.parquet',
  'coverage.csv',
  'districts.geojson',
  'entry-counts.csv',
  'entry-stages.csv',
  'first-view.json',
  'manifest.json',
  'services.csv',
  'source-series.csv',
  'targets.csv',
];

let kelurahan: readonly Kelurahan[];
let files: ReadonlyMap<string, string | Uint8Array>;
let samples: ReadonlyMap<string, string | Uint8Array>;
let cells: CellRows;
const scratch = mkdtempSync(join(tmpdir(), 'demo-'));

const text = (name: string): string => files.get(name) as string;

beforeAll(async () => {
  kelurahan = readKelurahan(join(ROOT, 'data/demo/kelurahan.csv'));
  const demo = inventedDemo(SEED, kelurahan);
  files = demoFiles(demo);
  samples = sampleFiles(demo);
  const read = await parseCellsParquet(files.get('cells.parquet') as Uint8Array);
  if (!read.ok) throw new Error('cells.parquet is unreadable');
  cells = read.value;
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Children of the cells that a test keeps, by a key of its own. */
function countBy(keyOf: (row: number) => string | null): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [row, count] of cells.count.entries()) {
    const key = keyOf(row);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + count!);
  }
  return sums;
}

/** Share of the children of known class who are in one of the classes, by key. */
function rates(
  dimension: string,
  affected: readonly string[],
  keyOf: (row: number) => string | null,
): (key: string) => number {
  const classes = cells.classes[dimension]!;
  const known = countBy((row) => (classes[row] === 'unknown' ? null : keyOf(row)));
  const cases = countBy((row) => (affected.includes(classes[row]!) ? keyOf(row) : null));
  return (key) => (cases.get(key) ?? 0) / known.get(key)!;
}

const EITHER = ['severe', 'moderate'];
const byPeriod = (row: number): string => cells.period[row]!;

test('the command writes the same bytes in another process', () => {
  execFileSync(process.execPath, [
    join(ROOT, 'node_modules/tsx/dist/cli.mjs'),
    join(ROOT, 'scripts/demo-data.ts'),
    '--out',
    scratch,
  ]);
  expect([...files.keys()].sort()).toEqual(FILES);
  const beside = [...samples].map(([name, content]) => [join('contoh', name), content] as const);
  for (const [name, content] of [...files, ...beside]) {
    expect(readFileSync(join(scratch, name)).equals(Buffer.from(content)), name).toBe(true);
  }
}, 120_000);

test('codes and names are those of idn-area-data', async () => {
  const villages = (await getVillages()).filter(({ code }) => code.startsWith('53.71.'));
  const districts = new Map((await getDistricts()).map(({ code, name }) => [code, name]));
  const official = villages.map((village) => ({
    code: village.code,
    name: village.name,
    districtCode: village.district_code,
    districtName: districts.get(village.district_code),
  }));
  const ours = kelurahan.map(({ code, name, districtCode, districtName }) => ({
    code,
    name,
    districtCode,
    districtName,
  }));
  expect(ours).toEqual(official.sort((a, b) => (a.code < b.code ? -1 : 1)));
  expect(ours.length).toBe(51);
});

describe('counts', () => {
  const coverage = () => {
    const read = parseCoverageCsv(new TextEncoder().encode(text('coverage.csv')));
    if (!read.ok) throw new Error('coverage.csv is unreadable');
    return read.value;
  };

  test('cells add up to the children measured, who are no more than live there', () => {
    const sums = countBy((row) => `${cells.area[row]} ${cells.period[row]}`);
    const { area, period, target, measured, status } = coverage();
    for (const [row, code] of area.entries()) {
      const key = `${code} ${period[row]}`;
      expect(sums.get(key) ?? 0, key).toBe(measured[row] ?? 0);
      expect(measured[row] === null, key).toBe(status[row] === 'not-reported');
      expect(measured[row] ?? 0, key).toBeLessThanOrEqual(target[row]!);
    }
    expect(area.length).toBe(51 * 41);
  });

  test('a longer period has the target of its last month, and at least as many children as that month', () => {
    const { area, period, target, measured } = coverage();
    const at = new Map(area.map((code, row) => [`${code} ${period[row]}`, row]));
    for (const [row, code] of area.entries()) {
      const months = monthsOf(period[row] as Period).flatMap((month) => at.get(`${code} ${month}`) ?? []);
      const last = months.at(-1)!;
      const visits = months.reduce((sum, month) => sum + (measured[month] ?? 0), 0);
      expect(target[row]).toBe(target[last]);
      expect(measured[row] ?? 0).toBeGreaterThanOrEqual(measured[last] ?? 0);
      expect(measured[row] ?? 0).toBeLessThanOrEqual(visits);
    }
  });

  test('a child counts once in each period, by its last measurement, where it lives at the end', () => {
    const child: Child = {
      ...{ area: 0, born: -3, arrives: 0, leaves: 10, sex: 0, poverty: 0, ageKnown: true },
      ...{ shortness: 0, thinness: 0, lightness: 0, readiness: 0 },
    };
    const combinations = new Int16Array(MONTHS).fill(NOT_MEASURED);
    combinations.set([7, NOT_MEASURED, 8, 9], 1);
    const statuses = new Array(MONTHS).fill(ReportStatus.reported);
    const counted = new Map(
      countedPeriods(1, [child], combinations, statuses).map((one) => [one.entry.id as string, one]),
    );
    const found = (id: string): number[] =>
      [...counted.get(id)!.cells.entries()].flatMap(([position, count]) =>
        count === 0 ? [] : [position, count],
      );
    expect(COMBINATIONS).toBe(3 * 6 * 4 * 4 * 4 * 6);
    expect(found('2024-12')).toEqual([7, 1]);
    expect(found('2025-01')).toEqual([]);
    expect(found('2025-Q1')).toEqual([9, 1]);
    expect(found('2025-S1')).toEqual([9, 1]);
    expect(counted.get('2025')!.target[0]).toBe(0);
    expect(found('2025')).toEqual([]);
  });

  test('some kelurahan-months are not reported, and only whole periods are complete', () => {
    const { status, period, target } = coverage();
    const months = status.filter((_, row) => period[row]!.length === 7 && !/[QS]/.test(period[row]!));
    const missing = months.filter((word) => word === 'not-reported').length;
    expect(missing / months.length).toBeGreaterThan(0.01);
    expect(missing / months.length).toBeLessThan(0.06);
    expect(status).toContain('incomplete');
    const manifest = parseManifest(text('manifest.json'));
    if (!manifest.ok) throw new Error('manifest.json is unreadable');
    const complete = new Map(manifest.value.periods.map(({ id, complete: whole }) => [id as string, whole]));
    expect(complete.get('2026-09')).toBe(true);
    for (const id of ['2024', '2024-Q4', '2026-10', '2026-Q4', '2026-S2', '2026']) {
      expect(complete.get(id), id).toBe(false);
    }
    for (const id of ['2025', '2025-S1', '2026-S1', '2026-Q3']) expect(complete.get(id), id).toBe(true);
    const september = target.filter((_, row) => period[row] === '2026-09') as number[];
    const total = september.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(22_000);
    expect(total).toBeLessThan(24_000);
    expect(september.filter((count) => count < 80).length).toBe(3);
  });
});

describe('calibration', () => {
  test('stunting falls from about 18.6 to about 17 per cent, severe 3 to 4', () => {
    const stunting = rates('stunting', EITHER, byPeriod);
    const severe = rates('stunting', ['severe'], byPeriod);
    expect(stunting('2024-11')).toBeCloseTo(0.187, 2);
    expect(stunting('2026-08')).toBeCloseTo(0.173, 2);
    expect(stunting('2026-S1')).toBeLessThan(stunting('2025-S1') - 0.005);
    for (const id of ['2025', '2026-09']) {
      expect(severe(id)).toBeGreaterThan(0.028);
      expect(severe(id)).toBeLessThan(0.042);
    }
  });

  test('stunting is clustered: neighbors resemble each other, the southern hills are high, the coast low', () => {
    const areas = parseAreas(text('areas.geojson'));
    if (!areas.ok) throw new Error('areas.geojson is unreadable');
    const stunting = rates('stunting', EITHER, (row) =>
      cells.period[row] === '2026-09' ? cells.area[row]! : null,
    );
    const known = areas.value.features.map(({ properties, geometry }) => ({
      rate: stunting(properties.code),
      vertices: new Set(geometry.coordinates.flat(2).map(String)),
    }));
    const pairs = known.flatMap((one, i) =>
      known
        .filter((other, k) => k !== i && [...one.vertices].filter((at) => other.vertices.has(at)).length > 1)
        .map((other) => [one.rate, other.rate] as const),
    );
    expect(
      sampleCorrelation(
        pairs.map(([a]) => a),
        pairs.map(([, b]) => b),
      ),
    ).toBeGreaterThan(0.3);
    for (const hill of ['53.71.02.1005', '53.71.02.1006', '53.71.01.1011']) {
      for (const coast of ['53.71.01.1001', '53.71.03.1001', '53.71.03.1010', '53.71.06.1008']) {
        expect(stunting(hill)).toBeGreaterThan(1.5 * stunting(coast));
      }
    }
  });

  test('wasting is about 8 per cent, higher in the lean season, severe 1 to 1.9', () => {
    const wasting = rates('wasting', EITHER, byPeriod);
    const severe = rates('wasting', ['severe'], byPeriod);
    const months = [...new Set(cells.period)].filter((id) => /^\d{4}-\d\d$/.test(id));
    const mean = months.reduce((sum, id) => sum + wasting(id), 0) / months.length;
    expect(mean).toBeGreaterThan(0.075);
    expect(mean).toBeLessThan(0.09);
    expect(wasting('2026-02')).toBeGreaterThan(wasting('2026-07') + 0.015);
    for (const id of months) {
      expect(severe(id)).toBeGreaterThan(0.009);
      expect(severe(id)).toBeLessThan(0.02);
    }
  });

  test('underweight 15 to 21 per cent and correlated with both', () => {
    const underweight = rates('underweight', EITHER, byPeriod);
    expect(underweight('2025')).toBeGreaterThan(0.15);
    expect(underweight('2025')).toBeLessThan(0.21);
    for (const dimension of ['stunting', 'wasting']) {
      const given = rates('underweight', EITHER, (row) =>
        cells.period[row] === '2025' ? cells.classes[dimension]![row]! : null,
      );
      expect(given('moderate')).toBeGreaterThan(2 * given('none'));
    }
  });

  test('decile 1 holds 12 to 16 per cent, unevenly, with more stunting and wasting; unknown for 6 to 10', () => {
    const poorest = rates('poverty', ['1'], byPeriod)('2026-09');
    expect(poorest).toBeGreaterThan(0.12);
    expect(poorest).toBeLessThan(0.16);
    const perArea = rates('poverty', ['1'], (row) =>
      cells.period[row] === '2026-09' ? cells.area[row]! : null,
    );
    const shares = kelurahan.map(({ code }) => perArea(code));
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.15);
    for (const dimension of ['stunting', 'wasting']) {
      const given = rates(dimension, EITHER, (row) =>
        cells.period[row] === '2025' ? cells.classes.poverty![row]! : null,
      );
      expect(given('1')).toBeGreaterThan(given('5+') * 1.3);
    }
    const measured = countBy(byPeriod);
    const unknown = countBy((row) => (cells.classes.poverty![row] === 'unknown' ? cells.period[row]! : null));
    expect(unknown.get('2025')! / measured.get('2025')!).toBeGreaterThan(0.06);
    expect(unknown.get('2025')! / measured.get('2025')!).toBeLessThan(0.1);
    for (const dimension of ['sex', 'age', 'stunting', 'wasting', 'underweight']) {
      expect(cells.classes[dimension]).toContain('unknown');
    }
  });

  test('more children are weighed in February and August', () => {
    const measured = countBy(byPeriod);
    const peaks = ['2025-02', '2025-08', '2026-02', '2026-08'].map((id) => measured.get(id)!);
    for (const [id, count] of measured) {
      if (/^\d{4}-\d\d$/.test(id) && !/-0[28]$/.test(id))
        expect(count).toBeLessThan(Math.min(...peaks) * 0.85);
    }
  });
});

describe('first view', () => {
  test('stunting of the latest complete month, counted from the cells', () => {
    const view = decodeFirstView(JSON.parse(text('first-view.json')));
    expect(view.period).toBe('2026-09');
    const classes = cells.classes.stunting!;
    const here = (row: number): boolean => cells.period[row] === '2026-09' && classes[row] !== 'unknown';
    const known = countBy((row) => (here(row) ? cells.area[row]! : null));
    const stunted = countBy((row) => (here(row) && EITHER.includes(classes[row]!) ? cells.area[row]! : null));
    for (const [i, { code }] of view.areas.entries()) {
      expect(view.table.denominator[i]).toBe(known.get(code));
      expect(view.table.numerator[i]).toBe(stunted.get(code) ?? 0);
    }
    expect([...view.table.status].every((status) => status === 0)).toBe(true);
  });

  test('the same places as the package', () => {
    const view = decodeFirstView(JSON.parse(text('first-view.json')));
    const [areas, districts] = [parseAreas(text('areas.geojson')), parseDistricts(text('districts.geojson'))];
    if (!areas.ok || !districts.ok) throw new Error('the boundaries are unreadable');
    const placed = territoryOf({ manifest: view.manifest, areas: areas.value, districts: districts.value });
    if (!placed.ok) throw new Error('the boundaries are faulty');
    expect(firstViewTerritory(view)).toEqual(placed.value.territory);
  });

  test('the package stays small', () => {
    expect(files.get('cells.parquet')!.length).toBeLessThan(2_500_000);
    expect(text('areas.geojson').length).toBeLessThan(150_000);
    expect(text('first-view.json').length).toBeLessThan(30_000);
  });
});

describe('samples', () => {
  const MONTH = '2026-09';
  const CONDITIONS = ['stunting', 'wasting', 'underweight'] as const;

  /** Read as the program reads what is dropped onto the example, or onto a map of its own. */
  async function read(id: SampleId, answers: Readonly<Record<string, string>> = {}): Promise<Reading> {
    const { name } = SAMPLE_FILES[id];
    const file = await readOfficeFile({ name, bytes: new Uint8Array(Buffer.from(samples.get(name)!)) });
    const ground = {
      territory: firstViewTerritory(decodeFirstView(JSON.parse(text('first-view.json')))),
      alternateCodes: null,
    };
    return readTogether([file], ground, { ...NO_CHOICES, answers: new Map(Object.entries(answers)) });
  }

  /** n of N by kelurahan among the children of whom all three classes are known, from the cells of the package. */
  function counted(dimension: (typeof CONDITIONS)[number]): readonly string[] {
    const here = (row: number) =>
      cells.period[row] === MONTH && CONDITIONS.every((one) => cells.classes[one]![row] !== 'unknown');
    const N = countBy((row) => (here(row) ? cells.area[row]! : null));
    const n = countBy((row) =>
      here(row) && EITHER.includes(cells.classes[dimension]![row]!) ? cells.area[row]! : null,
    );
    return kelurahan.map(({ code }) => `${code} ${n.get(code) ?? 0}/${N.get(code) ?? 0}`);
  }
  const told = ({ figures }: Reading, indicator: string): readonly string[] =>
    figures
      .filter((figure) => figure.indicator === indicator && figure.period === MONTH)
      .map(({ code, n, N }) => `${code} ${n}/${N}`);

  test.each(SAMPLE_IDS)('%s is asked what help says, and nothing of it is set aside', async (id) => {
    const { verdict, questions, files: found } = await read(id);
    const asks: readonly string[] = SAMPLE_FILES[id].asks;
    expect(questions.map(({ kind }) => kind)).toEqual(asks);
    expect(verdict).toBe(asks.length > 0 ? 'ask' : 'accept');
    if (asks.length === 0)
      for (const { sheets } of found) for (const { ledger } of sheets) expect(ledger.setAside).toBe(0);
  });

  test('both tables give the figures of the package', async () => {
    expect(told(await read('stunting'), 'stunting')).toEqual(counted('stunting'));
    const byPosyandu = await read('posyandu');
    for (const dimension of CONDITIONS) expect(told(byPosyandu, dimension)).toEqual(counted(dimension));
  });

  test('coverage gives the S and D of the package once its period is told', async () => {
    const asked = await read('coverage');
    const answered = await read('coverage', { [asked.questions[0]!.id]: MONTH });
    expect(answered.verdict).toBe('accept');
    const parsed = parseCoverageCsv(new TextEncoder().encode(text('coverage.csv')));
    if (!parsed.ok) throw new Error('coverage.csv is unreadable');
    const { area, period, target, measured } = parsed.value;
    const expected = area.flatMap((code, row) =>
      period[row] === MONTH ? [`${code} ${measured[row]}/${target[row]}`] : [],
    );
    expect(told(answered, 'coverage')).toEqual(expected);
  });

  test('families are figures of families, boundaries and services are whole', async () => {
    const families = await read('families');
    expect(new Set(families.figures.map(({ unit }) => unit))).toEqual(new Set(['family']));
    expect(families.figures).toHaveLength(2 * kelurahan.length);
    const boundaries = await read('boundaries');
    expect(boundaries.areas.map(({ code, name }) => `${code} ${name}`)).toEqual(
      kelurahan.map(({ code, name }) => `${code} ${name}`),
    );
    expect((await read('services')).services).toBe(kelurahan.length);
  });
});

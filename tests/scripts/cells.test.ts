import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '#core/random.ts';
import { type CellEngine, clickhouseEngine, duckdbEngine } from '#scripts/cells/cell-engine.ts';
import { countCells } from '#scripts/cells.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];
const BANDS = [5, 11, 23, 35, 59];
const BAND_NAMES = ['0-5', '6-11', '12-23', '24-35', '36-59'];

/** Linked measurements of nobody, with several a month, links without a household, and unknown ages. */
function inventedTables() {
  const random = createRandom(17);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const classes = ['severe', 'moderate', 'none', 'unknown'];
  const measurements = Array.from({ length: 600 }, (_, record_id) => ({
    record_id,
    child_id: random.below(150),
    area: pick(['53.71.01.1001', '53.71.01.1002', '53.71.02.1001']),
    month: pick(MONTHS),
    measured_on: 20_454 + random.below(60),
    sex: pick(['male', 'female', 'unknown']),
    age_months: random.below(61) - 1,
    stunting: pick(classes),
    wasting: pick(classes),
    underweight: pick(classes),
  }));
  const links = Array.from({ length: 100 }, (_, child_id) => ({ child_id, household_id: random.below(50) }));
  const households = Array.from({ length: 40 }, (_, household_id) => ({
    household_id,
    decile: pick(['1', '2', '3', '4', '5+', 'unknown']),
  }));
  const periods = MONTHS.flatMap((month) => [
    { period: month, month },
    { period: '2026-Q1', month },
  ]);
  return { measurements, links, households, periods };
}

type Tables = ReturnType<typeof inventedTables>;

/** The same counts by hand. */
function counted({ measurements, links, households, periods }: Tables, period: string): readonly string[] {
  const months = periods.filter((one) => one.period === period).map(({ month }) => month);
  const last = new Map<number, Tables['measurements'][number]>();
  for (const one of measurements) {
    if (!months.includes(one.month)) continue;
    const other = last.get(one.child_id);
    const later =
      other === undefined ||
      one.measured_on - other.measured_on ||
      one.month.localeCompare(other.month) ||
      one.record_id - other.record_id;
    if (later === true || (typeof later === 'number' && later > 0)) last.set(one.child_id, one);
  }
  const tally = new Map<string, number>();
  for (const one of last.values()) {
    const household = links.find(({ child_id }) => child_id === one.child_id)?.household_id;
    const decile = households.find(({ household_id }) => household_id === household)?.decile ?? 'unknown';
    const age = one.age_months < 0 ? 'unknown' : BAND_NAMES[BANDS.findIndex((end) => one.age_months <= end)];
    const key = [one.area, period, one.sex, age, one.stunting, one.wasting, one.underweight, decile].join();
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  return [...tally].map(([key, count]) => `${key},${count}`).sort();
}

describe('cells of linked tables', () => {
  const tables = inventedTables();
  let source: string;
  let duckdb: CellEngine;
  beforeAll(async () => {
    source = mkdtempSync(join(tmpdir(), 'linked-'));
    for (const [name, rows] of Object.entries(tables)) {
      const header = Object.keys(rows[0]!);
      const lines = rows.map((row) => Object.values(row).join());
      writeFileSync(join(source, `${name}.csv`), `${[header.join(), ...lines].join('\n')}\n`);
    }
    duckdb = await duckdbEngine(source);
  }, 300_000);
  afterAll(() => {
    duckdb.close();
    rmSync(source, { recursive: true, force: true });
  });

  it.each([...MONTHS, '2026-Q1'])('%s counts each child once, by its last measurement', async (period) => {
    const rows = (await duckdb.cells(period)).trimEnd().split('\n');
    expect([...rows].sort()).toEqual(counted(tables, period));
  });

  it('are the same bytes from ClickHouse', async () => {
    const clickhouse = clickhouseEngine(source);
    if (clickhouse === null) {
      console.warn('SKIPPED: ClickHouse is not installed (npm install --no-save chdb, or CHDB_PATH)');
      return;
    }
    try {
      for (const period of [...MONTHS, '2026-Q1'])
        expect(await clickhouse.cells(period), period).toBe(await duckdb.cells(period));
    } finally {
      clickhouse.close();
    }
  });

  it('go on where they were stopped, and begin anew with other tables; the manifest vouches for all', async () => {
    const out = join(source, 'out');
    const asked: string[] = [];
    const noting: CellEngine = {
      ...duckdb,
      cells: (period) => {
        asked.push(period);
        return period === '2026-03' && asked.length < 4
          ? Promise.reject(new Error('stopped'))
          : duckdb.cells(period);
      },
    };
    await expect(countCells(noting, source, out)).rejects.toThrow('stopped');
    expect(() => readFileSync(join(out, 'manifest.json'))).toThrow();
    const partitions = await countCells(noting, source, out);
    expect(asked).toEqual(['2026-01', '2026-02', '2026-03', '2026-03', '2026-Q1']);
    expect(partitions.map(({ period }) => period)).toEqual([...MONTHS, '2026-Q1']);
    expect(partitions.at(-1)?.children).toBe(
      new Set(tables.measurements.map(({ child_id }) => child_id)).size,
    );
    writeFileSync(join(source, 'households.csv'), 'household_id,decile\n1,1\n');
    await countCells(noting, source, out);
    expect(asked).toHaveLength(9);
  });
});

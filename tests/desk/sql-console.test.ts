import { afterAll, describe, expect, it } from 'vitest';
import { protectRelease } from '#core/release-protection.ts';
import { finished } from '#core/stepped-work.ts';
import { consoleContent } from '#data/console-tables.ts';
import { createEngine } from '#data/engine.ts';
import { createSqlConsole } from '#desk/sql-console.ts';
import { randomCity } from '#scripts/dataset/random-city.ts';
import { releasedDataset } from '#scripts/dataset/released-dataset.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';

const input = randomCity({ seed: 8, districts: 1, villages: 2, periods: ['2026-06'] });
const made = finished(protectRelease(input));
if (!made.ok) throw new Error('refused');
const { value } = made;
const release = releasedDataset(input, value);
const sql = createSqlConsole(release, (options) =>
  createEngine(nodeEngineSource(), { ...options, graceMs: 500 }),
);
afterAll(() => sql.end());

const ask = (text: string, signal = new AbortController().signal) => sql.ask(text, signal);

async function rowsOf(text: string) {
  const answer = await ask(text);
  if (answer.kind !== 'rows') throw new Error(JSON.stringify(answer));
  return answer.rows;
}

async function faultOf(text: string) {
  const answer = await ask(text);
  if (answer.kind !== 'fault') throw new Error(JSON.stringify(answer));
  return answer.fault;
}

describe('the console', () => {
  it('holds what the dataset publishes, hidden cells empty, and nothing else', async () => {
    expect(sql.tables.map(({ name }) => name)).toEqual([
      ...release.tables.map(({ id }) => id.replaceAll('-', '_')),
      'coverage',
    ]);
    const rows = await rowsOf('SELECT area, period, stunting, poverty, children FROM stunting_poverty');
    const { cells } = value;
    const own = cells.table.flatMap((table, k) => {
      const count = cells.count[k];
      const { stunting, poverty } = cells.classes;
      return table === 'stunting-poverty' && count !== 0
        ? [[cells.area[k], cells.period[k], stunting[k], poverty[k], count]]
        : [];
    });
    const sorted = (all: readonly (readonly unknown[])[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(sorted(rows)).toEqual(sorted(own));
    expect(own.some((row) => row.at(-1) === null)).toBe(true);
    const [[measured]] = (await rowsOf('SELECT sum(measured) FROM coverage')) as [[number]];
    expect(measured).toBe(value.coverage.measured.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  });

  it.each([
    ['SELEC * FROM coverage', { kind: 'syntax', word: 'FROM', line: 1, column: 9 }],
    ['SELECT *\nFROM coverage WERE period = 1', { kind: 'syntax', word: 'period', line: 2, column: 20 }],
    ['SELECT 1 +', { kind: 'syntax', word: '', line: 1, column: 11 }],
    ['SELECT *\n  FROM anak', { kind: 'no-table', word: 'anak', line: 2, column: 8 }],
    ['SELECT nik FROM coverage', { kind: 'no-column', word: 'nik', line: 1, column: 8 }],
    ['SELECT 1; SELECT 2', { kind: 'syntax' }],
    ['SELECT 1) ; DROP VIEW coverage; SELECT * FROM (SELECT 1', { kind: 'not-read' }],
    ['DROP VIEW coverage', { kind: 'syntax' }],
    ["SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')", { kind: 'not-read' }],
    ["SELECT * FROM read_text('/etc/passwd')", { kind: 'not-read' }],
  ])('answers %j with a fault and its place', async (text, expected) => {
    expect(await faultOf(text)).toMatchObject(expected);
    expect(await rowsOf('SELECT count(*) FROM coverage')).toEqual([[2]]);
  });

  it('comes back with its tables after a question that does not end', async () => {
    const stopping = new AbortController();
    const endless = ask('SELECT count(*) FROM range(1000000000) a, range(1000000000) b', stopping.signal);
    setTimeout(() => stopping.abort(), 300);
    expect(await endless).toEqual({ kind: 'canceled' });
    expect(await rowsOf('SELECT count(*) FROM coverage')).toEqual([[2]]);
  });

  it('says where there are more rows than it gives', async () => {
    const answer = await ask('SELECT a.range FROM range(20000) a;');
    expect(answer).toMatchObject({ kind: 'rows', more: true, columns: ['range'] });
    if (answer.kind === 'rows') expect(answer.rows).toHaveLength(10_000);
  });
});

it('names tables by plain words of SQL, whatever a package calls them', () => {
  const named = release.tables.map((table, k) => ({
    ...table,
    id: ['coverage', '1 Σ', 'A-b', 'a b'][k] ?? table.id,
  }));
  const names = consoleContent({ ...release, tables: named }).tables.map(({ name }) => name);
  expect(names.slice(0, 4)).toEqual(['cells_1', 'cells_2', 'a_b', 'cells_4']);
  expect(new Set(names).size).toBe(names.length);
});

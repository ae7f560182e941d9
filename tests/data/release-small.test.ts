import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type AreaLevel, areaCode, geographyOf } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { type CellEntries, classNumber, combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { type CoverageTable, HIDDEN_COUNT } from '#core/cells.ts';
import type { Dataset, TableEntry } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Result } from '#core/problem.ts';
import { REPORT_STATUS } from '#core/report-word.ts';
import { tabulate } from '#core/tabulation.ts';
import { NO_FILTERS } from '#core/view.ts';
import type { CellRows, CoverageRows } from '#data/dataset-package.ts';
import { parseCellsCsv } from '#data/package-csv.ts';
import { readPackage } from '#data/package-files.ts';
import { territoryOf } from '#data/package-territory.ts';

const FOLDER = resolve(import.meta.dirname, '../fixtures/release-small');

function accepted<T>(result: Result<T>): T {
  expect(result.problems).toEqual([]);
  if (!result.ok) throw new Error('refused');
  return result.value;
}

function tableOf(
  entry: TableEntry,
  rows: CellRows,
  geography: { indexOf: ReadonlyMap<string, number> },
): Dataset['tables'][number] {
  const mine = [...rows.table.keys()].filter((k) => rows.table[k] === entry.id);
  const periods = [...new Set(mine.map((k) => rows.period[k]!))] as Period[];
  const entries: CellEntries = {
    area: Uint32Array.from(mine, (k) => geography.indexOf.get(rows.area[k]!)!),
    period: Uint16Array.from(mine, (k) => periods.indexOf(rows.period[k] as Period)),
    combination: Uint16Array.from(mine, (k) =>
      combinationNumber(
        entry.dimensions,
        entry.dimensions.map((dimension) => classNumber(dimension, rows.classes[dimension]![k]!)),
      ),
    ),
    count: Uint32Array.from(mine, (k) => rows.count[k] ?? HIDDEN_COUNT),
  };
  const table = layoutCells(entries, { ...entry, periods, areas: geography.indexOf.size });
  return entry.undivided === undefined ? table : { ...table, undivided: entry.undivided };
}

function coverageOf(rows: CoverageRows, areas: number): CoverageTable {
  return {
    periods: [...new Set(rows.period)] as Period[],
    areas,
    target: Float64Array.from(rows.target, (count) => count ?? Number.NaN),
    measured: Float64Array.from(rows.measured, (count) => count ?? Number.NaN),
    status: Uint8Array.from(rows.status, (word) => REPORT_STATUS[word]),
  };
}

/** The fixture as a dataset, without the engine: its rows are sorted as the tables want them. */
function fixture(): Dataset {
  const files = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(FOLDER, path))) }));
  const pkg = accepted(readPackage(files));
  const { territory } = accepted(territoryOf(pkg));
  if (pkg.cells.format !== 'csv') throw new Error('the fixture keeps its cells as CSV');
  const rows = accepted(parseCellsCsv(pkg.cells.bytes));
  const { manifest } = pkg;
  const tables = manifest.tables.map((entry) => tableOf(entry, rows, geographyOf(territory, entry.level)));
  return { manifest, territory, tables, coverage: coverageOf(pkg.coverage, territory.villages.areas.length) };
}

function answers(dataset: Dataset, level: AreaLevel, indicator: IndicatorId, period: string): string[] {
  const table = tabulate(dataset, { level, indicator, period: period as Period, filters: NO_FILTERS });
  const words = {
    [CellStatus.suppressed]: 'hidden',
    [CellStatus.notReported]: 'not reported',
    [CellStatus.noDenominator]: 'none',
  } as Readonly<Record<number, string>>;
  return Array.from(
    table.status,
    (status, i) => words[status] ?? `${table.numerator[i]}/${table.denominator[i]}`,
  );
}

/** The answers of the fixture's README: one row a question, six villages and two districts. */
function expected(): (readonly [indicator: IndicatorId, period: string, answers: readonly string[]])[] {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| ([a-z-]+), (2026-\w+)[^|]*\|(.*)\|$/gm)];
  return rows.map(([, indicator, period, cells]) => [
    indicator as IndicatorId,
    period!,
    cells!.split('|').map((cell) => cell.replace(/\(.*\)/, '').trim()),
  ]);
}

const dataset = fixture();

test('the fixture has the areas its README names', () => {
  expect(expected().length).toBe(9);
  expect(dataset.territory.villages.indexOf.get(areaCode('99.01.01.1003'))).toBe(2);
});

test.each(expected())('%s in %s answers as the README says', (indicator, period, wanted) => {
  const villages = answers(dataset, 'village', indicator, period);
  const districts = answers(dataset, 'district', indicator, period);
  expect([...villages, ...districts]).toEqual(wanted);
});

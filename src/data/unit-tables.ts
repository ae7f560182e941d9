import type { Territory } from '#core/area.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { Problem } from '#core/problem.ts';
import type { OtherUnit } from '#core/unit.ts';
import type { Recognition, RecognizedColumn } from './column-recognition.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import type { RawSheet } from './raw-table.ts';
import { readTable, type TableContext, type TableReading } from './table-import.ts';
import { type JoinedRows, joinRows } from './table-join.ts';

/** What families and persons are counted for; each has a denominator of its own unit. */
export type UnitIndicator = 'extreme-poverty' | 'stunting-risk';

/** The rows of a sheet for one unit and indicator: `measured` is all of the unit, class 1 of `poverty` the affected. */
export interface UnitTable {
  readonly unit: OtherUnit;
  readonly indicator: UnitIndicator;
  /** How the sheet calls the affected. */
  readonly header: string;
  readonly table: TableReading;
}

const KINDS: readonly (readonly [UnitTable['unit'], UnitIndicator, affected: ColumnRole, all: ColumnRole])[] =
  [
    ['family', 'extreme-poverty', 'families.poor', 'families'],
    ['family', 'stunting-risk', 'families.risk', 'families'],
    ['person', 'extreme-poverty', 'persons.poor', 'persons'],
  ];

/** Whether a sheet counts anything but children. */
export function countsUnits({ columns }: Recognition): boolean {
  return columns.some(({ role }) => KINDS.some(([, , affected]) => affected === role));
}

/**
 * Reads what a sheet counts of families and persons, each as a table of its own by the rules of rows of children: keys,
 * sums, totals, periods in the header. A number without all of its unit beside it has no denominator and is refused.
 */
export function readUnitTables(
  sheet: RawSheet,
  recognition: Recognition,
  context: TableContext,
): readonly UnitTable[] {
  const has = (role: ColumnRole): boolean => recognition.columns.some((column) => column.role === role);
  return KINDS.filter(([, , affected]) => has(affected)).map(([unit, indicator, affected, all]) => {
    const role = (column: RecognizedColumn): ColumnRole => {
      if (column.role === affected) return 'poverty.1';
      if (column.role === all) return 'measured';
      return isCountRole(column.role) || column.role.startsWith('percent.') ? 'ignored' : column.role;
    };
    const columns = recognition.columns.map((column) => ({ ...column, role: role(column) }));
    const table = readTable(sheet, { ...recognition, columns, questions: [], problems: [] }, context);
    const named = (problem: Problem): Problem =>
      problem.code === 'column/missing' && problem.detail?.role === 'measured'
        ? { ...problem, detail: { role: all } }
        : problem;
    const kept = table.problems.filter(({ code }) => code !== 'column/undivided' && code !== 'area/missing');
    const header = recognition.columns.find((column) => column.role === affected)?.header ?? '';
    return { unit, indicator, header, table: { ...table, problems: kept.map(named) } };
  });
}

/** What all sheets together count of one unit and indicator. */
export interface UnitCounts extends JoinedRows {
  readonly unit: OtherUnit;
  readonly indicator: UnitIndicator;
  readonly readings: readonly TableReading[];
  readonly headers: readonly string[];
}

/** The indicator of the program that a count of a unit answers. */
export function unitIndicator({ unit, indicator }: Pick<UnitTable, 'unit' | 'indicator'>): IndicatorId {
  return indicator === 'stunting-risk' ? indicator : unit === 'family' ? 'family-poverty' : 'person-poverty';
}

/** Rows of several sheets, each unit and indicator by itself: sheets that contradict each other leave the row out. */
export function joinUnits(tables: readonly UnitTable[], territory: Territory): readonly UnitCounts[] {
  return KINDS.flatMap(([unit, indicator, affected, all]): readonly UnitCounts[] => {
    const own = tables.filter((one) => one.unit === unit && one.indicator === indicator);
    const readings = own.map(({ table }) => table);
    if (readings.every(({ accepted }) => accepted.length === 0)) return [];
    const joined = joinRows(readings, territory);
    const named = (problem: Problem): Problem => {
      const what = problem.detail?.what === 'measured' ? all : affected;
      return { ...problem, detail: { ...problem.detail, what } };
    };
    const headers = [...new Set(own.map(({ header }) => header))];
    return [{ ...joined, problems: joined.problems.map(named), unit, indicator, readings, headers }];
  });
}

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
 * sums, totals, periods in the header. A number without all of its unit, beside it or lent by another sheet, has no
 * denominator and is refused; children are never lent to it.
 */
export function readUnitTables(
  sheet: RawSheet,
  recognition: Recognition,
  context: TableContext,
  lending: UnitLending,
): readonly UnitTable[] {
  return KINDS.filter(([, , affected]) => hasRole(recognition, affected)).map(
    ([unit, indicator, affected, all]) => {
      const table = readAs(sheet, recognition, ofUnit(context, lending.get(unit)), [
        [affected, 'poverty.1'],
        [all, 'measured'],
      ]);
      const named = (problem: Problem): Problem => ofColumns(problem, unit, affected, all);
      const kept = table.problems.filter(
        ({ code }) => code !== 'column/undivided' && code !== 'area/missing',
      );
      const header = recognition.columns.find((column) => column.role === affected)?.header ?? '';
      const setAside = table.setAside.map((row) => ({ ...row, problems: row.problems.map(named) }));
      return { unit, indicator, header, table: { ...table, setAside, problems: kept.map(named) } };
    },
  );
}

/** A fault of columns read in the place of children's, by the names of those that were read. */
function ofColumns(problem: Problem, unit: OtherUnit, affected: ColumnRole, all: ColumnRole): Problem {
  const { role, dimension, because } = problem.detail ?? {};
  const detail = {
    ...problem.detail,
    ...(role === 'measured' ? { role: all } : {}),
    ...(dimension === 'poverty' ? { dimension: affected } : {}),
    ...(because === 'purpose' ? { because: `purpose.${unit}` } : {}),
  };
  if (/^(?:count|number)\//.test(problem.code)) return { ...problem, detail: { ...detail, counted: unit } };
  return problem.detail ? { ...problem, detail } : problem;
}

/** What one sheet lends of a unit: all of it by area and period (rowKey). */
export type UnitLending = ReadonlyMap<OtherUnit, { readonly measured: ReadonlyMap<string, number> }>;

/** All of a unit, in a sheet that says nothing more of it. */
export interface UnitTotals {
  readonly unit: OtherUnit;
  readonly table: TableReading;
}

const ALL = [
  ['family', 'families'],
  ['person', 'persons'],
] as const;

/** Reads how many families or persons there are, where a sheet counts none of them as affected: for others to borrow. */
export function readUnitTotals(
  sheet: RawSheet,
  recognition: Recognition,
  context: TableContext,
): readonly UnitTotals[] {
  return ALL.filter(
    ([unit, all]) =>
      hasRole(recognition, all) &&
      !KINDS.some(([own, , affected]) => own === unit && hasRole(recognition, affected)),
  ).map(([unit, all]) => ({
    unit,
    table: readAs(sheet, recognition, ofUnit(context, undefined), [[all, 'measured']]),
  }));
}

/** The units that a sheet counts without a column of all of them. */
export function unitsWithoutAll(
  tables: readonly UnitTable[],
  recognition: Recognition,
): readonly OtherUnit[] {
  return ALL.filter(
    ([unit, all]) => tables.some((one) => one.unit === unit) && !hasRole(recognition, all),
  ).map(([unit]) => unit);
}

/** Whether a sheet counts a unit without knowing all of it. */
export function lacksUnit(tables: readonly UnitTable[]): boolean {
  return tables.some(({ table }) =>
    table.problems.some(
      ({ code, detail }) => code === 'column/missing' && ALL.some(([, all]) => all === detail?.role),
    ),
  );
}

function hasRole({ columns }: Recognition, role: ColumnRole): boolean {
  return columns.some((column) => column.role === role);
}

function ofUnit(
  { lent: _children, ...context }: TableContext,
  lent: { readonly measured: ReadonlyMap<string, number> } | undefined,
): TableContext {
  return lent ? { ...context, lent: lent.measured } : context;
}

/** A sheet with some columns in the place of children's, and no other that counts. */
function readAs(
  sheet: RawSheet,
  recognition: Recognition,
  context: TableContext,
  roles: readonly (readonly [own: ColumnRole, read: ColumnRole])[],
): TableReading {
  const columns = recognition.columns.map((column): RecognizedColumn => {
    const read = roles.find(([own]) => own === column.role)?.[1];
    const counts = isCountRole(column.role) || column.role.startsWith('percent.');
    return { ...column, role: read ?? (counts ? 'ignored' : column.role) };
  });
  return readTable(sheet, { ...recognition, columns, questions: [], problems: [] }, context);
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

import type { Territory } from '#core/area.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { comparePeriods, type Period, type PeriodKind, periodContaining, periodKind } from '#core/period.ts';
import { arrowStream } from '#data/coded-columns.ts';
import type { CellRows } from '#data/dataset-package.ts';
import type { Engine } from '#data/engine.ts';
import { CELL_COLUMNS, cellSql } from './cell-sql.ts';
import type { GroupedChildren } from './child-grouping.ts';
import { compareText, type GroupedHouseholds } from './household-grouping.ts';
import type { Linking } from './household-linking.ts';

export const CHILD_TABLE = 'children';
const KIND_ORDER: Readonly<Record<PeriodKind, number>> = { month: 0, quarter: 1, semester: 2, year: 3 };
const CALL_MS = 300_000;

/** The months that are told of, and the quarters and semesters in which they lie. */
export function periodsOfMonths(months: readonly string[]): readonly Period[] {
  const all = months.flatMap((text) => {
    const [year = 0, month = 1] = text.split('-').map(Number);
    return (['month', 'quarter', 'semester'] as const).map((kind) => periodContaining(year, month, kind));
  });
  return [...new Set(all)].sort(
    (a, b) => KIND_ORDER[periodKind(a)] - KIND_ORDER[periodKind(b)] || comparePeriods(a, b),
  );
}

async function insertLinked(
  engine: Engine,
  { months }: GroupedChildren,
  { households }: GroupedHouseholds,
  { links }: Linking,
  territory: Territory,
  periods: readonly Period[],
): Promise<void> {
  const measured = months.flatMap(({ child, record }) =>
    record.measuredOn === null ? [] : [{ child, record }],
  );
  const found = links.flatMap((link) => (link === null ? [] : [link]));
  const ofMonth =
    measured.length === 0 ? [] : [...new Set(measured.map(({ record }) => record.month))].sort();
  const pairs = ofMonth.flatMap((month) => {
    const own = periodsOfMonths([month]);
    return periods.filter((period) => own.includes(period)).map((period) => ({ period, month }));
  });
  const tables: readonly (readonly [string, Uint8Array])[] = [
    [
      'measurements',
      arrowStream({
        record_id: Int32Array.from(measured, (_, k) => k),
        child_id: Int32Array.from(measured, ({ child }) => child),
        area: measured.map(({ record }) => territory.villages.areas[record.area]!.code),
        month: measured.map(({ record }) => record.month),
        measured_on: Int32Array.from(measured, ({ record }) => record.measuredOn!),
        sex: measured.map(({ record }) => record.child.sex),
        age_months: Int32Array.from(measured, ({ record }) => record.months ?? -1),
        stunting: measured.map(({ record }) => record.classes.stunting),
        wasting: measured.map(({ record }) => record.classes.wasting),
        underweight: measured.map(({ record }) => record.classes.underweight),
      }),
    ],
    [
      'links',
      arrowStream({
        child_id: Int32Array.from(found, ({ child }) => child),
        household_id: Int32Array.from(found, ({ household }) => household),
      }),
    ],
    [
      'households',
      arrowStream({
        household_id: Int32Array.from(households, (_, k) => k),
        decile: households.map(({ decile }) => decile),
      }),
    ],
    [
      'periods',
      arrowStream({ period: pairs.map(({ period }) => period), month: pairs.map(({ month }) => month) }),
    ],
  ];
  for (const [name, ipc] of tables) await engine.insertArrow({ name }, ipc, { timeoutMs: CALL_MS });
}

/** The cells of all periods, crossed by everything that is known of a child. Exact counts; no row is of a person. */
export async function childCells(
  engine: Engine,
  children: GroupedChildren,
  households: GroupedHouseholds,
  linking: Linking,
  territory: Territory,
  periods: readonly Period[],
  onPeriod: (period: Period) => void | Promise<void>,
): Promise<CellRows> {
  const rows = {
    table: [] as string[],
    area: [] as string[],
    period: [] as string[],
    count: [] as number[],
    classes: Object.fromEntries(CHILD_DIMENSIONS.map((dimension) => [dimension, [] as string[]])),
  };
  const tables = ['measurements', 'links', 'households', 'periods'];
  try {
    await insertLinked(engine, children, households, linking, territory, periods);
    for (const period of periods) {
      await onPeriod(period);
      const answer = await engine.query(cellSql(period), [], { timeoutMs: CALL_MS });
      if (answer.numRows === 0) continue;
      const column = (name: string): ArrayLike<unknown> => answer.getChild(name).toArray();
      const [area, , ...classes] = CELL_COLUMNS.map(column);
      const counts = column('children');
      for (let k = 0; k < answer.numRows; k++) {
        rows.table.push(CHILD_TABLE);
        rows.area.push(String(area![k]));
        rows.period.push(period);
        rows.count.push(Number(counts[k]));
        CHILD_DIMENSIONS.forEach((dimension, d) => {
          rows.classes[dimension]!.push(String(classes[d]![k]));
        });
      }
    }
    return rows;
  } finally {
    for (const table of tables) await engine.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Sorted, without repeats. */
export function distinctText(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}

import { ReportStatus } from '#core/cells.ts';
import type { PeriodEntry } from '#core/dataset.ts';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { type DemoPeriod, demoPeriods, MONTHS } from './calendar.ts';
import type { Child } from './children.ts';
import { NOT_MEASURED } from './measurements.ts';

/** Combinations of the classes of all dimensions. */
export const COMBINATIONS = CHILD_DIMENSIONS.reduce(
  (product, dimension) => product * CLASSES[dimension].length,
  1,
);

/** The cells of one period and its coverage; all but `cells` by kelurahan. */
export interface PeriodCounts {
  readonly period: DemoPeriod;
  readonly entry: PeriodEntry;
  /** Counts at position i * combinations + combination. */
  readonly cells: Uint16Array;
  readonly target: Uint32Array;
  readonly measured: Uint32Array;
  readonly status: readonly ReportStatus[];
}

/** What was reported of a longer period: all of its months, some, or none. */
function statusOf(months: readonly ReportStatus[]): ReportStatus {
  if (months.every((status) => status === ReportStatus.notReported)) return ReportStatus.notReported;
  return months.every((status) => status === ReportStatus.reported)
    ? ReportStatus.reported
    : ReportStatus.incomplete;
}

/**
 * A month is complete where every kelurahan has reported in full; a longer period where it is wholly in the demo and
 * every kelurahan has reported at least one of its months.
 */
function isComplete(period: DemoPeriod, status: readonly ReportStatus[]): boolean {
  if (period.kind === 'month') return status.every((one) => one === ReportStatus.reported);
  return period.whole && status.every((one) => one !== ReportStatus.notReported);
}

function lastMeasurement(combinations: Int16Array, child: number, months: readonly number[]): number {
  for (let k = months.length - 1; k >= 0; k -= 1) {
    const combination = combinations[child * MONTHS + months[k]!]!;
    if (combination !== NOT_MEASURED) return combination;
  }
  return NOT_MEASURED;
}

/**
 * Counts the children who live in a kelurahan, under five, in the last month of the period (S), and those of them
 * measured at least once in it (D), each once, by its last measurement.
 */
function periodCounts(
  period: DemoPeriod,
  areas: number,
  children: readonly Child[],
  combinations: Int16Array,
  statuses: readonly ReportStatus[],
): PeriodCounts {
  const cells = new Uint16Array(areas * COMBINATIONS);
  const target = new Uint32Array(areas);
  const measured = new Uint32Array(areas);
  const last = period.months.at(-1)!;
  for (const [k, { area, arrives, leaves }] of children.entries()) {
    if (arrives > last || leaves < last) continue;
    target[area]! += 1;
    const combination = lastMeasurement(combinations, k, period.months);
    if (combination === NOT_MEASURED) continue;
    measured[area]! += 1;
    cells[area * COMBINATIONS + combination]! += 1;
  }
  const status = Array.from({ length: areas }, (_, i) =>
    statusOf(period.months.map((month) => statuses[month * areas + i]!)),
  );
  return {
    period,
    entry: { id: period.id, complete: isComplete(period, status) },
    cells,
    target,
    measured,
    status,
  };
}

export function countedPeriods(
  areas: number,
  children: readonly Child[],
  combinations: Int16Array,
  statuses: readonly ReportStatus[],
): readonly PeriodCounts[] {
  return demoPeriods().map((period) => periodCounts(period, areas, children, combinations, statuses));
}

/** Whether the children of a combination are stunted; null where that is not known. */
export function stuntedIn(combination: number): boolean | null {
  const own = CLASS_CODES[combination]![CHILD_DIMENSIONS.indexOf('stunting')]!;
  return own === 'unknown' ? null : own !== 'none';
}

/** One row a cell with children, sorted by period, area, then classes. Columns of equal length. */
export interface CellColumns {
  readonly area: string[];
  readonly period: string[];
  /** By dimension, in the order of CHILD_DIMENSIONS: class codes. */
  readonly classes: string[][];
  readonly count: number[];
}

/** Class codes by combination, in the order of DIMENSIONS. */
export const CLASS_CODES = Array.from({ length: COMBINATIONS }, (_, combination) => {
  const codes: string[] = [];
  let rest = combination;
  for (const dimension of [...CHILD_DIMENSIONS].reverse()) {
    const classes = CLASSES[dimension];
    codes.unshift(classes[rest % classes.length]!);
    rest = Math.floor(rest / classes.length);
  }
  return codes;
});

export function cellColumns(counts: readonly PeriodCounts[], codes: readonly string[]): CellColumns {
  const columns: CellColumns = { area: [], period: [], classes: CHILD_DIMENSIONS.map(() => []), count: [] };
  for (const { period, cells } of counts) {
    for (const [position, count] of cells.entries()) {
      if (count === 0) continue;
      columns.area.push(codes[Math.floor(position / COMBINATIONS)]!);
      columns.period.push(period.id);
      for (const [k, code] of CLASS_CODES[position % COMBINATIONS]!.entries()) columns.classes[k]!.push(code);
      columns.count.push(count);
    }
  }
  return columns;
}

import type { AreaCode, Geography } from './area.ts';
import { comparePeriods, type Period } from './period.ts';
import { type ServiceCell, type ServiceTable, serviceCell, serviceSum } from './service-coverage.ts';
import type { ServiceIndicator } from './service-indicator.ts';

/** One cell of services as it is kept: an indicator of an area in a period. */
export interface ServiceRow {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly period: Period;
  /** Whole numbers of 0 or more; null where the cell is empty. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Whether a 0 above is known to be a count (ServiceTable.countedZero). */
  readonly countedZero: boolean;
}

/** The services of a dataset: what is counted, and the counts. */
export interface ServiceRecord {
  readonly indicators: readonly ServiceIndicator[];
  readonly rows: readonly ServiceRow[];
}

const keyOf = ({ indicator, area, period }: ServiceRow): string => `${indicator}|${area}|${period}`;

/** Both together: where both have a cell or an indicator, what was added takes its place. */
export function joinServices(before: ServiceRecord, added: ServiceRecord): ServiceRecord {
  const named = new Map(added.indicators.map((indicator) => [indicator.id, indicator]));
  const known = new Set(before.indicators.map(({ id }) => id));
  const taken = new Set(added.rows.map(keyOf));
  return {
    indicators: [
      ...before.indicators.map((indicator) => named.get(indicator.id) ?? indicator),
      ...added.indicators.filter(({ id }) => !known.has(id)),
    ],
    rows: [...before.rows.filter((row) => !taken.has(keyOf(row))), ...added.rows],
  };
}

/**
 * The rows as columns over the areas of a geography. Rows of other areas or of no known indicator are left out: they
 * were told of when they were read. Of equal rows the last counts. Linear.
 */
export function serviceTable(
  { indicators, rows }: ServiceRecord,
  geography: Pick<Geography, 'areas' | 'indexOf'>,
): ServiceTable {
  const periods = [...new Set(rows.map(({ period }) => period))].sort(comparePeriods);
  const areas = geography.areas.length;
  const size = indicators.length * periods.length * areas;
  const table = {
    indicators,
    periods,
    areas,
    numerator: new Float64Array(size).fill(Number.NaN),
    denominator: new Float64Array(size).fill(Number.NaN),
    countedZero: new Uint8Array(size),
  };
  const placeOf = new Map(indicators.map(({ id }, k) => [id, k]));
  const periodAt = new Map(periods.map((period, p) => [period, p]));
  for (const row of rows) {
    const [k, p, i] = [placeOf.get(row.indicator), periodAt.get(row.period), geography.indexOf.get(row.area)];
    if (k === undefined || p === undefined || i === undefined) continue;
    const at = (k * periods.length + p) * areas + i;
    table.numerator[at] = row.numerator ?? Number.NaN;
    table.denominator[at] = row.denominator ?? Number.NaN;
    table.countedZero[at] = row.countedZero ? 1 : 0;
  }
  return table;
}

/**
 * Cells of groups of areas: the sum of what is observed in each; where nothing is, the first of these states that one
 * of its areas has: zero, contradiction, noTarget, else missing.
 * @param groupOf by area, the place of its group.
 */
export function groupedCells(
  cells: readonly ServiceCell[],
  groupOf: ArrayLike<number>,
  groups: number,
): readonly ServiceCell[] {
  const members = Array.from({ length: groups }, () => [] as ServiceCell[]);
  cells.forEach((cell, i) => {
    members[groupOf[i]!]?.push(cell);
  });
  return members.map((own) => {
    const { n, N, counts } = serviceSum(own);
    if (counts.observed > 0) return serviceCell(n, N, true);
    const state = (['zero', 'contradiction', 'noTarget'] as const).find((one) => counts[one] > 0);
    return own.find((cell) => cell.state === state) ?? serviceCell(Number.NaN, Number.NaN, false);
  });
}

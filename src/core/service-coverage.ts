import { CellStatus, MINIMUM_RATE_DENOMINATOR } from './area-table.ts';
import type { Period } from './period.ts';
import { invariant } from './problem.ts';
import type { ServiceIndicator } from './service-indicator.ts';

/**
 * Services by indicator, period and area: counts as a form gives them, NaN where a cell is empty or there is no row.
 * The column of an indicator and a period begins at (k x periods + p) x areas.
 */
export interface ServiceTable {
  readonly indicators: readonly ServiceIndicator[];
  readonly periods: readonly Period[];
  readonly areas: number;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** 1 where the office says that a 0 above is a count: nobody was reached. Else a form may have asked for it. */
  readonly countedZero: Uint8Array;
}

/**
 * What a cell of services says. The form of the ministry asks for '0' where data are empty, so a 0 is not always a count.
 * - observed: n of N.
 * - zero: 0 of N > 0, which nobody has confirmed: no service, or not filled in.
 * - noTarget: 0 of 0: nobody to be served, or not filled in.
 * - contradiction: more served than there are, or served where nobody is to be served.
 * - missing: numerator or denominator is empty.
 */
export type ServiceState = 'observed' | 'zero' | 'noTarget' | 'contradiction' | 'missing';

export interface ServiceCell {
  readonly state: ServiceState;
  readonly n: number;
  readonly N: number;
}

/** The state of one cell; NaN is missing. @throws where a count is below 0. */
export function serviceCell(n: number, N: number, countedZero: boolean): ServiceCell {
  if (Number.isNaN(n) || Number.isNaN(N)) return { state: 'missing', n, N };
  invariant(n >= 0 && N >= 0, `a service of ${n} of ${N}`);
  if (n > N) return { state: 'contradiction', n, N };
  if (N === 0) return { state: 'noTarget', n, N };
  return { state: n === 0 && !countedZero ? 'zero' : 'observed', n, N };
}

/** The cells of one indicator (by its place) in a period, by area; all missing in a period the table does not hold. */
export function serviceCells(table: ServiceTable, k: number, period: Period): readonly ServiceCell[] {
  const p = table.periods.indexOf(period);
  const from = (k * table.periods.length + p) * table.areas;
  return Array.from({ length: table.areas }, (_, i) =>
    p < 0
      ? serviceCell(Number.NaN, Number.NaN, false)
      : serviceCell(
          table.numerator[from + i]!,
          table.denominator[from + i]!,
          table.countedZero[from + i] === 1,
        ),
  );
}

/** A cell as the rest of the program speaks of cells: what nobody vouches for is not an observation. */
export function serviceStatus({ state, N }: ServiceCell): CellStatus {
  if (state === 'observed') return N < MINIMUM_RATE_DENOMINATOR ? CellStatus.tooFew : CellStatus.observed;
  return state === 'noTarget' ? CellStatus.noDenominator : CellStatus.notReported;
}

/** Cells of several areas as one. */
export interface ServiceSum {
  /** Sums over the observed cells; 0 of 0 where there is none. */
  readonly n: number;
  readonly N: number;
  /** N with the unconfirmed zeros taken for counts: n of this is the least that the coverage can be. */
  readonly withZeros: number;
  readonly counts: Readonly<Record<ServiceState, number>>;
}

/** Sums and how many cells were of which state: the states together are all cells. Linear. */
export function serviceSum(cells: Iterable<ServiceCell>): ServiceSum {
  const counts = { observed: 0, zero: 0, noTarget: 0, contradiction: 0, missing: 0 };
  let [n, N, zeros] = [0, 0, 0];
  for (const cell of cells) {
    counts[cell.state] += 1;
    if (cell.state === 'zero') zeros += cell.N;
    if (cell.state !== 'observed') continue;
    n += cell.n;
    N += cell.N;
  }
  return { n, N, withZeros: N + zeros, counts };
}

/** Percent points, or counts, by which what is printed may be off through floating point alone. */
const TOLERANCE = 1e-9;

/**
 * How far n of N is from the target. Points: percent points, positive below the target (above it where less is
 * better), negative beyond it; people: the least whole number that has to be reached (or avoided) to be there, 0 where
 * it is. NaN both where there is no target or N is 0.
 */
export function shortfall(
  { n, N }: Pick<ServiceCell, 'n' | 'N'>,
  { target, polarity }: Pick<ServiceIndicator, 'target' | 'polarity'>,
): { readonly points: number; readonly people: number } {
  if (target === null || !(N > 0)) return { points: Number.NaN, people: Number.NaN };
  const due = (target * N) / 100;
  const better = polarity === 'more-is-better';
  const points = (better ? due - n : n - due) * (100 / N);
  const people = better ? Math.ceil(due - TOLERANCE) - n : n - Math.floor(due + TOLERANCE);
  return { points: Math.abs(points) < TOLERANCE ? 0 : points, people: Math.max(0, people) };
}

/** Whether the target is reached. False where there is none. */
export function atTarget(cell: ServiceCell, indicator: ServiceIndicator): boolean {
  return shortfall(cell, indicator).people === 0;
}

/** The services of one area that are furthest from their targets. */
export interface WorstServices {
  /** Places of indicators, furthest first (percent points), of N of at least 30; only those below target. */
  readonly byPoints: readonly number[];
  /** Places of indicators of children, most children missing first, whatever N; only those below target. */
  readonly byChildren: readonly number[];
  /** Places that could not be judged: no target, or a state other than observed. */
  readonly unjudged: readonly number[];
}

/**
 * @param cells by indicator, of one area and period. Rates of fewer than 30 are not compared by points, as no rate of
 * this program is. Equals stand in the order of the catalogue.
 */
export function worstServices(
  cells: readonly ServiceCell[],
  indicators: readonly ServiceIndicator[],
): WorstServices {
  invariant(cells.length === indicators.length, 'a cell for each indicator');
  const gaps = cells.map((cell, k) => shortfall(cell, indicators[k]!));
  const judged = [...cells.keys()].filter((k) => cells[k]!.state === 'observed' && gaps[k]!.people >= 0);
  const short = judged.filter((k) => gaps[k]!.people > 0);
  return {
    byPoints: short
      .filter((k) => cells[k]!.N >= MINIMUM_RATE_DENOMINATOR)
      .sort((a, b) => gaps[b]!.points - gaps[a]!.points || gaps[b]!.people - gaps[a]!.people || a - b),
    byChildren: short
      .filter((k) => indicators[k]!.unit === 'child')
      .sort((a, b) => gaps[b]!.people - gaps[a]!.people || a - b),
    unjudged: [...cells.keys()].filter((k) => !judged.includes(k)),
  };
}

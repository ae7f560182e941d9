import { type AreaMeasure, CellStatus } from './area-table.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from './false-discovery.ts';
import { mannKendall, senSlope } from './mann-kendall.ts';
import { comparePeriods, monthsOf, type Period, periodKind } from './period.ts';
import { invariant } from './problem.ts';
import { repeatedTrendP } from './repeated-trend.ts';

/** What a series of rates allows to be said. */
export const TrendVerdict = {
  /** No figure in the last period. */
  none: 0,
  /** Fewer figures than TREND_PERIODS. */
  short: 1,
  /** No trend shown. */
  unclear: 2,
  /** Falls, or rises, if this area alone had been looked at; not named. */
  maybeFalling: 3,
  maybeRising: 4,
  falling: 5,
  rising: 6,
} as const;
export type TrendVerdict = (typeof TrendVerdict)[keyof typeof TrendVerdict];

/** With 4 figures the exact p of Mann-Kendall is never below 0.083, with 5 only of a series that never turns (0.017). */
export const TREND_PERIODS = 5;
/** From so many figures an area may be named: with fewer no exact p is small enough for 51 areas at once. */
export const NAMED_PERIODS = 7;

/** The trend of one indicator, by area. */
export interface AreaTrends {
  /** Those that have a figure. */
  readonly periods: Uint8Array;
  /** Sen's slope: the rate per 1, by step; NaN where there are fewer than two figures. */
  readonly slope: Float64Array;
  /** Of no trend by Mann-Kendall, two-sided; NaN where fewer than TREND_PERIODS have a figure. */
  readonly p: Float64Array;
  /** The same, or that of children measured again where it is larger (repeatedTrendP); NaN too where that is not known. */
  readonly sure: Float64Array;
  /** `sure` adjusted for as many areas as may be named (Benjamini & Hochberg 1995); NaN for all others. */
  readonly q: Float64Array;
  /** TrendVerdict. */
  readonly verdict: Uint8Array;
  /** CellStatus in the last period. */
  readonly status: Uint8Array;
}

const MONTHS_APART = 3;

/** Months since year 0, of the last month of a period. */
function endOf(period: Period): number {
  const last = monthsOf(period).at(-1) ?? period;
  return Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
}

/** A period of a series, and its place in time, in steps of the series. */
export interface TrendStep {
  readonly period: Period;
  readonly step: number;
}

/**
 * The periods of which the trend up to a period is made: those of its kind, as far as it. Of months only one in three,
 * counted back from it and the last that there is of each three: mostly the same children are measured from one month to
 * the next, so that neighboring months are no separate figures. Where the periods of a kind lie apart, steps do too.
 * @param all in any order.
 * @returns ascending, the last being `until`.
 */
export function trendSteps(all: readonly Period[], until: Period): readonly TrendStep[] {
  const kind = periodKind(until);
  const last = endOf(until);
  const length = kind === 'month' ? MONTHS_APART : monthsOf(until).length;
  const steps = new Map<number, Period>();
  for (const period of [...all].sort(comparePeriods)) {
    if (periodKind(period) !== kind || comparePeriods(period, until) > 0) continue;
    steps.set(-Math.floor((last - endOf(period)) / length), period);
  }
  return [...steps].map(([step, period]) => ({ period, step })).sort((a, b) => a.step - b.step);
}

/**
 * What is said of one series.
 * @param figures it has. @param s, p of Mann-Kendall. @param q over all areas that may be named; NaN where it may not.
 */
export function trendVerdict(figures: number, s: number, p: number, q: number): TrendVerdict {
  if (figures < TREND_PERIODS) return TrendVerdict.short;
  if (!(p <= DISCOVERY_RATE)) return TrendVerdict.unclear;
  const named = q <= DISCOVERY_RATE;
  if (s < 0) return named ? TrendVerdict.falling : TrendVerdict.maybeFalling;
  return named ? TrendVerdict.rising : TrendVerdict.maybeRising;
}

/**
 * Whether the rate of each area falls or rises, by Mann-Kendall over its own figures. A gap is left out, and stays a gap
 * in time. Mann-Kendall takes the figures to be independent; those of children measured again wander, and it names far
 * too readily. So an area is named only where the slope is also larger than such wandering (repeatedTrendP), with
 * NAMED_PERIODS figures or more, and at a false discovery rate of 5 % among all areas that have so many; from
 * TREND_PERIODS on it is said what Mann-Kendall alone would say of it. Coverage is no sample of children, and is never
 * named. O(areas * periods^2).
 * @param measures rates by period, ascending, of one geography.
 * @param steps place in time of each.
 * @param isSample whether n is of a sample N.
 */
export function areaTrends(
  measures: readonly AreaMeasure[],
  steps: readonly number[],
  isSample: boolean,
): AreaTrends {
  invariant(measures.length === steps.length, 'a step for every period');
  const last = measures.at(-1);
  invariant(last?.measure === 'rate', 'a trend is of rates');
  const areas = last.value.length;
  const periods = new Uint8Array(areas);
  const slope = new Float64Array(areas).fill(Number.NaN);
  const p = new Float64Array(areas).fill(Number.NaN);
  const sure = new Float64Array(areas).fill(Number.NaN);
  const s = new Float64Array(areas);
  for (let i = 0; i < areas; i++) {
    const values: number[] = [];
    const times: number[] = [];
    const [cases, children]: [number[], number[]] = [[], []];
    for (const [k, { value, table }] of measures.entries()) {
      if (Number.isNaN(value[i]!)) continue;
      values.push(value[i]!);
      times.push(steps[k]!);
      cases.push(table.numerator[i]!);
      children.push(table.denominator[i]!);
    }
    periods[i] = values.length;
    slope[i] = senSlope(values, times);
    if (values.length < TREND_PERIODS) continue;
    const own = mannKendall(values);
    s[i] = own.s;
    p[i] = own.p;
    if (isSample) sure[i] = Math.max(own.p, repeatedTrendP(cases, children, times));
  }
  const nameable = sure.map((own, i) =>
    periods[i]! >= NAMED_PERIODS && last.status[i] === CellStatus.observed ? own : Number.NaN,
  );
  const q = adjustedForDiscoveries(nameable);
  const verdict = Uint8Array.from(periods, (figures, i) =>
    last.status[i] === CellStatus.observed ? trendVerdict(figures, s[i]!, p[i]!, q[i]!) : TrendVerdict.none,
  );
  return { periods, slope, p, sure, q, verdict, status: last.status };
}

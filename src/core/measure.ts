import type { AreaSum } from './area-sum.ts';
import { type AreaMeasure, type AreaTable, CellStatus, MINIMUM_RATE_DENOMINATOR } from './area-table.ts';
import type { Indicator, Polarity } from './indicator.ts';
import { wilsonInterval } from './rates.ts';

export interface MeasureOptions {
  readonly measure: 'rate' | 'count';
  /** Give value and rank to rates over fewer than MINIMUM_RATE_DENOMINATOR children too. */
  readonly showSmallRates: boolean;
}

/**
 * What is shown of a table: rates n / N per 1, or counts n, with interval and rank. Any other status keeps its own.
 *
 * An observed rate over fewer than MINIMUM_RATE_DENOMINATOR children is tooFew unless showSmallRates; 0 of 0 is
 * tooFew always, also as a count, for nobody was looked at. n, N and the interval stay to be read there.
 *
 * Interval: Wilson 95 %, wherever N is at least 1, for counts as for rates. None for coverage: D is no binomial
 * sample of S, and may exceed it (children of elsewhere weighed here, an old target), value then above 1.
 *
 * Rank: 1 is most urgent by the polarity of the indicator, equal values share it (1, 1, 3); areas without a value
 * have none and are not counted. O(areas log areas).
 */
export function measureOf(table: AreaTable, indicator: Indicator, options: MeasureOptions): AreaMeasure {
  const { numerator, denominator } = table;
  const areas = numerator.length;
  const rate = options.measure === 'rate';
  const least = rate && !options.showSmallRates ? MINIMUM_RATE_DENOMINATOR : 1;
  const value = new Float64Array(areas).fill(Number.NaN);
  const low = new Float64Array(areas).fill(Number.NaN);
  const high = new Float64Array(areas).fill(Number.NaN);
  const status = table.status.slice();
  for (let i = 0; i < areas; i++) {
    if (status[i] !== CellStatus.observed) continue;
    const n = numerator[i]!;
    const N = denominator[i]!;
    if (indicator.kind === 'prevalence') {
      const interval = wilsonInterval(n, N);
      low[i] = interval[0];
      high[i] = interval[1];
    }
    if (N < least) status[i] = CellStatus.tooFew;
    else value[i] = rate ? n / N : n;
  }
  const rank = rankByUrgency(value, indicator.polarity);
  return { table, measure: options.measure, value, status, low, high, rank };
}

/** Sums measured as if each were an area: the same interval, rank and smallest denominator as those of `like`. */
export function measureTotals(
  totals: readonly AreaSum[],
  like: Pick<AreaTable, 'indicator' | 'period'>,
  indicator: Indicator,
  options: MeasureOptions,
): AreaMeasure {
  const table: AreaTable = {
    level: 'district',
    indicator: like.indicator,
    period: like.period,
    numerator: Float64Array.from(totals, ({ numerator }) => numerator),
    denominator: Float64Array.from(totals, ({ denominator }) => denominator),
    status: Uint8Array.from(totals, ({ status }) => status),
  };
  return measureOf(table, indicator, options);
}

/**
 * Competition ranks, 1 the most urgent; 0 where the value is NaN. O(areas log areas). Quotients may be compared as they are: division is correctly rounded, so equal fractions give
 * equal numbers, and different fractions of fewer than 2 ** 26 children different ones.
 */
export function rankByUrgency(value: Float64Array, polarity: Polarity): Uint32Array {
  const ascending = value.filter((each) => !Number.isNaN(each)).sort();
  const rank = new Uint32Array(value.length);
  for (let i = 0; i < value.length; i++) {
    const own = value[i]!;
    if (Number.isNaN(own)) continue;
    const moreUrgent =
      polarity === 'more-is-worse'
        ? ascending.length - countUpTo(ascending, own)
        : countBelow(ascending, own);
    rank[i] = moreUrgent + 1;
  }
  return rank;
}

/** How many of a sorted column are less than a value (binary search). */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of a sorted column are at most a value (binary search). */
function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { AreaLevel } from './area.ts';
import type { IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';

/** Why a cell has a value, or has none. Never fold these into 0. */
export const CellStatus = {
  observed: 0,
  /** The area has not reported the period, or what it reported was set aside (ReportStatus). */
  notReported: 1,
  /** Hidden by the publisher, or not published in this crossing. */
  suppressed: 2,
  /** Nobody in the population asked for (N = 0). */
  noDenominator: 3,
  /** Outside the filtered districts, or the dataset does not know a dimension asked for. */
  notApplicable: 4,
  /**
   * A rate over fewer than MINIMUM_RATE_DENOMINATOR children, families or persons: counts are shown, the rate is not coloured or ranked.
   * Also any measure over no child at all.
   */
  tooFew: 5,
} as const;
export type CellStatus = (typeof CellStatus)[keyof typeof CellStatus];

/** Smallest number of children, families or persons over which a rate is coloured and ranked. */
export const MINIMUM_RATE_DENOMINATOR = 30;

/**
 * One indicator in one period for every area of one level.
 * numerator and denominator are counts of the indicator's unit, children or others, NaN exactly where status is neither observed nor noDenominator
 * (there N = 0, and n is 0 or, for coverage, the children measured although nobody was to be). An area that reported
 * but knows the class of no child is observed with 0 of 0.
 */
export interface AreaTable {
  readonly level: AreaLevel;
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** CellStatus by area; never tooFew here, which is a policy of showing. */
  readonly status: Uint8Array;
}

/** What is shown of an AreaTable: rates or counts, with interval, rank and status. All columns by area index. */
export interface AreaMeasure {
  readonly table: AreaTable;
  readonly measure: 'rate' | 'count';
  /** Rates per 1, counts in children; NaN exactly where status is not observed. */
  readonly value: Float64Array;
  readonly status: Uint8Array;
  /** Wilson 95 % interval of the rate, per 1; NaN where there is no denominator of at least 1, and for coverage. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 is most urgent; equal values share a rank (1, 1, 3); 0 where there is none. */
  readonly rank: Uint32Array;
}

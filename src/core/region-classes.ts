import type { AreaMeasure } from './area-table.ts';
import { threeClassEdges } from './bivariate.ts';
import { legendDecimals, NO_CLASS } from './classification.ts';
import type { Indicator, IndicatorId, Polarity } from './indicator.ts';
import { pairStatus } from './pair-status.ts';
import { invariant } from './problem.ts';
import { roundTo, unitsOf } from './rates.ts';
import type { Regions } from './view.ts';

/** How many problems are looked at together, and the combinations of having them or not. */
export const REGION_PROBLEMS = 3;
export const REGION_CLASSES = 2 ** REGION_PROBLEMS;

/** One of the problems: rates of all areas, and where the problem begins. */
export interface RegionMeasure {
  readonly measure: AreaMeasure;
  readonly polarity: Polarity;
  /** Per 1; null where the values part nowhere: then no area has the problem. */
  readonly threshold: number | null;
}

/** Three problems of the same areas, had or not. Columns by area. */
export interface RegionClasses {
  /** Bit k is set where the area has problem k; NO_CLASS where status is not observed. */
  readonly classOf: Uint8Array;
  /** Bit k is set where the interval of problem k lies on both sides of its threshold; 0 where there is no class. */
  readonly unsureOf: Uint8Array;
  /** CellStatus: that of the three which pairStatus puts first; observed only where all are. */
  readonly status: Uint8Array;
  /** By class, 8. */
  readonly areasPerClass: Uint32Array;
  /** Areas with a class that some interval leaves open. */
  readonly unsure: number;
  /** By problem, then by class: children over all areas of the class. */
  readonly counts: readonly { readonly numerator: Float64Array; readonly denominator: Float64Array }[];
}

/**
 * Where an indicator becomes a problem unless the reader says otherwise: what an overlay calls high. The high edge of
 * its bands (stunting 20 %, wasting 10 %: de Onis et al. 2019); else the upper tertile edge, as printed, or for an
 * indicator of which more is better the lower one. null where the values have no such edge.
 * @param values rates per 1 from which tertiles are cut; NaN is passed over.
 */
export function regionThreshold(
  values: Float64Array,
  indicator: Pick<Indicator, 'bands' | 'polarity'>,
): number | null {
  const edges = threeClassEdges(values, indicator, 'bands');
  return (indicator.polarity === 'more-is-worse' ? edges.at(-1) : edges[0]) ?? null;
}

/**
 * Whether a rate per 1 is on the problem's side of a threshold, both as printed: from it up where more is worse, below
 * it where more is better. false of NaN.
 */
export function hasProblem(rate: number, threshold: number | null, polarity: Polarity): boolean {
  if (Number.isNaN(rate) || threshold === null) return false;
  const decimals = legendDecimals('rate');
  const above = unitsOf(rate, decimals) >= unitsOf(threshold, decimals);
  return polarity === 'more-is-worse' ? above : !above;
}

/** The indicator that tables and figures are of while three problems are looked at: one of them, the first unless told. */
export function indicatorAmong({ problems }: Regions, indicator: IndicatorId): IndicatorId {
  return problems.some((problem) => problem.indicator === indicator) ? indicator : problems[0].indicator;
}

/** A threshold as it is printed and compared. */
export function roundThreshold(threshold: number): number {
  return roundTo(threshold, legendDecimals('rate'));
}

/** The problems that a class has, by position. */
export function problemsOf(region: number): readonly number[] {
  return Array.from({ length: REGION_PROBLEMS }, (_, k) => k).filter((k) => (region >> k) & 1);
}

/**
 * The eight combinations of three problems. An area that lacks any of the three has no class, is counted in none, and
 * its status says why. An area is unsure where the Wilson 95 % interval of a rate reaches over its threshold; rates
 * without an interval (coverage) are taken as they are. O(areas).
 * @throws where they are not three, are counts, or are of different geographies.
 */
export function regionClasses(problems: readonly RegionMeasure[]): RegionClasses {
  const [first, second, third] = problems.map(({ measure }) => measure);
  invariant(first && second && third && problems.length === REGION_PROBLEMS, 'three problems');
  const areas = first.value.length;
  invariant(
    problems.every(({ measure: { measure, value } }) => measure === 'rate' && value.length === areas),
    'three rates of one geography',
  );
  const status = pairStatus(pairStatus(first.status, second.status), third.status);
  const classOf = new Uint8Array(areas).fill(NO_CLASS);
  const unsureOf = new Uint8Array(areas);
  const areasPerClass = new Uint32Array(REGION_CLASSES);
  const counts = problems.map(() => ({
    numerator: new Float64Array(REGION_CLASSES),
    denominator: new Float64Array(REGION_CLASSES),
  }));
  let unsure = 0;
  for (let i = 0; i < areas; i++) {
    if (problems.some(({ measure }) => Number.isNaN(measure.value[i]))) continue;
    let [own, open] = [0, 0];
    for (const [k, { measure, polarity, threshold }] of problems.entries()) {
      const has = (rate: number) => hasProblem(rate, threshold, polarity);
      if (has(measure.value[i]!)) own |= 1 << k;
      const [low, high] = [measure.low[i]!, measure.high[i]!];
      if (low <= high && has(low) !== has(high)) open |= 1 << k;
    }
    classOf[i] = own;
    unsureOf[i] = open;
    areasPerClass[own]! += 1;
    if (open > 0) unsure += 1;
    for (const [k, { measure }] of problems.entries()) {
      counts[k]!.numerator[own]! += measure.table.numerator[i]!;
      counts[k]!.denominator[own]! += measure.table.denominator[i]!;
    }
  }
  return { classOf, unsureOf, status, areasPerClass, unsure, counts };
}

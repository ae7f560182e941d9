import { type AreaMeasure, type AreaTable, CellStatus } from './area-table.ts';
import { type BetaBinomial, exceedance, ratePosterior } from './beta-binomial.ts';
import { NO_CLASS } from './classification.ts';
import { invariant } from './problem.ts';
import { unitsOf } from './rates.ts';

/** What a rate is to be above: an edge of the indicator's bands, the rate of all areas, or the reader's own. */
export type RateThreshold =
  | { readonly kind: 'band' | 'own' /** Per 1. */; readonly rate: number }
  | { readonly kind: 'city' };

/** How probable it is that the true rate of an area lies above a threshold. */
export interface Exceedance {
  readonly kind: 'exceedance';
  readonly threshold: RateThreshold;
}

/** Edges between the five classes of a probability. The middle class is told neither way (Richardson et al. 2004). */
const EXCEEDANCE_EDGES = [0.05, 0.2, 0.8, 0.95] as const;
const EXCEEDANCE_CLASSES = EXCEEDANCE_EDGES.length + 1;
/** The class of 20 to 80 %. */
export const TOLD_NEITHER_WAY = 2;

/** Rates with the counts that they are of. */
export interface CountedRates extends Pick<AreaMeasure, 'measure' | 'value' | 'status'> {
  readonly table: Pick<AreaTable, 'numerator' | 'denominator' | 'status'>;
}

/** P(true rate > threshold), by area. */
export interface ExceedanceMap {
  /** Per 1. */
  readonly threshold: number;
  /** What the areas share. */
  readonly prior: BetaBinomial;
  /** Whether the counts tell areas apart at all: overdispersion is above 0. If not, nothing has a probability or class. */
  readonly distinguishes: boolean;
  /** 0 to 1; NaN where status is not observed. */
  readonly probability: Float64Array;
  /** 0 below 5 %, 1 below 20, 2 up to 80, 3 up to 95, 4 above; NO_CLASS where there is no probability. */
  readonly classOf: Uint8Array;
  readonly areasPerClass: Uint32Array;
  /** CellStatus of the measure: a rate over too few children has no probability either. */
  readonly status: Uint8Array;
}

/** The class of a probability as it is printed, the same from both ends: that of 1 - p is 4 less that of p. */
export function exceedanceClass(probability: number): number {
  if (Number.isNaN(probability)) return NO_CLASS;
  const units = unitsOf(probability, 3);
  const [surely, probably, likely, almost] = EXCEEDANCE_EDGES.map((edge) => unitsOf(edge, 3));
  if (units < surely!) return 0;
  if (units < probably!) return 1;
  if (units <= likely!) return 2;
  return units <= almost! ? 3 : 4;
}

/**
 * P(true rate > threshold) from the beta-binomial posterior (ratePosterior; Kleinman 1973), read as by Richardson,
 * Thomson, Best & Elliott (2004, Environ. Health Perspect. 112:1016): above 80 % points to a raised rate, below 20 % away
 * from one. What all areas share is learnt from every area with children, those with too few to be shown included, so that
 * what is shown does not move it. Where overdispersion is estimated at 0, chance alone explains the rates: no area has a
 * probability. O(areas), some microseconds each.
 * @param measure rates of a prevalence. @param threshold per 1.
 * @throws where the measure is of counts, or n exceeds N.
 */
export function exceedanceMap(measure: CountedRates, threshold: number): ExceedanceMap {
  invariant(measure.measure === 'rate', 'rates');
  const { table, status, value } = measure;
  const counted = Array.from(table.status.keys()).filter(
    (i) => table.status[i] === CellStatus.observed && table.denominator[i]! > 0,
  );
  const areas = status.length;
  const probability = new Float64Array(areas).fill(Number.NaN);
  const classOf = new Uint8Array(areas).fill(NO_CLASS);
  const areasPerClass = new Uint32Array(EXCEEDANCE_CLASSES);
  if (counted.length === 0) {
    const prior = { mean: Number.NaN, overdispersion: 0, concentration: Number.POSITIVE_INFINITY };
    return { threshold, prior, distinguishes: false, probability, classOf, areasPerClass, status };
  }
  const pick = (column: Float64Array) => Float64Array.from(counted, (i) => column[i]!);
  const posterior = ratePosterior({
    numerator: pick(table.numerator),
    denominator: pick(table.denominator),
  });
  const { prior } = posterior;
  const distinguishes = prior.overdispersion > 0;
  if (distinguishes) {
    const all = exceedance(posterior, threshold);
    for (const [k, i] of counted.entries()) {
      if (Number.isNaN(value[i])) continue;
      probability[i] = all[k]!;
      const own = exceedanceClass(all[k]!);
      classOf[i] = own;
      areasPerClass[own]! += 1;
    }
  }
  return { threshold, prior, distinguishes, probability, classOf, areasPerClass, status };
}

import type { LonLat } from './area.ts';
import { type RateVariance, standardizedRates } from './empirical-bayes.ts';
import { funnelOf } from './funnel.ts';
import { globalMoran } from './global-moran.ts';
import type { HotspotMap } from './hotspot-map.ts';
import { NO_PATTERN, PATTERNS, TIERS } from './hotspot-pattern.ts';
import { OVERALL_RATE, overallRate, type RateCounts } from './rates.ts';
import { type AnalysisMethod, type AnalysisResult, spatialAnalysis } from './spatial-analysis.ts';
import { spatialLag } from './spatial-lag.ts';
import { componentsOf, type NeighborGraph, restrictGraph } from './spatial-weights.ts';
import type { Hotspots } from './view.ts';

/** Hotspots of one indicator, or of two, in one period. All columns by area of the graph. */
export interface HotspotQuestion {
  readonly method: Hotspots['method'];
  /** NaN, or a denominator of 0, where an area takes no part: not reported, hidden, nobody there. */
  readonly counts: RateCounts;
  /** Of the rates; if binomial, an area with more cases than people takes no part. */
  readonly variance: RateVariance;
  /** The second indicator of co-location, else null. */
  readonly second: RateCounts | null;
  readonly graph: NeighborGraph;
  readonly codes: readonly string[];
  readonly centroids: readonly LonLat[];
  readonly permutations: number;
  readonly seed: number;
}

const isUsable = ({ numerator, denominator }: RateCounts, i: number): boolean =>
  denominator[i]! > 0 && !Number.isNaN(numerator[i]!);

function picked({ numerator, denominator }: RateCounts, kept: Uint32Array): RateCounts {
  return {
    numerator: Float64Array.from(kept, (i) => numerator[i]!),
    denominator: Float64Array.from(kept, (i) => denominator[i]!),
  };
}

function spread(column: ArrayLike<number>, kept: Uint32Array, areas: number): Float64Array {
  const all = new Float64Array(areas).fill(Number.NaN);
  kept.forEach((i, k) => {
    all[i] = column[k]!;
  });
  return all;
}

/** 1 where the rate lies above that of all areas together, 0 where not, NaN where there is none. */
function aboveOverall(counts: RateCounts, kept: Uint32Array): Float64Array {
  const own = picked(counts, kept);
  const overall = overallRate(own);
  const above = own.numerator.map((n, k) => Number(n / own.denominator[k]! > overall));
  return spread(above, kept, counts.numerator.length);
}

/** What spatialAnalysis is asked: never raw or smoothed rates, which cluster by themselves where areas are small. */
function methodOf(
  { method, counts, second }: HotspotQuestion,
  kept: Uint32Array,
  standardized: Float64Array,
): AnalysisMethod {
  switch (method) {
    case 'clusters':
      return { kind: 'local-moran', values: standardized, reference: OVERALL_RATE };
    case 'hot-cold':
      return { kind: 'gi-star', values: standardized, reference: OVERALL_RATE };
    case 'co-location':
      return {
        kind: 'join-count',
        values: aboveOverall(counts, kept),
        second: second && aboveOverall(second, kept),
      };
  }
}

function neighborsOf({ offset }: NeighborGraph): HotspotMap['neighbors'] & { readonly isolates: number[] } {
  const areas = offset.length - 1;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  const isolates: number[] = [];
  for (let k = 0; k < areas; k++) {
    const degree = offset[k + 1]! - offset[k]!;
    least = Math.min(least, degree);
    most = Math.max(most, degree);
    if (degree === 0) isolates.push(k);
  }
  return { least: areas === 0 ? 0 : least, mean: areas === 0 ? 0 : offset[areas]! / areas, most, isolates };
}

function columnsOf(
  result: AnalysisResult,
): Pick<HotspotMap, 'pattern' | 'tier' | 'statistic' | 'z' | 'p' | 'q'> {
  const { statistic, z, p, q, reason } = result;
  return {
    pattern: Uint8Array.from(result.pattern, (one) => (one === null ? NO_PATTERN : PATTERNS.indexOf(one))),
    // Numbers of too few areas are computed and called nothing.
    tier: Uint8Array.from(result.tier, (one, i) => (reason[i] === null ? TIERS.indexOf(one) : 0)),
    statistic,
    z,
    p,
    q,
  };
}

/**
 * Where values lie beside like values, and how strong the evidence is: local Moran (Anselin 1995) or Gi* (Ord & Getis
 * 1995) of standardized rates (standardizedRates), or local join counts of areas where both
 * indicators are above their overall rates (Anselin & Li 2019). Areas that take no part are left out and the neighbors
 * restricted to the others. Weights are row-standardized. Yields the share done.
 * @throws where columns, codes, centroids and graph are not of the same areas.
 */
export function* hotspotMap(question: HotspotQuestion): Generator<number, HotspotMap> {
  const { method, counts, variance, second, graph, codes, centroids, permutations, seed } = question;
  const areas = counts.numerator.length;
  const kept = Uint32Array.from(counts.numerator.keys()).filter(
    (i) =>
      isUsable(counts, i) &&
      (variance === 'poisson' || counts.numerator[i]! <= counts.denominator[i]!) &&
      (second === null || isUsable(second, i)),
  );
  const own = restrictGraph(graph, kept);
  const weights = { graph: own, style: 'W' as const };
  const complete = picked(counts, kept);
  const rates = kept.length === 0 ? new Float64Array(0) : standardizedRates(complete, variance);
  const standardized = spread(rates, kept, areas);
  const { least, mean, most, isolates } = neighborsOf(own);
  const result = yield* spatialAnalysis({
    method:
      kept.length === 0
        ? { kind: 'local-moran', values: standardized, reference: OVERALL_RATE }
        : methodOf(question, kept, standardized),
    graph,
    style: 'W',
    codes,
    centroids,
    permutations,
    seed,
  });
  const { statistic, randomization } = globalMoran(rates, weights);
  const lag = spatialLag(rates, weights);
  for (const k of isolates) lag[k] = Number.NaN;
  const funnel = kept.length === 0 ? null : funnelOf(complete);
  const [flag, chanceFlag] = [new Uint8Array(areas), new Uint8Array(areas)];
  kept.forEach((i, k) => {
    flag[i] = funnel?.flag[k] ?? 0;
    chanceFlag[i] = funnel?.chanceFlag[k] ?? 0;
  });
  return {
    method,
    ...columnsOf(result),
    standardized,
    lag: spread(lag, kept, areas),
    global: { statistic, z: randomization.z, p: randomization.p },
    funnel: funnel && { ...funnel, z: spread(funnel.z, kept, areas), flag, chanceFlag },
    used: result.used,
    neighbors: { least, mean, most },
    components: componentsOf(own).count,
    isolates: isolates.map((k) => kept[k]!),
    tooFewAreas: result.tooFewAreas,
    noVariation: result.reason.includes('no-variation'),
  };
}

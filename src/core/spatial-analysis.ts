import type { LonLat } from './area.ts';
import {
  type AreaStatistics,
  bivariateOfAreas,
  classesOfAreas,
  getisOrdOfAreas,
  joinCountsOfAreas,
  leeOfAreas,
  localMoranOfAreas,
  moranOfMap,
  type Pattern,
  rankSetsOfAreas,
  ratesOfAreas,
  scanOfAreas,
  untestedAreas,
} from './area-statistics.ts';
import { canonicalOrder } from './canonical-order.ts';
import type { BreakMethod } from './class-breaks.ts';
import type { PermutationPlan } from './conditional-permutation.ts';
import { type RateVariance, standardizedRates } from './empirical-bayes.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from './false-discovery.ts';
import { invariant } from './problem.ts';
import { OVERALL_RATE, type RateCounts } from './rates.ts';
import type { ScanModel } from './scan.ts';
import type { ScanPoints } from './scan-window.ts';
import { variationOf } from './spatial-lag.ts';
import {
  type NeighborGraph,
  restrictGraph,
  type SpatialWeights,
  type WeightsStyle,
} from './spatial-weights.ts';

/** A method and the columns it takes, by area in the order of the file; NaN where there is no value. */
export type AnalysisMethod =
  | { readonly kind: 'moran'; readonly values: Float64Array }
  | {
      readonly kind: 'local-moran' | 'gi' | 'gi-star';
      readonly values: Float64Array;
      /** High is above it; null: above the mean of all areas. */
      readonly reference: number | null;
    }
  | {
      readonly kind: 'eb-local-moran' | 'rates';
      readonly counts: RateCounts;
      /** If binomial, an area with more cases than people takes no part: that is no proportion. */
      readonly variance: RateVariance;
    }
  /** Draws are those of the input's permutations, of at least 100. */
  | { readonly kind: 'rank-sets'; readonly counts: RateCounts; readonly simultaneous: boolean }
  /** Columns of 0 and 1; with `second`, co-location of both. */
  | { readonly kind: 'join-count'; readonly values: Float64Array; readonly second: Float64Array | null }
  | { readonly kind: 'bivariate' | 'lee'; readonly values: Float64Array; readonly second: Float64Array }
  | {
      readonly kind: 'scan';
      readonly counts: RateCounts;
      readonly points: ScanPoints;
      readonly model: ScanModel;
      readonly largestShare: number;
    }
  | { readonly kind: 'classify'; readonly values: Float64Array; readonly breaks: BreakMethod };

export interface AnalysisInput {
  readonly method: AnalysisMethod;
  /** Of all areas, those without a value too. */
  readonly graph: NeighborGraph;
  readonly style: WeightsStyle;
  /** By area, or null: only for the order in which draws are made. */
  readonly codes: readonly string[] | null;
  readonly centroids: readonly LonLat[];
  /** 0 for analytic p. */
  readonly permutations: number;
  readonly seed: number;
}

/** Why an area has no number, or no class where it has one. */
export type AnalysisReason =
  | 'no-data'
  /** A rate of nobody. */
  | 'no-population'
  /** More cases than people, where rates are proportions. */
  | 'more-cases-than-people'
  | 'no-neighbours'
  | 'no-variation'
  | 'too-few-areas'
  /** Join counts: the area itself is not 1. */
  | 'not-marked';

export type AreaClass = Pattern | 'not-significant' | 'no-neighbours' | 'no-data';

/** How strong the evidence is: false discovery rate of 5 %, else p below 0.01, else p below 0.05, for exploring. */
export type Tier = 'fdr' | 'p01' | 'p05' | 'none';

/** By area in the order of the file; NaN where there is no number. */
export interface AnalysisResult
  extends Pick<AreaStatistics, 'statistic' | 'expected' | 'variance' | 'z' | 'p' | 'columns'> {
  /** What was asked of the area: its value, or its raw rate. */
  readonly value: Float64Array;
  /** p after Benjamini & Hochberg over the areas tested. */
  readonly q: Float64Array;
  /** Null where the method does not test areas. */
  readonly areaClass: readonly (AreaClass | null)[];
  /** What the area would be if it were significant. */
  readonly pattern: readonly (Pattern | null)[];
  readonly tier: readonly Tier[];
  readonly reason: readonly (AnalysisReason | null)[];
  /** Classes of `classify`, from 0; -1 where there is none. */
  readonly classes: Int16Array | null;
  /** Indices are those of the file. */
  readonly global: AreaStatistics['global'];
  /** Areas with a value, and with a neighbor where the method needs one. */
  readonly used: number;
  readonly tooFewAreas: boolean;
}

/** Fewer areas than this: numbers are computed, nothing is called significant. */
export const FEWEST_AREAS = 20;
/** Fewer have no variance to speak of (variationOf). */
const FEWEST_THAT_VARY = 3;
const TESTS_AREAS = new Set([
  'local-moran',
  'gi',
  'gi-star',
  'eb-local-moran',
  'join-count',
  'bivariate',
  'lee',
  'scan',
]);
const TESTS = new Set([...TESTS_AREAS, 'moran']);
const NEEDS_NEIGHBORS = new Set(TESTS);
NEEDS_NEIGHBORS.delete('scan');

interface Columns {
  /** What the reader sees of an area. */
  readonly value: Float64Array;
  /** NaN where the area cannot take part. */
  readonly usable: Float64Array;
  /** Why it cannot. */
  readonly missing: (i: number) => AnalysisReason;
}

function columnsOf(method: AnalysisMethod): Columns {
  if ('counts' in method) {
    const { numerator, denominator } = method.counts;
    const value = numerator.map((n, i) => (denominator[i]! > 0 ? n / denominator[i]! : Number.NaN));
    const places = method.kind === 'scan' ? method.points : null;
    const proportions =
      method.kind === 'rank-sets' || ('variance' in method && method.variance === 'binomial');
    const usable = value.map((rate, i) => {
      if (places) return rate + places.x[i]! + places.y[i]!;
      return proportions && rate > 1 ? Number.NaN : rate;
    });
    const missing = (i: number): AnalysisReason => {
      if (denominator[i] === 0) return 'no-population';
      return proportions && value[i]! > 1 ? 'more-cases-than-people' : 'no-data';
    };
    return { value, usable, missing };
  }
  const { values } = method;
  const second = 'second' in method ? method.second : null;
  const usable = second ? values.map((x, i) => x + second[i]!) : values;
  return { value: values, usable, missing: () => 'no-data' };
}

/** The method's columns for the areas kept, in their order. */
function restricted(method: AnalysisMethod, kept: Uint32Array): AnalysisMethod {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => column[i]!);
  const counts = (of: RateCounts): RateCounts => ({
    numerator: pick(of.numerator),
    denominator: pick(of.denominator),
  });
  switch (method.kind) {
    case 'eb-local-moran':
    case 'rates':
    case 'rank-sets':
      return { ...method, counts: counts(method.counts) };
    case 'scan': {
      const { x, y, metric } = method.points;
      return { ...method, counts: counts(method.counts), points: { x: pick(x), y: pick(y), metric } };
    }
    case 'join-count':
      return { ...method, values: pick(method.values), second: method.second && pick(method.second) };
    case 'bivariate':
    case 'lee':
      return { ...method, values: pick(method.values), second: pick(method.second) };
    default:
      return { ...method, values: pick(method.values) };
  }
}

function* statisticsOf(
  method: AnalysisMethod,
  weights: SpatialWeights,
  plan: PermutationPlan,
): Generator<number, AreaStatistics> {
  switch (method.kind) {
    case 'moran':
      return {
        ...untestedAreas(method.values.length),
        global: yield* moranOfMap(method.values, weights, plan),
      };
    case 'local-moran':
      return yield* localMoranOfAreas(method.values, weights, plan, method.reference);
    case 'gi':
    case 'gi-star':
      return yield* getisOrdOfAreas(
        method.values,
        weights,
        plan,
        method.kind === 'gi-star',
        method.reference,
      );
    case 'eb-local-moran': {
      const standardized = standardizedRates(method.counts, method.variance);
      const local = yield* localMoranOfAreas(standardized, weights, plan, OVERALL_RATE);
      return { ...local, columns: { standardized } };
    }
    case 'join-count':
      return yield* joinCountsOfAreas(method.values, method.second, weights);
    case 'bivariate':
      return yield* bivariateOfAreas(method.values, method.second, weights, plan);
    case 'lee':
      return yield* leeOfAreas(method.values, method.second, weights, plan);
    case 'scan':
      return yield* scanOfAreas(method.counts, method.points, method.model, method.largestShare, plan);
    case 'rates':
      return yield* ratesOfAreas(method.counts, method.variance, weights);
    case 'rank-sets':
      return yield* rankSetsOfAreas(method.counts, method.simultaneous, plan);
    case 'classify':
      return yield* classesOfAreas(method.values, method.breaks);
  }
}

/** Whether what is tested differs between areas at all. */
function varies(method: AnalysisMethod): boolean {
  switch (method.kind) {
    case 'eb-local-moran':
      return variationOf(standardizedRates(method.counts, method.variance)) !== null;
    case 'bivariate':
    case 'lee':
      return variationOf(method.values) !== null && variationOf(method.second) !== null;
    case 'moran':
    case 'local-moran':
    case 'gi':
    case 'gi-star':
      return variationOf(method.values) !== null;
    default:
      return true;
  }
}

function tierOf(p: number, q: number): Tier {
  if (q <= DISCOVERY_RATE) return 'fdr';
  return p < 0.01 ? 'p01' : p < 0.05 ? 'p05' : 'none';
}

function globalInFileOrder(global: AreaStatistics['global'], kept: Uint32Array): AreaStatistics['global'] {
  if (global === null || !('clusters' in global)) return global;
  const clusters = global.clusters.map((cluster) => ({
    ...cluster,
    center: kept[cluster.center]!,
    members: cluster.members.map((i) => kept[i]!).sort((a, b) => a - b),
  }));
  return { clusters };
}

/** What is said of one area that has a value. */
function verdictOf(
  kind: AnalysisMethod['kind'],
  found: Pick<AreaStatistics, 'p' | 'pattern'> & { readonly q: Float64Array },
  k: number,
  {
    lone,
    empty,
    tooFew,
  }: { readonly lone: boolean; readonly empty: AnalysisReason | null; readonly tooFew: boolean },
): { readonly areaClass: AreaClass | null; readonly tier: Tier; readonly reason: AnalysisReason | null } {
  const tests = TESTS_AREAS.has(kind);
  const silent = { areaClass: tests ? ('not-significant' as const) : null, tier: 'none' as const };
  if (lone && NEEDS_NEIGHBORS.has(kind)) {
    return { areaClass: 'no-neighbours', tier: 'none', reason: 'no-neighbours' };
  }
  if (empty) return { ...silent, reason: empty };
  const pattern = found.pattern[k]!;
  if (kind === 'join-count' && pattern === null) return { ...silent, reason: 'not-marked' };
  if (!tests) return { ...silent, reason: null };
  if (tooFew) return { ...silent, reason: 'too-few-areas' };
  const [p, q] = [found.p[k]!, found.q[k]!];
  const significant = pattern !== null && (kind === 'scan' ? p <= DISCOVERY_RATE : q <= DISCOVERY_RATE);
  return { areaClass: significant ? pattern : 'not-significant', tier: tierOf(p, q), reason: null };
}

/**
 * One analysis of a map. Areas without a value are left out and the neighbors restricted to the others; areas without a
 * neighbor then have no statistic and are not among the tests that q allows for. Draws are made over areas in
 * canonicalOrder, so that a file sorted otherwise gives each area the same numbers. A class other than not-significant
 * means q <= 0.05 (a scan: the cluster's p <= 0.05); the tier says more. Where nothing varies there is no number; with
 * fewer than 20 areas numbers, but no classes. Yields the share done of the longest part.
 *
 * p: permutation, two-sided, or analytic without permutations; join counts exact, scan by Monte Carlo, upper tails.
 * @throws where columns, codes, centroids and graph are not of the same areas, or a method refuses its columns.
 */
export function* spatialAnalysis(input: AnalysisInput): Generator<number, AnalysisResult> {
  const { method, graph, style, codes, centroids, permutations, seed } = input;
  const { value, usable, missing } = columnsOf(method);
  const areas = value.length;
  invariant(graph.offset.length === areas + 1 && centroids.length === areas, 'one graph row an area');
  const kept = canonicalOrder(codes, centroids).filter((i) => !Number.isNaN(usable[i]!));
  const weights: SpatialWeights = { graph: restrictGraph(graph, kept), style };
  const { offset } = weights.graph;
  const lone = (k: number): boolean => offset[k] === offset[k + 1];
  const used = NEEDS_NEIGHBORS.has(method.kind) ? kept.filter((_, k) => !lone(k)).length : kept.length;
  const own = restricted(method, kept);
  const even = kept.length === 0 || !varies(own);
  const found = even ? untestedAreas(kept.length) : yield* statisticsOf(own, weights, { permutations, seed });
  const q = found.correctable ? adjustedForDiscoveries(found.p) : found.p.map(() => Number.NaN);
  const empty = even ? (kept.length < FEWEST_THAT_VARY ? 'too-few-areas' : 'no-variation') : null;
  const tooFew = TESTS.has(method.kind) && used < FEWEST_AREAS;

  const spread = (column: Float64Array): Float64Array => {
    const all = new Float64Array(areas).fill(Number.NaN);
    kept.forEach((i, k) => {
      all[i] = column[k]!;
    });
    return all;
  };
  const areaClass = new Array<AreaClass | null>(areas).fill('no-data');
  const pattern = new Array<Pattern | null>(areas).fill(null);
  const tier = new Array<Tier>(areas).fill('none');
  const reason = Array.from(value, (_, i): AnalysisReason | null => missing(i));
  const classes = found.classes && new Int16Array(areas).fill(-1);
  kept.forEach((i, k) => {
    const verdict = verdictOf(method.kind, { ...found, q }, k, { lone: lone(k), empty, tooFew });
    areaClass[i] = verdict.areaClass;
    tier[i] = verdict.tier;
    reason[i] = verdict.reason;
    pattern[i] = found.pattern[k]!;
    if (classes) classes[i] = found.classes![k]!;
  });
  return {
    value,
    statistic: spread(found.statistic),
    expected: spread(found.expected),
    variance: spread(found.variance),
    z: spread(found.z),
    p: spread(found.p),
    q: spread(q),
    columns: Object.fromEntries(
      Object.entries(found.columns).map(([name, column]) => [name, spread(column)]),
    ),
    areaClass,
    pattern,
    tier,
    reason,
    classes,
    global: globalInFileOrder(found.global, kept),
    used,
    tooFewAreas: tooFew,
  };
}

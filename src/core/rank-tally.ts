/** How ranks are spread. Columns by area, NaN where an area was not ranked. */
export interface RankDistribution {
  /** E(rank), 1 the most urgent. */
  readonly mean: Float64Array;
  /** 5 %, 50 % and 95 % quantiles of the rank, each within `resolution` ranks, the interval never too narrow. */
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
  /** P(rank <= top), or of being in the list where one is given, 0 to 1. */
  readonly inTop: Float64Array;
  /** Ranks that were counted together: 1 for up to 5,792 areas. */
  readonly resolution: number;
}

/** The choices that are drawn. */
export const UNCERTAIN_FACTORS = ['weights', 'aggregation', 'scaling', 'posterior'] as const;
export type UncertainFactor = (typeof UNCERTAIN_FACTORS)[number];

/** What makes ranks vary. */
export interface RankVariance {
  /** Share of the variance of the ranks that each choice makes alone, 0 to 1. */
  readonly share: Readonly<Record<UncertainFactor, number>>;
  /** The rest, which choices make together. All shares sum to 1, or are 0 where no rank varies. */
  readonly interaction: number;
}

/** Counts ranks run by run; ranks are 1 to the number of areas. */
export interface RankTally {
  /** @param listed places that are in the list of this run; null: all whose rank is at most the top. */
  add(rank: Uint32Array, listed: Uint32Array | null): void;
  /** @param ranked the area of each place in a run. @param areas how many there are in all. */
  result(ranked: Uint32Array, areas: number): RankDistribution;
}

/** Takes runs, and pairs of runs that have one factor in common. */
export interface VarianceTally {
  addRun(rank: Uint32Array): void;
  addPair(factor: UncertainFactor, rank: Uint32Array, withFactorOnly: Uint32Array): void;
  /** @param drawn factors that were drawn, a pair of each for every other run. */
  shares(drawn: readonly UncertainFactor[]): RankVariance;
}

/** Counters of how often each area had each rank, two bytes each: 64 MB at most. */
const COUNTERS = 2 ** 25;
/** How often each of these areas had each rank: at most 65,535 runs, 64 MB. */
export function createRankTally(areas: number, top: number): RankTally {
  const resolution = Math.ceil(areas / Math.floor(COUNTERS / areas));
  const bins = Math.ceil(areas / resolution);
  const times = new Uint16Array(areas * bins);
  const [sum, tops] = [new Float64Array(areas), new Float64Array(areas)];
  let runs = 0;
  const binOf = (at: number, p: number): number => {
    let [bin, counted] = [0, times[at * bins]!];
    while (counted < p * runs) counted += times[at * bins + ++bin]!;
    return bin;
  };
  const first = (bin: number): number => bin * resolution + 1;
  const last = (bin: number): number => Math.min(areas, (bin + 1) * resolution);
  return {
    add(rank, listed) {
      runs++;
      if (listed) for (const at of listed) tops[at]! += 1;
      for (let at = 0; at < areas; at++) {
        const own = rank[at]!;
        sum[at]! += own;
        if (listed === null && own <= top) tops[at]! += 1;
        times[at * bins + Math.floor((own - 1) / resolution)]! += 1;
      }
    },
    result(ranked, all) {
      const column = (of: (at: number) => number): Float64Array => {
        const values = new Float64Array(all).fill(Number.NaN);
        ranked.forEach((i, at) => {
          values[i] = of(at);
        });
        return values;
      };
      const middle = (bin: number): number => (first(bin) + last(bin)) / 2;
      return {
        mean: column((at) => sum[at]! / runs),
        low: column((at) => first(binOf(at, 0.05))),
        median: column((at) => middle(binOf(at, 0.5))),
        high: column((at) => last(binOf(at, 0.95))),
        inTop: column((at) => tops[at]! / runs),
        resolution,
      };
    },
  };
}

/**
 * Variance of ranks, summed over the areas, and how much of it each factor makes alone: all of it but half of the mean
 * squared distance of two runs that have only the factor in common (Jansen 1999, Comput. Phys. Commun. 117:35).
 */
export function createVarianceTally(areas: number): VarianceTally {
  const sum = new Float64Array(areas);
  const apart: Record<UncertainFactor, number> = { weights: 0, scaling: 0, aggregation: 0, posterior: 0 };
  let [runs, squares] = [0, 0];
  return {
    addRun(rank) {
      runs++;
      for (let at = 0; at < areas; at++) {
        sum[at]! += rank[at]!;
        squares += rank[at]! ** 2;
      }
    },
    addPair(factor, rank, withFactorOnly) {
      for (let at = 0; at < areas; at++) apart[factor] += (rank[at]! - withFactorOnly[at]!) ** 2;
    },
    shares(drawn) {
      const total = sum.reduce((rest, each) => rest - each ** 2 / runs, squares) / (runs - 1);
      const share = { weights: 0, scaling: 0, aggregation: 0, posterior: 0 };
      if (!(total > 1e-9 * areas)) return { share, interaction: 0 };
      for (const factor of drawn) share[factor] = Math.max(0, 1 - apart[factor] / runs / total);
      if (drawn.length === 1) share[drawn[0]!] = 1;
      const alone = UNCERTAIN_FACTORS.reduce((all, factor) => all + share[factor], 0);
      for (const factor of drawn) share[factor] /= Math.max(1, alone);
      return { share, interaction: Math.max(0, 1 - alone) };
    },
  };
}

/**
 * Times local Moran with its permutation test: `tsx scripts/bench/statistics.ts [areas ...]` (51, 1200 and 83000 by
 * default), on a grid of queen neighbors and skewed values. Peers, in the same run on the same data: @geoda/lisa (its
 * wasm read from node_modules; left out, and said so, where it is not installed), which must agree on every statistic;
 * and simple-statistics for the mean and the squares that everything begins with.
 */
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { mean, sumNthPowerDeviations } from 'simple-statistics';
import { conditionalCounts, permutationP } from '#core/conditional-permutation.ts';
import { getisOrd, getisOrdStar } from '#core/getis-ord.ts';
import { globalMoran, globalMoranCounts } from '#core/global-moran.ts';
import { leeLocalCounts } from '#core/lee.ts';
import { localMoran, quadrantsOf } from '#core/local-moran.ts';
import { createRandom } from '#core/random.ts';
import { centered } from '#core/spatial-lag.ts';
import { graphOf, neighborLists, type SpatialWeights } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import { printTiming, type Timing, timingOf } from './timing.ts';

const LISA = resolve(import.meta.dirname, '../../node_modules/@geoda/lisa');
const SEED = 1;

/** What is used of @geoda/lisa. */
interface Lisa {
  initWASM(url: string): Promise<unknown>;
  localMoran(props: {
    data: number[];
    neighbors: number[][];
    permutation: number;
    seed: number;
  }): Promise<{ lisaValues: number[] }>;
}

async function loadLisa(): Promise<Lisa | null> {
  if (!existsSync(LISA)) {
    console.log('@geoda/lisa is not installed: measured without it');
    return null;
  }
  // Node 20 has no navigator, which the package reads as it loads.
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: 'node' } });
  const name = '@geoda/lisa';
  const lisa: Lisa = await import(name);
  const wasm = readFileSync(`${LISA}/wasm/geoda-lisa.wasm`, 'base64');
  await lisa.initWASM(`data:application/wasm;base64,${wasm}`);
  return lisa;
}

function grid(areas: number): number[][] {
  const width = Math.ceil(Math.sqrt(areas));
  return Array.from({ length: areas }, (_, i) => {
    const around: number[] = [];
    for (const row of [-1, 0, 1]) {
      for (const step of [-1, 0, 1]) {
        const [x, j] = [(i % width) + step, i + row * width + step];
        if (x >= 0 && x < width && j >= 0 && j < areas && j !== i) around.push(j);
      }
    }
    return around;
  });
}

async function timed(runs: number, work: () => unknown): Promise<Timing> {
  const taken: number[] = [];
  for (let run = -1; run < runs; run++) {
    const started = performance.now();
    await work();
    if (run >= 0 || runs === 1) taken.push(performance.now() - started);
  }
  return timingOf(taken);
}

/** Statistic, moments, quadrant and p: all that a map of clusters is drawn from. */
function clusters(values: Float64Array, weights: SpatialWeights, permutations: number) {
  const local = localMoran(values, weights);
  const counts = finished(conditionalCounts(values, weights.graph, { permutations, seed: SEED }));
  return { local, p: permutationP(counts), quadrant: quadrantsOf(values, weights) };
}

async function measure(areas: number, lisa: Lisa | null): Promise<void> {
  const random = createRandom(7);
  const values = Float64Array.from({ length: areas }, () => -Math.log(1 - random.unit()));
  const list = [...values];
  const weights = { graph: graphOf(grid(areas), { kind: 'given', name: 'grid' }), style: 'W' } as const;
  const many = areas > 10_000;
  console.log(`\n${areas} areas, ${weights.graph.neighbor.length} links`);

  const peer = await timed(many ? 10 : 100, () => [mean(list), sumNthPowerDeviations(list, 2)]);
  printTiming('mean and squares, simple-statistics', peer);
  printTiming('mean and squares', await timed(many ? 10 : 100, () => centered(values)), peer);

  for (const permutations of [999, 9_999, 99_999, 999_999]) {
    let other: Timing | null = null;
    if (lisa && permutations * areas <= 999 * 83_000) {
      const props = {
        data: list,
        neighbors: neighborLists(weights.graph),
        permutation: permutations,
        seed: SEED,
      };
      other = await timed(many ? 1 : 3, () => lisa.localMoran(props));
      if (permutations === 999) {
        const { lisaValues } = await lisa.localMoran({ ...props, permutation: 9 });
        const { statistic } = localMoran(values, weights);
        // Theirs is divided by n - 1, not n.
        lisaValues.forEach((value, i) => {
          const ours = (statistic[i]! * (areas - 1)) / areas;
          assert(
            Math.abs(value - ours) <= 1e-9 * Math.max(1, Math.abs(ours)),
            `area ${i}: ${ours}, not ${value}`,
          );
        });
      }
      printTiming(`local Moran ${permutations}, @geoda/lisa`, other);
    }
    const runs = permutations > 99_999 ? 1 : many || permutations > 9_999 ? 5 : 20;
    printTiming(
      `local Moran ${permutations}`,
      await timed(runs, () => clusters(values, weights, permutations)),
      other,
    );
  }

  const runs = many ? 5 : 20;
  printTiming('global Moran, analytic', await timed(runs, () => globalMoran(values, weights)));
  const plan = { permutations: 999, seed: SEED };
  printTiming(
    'global Moran 999',
    await timed(many ? 1 : 5, () => finished(globalMoranCounts(values, weights, plan))),
  );
  printTiming(
    'Gi and Gi*, analytic',
    await timed(runs, () => [getisOrd(values, weights), getisOrdStar(values, weights)]),
  );
  const pair = values.toReversed();
  const lee = () =>
    finished(leeLocalCounts(values, pair, weights.graph, { permutations: 99_999, seed: SEED }));
  printTiming('local Lee 99999', await timed(many ? 1 : 3, lee));
}

const lisa = await loadLisa();
const sizes = process.argv.slice(2).map(Number);
for (const areas of sizes.length > 0 ? sizes : [51, 1_200, 83_000]) await measure(areas, lisa);

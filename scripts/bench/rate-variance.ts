/**
 * How often local Moran flags areas of maps without any cluster, by how standardized rates take chance (docs/methods.md,
 * first of the simulations): `tsx scripts/bench/rate-variance.ts [maps]`. Maps of 20 x 20 areas with queen neighbors,
 * binomial cases of one true rate, or of true rates that differ from area to area (beta, correlation 0.02), log-normal
 * populations like those near; 999 draws; shares of p < 0.05 in the quarters with the fewest and the most people.
 */
import { createBetaDraws } from '#core/beta-distribution.ts';
import { conditionalCounts, permutationP } from '#core/conditional-permutation.ts';
import { type RateVariance, standardizedRates } from '#core/empirical-bayes.ts';
import { createRandom } from '#core/random.ts';
import { graphOf } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';

const SIDE = 20;
const AREAS = SIDE * SIDE;
const PEOPLE = 150;
const FEWEST = 5;
const DRAWS = 999;
const ALPHA = 0.05;
const CORRELATION = 0.02;
const [maps = 200] = process.argv.slice(2).map(Number);

const around = Array.from({ length: AREAS }, (_, i) => {
  const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
  return Array.from({ length: AREAS }, (_, j) => j).filter((j) => {
    const [dx, dy] = [Math.abs((j % SIDE) - x), Math.abs(Math.floor(j / SIDE) - y)];
    return j !== i && dx <= 1 && dy <= 1;
  });
});
const graph = graphOf(around, { kind: 'given', name: 'grid' });

/** White noise averaged three times over the neighborhood, of mean 0 and deviation 1. */
function smoothNoise(normal: () => number): number[] {
  let values = Array.from({ length: AREAS }, normal);
  for (let time = 0; time < 3; time++) {
    const before = values;
    values = before.map((own, i) => {
      const near = around[i]!;
      return near.reduce((sum, j) => sum + before[j]!, own) / (near.length + 1);
    });
  }
  const mean = values.reduce((a, b) => a + b) / AREAS;
  const deviation = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / AREAS);
  return values.map((each) => (each - mean) / deviation);
}

function shares(rate: number, spread: number, correlation: number, kind: RateVariance | 'raw') {
  const random = createRandom(20_261_122);
  const beta = createBetaDraws(random);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
  const weight = (1 - correlation) / correlation;
  let [small, large] = [0, 0];
  for (let map = 0; map < maps; map++) {
    const denominator = Float64Array.from(smoothNoise(normal), (each) =>
      Math.max(FEWEST, Math.round(PEOPLE * Math.exp(spread * each))),
    );
    const numerator = denominator.map((people) => {
      const own = correlation > 0 ? beta(rate * weight, (1 - rate) * weight) : rate;
      let cases = 0;
      for (let one = 0; one < people; one++) if (random.unit() < own) cases++;
      return cases;
    });
    const values =
      kind === 'raw'
        ? numerator.map((n, i) => n / denominator[i]!)
        : standardizedRates({ numerator, denominator }, kind);
    const p = permutationP(finished(conditionalCounts(values, graph, { permutations: DRAWS, seed: map })));
    const bySize = [...denominator.keys()].sort((i, j) => denominator[i]! - denominator[j]!);
    const flagged = (areas: readonly number[]) => areas.filter((i) => p[i]! < ALPHA).length;
    small += flagged(bySize.slice(0, AREAS / 4));
    large += flagged(bySize.slice(-AREAS / 4));
  }
  const percent = (count: number) => ((100 * count) / (maps * (AREAS / 4))).toFixed(1);
  return `${percent(small)} / ${percent(large)}`;
}

console.log(`${maps} maps; % of areas with p < ${ALPHA}, fewest / most people`);
console.log('rate  spread  correlation        raw    poisson   binomial');
for (const rate of [0.05, 0.22, 0.36]) {
  for (const [spread, correlation] of [
    [1.2, 0],
    [0.7, 0],
    [1.2, CORRELATION],
  ] as const) {
    const cells = (['raw', 'poisson', 'binomial'] as const).map((kind) =>
      shares(rate, spread, correlation, kind).padStart(11),
    );
    console.log(
      `${rate.toFixed(2)}  ${spread.toFixed(1).padStart(6)}  ${correlation.toFixed(2).padStart(11)}${cells.join('')}`,
    );
  }
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#core/random.ts';
import { circularScan, type ScanInput, type ScanModel, type ScanResult } from '#core/scan.ts';
import { circularWindows } from '#core/scan-window.ts';
import { sharedPath } from '#tests/shared-data.ts';

const expectedPath = sharedPath('vectors/scan/expected.json');
const featuresPath = sharedPath('vectors/nc_sids/input.geojson');
const neighborsPath = sharedPath('vectors/nc_sids/neighbors.json');

function resultOf<T>(work: Generator<number, T>): T {
  let last = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(last);
    last = step.value;
  }
}

const scan = (input: ScanInput): ScanResult => resultOf(circularScan(input));
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

interface Expected {
  readonly max_pop: number;
  readonly p_most_likely: number;
  readonly mc_R: number;
  readonly clusters: readonly {
    readonly llr: number;
    readonly center: number;
    readonly members: number[];
    readonly cases: number;
    readonly population: number;
  }[];
}

/** Sixteen areas of 10 people on a lattice, one case each but for a corner of four with 6. */
function corner(model: ScanModel, replications: number): ScanInput {
  const areas = Array.from({ length: 16 }, (_, i) => i);
  return {
    cases: Float64Array.from(areas, (i) => (i % 4 < 2 && i < 8 ? 6 : 1)),
    population: new Float64Array(16).fill(10),
    points: {
      x: Float64Array.from(areas, (i) => i % 4),
      y: Float64Array.from(areas, (i) => Math.floor(i / 4)),
      metric: 'euclidean',
    },
    model,
    largestShare: 0.5,
    replications,
    seed: 7,
  };
}

describe('circular scan', () => {
  const missing = expectedPath === null || featuresPath === null || neighborsPath === null;
  test.skipIf(missing)('finds the clusters of the reference', { timeout: 30_000 }, () => {
    const { results } = read<{ results: Record<string, Expected> }>(expectedPath!);
    const { features } = read<{ features: { properties: Record<string, number> }[] }>(featuresPath!);
    const { points } = read<{ points: { x: number[]; y: number[] } }>(neighborsPath!);
    for (const [name, { clusters, max_pop, p_most_likely, mc_R }] of Object.entries(results)) {
      const [, fields = '', model] = name.split('|');
      const [cases = '', population = ''] = fields.split('_');
      const column = (field: string) => Float64Array.from(features, ({ properties }) => properties[field]!);
      const replications = 1999;
      const found = scan({
        cases: column(cases),
        population: column(population),
        points: { x: Float64Array.from(points.x), y: Float64Array.from(points.y), metric: 'euclidean' },
        model: model as ScanModel,
        largestShare: max_pop,
        replications,
        seed: 1,
      }).clusters;
      clusters.forEach((cluster, k) => {
        expect(found[k]).toMatchObject({
          center: cluster.center,
          members: cluster.members,
          cases: cluster.cases,
          population: cluster.population,
        });
        expect(Math.abs(found[k]!.llr / cluster.llr - 1)).toBeLessThan(1e-9);
      });
      const p = p_most_likely;
      const error = Math.sqrt(p * (1 - p) * (1 / replications + 1 / mc_R)) + 1 / replications;
      expect(Math.abs(found[0]!.p - p)).toBeLessThan(4 * error);
    }
  });

  test('by hand: the corner of the lattice, and nothing else', () => {
    for (const model of ['bernoulli', 'poisson'] as const) {
      const { clusters } = scan(corner(model, 99));
      expect(clusters).toHaveLength(1);
      expect(clusters[0]).toMatchObject({
        members: [0, 1, 4, 5],
        cases: 24,
        population: 40,
        expected: 9,
        p: 0.01,
      });
    }
    const poisson = 24 * Math.log(24 / 9) + 12 * Math.log(12 / 27);
    expect(scan(corner('poisson', 0)).clusters[0]!.llr).toBeCloseTo(poisson, 12);
    const bernoulli = poisson + 16 * Math.log(16 / 31) + 108 * Math.log(108 / 93);
    expect(scan(corner('bernoulli', 0)).clusters[0]!.llr).toBeCloseTo(bernoulli, 12);
    expect(scan(corner('bernoulli', 0)).clusters[0]!.p).toBeNaN();
  });

  test('areas at the same distance enter together, up to the share', () => {
    const { points, population } = corner('poisson', 0);
    const {
      offset,
      member,
      closes,
      population: reached,
    } = resultOf(circularWindows(points, population, 0.5));
    const circles = Array.from(member.subarray(offset[5], offset[6]));
    expect(circles.slice(0, 5)).toEqual([5, 1, 4, 6, 9]);
    expect([...closes.subarray(offset[5], offset[5]! + 5)]).toEqual([1, 0, 0, 0, 1]);
    expect(Math.max(...reached)).toBeLessThanOrEqual(80);
    const whole = resultOf(circularWindows(points, population, 1));
    expect(whole.member).toHaveLength(256);
  });

  test('on the sphere, across the date line', () => {
    const points = {
      x: Float64Array.of(179.9, -179.9, 179, 0),
      y: Float64Array.of(0, 0, 0, 0),
      metric: 'haversine',
    } as const;
    const { offset, member } = resultOf(circularWindows(points, new Float64Array(4).fill(1), 1));
    expect([...member.subarray(offset[0], offset[1])]).toEqual([0, 1, 2, 3]);
  });

  test('no cases, or nothing but cases: no clusters', () => {
    const input = corner('bernoulli', 9);
    expect(scan({ ...input, cases: new Float64Array(16) }).clusters).toEqual([]);
    expect(scan({ ...input, cases: input.population }).clusters).toEqual([]);
  });

  test('what a caller must not ask', () => {
    const input = corner('bernoulli', 9);
    for (const wrong of [
      { cases: input.cases.map((n) => n / 4) },
      { population: new Float64Array(16).fill(3) },
      { largestShare: 0 },
      { points: { ...input.points, x: input.points.x.map(() => Number.NaN) } },
    ])
      expect(() => scan({ ...input, ...wrong })).toThrow('invariant');
  });

  test('under the null hypothesis p is spread evenly', () => {
    const random = createRandom(5);
    const base = corner('bernoulli', 19);
    const population = base.population.map((_, i) => 20 + 7 * i);
    let low = 0;
    const samples = 600;
    for (let seed = 0; seed < samples; seed++) {
      const cases = population.map((people) => {
        let count = 0;
        for (let k = 0; k < people; k++) if (random.unit() < 0.2) count++;
        return count;
      });
      if (scan({ ...base, population, cases, seed }).clusters[0]!.p <= 0.25) low++;
    }
    expect(Math.abs(low / samples - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / samples));
  });
});

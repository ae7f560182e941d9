import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { createRandom } from '#core/random.ts';
import { type AnalysisInput, type AnalysisMethod, spatialAnalysis } from '#core/spatial-analysis.ts';
import { graphOf } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import { queenGrid } from './spatial-vectors.ts';

const SIDE = 6;
const AREAS = SIDE * SIDE;
const lists = queenGrid(SIDE, SIDE);
const codes = lists.map((_, i) => `a${100 + i}`);
const centroids = lists.map((_, i): LonLat => [i % SIDE, Math.floor(i / SIDE)]);

function analyze(method: AnalysisMethod, rest: Partial<AnalysisInput> = {}) {
  return finished(
    spatialAnalysis({
      method,
      graph: graphOf(lists, { kind: 'given', name: 'grid' }),
      style: 'W',
      codes,
      centroids,
      permutations: 199,
      seed: 1,
      ...rest,
    }),
  );
}

const ONE_COLUMN = ['local-moran', 'gi', 'gi-star'] as const;
const VARIANCES = ['binomial', 'poisson'] as const;
const TWO_COLUMNS = ['bivariate', 'lee'] as const;
/** Few different values, so that draws tie. */
const someColumn = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: AREAS, maxLength: AREAS });
const float = (values: readonly number[]) => Float64Array.from(values);

/** Every analysis that tests areas by draws, of two columns. */
function methodsOf(x: Float64Array, y: Float64Array): AnalysisMethod[] {
  return [
    ...ONE_COLUMN.map((kind) => ({ kind, values: x, reference: null })),
    ...TWO_COLUMNS.map((kind) => ({ kind, values: x, second: y })),
    ...VARIANCES.map((variance) => {
      const counts = { numerator: x, denominator: x.map(() => 40) };
      return { kind: 'eb-local-moran', counts, variance } as const;
    }),
  ];
}

function near(found: Float64Array, wanted: Float64Array, scale = 1): void {
  found.forEach((value, i) => {
    const off = Math.abs(value - wanted[i]! * scale) / Math.max(1e-3, Math.abs(wanted[i]! * scale));
    if (Number.isNaN(wanted[i]!)) expect(value).toBeNaN();
    else expect(off).toBeLessThan(1e-8);
  });
}

describe('laws', () => {
  test('another unit or origin leaves I, z and p', () => {
    fc.assert(
      fc.property(
        someColumn,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        (column, a, b) => {
          fc.pre(new Set(column).size > 1);
          const values = float(column);
          const moved = values.map((x) => a * x + b);
          const [plain, other] = [values, moved].map((own) =>
            analyze({ kind: 'local-moran', values: own, reference: null }),
          );
          near(other!.statistic, plain!.statistic);
          near(other!.z, plain!.z);
          expect(other!.p).toEqual(plain!.p);
          expect(other!.areaClass).toEqual(plain!.areaClass);
          const [gi, giMoved] = [values, moved].map((own) =>
            analyze({ kind: 'gi-star', values: own, reference: null }),
          );
          near(giMoved!.z, gi!.z);
          expect(giMoved!.p).toEqual(gi!.p);
        },
      ),
      { numRuns: 20, seed: 4 },
    );
  });

  test('the order of the areas changes no number of any of them', () => {
    const order = fc.shuffledSubarray([...lists.keys()], { minLength: AREAS, maxLength: AREAS });
    fc.assert(
      fc.property(someColumn, someColumn, order, fc.boolean(), (first, second, kept, withCodes) => {
        const at = new Map(kept.map((i, k) => [i, k]));
        const graph = graphOf(
          kept.map((i) => lists[i]!.map((j) => at.get(j)!)),
          { kind: 'given', name: 'grid' },
        );
        const pick = <T>(column: ArrayLike<T>): T[] => kept.map((i) => column[i]!);
        const shuffled = { graph, centroids: pick(centroids), permutations: 49 };
        const [x, y] = [float(first), float(second)];
        const moved = methodsOf(float(pick(x)), float(pick(y)));
        methodsOf(x, y).forEach((method, m) => {
          const plain = analyze(method, { codes: withCodes ? codes : null, permutations: 49 });
          const other = analyze(moved[m]!, { ...shuffled, codes: withCodes ? pick(codes) : null });
          for (const name of ['statistic', 'z', 'p', 'q'] as const)
            expect(Array.from(other[name])).toEqual(pick(plain[name]));
          expect(other.areaClass).toEqual(pick(plain.areaClass));
          expect(other.global).toEqual(plain.global);
        });
      }),
      { numRuns: 10, seed: 4 },
    );
  });

  test('what is missing, or equal everywhere, is never significant', () => {
    const column = fc.array(fc.constantFrom(Number.NaN, 0.1 + 0.2, 1, 40), {
      minLength: AREAS,
      maxLength: AREAS,
    });
    fc.assert(
      fc.property(column, fc.boolean(), (values, even) => {
        const own = float(values).map((x) => (even && !Number.isNaN(x) ? 0.1 + 0.2 : x));
        for (const method of methodsOf(own, own)) {
          const { p, q, areaClass, tier, reason, used } = analyze(method, { permutations: 19 });
          own.forEach((x, i) => {
            const silent = Number.isNaN(x) || even;
            if (silent) expect([p[i], q[i], tier[i]]).toEqual([Number.NaN, Number.NaN, 'none']);
            if (Number.isNaN(x)) expect([areaClass[i], reason[i]]).toEqual(['no-data', 'no-data']);
            else if (silent) {
              expect(['not-significant', 'no-neighbours']).toContain(areaClass[i]);
              expect(['no-variation', 'no-neighbours', 'too-few-areas']).toContain(reason[i]);
            }
          });
          expect(used).toBeLessThanOrEqual(own.filter((x) => !Number.isNaN(x)).length);
        }
      }),
      { numRuns: 25, seed: 4 },
    );
  });
});

/** Mean of shares and its standard error from how they differ between maps. */
function meanOf(shares: readonly number[]): readonly [mean: number, error: number] {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (shares.length - 1) / shares.length)];
}

describe('maps without clusters', () => {
  const MAPS = 80;
  const side = 10;
  const grid = queenGrid(side, side);
  const rest = {
    graph: graphOf(grid, { kind: 'given', name: 'grid' }),
    codes: null,
    centroids: grid.map((_, i): LonLat => [i % side, Math.floor(i / side)]),
    permutations: 999,
  };
  const flagged = (p: Float64Array, of: (i: number) => boolean = () => true) => {
    const tested = [...p.keys()].filter(of);
    return tested.filter((i) => p[i]! <= 0.05).length / tested.length;
  };

  test('skewed values: 5 in 100 areas below 0.05, and as few maps with a discovery', () => {
    const random = createRandom(11);
    const maps = Array.from({ length: MAPS }, (_, seed) => {
      const values = Float64Array.from(grid, () => (-Math.log(1 - random.unit())) ** 3);
      const { p, tier } = analyze({ kind: 'local-moran', values, reference: null }, { ...rest, seed });
      return { share: flagged(p), found: tier.includes('fdr') };
    });
    const [mean, error] = meanOf(maps.map(({ share }) => share));
    expect(Math.abs(mean - 0.05)).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.005);
    // Of 80 maps 4 are expected, 12 or more once in a thousand times.
    expect(maps.filter(({ found }) => found).length).toBeLessThan(12);
  });

  test('one risk and unequal populations: standardized rates keep 5 %, raw rates of small areas do not', () => {
    const random = createRandom(12);
    const denominator = Float64Array.from(grid, (_, i) => (i % side < side / 2 ? 20 : 600));
    const isSmall = (i: number) => i % side < side / 2 - 1;
    const shares = Array.from({ length: MAPS / 2 }, (_, seed) => {
      const numerator = denominator.map((people) => {
        let cases = 0;
        for (let one = 0; one < people; one++) if (random.unit() < 0.22) cases++;
        return cases;
      });
      const raw = numerator.map((cases, i) => cases / denominator[i]!);
      const counts = { numerator, denominator };
      const standardized = analyze(
        { kind: 'eb-local-moran', counts, variance: 'binomial' },
        { ...rest, seed },
      );
      const untreated = analyze({ kind: 'local-moran', values: raw, reference: null }, { ...rest, seed });
      return [flagged(standardized.p), flagged(untreated.p, isSmall)] as const;
    });
    const [mean, error] = meanOf(shares.map(([share]) => share));
    expect(Math.abs(mean - 0.05)).toBeLessThan(4 * error);
    expect(meanOf(shares.map(([, share]) => share))[0]).toBeGreaterThan(0.1);
  });
});

describe('verdicts that a person can check', () => {
  const block = float([...lists.keys()].map((i) => (i % SIDE < 3 && i < 3 * SIDE ? 10 + (i % 3) : i % 2)));

  test('a corner of high values is high-high where q allows, and its middle the surest', () => {
    const found = analyze({ kind: 'local-moran', values: block, reference: null }, { permutations: 9999 });
    expect(found.areaClass[SIDE + 1]).toBe('high-high');
    expect(found.tier[SIDE + 1]).toBe('fdr');
    found.areaClass.forEach((own, i) => {
      expect(own !== 'not-significant').toBe(found.q[i]! <= 0.05);
      if (own !== 'not-significant') expect(own).toBe(found.pattern[i]);
    });
    expect(
      analyze({ kind: 'gi-star', values: block, reference: null }, { permutations: 9999 }).areaClass[
        SIDE + 1
      ],
    ).toBe('hot');
  });

  test('an area whose neighbors are all missing has no neighbors, and is not among the tests', () => {
    const values = block.slice();
    for (const j of lists[35]!) values[j] = Number.NaN;
    const found = analyze({ kind: 'local-moran', values, reference: null });
    expect(found.areaClass[35]).toBe('no-neighbours');
    expect(found.reason[35]).toBe('no-neighbours');
    expect([found.p[35], found.q[35]]).toEqual([Number.NaN, Number.NaN]);
    expect(found.used).toBe(AREAS - lists[35]!.length - 1);
  });

  test('fewer than 20 areas have numbers and no class', () => {
    const values = block.map((x, i) => (i < 19 ? x : Number.NaN));
    const { areaClass, tier, reason, p, tooFewAreas } = analyze({
      kind: 'local-moran',
      values,
      reference: null,
    });
    expect(tooFewAreas).toBe(true);
    expect(p[0]).toBeGreaterThan(0);
    for (let i = 0; i < 19; i++)
      expect([areaClass[i], tier[i], reason[i]]).toEqual(['not-significant', 'none', 'too-few-areas']);
  });

  test('columns of other lengths are our own mistake', () => {
    expect(() => analyze({ kind: 'gi', values: new Float64Array(3), reference: null })).toThrow(
      /one graph row an area/,
    );
  });
});

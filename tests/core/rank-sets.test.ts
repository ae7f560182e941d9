import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#core/random.ts';
import { type RankSetOptions, rankSets } from '#core/rank-sets.ts';
import { finished } from '#core/stepped-work.ts';
import { sharedPath } from '#tests/shared-data.ts';

const columns = (numerator: readonly number[], denominator: readonly number[]) => ({
  numerator: Float64Array.from(numerator),
  denominator: Float64Array.from(denominator),
});
const setsOf = (counts: ReturnType<typeof columns>, options: Partial<RankSetOptions> = {}) =>
  finished(rankSets(counts, { seed: 1, simultaneous: false, ...options }));

describe('by hand', () => {
  test('areas far apart have one rank each, equal ones share all that they have', () => {
    const far = columns([900, 500, 100, 102], [1000, 1000, 1000, 1000]);
    for (const simultaneous of [false, true]) {
      const { low, high } = setsOf(far, { simultaneous });
      expect([...low]).toEqual([1, 2, 3, 3]);
      expect([...high]).toEqual([1, 2, 4, 4]);
    }
  });

  test('no case anywhere: nothing is known of any rank; one area has the first', () => {
    const { low, high } = setsOf(columns([0, 0, 0], [30, 40, 2000]));
    expect([[...low], [...high]]).toEqual([
      [1, 1, 1],
      [3, 3, 3],
    ]);
    const alone = setsOf(columns([3], [30]));
    expect([[...alone.low], [...alone.high], [...alone.critical]]).toEqual([[1], [1], [Number.NaN]]);
    expect(setsOf(columns([], [])).low).toHaveLength(0);
  });

  test('what is no proportion is a bug, and so are too few draws', () => {
    expect(() => setsOf(columns([4], [3]))).toThrow(/no proportion/);
    expect(() => setsOf(columns([0], [0]))).toThrow(/no proportion/);
    expect(() => setsOf(columns([1], [3]), { draws: 99 })).toThrow(/99 draws/);
    expect(() => setsOf(columns([1], [3]), { confidence: 1 })).toThrow(/confidence/);
  });
});

test.each([
  // Dunnett's two-sided limits of 5 and 11 comparisons by scipy 1.17.1 (quad, brentq), Tukey's by studentized_range.
  [6, 2.511463053471257, 2.8497054196100016],
  [12, 2.7431749808458945, 3.268003924466142],
])('the first limits of %d equal areas are those of Dunnett and Tukey', (areas, dunnett, tukey) => {
  const equal = columns(new Array(areas).fill(20), new Array(areas).fill(100));
  const draws = 40_000;
  const { critical } = setsOf(equal, { draws });
  const mean = critical.reduce((sum, each) => sum + each) / areas;
  expect(Math.abs(mean - dunnett)).toBeLessThan(0.02);
  expect(Math.abs(setsOf(equal, { draws, simultaneous: true }).critical[0]! - tukey)).toBeLessThan(0.04);
});

test('hold the true rank as often as they say', () => {
  const random = createRandom(7);
  const rates = [0.08, 0.12, 0.12, 0.18, 0.2, 0.22, 0.25, 0.3, 0.34, 0.45];
  const people = [30, 400, 60, 120, 45, 900, 200, 80, 150, 35];
  const runs = 150;
  const own = new Array(rates.length).fill(0);
  let all = 0;
  for (let run = 0; run < runs; run++) {
    const cases = rates.map((p, i) => {
      let count = 0;
      for (let one = 0; one < people[i]!; one++) if (random.unit() < p) count++;
      return count;
    });
    const holds = (simultaneous: boolean) => {
      const { low, high } = setsOf(columns(cases, people), { simultaneous, draws: 1000, seed: run });
      return rates.map((p, i) => {
        const first = 1 + rates.filter((other) => other > p).length;
        const last = rates.length - rates.filter((other) => other < p).length;
        return low[i]! <= first && last <= high[i]!;
      });
    };
    holds(false).forEach((held, i) => {
      own[i] += Number(held);
    });
    if (holds(true).every(Boolean)) all++;
  }
  // 0.95 less three standard errors.
  for (const held of own) expect(held / runs).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs));
  expect(all / runs).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / runs));
});

describe('laws', () => {
  const some = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })), {
    minLength: 2,
    maxLength: 9,
  });
  const options = { draws: 200 };

  test('hold the observed rank, and simultaneous ones those of an area alone', () => {
    fc.assert(
      fc.property(some, fc.nat(), (areas, seed) => {
        const counts = columns(
          areas.map(([n, N]) => Math.min(n, N)),
          areas.map(([, N]) => N),
        );
        const rate = counts.numerator.map((n, i) => n / counts.denominator[i]!);
        const { low, high } = setsOf(counts, { ...options, seed });
        const all = setsOf(counts, { ...options, seed, simultaneous: true });
        for (const [i, own] of rate.entries()) {
          const first = 1 + rate.filter((other) => other > own).length;
          const last = rate.length - rate.filter((other) => other < own).length;
          expect(1 <= low[i]! && low[i]! <= first && last <= high[i]! && high[i]! <= rate.length).toBe(true);
          expect(all.low[i]! <= first && last <= all.high[i]!).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('those who are no cases have the sets turned over', () => {
    fc.assert(
      fc.property(some, (areas) => {
        const denominator = areas.map(([, N]) => N);
        const numerator = areas.map(([n, N]) => Math.min(n, N));
        const others = numerator.map((n, i) => denominator[i]! - n);
        const [sets, turned] = [numerator, others].map((each) => setsOf(columns(each, denominator), options));
        sets!.low.forEach((low, i) => {
          expect(turned!.high[i]).toBe(areas.length + 1 - low);
        });
      }),
      { numRuns: 30 },
    );
  });
});

const table = sharedPath('facts/kupang-stunting-per-kelurahan-2021-2022.csv');

test.skipIf(table === null)('the highest of a real city in 2022: about 1 to 13, all at once 1 to 22', () => {
  const [head, ...rows] = readFileSync(table!, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  const at = (name: string) => head!.indexOf(name);
  const own = rows.filter((row) => row[at('tahun')] === '2022');
  const numbers = (name: string) => own.map((row) => Number(row[at(name)]));
  const counts = columns(numbers('stunting'), numbers('diukur'));
  const i = own.findIndex((row) => row[at('kelurahan')] === 'Fatukoa');
  const marginal = setsOf(counts);
  expect([marginal.low[i], marginal.high[i]]).toEqual([1, 13]);
  const all = setsOf(counts, { simultaneous: true });
  expect(all.low[i]).toBe(1);
  expect(Math.abs(all.high[i]! - 22)).toBeLessThanOrEqual(1);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import {
  type ClassificationMethod,
  classify,
  edgesFor,
  legendDecimals,
  methodFor,
  NO_CLASS,
  statusCounts,
} from '#core/classification.ts';
import { STUNTING_BANDS } from '#core/indicator.ts';
import { roundTo } from '#core/rates.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { JULY } from './small-city.ts';

const NO_BANDS = { bands: null, decimals: 3 };
const PERCENT = { bands: STUNTING_BANDS, decimals: 3 };
const none = Number.NaN;

function measureWith(values: readonly number[], measure: 'rate' | 'count' = 'rate'): AreaMeasure {
  const blank = new Float64Array(values.length).fill(none);
  const status = Uint8Array.from(values, (v) =>
    Number.isNaN(v) ? CellStatus.notReported : CellStatus.observed,
  );
  const table = {
    level: 'village',
    indicator: 'stunting',
    period: JULY,
    numerator: blank,
    denominator: blank,
    status,
  } as const;
  const rank = new Uint32Array(values.length);
  return { table, measure, value: Float64Array.from(values), status, low: blank, high: blank, rank };
}

describe('bands and fixed breaks', () => {
  test('WHO bands, at their edges', () => {
    const edges = edgesFor(Float64Array.of(), { kind: 'bands' }, PERCENT);
    expect(edges).toEqual(Float64Array.from(STUNTING_BANDS));
    const values = [0, 0.0249, 0.025, 0.0999, 0.1, 0.29949, 0.29996, 0.3, 1, none];
    const made = classify(measureWith(values), { kind: 'bands' }, edges);
    // 0.0249 is printed 2,5 % and 0.0999 is printed 10,0 %: they are classed as they are printed.
    expect(Array.from(made.classOf)).toEqual([0, 1, 1, 2, 2, 3, 4, 4, 4, NO_CLASS]);
    expect(Array.from(made.areasPerClass)).toEqual([1, 2, 2, 1, 3]);
    expect(made.classes).toBe(5);
  });

  test('own breaks are sorted, rounded as printed, and kept beyond the data', () => {
    const method = { kind: 'fixed', breaks: [0.5, 0.1234, 0.1226, 0.9] } as const;
    expect(edgesFor(Float64Array.of(0.2, 0.3), method, NO_BANDS)).toEqual(Float64Array.of(0.123, 0.5, 0.9));
    expect(
      edgesFor(Float64Array.of(3), { kind: 'fixed', breaks: [2.5] }, { bands: null, decimals: 0 }),
    ).toEqual(Float64Array.of(3));
  });

  test('where an indicator has no bands', () => {
    expect(() => edgesFor(Float64Array.of(1), { kind: 'bands' }, NO_BANDS)).toThrow(/bands/);
    expect(methodFor({ kind: 'bands' }, null)).toEqual({ kind: 'quantile', classes: 5 });
    expect(methodFor({ kind: 'bands' }, STUNTING_BANDS)).toEqual({ kind: 'bands' });
  });
});

describe('edges from the data', () => {
  const values = Float64Array.of(0.1, none, 0.2, 0.3, 0.4, 0.5);

  test('by hand', () => {
    expect(edgesFor(values, { kind: 'quantile', classes: 2 }, NO_BANDS)).toEqual(Float64Array.of(0.3));
    expect(edgesFor(values, { kind: 'equal-interval', classes: 4 }, NO_BANDS)).toEqual(
      Float64Array.of(0.2, 0.3, 0.4),
    );
    expect(
      edgesFor(
        Float64Array.of(1, 2, 9),
        { kind: 'natural-breaks', classes: 2 },
        { bands: null, decimals: 0 },
      ),
    ).toEqual(Float64Array.of(6));
    // mean 0.3, standard deviation 0.158
    expect(edgesFor(values, { kind: 'standard-deviation', step: 1 }, NO_BANDS)).toEqual(
      Float64Array.of(0.142, 0.3, 0.458),
    );
  });

  test('none from no values or one', () => {
    for (const method of METHODS) {
      expect(edgesFor(Float64Array.of(none), method, NO_BANDS)).toHaveLength(0);
      expect(edgesFor(Float64Array.of(0.2, 0.2, none), method, NO_BANDS)).toHaveLength(0);
    }
  });

  test('values that are many zeros leave no empty first class', () => {
    const zeros = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0.1, 0.4);
    expect(edgesFor(zeros, { kind: 'quantile', classes: 5 }, NO_BANDS)).toEqual(Float64Array.of(0.04));
  });

  test('illegal methods are bugs', () => {
    for (const classes of [0, 10, 2.5]) {
      expect(() => edgesFor(values, { kind: 'quantile', classes }, NO_BANDS)).toThrow(/classes/);
    }
    expect(() => edgesFor(values, { kind: 'standard-deviation', step: 0 }, NO_BANDS)).toThrow(/step/);
    expect(() => classify(measureWith([0.1]), { kind: 'bands' }, Float64Array.of(0.3, 0.2))).toThrow(
      /ascend/,
    );
  });
});

const METHODS: readonly ClassificationMethod[] = [
  { kind: 'quantile', classes: 5 },
  { kind: 'equal-interval', classes: 4 },
  { kind: 'natural-breaks', classes: 5 },
  { kind: 'standard-deviation', step: 0.5 },
];

interface Reference {
  readonly data: Record<string, readonly number[]>;
  readonly result: Record<
    string,
    Record<
      string,
      {
        readonly fisher: {
          readonly brks: readonly number[];
          readonly class0: readonly number[];
          readonly within_ss: number;
        };
        readonly quantile7_brks: readonly number[];
        readonly equal_brks: readonly number[];
      }
    >
  >;
}
const vectors = sharedPath('vectors/intervals/classification.json');

/** Sum over the classes of the squared distances to the mean of the class. */
function withinSquares(numbers: Float64Array, edges: Float64Array): number {
  let total = 0;
  for (let own = 0; own <= edges.length; own++) {
    const members = numbers.filter((value) => edges.filter((edge) => edge <= value).length === own);
    const mean = members.reduce((sum, value) => sum + value, 0) / members.length;
    total += members.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  }
  return total;
}

/** The reference's inner breaks that part values. */
function innerBreaks(breaks: readonly number[]): readonly number[] {
  const [least, most] = [breaks[0]!, breaks.at(-1)!];
  return [...new Set(breaks.slice(1, -1))].filter((edge) => edge > least && edge <= most);
}

describe.skipIf(vectors === null)('agreement with R, classInt', () => {
  const exact = { bands: null, decimals: 9 };
  const { data, result } =
    vectors === null ? { data: {}, result: {} } : (JSON.parse(readFileSync(vectors, 'utf8')) as Reference);
  const cases = Object.entries(result).flatMap(([name, byClasses]) =>
    Object.entries(byClasses).map(([k, expected]) => ({ name, classes: Number(k), expected })),
  );

  test.each(cases)('$name in $classes classes', ({ name, classes, expected }) => {
    const numbers = Float64Array.from(data[name]!);
    const pairs = [
      [edgesFor(numbers, { kind: 'quantile', classes }, exact), innerBreaks(expected.quantile7_brks)],
      [edgesFor(numbers, { kind: 'equal-interval', classes }, exact), innerBreaks(expected.equal_brks)],
    ] as const;
    for (const [edges, reference] of pairs) {
      expect(edges).toHaveLength(reference.length);
      for (const [e, edge] of edges.entries()) expect(edge).toBeCloseTo(reference[e]!, 8);
    }
    const natural = edgesFor(numbers, { kind: 'natural-breaks', classes }, exact);
    expect(natural).toHaveLength(classes - 1);
    expect(withinSquares(numbers, natural)).toBeCloseTo(expected.fisher.within_ss, 8);
    // Two partitions are equally good there: -4.4 | -4.1 or 3 | 3.3.
    if (name === 'negative' && classes === 7) return;
    const reference = innerBreaks(expected.fisher.brks);
    for (const [e, edge] of natural.entries()) expect(edge).toBeCloseTo(reference[e]!, 8);
    const classOf = Array.from(numbers, (value) => natural.filter((edge) => edge <= value).length);
    expect(classOf).toEqual(expected.fisher.class0);
  });
});

describe('laws', () => {
  const counts = fc.tuple(fc.nat(300), fc.integer({ min: 30, max: 300 })).map(([n, N]) => Math.min(n, N) / N);
  const values = fc.array(fc.oneof({ weight: 5, arbitrary: counts }, fc.constant(none)), { maxLength: 60 });
  const method = fc.oneof(
    fc.constantFrom(...METHODS, { kind: 'bands' } as const),
    fc.array(counts, { maxLength: 8 }).map((breaks): ClassificationMethod => ({ kind: 'fixed', breaks })),
  );

  test('classes partition the areas with a value, grow with it, and agree with the legend', () => {
    fc.assert(
      fc.property(values, method, (some, how) => {
        const measure = measureWith(some);
        const edges = edgesFor(measure.value, how, PERCENT);
        const { classOf, areasPerClass, classes } = classify(measure, how, edges);
        expect(classes).toBe(edges.length + 1);
        expect(areasPerClass.reduce((a, b) => a + b, 0)).toBe(some.filter((v) => !Number.isNaN(v)).length);
        for (const [i, value] of some.entries()) {
          expect(classOf[i] === NO_CLASS).toBe(Number.isNaN(value));
          if (Number.isNaN(value)) continue;
          const own = classOf[i]!;
          const printed = roundTo(value, 3);
          if (own > 0) expect(printed).toBeGreaterThanOrEqual(edges[own - 1]!);
          if (own < edges.length) expect(printed).toBeLessThan(edges[own]!);
          for (const [j, other] of some.entries())
            if (other > value) expect(classOf[j]).toBeGreaterThanOrEqual(own);
        }
      }),
    );
  });

  test('edges are distinct, ascending, rounded; those from data leave neither end empty', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...METHODS), (some, how) => {
        const measure = measureWith(some);
        const edges = edgesFor(measure.value, how, PERCENT);
        for (const [k, edge] of edges.entries()) {
          expect(roundTo(edge, 3)).toBe(edge);
          if (k > 0) expect(edge).toBeGreaterThan(edges[k - 1]!);
        }
        const { areasPerClass } = classify(measure, how, edges);
        if (edges.length > 0) {
          expect(areasPerClass[0]).toBeGreaterThan(0);
          expect(areasPerClass.at(-1)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('relabelling areas leaves the edges', () => {
    const shuffled = values.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...METHODS), ([some, others], how) => {
        expect(edgesFor(Float64Array.from(others), how, PERCENT)).toEqual(
          edgesFor(Float64Array.from(some), how, PERCENT),
        );
      }),
    );
  });

  test('counts are classed whole', () => {
    const edges = edgesFor(
      Float64Array.of(0, 3, 4, 9),
      { kind: 'equal-interval', classes: 2 },
      { bands: null, decimals: legendDecimals('count') },
    );
    expect(edges).toEqual(Float64Array.of(5));
    const made = classify(
      measureWith([0, 4, 5, none], 'count'),
      { kind: 'equal-interval', classes: 2 },
      edges,
    );
    expect(Array.from(made.classOf)).toEqual([0, 0, 1, NO_CLASS]);
  });
});

test('areas by status', () => {
  expect(statusCounts(Uint8Array.of(0, 0, 5, 1, 0))).toEqual([3, 1, 0, 0, 0, 1]);
  expect(statusCounts(new Uint8Array(0))).toEqual([0, 0, 0, 0, 0, 0]);
});

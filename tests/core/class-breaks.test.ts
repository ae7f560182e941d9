import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BreakMethod, classBreaks, classesBetween, quantile } from '#core/class-breaks.ts';
import { sharedPath } from '#tests/shared-data.ts';

interface Reference {
  readonly fisher: { readonly brks: readonly number[]; readonly class0: readonly number[] };
  readonly quantile7_brks: readonly number[];
  readonly equal_brks: readonly number[];
}
type ByVariable<T> = Readonly<Record<string, T>>;

const examples = sharedPath('vectors/intervals/classification.json');
const maps = (['columbus', 'nc_sids', 'synth51'] as const).map((name) =>
  sharedPath(`vectors/${name}/expected.json`),
);

interface Case {
  readonly name: string;
  readonly classes: number;
  readonly values: readonly number[];
  readonly expected: Reference;
}

function casesOf(
  values: ByVariable<readonly number[]>,
  results: ByVariable<ByVariable<Reference>>,
): readonly Case[] {
  return Object.entries(results).flatMap(([name, byClasses]) =>
    Object.entries(byClasses).map(([k, expected]) => ({
      name,
      classes: Number(k),
      values: values[name]!,
      expected,
    })),
  );
}

function readCases(): readonly Case[] {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const small: { data: ByVariable<readonly number[]>; result: ByVariable<ByVariable<Reference>> } | null =
    examples && read(examples);
  return [
    ...(small ? casesOf(small.data, small.result) : []),
    ...maps.flatMap((path) => {
      const map: {
        variables: ByVariable<readonly number[]>;
        classification: ByVariable<ByVariable<Reference>>;
      } | null = path && read(path);
      return map ? casesOf(map.variables, map.classification) : [];
    }),
  ];
}

const cases = readCases();

function expectClose(mine: ArrayLike<number>, reference: readonly number[]): void {
  expect(mine).toHaveLength(reference.length);
  for (const [k, value] of reference.entries()) {
    expect(Math.abs(mine[k]! - value)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(value), 1e-3));
  }
}

describe.skipIf(cases.length === 0)('agreement with R 4.2.2, classInt 0.4-9', () => {
  test.each(cases)('$name in $classes classes', ({ classes, values, expected }) => {
    const column = Float64Array.from(values);
    const fisher = classBreaks(column, { kind: 'fisher', classes });
    expectClose(fisher, expected.fisher.brks);
    expect(Array.from(classesBetween(column, fisher))).toEqual(expected.fisher.class0);
    expectClose(classBreaks(column, { kind: 'quantile', classes }), expected.quantile7_brks);
    expectClose(classBreaks(column, { kind: 'equal', classes }), expected.equal_brks);
  });
});

describe.skipIf(examples === null)("the example of classInt's help page, as printed there", () => {
  const column = Float64Array.from(cases.find(({ name }) => name === 'jenks71')?.values ?? []);
  const counts = (breaks: Float64Array): number[] => {
    const classOf = Array.from(classesBetween(column, breaks));
    return Array.from(breaks.subarray(1), (_, k) => classOf.filter((own) => own === k).length);
  };

  test('sd', () => {
    const breaks = classBreaks(column, { kind: 'sd', classes: 5 });
    expect(Array.from(breaks, (each) => each.toPrecision(7))).toEqual([
      '5.514407',
      '30.89691',
      '56.27941',
      '81.66191',
      '107.0444',
      '132.4269',
      '157.8094',
    ]);
    expect(counts(breaks)).toEqual([10, 47, 31, 9, 4, 1]);
  });

  test('fixed', () => {
    const breaks = classBreaks(column, { kind: 'fixed', breaks: [15.57, 25, 50, 75, 100, 155.3] });
    expect(counts(breaks)).toEqual([6, 34, 42, 14, 6]);
  });
});

describe('by hand', () => {
  const values = Float64Array.of(9, 1, 2, 3, 8, 4);

  test('breaks', () => {
    expect(classBreaks(values, { kind: 'fisher', classes: 2 })).toEqual(Float64Array.of(1, 6, 9));
    expect(classBreaks(values, { kind: 'quantile', classes: 2 })).toEqual(Float64Array.of(1, 3.5, 9));
    expect(classBreaks(values, { kind: 'equal', classes: 4 })).toEqual(Float64Array.of(1, 3, 5, 7, 9));
    expect(classBreaks(values, { kind: 'fixed', breaks: [5, 0, 2] })).toEqual(Float64Array.of(0, 2, 5));
    expect(quantile(Float64Array.of(0, 10), 0.25)).toBe(2.5);
  });

  test('standard deviations at the round numbers of pretty', () => {
    // Mean 0, standard deviation 2; from -1.5 to 1.5 deviations pretty goes by 0.5 in 5 classes, by 1 in 3.
    const spread = Float64Array.of(-3, 3, -2, 2, -1, 1, 0, 0);
    expect(classBreaks(spread, { kind: 'sd', classes: 5 })).toEqual(Float64Array.of(-3, -2, -1, 0, 1, 2, 3));
    expect(classBreaks(spread, { kind: 'sd', classes: 3 })).toEqual(Float64Array.of(-4, -2, 0, 2, 4));
  });

  test('as many classes as values: each its own, whatever the method', () => {
    const few = Float64Array.of(2, 1, 1, 5, 2);
    for (const kind of ['fisher', 'quantile', 'equal', 'sd'] as const) {
      for (const classes of [3, 9]) {
        const breaks = classBreaks(few, { kind, classes });
        expect(breaks).toEqual(Float64Array.of(0, 1.5, 3.5, 6));
        expect(Array.from(classesBetween(few, breaks))).toEqual([1, 0, 0, 2, 1]);
      }
    }
  });

  test('equal values, none, one class', () => {
    const same = Float64Array.of(4, 4, 4);
    expect(classBreaks(same, { kind: 'fisher', classes: 5 })).toEqual(Float64Array.of(4, 4));
    expect(Array.from(classesBetween(same, Float64Array.of(4, 4)))).toEqual([0, 0, 0]);
    expect(classBreaks(Float64Array.of(), { kind: 'equal', classes: 5 })).toHaveLength(0);
    expect(classBreaks(values, { kind: 'fisher', classes: 1 })).toEqual(Float64Array.of(1, 9));
  });

  test('classes are closed below, the last also above; outside is first or last', () => {
    const breaks = Float64Array.of(0, 0, 1, 2);
    expect(Array.from(classesBetween(Float64Array.of(-1, 0, 0.5, 1, 2, 7), breaks))).toEqual([
      0, 1, 1, 2, 2, 2,
    ]);
  });

  test('what cannot be', () => {
    expect(() => classBreaks(Float64Array.of(1, Number.NaN), { kind: 'equal', classes: 2 })).toThrow(
      /finite/,
    );
    for (const classes of [0, 1.5, 256]) {
      expect(() => classBreaks(values, { kind: 'equal', classes })).toThrow(/classes/);
    }
    expect(() => classBreaks(values, { kind: 'fixed', breaks: [1] })).toThrow(/two breaks/);
    expect(() => classesBetween(values, Float64Array.of(1))).toThrow(/breaks/);
  });
});

describe('laws', () => {
  const column = fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: 12, maxLength: 40 })
    .map((some) => Float64Array.from(some, (value) => value / 8));
  const method = fc.record({
    kind: fc.constantFrom('fisher', 'quantile', 'equal', 'sd' as const),
    classes: fc.integer({ min: 2, max: 7 }),
  });

  test('breaks ascend and span the values; x to 2 x + 4 moves them alike and leaves the classes', () => {
    fc.assert(
      fc.property(column, method, (values, how: BreakMethod) => {
        const breaks = classBreaks(values, how);
        expect(breaks).toEqual(breaks.slice().sort());
        const sorted = values.slice().sort();
        expect(breaks[0]! - 1e-9).toBeLessThanOrEqual(sorted[0]!);
        expect(breaks.at(-1)! + 1e-9).toBeGreaterThanOrEqual(sorted.at(-1)!);
        const moved = classBreaks(
          values.map((value) => 2 * value + 4),
          how,
        );
        // Partitions equally good may part differently once moved.
        if (how.kind === 'fisher') return;
        for (const [k, edge] of breaks.entries()) expect(moved[k]).toBeCloseTo(2 * edge + 4, 9);
      }),
    );
  });
});

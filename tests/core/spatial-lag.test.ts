import { describe, expect, test } from 'vitest';
import { centered, degreesOf, spatialLag, variationOf } from '#core/spatial-lag.ts';
import { column, expectNear, STYLES, vectorSets, weightsOf } from './spatial-vectors.ts';

describe.each(vectorSets())('spdep on $name', ({ expected, graphs }) => {
  test.each(Object.keys(expected.local))('%s', (variable) => {
    for (const [scheme, graph] of Object.entries(graphs)) {
      for (const style of STYLES) {
        const lag = spatialLag(column(expected.variables[variable]), { graph, style });
        expectNear(`lag ${scheme} ${style}`, lag, expected.local[variable][scheme][style].lag_x);
      }
    }
  });
});

const lists = [[1, 2], [0], [1], []];

test('the mean or the sum of neighbors, 0 where there is none', () => {
  const values = column([1, 2, 4, 8]);
  expect([...spatialLag(values, weightsOf(lists, 'W'))]).toEqual([3, 1, 2, 0]);
  expect([...spatialLag(values, weightsOf(lists))]).toEqual([6, 1, 2, 0]);
  expect([...degreesOf(weightsOf(lists).graph)]).toEqual([2, 1, 1, 0]);
});

test('a column less its mean', () => {
  const { mean, deviation, sumOfSquares } = centered(column([1, 2, 6]))!;
  expect([mean, sumOfSquares, ...deviation]).toEqual([3, 14, -2, -1, 3]);
});

test('what does not vary', () => {
  for (const values of [[0.1, 0.1, 0.1], [0.3, 0.1 + 0.2, 0.3], [0, 0, 0], [1, 2], []]) {
    expect(variationOf(column(values))).toBeNull();
    expect(centered(column(values))).toBeNull();
  }
  expect(variationOf(column([1e-20, 0, 0]))).toEqual({ least: 0, most: 1e-20 });
});

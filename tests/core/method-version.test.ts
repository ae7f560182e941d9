import { expect, test } from 'vitest';
import {
  isMethodVersion,
  METHOD_CHANGES,
  METHOD_VERSION,
  methodChanges,
  rateVarianceOf,
} from '#core/method-version.ts';

test('versions that are known', () => {
  expect([0, 1, METHOD_VERSION, METHOD_VERSION + 1, 1.5, Number.NaN].map(isMethodVersion)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('what moved since an older version', () => {
  expect(methodChanges(1, METHOD_VERSION)).toContain('goalposts');
  expect(methodChanges(1, METHOD_VERSION)).toEqual(METHOD_CHANGES[2]);
  expect(methodChanges(METHOD_VERSION, METHOD_VERSION)).toEqual([]);
  expect(methodChanges(METHOD_VERSION, 1)).toEqual([]);
});

test('the variance of standardized rates: binomial since 2, never of coverage', () => {
  expect(rateVarianceOf({ kind: 'prevalence' }, 1)).toBe('poisson');
  expect(rateVarianceOf({ kind: 'prevalence' }, 2)).toBe('binomial');
  expect(rateVarianceOf({ kind: 'coverage' }, 2)).toBe('poisson');
});

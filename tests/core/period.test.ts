import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePeriods,
  latestComplete,
  monthsOf,
  nextPeriod,
  type Period,
  parsePeriod,
  periodContaining,
  periodKind,
  periodKindOf,
  previousPeriod,
} from '#core/period.ts';

const p = (text: string): Period => text as Period;
const anyPeriod = fc
  .tuple(
    fc.integer({ min: 2000, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('month', 'quarter', 'semester', 'year'),
  )
  .map(([year, month, kind]) => periodContaining(year, month, kind));

test('what is a period', () => {
  expect(['2024', '2024-S1', '2024-Q3', '2024-07'].map(periodKindOf)).toEqual([
    'year',
    'semester',
    'quarter',
    'month',
  ]);
  expect(['2024-13', '2024-Q5', '24', '2024-7', ''].map(parsePeriod)).toEqual([null, null, null, null, null]);
  expect(() => periodKind(p('July'))).toThrow(RangeError);
});

test('months of a period lie in it', () => {
  expect(monthsOf(p('2026-Q3'))).toEqual(['2026-07', '2026-08', '2026-09']);
  expect(monthsOf(p('2026-S2'))).toHaveLength(6);
  fc.assert(
    fc.property(anyPeriod, (period) => {
      for (const month of monthsOf(period)) {
        const [year, number] = month.split('-').map(Number);
        expect(periodContaining(year!, number!, periodKind(period))).toBe(period);
      }
    }),
  );
});

describe('order', () => {
  test('by hand', () => {
    const list = ['2024', '2024-12', '2025-01', '2024-S2', '2024-Q4', '2024-S1', '2024-02'].map(p);
    expect(list.sort(comparePeriods)).toEqual([
      '2024-02',
      '2024-S1',
      '2024-12',
      '2024-Q4',
      '2024-S2',
      '2024',
      '2025-01',
    ]);
  });

  test('is total', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0);
        expect(comparePeriods(a, b) === 0).toBe(a === b);
        if (comparePeriods(a, b) < 0 && comparePeriods(b, c) < 0)
          expect(comparePeriods(a, c)).toBeLessThan(0);
      }),
    );
  });
});

test('stepping stays within the kind and steps over gaps', () => {
  const list = ['2026-05', '2026-Q2', '2026-01', '2026-03', '2026'].map(p);
  expect(nextPeriod(list, p('2026-03'))).toBe('2026-05');
  expect(previousPeriod(list, p('2026-03'))).toBe('2026-01');
  expect(nextPeriod(list, p('2026-05'))).toBeNull();
  expect(previousPeriod(list, p('2026-Q2'))).toBeNull();
  expect(nextPeriod(list, p('2026-02'))).toBe('2026-03');
  expect(nextPeriod([], p('2026'))).toBeNull();
});

test('the latest complete period of a kind', () => {
  const entries = [
    { id: p('2026-09'), complete: true },
    { id: p('2026-10'), complete: false },
    { id: p('2026-08'), complete: true },
    { id: p('2026-Q3'), complete: true },
  ];
  expect(latestComplete(entries, 'month')).toBe('2026-09');
  expect(latestComplete(entries, 'quarter')).toBe('2026-Q3');
  expect(latestComplete(entries, 'year')).toBeNull();
});

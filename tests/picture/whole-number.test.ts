import { expect, test } from 'vitest';
import { readWholeNumber } from '#picture/whole-number.ts';

const money = (typed: string) => readWholeNumber(typed, 0, 1e15);
const percent = (typed: string) => readWholeNumber(typed, 0, 100);

test('amounts with their groups, in either language', () => {
  for (const typed of ['500000000', '500.000.000', '500,000,000', 'Rp500.000.000', ' Rp 500 000 000 '])
    expect(money(typed)).toEqual({ kind: 'number', value: 500_000_000, rounded: false });
  for (const typed of ['lima', '-5', '5.00.000', '1e9', '500.000.000,5.1', '2000000000000000'])
    expect(money(typed), typed).toEqual({ kind: 'none' });
  expect(money('  ')).toEqual({ kind: 'empty' });
});

test('decimals are rounded, and said to be', () => {
  expect(percent('33,4')).toEqual({ kind: 'number', value: 33, rounded: true });
  expect(percent('33.5 %')).toEqual({ kind: 'number', value: 34, rounded: true });
  expect(percent('33,000')).toEqual({ kind: 'number', value: 33, rounded: false });
  expect(percent('101')).toEqual({ kind: 'none' });
  expect(percent('100,4')).toEqual({ kind: 'none' });
});

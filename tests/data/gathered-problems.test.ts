import { describe, expect, it } from 'vitest';
import type { Problem } from '#core/problem.ts';
import { gatherProblems } from '#data/gathered-problems.ts';
import { expectLinear } from '#tests/growth.ts';

const missing = (area: string, period = '2026-03'): Problem => ({
  code: 'area/missing',
  severity: 'warning',
  at: { file: 'a.csv', area, period },
  detail: { why: 'no-row' },
});
const names = (count: number): string[] => Array.from({ length: count }, (_, k) => `Kelurahan ${k}`);

describe('gatherProblems', () => {
  it('makes one line of many warnings that differ in the area only', () => {
    const other: Problem = { code: 'number/negative', severity: 'row', at: { file: 'a.csv', row: 3 } };
    const [first, ...rest] = names(50).map((name) => missing(name));
    const gathered = gatherProblems([first!, other, ...rest]);
    expect(gathered).toEqual([
      { problem: first, areas: names(50) },
      { problem: other, areas: [] },
    ]);
  });

  it('leaves few, and those of different periods or reasons, by themselves', () => {
    const few = names(10).map((name) => missing(name));
    expect(gatherProblems(few).map(({ problem }) => problem)).toEqual(few);
    const spread = names(40).map((name, k) => missing(name, `2026-0${1 + (k % 4)}`));
    expect(gatherProblems(spread)).toHaveLength(40);
    expect(gatherProblems([...spread, ...names(11).map((name) => missing(name, '2025'))])).toHaveLength(41);
  });

  it('does not take what names no area for one', () => {
    const bare = names(30).map(
      (_, k): Problem => ({ code: 'row/ragged', severity: 'warning', at: { row: k } }),
    );
    expect(gatherProblems(bare)).toHaveLength(30);
  });
});

describe('gathering very many problems', () => {
  const of = (size: number, one: (k: number) => Problem): Problem[] =>
    Array.from({ length: size }, (_, k) => one(k));
  it.each<[what: string, one: (k: number) => Problem]>([
    ['one fault in each row, of 51 areas', (k) => missing(`Kelurahan ${k % 51}`)],
    ['one fault in each row, of nine areas', (k) => missing(`Kelurahan ${k % 9}`)],
    ['one fault in each row, each of its own area', (k) => missing(`Kelurahan ${k}`)],
    ['one fault in each row, each of its own period', (k) => missing('Kelurahan', `${k}`)],
    ['rows without an area', (k) => ({ code: 'row/ragged', severity: 'warning', at: { row: k } })],
  ])('takes as long as they are many: %s', (_, one) => {
    expectLinear((size) => of(size, one), gatherProblems);
  });
});

import { describe, expect, it } from 'vitest';
import { gatherProblems } from '#app/data/gathered-problems.ts';
import type { Problem } from '#core/problem.ts';

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

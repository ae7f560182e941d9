import { expect, it } from 'vitest';
import { linkReview, type ReviewedLink, type Verdict, verdictsCsv } from '#core/link-review.ts';

const BY_RULE = { 'child-nik': 900, kk: 100, 'parent-nik': 0, 'name-date': 0 } as const;
const link = (rule: ReviewedLink['rule'], k: number): ReviewedLink => ({
  key: ['d1', 'Data', String(k), 'd2', '', '7'].join('\t'),
  rule,
  area: '53.71.01.1001',
  nik: 'same',
  kk: 'unknown',
});
const SAMPLE = [1, 2, 3, 4].map((k) => link('child-nik', k)).concat([5, 6].map((k) => link('kk', k)));
const said = (verdicts: readonly Verdict[]) =>
  new Map(verdicts.map((verdict, k) => [SAMPLE[k]!.key, verdict] as const));

it('weighs the rules by their links, and leaves out who is unsure', () => {
  const { rules, precision, low, high } = linkReview(
    BY_RULE,
    SAMPLE,
    said(['same', 'same', 'same', 'unsure', 'same', 'other']),
  );
  expect(rules).toEqual([
    { rule: 'child-nik', links: 900, sampled: 4, same: 3, other: 0, unsure: 1 },
    { rule: 'kk', links: 100, sampled: 2, same: 1, other: 1, unsure: 0 },
  ]);
  expect(precision).toBeCloseTo(0.9 * 1 + 0.1 * 0.5, 12);
  // Wilson, 95 %: 3 of 3 from 0.4385, 1 of 2 from 0.0945 to 0.9055.
  expect(low).toBeCloseTo(0.9 * 0.4385 + 0.1 * 0.0945, 3);
  expect(high).toBeCloseTo(0.9 * 1 + 0.1 * 0.9055, 3);
});

it('gives no estimate before each rule that links has been looked at', () => {
  expect(linkReview(BY_RULE, SAMPLE, said(['same', 'same', 'same', 'same'])).precision).toBeNaN();
  expect(linkReview(BY_RULE, [], new Map()).precision).toBeNaN();
  const none = { 'child-nik': 0, kk: 0, 'parent-nik': 0, 'name-date': 0 };
  expect(linkReview(none, [], new Map())).toMatchObject({ rules: [], precision: Number.NaN });
});

it('is written as places and words, the same whatever the order', () => {
  const text = verdictsCsv(said(['same', 'other']));
  expect(text).toContain('d1;Data;1;d2;;7;sama');
  expect(text).toContain('d1;Data;2;d2;;7;beda');
  expect(verdictsCsv(new Map([...said(['same', 'other'])].reverse()))).toBe(text);
});

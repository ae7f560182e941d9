import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '#core/dimension.ts';
import { RELEASE_TABLES, releaseRule, ruleProblems } from '#core/release-rule.ts';

describe('the rule of a release', () => {
  const codes = (k: number, reason?: string) => ruleProblems(releaseRule(k, reason)).map(({ code }) => code);

  it('is 10 unless the office says why it is smaller, and never below 5', () => {
    expect(releaseRule()).toMatchObject({ id: 'K10R5', minimumCell: 10, rounding: 5, reason: '' });
    expect(codes(10)).toEqual([]);
    expect(codes(9)).toEqual(['release/reason-missing']);
    expect(codes(9, '  ')).toEqual(['release/reason-missing']);
    expect(codes(5, 'Rapat tertutup TPPS')).toEqual([]);
    for (const k of [4, 2, 7.5, Number.NaN])
      expect(codes(k, 'Rapat tertutup TPPS')).toEqual(['release/k-too-small']);
    expect(releaseRule(20, 'lebih besar').reason).toBe('');
  });

  it('has a closed list of tables, each once, in the order of the schema', () => {
    const ids = RELEASE_TABLES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith('district'))).toEqual([
      'stunting',
      'wasting',
      'underweight',
      'poverty',
      'sex',
      'age',
      'severe-stunting',
      'severe-wasting',
      'stunting-poverty',
      'sex-stunting',
      'age-stunting',
      'stunting-wasting',
      'wasting-poverty',
    ]);
    for (const { dimensions } of RELEASE_TABLES)
      expect([...dimensions].sort((a, b) => DIMENSIONS.indexOf(a) - DIMENSIONS.indexOf(b))).toEqual(
        dimensions,
      );
  });
});

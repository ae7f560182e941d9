import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fisherP, pooledTest } from '#core/two-proportions.ts';
import { sharedPath } from '#tests/shared-data.ts';

it("Fisher's p is that of the lady tasting tea: 3 of 4 against 1 of 4", () => {
  // Of 70 ways 16 and 1 give 3 and 4 right, as many the other way.
  expect(fisherP([1, 4], [3, 4])).toBeCloseTo(34 / 70, 12);
  expect(fisherP([4, 4], [0, 4])).toBeCloseTo(2 / 70, 12);
  expect(fisherP([0, 9], [0, 5])).toBe(1);
  expect(pooledTest([0, 9], [0, 5])).toEqual({ z: 0, p: 1 });
  expect(() => fisherP([5, 4], [1, 4])).toThrow();
});

it('equals R', () => {
  const path = sharedPath('vectors/intervals/expected.json');
  if (path === null) return;
  const { two_sample } = JSON.parse(readFileSync(path, 'utf8')) as {
    two_sample: readonly Record<
      'k1' | 'n1' | 'k2' | 'n2' | 'z_pooled' | 'p_two_sided' | 'fisher_p',
      number
    >[];
  };
  expect(two_sample.length).toBeGreaterThan(3);
  for (const { k1, n1, k2, n2, z_pooled, p_two_sided, fisher_p } of two_sample) {
    // The file takes the first less the second.
    const { z, p } = pooledTest([k2, n2], [k1, n1]);
    if (z_pooled !== null)
      expect([z, p]).toEqual([expect.closeTo(z_pooled, 9), expect.closeTo(p_two_sided, 9)]);
    expect(fisherP([k2, n2], [k1, n1])).toBeCloseTo(fisher_p, 7);
  }
});

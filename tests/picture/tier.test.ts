import { expect, it } from 'vitest';
import type { Dataset, Tier } from '#core/dataset.ts';
import type { Atlas } from '#picture/atlas.ts';
import type { Picture } from '#picture/picture.ts';
import { laidTierOf, tierOf } from '#picture/tier.ts';

function shown(tier: Tier, laid: Dataset['laid'], kind: string) {
  const atlas = { manifest: { tier }, dataset: laid ? { laid } : {} } as unknown as Atlas;
  return { atlas, layer: { kind } } as unknown as Picture;
}

it.each(['entry', 'target', 'service', 'budget'])(
  'of %s is that of what an office has laid over it',
  (kind) => {
    for (const tier of ['example', 'release'] as const) {
      expect(tierOf(shown(tier, ['services'], kind))).toBe('internal');
      expect(tierOf(shown(tier, undefined, kind))).toBe(tier);
    }
  },
);

it('of all else is that of the dataset, whatever lies over it', () => {
  expect(tierOf(shown('example', ['budget'], 'single'))).toBe('example');
  expect(tierOf(shown('internal', undefined, 'single'))).toBe('internal');
  expect(laidTierOf(shown('release', ['monitoring'], 'single').atlas)).toBe('internal');
  expect(laidTierOf(shown('release', undefined, 'single').atlas)).toBe('release');
});

import type { Tier } from '#core/dataset.ts';
import type { Atlas } from './atlas.ts';

const TIERS: readonly Tier[] = ['example', 'internal', 'release'];
type Keys = { readonly [One in Tier]: string };
const known = new WeakMap<Atlas['territory'], Keys>();

/** FNV-1a (Fowler, Noll & Vo 1991), 32 bits. */
function digest(texts: Iterable<string>): string {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let k = 0; k <= text.length; k++) {
      hash = Math.imul(hash ^ (k < text.length ? text.charCodeAt(k) : 0), 0x01000193);
    }
  }
  return (hash >>> 0).toString(36);
}

function keysOf(territory: Atlas['territory']): Keys {
  const before = known.get(territory);
  if (before !== undefined) return before;
  const key = (tier: Tier) => digest([tier, ...territory.villages.areas.map(({ code }) => code)]);
  const keys: Keys = { example: key('example'), internal: key('internal'), release: key('release') };
  known.set(territory, keys);
  return keys;
}

/**
 * What links and saved views say of the data they are for: tier and areas, so that they hold from month to month. A
 * digest, because a dataset's own name comes from files and may name anything.
 */
export function dataKey({ manifest, territory }: Pick<Atlas, 'manifest' | 'territory'>): string {
  return keysOf(territory)[manifest.tier];
}

/** The tier of the data that a key is for, where their areas are those of a territory; null where they are others. */
export function tierOfKey(key: string, territory: Atlas['territory']): Tier | null {
  const keys = keysOf(territory);
  return TIERS.find((tier) => keys[tier] === key) ?? null;
}

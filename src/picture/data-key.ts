import type { Atlas } from './atlas.ts';

const known = new WeakMap<Atlas['territory'], string>();

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

/**
 * What links and saved views say of the data they are for: tier and areas, so that they hold from month to month. A
 * digest, because a dataset's own name comes from files and may name anything.
 */
export function dataKey({ manifest, territory }: Pick<Atlas, 'manifest' | 'territory'>): string {
  const before = known.get(territory);
  if (before !== undefined) return before;
  const key = digest([manifest.tier, ...territory.villages.areas.map(({ code }) => code)]);
  known.set(territory, key);
  return key;
}

import type { Geography } from './area.ts';

/** What the villages of a territory are: the word for them is not the same. */
export type VillageKind = 'kelurahan' | 'desa' | 'both';

/** The last four digits of a Kemendagri code begin with 1 for a kelurahan and with 2 for a desa. */
const KEMENDAGRI = /^\d{2}\.\d{2}\.\d{2}\.([12])\d{3}$/;
const KIND = { 1: 'kelurahan', 2: 'desa' } as const;

const known = new WeakMap<Geography, VillageKind | null>();

function found({ areas }: Geography): VillageKind | null {
  const kinds = new Set<VillageKind>();
  for (const { code } of areas) {
    const digit = KEMENDAGRI.exec(code)?.[1];
    if (digit === undefined) return null;
    kinds.add(KIND[digit as '1' | '2']);
  }
  const [only = null] = kinds;
  return kinds.size > 1 ? 'both' : only;
}

/** By the codes; null where any of them does not tell, as those of BPS do not. Linear in areas, once for a geography. */
export function villageKindOf(villages: Geography): VillageKind | null {
  const before = known.get(villages);
  if (before !== undefined) return before;
  const kind = found(villages);
  known.set(villages, kind);
  return kind;
}

import type { Geography } from './area.ts';

/** What the villages of a territory are: the word for them is not the same. */
export type VillageKind = 'kelurahan' | 'desa' | 'both';

/** The last block of a Kemendagri code begins with 1 for a kelurahan and with 2 for a desa; others do not tell. */
const KEMENDAGRI = /^\d{2}\.\d{2}\.\d{2}\.(\d)\d{3}$/;

const known = new WeakMap<Geography, VillageKind | null>();

function found({ areas }: Geography): VillageKind | null {
  const digits = new Set(areas.map(({ code }) => KEMENDAGRI.exec(code)?.[1]));
  if (digits.has(undefined)) return null;
  if (digits.has('1') && digits.has('2')) return 'both';
  if (digits.has('2')) return 'desa';
  return digits.has('1') ? 'kelurahan' : null;
}

/**
 * By those codes that tell, where all are of Kemendagri; null else, as BPS codes do not. Linear in areas, once for a
 * geography.
 */
export function villageKindOf(villages: Geography): VillageKind | null {
  const before = known.get(villages);
  if (before !== undefined) return before;
  const kind = found(villages);
  known.set(villages, kind);
  return kind;
}

import type { BridgeRow } from './bridge-table.ts';

/** How figures of older areas become those of a present one. */
export type Bridge =
  /** The area was there and is as it was. */
  | { readonly kind: 'same'; readonly sources: readonly BridgeSource[] }
  /** One older area under another code, or several that became one: their counts, exactly. */
  | { readonly kind: 'renamed' | 'merged'; readonly sources: readonly BridgeSource[] }
  /** Parts of older areas by stated shares: as if those affected were spread as all children are. */
  | { readonly kind: 'apportioned'; readonly sources: readonly BridgeSource[] }
  | { readonly kind: 'none'; readonly reason: NoBridge };

/** Why an area stays blank. */
export type NoBridge =
  /** No older area, and the table names none. */
  | 'no-older-area'
  /** It has a part of an older area, and the table does not say how much. */
  | 'share-not-stated'
  /** The shares that went over of an older area are more than the whole. */
  | 'more-than-whole';

/** An older area, and which share of its children it gives, per 1. */
export interface BridgeSource {
  /** Position in the older codes. */
  readonly older: number;
  readonly share: number;
}

/** Shares that sum to a whole but for rounding: 33.3 % three times. */
const WHOLE = 0.002;

/**
 * Bridges a change of areas (pemekaran) by the table that an office states, never by a guess: rows may follow each other
 * (a to b, then b to c). An older area of which parts went over keeps what no row takes, where all shares are stated;
 * without a stated share only an area that went over as a whole is bridged. O(areas + rows).
 * @param rows those in force between the older period and the present. @param older, present codes.
 * @returns by present area.
 */
export function bridgeAreas(
  rows: readonly Pick<BridgeRow, 'from' | 'to' | 'share'>[],
  older: readonly string[],
  present: readonly string[],
): readonly Bridge[] {
  const place = new Map(older.map((code, i) => [code, i]));
  const isPresent = new Set(present);
  const [outOf, into] = [new Map<string, Row[]>(), new Map<string, Row[]>()];
  for (const row of rows) {
    outOf.set(row.from, [...(outOf.get(row.from) ?? []), row]);
    if (row.from !== row.to) into.set(row.to, [...(into.get(row.to) ?? []), row]);
  }
  const given = (code: string) => (outOf.get(code) ?? []).filter(({ from, to }) => from !== to);
  /** NaN where it is not stated, and more may have gone elsewhere. */
  const shareOf = (row: Row): number =>
    row.share ?? (given(row.from).length === 1 && !isPresent.has(row.from) ? 1 : Number.NaN);
  const kept = (code: string): number => {
    const own = (outOf.get(code) ?? []).find(({ from, to }) => from === to);
    if (own?.share != null) return own.share;
    const gone = given(code).reduce((sum, row) => sum + shareOf(row), 0);
    return gone > 1 - WHOLE ? 0 : 1 - gone;
  };
  const isTooMuch = (code: string) => {
    const stated = (outOf.get(code) ?? []).reduce((sum, { share }) => sum + (share ?? 0), 0);
    return stated > 1 + WHOLE;
  };
  /** What comes of older areas by way of one that they went into. */
  const gathered = (code: string, factor: number, seen: readonly string[]): readonly Part[] => {
    const i = place.get(code);
    const own = i === undefined ? [] : [{ older: i, code, share: factor }];
    const before = (into.get(code) ?? []).filter(({ from }) => !seen.includes(from));
    return [
      ...own,
      ...before.flatMap((row) => gathered(row.from, factor * shareOf(row), [...seen, row.from])),
    ];
  };
  return present.map((code) => {
    const i = place.get(code);
    const stays = i === undefined ? [] : [{ older: i, code, share: kept(code) }];
    const come = (into.get(code) ?? []).flatMap((row) => gathered(row.from, shareOf(row), [code, row.from]));
    const parts = [...stays, ...come].filter(({ share }) => share !== 0);
    if (parts.length === 0) return { kind: 'none', reason: 'no-older-area' };
    if (parts.some((part) => isTooMuch(part.code))) return { kind: 'none', reason: 'more-than-whole' };
    if (parts.some(({ share }) => Number.isNaN(share))) return { kind: 'none', reason: 'share-not-stated' };
    const sources = parts.map(({ older: at, share }) => ({ older: at, share }));
    if (sources.some(({ share }) => share < 1 - WHOLE)) return { kind: 'apportioned', sources };
    if (sources.length > 1) return { kind: 'merged', sources };
    return { kind: sources[0]!.older === i ? 'same' : 'renamed', sources };
  });
}

type Row = Pick<BridgeRow, 'from' | 'to' | 'share'>;

interface Part extends BridgeSource {
  readonly code: string;
}

/**
 * Counts of older areas by present area: sums, by shares where areas were split. NaN where there is no bridge, and where
 * any of its sources is not known: a part of a sum is no sum.
 */
export function bridgedCounts(bridges: readonly Bridge[], older: ArrayLike<number>): Float64Array {
  return Float64Array.from(bridges, (bridge) =>
    bridge.kind === 'none'
      ? Number.NaN
      : bridge.sources.reduce((sum, { older: i, share }) => sum + older[i]! * share, 0),
  );
}

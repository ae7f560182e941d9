import type { Geography, Territory } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Filters, View } from '#core/view.ts';
import { periodNamed } from '#core/view-codec.ts';
import { paletteFor } from '#map/color.ts';
import type { AreaDecision, Decided } from './decision-value.ts';
import type { PriorityListing } from './priority-listing.ts';
import type { Shading } from './shading.ts';
import type { ToldAreas } from './told-areas.ts';

/** What became of an area: its class on the map, from light to dark. */
export const Standing = { outside: 0, passedOver: 1, added: 2, chosen: 3 } as const;
export type Standing = (typeof Standing)[keyof typeof Standing];
const STANDINGS = Object.keys(Standing).length;

/** What was decided of a list, and what its drafted reasons are filled in from. Columns by area. */
export interface DecisionLayer {
  readonly title: string;
  /** null where nothing is decided or written. */
  readonly decisions: readonly (AreaDecision | null)[];
  readonly standing: Uint8Array;
  /** 1 where somebody sees it otherwise that an area is put forward, or that one of the list is not. */
  readonly disputed: Uint8Array;
  /** Areas put forward. */
  readonly chosen: readonly number[];
  readonly period: View['period'];
  /** Of which it was made; null where that is not known. */
  readonly madeOn: View['period'] | null;
  readonly filters: Filters;
  readonly territory: Territory;
}

function standingOf(chosen: boolean, listed: boolean): Standing {
  if (chosen) return listed ? Standing.chosen : Standing.added;
  return listed ? Standing.passedOver : Standing.outside;
}

/** A decision laid over a list of the same areas; of areas that are not there it is left out. */
export function decisionLayer(
  { list }: PriorityListing,
  { title, areas, text }: Decided,
  geography: Geography,
  asked: Pick<DecisionLayer, 'period' | 'filters' | 'territory'>,
): DecisionLayer {
  const decisions: (AreaDecision | null)[] = geography.areas.map(() => null);
  for (const one of areas) {
    const i = geography.indexOf.get(one.code);
    if (i !== undefined) decisions[i] = one;
  }
  const standing = Uint8Array.from(decisions, (one, i) => {
    const place = list.place[i] ?? 0;
    return standingOf(one?.chosen ?? false, place > 0 && place <= list.top);
  });
  return {
    title,
    decisions,
    standing,
    disputed: Uint8Array.from(decisions, (one, i) =>
      one && one.dissent !== '' && standing[i] !== Standing.outside ? 1 : 0,
    ),
    chosen: decisions.flatMap((one, i) => (one?.chosen ? [i] : [])),
    madeOn: text === undefined ? null : periodNamed(text),
    ...asked,
  };
}

/** Those put forward, then those of the list that are not, each by place and rank; numbered as they stand. */
export function decidedAreas(
  { standing }: DecisionLayer,
  { list: { place } }: PriorityListing,
  rank: Uint32Array,
): ToldAreas {
  const first = (column: Uint32Array, i: number) => {
    const own = column[i] ?? 0;
    return own === 0 ? Number.MAX_SAFE_INTEGER : own;
  };
  const group = (i: number) => (standing[i] === Standing.passedOver ? 1 : 0);
  const areas = [...standing.keys()]
    .filter((i) => standing[i] !== Standing.outside)
    .sort(
      (a, b) =>
        group(a) - group(b) || first(place, a) - first(place, b) || first(rank, a) - first(rank, b) || a - b,
    );
  return { areas, places: areas.map((_, k) => k + 1) };
}

/** The decision as fill. An area put forward is filled even where it has no figure; any other keeps why it has none. */
export function decisionShading({ standing, disputed }: DecisionLayer, listing: PriorityListing): Shading {
  const status = Uint8Array.from(listing.status, (own, i) =>
    (standing[i] ?? Standing.outside) === Standing.outside ? own : CellStatus.observed,
  );
  const classOf = Uint8Array.from(standing, (own, i) => (status[i] === CellStatus.observed ? own : NO_CLASS));
  const areasPerClass = new Uint32Array(STANDINGS);
  for (const k of classOf) if (k !== NO_CLASS) areasPerClass[k]! += 1;
  return {
    kind: 'priority',
    classOf,
    status,
    colors: paletteFor(STANDINGS, 'more-is-worse'),
    areasPerClass,
    hatched: disputed.some((one) => one === 1) ? disputed : null,
  };
}

import type { IndicatorId } from '#core/indicator.ts';
import type { PriorityLayer } from './priority-layer.ts';

/** What the first areas of the list hold, and what they cost. */
export interface ListCover {
  /** The criterion whose affected children are counted. */
  readonly indicator: IndicatorId;
  /** Affected children in the list, and known ones of all areas, those that cannot be in it too. */
  readonly held: number;
  readonly all: number;
  /** Per 1. */
  readonly share: number;
  /** Rupiah for the list, and for the next area; null where no cost is given, or there is no next. */
  readonly cost: number | null;
  readonly next: number | null;
}

/** Areas in the list, in its order. */
export function listedAreas({ listing: { list } }: PriorityLayer): readonly number[] {
  return Array.from(list.curve.order.subarray(0, list.listed));
}

export function isListed({ listing: { list }, top }: PriorityLayer, i: number): boolean {
  const place = list.place[i] ?? 0;
  return place > 0 && place <= top;
}

/** What some areas hold of the affected children that the list counts; null where no criterion counts any. */
export function heldBy(
  { indicators, measures, listing }: PriorityLayer,
  areas: Iterable<number>,
): Pick<ListCover, 'indicator' | 'held' | 'all' | 'share'> | null {
  const [indicator, measure] = [indicators[listing.counted], measures[listing.counted]];
  if (indicator === undefined || measure === undefined) return null;
  const known = (n: number | undefined) => (n === undefined || Number.isNaN(n) ? 0 : n);
  const cases = measure.table.numerator;
  const all = cases.reduce((sum, n) => sum + known(n), 0);
  if (all === 0) return null;
  let held = 0;
  for (const i of areas) held += known(cases[i]);
  return { indicator: indicator.id, held, all, share: held / all };
}

/** null where no criterion counts affected children. */
export function listCover({ indicators, measures, listing, choice }: PriorityLayer): ListCover | null {
  const [indicator, measure] = [indicators[listing.counted], measures[listing.counted]];
  if (indicator === undefined || measure === undefined) return null;
  const { curve, listed } = listing.list;
  const all = measure.table.numerator.reduce((sum, n) => sum + (Number.isNaN(n) ? 0 : n), 0);
  if (all === 0) return null;
  const held = curve.cases[listed - 1] ?? 0;
  const cost = curve.cost[listed - 1] ?? 0;
  const priced = choice.list.perArea !== null || choice.list.perChild !== null;
  const after = curve.cost[listed];
  return {
    indicator: indicator.id,
    held,
    all,
    share: held / all,
    cost: priced ? cost : null,
    next: priced && after !== undefined ? after - cost : null,
  };
}

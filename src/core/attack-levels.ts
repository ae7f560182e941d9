import { type OuterBound, type PublishedRule, spanOf } from './attack-system.ts';
import type { Attack } from './disclosure-attack.ts';
import type { CellMasks, PublishedCell } from './published-cell.ts';

/** What the counts of a district say of one of its villages; `cell` is the position among the district's cells. */
export interface DistrictBound extends OuterBound {
  readonly cell: number;
}

type Span = readonly [number, number];

/**
 * Spans of a cell in each village, or null where one has none. `near`: those known to be reachable, so that what is safe by
 * them is safe; `full`: all that fits what each village shows.
 */
function spansOf(
  villages: readonly Attack[],
  masks: CellMasks,
  which: 'near' | 'full',
): readonly Span[] | null {
  const spans: Span[] = [];
  for (const village of villages) {
    const span = which === 'near' ? village.reach(masks) : village.extent(masks);
    if (span === null) return null;
    spans.push(span);
  }
  return spans;
}

function sumOf(spans: readonly Span[]): Span {
  return [spans.reduce((sum, [lo]) => sum + lo, 0), spans.reduce((sum, [, hi]) => sum + hi, 0)];
}

/**
 * A district's shown count less all that its other villages may have is a bound on a village's. Only bounds that say more
 * than the village itself.
 * @param villages what was found of each that has reported.
 */
export function boundsFromDistrict(
  cells: readonly PublishedCell[],
  rule: PublishedRule,
  villages: readonly Attack[],
  village: number,
  which: 'near' | 'full',
): readonly DistrictBound[] {
  return cells.flatMap(({ masks, count }, cell) => {
    if (count === null) return [];
    const spans = spansOf(villages, masks, which);
    if (spans === null) return [];
    const [least, most] = spanOf(count, rule);
    const [low, high] = sumOf(spans);
    const [lo, hi] = spans[village]!;
    const bound = { masks, lo: Math.max(0, least - (high - hi)), hi: most - (low - lo), cell };
    return bound.lo > lo || bound.hi < hi ? [bound] : [];
  });
}

/** What the villages of a district say of its cells together, where that is more than the district itself does. */
export function boundsFromVillages(
  cells: readonly PublishedCell[],
  rule: PublishedRule,
  villages: readonly Attack[],
  which: 'near' | 'full',
): readonly OuterBound[] {
  return cells.flatMap(({ masks, count }) => {
    const spans = spansOf(villages, masks, which);
    if (spans === null) return [];
    const [least, most] = spanOf(count, rule);
    const [lo, hi] = sumOf(spans);
    return lo > least || hi < most ? [{ masks, lo, hi }] : [];
  });
}

import type { HotspotLayer } from '#app/hotspot-layer.ts';
import { CellStatus } from '#core/area-table.ts';
import type { ScatterPoint } from './scatter-points.ts';

/** An area in a chart of hotspots. */
export interface HotspotDot extends ScatterPoint {
  /** How strong the evidence is: filled where strongest, faint where there is none. */
  readonly look: 'filled' | 'ring' | 'faint';
  readonly color: string;
}

export const FAINT = { look: 'faint', color: '#8d8b82' } as const satisfies Partial<HotspotDot>;

/** More dots than this are counted on a lattice. */
export const MOST_DOTS = 2_000;
/** The table of a chart holds at most so many areas. */
export const TABLE_ROWS = 400;

/** What is drawn one by one although a lattice holds them all: those that stand out, where they are few enough, and those marked. */
export function dotsOver<D extends HotspotDot>(
  dots: readonly D[],
  marked: (index: number) => boolean,
): readonly D[] {
  const out = dots.filter(({ look }) => look !== 'faint');
  if (out.length <= MOST_DOTS) return dots.filter(({ look, index }) => look !== 'faint' || marked(index));
  return dots.filter(({ index }) => marked(index));
}

/** Why an area takes no part: the first status of its indicators that is no number, else that nobody was asked for. */
export function statusWithout({ input: { table, second } }: HotspotLayer, index: number): number {
  for (const { status } of second ? [table, second] : [table]) {
    const own = status[index] ?? CellStatus.notApplicable;
    if (own !== CellStatus.observed) return own;
  }
  return CellStatus.noDenominator;
}

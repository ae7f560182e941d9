import { CellStatus } from '#core/area-table.ts';
import type { HotspotLayer } from './hotspot-layer.ts';
import type { PlaneDot } from './plane-dots.ts';

export const FAINT = { look: 'faint', color: '#8d8b82' } as const satisfies Partial<PlaneDot>;

/** Why an area takes no part: the first status of its indicators that is no number, else that nobody was asked for. */
export function statusWithout({ input: { table, second } }: HotspotLayer, index: number): number {
  for (const { status } of second ? [table, second] : [table]) {
    const own = status[index] ?? CellStatus.notApplicable;
    if (own !== CellStatus.observed) return own;
  }
  return CellStatus.noDenominator;
}

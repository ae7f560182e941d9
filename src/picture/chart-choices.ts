import type { IndicatorId } from '#core/indicator.ts';
import type { View } from '#core/view.ts';

/** A line the reader wants a rate to stay below (or, of coverage, above). Rates per 1. */
export type Target =
  | { readonly kind: 'own'; readonly rate: number }
  | { readonly kind: 'national'; readonly year: string; readonly rate: number };

/** National figures for stunting as presented by Ditjen Bangda; offered, never drawn unasked. Rates per 1. */
export const NATIONAL_STUNTING_TARGETS: readonly (Target & { readonly kind: 'national' })[] = [
  { kind: 'national', year: '2025', rate: 0.188 },
  { kind: 'national', year: '2029', rate: 0.142 },
  { kind: 'national', year: '2045', rate: 0.05 },
];

/** What lies on an axis of the scatter. */
export interface ScatterAxis {
  /** null: that of the map. */
  readonly indicator: IndicatorId | null;
  readonly measure: View['measure'];
}

/** What the reader chose in the charts and no view holds; it outlives a change of tab. */
interface Chosen {
  /** The axes of the scatter; null: after the view. */
  readonly x: ScatterAxis | null;
  readonly y: ScatterAxis | null;
  /** Lines of the reader's own that divide an axis, by lineKey. Rates per 1. */
  readonly lines: { readonly [key: string]: number };
  readonly targets: { readonly [Id in IndicatorId]?: Target };
}

export interface ChartChoices extends Chosen {
  readonly change: (patch: Partial<Chosen>) => void;
}

export const NOTHING_CHOSEN: Chosen = { x: null, y: null, lines: {}, targets: {} };

import type { AreaCode } from './area.ts';
import type { Day } from './calendar-day.ts';
import type { IndicatorId } from './indicator.ts';

/** What an office wants to have reached on a day, in cases or in prevalence. */
export interface TargetRow {
  readonly level: 'city' | 'district' | 'village';
  /** null of the city. */
  readonly area: AreaCode | null;
  readonly indicator: IndicatorId;
  readonly measure: 'count' | 'rate';
  /** Children, or per 1. */
  readonly value: number;
  readonly due: Day;
  /** Where it is counted from, as the office stated it; null where it did not. */
  readonly from: { readonly value: number; readonly day: Day | null } | null;
  /** Who set it; '' where that is not said. */
  readonly source: string;
}

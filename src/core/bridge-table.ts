import type { AreaCode } from './area.ts';
import type { Day } from './calendar-day.ts';

/** One step of a table of splits and merges (jembatan pemekaran): what became of an older area, and how much of it. */
export interface BridgeRow {
  readonly from: AreaCode;
  readonly to: AreaCode;
  /** Since when; null where the table does not say. */
  readonly day: Day | null;
  /** Share of the older area's children that went over, per 1; null where it is not stated: not to be guessed. */
  readonly share: number | null;
  /** By which law or count; '' where that is not said. */
  readonly source: string;
}

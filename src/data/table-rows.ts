import type { AreaIndex } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { RowCounts } from './row-counts.ts';

/** One village in one period. */
export interface AcceptedRow extends RowCounts {
  /** 1-based, as a spreadsheet counts; the first of several. */
  readonly row: number;
  readonly area: AreaIndex;
  readonly period: Period;
}

export interface SetAsideRow {
  readonly row: number;
  /** Area as written; '' where the row names none. */
  readonly area: string;
  /** Null where it cannot be read. */
  readonly period: Period | null;
  readonly problems: readonly Problem[];
}

/** A row set aside, with the village where it is known. */
export interface PlacedRow extends SetAsideRow {
  readonly index: AreaIndex | null;
}

import type { ChildDimensionId } from './dimension.ts';
import type { ReportWord } from './report-word.ts';

/** Released cells by column, as a package holds them; a combination without a row counts 0. */
export interface ReleasedCells {
  readonly table: readonly string[];
  readonly area: readonly string[];
  readonly period: readonly string[];
  /** '' where the table does not cross the dimension. */
  readonly classes: Readonly<Record<ChildDimensionId, readonly string[]>>;
  /** null where hidden. */
  readonly count: readonly (number | null)[];
}

/** Released coverage by column: rounded, and null where below k or not known. */
export interface ReleasedCoverage {
  readonly area: readonly string[];
  readonly period: readonly string[];
  readonly target: readonly (number | null)[];
  readonly measured: readonly (number | null)[];
  readonly status: readonly ReportWord[];
}

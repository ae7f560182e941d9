import type { AreaLevel } from './area.ts';
import type { DimensionId } from './dimension.ts';
import type { Period } from './period.ts';
import type { OtherUnit } from './unit.ts';

/** Largest dense layout, in bytes; a larger table is kept sparse. */
export const DENSE_LIMIT_BYTES = 64 * 2 ** 20;
/** Stored instead of a count where the publisher hid the cell (the largest value a Uint32 can hold). */
export const HIDDEN_COUNT = 0xffff_ffff;

/**
 * Counts of children, or of one other unit, by area, period and the classes of the crossed dimensions.
 * A dataset is one or more of these: an exact one crosses all dimensions it knows; a released one publishes a
 * closed list of smaller tables, and a question is answered only from a table that crosses what it asks for.
 */
export interface CellTable {
  readonly id: string;
  readonly level: AreaLevel;
  /** Absent: children. */
  readonly unit?: OtherUnit;
  /** Crossed dimensions, in the order of DIMENSIONS. A dimension left out is not known to this table. */
  readonly dimensions: readonly DimensionId[];
  /**
   * Dimensions whose affected children the source did not divide. In stunting, wasting and underweight `moderate` then
   * holds severe and moderate together; in poverty `5+` holds every decile but 1. What asks for a class that is not
   * told apart (severe alone, decile 2) is notApplicable; both affected classes together, and decile 1, are answered.
   */
  readonly undivided?: readonly DimensionId[];
  readonly periods: readonly Period[];
  /** Number of areas of the level. */
  readonly areas: number;
  /** Product of the class counts of `dimensions`; the last dimension varies fastest in a combination number. */
  readonly combinations: number;
  readonly cells: DenseCells | SparseCells;
}

/** counts[(period * combinations + combination) * areas + area]; HIDDEN_COUNT where hidden (Uint32Array only). */
export interface DenseCells {
  readonly kind: 'dense';
  readonly counts: Uint16Array | Uint32Array;
}

/** Compressed rows: the cells of (period p, area i) are offset[p * areas + i] up to the next offset. */
export interface SparseCells {
  readonly kind: 'sparse';
  readonly offset: Uint32Array;
  readonly combination: Uint16Array;
  readonly count: Uint32Array;
}

/**
 * Whether an area's measurements of a period have come in. setAside: they came, and were left out for a fault of
 * theirs; nothing is known of the area, as where it has not reported.
 */
export const ReportStatus = { reported: 0, notReported: 1, incomplete: 2, setAside: 3 } as const;
export type ReportStatus = (typeof ReportStatus)[keyof typeof ReportStatus];

/** Per village and period, at position p * areas + i. */
export interface CoverageTable {
  readonly periods: readonly Period[];
  readonly areas: number;
  /** S, children under five who should be measured; of a quarter or semester, that of its last month. NaN unknown. */
  readonly target: Float64Array;
  /** D, children measured. NaN unknown. */
  readonly measured: Float64Array;
  readonly status: Uint8Array;
}

import type { Territory } from './area.ts';
import type { CoverageTable } from './cells.ts';
import type { Manifest, ReleaseAudit } from './dataset.ts';
import type { ChildDimensionId } from './dimension.ts';
import type { Period } from './period.ts';
import type { ReleaseRegister } from './release-register.ts';
import type { ReleaseRule } from './release-rule.ts';
import type { ReleasedCells, ReleasedCoverage } from './released-cells.ts';

/**
 * Distinct children of an office by village, period, class and household, by column: what a release is made of, and more
 * than it shows. It stays where it was counted. A child counts once in each period, by its last measurement in it, so
 * that a semester is counted by itself and never summed from its months. Rows of equal keys are added.
 */
export interface ChildCounts {
  readonly periods: readonly Period[];
  /** Index of the village in the territory. */
  readonly village: Uint32Array;
  /** Position in `periods`. */
  readonly period: Uint16Array;
  /** Positions in CLASSES. */
  readonly classes: Readonly<Record<ChildDimensionId, Uint8Array>>;
  /** A number that tells households apart within these counts and means nothing outside; 0 where not known. */
  readonly household: Uint32Array;
  readonly children: Uint32Array;
}

export interface ReleaseInput {
  readonly territory: Territory;
  readonly counts: ChildCounts;
  /** Of children, of at least the periods of `counts`: targets, children measured, what has come in. */
  readonly coverage: CoverageTable;
  readonly extremePovertyDecile: Manifest['extremePovertyDecile'];
  readonly rule: ReleaseRule;
  /**
   * What the office has released before. `none`: the reader states that nothing was. `missing`: nobody knows, and nothing
   * is released.
   */
  readonly register: ReleaseRegister | 'none' | 'missing';
  /** Name and day of this release, for the register. */
  readonly id: string;
  /** ISO 8601 date. */
  readonly date: string;
}

/** What may leave, and what of it the office keeps. */
export interface Release {
  readonly manifest: Pick<Manifest, 'minimumCell' | 'rounding' | 'tables'> & {
    readonly policy: NonNullable<Manifest['policy']>;
  };
  readonly cells: ReleasedCells;
  readonly coverage: ReleasedCoverage;
  /** Without program and date, which the writer knows. */
  readonly audit: Omit<ReleaseAudit, 'program' | 'date'>;
  /** The register with this release entered. */
  readonly register: ReleaseRegister;
}

/** How far a release has come: blocks are areas by period. */
export interface ReleaseProgress {
  readonly done: number;
  readonly blocks: number;
}

import type { ReleasedCells, ReleasedCoverage } from './released-cells.ts';

export const REGISTER_SCHEMA = 'peta-sasaran-register/1';

/** One release as it left: rule, tables and coverage, no exact count. */
export interface RegisteredRelease {
  readonly id: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly policy: { readonly id: string; readonly reason: string };
  readonly minimumCell: number;
  readonly rounding: number;
  readonly cells: ReleasedCells;
  readonly coverage: ReleasedCoverage;
}

/** All that an office has released of a territory, the oldest first. */
export interface ReleaseRegister {
  readonly schema: typeof REGISTER_SCHEMA;
  readonly territory: string;
  readonly releases: readonly RegisteredRelease[];
}

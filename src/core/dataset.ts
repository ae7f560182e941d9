import type { AreaLevel, Source, Territory } from './area.ts';
import type { CellTable, CoverageTable } from './cells.ts';
import type { DimensionId } from './dimension.ts';
import type { Period } from './period.ts';

/** `example`: synthetic, nobody's. `internal`: exact counts for the office. `release`: suppressed and rounded. */
export type Tier = 'example' | 'internal' | 'release';

export interface PeriodEntry {
  readonly id: Period;
  /** False while measurements of the period may still come in, or where some areas have not reported. */
  readonly complete: boolean;
  /** Rows of the office's tables that were left out for their faults, whether or not their area is known; at least 1. */
  readonly setAside?: number;
}

export interface TableEntry {
  readonly id: string;
  readonly level: AreaLevel;
  readonly dimensions: readonly DimensionId[];
  /** As in CellTable.undivided. */
  readonly undivided?: readonly DimensionId[];
}

/** What a dataset says of itself: the manifest.json of a package. Schema: docs/dataset.md. */
export interface Manifest {
  readonly schema: 'peta-sasaran/1';
  readonly id: string;
  readonly title: string;
  readonly territory: string;
  readonly tier: Tier;
  /** Counts of 1 to minimumCell - 1 are hidden in the package; null where none are. */
  readonly minimumCell: number | null;
  /** Counts are rounded to multiples of this; null where exact. */
  readonly rounding: number | null;
  /** Extreme poverty is approximated by "decile of the household <= this". */
  readonly extremePovertyDecile: 1 | 2 | 3 | 4;
  readonly boundaries: {
    /** `tiles`: drawn from names alone, nothing of it is geography. */
    readonly kind: 'schematic' | 'official' | 'unofficial' | 'tiles';
    /** ISO 8601 date, or '' where unknown. */
    readonly asOf: string;
    readonly source: Source;
  };
  readonly sources: readonly Source[];
  readonly periods: readonly PeriodEntry[];
  readonly tables: readonly TableEntry[];
  /** Departures from the program's own definitions, by indicator id, in the publisher's words. */
  readonly definitions: Readonly<Record<string, string>>;
  /** SHA-256 of the other files of the package, in hexadecimal, by name; absent where nothing vouches for them. */
  readonly digests?: Readonly<Record<string, string>>;
}

/** Whether areas lie where they are drawn. Tiles stand for names: they have no neighbors, distances or surfaces. */
export function hasGeography({ boundaries }: Pick<Manifest, 'boundaries'>): boolean {
  return boundaries.kind !== 'tiles';
}

/** A checked dataset, ready to be asked. */
export interface Dataset {
  readonly manifest: Manifest;
  readonly territory: Territory;
  readonly tables: readonly CellTable[];
  readonly coverage: CoverageTable;
}

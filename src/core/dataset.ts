import type { AreaCode, AreaLevel, Source, Territory } from './area.ts';
import type { BudgetRow } from './budget-record.ts';
import type { CellTable, CoverageTable } from './cells.ts';
import type { DimensionId } from './dimension.ts';
import type { Monitoring } from './monitoring.ts';
import type { Period } from './period.ts';
import type { ServiceRecord } from './service-record.ts';
import type { OtherUnit, Unit } from './unit.ts';

/** `example`: synthetic, nobody's. `internal`: exact counts for the office. `release`: suppressed and rounded. */
export type Tier = 'example' | 'internal' | 'release';

export interface PeriodEntry {
  readonly id: Period;
  /** False while measurements of the period may still come in, or where some areas have not reported. */
  readonly complete: boolean;
  /** Who is counted in it, as found when its cells were read; absent: children. No part of a file. */
  readonly units?: readonly Unit[];
  /** Rows of the office's tables that were left out for their faults, whether or not their area is known; at least 1. */
  readonly setAside?: number;
}

/** Villages of which a table has no row of a period, though its unit has come in by another table. */
export interface AbsentRows {
  readonly period: Period;
  readonly status: 'not-reported' | 'set-aside';
  readonly areas: readonly AreaCode[];
}

export interface TableEntry {
  readonly id: string;
  readonly level: AreaLevel;
  /** Absent: children. */
  readonly unit?: OtherUnit;
  readonly dimensions: readonly DimensionId[];
  /** As in CellTable.undivided. */
  readonly undivided?: readonly DimensionId[];
  readonly absent?: readonly AbsentRows[];
}

/** How the tables of a release were chosen and hidden; k is `minimumCell`, the closed list is `tables`. */
export interface ReleasePolicy {
  readonly id: string;
  /** Why the office chose a smaller k than usual, in its words; '' where it did not. */
  readonly reason: string;
}

/** What an attacker was found to learn from a release, by the program that made it. */
export interface ReleaseAudit {
  readonly program: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly cells: number;
  readonly exact: number;
  readonly unsafe: number;
  /** Width of the narrowest interval found for a hidden cell, in counts; null where none is hidden. */
  readonly narrowest: number | null;
}

/** A further file of a package, for a part of the program that knows its id. */
export interface PackageExtra {
  readonly id: string;
  readonly file: string;
  readonly version: number;
}

/** How far an office has come, by posyandu and day: for monitoring, never part of a release. */
export const ENTRY_COUNTS = { id: 'entry-counts', file: 'entry-counts.csv', version: 1 } as const;

/** What a dataset says of itself: the manifest.json of a package. Schema: docs/dataset.md. */
export interface Manifest {
  readonly schema: 'peta-sasaran/2';
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
  readonly policy?: ReleasePolicy;
  readonly audit?: ReleaseAudit;
  readonly extras?: readonly PackageExtra[];
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
  /** Of children. */
  readonly coverage: CoverageTable;
  /** Of families and persons, where it counts them: all of them, and whether they have come in. */
  readonly unitCoverage?: Readonly<Partial<Record<OtherUnit, CoverageTable>>>;
  /** Absent where it holds nothing for monitoring. */
  readonly monitoring?: Monitoring;
  /** What an office has laid over it since, which is internal; absent: nothing. */
  readonly laid?: readonly ('monitoring' | 'services' | 'budget')[];
  /** Coverage of services by village; absent where it holds none. */
  readonly services?: ServiceRecord;
  /** Tagged activities; absent where it holds none. */
  readonly budget?: readonly BudgetRow[];
}

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { BudgetRow } from '#core/budget-record.ts';
import type { Manifest } from '#core/dataset.ts';
import type { Monitoring } from '#core/monitoring.ts';
import type { ReportWord } from '#core/report-word.ts';
import type { ServiceRecord } from '#core/service-record.ts';
import type { Unit } from '#core/unit.ts';

/** Feature properties of a package's areas.geojson (one feature a village, in any order). */
export interface PackageAreaProperties {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
}
/** Feature properties of the optional districts.geojson: outlines already dissolved. */
export interface PackageDistrictProperties {
  readonly code: string;
  readonly name: string;
}

/**
 * cells.parquet or cells.csv: one row a cell, text columns
 * `table, area, period, sex, age, stunting, wasting, underweight, poverty, risk` (class codes of #core/dimension.ts; empty
 * where the table does not cross the dimension) and integer `count` (empty where the publisher hid it).
 * A combination without a row counts 0.
 */
export type PackageCells =
  | { readonly format: 'parquet' | 'csv'; readonly bytes: Uint8Array }
  | { readonly format: 'rows'; readonly rows: CellRows };

/** The same, by column. Class columns of uncrossed dimensions may be left out. */
export interface CellRows {
  readonly table: readonly string[];
  readonly area: readonly string[];
  readonly period: readonly string[];
  readonly classes: Readonly<Partial<Record<string, readonly string[]>>>;
  /** null where hidden. */
  readonly count: readonly (number | null)[];
}

/**
 * coverage.csv, by column: `area, period, target, measured, status` and, where not only children are counted, `unit`;
 * empty numbers are unknown (null). Of families and persons `measured` is all of them.
 */
export interface CoverageRows {
  /** Left out: all of children. */
  readonly unit?: readonly Unit[];
  readonly area: readonly string[];
  readonly period: readonly string[];
  readonly target: readonly (number | null)[];
  readonly measured: readonly (number | null)[];
  readonly status: readonly ReportWord[];
}

/** The parts of one dataset package, read but not yet checked. */
export interface DatasetPackage {
  readonly manifest: Manifest;
  readonly areas: FeatureCollection<Polygon | MultiPolygon, PackageAreaProperties>;
  readonly districts: FeatureCollection<Polygon | MultiPolygon, PackageDistrictProperties> | null;
  readonly cells: PackageCells;
  readonly coverage: CoverageRows;
  /** What its extras hold for monitoring; absent where there are none. */
  readonly monitoring?: Monitoring;
  /** Absent where it holds none. */
  readonly services?: ServiceRecord;
  /** Absent where it holds none. */
  readonly budget?: readonly BudgetRow[];
}

import { type Area, type AreaLevel, areaCode, type Territory } from '#core/area.ts';
import type { AreaTable } from '#core/area-table.ts';
import type { Manifest } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import { invariant } from '#core/problem.ts';
import { buildTerritory } from '#core/territory.ts';

/** An area of the first view, in the order of the package's areas. */
interface FirstViewArea {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly centroid: readonly [longitude: number, latitude: number];
  readonly surfaceKm2: number;
}

interface FirstViewDistrict {
  readonly code: string;
  readonly name: string;
  readonly centroid: readonly [longitude: number, latitude: number];
  readonly surfaceKm2: number;
}

/** What the app paints before the engine is ready: one indicator, unfiltered, in one period, for every village. */
export interface FirstView {
  readonly manifest: Manifest;
  /** The latest complete month. */
  readonly period: Period;
  readonly areas: readonly FirstViewArea[];
  readonly districts: readonly FirstViewDistrict[];
  /** Of that period, by village; `status` holds ReportStatus. */
  readonly coverage: {
    readonly target: Float64Array;
    readonly measured: Float64Array;
    readonly status: Uint8Array;
  };
  readonly table: AreaTable;
}

/** The same as the JSON of first-view.json: columns as plain arrays, null for NaN. */
interface FirstViewJson {
  readonly manifest: Manifest;
  readonly period: string;
  readonly areas: readonly FirstViewArea[];
  readonly districts: readonly FirstViewDistrict[];
  readonly coverage: {
    readonly target: readonly (number | null)[];
    readonly measured: readonly (number | null)[];
    readonly status: readonly number[];
  };
  readonly table: {
    readonly level: AreaLevel;
    readonly indicator: IndicatorId;
    readonly numerator: readonly (number | null)[];
    readonly denominator: readonly (number | null)[];
    readonly status: readonly number[];
  };
}

function plain(column: Float64Array): readonly (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}

export function encodeFirstView(view: FirstView): FirstViewJson {
  const { manifest, period, areas, districts, coverage, table } = view;
  return {
    manifest,
    period,
    areas,
    districts,
    coverage: {
      target: plain(coverage.target),
      measured: plain(coverage.measured),
      status: [...coverage.status],
    },
    table: {
      level: table.level,
      indicator: table.indicator,
      numerator: plain(table.numerator),
      denominator: plain(table.denominator),
      status: [...table.status],
    },
  };
}

function numbers(column: readonly (number | null)[], length: number): Float64Array {
  invariant(column.length === length, 'a column of the first view has a value for every area');
  return Float64Array.from(column, (value) => value ?? Number.NaN);
}

function statuses(column: readonly number[], length: number): Uint8Array {
  invariant(column.length === length, 'a column of the first view has a value for every area');
  return Uint8Array.from(column);
}

/**
 * Reads first-view.json back. It trusts the file, which this project's own build wrote and serves; only what would
 * draw a wrong map is checked.
 * @throws where the period is none or a column has not one value for every area.
 */
export function decodeFirstView(json: unknown): FirstView {
  const { manifest, period: id, areas, districts, coverage, table } = json as FirstViewJson;
  const period = parsePeriod(id);
  invariant(period !== null, 'the first view has a period');
  const length = areas.length;
  return {
    manifest,
    period,
    areas,
    districts,
    coverage: {
      target: numbers(coverage.target, length),
      measured: numbers(coverage.measured, length),
      status: statuses(coverage.status, length),
    },
    table: {
      level: table.level,
      indicator: table.indicator,
      period,
      numerator: numbers(table.numerator, length),
      denominator: numbers(table.denominator, length),
      status: statuses(table.status, length),
    },
  };
}

/** The villages and districts of a first view: the same as of the package it was made from. */
export function firstViewTerritory({ manifest, areas, districts }: FirstView): Territory {
  const { source, asOf } = manifest.boundaries;
  return buildTerritory(
    manifest.territory,
    areas.map(
      ({ code, name, districtCode, centroid, surfaceKm2 }): Area => ({
        code: areaCode(code),
        name,
        parent: areaCode(districtCode),
        centroid,
        surfaceKm2,
      }),
    ),
    districts.map(
      ({ code, name, centroid, surfaceKm2 }): Area => ({
        code: areaCode(code),
        name,
        parent: null,
        centroid,
        surfaceKm2,
      }),
    ),
    source,
    asOf,
  );
}

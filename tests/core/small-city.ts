import fc from 'fast-check';
import { type Area, type AreaCode, areaCode } from '#core/area.ts';
import { classNumber, combinationCount, combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { type CellTable, HIDDEN_COUNT, ReportStatus } from '#core/cells.ts';
import type { Dataset, Tier } from '#core/dataset.ts';
import { CHILD_DIMENSIONS, CLASSES, type DimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import { buildTerritory } from '#core/territory.ts';
import type { ClassFilter } from '#core/view.ts';

export const JULY = '2026-07' as Period;
export const AUGUST = '2026-08' as Period;
export const SOURCE = { publisher: 'nobody', title: 'test', url: '', license: 'CC0-1.0', retrieved: '' };

/** One measured child: its village, and its class in each dimension (unknown where not given). */
export interface Child {
  readonly village: number;
  readonly period?: Period;
  readonly classes: ClassCodes;
}
export type ClassCodes = { readonly [D in DimensionId]?: string };

/** Districts d0, d1, ... with the given number of villages each: d0v0, d0v1, d1v2, ... */
export function territoryOf(villagesPerDistrict: readonly number[]) {
  const area = (code: string, parent: AreaCode | null): Area => ({
    code: areaCode(code),
    name: code,
    parent,
    centroid: [123.6, -10.2],
    surfaceKm2: 1,
  });
  const districts = villagesPerDistrict.map((_, d) => area(`d${d}`, null));
  let next = 0;
  const villages = villagesPerDistrict.flatMap((count, d) =>
    Array.from({ length: count }, () => area(`d${d}v${next++}`, areaCode(`d${d}`))),
  );
  return buildTerritory('Small City', villages, districts, SOURCE, '2026-01-01');
}

export interface TableRecipe {
  readonly dimensions?: readonly DimensionId[];
  readonly level?: 'village' | 'district';
  readonly periods?: readonly Period[];
  readonly denseLimitBytes?: number;
  /** Whether a cell is hidden, given its true count. Asked for every cell of the table, empty ones too. */
  readonly hide?: (cell: {
    readonly count: number;
    readonly area: number;
    readonly combination: number;
  }) => boolean;
}

/** A cell table of children, counted one by one. */
export function tableOf(
  children: readonly Child[],
  villagesPerDistrict: readonly number[],
  recipe: TableRecipe = {},
): CellTable {
  const { dimensions = CHILD_DIMENSIONS, level = 'village', periods = [JULY], hide } = recipe;
  const districtOf = villagesPerDistrict.flatMap((count, d) => Array.from({ length: count }, () => d));
  const areas = level === 'village' ? districtOf.length : villagesPerDistrict.length;
  const combinations = combinationCount(dimensions);
  const counts = new Map<number, number>();
  for (const child of children) {
    const p = periods.indexOf(child.period ?? JULY);
    if (p < 0) continue;
    const classes = dimensions.map((d) => classNumber(d, child.classes[d] ?? 'unknown'));
    const area = level === 'village' ? child.village : districtOf[child.village]!;
    const cell = (p * areas + area) * combinations + combinationNumber(dimensions, classes);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  if (hide !== undefined) {
    for (let cell = 0; cell < periods.length * areas * combinations; cell++) {
      const count = counts.get(cell) ?? 0;
      const area = Math.floor(cell / combinations) % areas;
      if (hide({ count, area, combination: cell % combinations })) counts.set(cell, HIDDEN_COUNT);
    }
  }
  const cells = [...counts.keys()].reverse();
  const entries = {
    area: Uint32Array.from(cells, (cell) => Math.floor(cell / combinations) % areas),
    period: Uint16Array.from(cells, (cell) => Math.floor(cell / combinations / areas)),
    combination: Uint16Array.from(cells, (cell) => cell % combinations),
    count: Uint32Array.from(cells, (cell) => counts.get(cell)!),
  };
  const meta = { id: `${level}:${dimensions.join('+')}`, level, dimensions, periods, areas };
  return layoutCells(entries, meta, recipe.denseLimitBytes);
}

export interface CityRecipe {
  readonly villagesPerDistrict: readonly number[];
  readonly tables: readonly CellTable[];
  readonly tier?: Tier;
  readonly periods?: readonly Period[];
  readonly decile?: 1 | 2 | 3 | 4;
  /** By position p * villages + i; by default 100 and 50, all reported. */
  readonly target?: readonly number[];
  readonly measured?: readonly number[];
  readonly notReported?: readonly number[];
  readonly incomplete?: readonly number[];
  readonly setAside?: readonly number[];
}

export function datasetOf(recipe: CityRecipe): Dataset {
  const territory = territoryOf(recipe.villagesPerDistrict);
  const periods = recipe.periods ?? [JULY];
  const areas = territory.villages.areas.length;
  const rows = periods.length * areas;
  const status = new Uint8Array(rows);
  for (const row of recipe.notReported ?? []) status[row] = ReportStatus.notReported;
  for (const row of recipe.incomplete ?? []) status[row] = ReportStatus.incomplete;
  for (const row of recipe.setAside ?? []) status[row] = ReportStatus.setAside;
  return {
    manifest: {
      schema: 'peta-sasaran/2',
      id: 'small',
      title: 'small',
      territory: 'Small City',
      tier: recipe.tier ?? 'internal',
      minimumCell: null,
      rounding: null,
      extremePovertyDecile: recipe.decile ?? 1,
      boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
      sources: [SOURCE],
      periods: periods.map((id) => ({ id, complete: true })),
      tables: recipe.tables.map(({ id, level, dimensions }) => ({ id, level, dimensions })),
      definitions: {},
    },
    territory,
    tables: recipe.tables,
    coverage: {
      periods,
      areas,
      target: Float64Array.from(recipe.target ?? Array.from({ length: rows }, () => 100)),
      measured: Float64Array.from(recipe.measured ?? Array.from({ length: rows }, () => 50)),
      status,
    },
  };
}

/** n children with the same classes. */
export function repeat(count: number, village: number, classes: ClassCodes): readonly Child[] {
  return Array.from({ length: count }, () => ({ village, classes }));
}

/** Children of `villages` villages, of any classes. */
export function children(villages: number): fc.Arbitrary<readonly Child[]> {
  const classes = fc.record(
    Object.fromEntries(
      CHILD_DIMENSIONS.map((d) => [d, fc.constantFrom(...(CLASSES[d] as readonly string[]))]),
    ),
  ) as fc.Arbitrary<ClassCodes>;
  return fc.array(fc.record({ village: fc.nat(villages - 1), classes }), { maxLength: 120 });
}

/** Filters on any of the dimensions. */
export function filterOn(dimensions: readonly DimensionId[]): fc.Arbitrary<ClassFilter> {
  const model = Object.fromEntries(
    dimensions.map((d) => [d, fc.subarray([...(CLASSES[d] as readonly string[])])]),
  );
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<ClassFilter>;
}

/** Whether a filter lets a child through in a dimension: written out anew, to check against. */
export function lets(filter: ClassFilter, dimension: DimensionId, child: Child): boolean {
  const classes = filter[dimension] ?? [];
  return classes.length === 0 || classes.includes(child.classes[dimension] ?? 'unknown');
}

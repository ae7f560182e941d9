import type { AreaLevel } from './area.ts';
import { type AreaScope, districtScope, villageScope } from './area-scope.ts';
import {
  ALL_CLASSES,
  answeringTables,
  type ClassMasks,
  filterMask,
  mergedClasses,
  narrow,
  passTable,
  sumByCombination,
} from './cell-selection.ts';
import type { CellTable } from './cells.ts';
import type { Dataset } from './dataset.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from './dimension.ts';
import type { Period } from './period.ts';
import type { Filters } from './view.ts';

/**
 * By dimension the children of each of its classes, in the order of CLASSES; NaN where a cell needed is hidden.
 * null where no table crosses the dimension with the filters, or no village kept has reported. Where the dimension is
 * undivided, the last of the merged classes holds them all and the others are NaN.
 */
export type FacetCounts = { readonly [D in DimensionId]: Float64Array | null };

export interface FacetQuestion {
  readonly period: Period;
  readonly filters: Filters;
  /** Tables of this level are asked first. The children counted are the same. */
  readonly level?: AreaLevel;
}

/** What the counts of every filter on classes are added up from. */
export interface Census {
  /** Whether any village kept has reported. */
  readonly reported: boolean;
  /** Children by combination of a table, NaN where a cell is hidden; its cells are scanned when first asked for. */
  readonly sumsOf: (table: CellTable) => Float64Array;
}

/** The children of one period in the districts given (none: in all), by combination of classes. */
export function takeCensus(dataset: Dataset, period: Period, districts: Filters['districts']): Census {
  const scope = villageScope(dataset, period, districts);
  const kept = { village: both(scope.kept, scope.reporting), district: keptDistricts(dataset, scope) };
  const sums = new Map<CellTable, Float64Array>();
  return {
    reported: kept.village.includes(1),
    sumsOf(table) {
      const known = sums.get(table) ?? sumByCombination(table, period, kept[table.level]);
      sums.set(table, known);
      return known;
    },
  };
}

/**
 * Children measured in the period, by class of each dimension: the counts beside the choices of a filter. They obey
 * the district filter and the filters of all other dimensions, conditions included, but not that of their own.
 * Villages that have not reported are left out. Each class is counted from the smallest table that shows it.
 * One scan of the period's cells for each table used, one in all for a dataset of one table; with the census of an
 * earlier question none, only O(combinations).
 * @param census of the same dataset, period and districts.
 * @throws where a filter names a class that its dimension has not.
 */
export function facetCounts(
  dataset: Dataset,
  question: FacetQuestion,
  census: Census = takeCensus(dataset, question.period, question.filters.districts),
): FacetCounts {
  const { period, filters, level = 'village' } = question;
  const levels: readonly AreaLevel[] =
    level === 'village' ? ['village', 'district'] : ['district', 'village'];
  const countsOf = (dimension: DimensionId): Float64Array | null => {
    if (!census.reported) return null;
    const masks = masksOfOthers(filters, dimension);
    const tables = levels
      .flatMap((each) => answeringTables(dataset, each, period, masks))
      .filter((table) => table.dimensions.includes(dimension));
    let shown: Float64Array | null = null;
    for (const table of tables) {
      const counts: Float64Array = countsByClass(table, census.sumsOf(table), dimension, masks);
      shown = shown === null ? counts : fillHidden(shown, counts);
      if (!shown.some(Number.isNaN)) break;
    }
    return shown;
  };
  return Object.fromEntries(DIMENSIONS.map((d) => [d, countsOf(d)])) as FacetCounts;
}

/** Counts, those hidden taken from elsewhere. */
function fillHidden(counts: Float64Array, elsewhere: Float64Array): Float64Array {
  return counts.map((count, k) => (Number.isNaN(count) ? elsewhere[k]! : count));
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((flag, i) => flag & b[i]!);
}

function keptDistricts(dataset: Dataset, villages: AreaScope): Uint8Array {
  const { kept, reporting } = districtScope(dataset, villages);
  return both(kept, reporting);
}

/** What the filters of all dimensions but one let through. */
function masksOfOthers(filters: Filters, own: DimensionId): ClassMasks {
  return DIMENSIONS.filter((dimension) => dimension !== own).reduce(
    (masks, dimension) => narrow(masks, dimension, filterMask(filters.classes, dimension)),
    ALL_CLASSES,
  );
}

function countsByClass(
  table: CellTable,
  sums: Float64Array,
  dimension: DimensionId,
  masks: ClassMasks,
): Float64Array {
  const size = CLASSES[dimension].length;
  const counts = new Float64Array(size);
  const pass = passTable(table.dimensions, masks, masks);
  const faster = table.dimensions.slice(table.dimensions.indexOf(dimension) + 1);
  const stride = faster.reduce((product, each) => product * CLASSES[each].length, 1);
  let combination = 0;
  for (let run = 0; combination < sums.length; run = (run + 1) % size) {
    let children = 0;
    for (const end = combination + stride; combination < end; combination++) {
      if (pass[combination] !== 0) children += sums[combination]!;
    }
    counts[run]! += children;
  }
  if (table.undivided?.includes(dimension)) {
    for (const position of mergedClasses(dimension).slice(0, -1)) counts[position] = Number.NaN;
  }
  return counts;
}

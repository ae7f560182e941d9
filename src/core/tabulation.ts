import { absentVillages } from './absent-rows.ts';
import type { Territory } from './area.ts';
import { type AreaScope, districtScope, villageScope } from './area-scope.ts';
import { type AreaColumns, emptyColumns, sumByGroup } from './area-sum.ts';
import { type AreaTable, CellStatus } from './area-table.ts';
import { type AreaSums, restricts } from './cell-selection.ts';
import { countsUnit } from './counted-units.ts';
import { villageCoverage } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import { DIMENSIONS, POPULATION_DIMENSIONS } from './dimension.ts';
import { type Indicator, type IndicatorId, indicators } from './indicator.ts';
import { prevalenceSums } from './prevalence-sums.ts';
import { invariant } from './problem.ts';
import { unitOf } from './unit.ts';
import type { View } from './view.ts';

/** The part of a View that decides which children are counted. */
export type Question = Pick<View, 'level' | 'indicator' | 'period' | 'filters'>;

/** One indicator over several villages. */
export interface Total {
  /** Children; NaN where status is neither observed nor noDenominator. */
  readonly numerator: number;
  readonly denominator: number;
  /** suppressed where any village needed is hidden: a sum without it would be an undercount. */
  readonly status: CellStatus;
  /** Villages that the district filter keeps. */
  readonly areas: number;
  /** Of these, the villages whose numbers of the period came in. */
  readonly reporting: number;
  /** Of these, the villages whose own number is hidden. */
  readonly suppressed: number;
}

export interface Totals {
  readonly city: Total;
  /** By district index. */
  readonly districts: readonly Total[];
}

/** An indicator as a dataset defines it: extreme poverty follows the dataset's own decile. */
export function indicatorOf(dataset: Dataset, id: IndicatorId): Indicator {
  const indicator = indicators(dataset.manifest.extremePovertyDecile).find((known) => known.id === id);
  invariant(indicator, `indicator ${id}`);
  return indicator;
}

/**
 * One indicator in one period for every area of a level.
 *
 * Prevalence. N: children whose class is known in every dimension of the conditions and whom the population filters
 * (sex, age, poverty) keep. n: those of N who meet every condition and whom the condition filters keep; a child of
 * unknown class passes a condition filter only where `unknown` is among its classes. A filter that names every class
 * of its dimension is none.
 *
 * Families and persons. The same, from tables of that unit alone, by what came in of it. Filters on classes are of
 * children: with any of them every area is notApplicable.
 *
 * Coverage. n is D and N is S, as reported (villageCoverage). Targets are not broken down, so with any filter on
 * classes every area is notApplicable.
 *
 * Tables. A dataset that is no release answers from the smallest table (fewest combinations) that crosses all
 * dimensions asked for; without one every area is notApplicable. A release takes n and N each from the smallest
 * table that shows every cell needed, area by area: its small tables carry less rounding. Where rounding lifts n
 * above N, n is N. A cell that no table shows leaves the area suppressed.
 *
 * Districts come from tables of that level where these show the district, else they are the sum of their villages:
 * those that have not reported left out, suppressed if any other is suppressed, notReported if none has reported.
 *
 * N = 0 is noDenominator under a population filter or where S is 0; else the area reported but knows the class of no
 * child, and is observed with 0 of 0 (measureOf makes it tooFew).
 *
 * Status in order of precedence: outside the filtered districts, notApplicable; a dimension unknown to the dataset,
 * notApplicable; not reported, whatever the cells say; suppressed; the rest. In a period of which the dataset holds
 * nothing, nobody has reported. O(cells of the period); nothing is kept between calls.
 * @throws where a filter names a class that its dimension has not.
 */
export function tabulate(dataset: Dataset, question: Question): AreaTable {
  const { level, indicator, period } = question;
  const scope = scopeOf(dataset, question);
  const villages = villageColumns(dataset, question, scope);
  const columns = level === 'village' ? villages : districtColumns(dataset, question, scope, villages);
  return { level, indicator, period, ...columns };
}

/**
 * The same question for each district (by district index) and for the whole city; the question's level does not
 * matter. The city is the sum of the districts that the filter keeps, by the rules of tabulate.
 */
export function tabulateTotals(dataset: Dataset, question: Question): Totals {
  return tabulateWithTotals(dataset, question).totals;
}

/** tabulate and tabulateTotals of one question, from one scan of the cells. */
export function tabulateWithTotals(
  dataset: Dataset,
  question: Question,
): { readonly table: AreaTable; readonly totals: Totals } {
  const { level, indicator, period } = question;
  const scope = scopeOf(dataset, question);
  const villages = villageColumns(dataset, question, scope);
  const districts = districtColumns(dataset, question, scope, villages);
  const columns = level === 'village' ? villages : districts;
  return {
    table: { level, indicator, period, ...columns },
    totals: totalsOf(dataset.territory, villages, districts, scope, districtScope(dataset, scope).kept),
  };
}

/**
 * Totals of an unfiltered table of all villages, by the rules of tabulateTotals for a dataset without district tables.
 * @throws where the table is not of the territory's villages.
 */
export function totalsOfTable(territory: Territory, villages: AreaTable): Totals {
  const { districts, districtOf } = territory;
  invariant(villages.status.length === districtOf.length, 'a table of the villages');
  const kept = new Uint8Array(districtOf.length).fill(1);
  const reporting = villages.status.map((status) => (status === CellStatus.notReported ? 0 : 1));
  const summed = sumByGroup(villages, kept, districtOf, districts.areas.length);
  const districtKept = new Uint8Array(districts.areas.length);
  for (const district of districtOf) districtKept[district] = 1;
  return totalsOf(territory, villages, summed, { kept, reporting }, districtKept);
}

function scopeOf(dataset: Dataset, { period, filters, indicator }: Question): AreaScope {
  return villageScope(dataset, period, filters.districts, indicatorOf(dataset, indicator).unit);
}

function totalsOf(
  territory: Territory,
  villages: AreaColumns,
  districts: AreaColumns,
  scope: Pick<AreaScope, 'kept' | 'reporting'>,
  districtKept: Uint8Array,
): Totals {
  const counts = territory.districts.areas.map(() => ({ areas: 0, reporting: 0, suppressed: 0 }));
  const all = { areas: 0, reporting: 0, suppressed: 0 };
  for (let i = 0; i < villages.status.length; i++) {
    if (scope.kept[i] !== 1) continue;
    const status = villages.status[i];
    const count = counts[territory.districtOf[i]!]!;
    count.areas += 1;
    if (scope.reporting[i] === 1 && status !== CellStatus.notReported) count.reporting += 1;
    if (status === CellStatus.suppressed) count.suppressed += 1;
  }
  for (const { areas, reporting, suppressed } of counts) {
    all.areas += areas;
    all.reporting += reporting;
    all.suppressed += suppressed;
  }
  const city = sumByGroup(districts, districtKept, new Uint32Array(districtKept.length), 1);
  const totalAt = (
    columns: AreaColumns,
    i: number,
    count: Pick<Total, 'areas' | 'reporting' | 'suppressed'>,
  ): Total => ({
    numerator: columns.numerator[i]!,
    denominator: columns.denominator[i]!,
    status: columns.status[i] as CellStatus,
    ...count,
  });
  return {
    city: totalAt(city, 0, all),
    districts: counts.map((count, district) => totalAt(districts, district, count)),
  };
}

function villageColumns(dataset: Dataset, question: Question, scope: AreaScope): AreaColumns {
  const indicator = indicatorOf(dataset, question.indicator);
  if (indicator.kind === 'coverage') return coverageColumns(dataset, question, scope);
  const columns = cellColumns(
    dataset,
    question,
    scope,
    prevalenceSums(dataset, question, indicator, 'village'),
  );
  for (const i of absentVillages(dataset.manifest, dataset.territory, indicator, question.period).keys()) {
    if (scope.kept[i] !== 1 || columns.status[i] === CellStatus.notApplicable) continue;
    columns.status[i] = CellStatus.notReported;
    columns.numerator[i] = Number.NaN;
    columns.denominator[i] = Number.NaN;
  }
  return columns;
}

function districtColumns(
  dataset: Dataset,
  question: Question,
  scope: AreaScope,
  villages: AreaColumns,
): AreaColumns {
  const { districts, districtOf } = dataset.territory;
  const summed = sumByGroup(villages, scope.kept, districtOf, districts.areas.length);
  const indicator = indicatorOf(dataset, question.indicator);
  const sums =
    indicator.kind === 'coverage' ? null : prevalenceSums(dataset, question, indicator, 'district');
  if (sums === null) return summed;
  const own = cellColumns(dataset, question, districtScope(dataset, scope), sums);
  for (let i = 0; i < own.status.length; i++) {
    if (own.status[i] !== CellStatus.suppressed) continue;
    own.numerator[i] = summed.numerator[i]!;
    own.denominator[i] = summed.denominator[i]!;
    own.status[i] = summed.status[i]!;
  }
  return own;
}

function cellColumns(
  dataset: Dataset,
  question: Question,
  scope: AreaScope,
  sums: AreaSums | null,
): AreaColumns {
  const areas = scope.kept.length;
  invariant(sums === null || sums.numerator.length === areas, 'a cell table has the areas of its level');
  const columns = emptyColumns(areas);
  const filtered = restricts(question.filters.classes, POPULATION_DIMENSIONS);
  const unknown = sums === null && dataset.manifest.tier !== 'release';
  const { unit } = indicatorOf(dataset, question.indicator);
  if (unit !== 'child' && !countsUnit(dataset.manifest, unit)) return columns;
  const held = dataset.tables.some(
    (table) => unitOf(table) === unit && table.periods.includes(question.period),
  );
  for (let i = 0; i < areas; i++) {
    if (scope.kept[i] !== 1 || (unknown && (held || scope.reporting[i] === 1))) continue;
    const n = sums?.numerator[i] ?? Number.NaN;
    const N = sums?.denominator[i] ?? Number.NaN;
    if (scope.reporting[i] !== 1) columns.status[i] = CellStatus.notReported;
    else if (Number.isNaN(n) || Number.isNaN(N)) columns.status[i] = CellStatus.suppressed;
    else {
      const nobody = N === 0 && (filtered || scope.target[i] === 0);
      columns.status[i] = nobody ? CellStatus.noDenominator : CellStatus.observed;
      columns.numerator[i] = n;
      columns.denominator[i] = N;
    }
  }
  return columns;
}

function coverageColumns(dataset: Dataset, question: Question, scope: AreaScope): AreaColumns {
  const columns = emptyColumns(scope.kept.length);
  if (restricts(question.filters.classes, DIMENSIONS)) return columns;
  const { measured, target, status } = villageCoverage(dataset.coverage, question.period);
  for (let i = 0; i < columns.status.length; i++) {
    if (scope.kept[i] !== 1) continue;
    columns.status[i] = status[i]!;
    if (status[i] !== CellStatus.observed && status[i] !== CellStatus.noDenominator) continue;
    columns.numerator[i] = measured[i]!;
    columns.denominator[i] = target[i]!;
  }
  return columns;
}

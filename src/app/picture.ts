import { type AreaIndex, type Geography, geographyOf, type Territory } from '#core/area.ts';
import type { AreaMeasure, AreaTable } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { CoverageTable } from '#core/cells.ts';
import {
  type Classification,
  type ClassificationMethod,
  classify,
  edgesFor,
  legendDecimals,
  methodFor,
  statusCounts,
} from '#core/classification.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import { type FacetCounts, facetCounts } from '#core/facets.ts';
import { type Indicator, type IndicatorId, indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { latestComplete, type Period, type PeriodKind, periodKind } from '#core/period.ts';
import { type Question, type Totals, tabulate, tabulateTotals } from '#core/tabulation.ts';
import { type Filters, NO_FILTERS, type View } from '#core/view.ts';
import { paletteFor } from '#map/color.ts';

/** What the map, legend, table and numbers are drawn from: a dataset with its boundaries. */
export interface Atlas {
  readonly manifest: Manifest;
  readonly territory: Territory;
  readonly coverage: CoverageTable;
  readonly boundaries: { readonly villages: BoundaryCollection; readonly districts: BoundaryCollection };
  /** null while the engine still loads: then only `first` can be shown. */
  readonly dataset: Dataset | null;
  /** The precomputed answer to the opening question. */
  readonly first: FirstAnswer | null;
}

export interface FirstAnswer {
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly table: AreaTable;
  readonly totals: Totals;
}

/** What the areas are filled with, on the map and in every picture made of it. */
export interface Shading {
  readonly kind: 'single' | 'bivariate' | 'change';
  /** By area; NO_CLASS where status is not observed. */
  readonly classOf: Uint8Array;
  /** CellStatus by area. */
  readonly status: Uint8Array;
  /** `#rrggbb` by class. */
  readonly colors: readonly string[];
  readonly areasPerClass: Uint32Array;
}

/** Everything derived from an atlas and a view. Nothing in it is stored as truth; it is made anew from the two. */
export interface Picture {
  readonly atlas: Atlas;
  readonly view: View;
  readonly geography: Geography;
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
  readonly classification: Classification;
  readonly shading: Shading;
  /** Number of areas by CellStatus. */
  readonly statusCounts: readonly number[];
  readonly totals: Totals;
  readonly facets: FacetCounts | null;
  readonly selected: readonly AreaIndex[];
}

interface Answer {
  readonly indicator: Indicator;
  readonly table: AreaTable;
  readonly totals: Totals;
  readonly facets: FacetCounts | null;
}

/** The period from which locked classes are cut: the latest complete one of the kind, else the latest. */
export function lockedPeriod(manifest: Manifest, kind: PeriodKind): Period | null {
  return (
    latestComplete(manifest.periods, kind) ??
    manifest.periods.findLast((entry) => periodKind(entry.id) === kind)?.id ??
    null
  );
}

/** Keeps the last answer, for the same arguments by identity. */
function remember<Input extends readonly unknown[], Output>(
  run: (...input: Input) => Output,
): (...input: Input) => Output {
  let last: { input: Input; output: Output } | null = null;
  return (...input) => {
    if (last?.input.every((value, k) => Object.is(value, input[k]))) return last.output;
    const output = run(...input);
    last = { input, output };
    return output;
  };
}

function isUnfiltered(filters: Filters): boolean {
  return (
    filters.districts.length === 0 && Object.values(filters.classes).every((classes) => !classes?.length)
  );
}

function findIndicator(manifest: Manifest, id: IndicatorId): Indicator {
  const found = indicators(manifest.extremePovertyDecile).find((indicator) => indicator.id === id);
  if (!found) throw new RangeError(`unknown indicator ${id}`);
  return found;
}

function answerFor(
  atlas: Atlas,
  level: View['level'],
  id: IndicatorId,
  period: Period,
  filters: Filters,
): Answer | null {
  const indicator = findIndicator(atlas.manifest, id);
  if (atlas.dataset) {
    const question: Question = { level, indicator: id, period, filters };
    return {
      indicator,
      table: tabulate(atlas.dataset, question),
      totals: tabulateTotals(atlas.dataset, question),
      facets: facetCounts(atlas.dataset, { period, filters }),
    };
  }
  const { first } = atlas;
  if (
    !first ||
    level !== 'village' ||
    id !== first.indicator ||
    period !== first.period ||
    !isUnfiltered(filters)
  )
    return null;
  return { indicator, table: first.table, totals: first.totals, facets: null };
}

/** A painter remembers its stages, so that a change of one input runs only what depends on it. */
export function createPainter(): (atlas: Atlas, view: View) => Picture | null {
  const answers = remember(answerFor);
  const measures = remember(
    (table: AreaTable, indicator: Indicator, measure: View['measure'], showSmallRates: boolean) =>
      measureOf(table, indicator, { measure, showSmallRates }),
  );
  const lockedMeasures = remember(
    (
      atlas: Atlas,
      level: View['level'],
      id: IndicatorId,
      measure: View['measure'],
      small: boolean,
      period: Period,
    ) => {
      const answer = answerFor(atlas, level, id, period, NO_FILTERS);
      return answer && measureOf(answer.table, answer.indicator, { measure, showSmallRates: small });
    },
  );
  const edges = remember((measure: AreaMeasure, indicator: Indicator, method: ClassificationMethod) =>
    edgesFor(measure.value, method, { bands: indicator.bands, decimals: legendDecimals(measure.measure) }),
  );
  const classes = remember(classify);
  const counts = remember(statusCounts);
  const shadings = remember(
    (classification: Classification, status: Uint8Array, indicator: Indicator): Shading => ({
      kind: 'single',
      classOf: classification.classOf,
      status,
      colors: paletteFor(classification.classes, indicator.polarity),
      areasPerClass: classification.areasPerClass,
    }),
  );
  const selections = remember((geography: Geography, codes: View['selected']) =>
    codes.flatMap((code) => geography.indexOf.get(code) ?? []),
  );

  return (atlas, view) => {
    const answer = answers(atlas, view.level, view.indicator, view.period, view.filters);
    if (!answer) return null;
    const small = view.showSmallRates && atlas.manifest.tier !== 'release';
    const measure = measures(answer.table, answer.indicator, view.measure, small);
    const base = view.classesLocked ? lockedPeriod(atlas.manifest, periodKind(view.period)) : null;
    const locked = base && lockedMeasures(atlas, view.level, view.indicator, view.measure, small, base);
    const method =
      view.measure === 'rate'
        ? methodFor(view.classification, answer.indicator.bands)
        : methodFor(view.classification, null);
    const cut = edges(locked ?? measure, answer.indicator, method);
    const classification = classes(measure, method, cut);
    const geography = geographyOf(atlas.territory, view.level);
    return {
      atlas,
      view,
      geography,
      indicator: answer.indicator,
      measure,
      classification,
      shading: shadings(classification, measure.status, answer.indicator),
      statusCounts: counts(measure.status),
      totals: answer.totals,
      facets: answer.facets,
      selected: selections(geography, view.selected),
    };
  };
}

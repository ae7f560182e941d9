import { type AreaIndex, type Geography, geographyOf } from '#core/area.ts';
import type { AreaMeasure, AreaTable } from '#core/area-table.ts';
import {
  type Classification,
  type ClassificationMethod,
  classify,
  edgesFor,
  legendDecimals,
  methodFor,
  statusCounts,
} from '#core/classification.ts';
import { periodsOfUnit } from '#core/counted-units.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import { type FacetCounts, facetCounts, takeCensus } from '#core/facets.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { latestComplete, type Period, type PeriodKind, periodKind } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { Unit } from '#core/unit.ts';
import { type Filters, NO_FILTERS, type View } from '#core/view.ts';
import { answerFor } from './answer.ts';
import type { Atlas } from './atlas.ts';
import type { Decided } from './decision-value.ts';
import type { HotspotLayer } from './hotspot-layer.ts';
import { createLayers, type Layer } from './layer.ts';
import type { PlaceOverlay } from './place-overlay.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';

/** Everything derived from an atlas, a view and a decision. Nothing in it is stored as truth; it is made anew from these. */
export interface Picture {
  readonly atlas: Atlas;
  readonly view: View;
  readonly geography: Geography;
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
  readonly classification: Classification;
  /** What the question adds; single also where these data cannot answer it. */
  readonly layer: Layer;
  /** By which the areas stand: 1 first, areas without have 0. */
  readonly ranks: Uint32Array;
  /** Hotspots of just this picture; null until they are computed, and where none are asked for. */
  readonly hotspots: HotspotLayer | null;
  /** Services laid over it, those not drawn included; in the order of the store. */
  readonly places: readonly PlaceOverlay[];
  readonly shading: Shading;
  /** Number of areas by CellStatus, as they are drawn. */
  readonly statusCounts: readonly number[];
  readonly totals: Totals;
  readonly facets: FacetCounts | null;
  readonly selected: readonly AreaIndex[];
}

/** The period from which locked classes are cut: the latest complete one of the kind, else the latest. */
export function lockedPeriod(manifest: Manifest, kind: PeriodKind, unit: Unit = 'child'): Period | null {
  const periods = periodsOfUnit(manifest, unit);
  return (
    latestComplete(periods, kind) ?? periods.findLast((entry) => periodKind(entry.id) === kind)?.id ?? null
  );
}

const NO_PLACES: readonly PlaceOverlay[] = [];

/**
 * A painter remembers its stages, so that a change of one input runs only what depends on it. Facets are left out where
 * nobody reads them.
 */
export function createPainter(
  wanted: { readonly facets: boolean } = { facets: true },
): (atlas: Atlas, view: View, decided?: Decided | null) => Picture | null {
  const answers = remember(answerFor);
  const census = remember(takeCensus);
  const facets = remember((dataset: Dataset, period: Period, filters: Filters) =>
    facetCounts(dataset, { period, filters }, census(dataset, period, filters.districts)),
  );
  const layers = createLayers();
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
  const selections = remember((geography: Geography, codes: View['selected']) =>
    codes.flatMap((code) => geography.indexOf.get(code) ?? []),
  );

  return (atlas, view, decided = null) => {
    const answer = answers(atlas, view.level, view.indicator, view.period, view.filters);
    if (!answer) return null;
    const small = view.showSmallRates && atlas.manifest.tier !== 'release';
    const measure = measures(answer.table, answer.indicator, view.measure, small);
    const base = view.classesLocked
      ? lockedPeriod(atlas.manifest, periodKind(view.period), answer.indicator.unit)
      : null;
    const locked = base && lockedMeasures(atlas, view.level, view.indicator, view.measure, small, base);
    const method =
      view.measure === 'rate'
        ? methodFor(view.classification, answer.indicator.bands)
        : methodFor(view.classification, null);
    const cut = edges(locked ?? measure, answer.indicator, method);
    const classification = classes(measure, method, cut);
    const geography = geographyOf(atlas.territory, view.level);
    const made = layers({
      atlas,
      view,
      decided,
      answer,
      measure,
      classification,
      base: locked ?? measure,
      lockedPeriod: base,
      showSmallRates: small,
    });
    if (made === null) return null;
    const { layer, shading, ranks = measure.rank } = made;
    return {
      atlas,
      view,
      geography,
      indicator: answer.indicator,
      measure,
      classification,
      layer,
      ranks,
      hotspots: null,
      places: NO_PLACES,
      shading,
      statusCounts: counts(shading.status),
      totals: answer.totals,
      facets: wanted.facets && atlas.dataset ? facets(atlas.dataset, view.period, view.filters) : null,
      selected: selections(geography, view.selected),
    };
  };
}

import { type AreaIndex, type Geography, geographyOf } from '#core/area.ts';
import type { AreaMeasure, AreaTable } from '#core/area-table.ts';
import { Verdict } from '#core/change.ts';
import {
  type Classification,
  type ClassificationMethod,
  classify,
  edgesFor,
  legendDecimals,
  methodFor,
  NO_CLASS,
  statusCounts,
  NO_CLASS,
} from '#core/classification.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import { type FacetCounts, facetCounts, takeCensus } from '#core/facets.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { latestComplete, type Period, type PeriodKind, periodKind } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import { type Filters, NO_FILTERS, type View } from '#core/view.ts';
import { changePalette, OVERLAY_PALETTE, pale, paletteFor } from '#map/color.ts';
import { type AgreementLayer, agreementShading, createAgreementLayer } from './agreement-layer.ts';
import { answerFor } from './answer.ts';
import type { Atlas } from './atlas.ts';
import { type ChangeLayer, createChangeLayer } from './change-layer.ts';
import type { HotspotLayer } from './hotspot-layer.ts';
import { createOverlayLayer, type OverlayLayer } from './overlay-layer.ts';
import type { PlaceOverlay } from './place-overlay.ts';
import {
  createPriorityLayer,
  type PriorityLayer,
  priorityClasses,
  priorityShading,
} from './priority-layer.ts';
import { createRegionLayer, type RegionLayer, regionShading } from './region-layer.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';

/** Everything derived from an atlas and a view. Nothing in it is stored as truth; it is made anew from the two. */
export interface Picture {
  readonly atlas: Atlas;
  readonly view: View;
  readonly geography: Geography;
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
  readonly classification: Classification;
  /** A second indicator over the first; null where there is none. */
  readonly overlay: OverlayLayer | null;
  /** What has changed against another period; null where nothing is compared. Never beside an overlay. */
  readonly change: ChangeLayer | null;
  /** Against a second source; null where none is asked for or it cannot answer. Never beside the others. */
  readonly agreement: AgreementLayer | null;
  /** An index of several indicators; null where none is asked for. Never beside an overlay or a change. */
  readonly priority: PriorityLayer | null;
  /** Three problems at once; null where none are asked for. Never beside the other three. */
  readonly regions: RegionLayer | null;
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
export function lockedPeriod(manifest: Manifest, kind: PeriodKind): Period | null {
  return (
    latestComplete(manifest.periods, kind) ??
    manifest.periods.findLast((entry) => periodKind(entry.id) === kind)?.id ??
    null
  );
}

/** What lies over the first indicator: rates only, and one layer at a time. */
function layersOf({
  measure,
  indicator,
  overlay,
  period,
  comparedWith,
  priority,
  regions,
  second,
}: View): Pick<View, 'overlay' | 'comparedWith' | 'priority' | 'regions' | 'second'> {
  const compared = comparedWith !== null && comparedWith !== period ? comparedWith : null;
  const none = { overlay: null, comparedWith: null, priority: null, regions: null, second: null };
  if (measure !== 'rate') return none;
  if (priority !== null) return { ...none, priority };
  if (regions !== null) return { ...none, regions };
  if (second !== null) return { ...none, second };
  if (compared !== null && periodKind(compared) === periodKind(period))
    return { ...none, comparedWith: compared };
  return { ...none, overlay: overlay?.indicator === indicator ? null : overlay };
}

function overlayShading({ bivariate }: OverlayLayer): Shading {
  const { classOf, status, areasPerClass } = bivariate;
  return { kind: 'bivariate', classOf, status, colors: OVERLAY_PALETTE, areasPerClass, hatched: null };
}

/** The classes of the change; then the same again, pale, for areas not shown to have changed. */
function changeShading({ change, classes }: ChangeLayer, { polarity }: Indicator): Shading {
  const colors = changePalette(polarity);
  const hatched = change.verdict.map((verdict) => (verdict === Verdict.unclear ? 1 : 0));
  return {
    kind: 'change',
    classOf: classes.classOf.map((k, i) => (k !== NO_CLASS && hatched[i] === 1 ? k + colors.length : k)),
    status: change.status,
    colors: [...colors, ...colors.map(pale)],
    areasPerClass: classes.areasPerClass,
    hatched,
  };
}

const NO_PLACES: readonly PlaceOverlay[] = [];

/**
 * A painter remembers its stages, so that a change of one input runs only what depends on it. Facets are left out where
 * nobody reads them.
 */
export function createPainter(
  wanted: { readonly facets: boolean } = { facets: true },
): (atlas: Atlas, view: View) => Picture | null {
  const answers = remember(answerFor);
  const census = remember(takeCensus);
  const facets = remember((dataset: Dataset, period: Period, filters: Filters) =>
    facetCounts(dataset, { period, filters }, census(dataset, period, filters.districts)),
  );
  const overlayLayers = createOverlayLayer();
  const changeLayers = createChangeLayer();
  const agreementLayers = createAgreementLayer();
  const agreementShadings = remember(agreementShading);
  const priorityLayers = createPriorityLayer();
  const regionLayers = createRegionLayer();
  const regionShadings = remember(regionShading);
  const priorityShadings = remember((layer: PriorityLayer) =>
    priorityShading(layer, paletteFor(priorityClasses(layer.choice), 'more-is-worse')),
  );
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
  const overlayShadings = remember(overlayShading);
  const changeShadings = remember(changeShading);
  const shadings = remember(
    (classification: Classification, status: Uint8Array, indicator: Indicator): Shading => ({
      kind: 'single',
      classOf: classification.classOf,
      status,
      colors: paletteFor(classification.classes, indicator.polarity),
      areasPerClass: classification.areasPerClass,
      hatched: null,
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
    const asked = layersOf(view);
    const ground = {
      indicator: answer.indicator,
      measure,
      base: locked ?? measure,
      lockedPeriod: base,
      showSmallRates: small,
    };
    const overlay = asked.overlay && overlayLayers(atlas, view, asked.overlay, ground);
    if (asked.overlay && !overlay) return null;
    const shown = { answer, measure, showSmallRates: small };
    const change = asked.comparedWith && changeLayers(atlas, view, asked.comparedWith, shown);
    if (asked.comparedWith && !change) return null;
    const agreement = asked.second && agreementLayers(atlas, view, asked.second, shown);
    const priority = asked.priority && priorityLayers(atlas, view, asked.priority, small);
    if (asked.priority && !priority) return null;
    const regions = asked.regions && regionLayers(atlas, view, asked.regions, ground);
    if (asked.regions && !regions) return null;
    const shading = overlay
      ? overlayShadings(overlay)
      : change
        ? changeShadings(change, answer.indicator)
        : agreement
          ? agreementShadings(agreement)
          : priority
            ? priorityShadings(priority)
            : regions
              ? regionShadings(regions)
              : shadings(classification, measure.status, answer.indicator);
    return {
      atlas,
      view,
      geography,
      indicator: answer.indicator,
      measure,
      classification,
      overlay,
      change,
      agreement,
      priority,
      regions,
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

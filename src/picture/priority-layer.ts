import { geographyOf, type Territory } from '#core/area.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { legendDecimals, NO_CLASS } from '#core/classification.ts';
import { goalpostsOf } from '#core/criterion-goalposts.ts';
import {
  type Criterion,
  LACKS_NONE,
  type ScaledCriteria,
  type Scaling,
  scaleCriteria,
} from '#core/criterion-scaling.ts';
import type { Indicator, IndicatorId } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { MethodVersion } from '#core/method-version.ts';
import { contributionsOf, type PriorityIndex, priorityIndex } from '#core/priority-index.ts';
import { USUAL_RULE } from '#core/priority-rule-text.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { unitsOf } from '#core/rates.ts';
import type { Priority, View } from '#core/view.ts';
import { paletteFor } from '#map/color.ts';
import { answerBeside } from './answer.ts';
import type { Atlas } from './atlas.ts';
import { type DecisionLayer, decidedAreas, decisionLayer, decisionShading } from './decision-layer.ts';
import type { Decided } from './decision-value.ts';
import { type LayerKind, type LayerMaker, unlessIndicatorMoves } from './layer-maker.ts';
import {
  createListings,
  type ListPlace,
  listPlace,
  type PriorityListing,
  type Rates,
} from './priority-listing.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** Several indicators as one score by area, under the filters of the view. Columns by area of its level. */
export interface PriorityLayer {
  readonly kind: 'priority';
  readonly choice: Priority;
  /** Of the view; a criterion of another unit may be of another (AreaTable.period). */
  readonly period: View['period'];
  readonly indicators: readonly Indicator[];
  /** Rates of each criterion. */
  readonly measures: readonly AreaMeasure[];
  /** With the weights of the choice. */
  readonly criteria: readonly Criterion[];
  readonly scaled: ScaledCriteria;
  readonly index: PriorityIndex;
  /** By criterion, points of the score. */
  readonly contributions: readonly Float64Array[];
  /** That of the first criterion an area lacks; observed where it has a score. */
  readonly status: Uint8Array;
  /** The list by its rule, and what orders it. */
  readonly listing: PriorityListing;
  /** Length of the list that results: up to this place areas are in it. */
  readonly top: number;
  /** 1 by area whose rate of the criterion counted is low where few children were weighed (apparentlyGood). */
  readonly apparent: Uint8Array;
  /** null until it is computed for just this question. */
  readonly uncertainty: PriorityUncertainty | null;
  /** What was decided of the list, in the room of proposals. */
  readonly decision: DecisionLayer | null;
}

/** Lower edges of the classes of a score but the first; fixed, so that indices and periods compare. */
export const SCORE_EDGES = [20, 40, 60, 80] as const;

/** Poverty of the children measured before that of the families of an area: it is of the same children. */
const USUAL: readonly IndicatorId[] = ['stunting', 'wasting', 'extreme-poverty'];

/** Equal weights for what the data has of the three problems: a place to start from (OECD & JRC 2008, step 6). */
export function openingPriority(answerable: readonly IndicatorId[]): Priority | null {
  const usual = USUAL.filter((id) => answerable.includes(id));
  const chosen = usual.length > 0 ? usual : answerable.slice(0, 1);
  if (chosen.length === 0) return null;
  return {
    kind: 'priority',
    criteria: chosen.map((indicator) => ({ indicator, weight: 1 })),
    scaling: 'goalposts',
    aggregation: 'arithmetic',
    top: 8,
    seed: 20_261,
    runs: 2_000,
    colors: 'list',
    ...USUAL_RULE,
  };
}

function scalingOf(kind: Scaling['kind'], id: IndicatorId, method: MethodVersion): Scaling {
  return kind === 'goalposts' ? goalpostsOf(id, method) : { kind };
}

/** Counts tell how sure a rate is; D is no sample of S, so that coverage has none. */
function criterionOf({ id, kind, polarity }: Indicator, measure: AreaMeasure, by: Scaling): Criterion {
  const { numerator, denominator } = measure.table;
  return {
    id,
    values: measure.value,
    ...(kind === 'prevalence' ? { counts: { numerator, denominator } } : {}),
    direction: polarity,
    scaling: by,
    weight: 1,
  };
}

interface Scaled {
  readonly scaled: ScaledCriteria;
  readonly status: Uint8Array;
}

function scaledOf(criteria: readonly Criterion[], measures: readonly AreaMeasure[]): Scaled {
  const scaled = scaleCriteria(criteria);
  const status = Uint8Array.from(scaled.lacks, (k, i) =>
    k === LACKS_NONE ? CellStatus.observed : (measures[k]?.status[i] ?? CellStatus.notApplicable),
  );
  return { scaled, status };
}

/** Remembers rates by indicator and what is scaled, so that a weight costs one sum. */
const makePriorityLayer: LayerMaker<'priority', PriorityLayer> = () => {
  const ratesBy = new Map<IndicatorId, (...input: RatesInput) => Rates | null>();
  const ratesFor = (id: IndicatorId) => {
    const known = ratesBy.get(id) ?? remember(ratesOf(id));
    ratesBy.set(id, known);
    return known;
  };
  const scaledFor = remember(
    (_criteria: number, kind: Scaling['kind'], method: MethodVersion, ...rates: readonly Rates[]) => {
      const criteria = rates.map(({ indicator, measure }) =>
        criterionOf(indicator, measure, scalingOf(kind, indicator.id, method)),
      );
      const measures = rates.map(({ measure }) => measure);
      return scaledOf(criteria, measures);
    },
  );
  const listings = createListings();
  const places = remember(listPlace);
  const layers = remember(
    (
      choice: Priority,
      period: View['period'],
      { scaled, status }: Scaled,
      place: ListPlace,
      ...rates: readonly Rates[]
    ) => {
      const criteria = scaled.criteria.map((criterion, k) => ({
        ...criterion,
        weight: choice.criteria[k]?.weight ?? 0,
      }));
      const index = priorityIndex(
        scaled,
        criteria.map(({ weight }) => weight),
        choice.aggregation,
      );
      const listing = listings.of(choice, index, status, rates, place);
      return {
        kind: 'priority',
        choice,
        period,
        indicators: rates.map(({ indicator }) => indicator),
        measures: rates.map(({ measure }) => measure),
        criteria,
        scaled,
        index,
        contributions: contributionsOf(scaled, index),
        status,
        listing,
        top: listing.list.top,
        apparent: listings.apparent(choice, rates, place),
        uncertainty: null,
        decision: null,
      } satisfies PriorityLayer;
    },
  );
  const shadings = remember((layer: PriorityLayer) =>
    priorityShading(layer, paletteFor(priorityClasses(layer.choice), 'more-is-worse')),
  );
  const decidedLayers = remember(
    (layer: PriorityLayer, decided: Decided, territory: Territory, ...[level, period, filters]: Asked) => ({
      ...layer,
      decision: decisionLayer(layer.listing, decided, geographyOf(territory, level), {
        period,
        filters,
        territory,
      }),
    }),
  );
  const decidedShadings = remember(decisionShading);
  return ({ atlas, view, decided, showSmallRates }, choice) => {
    const { level, period, filters } = view;
    const rates = choice.criteria.flatMap(
      ({ indicator }) => ratesFor(indicator)(atlas, level, period, filters, showSmallRates) ?? [],
    );
    if (rates.length < choice.criteria.length) return 'waiting';
    const place = places(atlas, level, period, showSmallRates);
    const layer = layers(
      choice,
      period,
      scaledFor(rates.length, choice.scaling, view.method, ...rates),
      place,
      ...rates,
    );
    const ranks = layer.index.rank;
    if (decided === null) return { layer, shading: shadings(layer), ranks };
    const own = decidedLayers(layer, decided, atlas.territory, level, period, filters);
    return { layer: own, shading: decidedShadings(own.decision, own.listing), ranks };
  };
};

type Asked = readonly [level: View['level'], period: View['period'], filters: View['filters']];

type RatesInput = readonly [
  atlas: Atlas,
  level: View['level'],
  period: View['period'],
  filters: View['filters'],
  showSmallRates: boolean,
];

function ratesOf(id: IndicatorId): (...input: RatesInput) => Rates | null {
  return (atlas, level, period, filters, showSmallRates) => {
    const answer = answerBeside(atlas, level, id, period, filters);
    if (answer === null) return null;
    const { table, indicator } = answer;
    return { indicator, measure: measureOf(table, indicator, { measure: 'rate', showSmallRates }) };
  };
}

/** The class of a score as it is printed. */
function scoreClass(score: number): number {
  if (Number.isNaN(score)) return NO_CLASS;
  const printed = unitsOf(score / 100, legendDecimals('rate'));
  let k = 0;
  while (k < SCORE_EDGES.length && printed >= 10 * (SCORE_EDGES[k] ?? 0)) k += 1;
  return k;
}

/** Out of the list, as many again, in the list. */
function listClass({ listing, top }: PriorityLayer, i: number): number {
  if (listing.status[i] !== CellStatus.observed) return NO_CLASS;
  const place = listing.list.place[i] ?? 0;
  return place === 0 || place > 2 * top ? 0 : place > top ? 1 : 2;
}

/** What the areas are filled with. @param colors by class: five of the score, or three of the list. */
export function priorityShading(layer: PriorityLayer, colors: readonly string[]): Shading {
  const byList = layer.choice.colors === 'list';
  const { score } = layer.index;
  const status = byList ? layer.listing.status : layer.status;
  const classOf = Uint8Array.from(status, (_, i) =>
    byList ? listClass(layer, i) : scoreClass(score[i] ?? Number.NaN),
  );
  const areasPerClass = new Uint32Array(colors.length);
  for (const k of classOf) if (k !== NO_CLASS) areasPerClass[k]! += 1;
  return { kind: 'priority', classOf, status, colors, areasPerClass, hatched: null };
}

export function priorityClasses({ colors }: Priority): number {
  return colors === 'list' ? 3 : SCORE_EDGES.length + 1;
}

export const priorityKind: LayerKind<'priority', PriorityLayer> = {
  settle: unlessIndicatorMoves,
  make: makePriorityLayer,
  told: (_, { listing, decision, index }) =>
    decision === null
      ? ordered(Float64Array.from(listing.list.place, (place) => (place > 0 ? place : Number.NaN)))
      : decidedAreas(decision, listing, index.rank),
};

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
import { contributionsOf, type PriorityIndex, priorityIndex } from '#core/priority-index.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { unitsOf } from '#core/rates.ts';
import type { Priority, View } from '#core/view.ts';
import { answerFor } from './answer.ts';
import type { Atlas, Shading } from './picture.ts';
import { remember } from './remember.ts';

/** Several indicators as one score by area, under the filters of the view. Columns by area of its level. */
export interface PriorityLayer {
  readonly choice: Priority;
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
  /** Length of the list: as asked, but never more than the areas that have a score. */
  readonly top: number;
  /** null until it is computed for just this question. */
  readonly uncertainty: PriorityUncertainty | null;
}

/** Lower edges of the classes of a score but the first; fixed, so that indices and periods compare. */
export const SCORE_EDGES = [20, 40, 60, 80] as const;

/** Equal weights for what the data has of the three problems: a place to start from (OECD & JRC 2008, step 6). */
export function openingPriority(answerable: readonly IndicatorId[]): Priority | null {
  const usual = (['stunting', 'wasting', 'extreme-poverty'] as const).filter((id) => answerable.includes(id));
  const chosen = usual.length > 0 ? usual : answerable.slice(0, 1);
  if (chosen.length === 0) return null;
  return {
    criteria: chosen.map((indicator) => ({ indicator, weight: 1 })),
    scaling: 'goalposts',
    aggregation: 'arithmetic',
    top: 8,
    seed: 20_261,
    runs: 2_000,
    colors: 'score',
  };
}

function scalingOf(kind: Scaling['kind'], id: IndicatorId): Scaling {
  return kind === 'goalposts' ? goalpostsOf(id) : { kind };
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

interface Rates {
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
}

/** Remembers rates by indicator and what is scaled, so that a weight costs one sum. Null where rates are not in yet. */
export function createPriorityLayer(): (
  atlas: Atlas,
  view: View,
  choice: Priority,
  showSmallRates: boolean,
) => PriorityLayer | null {
  const ratesBy = new Map<IndicatorId, (...input: RatesInput) => Rates | null>();
  const ratesFor = (id: IndicatorId) => {
    const known = ratesBy.get(id) ?? remember(ratesOf(id));
    ratesBy.set(id, known);
    return known;
  };
  const scaledFor = remember((_criteria: number, kind: Scaling['kind'], ...rates: readonly Rates[]) => {
    const criteria = rates.map(({ indicator, measure }) =>
      criterionOf(indicator, measure, scalingOf(kind, indicator.id)),
    );
    const measures = rates.map(({ measure }) => measure);
    return scaledOf(criteria, measures);
  });
  const layers = remember((choice: Priority, { scaled, status }: Scaled, ...rates: readonly Rates[]) => {
    const criteria = scaled.criteria.map((criterion, k) => ({
      ...criterion,
      weight: choice.criteria[k]?.weight ?? 0,
    }));
    const index = priorityIndex(
      scaled,
      criteria.map(({ weight }) => weight),
      choice.aggregation,
    );
    return {
      choice,
      indicators: rates.map(({ indicator }) => indicator),
      measures: rates.map(({ measure }) => measure),
      criteria,
      scaled,
      index,
      contributions: contributionsOf(scaled, index),
      status,
      top: Math.min(choice.top, scaled.complete.length),
      uncertainty: null,
    } satisfies PriorityLayer;
  });
  return (atlas, { level, period, filters }, choice, showSmallRates) => {
    const rates = choice.criteria.flatMap(
      ({ indicator }) => ratesFor(indicator)(atlas, level, period, filters, showSmallRates) ?? [],
    );
    if (rates.length < choice.criteria.length) return null;
    return layers(choice, scaledFor(rates.length, choice.scaling, ...rates), ...rates);
  };
}

type RatesInput = readonly [
  atlas: Atlas,
  level: View['level'],
  period: View['period'],
  filters: View['filters'],
  showSmallRates: boolean,
];

function ratesOf(id: IndicatorId): (...input: RatesInput) => Rates | null {
  return (atlas, level, period, filters, showSmallRates) => {
    const answer = answerFor(atlas, level, id, period, filters);
    if (answer === null) return null;
    const { table, indicator } = answer;
    return { indicator, measure: measureOf(table, indicator, { measure: 'rate', showSmallRates }) };
  };
}

/** The class of a score as it is printed, or of a rank: out of the list, as many again, in the list. */
function classAt({ choice, index, top }: PriorityLayer, i: number): number {
  const score = index.score[i] ?? Number.NaN;
  const rank = index.rank[i] ?? 0;
  if (Number.isNaN(score)) return NO_CLASS;
  if (choice.colors === 'list') return rank <= top ? 2 : rank <= 2 * top ? 1 : 0;
  const printed = unitsOf(score / 100, legendDecimals('rate'));
  return SCORE_EDGES.filter((edge) => printed >= 10 * edge).length;
}

/** What the areas are filled with. @param colors by class: five of the score, or three of the list. */
export function priorityShading(layer: PriorityLayer, colors: readonly string[]): Shading {
  const classOf = Uint8Array.from(layer.status, (_, i) => classAt(layer, i));
  const areasPerClass = new Uint32Array(colors.length);
  for (const k of classOf) if (k !== NO_CLASS) areasPerClass[k]! += 1;
  return { kind: 'priority', classOf, status: layer.status, colors, areasPerClass, hatched: null };
}

export function priorityClasses({ colors }: Priority): number {
  return colors === 'list' ? 3 : SCORE_EDGES.length + 1;
}

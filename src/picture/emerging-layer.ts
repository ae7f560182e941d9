import type { Geography } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { trendSteps } from '#core/area-trend.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { NO_CLASS } from '#core/classification.ts';
import { hasGeography, type Manifest } from '#core/dataset.ts';
import { EMERGING, EMERGING_PERIODS, type EmergingMap } from '#core/emerging-hotspot.ts';
import type { EmergingJob, SentAreas } from '#core/hotspot-job.ts';
import type { Indicator } from '#core/indicator.ts';
import { type MethodVersion, rateVarianceOf } from '#core/method-version.ts';
import { packGeometries } from '#core/packed-boundaries.ts';
import type { Period } from '#core/period.ts';
import type { RateCounts } from '#core/rates.ts';
import { periodsOf } from './comparable-periods.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { createPeriodMeasures, type PeriodMeasure } from './period-measures.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered, worseUp } from './told-areas.ts';

/** All that the categories are computed from. */
export interface EmergingInput {
  readonly method: MethodVersion;
  readonly indicator: Indicator;
  readonly geography: Geography;
  readonly boundaries: BoundaryCollection;
  readonly measures: readonly PeriodMeasure[];
}

/** What became of hotspots. */
export interface EmergingLayer {
  readonly kind: 'emerging';
  readonly periods: readonly Period[];
  /** CellStatus in the last period. */
  readonly status: Uint8Array;
  /** null where there are too few periods. */
  readonly input: EmergingInput | null;
  /** null until it is computed for just this input. */
  readonly map: EmergingMap | null;
  /** Areas by class (EMERGING_CLASSES). */
  readonly counts: Uint32Array;
}

/** Of each period: with fewer, no p is small enough among many areas. */
const PERMUTATIONS = 99_999;

/** By category, hot: high rates beside high rates. Then cold, then no pattern, then what is not judged (yet). */
export const EMERGING_CLASSES = 2 * EMERGING.length + 2;
export const NO_EMERGING = 2 * EMERGING.length;
export const NOT_JUDGED = NO_EMERGING + 1;

const WARM = [
  '#fe9929',
  '#d95f0e',
  '#5c1f05',
  '#a63603',
  '#c9834f',
  '#fee0b6',
  '#fdc58a',
  '#d8c9b5',
] as const;
const COOL = [
  '#6baed6',
  '#3182bd',
  '#08204a',
  '#08519c',
  '#7f9fbf',
  '#deebf7',
  '#b3d3ea',
  '#c3ccd3',
] as const;
const PAPER = '#f1eee6';
const WHITE = '#ffffff';

export function emergingClass({ map, status }: Pick<EmergingLayer, 'map' | 'status'>, i: number): number {
  if (status[i] !== CellStatus.observed) return NO_CLASS;
  if (map?.judged[i] !== 1) return NOT_JUDGED;
  const category = map.category[i] ?? 0;
  return category === 0 ? NO_EMERGING : category > 0 ? category - 1 : EMERGING.length - category - 1;
}

function countsOf(layer: Pick<EmergingLayer, 'map' | 'status'>): Uint32Array {
  const counts = new Uint32Array(EMERGING_CLASSES);
  for (const i of layer.status.keys()) {
    const own = emergingClass(layer, i);
    if (own !== NO_CLASS) counts[own] = (counts[own] ?? 0) + 1;
  }
  return counts;
}

export function emergingShading(layer: EmergingLayer, indicator: Indicator): Shading {
  const [high, low] = worseUp(indicator) ? [WARM, COOL] : [COOL, WARM];
  return {
    kind: 'emerging',
    classOf: layer.status.map((_, i) => emergingClass(layer, i)),
    status: layer.status,
    colors: [...high, ...low, PAPER, WHITE],
    areasPerClass: layer.counts,
    hatched: null,
  };
}

/** A layer with its answer. */
export function withEmerging(layer: EmergingLayer, map: EmergingMap): EmergingLayer {
  return { ...layer, map, counts: countsOf({ ...layer, map }) };
}

export function isSameEmerging(a: EmergingInput, b: EmergingInput): boolean {
  return (
    a.boundaries === b.boundaries &&
    a.method === b.method &&
    a.measures.length === b.measures.length &&
    a.measures.every((one, k) => one === b.measures[k])
  );
}

function countsIn({ measure: { table, status } }: PeriodMeasure): RateCounts {
  const known = (column: Float64Array) =>
    column.map((value, i) => (status[i] === CellStatus.observed ? value : Number.NaN));
  return { numerator: known(table.numerator), denominator: known(table.denominator) };
}

export function emergingJob({ measures, indicator, method }: EmergingInput): EmergingJob {
  return {
    method: 'emerging',
    periods: measures.map(countsIn),
    variance: rateVarianceOf(indicator, method),
    rule: { kind: 'queen' },
    permutations: PERMUTATIONS,
    seed: 1,
  };
}

export function emergingAreas({ boundaries, geography }: EmergingInput): SentAreas {
  return {
    packed: packGeometries(boundaries.features.map(({ geometry }) => geometry)),
    codes: geography.areas.map(({ code }) => code),
  };
}

const makeEmergingLayer: LayerMaker<'emerging', EmergingLayer> = () => {
  const measuresOf = createPeriodMeasures();
  let last: EmergingLayer | null = null;
  const shadings = remember(emergingShading);
  return ({ atlas, view, answer: { indicator }, measure, showSmallRates }) => {
    if (atlas.dataset === null) return 'waiting';
    if (!hasGeography(atlas.manifest)) return null;
    const all = periodsOf(atlas.manifest, view.indicator).map(({ id }) => id);
    const periods = trendSteps(all, view.period).map(({ period }) => period);
    const measures = measuresOf(atlas.dataset, view, periods, showSmallRates);
    const { villages, districts } = atlas.boundaries;
    const input: EmergingInput = {
      method: view.method,
      indicator,
      geography: view.level === 'village' ? atlas.territory.villages : atlas.territory.districts,
      boundaries: view.level === 'village' ? villages : districts,
      measures,
    };
    const status = measures.at(-1)?.measure.status ?? measure.status;
    if (!last?.input || !isSameEmerging(last.input, input) || periods.length < EMERGING_PERIODS) {
      const empty = { map: null, status };
      const enough = periods.length >= EMERGING_PERIODS;
      last = { kind: 'emerging', periods, ...empty, input: enough ? input : null, counts: countsOf(empty) };
    }
    return { layer: last, shading: shadings(last, indicator) };
  };
};

/** Whether a dataset has areas that lie beside each other. */
export function canAskEmerging(manifest: Pick<Manifest, 'boundaries'>): boolean {
  return hasGeography(manifest);
}

/** Areas whose pattern is of high values where high is worse. */
export function worseCategory({ map }: EmergingLayer, indicator: Indicator, i: number): number {
  const category = map?.category[i] ?? 0;
  return worseUp(indicator) ? category : -category;
}

export const emergingKind: LayerKind<'emerging', EmergingLayer> = {
  settle: (asked, { manifest }) => (canAskEmerging(manifest) ? asked : null),
  make: makeEmergingLayer,
  /** In the order of the categories: what is new first. */
  told: ({ indicator }, layer) =>
    ordered(
      Float64Array.from(layer.status, (_, i) => {
        const category = worseCategory(layer, indicator, i);
        return category > 0 ? category : Number.NaN;
      }),
    ),
};

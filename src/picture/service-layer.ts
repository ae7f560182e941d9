import type { AreaLevel } from '#core/area.ts';
import { geographyOf, type Territory } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import {
  type ConvergenceFormula,
  type ConvergenceScores,
  convergenceScores,
} from '#core/convergence-score.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import { rankScores } from '#core/priority-index.ts';
import {
  type ServiceCell,
  type ServiceTable,
  serviceCells,
  serviceStatus,
  shortfall,
} from '#core/service-coverage.ts';
import type { ServiceIndicator } from '#core/service-indicator.ts';
import { groupedCells, type ServiceRecord, serviceTable } from '#core/service-record.ts';
import type { ServiceAsked } from '#core/view.ts';
import { paletteFor } from '#map/color.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** Services of one period at one level. */
export interface ServiceStand {
  readonly period: Period;
  readonly indicators: readonly ServiceIndicator[];
  /** By indicator, by area. */
  readonly cells: readonly (readonly ServiceCell[])[];
  /** By indicator, by district; and of the whole. */
  readonly districts: readonly (readonly ServiceCell[])[];
  readonly city: readonly ServiceCell[];
}

/** One service, or the score of all, area by area. */
export interface ServiceLayer {
  readonly kind: 'service';
  readonly asked: ServiceAsked;
  /** Periods of which there are services, ascending. */
  readonly periods: readonly Period[];
  readonly stand: ServiceStand;
  /** Place of the indicator shown; null of a score. */
  readonly place: number | null;
  /** Of the formula shown, or of sums received where one service is. */
  readonly scores: ConvergenceScores;
  /** The same a year before; null where there is nothing of it. */
  readonly before: ConvergenceScores | null;
  /** By area: percent (coverage or score), NaN where there is none. */
  readonly value: Float64Array;
  /** By area: what the areas are ordered by, the most urgent highest; NaN where there is none. */
  readonly urgency: Float64Array;
  readonly status: Uint8Array;
  readonly rank: Uint32Array;
  /** Whether classes are of the distance to a target; else of coverage or score. */
  readonly byTarget: boolean;
}

/** Percent points below the target from which a class begins; and of coverage above which it ends. Conventions of ours. */
export const SHORTFALL_EDGES = [0, 10, 25, 50] as const;
export const COVERAGE_EDGES = [80, 60, 40, 20] as const;

export const SERVICE_COLORS = paletteFor(5, 'more-is-worse');

/** The class of a service of an area, 0 the best; NO_CLASS where it is no rate (serviceStatus). */
export function serviceClass(cell: ServiceCell, indicator: ServiceIndicator): number {
  if (serviceStatus(cell) !== CellStatus.observed) return NO_CLASS;
  if (indicator.target !== null) {
    const { points } = shortfall(cell, indicator);
    return SHORTFALL_EDGES.filter((edge) => points > edge).length;
  }
  const percent = (100 * cell.n) / cell.N;
  return coverageClass(indicator.polarity === 'less-is-better' ? 100 - percent : percent);
}

function coverageClass(percent: number): number {
  return COVERAGE_EDGES.filter((edge) => percent < edge).length;
}

/** The services of a period of a dataset at a level; districts add up their villages. */
export function serviceStand(
  table: ServiceTable,
  territory: Territory,
  level: AreaLevel,
  period: Period,
): ServiceStand {
  const villages = table.indicators.map((_, k) => serviceCells(table, k, period));
  const groups = territory.districts.areas.length;
  const districts = villages.map((cells) => groupedCells(cells, territory.districtOf, groups));
  const whole = new Uint8Array(table.areas);
  return {
    period,
    indicators: table.indicators,
    cells: level === 'village' ? villages : districts,
    districts,
    city: villages.map((cells) => groupedCells(cells, whole, 1)[0]!),
  };
}

/** The same semester, quarter, month or year of the year before. */
export function yearBefore(period: Period): Period | null {
  return parsePeriod(`${Number(period.slice(0, 4)) - 1}${period.slice(4)}`);
}

/** What is asked when services are first asked for; null where there are none. */
export function openingService(services: ServiceRecord | undefined): ServiceAsked | null {
  const [first] = services?.indicators ?? [];
  const latest = services?.rows.reduce<Period | null>(
    (last, { period }) => (last === null || period > last ? period : last),
    null,
  );
  if (!first || !latest) return null;
  return { kind: 'service', shown: { kind: 'score', formula: 'received' }, period: latest };
}

function valuesOf(stand: ServiceStand, place: number | null, scores: ConvergenceScores) {
  if (place === null)
    return {
      value: Float64Array.from(scores.areas, ({ score }) => score),
      urgency: Float64Array.from(scores.areas, ({ score }, i) =>
        scores.rank[i]! > 0 ? 100 - score : Number.NaN,
      ),
      status: Uint8Array.from(scores.areas, ({ score }) =>
        Number.isNaN(score) ? CellStatus.notReported : CellStatus.observed,
      ),
      byTarget: false,
    };
  const [cells, indicator] = [stand.cells[place]!, stand.indicators[place]!];
  const status = Uint8Array.from(cells, serviceStatus);
  const value = Float64Array.from(cells, ({ n, N }, i) =>
    status[i] === CellStatus.observed ? (100 * n) / N : Number.NaN,
  );
  const byTarget = indicator.target !== null;
  const worse = indicator.polarity === 'less-is-better' ? 1 : -1;
  const urgency = value.map((percent, i) =>
    byTarget && status[i] === CellStatus.observed ? shortfall(cells[i]!, indicator).points : worse * percent,
  );
  return { value, urgency, status, byTarget };
}

function layerOf(
  asked: ServiceAsked,
  periods: readonly Period[],
  stand: ServiceStand,
  before: ServiceStand | null,
): ServiceLayer | null {
  const { shown } = asked;
  const place = shown.kind === 'indicator' ? stand.indicators.findIndex(({ id }) => id === shown.id) : null;
  if (place === -1) return null;
  const formula: ConvergenceFormula = shown.kind === 'score' ? shown.formula : 'received';
  const scores = convergenceScores(stand.cells, stand.indicators, formula);
  const values = valuesOf(stand, place, scores);
  return {
    kind: 'service',
    asked,
    periods,
    stand,
    place,
    scores,
    before: before && convergenceScores(before.cells, before.indicators, formula),
    ...values,
    // Ranks compare scores of 0 to 100.
    rank: rankScores(values.urgency.map((own) => own + 100)),
  };
}

function shadingOf({ value, status, place, scores, stand }: ServiceLayer): Shading {
  const classOf = Uint8Array.from(value, (score, i) => {
    if (place !== null) return serviceClass(stand.cells[place]![i]!, stand.indicators[place]!);
    return Number.isNaN(score) ? NO_CLASS : coverageClass(score);
  });
  const areasPerClass = new Uint32Array(SERVICE_COLORS.length);
  for (const k of classOf) if (k !== NO_CLASS) areasPerClass[k]! += 1;
  const isUnranked = ({ score }: { readonly score: number }, i: number): number =>
    !Number.isNaN(score) && scores.rank[i] === 0 ? 1 : 0;
  return {
    kind: 'service',
    classOf,
    status,
    colors: SERVICE_COLORS,
    areasPerClass,
    hatched: place === null ? Uint8Array.from(scores.areas, isUnranked) : null,
  };
}

const makeServiceLayer: LayerMaker<'service', ServiceLayer> = () => {
  const tables = remember((services: ServiceRecord, territory: Territory) =>
    serviceTable(services, geographyOf(territory, 'village')),
  );
  const stands = remember(serviceStand);
  const earlier = remember(serviceStand);
  const layers = remember(layerOf);
  const shadings = remember(shadingOf);
  return ({ atlas, view }, asked) => {
    if (atlas.dataset === null) return 'waiting';
    const { services, territory } = atlas.dataset;
    if (services === undefined) return null;
    const table = tables(services, territory);
    if (!table.periods.includes(asked.period)) return null;
    const stand = stands(table, territory, view.level, asked.period);
    const last = yearBefore(asked.period);
    const before =
      last !== null && table.periods.includes(last) ? earlier(table, territory, view.level, last) : null;
    const layer = layers(asked, table.periods, stand, before);
    return layer && { layer, shading: shadings(layer), ranks: layer.rank };
  };
};

export const serviceKind: LayerKind<'service', ServiceLayer> = {
  settle: (asked) => asked,
  make: makeServiceLayer,
  /** The furthest behind first. */
  told: (_, { urgency }) => ordered(urgency.map((own) => -own)),
};

import type { Atlas } from '#app/atlas.ts';
import type { Picture } from '#app/picture.ts';
import type { PriorityLayer } from '#app/priority-layer.ts';
import { type Agreement, agreementBetween } from '#core/agreement.ts';
import type { Area, AreaCode, AreaLevel } from '#core/area.ts';
import { type AreaMeasure, type AreaTable, CellStatus } from '#core/area-table.ts';
import { changeBetween, type RateChange } from '#core/change.ts';
import { type Classification, classify, NO_CLASS } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { regionClasses } from '#core/region-classes.ts';
import type { Total, Totals } from '#core/tabulation.ts';

/** Lines of one kind, as columns by position in the section. */
export interface RankingSection {
  readonly areas: readonly Pick<Area, 'code' | 'name' | 'parent'>[];
  readonly measure: AreaMeasure;
  readonly classOf: Uint8Array;
  /** D and S; NaN where unknown. */
  readonly measured: Float64Array;
  readonly target: Float64Array;
  /** Rates of the indicator laid over; null where there is none. */
  readonly second: AreaMeasure | null;
  /** Which of three problems, as RegionClasses.classOf; null where they are not looked at. */
  readonly region: Uint8Array | null;
  /** Against another period; null where nothing is compared. */
  readonly change: RateChange | null;
  /** Against a second source; null where there is none. */
  readonly agreement: Agreement | null;
  /** Positions that the district filter keeps, ascending. */
  readonly kept: Uint32Array;
}

export interface Ranking {
  readonly city: RankingSection;
  /** Kecamatan above their kelurahan; null where the areas are kecamatan themselves. */
  readonly districts: RankingSection | null;
  readonly areas: RankingSection;
  /** Right end of the scale that all rows share; its left end is 0. */
  readonly scaleEnd: number;
  /** Number of areas that have a rank. */
  readonly ranked: number;
  /** The index by which the areas stand; their value is its score per 1. Sums have no score. */
  readonly priority: PriorityLayer | null;
}

export interface RankingInput
  extends Pick<Picture, 'atlas' | 'geography' | 'indicator' | 'measure' | 'classification' | 'totals'>,
    Partial<Pick<Picture, 'overlay' | 'change' | 'agreement' | 'priority' | 'regions' | 'shading'>> {
  /** Codes of the districts kept; empty: all. */
  readonly districts: readonly AreaCode[];
  readonly showSmallRates: boolean;
}

interface CoverageColumns {
  readonly measured: Float64Array;
  readonly target: Float64Array;
}

/** D and S of a period by area of a level. A district sums the villages of which both are known; NaN where none are. */
export function coverageColumns(atlas: Atlas, level: AreaLevel, period: Period): CoverageColumns {
  const { coverage, territory } = atlas;
  const p = coverage.periods.indexOf(period);
  const from = p * coverage.areas;
  const none = () => new Float64Array(coverage.areas).fill(Number.NaN);
  const measured = p < 0 ? none() : coverage.measured.subarray(from, from + coverage.areas);
  const target = p < 0 ? none() : coverage.target.subarray(from, from + coverage.areas);
  if (level === 'village') return { measured, target };
  const count = territory.districts.areas.length;
  const sums = {
    measured: new Float64Array(count).fill(Number.NaN),
    target: new Float64Array(count).fill(Number.NaN),
  };
  for (const [i, district] of territory.districtOf.entries()) {
    const d = measured[i] ?? Number.NaN;
    const s = target[i] ?? Number.NaN;
    if (Number.isNaN(d) || Number.isNaN(s)) continue;
    const before = sums.target[district] ?? Number.NaN;
    sums.measured[district] = d + (Number.isNaN(before) ? 0 : (sums.measured[district] ?? 0));
    sums.target[district] = s + (Number.isNaN(before) ? 0 : before);
  }
  return sums;
}

/** Sums measured as if each were an area: the same interval, rank and smallest denominator. */
export function measureTotals(
  totals: readonly Pick<Total, 'numerator' | 'denominator' | 'status'>[],
  like: AreaTable,
  indicator: Indicator,
  options: { readonly measure: AreaMeasure['measure']; readonly showSmallRates: boolean },
): AreaMeasure {
  const table: AreaTable = {
    level: 'district',
    indicator: like.indicator,
    period: like.period,
    numerator: Float64Array.from(totals, ({ numerator }) => numerator),
    denominator: Float64Array.from(totals, ({ denominator }) => denominator),
    status: Uint8Array.from(totals, ({ status }) => status),
  };
  return measureOf(table, indicator, options);
}

/** Classes of sums: of rates as on the map; none of counts, whose classes are cut for single areas. */
function classesOf(measure: AreaMeasure, { method, edges }: Classification): Uint8Array {
  return measure.measure === 'rate'
    ? classify(measure, method, edges).classOf
    : new Uint8Array(measure.status.length).fill(NO_CLASS);
}

function keptPositions(
  areas: readonly Pick<Area, 'code' | 'parent'>[],
  level: AreaLevel,
  districts: readonly AreaCode[],
): Uint32Array {
  const all = Uint32Array.from({ length: areas.length }, (_, i) => i);
  if (districts.length === 0) return all;
  const codes = new Set<AreaCode | null>(districts);
  return all.filter((i) => {
    const area = areas[i];
    return area !== undefined && codes.has(level === 'district' ? area.code : area.parent);
  });
}

function sumOver(values: Float64Array, others: Float64Array, positions: Uint32Array): number {
  let sum = Number.NaN;
  for (const i of positions) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(others[i] ?? Number.NaN)) continue;
    sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}

/** Where the longest interval, or the largest value, of the areas ends; 1 where there is none. */
function scaleEndOf({ value, high, measure, status }: AreaMeasure): number {
  let end = 0;
  for (let i = 0; i < value.length; i += 1) {
    if (status[i] !== CellStatus.observed) continue;
    const reach = measure === 'rate' ? (high[i] ?? Number.NaN) : Number.NaN;
    const last = Number.isNaN(reach) ? (value[i] ?? 0) : reach;
    if (last > end) end = last;
  }
  return end > 0 ? end : 1;
}

type Layered = Pick<RankingSection, 'second' | 'change' | 'agreement' | 'region'>;

/** What lies over sums: of all, or district by district. */
function layersOfTotals(
  { overlay, change, agreement, regions, indicator, showSmallRates }: RankingInput,
  pick: (totals: Totals) => readonly Total[],
): Layered {
  const options = { measure: 'rate', showSmallRates } as const;
  const rates = (totals: Totals, like: AreaTable, of: Indicator) =>
    measureTotals(pick(totals), like, of, options);
  return {
    second: overlay ? rates(overlay.totals, overlay.measure.table, overlay.indicator) : null,
    change: change
      ? changeBetween(
          rates(change.earlierTotals, change.change.earlier.table, indicator),
          rates(change.laterTotals, change.change.later.table, indicator),
        )
      : null,
    agreement: agreement
      ? agreementBetween(
          rates(agreement.shared[0], agreement.agreement.first.table, indicator),
          rates(agreement.shared[1], agreement.agreement.second.table, indicator),
        )
      : null,
    region: regions
      ? regionClasses(
          regions.problems.map(({ indicator: own, totals, measure: { table }, threshold }) => ({
            measure: rates(totals, table, own),
            polarity: own.polarity,
            threshold,
          })),
        ).classOf
      : null,
  };
}

/** Scores in the shape of rates: 63.2 points as 0.632, without an interval of their own. */
function scoreMeasure({ index, status }: PriorityLayer, { table }: AreaMeasure): AreaMeasure {
  const none = new Float64Array(status.length).fill(Number.NaN);
  const value = index.score.map((score) => score / 100);
  return { table, measure: 'rate', value, status, low: none, high: none, rank: index.rank };
}

/** The rows of the ranking of a picture. A change of the selection does not touch any of its inputs. */
export function rankingOf(input: RankingInput): Ranking {
  const { atlas, geography, indicator, measure, classification, totals, districts, showSmallRates } = input;
  const priority = input.priority ?? null;
  const own = priority ? scoreMeasure(priority, measure) : measure;
  const { territory } = atlas;
  const { table } = measure;
  const options = { measure: measure.measure, showSmallRates };
  const coverage = coverageColumns(atlas, table.level, table.period);
  const kept = keptPositions(geography.areas, table.level, districts);
  const cityMeasure = measureTotals([totals.city], table, indicator, options);
  const districtMeasure =
    table.level === 'village' ? measureTotals(totals.districts, table, indicator, options) : null;
  return {
    city: {
      areas: [{ code: '' as AreaCode, name: territory.name, parent: null }],
      measure: cityMeasure,
      classOf: classesOf(cityMeasure, classification),
      measured: Float64Array.of(sumOver(coverage.measured, coverage.target, kept)),
      target: Float64Array.of(sumOver(coverage.target, coverage.measured, kept)),
      ...layersOfTotals(input, ({ city }) => [city]),
      kept: Uint32Array.of(0),
    },
    districts: districtMeasure && {
      areas: territory.districts.areas,
      measure: districtMeasure,
      classOf: classesOf(districtMeasure, classification),
      ...coverageColumns(atlas, 'district', table.period),
      ...layersOfTotals(input, (each) => each.districts),
      kept: keptPositions(territory.districts.areas, 'district', districts),
    },
    areas: {
      areas: geography.areas,
      measure: own,
      classOf: (priority && input.shading?.classOf) ?? classification.classOf,
      ...coverage,
      second: input.overlay?.measure ?? null,
      change: input.change?.change ?? null,
      agreement: input.agreement?.agreement ?? null,
      region: input.regions?.classes.classOf ?? null,
      kept,
    },
    scaleEnd: priority ? 1 : scaleEndOf(measure),
    priority,
    ranked: own.rank.reduce((count, rank) => (rank > 0 ? count + 1 : count), 0),
  };
}

/** D/S, per 1; NaN without a target. */
export function coverageRate(measured: number, target: number): number {
  return target > 0 ? measured / target : Number.NaN;
}

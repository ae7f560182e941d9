import type { SumRates } from '#app/kinds/question-view.ts';
import { questionView } from '#app/kinds/question-views.ts';
import type { Area, AreaCode, AreaLevel } from '#core/area.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { type Classification, classify, NO_CLASS } from '#core/classification.ts';
import { coverageOf, coverageSum } from '#core/coverage.ts';
import { measureTotals } from '#core/measure.ts';
import type { Total, Totals } from '#core/tabulation.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { remember } from '#picture/remember.ts';

/** Lines of one kind, as columns by position in the section. */
export interface RankingSection {
  readonly areas: readonly Pick<Area, 'code' | 'name' | 'parent'>[];
  readonly measure: AreaMeasure;
  readonly classOf: Uint8Array;
  /** D and S; NaN where unknown. */
  readonly measured: Float64Array;
  readonly target: Float64Array;
  /** What the question adds, as its view knows; null where it adds nothing. */
  readonly added: unknown;
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
  extends Pick<
    Picture,
    'atlas' | 'geography' | 'indicator' | 'measure' | 'classification' | 'totals' | 'layer' | 'shading'
  > {
  /** Codes of the districts kept; empty: all. */
  readonly districts: readonly AreaCode[];
  readonly showSmallRates: boolean;
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

/** What the question adds to sums: of all, or district by district. */
function addedToSums(
  { layer, indicator, showSmallRates }: RankingInput,
  section: 'city' | 'district',
  pick: (totals: Totals) => readonly Total[],
): unknown {
  const rates: SumRates = (totals, like, of) =>
    measureTotals(pick(totals), like, of, { measure: 'rate', showSmallRates });
  return questionView({ layer }).column?.sums(layer, rates, { indicator }, section) ?? null;
}

/** Scores in the shape of rates: 63.2 points as 0.632, without an interval of their own. */
function scoreMeasure({ index, status }: PriorityLayer, { table }: AreaMeasure): AreaMeasure {
  const none = new Float64Array(status.length).fill(Number.NaN);
  const value = index.score.map((score) => score / 100);
  return { table, measure: 'rate', value, status, low: none, high: none, rank: index.rank };
}

/** A filter changes neither. */
const areaCoverage = remember(coverageOf);
const sumCoverage = remember(coverageOf);

/** The rows of the ranking of a picture. A change of the selection does not touch any of its inputs. */
export function rankingOf(input: RankingInput): Ranking {
  const { atlas, geography, indicator, measure, classification, totals, districts, showSmallRates } = input;
  const priority = layerOf(input, 'priority');
  const own = priority ? scoreMeasure(priority, measure) : measure;
  const { territory } = atlas;
  const { table } = measure;
  const options = { measure: measure.measure, showSmallRates };
  const coverage = areaCoverage(atlas.coverage, territory, table.level, table.period);
  const kept = keptPositions(geography.areas, table.level, districts);
  const districtCoverage = sumCoverage(atlas.coverage, territory, 'district', table.period);
  const cityCoverage = coverageSum(coverage, kept);
  const cityMeasure = measureTotals([totals.city], table, indicator, options);
  const districtMeasure =
    table.level === 'village' ? measureTotals(totals.districts, table, indicator, options) : null;
  return {
    city: {
      areas: [{ code: '' as AreaCode, name: territory.name, parent: null }],
      measure: cityMeasure,
      classOf: classesOf(cityMeasure, classification),
      measured: Float64Array.of(cityCoverage.measured),
      target: Float64Array.of(cityCoverage.target),
      added: addedToSums(input, 'city', ({ city }) => [city]),
      kept: Uint32Array.of(0),
    },
    districts: districtMeasure && {
      areas: territory.districts.areas,
      measure: districtMeasure,
      classOf: classesOf(districtMeasure, classification),
      measured: districtCoverage.measured,
      target: districtCoverage.target,
      added: addedToSums(input, 'district', (each) => each.districts),
      kept: keptPositions(territory.districts.areas, 'district', districts),
    },
    areas: {
      areas: geography.areas,
      measure: own,
      classOf: priority ? input.shading.classOf : classification.classOf,
      measured: coverage.measured,
      target: coverage.target,
      added: questionView(input).column?.areas(input.layer) ?? null,
      kept,
    },
    scaleEnd: priority ? 1 : scaleEndOf(measure),
    priority,
    ranked: own.rank.reduce((count, rank) => (rank > 0 ? count + 1 : count), 0),
  };
}

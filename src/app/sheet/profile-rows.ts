import type { AreaIndex } from '#core/area.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Indicator } from '#core/indicator.ts';
import { roundTo } from '#core/rates.ts';
import { type Spine, spineOf } from '#core/spine.ts';
import { areAllTied, type Standing, standingAmong } from '#core/standing.ts';
import { indicatorMeasure, type MeasuredView } from '#picture/indicator-measure.ts';

/** One indicator of all areas. */
export interface ProfileColumn {
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
  /** Rate of the city, per 1; NaN where it has none. */
  readonly city: number;
  /** null where no area has a value. */
  readonly spine: Spine | null;
}

/** One indicator of one area. Rates per 1; NaN where not known. */
export interface ProfileRow extends ProfileColumn {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly status: CellStatus;
  /** Among all areas, and among those of its kecamatan; null where it has no rank, all share one, or it is a kecamatan itself. */
  readonly inCity: Standing | null;
  readonly inDistrict: Standing | null;
  /** First and last band that the interval touches, and the band of the value; null where the indicator has none. */
  readonly bands: { readonly first: number; readonly own: number; readonly last: number } | null;
}

/** Rows of indicators that these data hold, and of those that they do not: of no area, in this period and under these filters. */
export function knownRows(rows: readonly ProfileRow[]): {
  readonly known: readonly ProfileRow[];
  readonly absent: readonly ProfileRow[];
} {
  const isAbsent = ({ measure }: ProfileRow) =>
    measure.status.every((status) => status === CellStatus.notApplicable);
  return { known: rows.filter((row) => !isAbsent(row)), absent: rows.filter(isAbsent) };
}

function bandAt(edges: readonly number[], value: number): number {
  const printed = roundTo(value, 3);
  return edges.filter((edge) => edge <= printed).length;
}

/** Every indicator in the view's period under its filters. */
export function profileColumns(dataset: Dataset, view: MeasuredView): readonly ProfileColumn[] {
  return indicatorsOf(dataset.manifest).map(({ id }) => {
    const { indicator, measure, city } = indicatorMeasure(dataset, view, id, 'rate');
    const own = city.value[0] ?? Number.NaN;
    return { indicator, measure, city: own, spine: spineOf(measure.value, own, indicator.polarity) };
  });
}

/** Every indicator of one area. @param districtOf by area; null where areas are kecamatan. */
export function profileRows(
  columns: readonly ProfileColumn[],
  area: AreaIndex,
  districtOf: ArrayLike<number> | null,
): readonly ProfileRow[] {
  return columns.map((column): ProfileRow => {
    const { indicator, measure } = column;
    const at = (values: Float64Array) => values[area] ?? Number.NaN;
    const [value, low, high] = [at(measure.value), at(measure.low), at(measure.high)];
    const edges = indicator.bands;
    const tied = areAllTied(measure.rank);
    return {
      ...column,
      numerator: at(measure.table.numerator),
      denominator: at(measure.table.denominator),
      value,
      low,
      high,
      status: (measure.status[area] ?? CellStatus.notApplicable) as CellStatus,
      inCity: tied ? null : standingAmong(measure.rank, area, () => true),
      inDistrict: tied
        ? null
        : districtOf && standingAmong(measure.rank, area, (i) => districtOf[i] === districtOf[area]),
      bands:
        edges === null || Number.isNaN(value) || Number.isNaN(low)
          ? null
          : { first: bandAt(edges, low), own: bandAt(edges, value), last: bandAt(edges, high) },
    };
  });
}

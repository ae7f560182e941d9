import type { AreaIndex } from './area.ts';
import type { AreaSum } from './area-sum.ts';
import type { CellStatus } from './area-table.ts';
import type { Dataset } from './dataset.ts';
import { type MeasureOptions, measureOf } from './measure.ts';
import type { Period } from './period.ts';
import { indicatorOf, type Question, tabulateWithTotals } from './tabulation.ts';

/** One area, district or city over time. Columns by position in the periods of its Series. */
export interface SeriesLine {
  /** Children; NaN where not known, as in AreaTable. */
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** Rates per 1, counts in children; NaN exactly where status is not observed: a gap, never 0. */
  readonly value: Float64Array;
  /** CellStatus: why a point is missing. */
  readonly status: Uint8Array;
  /** Wilson 95 % interval of the rate, per 1; NaN where there is none. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface Series {
  readonly periods: readonly Period[];
  readonly city: SeriesLine;
  /** By district index. */
  readonly districts: readonly SeriesLine[];
  /** By position in the areas asked for. */
  readonly areas: readonly SeriesLine[];
}

export type SeriesQuestion = Omit<Question, 'period'> & MeasureOptions;

function emptyLine(length: number): SeriesLine {
  const column = () => new Float64Array(length).fill(Number.NaN);
  return {
    numerator: column(),
    denominator: column(),
    value: column(),
    status: new Uint8Array(length),
    low: column(),
    high: column(),
  };
}

/**
 * One indicator over several periods, for the city, every district and chosen areas of the question's level. Each
 * point is what tabulate and measureOf say of that period; the city is left to the question's district filter.
 * O(cells of the periods); nothing is kept between calls.
 * @param periods in the order in which the columns shall be, usually those of one kind.
 * @throws where a filter names a class that its dimension has not.
 */
export function seriesOf(
  dataset: Dataset,
  question: SeriesQuestion,
  periods: readonly Period[],
  areas: readonly AreaIndex[],
): Series {
  const indicator = indicatorOf(dataset, question.indicator);
  const districts = dataset.territory.districts.areas.length;
  const lines = Array.from({ length: 1 + districts + areas.length }, () => emptyLine(periods.length));
  for (const [at, period] of periods.entries()) {
    const { table, totals } = tabulateWithTotals(dataset, { ...question, period });
    const chosen = areas.map(
      (i): AreaSum => ({
        numerator: table.numerator[i]!,
        denominator: table.denominator[i]!,
        status: table.status[i] as CellStatus,
      }),
    );
    const rows: readonly AreaSum[] = [totals.city, ...totals.districts, ...chosen];
    const columns = {
      numerator: Float64Array.from(rows, (row) => row.numerator),
      denominator: Float64Array.from(rows, (row) => row.denominator),
      status: Uint8Array.from(rows, (row) => row.status),
    };
    const measure = measureOf({ ...table, ...columns }, indicator, question);
    for (const [row, line] of lines.entries()) {
      line.numerator[at] = columns.numerator[row]!;
      line.denominator[at] = columns.denominator[row]!;
      line.value[at] = measure.value[row]!;
      line.status[at] = measure.status[row]!;
      line.low[at] = measure.low[row]!;
      line.high[at] = measure.high[row]!;
    }
  }
  return {
    periods,
    city: lines[0]!,
    districts: lines.slice(1, 1 + districts),
    areas: lines.slice(1 + districts),
  };
}

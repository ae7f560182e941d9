import type { AreaIndex } from './area.ts';
import { type AreaSum, sumAreas } from './area-sum.ts';
import type { AreaTable, CellStatus } from './area-table.ts';
import type { Dataset } from './dataset.ts';
import { CLASSES, type ClassOf } from './dimension.ts';
import { type MeasureOptions, measureOf } from './measure.ts';
import { isAnswerable } from './prevalence-sums.ts';
import { indicatorOf, type Question, tabulate, tabulateTotals } from './tabulation.ts';
import type { Filters } from './view.ts';

/** One indicator among the children of one age band and one sex. */
export interface AgeSexCell {
  readonly age: ClassOf<'age'>;
  readonly sex: ClassOf<'sex'>;
  /** Children; NaN where not known. */
  readonly numerator: number;
  readonly denominator: number;
  /** Rate per 1, or children; NaN where status is not observed. */
  readonly value: number;
  /** Wilson 95 % interval of the rate, per 1; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  readonly status: CellStatus;
}

/** The classes a filter leaves of a dimension, in the order of CLASSES. */
function keptClasses<D extends 'age' | 'sex'>(filters: Filters, dimension: D): readonly ClassOf<D>[] {
  const all: readonly ClassOf<D>[] = CLASSES[dimension];
  const kept: readonly string[] = filters.classes[dimension] ?? [];
  return kept.length === 0 ? all : all.filter((each) => kept.includes(each));
}

/**
 * One indicator by age band and sex, over the areas chosen together (sumAreas), or over the whole city where none are.
 * Classes that the question's filters leave out have no cell; `unknown` is a class like the others. The other filters
 * count as in tabulate. null where no table crosses age and sex with what is asked for, as with coverage.
 * O(cells of the period).
 * @throws where a filter names a class that its dimension has not.
 */
export function ageSexProfile(
  dataset: Dataset,
  question: Question & MeasureOptions,
  areas: readonly AreaIndex[],
): readonly AgeSexCell[] | null {
  const { filters } = question;
  const indicator = indicatorOf(dataset, question.indicator);
  const crossed = { ...filters, classes: { ...filters.classes, age: ['0-5'], sex: ['male'] } };
  if (indicator.kind === 'coverage' || !isAnswerable(dataset.manifest, indicator, crossed)) return null;
  return keptClasses(filters, 'age').flatMap((age) =>
    keptClasses(filters, 'sex').map((sex): AgeSexCell => {
      const classes = { ...filters.classes, age: [age], sex: [sex] };
      const asked = { ...question, filters: { ...filters, classes } };
      const sum =
        areas.length > 0 ? sumAreas(tabulate(dataset, asked), areas) : tabulateTotals(dataset, asked).city;
      const measure = measureOf(tableOf(question, sum), indicator, question);
      return {
        age,
        sex,
        numerator: sum.numerator,
        denominator: sum.denominator,
        value: measure.value[0]!,
        low: measure.low[0]!,
        high: measure.high[0]!,
        status: measure.status[0] as CellStatus,
      };
    }),
  );
}

function tableOf({ level, indicator, period }: Question, sum: AreaSum): AreaTable {
  return {
    level,
    indicator,
    period,
    numerator: Float64Array.of(sum.numerator),
    denominator: Float64Array.of(sum.denominator),
    status: Uint8Array.of(sum.status),
  };
}

import {
  type Agreement,
  type AgreementSummary,
  agreementBetween,
  agreementClasses,
  agreementSummary,
} from '#core/agreement.ts';
import type { AreaMeasure } from '#core/area-table.ts';
import type { ChangeClasses } from '#core/change.ts';
import type { Dataset } from '#core/dataset.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { indicatorOf, type Totals, tabulateWithTotals } from '#core/tabulation.ts';
import type { SecondSource, View } from '#core/view.ts';
import { changePalette } from '#map/color.ts';
import type { Answer } from './answer.ts';
import type { Atlas, Picture, Shading } from './picture.ts';
import { remember } from './remember.ts';
import { type SecondData, secondAnswer } from './second-source.ts';

/** How the rates of the view differ from those of a second source. */
export interface AgreementLayer {
  readonly choice: SecondSource;
  readonly source: SecondData;
  /** Of the second source: that of the view, or the nearest. */
  readonly period: Period;
  readonly agreement: Agreement;
  readonly classes: ChangeClasses;
  readonly summary: AgreementSummary;
  readonly firstTotals: Totals;
  readonly secondTotals: Totals;
}

/** Remembers its stages. Null where the second source cannot answer. */
export function createAgreementLayer(): (
  atlas: Atlas,
  view: View,
  choice: SecondSource,
  shown: { readonly answer: Answer; readonly measure: AreaMeasure },
) => AgreementLayer | null {
  const answers = remember(
    (
      dataset: Dataset,
      level: View['level'],
      indicator: View['indicator'],
      period: Period,
      filters: View['filters'],
    ) => tabulateWithTotals(dataset, { level, indicator, period, filters }),
  );
  const measures = remember((dataset: Dataset, table: AreaMeasure['table'], showSmallRates: boolean) =>
    measureOf(table, indicatorOf(dataset, table.indicator), { measure: 'rate', showSmallRates }),
  );
  const agreements = remember(agreementBetween);
  const classes = remember(agreementClasses);
  const summaries = remember(agreementSummary);
  const layers = remember(
    (
      choice: SecondSource,
      source: SecondData,
      agreement: Agreement,
      cut: ChangeClasses,
      firstTotals: Totals,
      secondTotals: Totals,
    ): AgreementLayer => ({
      choice,
      source,
      period: agreement.second.table.period,
      agreement,
      classes: cut,
      summary: summaries(agreement, cut),
      firstTotals,
      secondTotals,
    }),
  );
  return ({ second }, view, choice, { answer, measure }) => {
    if (!second) return null;
    const asked = secondAnswer(second, view, choice);
    if (asked.kind !== 'period') return null;
    const { dataset } = second;
    const { table, totals } = answers(dataset, view.level, view.indicator, asked.period, view.filters);
    const small = view.showSmallRates && dataset.manifest.tier !== 'release';
    const agreement = agreements(measure, measures(dataset, table, small));
    const cut = classes(agreement, choice.agreesWithin);
    return layers(choice, second, agreement, cut, answer.totals, totals);
  };
}

/** Red where the second source is higher, blue where it is lower: neither is for the better. */
export function agreementShading({ agreement, classes }: AgreementLayer): Shading {
  return {
    kind: 'agreement',
    classOf: classes.classOf,
    status: agreement.status,
    colors: changePalette('more-is-worse'),
    areasPerClass: classes.areasPerClass,
    hatched: null,
  };
}

/** The picture as it would be of the second source alone, for all that speaks of one source. */
export function secondPicture(picture: Picture, layer: AgreementLayer): Picture {
  const { dataset } = layer.source;
  const { manifest, coverage } = dataset;
  return {
    ...picture,
    atlas: { ...picture.atlas, manifest, coverage, dataset },
    view: { ...picture.view, period: layer.period },
    indicator: indicatorOf(dataset, picture.indicator.id),
    measure: layer.agreement.second,
    totals: layer.secondTotals,
    agreement: null,
  };
}

import {
  type Agreement,
  type AgreementSummary,
  agreementBetween,
  agreementClasses,
  agreementSummary,
} from '#core/agreement.ts';
import type { Territory } from '#core/area.ts';
import { type AreaMeasure, type AreaTable, CellStatus } from '#core/area-table.ts';
import type { ChangeClasses } from '#core/change.ts';
import type { Dataset } from '#core/dataset.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { indicatorOf, type Totals, tabulateWithTotals, totalsOfTable } from '#core/tabulation.ts';
import type { SecondSource, View } from '#core/view.ts';
import { changePalette } from '#map/color.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import { type SecondData, secondAnswer } from './second-data.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** How the rates of the view differ from those of a second source. */
export interface AgreementLayer {
  readonly kind: 'agreement';
  readonly choice: SecondSource;
  readonly source: SecondData;
  /** Of the second source: that of the view, or the nearest. */
  readonly period: Period;
  readonly agreement: Agreement;
  readonly classes: ChangeClasses;
  readonly summary: AgreementSummary;
  readonly secondTotals: Totals;
  /** Of either source, over the villages that both know: else their sums would be of different children. */
  readonly shared: readonly [first: Totals, second: Totals];
}

/** Totals of two tables of the same villages, over those whose counts both know. */
function sharedTotals(
  territory: Territory,
  tables: readonly [AreaTable, AreaTable],
): readonly [Totals, Totals] {
  const known = tables[0].numerator.map((n, i) => (Number.isNaN(n + tables[1].numerator[i]!) ? 0 : 1));
  const of = (table: AreaTable): Totals => {
    const only = (column: Float64Array) => column.map((n, i) => (known[i] === 1 ? n : Number.NaN));
    const status = table.status.map((own, i) => (known[i] === 1 ? own : CellStatus.notReported));
    const { numerator, denominator } = table;
    return totalsOfTable(territory, {
      ...table,
      numerator: only(numerator),
      denominator: only(denominator),
      status,
    });
  };
  return [of(tables[0]), of(tables[1])];
}

function villageTable(
  dataset: Dataset,
  indicator: View['indicator'],
  period: Period,
  filters: View['filters'],
): AreaTable {
  return tabulateWithTotals(dataset, { level: 'village', indicator, period, filters }).table;
}

/** Red where the second source is higher, blue where it is lower: neither is for the better. */
function shadingOf({ agreement, classes }: AgreementLayer): Shading {
  return {
    kind: 'agreement',
    classOf: classes.classOf,
    status: agreement.status,
    colors: changePalette('more-is-worse'),
    areasPerClass: classes.areasPerClass,
    hatched: null,
  };
}

const makeAgreementLayer: LayerMaker<'agreement', AgreementLayer> = () => {
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
      secondTotals: Totals,
      shared: AgreementLayer['shared'],
    ): AgreementLayer => ({
      kind: 'agreement',
      choice,
      source,
      period: agreement.second.table.period,
      agreement,
      classes: cut,
      summary: summaries(agreement, cut),
      secondTotals,
      shared,
    }),
  );
  const villageTables = [remember(villageTable), remember(villageTable)] as const;
  const shares = remember((territory: Territory, first: AreaTable, other: AreaTable) =>
    sharedTotals(territory, [first, other]),
  );
  const shadings = remember(shadingOf);
  return ({ atlas, view, measure }, choice) => {
    const { second } = atlas;
    if (!second || !atlas.dataset) return null;
    const asked = secondAnswer(second, view, choice);
    if (asked.kind !== 'period') return null;
    const { dataset } = second;
    const { table, totals } = answers(dataset, view.level, view.indicator, asked.period, view.filters);
    const small = view.showSmallRates && dataset.manifest.tier !== 'release';
    const agreement = agreements(measure, measures(dataset, table, small));
    const cut = classes(agreement, choice.agreesWithin);
    const { indicator, period, filters } = view;
    const shared = shares(
      atlas.territory,
      villageTables[0](atlas.dataset, indicator, period, filters),
      villageTables[1](dataset, indicator, asked.period, filters),
    );
    const layer = layers(choice, second, agreement, cut, totals, shared);
    return { layer, shading: shadings(layer) };
  };
};

export const agreementKind: LayerKind<'agreement', AgreementLayer> = {
  settle: (asked) => asked,
  make: makeAgreementLayer,
  told: (_, { agreement }) => ordered(agreement.difference.map((points) => -Math.abs(points))),
};

import { nearestPeriod } from '#core/agreement.ts';
import type { AlignedDataset } from '#core/dataset-alignment.ts';
import { type Period, periodKind } from '#core/period.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { indicatorOf } from '#core/tabulation.ts';
import type { SecondSource, View } from '#core/view.ts';
import { periodsOf } from './comparable-periods.ts';

/** Counts of the same areas from elsewhere, over the territory on the screen. */
export interface SecondData extends AlignedDataset {
  /** As the reader calls it. */
  readonly title: string;
  /** When it was taken, in the reader's words; '' where not said. */
  readonly date: string;
}

/** Two points: a convention, not a rule of any office. */
export const OPENING_SECOND: SecondSource = { kind: 'agreement', agreesWithin: 2, nearestPeriod: false };

/** The period in which a second source answers a view, or why it cannot. */
export type SecondAnswer =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'no-indicator' }
  | { readonly kind: 'no-period'; readonly nearest: Period | null };

/** Another period than the view's is taken only where the reader has chosen it, and never of another kind. */
export function secondAnswer(
  { dataset }: SecondData,
  { indicator, filters, period }: Pick<View, 'indicator' | 'filters' | 'period'>,
  choice: SecondSource,
): SecondAnswer {
  const { manifest } = dataset;
  if (!isAnswerable(manifest, indicatorOf(dataset, indicator), filters)) return { kind: 'no-indicator' };
  const periods = periodsOf(manifest, indicator)
    .map(({ id }) => id)
    .filter((id) => periodKind(id) === periodKind(period));
  if (periods.includes(period)) return { kind: 'period', period };
  const nearest = nearestPeriod(periods, period);
  return choice.nearestPeriod && nearest !== null
    ? { kind: 'period', period: nearest }
    : { kind: 'no-period', nearest };
}

import type { Manifest } from '#core/dataset.ts';
import type { View } from '#core/view.ts';
import type { Arrangement, SecondChoice } from '#picture/arrangement.ts';
import { periodsOf, usualPeriods } from '#picture/comparable-periods.ts';
import { defaultClassification } from '#picture/opening-view.ts';
import { answerableIndicators } from '#picture/small-views.ts';
import { settleView } from '#picture/view-layers.ts';
import type { AppStore } from './store.ts';

/** What is beside a view before the reader chooses: the period before it, else another indicator, else itself. */
export function openingSecond(view: View, manifest: Manifest): SecondChoice {
  const { previous, yearAgo } = usualPeriods(periodsOf(manifest, view.indicator), view.period);
  if (previous !== null) return { kind: 'previous' };
  if (yearAgo !== null) return { kind: 'year-ago' };
  const other = answerableIndicators(manifest, view).find((id) => id !== view.indicator);
  return other ? { kind: 'indicator', indicator: other } : { kind: 'view', view };
}

/** The view of map B beside a first view; null where the data has no such period. */
export function secondView(
  first: View,
  { second, classes }: Pick<Arrangement, 'second' | 'classes'>,
  manifest: Manifest,
): View | null {
  const view = second && asked(first, second, manifest);
  return view && classes ? { ...view, classification: classes } : view;
}

function asked(first: View, choice: SecondChoice, manifest: Manifest): View | null {
  switch (choice.kind) {
    case 'view':
      return choice.view;
    case 'indicator': {
      const { indicator } = choice;
      const next = settleView(first, { indicator }, manifest);
      const same = indicator === first.indicator;
      return same ? next : { ...next, classification: defaultClassification(indicator, next.measure) };
    }
    default: {
      const { previous, yearAgo } = usualPeriods(periodsOf(manifest, first.indicator), first.period);
      const period = choice.kind === 'previous' ? previous : yearAgo;
      return period && settleView(first, { period }, manifest);
    }
  }
}

export function arrange(store: AppStore, patch: Partial<Arrangement>): void {
  const { arrangement, atlas, view } = store.getState();
  const next = { ...arrangement, ...patch };
  const two = next.kind === 'side' || next.kind === 'swipe';
  const second = two && atlas && view ? (next.second ?? openingSecond(view, atlas.manifest)) : next.second;
  store.setState({ arrangement: { ...next, second } });
}

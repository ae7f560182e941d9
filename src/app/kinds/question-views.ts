import type { Question, QuestionKind } from '#core/view.ts';
import { type Layer, type LayerOf, toldAreas } from '#picture/layer.ts';
import type { ToldAreas } from '#picture/told-areas.ts';
import { agreementView } from './agreement-view.tsx';
import { budgetView } from './budget-view.tsx';
import { changeView } from './change-view.tsx';
import { emergingView } from './emerging-view.tsx';
import { entryView } from './entry-view.tsx';
import { exceedanceView } from './exceedance-view.tsx';
import { gapView } from './gap-view.tsx';
import { overlayView } from './overlay-view.tsx';
import { priorityView } from './priority-view.tsx';
import type { Against, AgainstOption, Monitored, QuestionView, Talk, Told } from './question-view.ts';
import { regionView } from './region-view.tsx';
import { serviceView } from './service-view.tsx';
import { singleView } from './single-view.tsx';
import { targetView } from './target-view.tsx';
import { trendView } from './trend-view.tsx';

/** How each kind of question is shown. What a kind adds to the table is known to itself alone. */
const VIEWS: { readonly [Kind in QuestionKind]: QuestionView<LayerOf<Kind>> } = {
  single: singleView,
  overlay: overlayView,
  agreement: agreementView,
  exceedance: exceedanceView,
  change: changeView,
  regions: regionView,
  priority: priorityView,
  trend: trendView,
  emerging: emergingView,
  gap: gapView,
  service: serviceView,
  entry: entryView,
  target: targetView,
  budget: budgetView,
};

/** How the question of a picture is shown. */
export function questionView({ layer }: { readonly layer: Layer }): QuestionView<Layer> {
  return VIEWS[layer.kind] as QuestionView<Layer>;
}

/** The areas to talk about, and what is said of them. */
export function talkList(told: Told): Talk & ToldAreas {
  const { picture } = told;
  const areas = toldAreas(picture);
  return { ...questionView(picture).talk(told, picture.layer, areas), ...areas };
}

/** How a question holds the indicator against something; null where it does not. */
export function againstOf({ kind }: Question): Against<Layer> | null {
  return VIEWS[kind].against as Against<Layer> | null;
}

/** All that the indicator can be held against, kind by kind. */
export function againstOptions(told: Told): readonly AgainstOption[] {
  return Object.values(VIEWS).flatMap(({ against }) => against?.options(told) ?? []);
}

/** How a kind of question is asked in the room of monitoring; null where it is not. */
export function monitoredOf({ kind }: Pick<Question, 'kind'>): Monitored<Layer> | null {
  return (VIEWS[kind].monitored as Monitored<Layer> | undefined) ?? null;
}

/** The kinds of question that are asked there, in their order. */
export const MONITORED_KINDS = (Object.keys(VIEWS) as QuestionKind[]).filter((kind) => VIEWS[kind].monitored);

import type { QuestionKind } from '#core/view.ts';
import { type Layer, type LayerOf, toldAreas } from '#picture/layer.ts';
import { agreementView } from './agreement-view.tsx';
import { changeView } from './change-view.tsx';
import { overlayView } from './overlay-view.tsx';
import { priorityView } from './priority-view.tsx';
import type { QuestionView, Talk, Told } from './question-view.ts';
import { regionView } from './region-view.tsx';
import { singleView } from './single-view.tsx';

/** How each kind of question is shown. What a kind adds to the table is known to itself alone. */
const VIEWS: { readonly [Kind in QuestionKind]: QuestionView<LayerOf<Kind>> } = {
  single: singleView,
  overlay: overlayView,
  change: changeView,
  agreement: agreementView,
  regions: regionView,
  priority: priorityView,
};

/** How the question of a picture is shown. */
export function questionView({ layer }: { readonly layer: Layer }): QuestionView<Layer> {
  return VIEWS[layer.kind] as QuestionView<Layer>;
}

/** What is said of the areas to talk about. */
export function talkOf(told: Told): Talk {
  const { picture } = told;
  return questionView(picture).talk(told, picture.layer, toldAreas(picture));
}

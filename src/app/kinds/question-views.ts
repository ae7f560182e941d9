import type { QuestionKind } from '#core/view.ts';
import type { Layer, LayerOf } from '#picture/layer.ts';
import { agreementView } from './agreement-view.tsx';
import { changeView } from './change-view.tsx';
import { overlayView } from './overlay-view.tsx';
import { priorityView } from './priority-view.tsx';
import type { QuestionView, TalkList, Told } from './question-view.ts';
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

/** The areas to talk about. */
export function talkList(told: Told): TalkList {
  return questionView(told.picture).talk(told, told.picture.layer);
}

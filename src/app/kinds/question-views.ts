import type { QuestionKind } from '#core/view.ts';
import { type Layer, type LayerOf, toldAreas } from '#picture/layer.ts';
import type { ToldAreas } from '#picture/told-areas.ts';
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

/** The areas to talk about, and what is said of them. */
export function talkList(told: Told): Talk & ToldAreas {
  const { picture } = told;
  const areas = toldAreas(picture);
  return { ...questionView(picture).talk(told, picture.layer, areas), ...areas };
}

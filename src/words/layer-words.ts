import type { QuestionKind } from '#core/view.ts';
import type { LayerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import { agreementWording } from './agreement-wording.ts';
import { budgetWording } from './budget-wording.ts';
import { changeWording } from './change-wording.ts';
import { emergingWording } from './emerging-wording.ts';
import { entryWording } from './entry-wording.ts';
import { exceedanceWording } from './exceedance-wording.ts';
import type { Format } from './format.ts';
import { gapWording } from './gap-wording.ts';
import type { Words } from './id.ts';
import type { LayerWording, SentenceParts, Telling } from './layer-wording.ts';
import { overlayWording } from './overlay-wording.ts';
import { priorityWording } from './priority-wording.ts';
import { regionWording } from './region-wording.ts';
import { serviceWording } from './service-wording.ts';
import { singleWording } from './single-wording.ts';
import { targetWording } from './target-wording.ts';
import { trendWording } from './trend-wording.ts';

/** What is said of each kind of question. */
const WORDINGS: { readonly [Kind in QuestionKind]: LayerWording<LayerOf<Kind>> } = {
  single: singleWording,
  overlay: overlayWording,
  change: changeWording,
  agreement: agreementWording,
  regions: regionWording,
  priority: priorityWording,
  exceedance: exceedanceWording,
  trend: trendWording,
  emerging: emergingWording,
  gap: gapWording,
  service: serviceWording,
  entry: entryWording,
  target: targetWording,
  budget: budgetWording,
};

/** What is said of a picture's question, whatever it is. */
export function layerWords(picture: Picture, words: Words, format: Format) {
  const { layer } = picture;
  const telling: Telling = { picture, words, format };
  const wording = WORDINGS[layer.kind] as LayerWording<typeof layer>;
  const { legend } = wording;
  return {
    title: () => wording.title(layer, telling),
    parts: (told: SentenceParts) => wording.parts(layer, told, telling),
    heading: () => legend.heading(layer, telling),
    classes: () => legend.classes(layer, telling),
    grid: () => legend.grid(layer, telling),
    notes: () => legend.notes(layer, telling),
    periods: () => legend.periods(layer, telling),
    isCut: () => legend.isCut(layer, telling),
    area: (index: number) => wording.area(layer, index, telling),
    areaLines: (index: number) => wording.areaLines(layer, index, telling),
    points: (index: number) => wording.points(layer, index, telling),
    sources: (first: string) => wording.sources(layer, first, telling),
  };
}

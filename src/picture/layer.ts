import type { Question, QuestionKind } from '#core/view.ts';
import { agreementKind } from './agreement-layer.ts';
import { budgetKind } from './budget-layer.ts';
import { changeKind } from './change-layer.ts';
import { emergingKind } from './emerging-layer.ts';
import { entryKind } from './entry-layer.ts';
import { exceedanceKind } from './exceedance-layer.ts';
import { gapKind } from './gap-layer.ts';
import type { Layered, LayerGround, LayerKind, LayerMaker, Settling } from './layer-maker.ts';
import { overlayKind } from './overlay-layer.ts';
import { priorityKind } from './priority-layer.ts';
import { regionsKind } from './region-layer.ts';
import { serviceKind } from './service-layer.ts';
import { singleKind } from './single-layer.ts';
import { targetKind } from './target-layer.ts';
import type { ToldAreas, ToldGround } from './told-areas.ts';
import { trendKind } from './trend-layer.ts';

/** Every kind of question, as far as it needs no words. */
const KINDS = {
  single: singleKind,
  overlay: overlayKind,
  change: changeKind,
  agreement: agreementKind,
  regions: regionsKind,
  priority: priorityKind,
  exceedance: exceedanceKind,
  trend: trendKind,
  emerging: emergingKind,
  gap: gapKind,
  service: serviceKind,
  entry: entryKind,
  target: targetKind,
  budget: budgetKind,
} satisfies { readonly [Kind in QuestionKind]: LayerKind<Kind, unknown> };

/** What lies over the indicator of a picture, by kind of its question. */
export type LayerOf<Kind extends QuestionKind> =
  (typeof KINDS)[Kind] extends LayerKind<Kind, infer Layer> ? Layer : never;
export type Layer = { [Kind in QuestionKind]: LayerOf<Kind> }[QuestionKind];

/** The layer of a picture where it is of a kind, else null. */
export function layerOf<Kind extends QuestionKind>(
  { layer }: { readonly layer: Layer },
  kind: Kind,
): LayerOf<Kind> | null {
  return layer.kind === kind ? (layer as LayerOf<Kind>) : null;
}

/** The areas to talk about of a picture, most urgent first. */
export function toldAreas(picture: ToldGround & { readonly layer: Layer }): ToldAreas {
  const { told } = KINDS[picture.layer.kind] as LayerKind<QuestionKind, unknown>;
  return told(picture, picture.layer);
}

/** A question after something beside it has changed; null where it cannot go on. */
export function settledBy(question: Question, at: Settling): Question | null {
  const { settle } = KINDS[question.kind] as unknown as LayerKind<QuestionKind, Layer>;
  return settle(question, at);
}

/** Remembers the stages of every kind. Null where the question waits for the engine. */
export function createLayers(): (ground: LayerGround) => Layered<Layer> | null {
  const makers = new Map<QuestionKind, ReturnType<LayerMaker<QuestionKind, Layer>>>();
  const makerOf = (kind: QuestionKind) => {
    const maker = makers.get(kind) ?? (KINDS[kind].make as LayerMaker<QuestionKind, Layer>)();
    makers.set(kind, maker);
    return maker;
  };
  return (ground) => {
    const { question } = ground.view;
    const made = makerOf(question.kind)(ground, question) ?? makerOf('single')(ground, { kind: 'single' });
    return made === 'waiting' ? null : made;
  };
}

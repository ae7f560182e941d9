import type { QuestionKind } from '#core/view.ts';
import { type AgreementLayer, makeAgreementLayer } from './agreement-layer.ts';
import { type ChangeLayer, makeChangeLayer } from './change-layer.ts';
import type { Layered, LayerGround, LayerMaker } from './layer-maker.ts';
import { makeOverlayLayer, type OverlayLayer } from './overlay-layer.ts';
import { makePriorityLayer, type PriorityLayer } from './priority-layer.ts';
import { makeRegionLayer, type RegionLayer } from './region-layer.ts';
import { makeSingleLayer, type SingleLayer } from './single-layer.ts';

/** What lies over the indicator of a picture, by kind of its question. */
interface LayerByKind {
  readonly single: SingleLayer;
  readonly overlay: OverlayLayer;
  readonly change: ChangeLayer;
  readonly agreement: AgreementLayer;
  readonly regions: RegionLayer;
  readonly priority: PriorityLayer;
}
export type Layer = LayerByKind[QuestionKind];
export type LayerOf<Kind extends QuestionKind> = LayerByKind[Kind];

/** How each kind is derived and shaded. */
const MAKERS: { readonly [Kind in QuestionKind]: LayerMaker<Kind, LayerByKind[Kind]> } = {
  single: makeSingleLayer,
  overlay: makeOverlayLayer,
  change: makeChangeLayer,
  agreement: makeAgreementLayer,
  regions: makeRegionLayer,
  priority: makePriorityLayer,
};

/** The layer of a picture where it is of a kind, else null. */
export function layerOf<Kind extends QuestionKind>(
  { layer }: { readonly layer: Layer },
  kind: Kind,
): LayerOf<Kind> | null {
  return layer.kind === kind ? (layer as LayerOf<Kind>) : null;
}

/** Remembers the stages of every kind. Null where the question waits for the engine. */
export function createLayers(): (ground: LayerGround) => Layered<Layer> | null {
  const makers = new Map<QuestionKind, ReturnType<LayerMaker<QuestionKind, Layer>>>();
  const makerOf = (kind: QuestionKind) => {
    const maker = makers.get(kind) ?? (MAKERS[kind] as LayerMaker<QuestionKind, Layer>)();
    makers.set(kind, maker);
    return maker;
  };
  return (ground) => {
    const { question } = ground.view;
    const made = makerOf(question.kind)(ground, question) ?? makerOf('single')(ground, { kind: 'single' });
    return made === 'waiting' ? null : made;
  };
}

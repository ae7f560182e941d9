import type { Classification } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import { paletteFor } from '#map/color.ts';
import type { LayerGround, LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered, rankKeys } from './told-areas.ts';

/** One indicator by itself: its ground says all. */
export interface SingleLayer {
  readonly kind: 'single';
}

const LAYER: SingleLayer = { kind: 'single' };

const makeSingleLayer: LayerMaker<'single', SingleLayer> = () => {
  const shadings = remember(
    (classification: Classification, status: Uint8Array, { polarity }: Indicator): Shading => ({
      kind: 'single',
      classOf: classification.classOf,
      status,
      colors: paletteFor(classification.classes, polarity),
      areasPerClass: classification.areasPerClass,
      hatched: null,
    }),
  );
  return ({ classification, measure, answer }: LayerGround) => ({
    layer: LAYER,
    shading: shadings(classification, measure.status, answer.indicator),
  });
};

export const singleKind: LayerKind<'single', SingleLayer> = {
  settle: (asked) => asked,
  make: makeSingleLayer,
  told: (ground) => ordered(rankKeys(ground, () => true)),
};

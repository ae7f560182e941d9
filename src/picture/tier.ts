import type { Tier } from '#core/dataset.ts';
import type { Atlas } from './atlas.ts';
import { layerOf } from './layer.ts';
import type { Picture } from './picture.ts';

/** Kinds of question that show what an office may have laid over the dataset. */
const LAID: readonly string[] = ['entry', 'target', 'service', 'budget'];

function strictest(tiers: readonly Tier[]): Tier {
  return (['internal', 'example'] as const).find((tier) => tiers.includes(tier)) ?? 'release';
}

/** The tier of a dataset together with what was laid over it. */
export function laidTierOf({ manifest, dataset }: Pick<Atlas, 'manifest' | 'dataset'>): Tier {
  return strictest([manifest.tier, ...(dataset?.laid ? (['internal'] as const) : [])]);
}

/** The tier of what is shown: internal as soon as one of two sources is, published only where both are. */
export function tierOf({ atlas, layer }: Pick<Picture, 'atlas' | 'layer'>): Tier {
  const agreement = layerOf({ layer }, 'agreement');
  return strictest([
    LAID.includes(layer.kind) ? laidTierOf(atlas) : atlas.manifest.tier,
    ...(agreement ? [agreement.source.dataset.manifest.tier] : []),
  ]);
}

import type { Tier } from '#core/dataset.ts';
import { layerOf } from './layer.ts';
import type { Picture } from './picture.ts';

/** The tier of what is shown: internal as soon as one of two sources is, published only where both are. */
export function tierOf({ atlas, layer }: Pick<Picture, 'atlas' | 'layer'>): Tier {
  const agreement = layerOf({ layer }, 'agreement');
  const laid = layer.kind === 'entry' ? atlas.dataset?.monitoringTier : undefined;
  const tiers = [
    atlas.manifest.tier,
    ...(agreement ? [agreement.source.dataset.manifest.tier] : []),
    ...(laid ? [laid] : []),
  ];
  return (['internal', 'example'] as const).find((tier) => tiers.includes(tier)) ?? 'release';
}

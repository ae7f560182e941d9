import { indicatorOf } from '#core/tabulation.ts';
import type { AgreementLayer } from './agreement-layer.ts';
import type { Picture } from './picture.ts';

/** The picture as it would be of the second source alone, for all that speaks of one source. */
export function secondPicture(picture: Picture, layer: AgreementLayer): Picture {
  const { dataset } = layer.source;
  const { manifest, coverage } = dataset;
  return {
    ...picture,
    atlas: { ...picture.atlas, manifest, coverage, dataset },
    view: { ...picture.view, period: layer.period },
    indicator: indicatorOf(dataset, picture.indicator.id),
    measure: layer.agreement.second,
    totals: layer.secondTotals,
    layer: { kind: 'single' },
  };
}

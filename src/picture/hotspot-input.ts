import { hasGeography } from '#core/dataset.ts';
import type { HotspotInput } from './hotspot-layer.ts';
import { layerOf } from './layer.ts';
import type { Picture } from './picture.ts';

/** What a picture asks for; null where it asks for none, lacks the second indicator that it needs, or any geography. */
export function hotspotInput({ view, atlas, geography, measure, layer }: Picture): HotspotInput | null {
  const overlay = layerOf({ layer }, 'overlay');
  const { hotspots } = view;
  if (hotspots === null || !hasGeography(atlas.manifest)) return null;
  const both = hotspots.method === 'co-location';
  if (both && overlay === null) return null;
  const { villages, districts } = atlas.boundaries;
  return {
    choice: hotspots,
    method: view.method,
    geography,
    boundaries: view.level === 'village' ? villages : districts,
    table: measure.table,
    second: both && overlay ? overlay.measure.table : null,
  };
}

import type { HotspotLayer } from '#app/hotspot-layer.ts';
import type { PanelProps } from '#app/panel-props.ts';

/** Each area's standardized value against the mean of its neighbors'. */
export function MoranScatter({ words }: PanelProps & { readonly layer: HotspotLayer }) {
  return <h2>{words.hotspots.scatter.heading}</h2>;
}

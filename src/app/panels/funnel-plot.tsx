import type { HotspotLayer } from '#app/hotspot-layer.ts';
import type { PanelProps } from '#app/panel-props.ts';

/** Rates by how many children each was found among, and what chance alone would do. */
export function FunnelPlot({ words }: PanelProps & { readonly layer: HotspotLayer }) {
  return <h2>{words.hotspots.funnel.heading}</h2>;
}

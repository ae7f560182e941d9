import { Button } from 'react-aria-components';
import { usePage, usePicture } from '#app/page.ts';
import { setView } from '#state/store.ts';
import type { HotspotLegend as HotspotLegendWords } from '#words/hotspot-words.ts';
import '#app/clusters/hotspots.css';
import '#app/kit/layers.css';

/** The rings over the colors: what they mean, how many, how strong the evidence is. A line selects its areas. */
export function HotspotLegend({ legend }: { readonly legend: HotspotLegendWords }) {
  const { store, words } = usePage();
  const picture = usePicture();
  const { geography, view } = picture;
  const select = (areas: readonly number[]) =>
    setView(store, { selected: areas.flatMap((i) => geography.areas[i]?.code ?? []) });
  return (
    <div className="hotspot-legend">
      <p>{legend.heading}</p>
      {legend.entries.length === 0 ? <p className="note">{words.hotspots.nothing}</p> : null}
      <ul>
        {legend.entries.map(({ pattern, label, color, count, areas }) => (
          <li key={pattern}>
            <Button
              className="legend-line"
              aria-label={words.hotspots.areas(label, count, words.level[view.level])}
              onPress={() => select(areas)}
            >
              <svg className="swatch ring" aria-hidden="true">
                <rect x="2" y="2" fill="none" stroke={color} strokeWidth="3" />
              </svg>
              <span>{label}</span>
              <span className="count">{count}</span>
            </Button>
          </li>
        ))}
      </ul>
      {legend.tiers.length > 0 ? (
        <p className="note">{legend.tiers.map(({ label }) => label).join(' · ')}</p>
      ) : null}
    </div>
  );
}

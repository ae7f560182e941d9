import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Bounded } from '#app/kit/bounded.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { hasGeography } from '#core/dataset.ts';
import { DEFAULT_HOTSPOTS, type HotspotLayer } from '#picture/hotspot-layer.ts';
import { setView } from '#state/store.ts';
import { hotspotLines, hotspotSummary, hotspotTrouble, pText, statisticText } from '#words/hotspot-words.ts';
import { FunnelPlot } from './funnel-plot.tsx';
import { HotspotSureness } from './hotspot-sureness.tsx';
import { MoranScatter } from './moran-scatter.tsx';
import '#app/kit/charts.css';
import './hotspots.css';
import { RING_COLORS } from '#picture/hotspot-look.ts';

/** With fewer areas than this the tests find little, and it is said. */
const LOW_POWER_AREAS = 200;
const GLOBAL_ALPHA = 0.05;

/** Where high values lie together, why it is believed, and how sure that is. */
export function HotspotTab(props: PanelProps) {
  const { picture, store, words } = props;
  const say = words.hotspots;
  if (!hasGeography(picture.atlas.manifest)) return <p role="note">{words.maps.tiles.noHotspots}</p>;
  if (picture.view.hotspots === null) {
    return (
      <div className="hotspot-tab">
        <p>{say.invite}</p>
        <Button className="button primary" onPress={() => setView(store, { hotspots: DEFAULT_HOTSPOTS })}>
          {say.find}
        </Button>
      </div>
    );
  }
  if (picture.hotspots === null) return <HotspotWork {...props} />;
  return <Found {...props} layer={picture.hotspots} />;
}

/** What becomes of the computation until it is there. */
function HotspotWork({ picture, store, words, format, hotspotDesk }: PanelProps) {
  const say = words.hotspots;
  const layer = useStore(store, ({ hotspots }) => hotspots.layer);
  if (picture.view.hotspots?.method === 'co-location' && picture.layer.kind !== 'overlay')
    return <p className="note">{say.needsOverlay}</p>;
  if (layer.state === 'running') {
    return (
      <div className="hotspot-running">
        <label>
          {say.running(format.percentUnit(layer.progress))}
          <progress max={1} value={layer.progress} />
        </label>
        <Button className="button" onPress={() => hotspotDesk.cancel()}>
          {say.cancel}
        </Button>
      </div>
    );
  }
  if (layer.state === 'canceled' || layer.state === 'failed') {
    return (
      <div className="hotspot-running">
        <p role="alert">{layer.state === 'failed' ? say.failed : say.canceled}</p>
        <Button className="button" onPress={() => hotspotDesk.again()}>
          {say.again}
        </Button>
      </div>
    );
  }
  return <p className="note">{say.waiting}</p>;
}

type FoundProps = PanelProps & { readonly layer: HotspotLayer };

function Found(props: FoundProps) {
  const { picture, words, format, layer } = props;
  const say = words.hotspots;
  const { map } = layer.answer;
  const level = words.level[picture.view.level];
  const trouble = hotspotTrouble(picture, layer, words, format);
  return (
    <div className="hotspot-tab">
      <Bounded>{trouble === null ? <Lines {...props} /> : <p role="status">{trouble}</p>}</Bounded>
      {trouble === null && map.used < LOW_POWER_AREAS ? (
        <p className="note">{say.power(format.count(map.used), level)}</p>
      ) : null}
      {map.noVariation || layer.input.choice.method === 'co-location' ? null : <Global {...props} />}
      {map.used > 2 && !map.noVariation ? (
        <>
          <Bounded>
            <MoranScatter {...props} />
          </Bounded>
          <Bounded>
            <FunnelPlot {...props} />
          </Bounded>
        </>
      ) : null}
      <Bounded>
        <HotspotSureness {...props} />
      </Bounded>
    </div>
  );
}

/** The proven groups, each a button that selects its areas; then what is only a hint. */
function Lines(props: FoundProps) {
  const { picture, store, words, format, layer } = props;
  const { geography } = picture;
  const say = words.hotspots;
  const lines = hotspotLines(picture, layer, words, format);
  const choose = (areas: readonly AreaIndex[]) =>
    setView(store, { selected: areas.flatMap((i) => geography.areas[i]?.code ?? []) });
  const rest = layer.tiers.reduce(
    (sum, count, tier) => sum + (tier > 0 && tier < layer.tiers.length - 1 ? count : 0),
    0,
  );
  return (
    <>
      <p className="visually-hidden" role="status">
        {hotspotSummary(picture, layer, words, format)}
      </p>
      {lines.length === 0 ? <p>{say.none5}</p> : null}
      <ul className="hotspot-lines">
        {lines.map(({ key, text, members, pattern, areas }) => (
          <li key={key}>
            <Button className="hotspot-line" onPress={() => choose(areas)}>
              <span className="stripe" style={{ background: RING_COLORS[pattern] }} />
              <span>
                {text}.{members ? <span className="members">{members}</span> : null}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p className="note">{say.exploratory(format.count(rest), words.level[picture.view.level])}</p>
      ) : null}
    </>
  );
}

function Global({ words, layer }: FoundProps) {
  const say = words.hotspots.global;
  const { statistic, z, p } = layer.answer.map.global;
  if (Number.isNaN(p)) return null;
  const told = [statisticText(statistic, words), statisticText(z, words), pText(p, words)] as const;
  return (
    <section>
      <h2>{say.heading}</h2>
      <p>
        {p >= GLOBAL_ALPHA ? say.random(...told) : z > 0 ? say.clustered(...told) : say.dispersed(...told)}
      </p>
    </section>
  );
}

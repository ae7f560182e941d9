import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { EMERGING, EMERGING_PERIODS } from '#core/emerging-hotspot.ts';
import { type EmergingLayer, emergingClass } from '#picture/emerging-layer.ts';
import { enterRoom } from '#state/rooms.ts';
import { select } from '#state/store.ts';

type EmergingPanelProps = MonitoredProps<EmergingLayer>;

/** What became of the clusters, kind by kind, once it is computed. */
export function EmergingPanel(props: EmergingPanelProps) {
  const { layer, words } = props;
  return (
    <section className="chart monitored-summary" aria-label={words.monitoring.summary}>
      {layer.input === null ? (
        <TooShort {...props} />
      ) : layer.map === null ? (
        <Work {...props} />
      ) : (
        <Kinds {...props} />
      )}
    </section>
  );
}

function TooShort({ layer, store, words, format }: EmergingPanelProps) {
  const say = words.trend.panel;
  return (
    <>
      <p>{say.tooShort(format.count(layer.periods.length), format.count(EMERGING_PERIODS))}</p>
      <Button className="button primary" onPress={() => enterRoom(store, 'data')}>
        {say.toData}
      </Button>
    </>
  );
}

/** How far the worker is, with a stop; and what to do where it has ended without an answer. */
function Work({ store, words, format, emergingDesk }: EmergingPanelProps) {
  const work = useStore(store, ({ emerging }) => emerging);
  const say = words.emerging.panel;
  if (work.state === 'canceled' || work.state === 'failed')
    return (
      <>
        <p role="alert">{work.state === 'failed' ? say.failed : say.stopped}</p>
        <Button className="button" onPress={() => emergingDesk.again()}>
          {say.again}
        </Button>
      </>
    );
  const progress = work.state === 'running' ? work.progress : 0;
  return (
    <>
      <label>
        {say.running(format.percentUnit(progress))}
        <progress max={1} value={progress} />
      </label>
      <Button className="button" onPress={() => emergingDesk.cancel()}>
        {say.stop}
      </Button>
    </>
  );
}

function Kinds(props: EmergingPanelProps) {
  const { layer, picture, store, words } = props;
  const say = words.emerging;
  const { areas } = picture.geography;
  const classes = [...EMERGING, ...EMERGING].map((kind, k) => ({
    k,
    kind,
    name: k < EMERGING.length ? say.high(say.kinds[kind]) : say.low(say.kinds[kind]),
    members: areas.filter((_, i) => emergingClass(layer, i) === k),
  }));
  const occurring = classes.filter(({ members }) => members.length > 0);
  return (
    <>
      {occurring.length === 0 ? <p>{say.panel.none}</p> : null}
      {occurring.map(({ k, kind, name, members }) => (
        <div className="emerging-kind" key={k}>
          <h3>
            <span className="region-swatch" style={{ background: picture.shading.colors[k] }} />
            {name}
          </h3>
          <p className="note">{say.panel.means[kind]}</p>
          <p>
            {members.map((area) => (
              <Button key={area.code} className="link" onPress={() => select(store, area.code, false)}>
                {area.name}
              </Button>
            ))}
          </p>
        </div>
      ))}
      <p className="note">{say.panel.note}</p>
    </>
  );
}

import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { monitoredOf } from '#app/kinds/question-views.ts';
import { Bounded } from '#app/kit/bounded.tsx';
import type { Layer } from '#picture/layer.ts';
import '#app/kit/charts.css';
import './monitoring.css';

/** What the question of the room has to show beside the map. */
export function MonitoredTab(props: Omit<MonitoredProps<Layer>, 'layer'>) {
  const { picture, words } = props;
  const { layer } = picture;
  const monitored = monitoredOf(layer);
  if (monitored === null) return <p className="charts-waiting">{words.monitoring.none}</p>;
  const { Panel } = monitored;
  return (
    <Bounded key={layer.kind}>
      <Panel {...props} layer={layer} />
    </Bounded>
  );
}

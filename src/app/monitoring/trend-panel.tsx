import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Trend } from '#app/sheet/trend.tsx';
import { type AreaTrends, NAMED_PERIODS, TREND_PERIODS } from '#core/area-trend.ts';
import { periodKind } from '#core/period.ts';
import { periodsOf, trendPeriod } from '#picture/comparable-periods.ts';
import { toldAreas } from '#picture/layer.ts';
import type { TrendLayer } from '#picture/trend-layer.ts';
import { enterRoom } from '#state/rooms.ts';
import { select, setView } from '#state/store.ts';
import { ownVerdict, slopeText, trendCounts, trendNotes, trendWord } from '#words/trend-wording.ts';
import { AlarmList, ControlPanel } from './control-panel.tsx';

type TrendPanelProps = MonitoredProps<TrendLayer>;

/** What rises and falls, with how sure it is: in all, area by area, and over time. */
export function TrendPanel(props: TrendPanelProps) {
  const { layer } = props;
  return (
    <>
      <section className="chart monitored-summary" aria-label={props.words.monitoring.summary}>
        {layer.periods.length < TREND_PERIODS ? <TooShort {...props} /> : <Summary {...props} />}
      </section>
      <Trend {...props} />
      <AlarmList {...props} />
      <ControlPanel {...props} />
    </>
  );
}

function Summary(props: TrendPanelProps) {
  const { layer, picture, words, format } = props;
  const say = words.trend.panel;
  const { falling, rising, unclear } = trendCounts(layer);
  const figures = [
    { mark: '▼', count: falling, label: say.falling },
    { mark: '▲', count: rising, label: say.rising },
    { mark: '', count: unclear, label: say.unclear },
  ];
  return (
    <>
      <ul className="monitored-figures">
        {figures.map(({ mark, count, label }) => (
          <li key={label}>
            <strong>
              {mark === '' ? null : <span aria-hidden="true">{mark} </span>}
              {format.count(count)}
            </strong>
            <span className="note">{label}</span>
          </li>
        ))}
      </ul>
      <p className="chart-summary">
        {say.city(picture.atlas.territory.name, ownVerdict(layer, layer.city, 0, props))}
      </p>
      <Named {...props} />
      {trendNotes(layer, props).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      <ByQuarter {...props} />
    </>
  );
}

/** Most that are listed; the table has them all. */
const MOST_NAMED = 8;

function Named(props: TrendPanelProps) {
  const { layer, picture, store, words, format } = props;
  const say = words.trend.panel;
  const { areas } = toldAreas(picture);
  if (areas.length === 0)
    return layer.periods.length < NAMED_PERIODS ? null : <p className="note">{say.nobody}</p>;
  return (
    <table className="named-areas">
      <caption>{say.named}</caption>
      <tbody>
        {areas.slice(0, MOST_NAMED).map((index) => {
          const area = picture.geography.areas[index];
          return area ? (
            <tr key={area.code}>
              <th scope="row">
                <Button className="link" onPress={() => select(store, area.code, false)}>
                  {area.name}
                </Button>
              </th>
              <td>{trendWord(layer.areas.verdict[index] ?? 0, words)}</td>
              <td>{slopeText(layer, slopeAt(layer.areas, index), { words, format })}</td>
            </tr>
          ) : null;
        })}
      </tbody>
    </table>
  );
}

function slopeAt({ slope }: AreaTrends, index: number): number {
  return slope[index] ?? Number.NaN;
}

/** Where months are asked for and there are quarters. */
function ByQuarter({ picture, store, words }: TrendPanelProps) {
  const { view, atlas } = picture;
  const better = trendPeriod(periodsOf(atlas.manifest, view.indicator), view.period);
  return periodKind(view.period) === 'month' && better !== view.period ? (
    <Button className="button" onPress={() => setView(store, { period: better })}>
      {words.trend.panel.quarters}
    </Button>
  ) : null;
}

function TooShort(props: TrendPanelProps) {
  const { layer, store, words, format } = props;
  const say = words.trend.panel;
  return (
    <>
      <p>{say.tooShort(format.count(layer.periods.length), format.count(TREND_PERIODS))}</p>
      <Button className="button primary" onPress={() => enterRoom(store, 'data')}>
        {say.toData}
      </Button>
      <ByQuarter {...props} />
    </>
  );
}

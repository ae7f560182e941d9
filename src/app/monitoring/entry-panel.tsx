import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Segments } from '#app/kit/segments.tsx';
import { deadlineOf } from '#core/entry-stage.ts';
import { type CallGrouping, type EntryCall, type EntryLayer, printedShare } from '#picture/entry-layer.ts';
import { select } from '#state/store.ts';
import { deadlineText, entryNotes, shareText, shortDay, signed, snapshotText } from '#words/entry-wording.ts';
import { shippedText } from '#words/shipped-text.ts';
import { EntryHeat } from './entry-heat.tsx';
import { PublishedFigures } from './published-figures.tsx';
import { StageDatesForm } from './stage-dates.tsx';
import './entry.css';

type EntryPanelProps = MonitoredProps<EntryLayer>;

/** How far entry has come: in all, from snapshot to snapshot, towards the deadline, where, and whom to call. */
export function EntryPanel(props: EntryPanelProps) {
  const { layer, words, dataset } = props;
  const say = words.entry.panel;
  if (layer.at < 0)
    return (
      <section className="chart monitored-summary" aria-label={words.monitoring.summary}>
        {entryNotes(layer, props).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </section>
    );
  return (
    <>
      <section className="chart monitored-summary" aria-label={words.monitoring.summary}>
        <Summary {...props} />
      </section>
      <section className="chart" aria-label={say.over}>
        <OverTime {...props} />
      </section>
      <section className="chart" aria-label={say.calls}>
        <Calls {...props} />
      </section>
      <EntryHeat {...props} />
      <StageDatesForm key={JSON.stringify(layer.stage)} {...props} />
      <PublishedFigures {...props} figures={dataset.monitoring?.series ?? []} />
    </>
  );
}

function Summary(props: EntryPanelProps) {
  const { layer, words, format } = props;
  const say = words.entry.panel;
  const { city, stage, isOwnStage } = layer;
  const [n = Number.NaN, N = Number.NaN] = [city.n[0], city.N[0]];
  const figures = [
    [N > 0 ? shareText(n, N, props) : '–', say.share],
    [format.count(city.missing[0] ?? Number.NaN), say.missing],
    [`${format.count(city.reported[0] ?? 0)}/${format.count(city.posts[0] ?? 0)}`, say.posts],
  ] as const;
  const deadline = deadlineText(layer, props);
  return (
    <>
      <ul className="monitored-figures">
        {figures.map(([figure, label]) => (
          <li key={label}>
            <strong>{figure}</strong>
            <span className="note">{label}</span>
          </li>
        ))}
      </ul>
      <p className="chart-summary">
        {stage === null
          ? say.noStage
          : [...(stage.title === '' ? [] : [shippedText(stage.title, words)]), deadline].join(': ')}
      </p>
      <ul className="entry-pace">
        {paceLines(props).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isOwnStage ? <p className="note">{say.ownStage}</p> : null}
      {entryNotes(layer, props).map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

/** What the days left ask for, what has come in a day, and where that leads. */
function paceLines({ layer, words, format }: EntryPanelProps): readonly string[] {
  const { pace, stage } = layer;
  const say = words.entry.panel;
  if (pace === null) return [];
  if (pace.missing === 0) return [say.complete];
  const aDay = (children: number) =>
    new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: children < 10 ? 1 : 0 }).format(
      children,
    );
  const deadline = stage && deadlineOf(stage);
  const lines: string[] = [];
  if (deadline && pace.needed !== null)
    lines.push(say.needed(format.count(Math.ceil(pace.needed)), format.day(deadline)));
  if (deadline && pace.daysLeft !== null && pace.daysLeft < 0) lines.push(say.passed(format.day(deadline)));
  const paces = [
    ...(pace.recent === null ? [] : [say.recent(aDay(pace.recent))]),
    ...(pace.mean === null ? [] : [say.mean(aDay(pace.mean))]),
  ];
  if (paces.length === 0) return [...lines, say.noPace];
  lines.push(`${paces.join('; ')}.`);
  const { ends } = pace;
  if (ends === null) return [...lines, say.endsNever];
  const [from, to] = [ends.earliest, ends.latest];
  const end =
    to === null
      ? say.endsFrom(format.day(from))
      : to === from
        ? say.endsOn(format.day(to))
        : say.ends(format.day(from), format.day(to));
  const against =
    deadline === null
      ? []
      : from > deadline
        ? [say.late]
        : to !== null && to <= deadline
          ? [say.inTime]
          : [say.between];
  return [...lines, [end, ...against, say.line].join(' ')];
}

/** A row a snapshot, with a bar: the same for eyes, ears and paper. */
function OverTime(props: EntryPanelProps) {
  const { layer, words, format } = props;
  const say = words.entry.panel;
  const series = layer.citySeries;
  if (series === null) return null;
  return (
    <>
      <table className="entry-table">
        <caption>{say.over}</caption>
        <thead>
          <tr>
            <th scope="col">{say.when}</th>
            <th scope="col">{say.ratio}</th>
            <th scope="col">{say.entered}</th>
            <th scope="col">{say.gained}</th>
          </tr>
        </thead>
        <tbody>
          {layer.days.map((day, k) => {
            const [n = Number.NaN, N = Number.NaN] = [series.n[k], series.N[k]];
            return (
              <tr key={day} aria-current={k === layer.at ? 'date' : undefined}>
                <th scope="row">{shortDay(day, words, true)}</th>
                <td>
                  {N > 0 ? <Bar share={printedShare(n, N)} /> : null}
                  {N > 0 ? shareText(n, N, props) : '–'}
                </td>
                <td>
                  {format.count(n)}/{format.count(N)}
                </td>
                <td>{k === 0 ? '' : signed(series.gain[k] ?? Number.NaN, words)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="note">{say.gainedNote}</p>
    </>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="entry-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="10" className="entry-bar-all" />
      <rect width={Math.min(1, share) * 100} height="10" className="entry-bar-in" />
    </svg>
  );
}

/** Listed before all are asked for. */
const MOST_CALLED = 10;

function Calls(props: EntryPanelProps) {
  const { layer, words, format } = props;
  const say = words.entry.panel;
  const [grouping, setGrouping] = useState<CallGrouping>('puskesmas');
  const [all, setAll] = useState(false);
  const calls = layer.calls(grouping);
  const shown = all ? calls : calls.slice(0, MOST_CALLED);
  return (
    <>
      <h3>{say.calls}</h3>
      <Segments<CallGrouping>
        label={say.group}
        value={grouping}
        options={(['puskesmas', 'posyandu', 'area'] as const).map((id) => ({
          id,
          label: say.groups[id],
        }))}
        onChange={setGrouping}
      />
      {calls.length === 0 ? (
        <p className="note">{layer.calls('area').length > 0 ? say.callsUntold : say.callsNone}</p>
      ) : (
        <table className="entry-table" aria-label={`${say.calls}, ${snapshotText(layer, props)}`}>
          <thead>
            <tr>
              <th scope="col">{say.who}</th>
              <th scope="col">{say.lacking}</th>
              <th scope="col">{say.state}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((call) => (
              <CallRow key={call.key} call={call} {...props} />
            ))}
          </tbody>
        </table>
      )}
      <p className="note">{say.callsNote}</p>
      {calls.length > shown.length ? (
        <Button className="button" onPress={() => setAll(true)}>
          {say.all(format.count(calls.length))}
        </Button>
      ) : null}
    </>
  );
}

function CallRow({ call, ...props }: EntryPanelProps & { readonly call: EntryCall }) {
  const { picture, store, format } = props;
  const { villages } = picture.atlas.territory;
  const code = call.area;
  const area = code === null ? null : villages.areas[villages.indexOf.get(code) ?? -1];
  const name = [call.posyandu, call.puskesmas].filter((text) => text !== '');
  const opens = area && picture.view.level === 'village' ? area : null;
  return (
    <tr>
      <th scope="row">
        {opens ? (
          <Button className="link" onPress={() => select(store, opens.code, false)}>
            {name[0] ?? opens.name}
          </Button>
        ) : (
          (name[0] ?? area?.name)
        )}
        {name.length > 0 && area ? <small>{[...name.slice(1), area.name].join(', ')}</small> : null}
      </th>
      <td>{format.count(call.missing)}</td>
      <td>
        {stateOf(call, props).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </td>
    </tr>
  );
}

/** The share with its parts; how many posts are silent; why there is no share. */
function stateOf(
  { n, N, reported, posts, untold, last }: EntryCall,
  { words, format }: EntryPanelProps,
): readonly string[] {
  const say = words.entry.panel;
  if (reported === 0)
    return [
      last === null
        ? say.neverSeen
        : say.lastSeen(format.day(last.day), format.count(last.n), format.count(last.N)),
    ];
  const partly = reported < posts ? [say.partly(format.count(reported), format.count(posts))] : [];
  if (Number.isNaN(N)) return [words.entry.why.noTarget, ...partly];
  const share =
    N > 0 ? `${shareText(n, N, { format })} (${format.count(n)}/${format.count(N)})` : words.entry.why.zero;
  return [share, ...(untold > 0 ? [words.entry.why.noTarget] : []), ...partly];
}

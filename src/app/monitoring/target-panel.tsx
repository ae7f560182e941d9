import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Segments } from '#app/kit/segments.tsx';
import { leave } from '#app/kit/way-out.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import type { TargetRow } from '#core/target-table.ts';
import { monitoringFiles } from '#data/monitoring-files.ts';
import { type TargetLayer, type TargetLine, targetsOf } from '#picture/target-layer.ts';
import { laidTierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { setView } from '#state/store.ts';
import { standingText, targetPace, targetValue } from '#words/target-wording.ts';
import { TargetForm } from './target-form.tsx';
import { TargetPathDrawing } from './target-path-drawing.tsx';

type TargetPanelProps = MonitoredProps<TargetLayer>;

/** Target by target: what is needed, what the pace comes to, and where the reader adds one. */
export function TargetPanel(props: TargetPanelProps) {
  const { layer, picture, store, words } = props;
  const say = words.target.panel;
  const { measure } = layer.asked;
  const name = picture.atlas.territory.name;
  const city = layer.city.filter(({ row }) => row.measure === measure);
  const districts = layer.districts.flatMap((line, d) =>
    line ? [{ line, name: picture.atlas.territory.districts.areas[d]?.name ?? '' }] : [],
  );
  const villages =
    picture.view.level === 'village'
      ? layer.areas.flatMap((line, i) =>
          line ? [{ line, name: picture.geography.areas[i]?.name ?? '' }] : [],
        )
      : [];
  return (
    <>
      <section className="chart" aria-label={words.target.name}>
        <Segments
          label={say.measure}
          value={measure}
          options={(['rate', 'count'] as const).map((id) => ({ id, label: words.target.names[id] }))}
          onChange={(id) => setView(store, { question: { kind: 'target', measure: id } })}
        />
        {city.length + districts.length + villages.length === 0 ? <p>{say.empty}</p> : null}
        {city.map((line) => (
          <Line key={`${line.row.due} ${line.row.value}`} {...props} line={line} name={name} drawn />
        ))}
      </section>
      <Group {...props} level={words.level.district} lines={districts} />
      <Group {...props} level={words.level.village} lines={villages} />
      <section className="chart" aria-label={say.form}>
        <TargetForm {...props} />
        <Own {...props} />
        <p className="note">{say.note}</p>
      </section>
    </>
  );
}

interface GroupProps extends TargetPanelProps {
  readonly level: string;
  readonly lines: readonly { readonly line: TargetLine; readonly name: string }[];
}

function Group({ level, lines, ...props }: GroupProps) {
  const heading = props.words.target.panel.others(level);
  if (lines.length === 0) return null;
  return (
    <section className="chart" aria-label={heading}>
      <h2>{heading}</h2>
      {lines.map(({ line, name }) => (
        <Line key={name} {...props} line={line} name={name} />
      ))}
    </section>
  );
}

interface LineProps extends TargetPanelProps {
  readonly line: TargetLine;
  readonly name: string;
  readonly drawn?: boolean;
}

/** One target with its figures, a row each. */
function Line({ line, name, drawn = false, words, format }: LineProps) {
  const say = words.target.panel;
  const told = { words, format };
  const { row, path } = line;
  const { measure } = row;
  const value = (of: number) => targetValue(measure, of, told);
  const pace = (of: number) => targetPace(measure, of, told);
  return (
    <div className="target-line">
      <h3>
        <span>{say.place(name, value(row.value), format.day(row.due))}</span>
        <strong data-standing={path?.standing}>{standingText(line, words)}</strong>
      </h3>
      {path === null ? (
        <p className="note">{say.noData}</p>
      ) : (
        <>
          {path.fewerMeasured ? (
            <p className="target-warning" role="note">
              {say.fewer}
            </p>
          ) : null}
          {drawn ? <TargetPathDrawing line={line} path={path} {...told} /> : null}
          <dl className="target-figures">
            <dt>{say.now}</dt>
            <dd>{value(path.now)}</dd>
            <dt>{say.required}</dt>
            <dd>{pace(path.required)}</dd>
            <dt>{say.pace}</dt>
            <dd>{pace(path.pace)}</dd>
            {Number.isNaN(path.projected) ? null : (
              <>
                <dt>{say.projection}</dt>
                <dd>{say.interval(value(path.projected), value(path.low), value(path.high))}</dd>
              </>
            )}
          </dl>
        </>
      )}
    </div>
  );
}

/** What was typed here, with a way to remove it, and to keep all as a file. */
function Own({ picture, store, words, format }: TargetPanelProps) {
  const { atlas } = picture;
  const say = words.target.panel;
  const own = atlas.targets ?? [];
  if (own.length === 0) return null;
  const placeOf = ({ level, area }: TargetRow) =>
    level === 'city'
      ? atlas.territory.name
      : ([...atlas.territory.districts.areas, ...atlas.territory.villages.areas].find(
          ({ code }) => code === area,
        )?.name ?? '');
  const remove = (row: TargetRow) =>
    store.setState(({ atlas: now }) => ({
      atlas: now && { ...now, targets: (now.targets ?? []).filter((each) => each !== row) },
    }));
  const save = () => {
    const { territory } = atlas.manifest;
    const tier = laidTierOf(atlas);
    const [file] = monitoringFiles({ ...NO_MONITORING, targets: targetsOf(atlas) }).parts;
    if (!file) return;
    leave(tier, (door) => {
      const name = fileName({ mark: words.export.marks[tier], parts: [territory, 'targets'], ending: 'csv' });
      door.hand(name, new TextDecoder().decode(file.bytes));
    });
  };
  return (
    <>
      <ul className="alarm-list">
        {own.map((row) => {
          const text = say.place(
            placeOf(row),
            targetValue(row.measure, row.value, { words, format }),
            format.day(row.due),
          );
          return (
            <li key={text}>
              <span>
                {words.indicator[row.indicator].short}, {text}
              </span>
              <Button className="link" aria-label={say.remove(text)} onPress={() => remove(row)}>
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      <Button className="button" onPress={save}>
        {say.save}
      </Button>
      <p className="note">{say.kept}</p>
    </>
  );
}

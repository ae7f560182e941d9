import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { Choice } from '#app/kit/choice.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Area } from '#core/area.ts';
import { questionOf, type SecondSource, SINGLE } from '#core/view.ts';
import { OPENING_SECOND, type SecondData, secondAnswer } from '#picture/second-data.ts';
import { setView } from '#state/store.ts';
import { sourceTitles } from '#words/shipped-text.ts';
import '#app/kit/sources.css';
import { describeSecond, removeSecond } from '#state/second-actions.ts';

const POINTS = [1, 2, 3, 5, 10] as const;
const NAMED = 12;

export interface SecondSourceProps extends PanelProps {
  readonly source: SecondData;
}

/** The second source that is open: whether it is shown, what it is called, in which period it answers. */
export function SecondSourceChoice(props: SecondSourceProps) {
  const { picture, store, words, format, source } = props;
  const say = words.sources;
  const choice = questionOf(picture.view, 'agreement');
  const ask = (patch: Partial<SecondSource>) =>
    setView(store, { question: { ...(choice ?? OPENING_SECOND), ...patch } });
  const within = choice?.agreesWithin ?? OPENING_SECOND.agreesWithin;
  const offered = [...new Set([...POINTS, within])].sort((a, b) => a - b);
  return (
    <section className="group second-source">
      <h2>{say.heading}</h2>
      <div className="stack">
        <p className="note">{say.firstIs(sourceTitles(picture.atlas.manifest, words))}</p>
        <KeptField
          key={`title ${source.title}`}
          label={say.titleField}
          value={source.title}
          onKeep={(text) => (text === '' ? undefined : describeSecond(store, { title: text }))}
        />
        <KeptField
          key={`date ${source.date}`}
          label={say.dateField}
          hint={say.dateHint}
          value={source.date}
          onKeep={(date) => describeSecond(store, { date })}
        />
        <Button
          className={choice ? 'button' : 'button primary'}
          onPress={() => (choice ? setView(store, { question: SINGLE }) : ask({}))}
        >
          {choice ? say.hide : say.show}
        </Button>
        {choice ? (
          <>
            <PeriodNote {...props} choice={choice} ask={ask} />
            <div className="inline-choice">
              <Choice
                label={say.within}
                labelShown
                value={String(within)}
                options={offered.map((points) => ({
                  id: String(points),
                  label: say.points(format.count(points)),
                }))}
                onChange={(id) => ask({ agreesWithin: Number(id) })}
              />
            </div>
            <p className="note">{say.chartsAre}</p>
            <p className="note">
              {say.convention(format.count(within))} {say.farRule}.
            </p>
          </>
        ) : null}
        <Unmatched {...props} />
        <Button className="link" onPress={() => removeSecond(store)}>
          {say.remove}
        </Button>
      </div>
    </section>
  );
}

interface PeriodNoteProps extends SecondSourceProps {
  readonly choice: SecondSource;
  readonly ask: (patch: Partial<SecondSource>) => void;
}

/** Why the second source cannot answer, or that it answers for another period. */
function PeriodNote({ picture, words, format, source, choice, ask }: PeriodNoteProps) {
  const say = words.sources;
  const { period } = picture.view;
  const answer = secondAnswer(source, picture.view, choice);
  if (answer.kind === 'no-indicator') return <p role="status">{say.noIndicator}</p>;
  if (answer.kind === 'no-period')
    return (
      <p role="status">
        {answer.nearest === null ? say.noKind : say.noPeriod(format.period(period))}{' '}
        {answer.nearest === null ? null : (
          <Button className="link" onPress={() => ask({ nearestPeriod: true })}>
            {say.takeNearest(format.period(answer.nearest))}
          </Button>
        )}
      </p>
    );
  if (answer.period === period) return null;
  return (
    <p role="status">
      {say.otherPeriod(format.period(period), format.period(answer.period))}{' '}
      <Button className="link" onPress={() => ask({ nearestPeriod: false })}>
        {say.exactPeriod}
      </Button>
    </p>
  );
}

/** Areas that lie in one source only, counted and named. */
function Unmatched({ words, format, source }: SecondSourceProps) {
  const say = words.sources;
  const { absent, foreign } = source;
  if (absent.length + foreign.length === 0) return null;
  const names = (areas: readonly Area[]) => {
    const named = areas
      .slice(0, NAMED)
      .map(({ name }) => name)
      .join(', ');
    return areas.length > NAMED ? say.andMore(named, format.count(areas.length - NAMED)) : named;
  };
  return (
    <details className="unmatched">
      <summary>{say.unmatched(format.count(absent.length), format.count(foreign.length))}</summary>
      {absent.length > 0 ? (
        <p className="note">
          {say.absent}: {names(absent)}
        </p>
      ) : null}
      {foreign.length > 0 ? (
        <p className="note">
          {say.foreign}: {names(foreign)}
        </p>
      ) : null}
    </details>
  );
}

interface KeptFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onKeep: (text: string) => void;
}

/** Text that is kept when the field is left or Enter pressed: what is derived from it is not made letter by letter. */
function KeptField({ label, hint, value, onKeep }: KeptFieldProps) {
  const [text, setText] = useState(value);
  const keep = () => (text.trim() === value ? undefined : onKeep(text.trim()));
  return (
    <TextField
      value={text}
      onChange={setText}
      onBlur={keep}
      onKeyDown={(event) => (event.key === 'Enter' ? keep() : undefined)}
    >
      <Label className="note">{label}</Label>
      <Input
        autoComplete="off"
        className="field"
        {...(hint === undefined ? {} : { placeholder: hint })}
        maxLength={120}
      />
    </TextField>
  );
}

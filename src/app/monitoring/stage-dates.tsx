import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { type Day, parseDay } from '#core/calendar-day.ts';
import { isInOrder, type StageDates } from '#core/entry-stage.ts';
import { questionOf } from '#core/view.ts';
import type { EntryLayer } from '#picture/entry-layer.ts';
import { setView } from '#state/store.ts';

const MOST_EXTENSIONS = 6;

function datesOf(texts: readonly string[]): StageDates | null {
  const [start, target, final, ...extensions] = texts.map(parseDay);
  if (!start || !target || !final) return null;
  const put = extensions.flatMap((day): readonly Day[] => (day ? [day] : []));
  const dates = { start, target, final, extensions: put };
  return put.length === extensions.length && isInOrder(dates) ? dates : null;
}

/** Start, target, final day and extensions, as the reader wants them: part of the question, so that links and saved views keep them. */
export function StageDatesForm({ layer, store, words }: MonitoredProps<EntryLayer>) {
  const say = words.entry.panel;
  const { stage, isOwnStage } = layer;
  const [texts, setTexts] = useState<readonly string[]>(
    stage === null ? ['', '', ''] : [stage.start, stage.target, stage.final, ...stage.extensions],
  );
  const dates = datesOf(texts);
  const labels = [say.start, say.target, say.final];
  const put = (own: StageDates | null) => {
    const { view } = store.getState();
    const question = view && questionOf(view, 'entry');
    if (question) setView(store, { question: { ...question, stage: own } });
  };
  const isFilled = texts.every((text) => text !== '');
  return (
    <section className="chart" aria-label={say.dates}>
      <h3>{say.dates}</h3>
      <div className="row entry-dates">
        {texts.map((text, k) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: dates have no other identity than their place
            key={k}
            className="inline-field"
            value={text}
            isInvalid={isFilled && dates === null}
            onChange={(own) => setTexts(texts.map((one, j) => (j === k ? own : one)))}
          >
            <Label>{labels[k] ?? say.extension(String(k - 2))}</Label>
            <Input autoComplete="off" type="date" className="field" />
          </TextField>
        ))}
      </div>
      {isFilled && dates === null ? <p className="error">{say.badDates}</p> : null}
      <div className="row entry-dates">
        <Button className="button primary" isDisabled={dates === null} onPress={() => put(dates)}>
          {say.useDates}
        </Button>
        {texts.length < 3 + MOST_EXTENSIONS ? (
          <Button className="button" onPress={() => setTexts([...texts, ''])}>
            {say.addExtension}
          </Button>
        ) : null}
        {texts.length > 3 ? (
          <Button className="button" onPress={() => setTexts(texts.slice(0, -1))}>
            {say.dropExtension}
          </Button>
        ) : null}
        {isOwnStage ? (
          <Button className="button" onPress={() => put(null)}>
            {say.dataDates}
          </Button>
        ) : null}
      </div>
      <p className="note">{say.datesNote}</p>
    </section>
  );
}

import { Button, Input, Label, TextField } from 'react-aria-components';
import { useStore } from 'zustand';
import { Choice } from '#app/kit/choice.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { maskedName } from '#core/identity-number.ts';
import { parsePeriod } from '#core/period.ts';
import type { PreparationStep } from '#core/preparation-report.ts';
import { type LinkageAnswer, OfficeRun } from '#data/preparation-port.ts';
import { PREPARATION, type PreparationWords } from '#words/preparation-words.ts';
import { problemLine } from '#words/problems.ts';
import { PreparationResults } from './preparation-results.tsx';
import {
  choosePreparation,
  type Decile,
  forgetPreparation,
  isOldResult,
  type PreparationWork,
  preparation,
  setPreparationWork,
} from './preparation-work.ts';
import './preparation.css';

const DECILES: readonly Decile[] = ['1', '2', '3', '4'];

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Files of children and families become counts, in a worker that forgets them. Nothing of them is kept here. */
export function PreparationPanel({ onBack }: { readonly onBack: () => void }) {
  const page = usePage();
  const { store, format } = page;
  const language = useStore(store, (state) => state.language);
  const say = PREPARATION[language];
  const { manifest, territory, boundaries } = usePicture(({ atlas }) => atlas);
  const { choice, work } = useStore(preparation);
  const { files, answers, verdicts, snapshot, period, decile } = choice;

  const told = (answer: LinkageAnswer, run: OfficeRun): PreparationWork => {
    switch (answer.kind) {
      case 'done': {
        // A file of them may have been among those chosen.
        const of = { ...choice, verdicts: new Map(answer.office.verdicts) };
        return { kind: 'done', office: answer.office, of, run };
      }
      case 'failed':
        return { kind: 'said', text: say.failed[answer.why] };
      case 'refused':
        return {
          kind: 'said',
          text: [say.unread, ...answer.problems.map((one) => problemLine(one, language))].join(' '),
        };
      default:
        return { kind: 'said', text: say.canceled };
    }
  };

  const count = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    setPreparationWork({ kind: 'running', step: null, controller });
    const run = new OfficeRun();
    const answer = await run.ask(
      {
        kind: 'prepare',
        files,
        ground: { territory, boundaries: boundaries.villages, about: manifest.boundaries },
        answers: [...answers],
        verdicts: [...verdicts],
        snapshot,
        welfarePeriod: period,
        decile: Number(decile) as 1 | 2 | 3 | 4,
        title: say.packageTitle,
      },
      {
        signal,
        onReply: (reply) => {
          if (reply.kind === 'step') setPreparationWork({ kind: 'running', step: reply.step, controller });
        },
      },
    );
    // What was forgotten says nothing any more.
    const { work: now } = preparation.getState();
    const isOwn = now.kind === 'running' && now.controller === controller;
    if (isOwn) setPreparationWork(told(answer, run));
    if (isOwn && answer.kind === 'done') choosePreparation({ verdicts: new Map(answer.office.verdicts) });
    if (!isOwn || answer.kind !== 'done') run.end();
  };

  const cancel = () => {
    if (work.kind === 'running') work.controller.abort();
  };

  const busy = work.kind === 'running';
  const periodFits = period === '' || parsePeriod(period) !== null;
  const ready = files.length > 0 && isDay(snapshot) && periodFits;
  return (
    <div className="data-room preparation">
      <section>
        <Button className="link" onPress={onBack}>
          {say.back}
        </Button>
        <h2>{say.heading}</h2>
        <p>{say.what}</p>
        <p className="note">{say.local}</p>
      </section>
      <section className="stack">
        <div className="row data-ways">
          <FileChoice
            allowsMultiple
            isDisabled={busy}
            onFiles={(more) => choosePreparation({ files: [...files, ...more] })}
          >
            {files.length === 0 ? say.choose : say.more}
          </FileChoice>
          {files.length > 0 ? (
            <>
              <span>{say.chosen(format.count(files.length))}</span>
              <Button className="link" onPress={forgetPreparation}>
                {say.clear}
              </Button>
            </>
          ) : null}
        </div>
        {files.length > 0 ? (
          <ul className="preparation-chosen">
            {files.map((file, at) => {
              const name = maskedName(file.name);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
                <li key={`${at} ${name}`}>
                  {name}{' '}
                  <Button
                    className="link"
                    isDisabled={busy}
                    aria-label={say.remove(name)}
                    onPress={() => choosePreparation({ files: files.filter((_, k) => k !== at) })}
                  >
                    ×
                  </Button>
                </li>
              );
            })}
          </ul>
        ) : null}
        <p className="note">{say.boundaries(territory.name)}</p>
        <div className="preparation-options">
          <TextField
            value={snapshot}
            onChange={(text) => choosePreparation({ snapshot: text })}
            isInvalid={!isDay(snapshot)}
          >
            <Label className="note">{say.snapshot}</Label>
            <Input autoComplete="off" className="field" type="date" />
          </TextField>
          <TextField
            value={period}
            onChange={(text) => choosePreparation({ period: text })}
            isInvalid={!periodFits}
          >
            <Label className="note">{say.period}</Label>
            <Input autoComplete="off" className="field" placeholder={say.periodHint} />
          </TextField>
          <Choice
            label={say.decile}
            labelShown
            value={decile}
            options={DECILES.map((one) => ({ id: one, label: say.upTo(one) }))}
            onChange={(one) => choosePreparation({ decile: one })}
          />
        </div>
        {busy ? (
          <Progress step={work.step} say={say} onCancel={cancel} />
        ) : (
          <Button className="button primary" isDisabled={!ready} onPress={() => void count()}>
            {work.kind === 'done' ? say.again : say.run}
          </Button>
        )}
        {work.kind === 'said' ? <p role="alert">{work.text}</p> : null}
      </section>
      {work.kind === 'done' ? (
        <PreparationResults
          office={work.office}
          say={say}
          isOld={isOldResult(work.of, choice)}
          run={work.run}
          snapshot={work.of.snapshot}
          answers={answers}
          onAnswers={(next) => choosePreparation({ answers: next })}
        />
      ) : null}
    </div>
  );
}

interface ProgressProps {
  readonly step: PreparationStep | null;
  readonly say: PreparationWords;
  readonly onCancel: () => void;
}

function Progress({ step, say, onCancel }: ProgressProps) {
  const { format } = usePage();
  const text = (): string => {
    switch (step?.kind) {
      case 'reading':
        return say.steps.reading(step.file, format.count(step.done + 1), format.count(step.total));
      case 'counting':
        return say.steps.counting(format.period(step.period));
      case 'grouping':
      case 'linking':
      case 'writing':
        return say.steps[step.kind];
      default:
        return '';
    }
  };
  return (
    <div className="row import-working" role="status">
      <progress aria-label={say.heading} />
      <span>{text()}</span>
      <Button className="link" onPress={onCancel}>
        {say.cancel}
      </Button>
    </div>
  );
}

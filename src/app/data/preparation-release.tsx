import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useStore } from 'zustand';
import { Check, Choice } from '#app/kit/choice.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { leave } from '#app/kit/way-out.ts';
import { usePage } from '#app/page.ts';
import { maskedName } from '#core/identity-number.ts';
import { LEAST_MINIMUM_CELL, USUAL_MINIMUM_CELL } from '#core/release-rule.ts';
import type { LinkageAnswer, OfficeRun, ReleasedOffice } from '#data/preparation-port.ts';
import { PREPARATION } from '#words/preparation-words.ts';
import { problemLine } from '#words/problems.ts';
import { RELEASE_DESK, type ReleaseDeskWords } from '#words/release-desk-words.ts';
import { chooseRelease, preparation, type ReleaseWork, setReleaseWork } from './preparation-work.ts';
import { openPrepared, zipOf } from './prepared-package.ts';

interface PreparationReleaseProps {
  readonly run: OfficeRun;
  readonly snapshot: string;
  readonly isOld: boolean;
}

const CELLS = Array.from({ length: USUAL_MINIMUM_CELL - LEAST_MINIMUM_CELL + 1 }, (_, n) =>
  String(USUAL_MINIMUM_CELL - n),
);

/** Of what was counted, what may leave: with the register of all that has left before. */
export function PreparationRelease(props: PreparationReleaseProps) {
  const { store, format } = usePage();
  const language = useStore(store, (state) => state.language);
  const say = RELEASE_DESK[language];
  const { releaseWork: work } = useStore(preparation);
  return (
    <section className="stack">
      <h2>{say.heading}</h2>
      <p className="note">{say.what}</p>
      {work.kind === 'done' ? (
        <Released {...{ say }} release={work.release} registerSaved={work.registerSaved} />
      ) : (
        <Wish {...props} {...{ say, work }} />
      )}
      {work.kind === 'running' ? (
        <div className="row import-working" role="status">
          <progress
            aria-label={say.heading}
            {...(work.progress === null ? {} : { value: work.progress.done, max: work.progress.blocks })}
          />
          <span>
            {work.progress === null
              ? say.beginning
              : say.protecting(format.count(work.progress.done), format.count(work.progress.blocks))}
          </span>
          <Button className="link" onPress={() => work.controller.abort()}>
            {say.cancel}
          </Button>
        </div>
      ) : null}
      {work.kind === 'said' ? (
        <div role="alert">
          {work.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
    </section>
  );
}

interface WishProps extends PreparationReleaseProps {
  readonly say: ReleaseDeskWords;
  readonly work: ReleaseWork;
}

function Wish({ run, snapshot, isOld, say, work }: WishProps) {
  const language = useStore(usePage().store, (state) => state.language);
  const { register, first, cell, reason } = useStore(preparation, ({ releaseChoice }) => releaseChoice);
  const busy = work.kind === 'running';
  const small = cell < USUAL_MINIMUM_CELL;
  const ready = !isOld && (register !== null || first) && (!small || reason.trim() !== '');

  const told = (answer: LinkageAnswer): ReleaseWork => {
    switch (answer.kind) {
      case 'released':
        return { kind: 'done', release: answer.release, registerSaved: false };
      case 'refused':
        return {
          kind: 'said',
          lines: [say.refused, ...answer.problems.map((one) => problemLine(one, language))],
        };
      case 'failed':
        return { kind: 'said', lines: [PREPARATION[language].failed[answer.why]] };
      default:
        return { kind: 'said', lines: [say.canceled] };
    }
  };

  const make = async () => {
    const controller = new AbortController();
    setReleaseWork({ kind: 'running', progress: null, controller });
    const answer = await run.ask(
      {
        kind: 'release',
        minimumCell: cell,
        reason: small ? reason : '',
        register,
        first: register === null && first,
        id: `rilis-${snapshot}`,
        date: snapshot,
      },
      {
        signal: controller.signal,
        onReply: (reply) => {
          if (reply.kind === 'protecting')
            setReleaseWork({ kind: 'running', progress: reply.progress, controller });
        },
      },
    );
    const { releaseWork: now } = preparation.getState();
    if (now.kind === 'running' && now.controller === controller) setReleaseWork(told(answer));
  };

  return (
    <>
      <div className="row data-ways">
        <FileChoice
          isDisabled={busy}
          acceptedFileTypes={['.json']}
          onFiles={([file]) => chooseRelease({ register: file ?? null, first: false })}
        >
          {say.register}
        </FileChoice>
        {register === null ? null : (
          <>
            <span>{maskedName(register.name)}</span>
            <Button className="link" isDisabled={busy} onPress={() => chooseRelease({ register: null })}>
              {say.withoutRegister}
            </Button>
          </>
        )}
      </div>
      {register === null ? (
        <Check
          label={say.first}
          selected={first}
          disabled={busy}
          onChange={(on) => chooseRelease({ first: on })}
        />
      ) : null}
      <div className="preparation-options">
        <Choice
          label={say.cell}
          labelShown
          value={String(cell)}
          options={CELLS.map((one) => ({ id: one, label: say.atLeast(one) }))}
          onChange={(one) => chooseRelease({ cell: Number(one) })}
        />
        {small ? (
          <TextField
            value={reason}
            onChange={(text) => chooseRelease({ reason: text })}
            isInvalid={reason.trim() === ''}
          >
            <Label className="note">{say.reason}</Label>
            <Input autoComplete="off" className="field" />
          </TextField>
        ) : null}
      </div>
      {busy ? null : (
        <div className="row data-ways">
          <Button className="button" isDisabled={!ready} onPress={() => void make()}>
            {say.make}
          </Button>
        </div>
      )}
    </>
  );
}

interface ReleasedProps {
  readonly say: ReleaseDeskWords;
  readonly release: ReleasedOffice;
  readonly registerSaved: boolean;
}

/** The register first: one that tells of more than has left protects, one that tells of less does not. */
function Released({ say, release, registerSaved }: ReleasedProps) {
  const { store, session, format } = usePage();
  const language = useStore(store, (state) => state.language);
  const [failed, setFailed] = useState(false);
  const { cells, exact, unsafe, narrowest } = release.audit;
  const saveRegister = () =>
    leave('release', (door) => {
      door.hand(say.registerFile, release.register, 'application/json');
      setReleaseWork({ kind: 'done', release, registerSaved: true });
    });
  const save = () => leave('release', (door) => door.hand(say.packageFile, zipOf(release.packageFiles)));
  const open = async () => setFailed(!(await openPrepared(release.packageFiles, store, session)));
  return (
    <>
      <p>{say.receipt(release.policy)}</p>
      <p>
        {say.audit(format.count(cells), format.count(exact), format.count(unsafe))}
        {narrowest === null ? '' : ` ${say.narrowest(format.count(narrowest))}`}
      </p>
      {release.notes.map((one) => (
        <p className="note" key={one.code}>
          {problemLine(one, language)}
        </p>
      ))}
      <p className="note">{registerSaved ? say.registerKept : say.registerFirst}</p>
      <div className="row data-ways">
        <Button className={registerSaved ? 'button' : 'button primary'} onPress={saveRegister}>
          {say.saveRegister}
        </Button>
        <Button className="button" isDisabled={!registerSaved} onPress={save}>
          {say.save}
        </Button>
        <Button
          className={registerSaved ? 'button primary' : 'button'}
          isDisabled={!registerSaved}
          onPress={() => void open()}
        >
          {say.show}
        </Button>
        {registerSaved ? null : (
          <Button className="link" onPress={() => setReleaseWork({ kind: 'idle' })}>
            {say.drop}
          </Button>
        )}
      </div>
      {failed ? <p role="alert">{PREPARATION[language].failed.crashed}</p> : null}
    </>
  );
}

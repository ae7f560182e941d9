import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { Choice } from '#app/kit/choice.tsx';
import { usePage } from '#app/page.ts';
import { readCode } from '#core/area-codes.ts';
import {
  type BoundaryAnswers,
  type BoundaryOption,
  type BoundaryQuestion,
  LEFT_OUT,
} from '#data/boundary-question.ts';
import type { DeskMapQuestions } from '#desk/boundary-desk.ts';
import { problemSentence } from '#words/problems.ts';

interface BoundaryQuestionsProps {
  readonly asked: DeskMapQuestions;
  /** Reads the file again with all that was said so far. */
  readonly onAnswer: (answers: BoundaryAnswers) => void;
}

/** What a file of boundaries leaves open: its layer, its codes, its regency, and names that fit no village exactly. */
export function BoundaryQuestions({ asked, onAnswer }: BoundaryQuestionsProps) {
  const { words, format } = usePage();
  const [draft, setDraft] = useState<BoundaryAnswers>(new Map());
  const { name, questions, answers } = asked;
  const say = words.maps;
  const choose = (id: string, option: string) => {
    const next = new Map(draft);
    if (option === '') next.delete(id);
    else next.set(id, option);
    setDraft(next);
  };
  const apply = (said: BoundaryAnswers) => {
    setDraft(new Map());
    onAnswer(said);
  };
  const areas = questions.filter(({ about }) => about === 'area');
  return (
    <section className="card questions" aria-label={say.asks(name)}>
      <h3>{say.asks(name)}</h3>
      {questions.some(({ blocking }) => blocking) ? <p className="note">{say.blocking}</p> : null}
      {questions.map((question) =>
        question.about === 'area' ? null : (
          <OneOf key={question.id} question={question} file={name} onChoose={choose} />
        ),
      )}
      {areas.length > 0 ? <OpenAreas areas={areas} draft={draft} onChoose={choose} /> : null}
      <div className="row questions-foot">
        {questions.length > 0 ? (
          <Button
            className="button"
            isDisabled={draft.size === 0}
            onPress={() => apply(new Map([...answers, ...draft]))}
          >
            {say.apply}
          </Button>
        ) : null}
        {answers.size > 0 ? (
          <Button className="link" onPress={() => apply(new Map())}>
            {words.import.answersBack(format.count(answers.size))}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

interface AskedProps {
  readonly onChoose: (id: string, option: string) => void;
}

function OneOf({
  question,
  file,
  onChoose,
}: AskedProps & { readonly question: BoundaryQuestion; readonly file: string }) {
  const { store, words, format } = usePage();
  const { what, mend } = problemSentence(question.message, store.getState().language);
  const systems: Readonly<Record<string, string>> = words.import.systems;
  const levels: Readonly<Record<string, string>> = words.level;
  const labelOf = ({ id, label }: BoundaryOption): string => {
    if (question.about === 'level') return levels[id] ?? label;
    return systems[id] === undefined ? label : `${systems[id]}: ${label}`;
  };
  const followed = ({ follows: { areas, total } }: BoundaryOption): string | null => {
    if (typeof areas !== 'number') return null;
    const count = format.count(areas);
    return typeof total === 'number'
      ? words.maps.ofTotal(count, format.count(total))
      : words.maps.areas(count);
  };
  return (
    <fieldset>
      <legend>{what}</legend>
      <p className="note">{mend}</p>
      {question.options.map((option) => (
        <label key={option.id}>
          <input
            autoComplete="off"
            type="radio"
            name={`${file} ${question.id}`}
            onChange={() => onChoose(question.id, option.id)}
          />
          {labelOf(option)}
          <span className="note">{followed(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface OpenAreasProps extends AskedProps {
  readonly areas: readonly BoundaryQuestion[];
  readonly draft: BoundaryAnswers;
}

/** Names that are not exact, each with its candidates; any other village may be named by its code. */
function OpenAreas({ areas, draft, onChoose }: OpenAreasProps) {
  const { words, format } = usePage();
  const say = words.maps;
  return (
    <>
      <p className="note">{say.openAreas(format.count(areas.length))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.import.written}</th>
            <th scope="col">{words.import.matched}</th>
            <th scope="col">{say.otherCodes}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, options, message }) => {
            const written = message.at?.area ?? '';
            const chosen = draft.get(id) ?? '';
            const known = options.some((option) => option.id === chosen);
            return (
              <tr key={id}>
                <th scope="row">{written}</th>
                <td>
                  <Choice
                    label={`${words.import.matched}: ${written}`}
                    value={known ? chosen : ''}
                    options={[
                      { id: '', label: words.import.undecided },
                      ...options.map((option) => ({
                        id: option.id,
                        label: option.id === LEFT_OUT ? say.leaveOut : option.label,
                      })),
                    ]}
                    onChange={(option) => onChoose(id, option)}
                  />
                </td>
                <td>
                  <CodeField written={written} onCode={(code) => onChoose(id, code)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function CodeField({
  written,
  onCode,
}: {
  readonly written: string;
  readonly onCode: (code: string) => void;
}) {
  const { words } = usePage();
  const [text, setText] = useState('');
  const code = readCode(text);
  const digits = code.kind === 'dotted' || code.kind === 'digits' ? code.digits : '';
  return (
    <TextField
      aria-label={words.maps.otherCode(written)}
      value={text}
      isInvalid={text !== '' && digits === ''}
      onChange={(next) => {
        setText(next);
        const read = readCode(next);
        onCode(read.kind === 'dotted' || read.kind === 'digits' ? read.digits : '');
      }}
    >
      <Input autoComplete="off" className="field" placeholder={words.maps.otherCodeHint} />
    </TextField>
  );
}

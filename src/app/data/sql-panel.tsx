import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { leave } from '#app/kit/way-out.ts';
import { usePage, usePicture } from '#app/page.ts';
import type { Dataset } from '#core/dataset.ts';
import { SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { createEngine } from '#data/engine.ts';
import { ENGINE_ASSETS } from '#data/engine-assets.ts';
import { type ConsoleAnswer, type ConsoleValue, createSqlConsole, MOST_ROWS } from '#desk/sql-console.ts';
import { tierOf } from '#picture/tier.ts';
import { SQL, type SqlWords } from '#words/sql-words.ts';
import { SqlEditor } from './sql-editor.tsx';
import { sqlExamples } from './sql-examples.ts';
import './sql-panel.css';

type Rows = Extract<ConsoleAnswer, { readonly kind: 'rows' }>;

type Asking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly controller: AbortController }
  | { readonly kind: 'answered'; readonly answer: ConsoleAnswer };

const SHOWN = 200;

/** Questions on the cells that are open, in an engine of its own that is gone with the panel. */
export function SqlPanel({ onBack }: { readonly onBack: () => void }) {
  const { store } = usePage();
  const say = SQL[useStore(store, (state) => state.language)];
  const dataset = usePicture(({ atlas }) => atlas.dataset);
  return (
    <div className="data-room">
      <section>
        <Button className="link" onPress={onBack}>
          {say.back}
        </Button>
        <h2>{say.heading}</h2>
        <p>{say.what}</p>
      </section>
      {dataset === null ? null : <Console key={dataset.manifest.id} dataset={dataset} say={say} />}
    </div>
  );
}

function Console({ dataset, say }: { readonly dataset: Dataset; readonly say: SqlWords }) {
  const { words } = usePage();
  const tier = usePicture(tierOf);
  const console = useMemo(
    () => createSqlConsole(dataset, (options) => createEngine(ENGINE_ASSETS, options)),
    [dataset],
  );
  const examples = useMemo(() => sqlExamples(dataset, console.tables), [dataset, console]);
  const [written, setWritten] = useState({ text: examples[0]?.text ?? '' });
  const [text, setText] = useState(written.text);
  const [asking, setAsking] = useState<Asking>({ kind: 'idle' });
  useEffect(() => () => console.end(), [console]);

  const ask = async () => {
    if (asking.kind === 'running' || text.trim() === '') return;
    const controller = new AbortController();
    setAsking({ kind: 'running', controller });
    const answer = await console.ask(text, controller.signal);
    setAsking({ kind: 'answered', answer });
  };

  return (
    <>
      <section className="stack">
        {tier === 'internal' ? <strong className="sql-mark">{words.tier.internal}</strong> : null}
        <div className="row data-ways">
          <span className="note">{say.examples}</span>
          {examples.map((one) => (
            <Button className="link" key={one.name} onPress={() => setWritten({ text: one.text })}>
              {say.example[one.name]}
            </Button>
          ))}
        </div>
        <SqlEditor label={say.editor} written={written} onText={setText} onAsk={() => void ask()} />
        {asking.kind === 'running' ? (
          <div className="row import-working" role="status">
            <progress aria-label={say.running} />
            <Button className="link" onPress={() => asking.controller.abort()}>
              {say.cancel}
            </Button>
          </div>
        ) : (
          <div className="row data-ways">
            <Button className="button primary" onPress={() => void ask()}>
              {say.ask}
            </Button>
            <span className="note">{say.key}</span>
          </div>
        )}
        <p className="note">
          {dataset.manifest.minimumCell === null ? '' : `${say.hidden} `}
          {say.zero}
        </p>
      </section>
      {asking.kind === 'answered' ? <Answer answer={asking.answer} say={say} tier={tier} /> : null}
      <section>
        <h2>{say.tables}</h2>
        <ul className="sql-tables">
          {console.tables.map(({ name, columns }) => (
            <li key={name}>
              <code>{name}</code> <small>{columns.join(', ')}</small>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface AnswerProps {
  readonly answer: ConsoleAnswer;
  readonly say: SqlWords;
  readonly tier: ReturnType<typeof tierOf>;
}

function Answer({ answer, say, tier }: AnswerProps) {
  const { format, words } = usePage();
  if (answer.kind === 'canceled') return <p role="status">{say.canceled}</p>;
  if (answer.kind === 'fault') return <p role="alert">{say.fault(answer.fault)}</p>;
  const { columns, rows, more } = answer;
  const save = () =>
    leave(tier, (door) =>
      door.hand(
        `${tier === 'internal' ? 'INTERNAL-' : ''}${say.file}.csv`,
        answerCsv(answer, say.tier, words.tier[tier]),
      ),
    );
  return (
    <section className="stack">
      <h2>{say.result}</h2>
      {rows.length === 0 ? (
        <p role="status">{say.none}</p>
      ) : (
        <>
          <p className="note" role="status">
            {say.rows(format.count(Math.min(rows.length, SHOWN)), format.count(rows.length))}
            {more ? ` ${say.more(format.count(MOST_ROWS))}` : ''}
          </p>
          <div className="sql-wide">
            <table aria-label={say.result}>
              <thead>
                <tr>
                  {columns.map((name, c) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                    <th scope="col" key={c}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, SHOWN).map((row, r) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
                  <tr key={r}>
                    {row.map((value, c) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as the columns
                      <td key={c} {...(typeof value === 'number' ? { 'data-number': '' } : {})}>
                        {value === null ? <i>{say.empty}</i> : shown(value, words.language.locale)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="row data-ways">
            <Button className="button" onPress={save}>
              {say.csv}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Whole numbers as they are: some are years and codes. */
function shown(value: string | number, locale: string): string {
  return typeof value === 'string' || Number.isInteger(value)
    ? String(value)
    : value.toLocaleString(locale, { maximumFractionDigits: 4 });
}

/** The tier in a column of its own: a line above would break sorting and other programs. */
function answerCsv({ columns, rows }: Rows, tierHead: string, tier: string): string {
  const cell = (value: ConsoleValue): string =>
    typeof value === 'number' ? String(value).replace('.', SPREADSHEET_DIALECT.decimal) : (value ?? '');
  return safeCsv([[...columns, tierHead], ...rows.map((row) => [...row.map(cell), tier])]);
}

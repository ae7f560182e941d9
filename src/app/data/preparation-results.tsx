import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Choice } from '#app/kit/choice.tsx';
import { leave } from '#app/kit/way-out.ts';
import { usePage } from '#app/page.ts';
import { areaCode } from '#core/area.ts';
import { parsePeriod } from '#core/period.ts';
import type { AreaAnswer, LinkRule, RowFlag, RowState, UnusableReason } from '#core/preparation-report.ts';
import type { Problem } from '#core/problem.ts';
import type { OfficeRun, PreparedOffice } from '#data/preparation-port.ts';
import { LINK_REVIEW } from '#words/link-review-words.ts';
import type { PreparationWords } from '#words/preparation-words.ts';
import { problemSentence } from '#words/problems.ts';
import { PreparationRelease } from './preparation-release.tsx';
import { PreparationReview } from './preparation-review.tsx';
import { openPrepared, zipOf } from './prepared-package.ts';

interface ResultsProps {
  readonly office: PreparedOffice;
  readonly say: PreparationWords;
  /** Whether files or options have changed since. */
  readonly isOld: boolean;
  readonly answers: ReadonlyMap<string, AreaAnswer>;
  readonly onAnswers: (answers: ReadonlyMap<string, AreaAnswer>) => void;
  readonly run: OfficeRun;
  /** ISO 8601: the day of the export. */
  readonly snapshot: string;
}

const STATES: readonly RowState[] = ['used', 'listed', 'duplicate', 'outside', 'unusable', 'waiting'];
const RULES: readonly LinkRule[] = ['child-nik', 'kk', 'parent-nik', 'name-date'];
const OPEN = 'open';
const SHOWN_NAMES = 20;
const SHOWN_ROWS = 12;

/** What came of the files: what they were, which rows were used, who was linked, what to look at, and the ways on. */
export function PreparationResults(props: ResultsProps) {
  const { office, say, isOld } = props;
  // Nothing of persons was read: a report of zeros would say that there is nobody.
  if (office.ledgers.length === 0)
    return (
      <>
        <p role="alert">{say.allUnread}</p>
        <Recognized {...props} />
      </>
    );
  return (
    <>
      {isOld ? <p role="status">{say.old}</p> : null}
      <Recognized {...props} />
      {office.waiting.length > 0 ? <Waiting {...props} /> : null}
      <RowLedger {...props} />
      <Links {...props} />
      {office.review.length === 0 ? null : <PreparationReview {...props} />}
      <Quality {...props} />
      <Outputs {...props} />
      {office.packageFiles.length === 0 ? null : <PreparationRelease {...props} />}
    </>
  );
}

function Recognized({ office, say }: ResultsProps) {
  const { format, store } = usePage();
  const language = useStore(store, (state) => state.language);
  const sheets = office.files.flatMap((file) => file.sheets.map((sheet) => ({ file: file.name, sheet })));
  const measured = sheets.filter(({ sheet }) => sheet.form?.startsWith('eppgbm'));
  const masked = measured.some(({ sheet }) => sheet.niks.masked > 0);
  const anyWhole = measured.some(({ sheet }) => sheet.niks.whole + sheet.kks.whole > 0);
  const why = (problems: readonly Problem[]): string =>
    problems
      .map((one) => {
        const { what, mend } = problemSentence(one, language);
        return `${what} ${mend}`;
      })
      .join(' ');
  const used = office.boundaries;
  return (
    <section>
      <h2>{say.recognized}</h2>
      <ul className="preparation-files">
        {used === null ? null : <li>{say.usedBoundaries(used.name, format.count(used.areas))}</li>}
        {sheets.map(({ file, sheet }) => (
          <li key={`${file} ${sheet.name}`}>
            <strong>{sheet.name === '' ? file : `${file} / ${sheet.name}`}</strong>{' '}
            {sheet.form === null ? say.notRecognized : say.forms[sheet.form]}
            {sheet.form === null || sheet.form === 'posyandu-list' ? null : (
              <small>
                {' '}
                {[sheet.period, say.rows(format.count(sheet.rows))].filter((part) => part !== '').join(' · ')}{' '}
                ·{' '}
                {say.identifiers(
                  format.count(sheet.niks.whole),
                  format.count(sheet.niks.missing),
                  format.count(sheet.niks.masked),
                  format.count(sheet.niks.damaged),
                )}
              </small>
            )}
          </li>
        ))}
        {office.files
          .filter(({ sheets: own }) => own.length === 0)
          .map(({ name, problems }) => (
            <li key={name}>
              <strong>{name}</strong>{' '}
              {problems.length === 0 ? say.notRecognized : `${say.unreadable} ${why(problems)}`}
            </li>
          ))}
      </ul>
      {masked && !anyWhole ? <p>{say.maskedOnly}</p> : null}
    </section>
  );
}

function Waiting({ office, say, answers, onAnswers }: ResultsProps) {
  const { format } = usePage();
  const persons = office.waiting.reduce((sum, one) => sum + one.persons, 0);
  const named = (code: string): string => {
    const area = office.areas.find((one) => one.code === code);
    return area === undefined ? code : `${area.name} (${area.district})`;
  };
  const answer = (key: string, id: string) => {
    const others = [...answers].filter(([own]) => own !== key);
    const said: readonly (readonly [string, AreaAnswer])[] =
      id === OPEN ? [] : [[key, id === 'outside' ? 'outside' : areaCode(id)]];
    onAnswers(new Map([...others, ...said]));
  };
  return (
    <section>
      <h2>{say.waiting}</h2>
      <p className="note">{say.waitingNote(format.count(office.waiting.length), format.count(persons))}</p>
      <ul className="preparation-waiting">
        {office.waiting.slice(0, SHOWN_NAMES).map(({ key, candidates, persons: own }) => {
          const likely = new Set<string>(candidates);
          const rest = office.areas.filter(({ code }) => !likely.has(code)).map(({ code }) => code);
          const options = [
            { id: OPEN, label: say.open },
            ...[...candidates, ...rest].map((code) => ({ id: String(code), label: named(code) })),
            { id: 'outside', label: say.outside },
          ];
          return (
            <li key={key}>
              <span>
                <strong>{key}</strong> <small>{say.persons(format.count(own))}</small>
              </span>
              <Choice
                label={key}
                value={answers.get(key) ?? OPEN}
                options={options}
                onChange={(id) => answer(key, id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function RowLedger({ office, say }: ResultsProps) {
  const { format } = usePage();
  const reasons = office.ledgers.flatMap(({ file, reasons: own }) =>
    (Object.entries(own) as [UnusableReason, readonly number[]][]).map(([reason, rows]) => ({
      file,
      reason,
      rows,
    })),
  );
  return (
    <section>
      <h2>{say.ledger}</h2>
      <p className="note">{say.ledgerNote}</p>
      <div className="preparation-wide">
        <table className="period-ledger">
          <thead>
            <tr>
              <th scope="col">{say.file}</th>
              <th scope="col">{say.read}</th>
              {STATES.map((state) => (
                <th scope="col" key={state}>
                  {say.states[state]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {office.ledgers.map(({ file, sheet, read, rows }) => (
              <tr key={`${file} ${sheet}`}>
                <th scope="row">{sheet === '' ? file : `${file} / ${sheet}`}</th>
                <td>{format.count(read)}</td>
                {STATES.map((state) => (
                  <td key={state}>{format.count(rows[state].length)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul>
        {reasons.map(({ file, reason, rows }) => (
          <li key={`${file} ${reason}`}>
            {file}: {say.reasons[reason]}, {say.rowNumbers} <RowNumbers rows={rows} say={say} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RowNumbers({ rows, say }: { readonly rows: readonly number[]; readonly say: PreparationWords }) {
  const { format } = usePage();
  const shown = rows.slice(0, SHOWN_ROWS).join(', ');
  const more = rows.length - SHOWN_ROWS;
  return (
    <>
      {shown}
      {more > 0 ? ` ${say.moreRows(format.count(more))}` : ''}
    </>
  );
}

function Links({ office, say }: ResultsProps) {
  const { format } = usePage();
  const { children, byRule, unlinked, ambiguous, rejected, expectedPrecision } = office.links;
  const review = LINK_REVIEW[useStore(usePage().store, (state) => state.language)];
  const share = (count: number): string =>
    children === 0 ? '' : ` (${format.percentUnit(count / children)})`;
  /** Never told as a certainty. */
  const probability = (mean: number): string =>
    mean > 0.999 ? `> ${format.percentUnit(0.999)}` : format.percentUnit(mean);
  return (
    <section>
      <h2>{say.links}</h2>
      <dl className="data-facts">
        <div>
          <dt>{say.children}</dt>
          <dd>{format.count(children)}</dd>
        </div>
        <div>
          <dt>{say.linked}</dt>
          <dd>
            {format.count(children - unlinked)}
            {share(children - unlinked)}
          </dd>
        </div>
        {RULES.map((rule) => (
          <div key={rule}>
            <dt>{say.rules[rule]}</dt>
            <dd>
              {format.count(byRule[rule])}
              {share(byRule[rule])}
              {rule === 'name-date' && byRule[rule] > 0
                ? ` · ${say.expected(probability(expectedPrecision))}`
                : ''}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say.unlinked}</dt>
          <dd>
            {format.count(unlinked)}
            {share(unlinked)}
          </dd>
        </div>
        <div>
          <dt>{say.inDoubt}</dt>
          <dd>{format.count(ambiguous)}</dd>
        </div>
        {rejected === 0 ? null : (
          <div>
            <dt>{review.rejected}</dt>
            <dd>{format.count(rejected)}</dd>
          </div>
        )}
      </dl>
      <p className="note">{say.unlinkedNote}</p>
    </section>
  );
}

function Quality({ office, say }: ResultsProps) {
  const { format } = usePage();
  const period = (month: string): string => {
    const parsed = parsePeriod(month);
    return parsed === null ? month : format.period(parsed);
  };
  return (
    <section>
      <h2>{say.quality}</h2>
      <p className="note">{say.qualityNote}</p>
      <ul>
        {office.quality.rows.map(({ file, flag, rows }) => (
          <li key={`${file} ${flag}`}>
            {file}: {say.flags[flag as RowFlag]}, {say.rowNumbers} <RowNumbers rows={rows} say={say} />
          </li>
        ))}
        {office.quality.overTarget.slice(0, SHOWN_NAMES).map(({ village, month, measured, listed }) => (
          <li key={`${village} ${month}`}>
            {say.overTarget(village, period(month), format.count(measured), format.count(listed))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outputs({ office, say, isOld }: ResultsProps) {
  const { store, session } = usePage();
  const [failed, setFailed] = useState(false);
  const zip = (name: string, files: PreparedOffice['packageFiles']) =>
    leave('internal', (door) => door.hand(name, zipOf(files)));
  const open = async () => setFailed(!(await openPrepared(office.packageFiles, store, session)));
  const report = office.reports.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  return (
    <section>
      <h2>{say.outputs}</h2>
      {office.packageFiles.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <>
          <p className="note">{say.internal}</p>
          <div className="row data-ways">
            <Button className="button primary" isDisabled={isOld} onPress={() => void open()}>
              {say.show}
            </Button>
            <Button
              className="button"
              isDisabled={isOld}
              onPress={() => zip('paket-internal.zip', office.packageFiles)}
            >
              {say.save}
            </Button>
          </div>
          {failed ? <p role="alert">{say.failed.crashed}</p> : null}
        </>
      )}
      <div className="row data-ways">
        <Button
          className="button"
          isDisabled={isOld || office.matches === ''}
          onPress={() => leave('no-figures', (door) => door.hand('padanan.csv', office.matches))}
        >
          {say.saveMatches}
        </Button>
        <Button className="button" isDisabled={isOld} onPress={() => zip('laporan-data-anak.zip', report)}>
          {say.saveReport}
        </Button>
      </div>
    </section>
  );
}

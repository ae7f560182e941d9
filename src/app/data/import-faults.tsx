import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { leave } from '#app/kit/way-out.ts';
import { pictureNow, usePage } from '#app/page.ts';
import type { Problem } from '#core/problem.ts';
import { decisionsCsv, faultListCsv, faultListLines } from '#data/fault-list.ts';
import type { GatheredProblem } from '#data/gathered-problems.ts';
import { isEmptyMemory, memoryOf, memoryText } from '#data/reading-memory.ts';
import { templateCsv } from '#data/template.ts';
import type { DeskReader } from '#desk/desk-reader.ts';
import { LISTED_PROBLEMS, SEVERITIES, type ToldProblems } from '#desk/desk-reading.ts';
import type { Desk } from '#desk/office-desk.ts';
import { listedProblems, type ProblemList, problemList } from '#desk/problem-list.ts';
import { problemSentence } from '#words/problems.ts';

/** Of so many areas the names are given. */
const NAMED = 3;

/** So many are put into words at a time, so that a long list to download holds nothing up. */
const WORDED = 2_000;
const A_MOMENT = () => new Promise<void>((resolve) => void setTimeout(resolve));

interface ImportFaultsProps {
  /** Of everything but the tables. */
  readonly problems: readonly Problem[];
  /** Of the tables, as far as the page was told. */
  readonly told: ToldProblems | null;
  readonly reader: DeskReader;
  readonly desk: Desk;
}

/** The gathered problems of one page of the list; null for those that are on their way. */
function useListed(list: ProblemList, from: number, reader: DeskReader): readonly (GatheredProblem | null)[] {
  const lines = useMemo(() => listedProblems(list, from, from + LISTED_PROBLEMS), [list, from]);
  const asked = lines.flatMap((line) => ('at' in line ? [line.at] : []));
  const [start, stop] = [asked[0] ?? 0, (asked.at(-1) ?? -1) + 1];
  const { told } = list;
  const [fetched, setFetched] = useState<{
    of: ToldProblems;
    start: number;
    found: readonly GatheredProblem[];
  }>();
  const isHere = told === null || stop <= told.first.length;
  useEffect(() => {
    if (isHere || told === null) return;
    let left = false;
    reader.gathered(start, stop).then(
      (found) => left || setFetched({ of: told, start, found }),
      (reason: unknown) => reportError(reason),
    );
    return () => {
      left = true;
    };
  }, [isHere, told, start, stop, reader]);
  const other = fetched !== undefined && fetched.of === told ? fetched : null;
  return lines.map((line) => {
    if ('own' in line) return line.own;
    return told?.first[line.at] ?? other?.found[line.at - other.start] ?? null;
  });
}

/** What did not fit, where, and how to mend it: the worst first, each downloadable as a list for whoever keeps it. */
export function ImportFaults({ problems, told, reader, desk }: ImportFaultsProps) {
  const page = usePage();
  const { words, format, store } = page;
  const language = store.getState().language;
  const list = useMemo(() => problemList(problems, told), [problems, told]);
  const [turned, setTurned] = useState<{ readonly of: ProblemList; readonly from: number }>();
  const from = turned?.of === list ? turned.from : 0;
  const listed = useListed(list, from, reader);
  const count = list.length;
  const sentence = (problem: Problem) => problemSentence(problem, language);
  const heads = words.import.heads;
  const memory = useMemo(() => memoryOf(desk.tables, desk), [desk]);
  /** In the order of the screen. */
  const wholeList = async (): Promise<Blob> => {
    const parts = [faultListCsv([], heads, sentence)];
    let at = 0;
    for (const severity of SEVERITIES) {
      parts.push(
        faultListLines(
          list.own.filter((one) => one.severity === severity),
          sentence,
        ),
      );
      const end = at + (told?.each[severity] ?? 0);
      for (; at < end; at = Math.min(end, at + WORDED)) {
        parts.push(faultListLines(await reader.problems(at, Math.min(end, at + WORDED)), sentence));
        await A_MOMENT();
      }
    }
    return new Blob(parts);
  };
  const asTold = ({ problem, areas }: GatheredProblem): Problem => {
    if (areas.length === 0) return problem;
    const { row: _, ...at } = problem.at ?? {};
    const area = words.import.manyAreas(format.count(areas.length), areas.slice(0, NAMED).join(', '));
    return { ...problem, at: { ...at, area } };
  };
  return (
    <section className="import-faults">
      <div className="row between">
        <h3>{words.import.faults}</h3>
        <div className="row">
          <Button
            className="button"
            isDisabled={count === 0}
            onPress={() =>
              // What is wrong is said with the figures of the reader's file.
              leave(
                'internal',
                (door) => void wholeList().then((text) => door.hand('daftar-kesalahan.csv', text)),
              )
            }
          >
            {words.import.downloadFaults}
          </Button>
          <Button
            className="button"
            onPress={() =>
              leave('no-figures', (door) =>
                door.hand(
                  'templat.csv',
                  templateCsv(desk.ground.territory, desk.periodDefault ?? pictureNow(page).view.period),
                ),
              )
            }
          >
            {words.import.downloadTemplate}
          </Button>
          {isEmptyMemory(memory) ? null : (
            <Button
              className="button"
              onPress={() =>
                leave('no-figures', (door) =>
                  door.hand(`${words.import.memoryFile}.json`, memoryText(memory), 'application/json'),
                )
              }
            >
              {words.import.saveMemory}
            </Button>
          )}
          {desk.decisions.size > 0 ? (
            <Button
              className="button"
              onPress={() =>
                leave('no-figures', (door) =>
                  door.hand('tabel-padanan.csv', decisionsCsv(desk.decisions, desk.ground.territory)),
                )
              }
            >
              {words.import.downloadNames}
            </Button>
          ) : null}
        </div>
      </div>
      {count === 0 ? (
        <p className="note">{desk.tables.length > 0 ? words.import.noFaults : null}</p>
      ) : (
        <table className="fault-table">
          <thead>
            <tr>
              <th scope="col">{words.import.kind}</th>
              <th scope="col">{words.import.where}</th>
              <th scope="col">{words.import.what}</th>
              <th scope="col">{words.import.mend}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((one, k) => {
              if (one === null) return null;
              const { problem, areas } = one;
              const { severity, where, what, mend } = sentence(asTold(one));
              const place =
                areas.length > 0 ? words.import.areas(format.count(areas.length)) : problem.at?.area;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity of their own
                <tr key={k} data-severity={problem.severity}>
                  <td>{severity}</td>
                  <td>{[place, where].filter(Boolean).join(', ')}</td>
                  <td>{what}</td>
                  <td>{mend}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {list.length > LISTED_PROBLEMS ? (
        <nav className="row" aria-label={words.import.pages}>
          <Button
            className="button"
            isDisabled={from === 0}
            onPress={() => setTurned({ of: list, from: from - LISTED_PROBLEMS })}
          >
            {words.import.previousFaults}
          </Button>
          <span className="note" role="status">
            {words.import.page(
              format.count(from + 1),
              format.count(Math.min(from + LISTED_PROBLEMS, list.length)),
              format.count(list.length),
            )}
          </span>
          <Button
            className="button"
            isDisabled={from + LISTED_PROBLEMS >= list.length}
            onPress={() => setTurned({ of: list, from: from + LISTED_PROBLEMS })}
          >
            {words.import.nextFaults}
          </Button>
        </nav>
      ) : null}
    </section>
  );
}

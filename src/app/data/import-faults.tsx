import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { leave } from '#app/kit/way-out.ts';
import { pictureNow, usePage } from '#app/page.ts';
import type { Problem } from '#core/problem.ts';
import { decisionsCsv, faultListCsv } from '#data/fault-list.ts';
import { isEmptyMemory, memoryOf, memoryText } from '#data/reading-memory.ts';
import { templateCsv } from '#data/template.ts';
import type { Desk } from '#desk/office-desk.ts';
import { problemSentence } from '#words/problems.ts';
import { type GatheredProblem, gatherProblems } from './gathered-problems.ts';

/** So many are listed; the file holds all. */
const LISTED = 200;
const ORDER: readonly Problem['severity'][] = ['error', 'row', 'warning', 'note'];

/** Of so many areas the names are given. */
const NAMED = 3;

/** What did not fit, where, and how to mend it: the worst first, each downloadable as a list for whoever keeps it. */
export function ImportFaults({ problems, desk }: { problems: readonly Problem[]; desk: Desk }) {
  const page = usePage();
  const { words, format, store } = page;
  const language = store.getState().language;
  const ordered = useMemo(
    () => [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)),
    [problems],
  );
  const sentence = (problem: Problem) => problemSentence(problem, language);
  const heads = words.import.heads;
  const gathered = useMemo(() => gatherProblems(ordered), [ordered]);
  const memory = useMemo(() => memoryOf(desk.tables, desk), [desk]);
  const told = ({ problem, areas }: GatheredProblem): Problem => {
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
            isDisabled={problems.length === 0}
            onPress={() =>
              // What is wrong is said with the figures of the reader's file.
              leave('internal', (door) =>
                door.hand('daftar-kesalahan.csv', faultListCsv(ordered, heads, sentence)),
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
      {ordered.length === 0 ? (
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
            {gathered.slice(0, LISTED).map((one, k) => {
              const { problem, areas } = one;
              const { severity, where, what, mend } = sentence(told(one));
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
      {gathered.length > LISTED ? (
        <p className="note">{words.import.more(format.count(gathered.length - LISTED))}</p>
      ) : null}
    </section>
  );
}

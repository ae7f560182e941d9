import { Absent } from '#app/kit/absent.tsx';
import { late } from '#app/late.tsx';
import { EntryParts } from '#app/monitoring/entry-parts.tsx';
import { canAskEntry, type EntryLayer, type EntryUnits } from '#picture/entry-layer.ts';
import { entryReason, rateText, shareText } from '#words/entry-wording.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const EntryPanel = late(() => import('#app/monitoring/entry-panel.tsx').then((module) => module.EntryPanel));

/** Children who are not in, and the share of those who are. */
function EntryCell({ added: units, row, words, format }: AddedCell<EntryLayer, EntryUnits>) {
  const why = entryReason(units, row.index, words);
  if (why !== null) return <Absent why={why} />;
  const [n = Number.NaN, N = Number.NaN] = [units.n[row.index], units.N[row.index]];
  return (
    <>
      <span className="points" title={rateText(units, row.index, { words, format }) ?? undefined}>
        {format.count(units.missing[row.index] ?? Number.NaN)}
      </span>
      <small>{shareText(n, N, { format })}</small>
    </>
  );
}

export const entryView: QuestionView<EntryLayer, EntryUnits> = {
  Legend: null,
  column: {
    width: 'var(--change)',
    head: (_, words) => words.entry.column,
    order: (words) => words.entry.order,
    areas: ({ areas }) => areas,
    sums: ({ city, districts }, _rates, _picture, section) => (section === 'city' ? city : districts),
    keys: ({ missing }) => missing,
    cell: (props) => <EntryCell {...props} />,
  },
  against: null,
  monitored: {
    name: (words) => words.entry.name,
    opening: ({ picture: { atlas } }) =>
      canAskEntry(atlas) ? { kind: 'entry', part: 'nik', snapshot: null, stage: null } : null,
    Subject: EntryParts,
    ofPeriod: true,
    Panel: EntryPanel,
  },
  talk({ words, format }, { areas: units }, { areas }) {
    return {
      caption: areas.length > 0 ? words.entry.talk.behind : words.entry.talk.none,
      color: null,
      columns: [
        {
          header: words.entry.column,
          about: words.entry.order,
          write: (i) => format.count(units.missing[i] ?? Number.NaN),
          isSure: () => true,
        },
      ],
    };
  },
};

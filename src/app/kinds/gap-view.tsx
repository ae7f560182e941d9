import { Absent } from '#app/kit/absent.tsx';
import { late } from '#app/late.tsx';
import { CellStatus } from '#core/area-table.ts';
import { type RateChange, Verdict } from '#core/change.ts';
import { canAskGap, type GapLayer } from '#picture/gap-layer.ts';
import { gapRange, gapWord } from '#words/gap-wording.ts';
import { statusLabel } from '#words/status-words.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const GapPanel = late(() => import('#app/monitoring/gap-panel.tsx').then((module) => module.GapPanel));

/** Points, in bold where they are shown, and their verdict. */
function GapCell({ added: gap, row, picture, words, format }: AddedCell<GapLayer, RateChange>) {
  const status = gap.status[row.index] ?? CellStatus.notApplicable;
  if (status !== CellStatus.observed) return <Absent why={statusLabel(status, picture, words)} />;
  const verdict = gap.verdict[row.index] ?? Verdict.none;
  return (
    <>
      <span
        className="points"
        data-sure={verdict === Verdict.up || verdict === Verdict.down ? '' : undefined}
        title={gapRange(gap, row.index, { words, format })}
      >
        {format.points(gap.difference[row.index] ?? Number.NaN)}
      </span>
      <small>{gapWord(verdict, words)}</small>
    </>
  );
}

export const gapView: QuestionView<GapLayer, RateChange> = {
  Legend: null,
  column: {
    width: 'var(--change)',
    head: (_, words) => words.gap.column,
    order: (words) => words.gap.order,
    areas: ({ areas }) => areas,
    sums: ({ city, districts }, _rates, _picture, section) => (section === 'city' ? city : districts),
    keys: ({ difference }) => difference,
    cell: (props) => <GapCell {...props} />,
  },
  against: null,
  monitored: {
    name: (words) => words.gap.name,
    opening: ({ picture: { view, atlas } }) => (canAskGap(view, atlas.manifest) ? { kind: 'gap' } : null),
    Panel: GapPanel,
  },
  talk({ words, format }, { areas: gap }, { areas }) {
    return {
      caption: areas.length > 0 ? words.gap.talk : words.gap.talkNone,
      color: null,
      columns: [
        {
          header: words.gap.column,
          about: words.gap.order,
          write: (i) => format.points(gap.difference[i] ?? Number.NaN),
          isSure: (i) => gap.verdict[i] === Verdict.up,
        },
      ],
    };
  },
};

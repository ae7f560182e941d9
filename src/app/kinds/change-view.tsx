import { Absent } from '#app/kit/absent.tsx';
import { CellStatus } from '#core/area-table.ts';
import { changeBetween, type RateChange, Verdict } from '#core/change.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import { worseUp } from '#picture/told-areas.ts';
import { verdictWord } from '#words/change-words.ts';
import { statusLabel } from '#words/status-words.ts';
import { ChangeLegend } from './change-legend.tsx';
import type { AddedCell, QuestionView } from './question-view.ts';

/** Points with their interval: in bold where the interval leaves out 0. */
function ChangeCell({ added: change, row, picture, words, format }: AddedCell<ChangeLayer, RateChange>) {
  const status = change.status[row.index] ?? CellStatus.notApplicable;
  if (status !== CellStatus.observed) return <Absent why={statusLabel(status, picture, words)} />;
  const [low, high] = [change.low[row.index] ?? Number.NaN, change.high[row.index] ?? Number.NaN];
  const verdict = verdictWord(change.verdict[row.index] ?? 0, words);
  const sure = low > 0 || high < 0;
  return (
    <>
      <span data-sure={sure ? '' : undefined} className="points" title={verdict ?? undefined}>
        {format.points(change.difference[row.index] ?? Number.NaN)}
      </span>
      {verdict ? <span className="visually-hidden">{verdict}</span> : null}
      {low <= high ? (
        <small>{words.layers.change.range(format.points(low), format.points(high))}</small>
      ) : null}
    </>
  );
}

export const changeView: QuestionView<ChangeLayer, RateChange> = {
  Legend: ChangeLegend,
  column: {
    width: 'var(--change)',
    head: (_, words) => words.layers.change.column,
    order: (words) => words.table.added.change,
    areas: ({ change }) => change,
    sums: ({ change, earlierTotals, laterTotals }, rates, { indicator }) =>
      changeBetween(
        rates(earlierTotals, change.earlier.table, indicator),
        rates(laterTotals, change.later.table, indicator),
      ),
    keys: ({ difference }) => difference,
    cell: (props) => <ChangeCell {...props} />,
  },
  /** By how much worse it became. */
  talk({ picture, words, format }, { change }) {
    const up = worseUp(picture.indicator);
    const { difference } = change;
    return {
      caption: up ? words.presentation.rises : words.presentation.falls,
      color: null,
      columns: [
        {
          header: words.layers.change.column,
          about: words.layers.change.heading(words.indicator[picture.indicator.id].short),
          write: (i) => format.points(difference[i] ?? Number.NaN),
          isSure: (i) => change.verdict[i] !== Verdict.unclear,
        },
      ],
    };
  },
};

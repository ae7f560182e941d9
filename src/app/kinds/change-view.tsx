import { Absent } from '#app/kit/absent.tsx';
import { CellStatus } from '#core/area-table.ts';
import { changeBetween, type RateChange, Verdict } from '#core/change.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import { comparablePeriods, periodsOf, usualPeriods } from '#picture/comparable-periods.ts';
import { worseUp } from '#picture/told-areas.ts';
import { verdictWord } from '#words/change-words.ts';
import { statusLabel } from '#words/status-words.ts';
import { ChangeLegend } from './change-legend.tsx';
import type { AddedCell, AgainstOption, QuestionView, Told } from './question-view.ts';

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

/** The latest first. */
function periodOptions({ picture: { view, atlas }, words, format }: Told): readonly AgainstOption[] {
  const periods = periodsOf(atlas.manifest, view.indicator);
  const { previous, yearAgo } = usualPeriods(periods, view.period);
  const usual: Readonly<Record<string, string>> = {
    ...(yearAgo === null ? {} : { [yearAgo]: words.layers.change.yearAgo }),
    ...(previous === null ? {} : { [previous]: words.layers.change.previous }),
  };
  return [...comparablePeriods(periods, view.period)].reverse().map((id) => {
    const incomplete = periods.find((entry) => entry.id === id)?.complete === false;
    const note = [usual[id], incomplete ? words.period.incomplete : undefined].filter(Boolean).join(', ');
    return {
      id,
      label: format.period(id),
      note: note === '' ? undefined : note,
      question: { kind: 'change', comparedWith: id },
    };
  });
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
  against: {
    options: periodOptions,
    asked: (question, { words, format }) =>
      question.kind === 'change'
        ? {
            id: question.comparedWith,
            phrase: words.rooms.sentence.againstPeriod(format.period(question.comparedWith)),
          }
        : null,
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

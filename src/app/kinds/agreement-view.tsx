import { Absent } from '#app/kit/absent.tsx';
import { late } from '#app/late.tsx';
import { type Agreement, agreementBetween } from '#core/agreement.ts';
import { CellStatus } from '#core/area-table.ts';
import { questionOf } from '#core/view.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import { OPENING_SECOND } from '#picture/second-data.ts';
import { lackingText, sourceName } from '#words/agreement-words.ts';
import { statusLabel } from '#words/status-words.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const SOURCE = 'source';

/** Fetched with the first second source. */
const AgreementLegend = late(() => import('./agreement-legend.tsx').then((module) => module.AgreementLegend));

/** Points, and n and N of the second source below them; a dash that says which source has none. */
function AgreementCell({
  layer,
  added: agreement,
  row,
  picture,
  words,
  format,
}: AddedCell<AgreementLayer, Agreement>) {
  const points = agreement.difference[row.index] ?? Number.NaN;
  const { numerator, denominator } = agreement.second.table;
  const parts = [numerator, denominator].map((column) => column[row.index] ?? Number.NaN);
  if (!Number.isNaN(points))
    return (
      <>
        <span className="points">{format.points(points)}</span>
        <small>{parts.map(format.count).join('/')}</small>
      </>
    );
  const why = row.section === 'area' ? lackingText(layer, row.index, words) : null;
  const status = agreement.status[row.index] ?? CellStatus.notApplicable;
  return <Absent why={why ?? statusLabel(status, picture, words)} />;
}

export const agreementView: QuestionView<AgreementLayer, Agreement> = {
  Legend: AgreementLegend,
  column: {
    width: 'var(--change)',
    head: (_, words) => words.sources.column,
    order: (words) => words.table.added.agreement,
    areas: ({ agreement }) => agreement,
    sums: ({ agreement, shared }, rates, { indicator }) =>
      agreementBetween(
        rates(shared[0], agreement.first.table, indicator),
        rates(shared[1], agreement.second.table, indicator),
      ),
    keys: ({ difference }) => difference,
    cell: (props) => <AgreementCell {...props} />,
  },
  against: {
    options: ({ picture: { view, atlas }, words }) =>
      atlas.second
        ? [
            {
              id: SOURCE,
              label: words.rooms.sentence.againstSource(sourceName(atlas.second, words)),
              question: questionOf(view, 'agreement') ?? OPENING_SECOND,
            },
          ]
        : [],
    asked: (_, { picture: { atlas }, words }) =>
      atlas.second
        ? { id: SOURCE, phrase: words.rooms.sentence.againstSource(sourceName(atlas.second, words)) }
        : null,
  },
  /** Where the sources differ most, either way. */
  talk({ words, format }, { agreement, source }) {
    const { difference } = agreement;
    return {
      caption: words.sources.talk,
      color: null,
      columns: [
        {
          header: words.sources.talkColumn,
          about: sourceName(source, words),
          write: (i) => format.points(difference[i] ?? Number.NaN),
          isSure: () => true,
        },
      ],
    };
  },
};

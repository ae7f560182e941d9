import { Absent } from '#app/kit/absent.tsx';
import { LegendLine } from '#app/kit/legend-line.tsx';
import { late } from '#app/late.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import { type BudgetLayer, openingBudget } from '#picture/budget-layer.ts';
import { budgetNotes, budgetWording, rupiahText } from '#words/budget-wording.ts';
import { statusLabel } from '#words/status-words.ts';
import type { QuestionView } from './question-view.ts';

const BudgetPanel = late(() =>
  import('#app/monitoring/budget-panel.tsx').then((module) => module.BudgetPanel),
);

function BudgetLegend({ layer }: { readonly layer: BudgetLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const level = words.level[picture.view.level];
  const { classOf } = picture.shading;
  return (
    <>
      <ul>
        {budgetWording.legend.classes(layer, { picture, words, format }).map(({ label, color, count }, k) => (
          <LegendLine
            key={label}
            name={words.rooms.legend.entry(label, count, level)}
            test={(i) => classOf[i] === k}
          >
            <svg className="swatch" aria-hidden="true">
              <rect width="100%" height="100%" fill={color} />
            </svg>
            <span>{label}</span>
            <span className="count">{count}</span>
          </LegendLine>
        ))}
      </ul>
      <p className="note">{budgetNotes(layer, { words, format })[0]}</p>
    </>
  );
}

export const budgetView: QuestionView<BudgetLayer, Float64Array> = {
  Legend: BudgetLegend,
  column: {
    width: 'var(--change)',
    head: (_, words) => words.budget.column,
    order: (words) => words.budget.order,
    areas: ({ perChild }) => perChild,
    sums: ({ amountPerChild }, _rates, _picture, section) =>
      section === 'city' ? Float64Array.of(amountPerChild) : new Float64Array(0),
    keys: (perChild) => perChild,
    cell: ({ layer, added, row, picture, words, format }) => {
      const amount = added[row.index] ?? Number.NaN;
      if (!Number.isNaN(amount)) return <>{format.count(Math.round(amount))}</>;
      if (row.section !== 'area') return null;
      const status = layer.status[row.index] ?? CellStatus.notApplicable;
      const why = status === CellStatus.observed ? words.budget.noChild : statusLabel(status, picture, words);
      return <Absent why={why} />;
    },
  },
  against: null,
  monitored: {
    name: (words) => words.budget.name,
    opening: ({ picture }) => openingBudget(picture.atlas.dataset?.budget),
    Panel: BudgetPanel,
  },
  talk({ words, format }, layer, { areas }) {
    return {
      caption: areas.length > 0 ? words.budget.talk.told : words.budget.talk.none,
      color: null,
      columns: [
        {
          header: words.budget.column,
          about: words.budget.order,
          write: (i) => rupiahText(layer.perChild[i] ?? Number.NaN, words, format),
          isSure: () => true,
        },
      ],
    };
  },
};

import type { BudgetLayer } from '#picture/budget-layer.ts';
import { numberColumn, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** Money of each area, whole rupiah, with what is proposed and what it was a year before. */
export const budgetExport: LayerExport<BudgetLayer> = {
  columns: (layer, { rows, words }) => {
    const { columns: heads, classes, keys } = words.budget;
    const { budget, before, proposed, perChild, gaps, asked } = layer;
    const at = (column: Float64Array | undefined) => (i: number) => column?.[i] ?? Number.NaN;
    return [
      numberColumn('asked-budget', heads.placed, 0, rows, at(budget.placed)),
      numberColumn('asked-per-child', heads.perChild, 0, rows, at(perChild)),
      textColumn('asked-budget-gap', heads.gap, rows, (i) => {
        const gap = gaps[i] ?? null;
        return gap === null ? '' : classes[gap];
      }),
      numberColumn('noted-budget-before', heads.before, 0, rows, at(before?.placed)),
      numberColumn('noted-proposed', heads.proposed, 0, rows, at(proposed.placed)),
      textColumn('noted-budget-year', heads.year, rows, () => String(asked.year)),
      textColumn('noted-budget-key', heads.key, rows, () => keys[asked.key]),
    ];
  },
  name: ({ asked }, { view }, words) => ({
    what: [`${words.budget.legend(String(asked.year))} ${words.indicator[view.indicator].short}`],
  }),
};

import { NO_CLASS } from '#core/classification.ts';
import type { TrendLayer } from '#picture/trend-layer.ts';
import { spanText, stepWord, trendWord } from '#words/trend-wording.ts';
import { numberColumn, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** The verdict with what it rests on. */
export const trendExport: LayerExport<TrendLayer> = {
  columns: (layer, { rows, words, format }) => {
    const { columns: heads } = words.trend;
    const { verdict, slope, p, q, periods } = layer.areas;
    const at = (column: Float64Array) => (i: number) => column[i] ?? Number.NaN;
    return [
      textColumn('asked-verdict', heads.verdict, rows, (i) => trendWord(verdict[i] ?? NO_CLASS, words) ?? ''),
      numberColumn('asked-slope', heads.slope(stepWord(layer, words)), 2, rows, (i) => at(slope)(i) * 100),
      numberColumn('noted-p', heads.p, 4, rows, at(p)),
      numberColumn('noted-q', heads.q, 4, rows, at(q)),
      numberColumn('noted-periods', heads.periods, 0, rows, (i) => periods[i] ?? 0),
      textColumn('noted-span', heads.span, rows, () => spanText(layer, { words, format })),
    ];
  },
  name: (_layer, { view }, words) => ({
    what: [words.trend.heading(words.indicator[view.indicator].short)],
  }),
};

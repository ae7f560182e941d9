import { Verdict } from '#core/change.ts';
import { inequality } from '#core/inequality.ts';
import { type GapLayer, hasFigures } from '#picture/gap-layer.ts';
import { gapWord } from '#words/gap-wording.ts';
import { numberColumn, percentOf, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** The difference with its interval, ratio and verdict, and the counts of both groups. */
export const gapExport: LayerExport<GapLayer> = {
  columns: (layer, { rows, words }) => {
    const { columns: heads } = words.gap;
    const { difference, low, high, verdict } = layer.areas;
    const at = (column: Float64Array) => (i: number) => percentOf(column[i] ?? Number.NaN);
    const group = (k: number) => (i: number) => layer.groupsOf('area', i).at(k);
    const [poor, rich] = [group(0), group(-1)];
    const ratio = (i: number) =>
      hasFigures(layer.areas, i) ? inequality(layer.groupsOf('area', i)).ratio.value : Number.NaN;
    return [
      numberColumn('asked-difference', heads.difference, 1, rows, at(difference)),
      numberColumn('noted-low', heads.low, 1, rows, at(low)),
      numberColumn('noted-high', heads.high, 1, rows, at(high)),
      numberColumn('noted-ratio', heads.ratio, 2, rows, ratio),
      textColumn(
        'asked-verdict',
        heads.verdict,
        rows,
        (i) => gapWord(verdict[i] ?? Verdict.none, words) ?? '',
      ),
      numberColumn('noted-poor', heads.poor, 0, rows, (i) => poor(i)?.n ?? Number.NaN),
      numberColumn('noted-poor-all', heads.poorAll, 0, rows, (i) => poor(i)?.N ?? Number.NaN),
      numberColumn('noted-rich', heads.rich, 0, rows, (i) => rich(i)?.n ?? Number.NaN),
      numberColumn('noted-rich-all', heads.richAll, 0, rows, (i) => rich(i)?.N ?? Number.NaN),
    ];
  },
  name: (_layer, { view }, words) => ({ what: [words.gap.heading(words.indicator[view.indicator].short)] }),
};

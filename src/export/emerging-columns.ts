import type { EmergingLayer } from '#picture/emerging-layer.ts';
import { emergingWord } from '#words/emerging-wording.ts';
import { numberColumn, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** The category, and in how many periods the area was a cluster. */
export const emergingExport: LayerExport<EmergingLayer> = {
  columns: (layer, { rows, words }) => {
    const { columns: heads } = words.emerging;
    const at = (column: Uint8Array | undefined) => (i: number) => column?.[i] ?? Number.NaN;
    return [
      textColumn('asked-category', heads.category, rows, (i) => emergingWord(layer, i, words) ?? ''),
      numberColumn('noted-hot', heads.hot, 0, rows, at(layer.map?.hot)),
      numberColumn('noted-cold', heads.cold, 0, rows, at(layer.map?.cold)),
      numberColumn('noted-periods', heads.periods, 0, rows, at(layer.map?.periods)),
    ];
  },
  name: (_layer, { view }, words) => ({
    what: [words.emerging.heading(words.indicator[view.indicator].short)],
  }),
};

import { NO_CLASS } from '#core/classification.ts';
import type { ExceedanceLayer } from '#picture/exceedance-layer.ts';
import { thresholdOrigin } from '#words/exceedance-wording.ts';
import { numberColumn, percentOf, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** The probability and its class; in the file also the threshold and whose it is. */
export const exceedanceExport: LayerExport<ExceedanceLayer> = {
  columns: (layer, { rows, words, format }) => {
    const { columns: heads, classes, notes } = words.exceedance;
    const { probability, classOf, threshold, distinguishes } = layer.map;
    return [
      numberColumn('asked-probability', heads.probability, 1, rows, (i) =>
        percentOf(probability[i] ?? Number.NaN),
      ),
      textColumn('asked-class', heads.class, rows, (i) =>
        distinguishes ? (classes[classOf[i] ?? NO_CLASS] ?? '') : notes.same,
      ),
      numberColumn('noted-threshold', heads.threshold, 1, rows, () => percentOf(threshold)),
      textColumn('noted-origin', heads.origin, rows, () => thresholdOrigin(layer, words, format)),
    ];
  },
};

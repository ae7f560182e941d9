import type { TargetLayer } from '#picture/target-layer.ts';
import { standingText } from '#words/target-wording.ts';
import { numberColumn, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

const PERCENT = 100;

/** Target, paces, projection and standing of each area that has one. */
export const targetExport: LayerExport<TargetLayer> = {
  columns: (layer, { rows, words }) => {
    const { columns: heads } = words.target;
    const rate = layer.asked.measure === 'rate';
    const scale = rate ? PERCENT : 1;
    const decimals = rate ? 2 : 0;
    const number = (
      key: 'asked-target' | 'noted-required' | 'noted-pace' | 'noted-projection' | 'noted-low' | 'noted-high',
      header: string,
      of: (i: number) => number | undefined,
    ) => numberColumn(key, header, decimals, rows, (i) => (of(i) ?? Number.NaN) * scale);
    const path = (i: number) => layer.areas[i]?.path;
    return [
      number('asked-target', heads.value, (i) => layer.areas[i]?.row.value),
      textColumn('asked-standing', heads.standing, rows, (i) => standingText(layer.areas[i], words)),
      textColumn('noted-due', heads.due, rows, (i) => layer.areas[i]?.row.due ?? ''),
      number('noted-required', heads.required, (i) => path(i)?.required),
      number('noted-pace', heads.pace, (i) => path(i)?.pace),
      number('noted-projection', heads.projection, (i) => path(i)?.projected),
      number('noted-low', heads.low, (i) => path(i)?.low),
      number('noted-high', heads.high, (i) => path(i)?.high),
      textColumn('noted-source', heads.source, rows, (i) => layer.areas[i]?.row.source ?? ''),
    ];
  },
  name: ({ asked }, { view }, words) => ({
    what: [words.target.names[asked.measure], words.indicator[view.indicator].short],
  }),
};

import { Absent } from '#app/kit/absent.tsx';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import type { Indicator } from '#core/indicator.ts';
import { type OverlayLayer, worstCell } from '#picture/overlay-layer.ts';
import { nameBeside } from '#words/indicator-words.ts';
import { cellName } from '#words/overlay-words.ts';
import { statusLabel } from '#words/status-words.ts';
import { BivariateLegend } from './bivariate-legend.tsx';
import type { QuestionView, TalkColumn } from './question-view.ts';

export const overlayView: QuestionView<OverlayLayer, AreaMeasure> = {
  Legend: BivariateLegend,
  column: {
    width: 'var(--second)',
    head: ({ measure }, words, period) => nameBeside(measure.table, period, words),
    order: (words) => words.table.added.overlay,
    areas: ({ measure }) => measure,
    sums: ({ totals, measure, indicator }, rates) => rates(totals, measure.table, indicator),
    keys: ({ value }) => value,
    /** The second indicator; where it has no value, a dash that says why. */
    cell: ({ layer: { indicator }, added, row: { index }, picture, words, format }) => {
      const status = added.status[index] ?? CellStatus.notApplicable;
      return status === CellStatus.observed ? (
        format.percent(added.value[index] ?? Number.NaN)
      ) : (
        <Absent why={statusLabel(status, { ...picture, indicator }, words)} />
      );
    },
  },
  against: null,
  /** Those that are worst in both. */
  talk({ picture, words, format }, layer, told) {
    const { measure, indicator, view } = picture;
    const cell = worstCell(picture, layer);
    const column = (arrow: string, one: Indicator, values: Float64Array): TalkColumn => ({
      header: `${words.table.value} ${arrow}`,
      about: words.indicator[one.id].rate,
      write: (i) => format.percent(values[i] ?? Number.NaN),
      isSure: () => true,
    });
    return {
      caption: words.layers.overlay.cellAreas(
        cellName(picture, layer, cell, words),
        format.count(told.areas.length),
        words.level[view.level],
      ),
      color: picture.shading.colors[cell] ?? null,
      // As on the sides of the legend.
      columns: [column('→', indicator, measure.value), column('↑', layer.indicator, layer.measure.value)],
    };
  },
};

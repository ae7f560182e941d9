import { shortfall } from '#core/service-coverage.ts';
import type { ServiceLayer } from '#picture/service-layer.ts';
import { shownName, shownService } from '#words/service-wording.ts';
import { numberColumn, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** A service with numerator and denominator, or a score with what it rests on. */
export const serviceExport: LayerExport<ServiceLayer> = {
  columns: (layer, { rows, words, format }) => {
    const say = words.service;
    const heads = say.columns;
    const indicator = shownService(layer);
    const at = (i: number) => layer.value[i] ?? Number.NaN;
    const period = textColumn('noted-service-period', heads.period, rows, () =>
      format.period(layer.asked.period),
    );
    if (indicator === null) {
      const of = (i: number) => layer.scores.areas[i]!;
      const unused = (i: number) => {
        const { zero, noTarget, contradiction, missing, untargeted } = of(i);
        return zero + noTarget + contradiction + missing + untargeted;
      };
      return [
        numberColumn('asked-score', heads.value.score, 2, rows, at),
        numberColumn('asked-used', heads.used, 0, rows, (i) => of(i).used),
        numberColumn('asked-unused', heads.missing, 0, rows, unused),
        numberColumn('noted-with-zeros', heads.withZeros, 2, rows, (i) => of(i).withZeros),
        numberColumn(
          'noted-before',
          heads.before,
          2,
          rows,
          (i) => layer.before?.areas[i]?.score ?? Number.NaN,
        ),
        textColumn('noted-formula', heads.formula, rows, () => say.formulas[layer.scores.formula]),
        period,
      ];
    }
    const cell = (i: number) => layer.stand.cells[layer.place ?? 0]![i]!;
    return [
      numberColumn('asked-coverage', heads.value.indicator, 2, rows, at),
      numberColumn('asked-numerator', heads.numerator, 0, rows, (i) => cell(i).n),
      numberColumn('asked-denominator', heads.denominator, 0, rows, (i) => cell(i).N),
      textColumn('asked-state', heads.state, rows, (i) => say.states[cell(i).state]),
      numberColumn('asked-gap', heads.gap, 0, rows, (i) =>
        cell(i).state === 'observed' ? shortfall(cell(i), indicator).people : Number.NaN,
      ),
      numberColumn('noted-target', heads.target, 1, rows, () => indicator.target ?? Number.NaN),
      period,
    ];
  },
  name: (layer, _picture, words) => ({ what: [shownName(layer, words)] }),
};

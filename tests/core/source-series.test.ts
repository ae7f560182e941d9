import { describe, expect, it } from 'vitest';
import { denominatorConflicts, figureParts, type SourceFigure } from '#core/source-series.ts';

const figure = (
  value: number | null,
  counted: string,
  unit = 'persen',
  indicator = 'stunting',
): SourceFigure => ({
  indicator,
  period: '2022',
  value,
  unit,
  counted,
  source: '',
  url: '',
});

describe('published figures', () => {
  it('say or imply their denominators; words without a number imply none', () => {
    expect(figureParts(figure(26.1, '4594 balita (disebut 2024)'))).toEqual({
      n: 4594,
      stated: null,
      implied: 17602,
    });
    expect(figureParts(figure(24, '373 dari 1501'))).toEqual({ n: 373, stated: 1501, implied: 1554 });
    expect(figureParts(figure(18.4, '4.086 balita'))).toEqual({ n: 4086, stated: null, implied: 22207 });
    expect(figureParts(figure(null, '74 anak'))).toEqual({ n: 74, stated: null, implied: null });
    expect(figureParts(figure(10.7, '', 'poin kenaikan'))).toEqual({ n: null, stated: null, implied: null });
    expect(figureParts(figure(8.24, 'L 202986 / P 201134'))).toEqual({
      n: null,
      stated: null,
      implied: null,
    });
  });

  it('stand apart where their denominators do, within one name alone', () => {
    const figures = [
      figure(26.1, '4594 balita'),
      figure(29, '3377 kasus'),
      figure(25.6, ''),
      figure(3.7, '4695 KK', 'persen', 'kemiskinan ekstrem'),
    ];
    expect(denominatorConflicts(figures)).toEqual([true, true, null, false]);
    expect(denominatorConflicts([figure(20, '100'), figure(20, '124')])).toEqual([false, false]);
  });
});

import { expect, test } from 'vitest';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { classSensitivity } from '#core/class-sensitivity.ts';
import { NO_CLASS } from '#core/classification.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import { parsePeriod } from '#core/period.ts';

const stunting = indicators(1).find(({ id }) => id === 'stunting')!;

function measure(percent: readonly number[]): AreaMeasure {
  const table: AreaMeasure['table'] = {
    level: 'village',
    indicator: stunting.id,
    period: parsePeriod('2025-08')!,
    numerator: Float64Array.from(percent, (each) => each * 10),
    denominator: new Float64Array(percent.length).fill(1000),
    status: Uint8Array.from(percent, (each) =>
      Number.isNaN(each) ? CellStatus.notReported : CellStatus.observed,
    ),
  };
  return measureOf(table, stunting, { measure: 'rate', showSmallRates: false });
}

test('areas that change class under another method, and those that enter or leave the highest', () => {
  const shown = measure([1, 5, 15, 25, 28, 29, 31, Number.NaN]);
  const bands = Float64Array.of(0.025, 0.1, 0.2, 0.3);
  const [same, quantiles, two] = classSensitivity(
    shown,
    bands,
    [{ kind: 'bands' }, { kind: 'quantile', classes: 5 }, { kind: 'fixed', breaks: [0.25] }],
    stunting.bands,
  );
  expect(same).toMatchObject({ changed: 0, intoHighest: 0, outOfHighest: 0, classes: 5 });
  // Edges at 7, 19, 26.8 and 28.8 %: 5 falls to class 0, 15 to 1, 25 to 2, 29 rises to 4.
  expect(Array.from(quantiles!.classOf)).toEqual([0, 0, 1, 2, 3, 4, 4, NO_CLASS]);
  expect(quantiles).toMatchObject({ changed: 4, intoHighest: 1, outOfHighest: 0, classes: 5 });
  expect(two).toMatchObject({ classes: 2, changed: 6, intoHighest: 3, outOfHighest: 0 });
  const [out] = classSensitivity(shown, Float64Array.of(0.25), [{ kind: 'bands' }], stunting.bands);
  expect(out).toMatchObject({ intoHighest: 0, outOfHighest: 3 });
});

import { describe, expect, it } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import { indicatorOf } from '#core/tabulation.ts';
import { alarmPeriods, controlSeries, earlyAlarms } from '#picture/control-series.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPeriodMeasures } from '#picture/period-measures.ts';
import { datasetOf, tableOf } from '#tests/core/small-city.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2] as const;

function months(n: number): readonly Period[] {
  return Array.from({ length: n }, (_, k) => {
    const text = `${2025 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`;
    const found = parsePeriod(text);
    if (found === null) throw new Error(text);
    return found;
  });
}

/** v0 stays about 20 %, and is `last` % in the last month; v1 stays. */
function ofMonths(periods: readonly Period[], last: number) {
  const children = periods.flatMap((period, k) => [
    ...village(0, 200, k === periods.length - 1 ? 2 * last : 40 + (k % 3), 2, 5, period),
    ...village(1, 200, 50 + (k % 4), 2, 5, period),
  ]);
  return datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES, { periods })],
    periods,
  });
}

function alarmsOf(periods: readonly Period[], last: number) {
  const dataset = ofMonths(periods, last);
  const asked = openingView(dataset.manifest);
  return earlyAlarms(createPeriodMeasures()(dataset, asked, alarmPeriods(dataset, asked), false));
}

describe('early signs', () => {
  it('are of a month unlike those before it, either way, and of no other', () => {
    expect(alarmsOf(months(12), 45)).toEqual([{ index: 0, value: 0.45, higher: true }]);
    expect(alarmsOf(months(12), 4)).toEqual([{ index: 0, value: 0.04, higher: false }]);
    expect(alarmsOf(months(12), 20)).toEqual([]);
  });

  it('need ten months without a gap', () => {
    expect(alarmsOf(months(9), 45)).toEqual([]);
    expect(alarmsOf([...months(4), ...months(14).slice(6)], 45)).toEqual([]);
  });
});

describe('a series between its limits', () => {
  it('is of the area or the whole, and rings what is beyond', () => {
    const dataset = ofMonths(months(14), 45);
    const asked = openingView(dataset.manifest);
    const indicator = indicatorOf(dataset, 'stunting');
    const own = controlSeries(dataset, asked, indicator, 0 as AreaIndex);
    expect(own?.baseline).toBe(12);
    expect(own?.chart.signal[13]).toBe(1);
    const whole = controlSeries(dataset, asked, indicator, null);
    expect(whole?.line.denominator[0]).toBe(400);
    expect(controlSeries(dataset, asked, indicatorOf(dataset, 'coverage'), null)).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controlChart, Signal } from '#core/control-chart.ts';
import { sharedPath } from '#tests/shared-data.ts';

describe('a chart of proportions', () => {
  it('signals what lies beyond its baseline, a run on one side, and a drift', () => {
    const children = Array.from({ length: 20 }, () => 400);
    const base = [80, 84, 78, 82, 79, 81, 83, 77, 80, 82];
    const beyond = controlChart([...base, ...Array(9).fill(80), 140], children, 10);
    expect(beyond.signal[19]).toBe(Signal.beyond);
    const shifted = controlChart([...base, ...Array(10).fill(83)], children, 10);
    expect([...shifted.signal.slice(10)].some((own) => own === Signal.run || own === Signal.ewma)).toBe(true);
    expect(
      [...controlChart(base, children.slice(0, 10), 10).signal].every((own) => own === Signal.none),
    ).toBe(true);
  });

  it('has no limits where there is no figure, and knows nothing of what follows the baseline', () => {
    const one = controlChart([20, Number.NaN, 25, 22, 90], [100, Number.NaN, 100, 100, 100], 4);
    expect(one.low[1]).toBeNaN();
    expect(one.signal[1]).toBe(Signal.none);
    const other = controlChart([20, Number.NaN, 25, 22, 10], [100, Number.NaN, 100, 100, 100], 4);
    expect([other.center, other.sigmaZ]).toEqual([one.center, one.sigmaZ]);
  });

  it('stands where all are alike', () => {
    const { signal, z } = controlChart([0, 0, 0], [50, 50, 50], 3);
    expect([...signal, ...z]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('takes what varies more than chance from month to month for its own, and nothing less', () => {
    const children = Array.from({ length: 12 }, () => 4000);
    const wide = [700, 900, 720, 880, 690, 910, 740, 860, 710, 900, 730, 870];
    expect(controlChart(wide, children, 12).deviation).toBeGreaterThan(5);
    expect([...controlChart(wide, children, 12).signal].every((own) => own === Signal.none)).toBe(true);
    // The same children again: hardly any movement, and then one that chance can make.
    const again = controlChart([800, 801, 800, 801, 800, 801, 800, 801, 840], Array(9).fill(4000), 8);
    expect(again.sigmaZ).toBeLessThan(0.1);
    expect(again.signal[8]).toBe(Signal.none);
  });

  it('equals R', () => {
    const path = sharedPath('vectors/timeseries/pchart.json');
    if (path === null) return;
    const expected = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number[]> & {
      pbar: number;
      pbar_baseline8: number;
      laney_sigma_z: number;
    };
    const column = (key: string) => {
      const values = expected[key];
      if (values === undefined) throw new Error(key);
      return values;
    };
    const chart = controlChart(column('k'), column('n'), column('k').length);
    expect(chart.center).toBeCloseTo(expected.pbar, 12);
    expect(chart.sigmaZ).toBeCloseTo(expected.laney_sigma_z, 12);
    const close = (own: Float64Array, key: string) => {
      for (const [k, value] of column(key).entries()) expect(own[k], `${key} ${k}`).toBeCloseTo(value, 9);
    };
    close(chart.z, 'z');
    close(chart.plainLow, 'lcl');
    close(chart.plainHigh, 'ucl');
    // Here z varies less than by chance: limits are not drawn closer for it.
    expect([chart.deviation, chart.low, chart.high]).toEqual([1, chart.plainLow, chart.plainHigh]);
    const laney = (limit: Float64Array) =>
      limit.map((each) => chart.center + (each - chart.center) * chart.sigmaZ);
    close(laney(chart.plainLow), 'laney_lcl');
    close(laney(chart.plainHigh), 'laney_ucl');
    close(chart.ewmaLimit, 'ewma_limit');
    close(chart.ewma, 'ewma_z');
    expect(controlChart(column('k'), column('n'), 8).center).toBeCloseTo(expected.pbar_baseline8, 12);
  });
});

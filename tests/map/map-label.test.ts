import { describe, expect, it } from 'vitest';
import { labelPlan } from '#map/map-label.ts';
import { squares } from './squares.ts';

describe('the plan of names', () => {
  it('places the larger area first', () => {
    const small = squares(2, 1, 0.01);
    const large = squares(1, 1, 0.05, [123.6, -10.2]);
    const boundaries = {
      ...small.boundaries,
      features: [...small.boundaries.features, ...large.boundaries.features],
    };
    const plan = labelPlan({
      boundaries,
      labels: [...small.labels, ...large.labels],
      outlineLabels: [],
      labelScale: 1,
    });
    expect(plan.areas.features.map((feature) => feature.properties.order)).toEqual([1, 2, 0]);
  });

  it('shows names of few areas at every zoom, of many only where there is room', () => {
    expect(labelPlan({ ...squares(10, 5), outlineLabels: [], labelScale: 1 }).areaZoom).toBe(0);
    const fine = labelPlan({ ...squares(30, 20, 0.01), outlineLabels: [], labelScale: 1 }).areaZoom;
    const coarse = labelPlan({ ...squares(30, 20, 0.04), outlineLabels: [], labelScale: 1 }).areaZoom;
    expect(fine).toBeCloseTo(11.6, 0);
    expect(fine - coarse).toBeCloseTo(2, 1);
    const large = labelPlan({ ...squares(30, 20, 0.01), outlineLabels: [], labelScale: 2 }).areaZoom;
    expect(large - fine).toBeCloseTo(1, 1);
  });

  it('leaves out a name without a place', () => {
    const { boundaries } = squares(1, 1);
    const labels = [{ text: 'Nowhere', point: [Number.NaN, 0] as const }];
    expect(labelPlan({ boundaries, labels, outlineLabels: [], labelScale: 1 }).areas.features).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { labelPlan, namePlan, toldLabels } from '#map/map-label.ts';
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

  it('places told areas by their number before all others, and those outside last', () => {
    const { boundaries, labels } = squares(5, 1);
    const marks = [{}, { muted: true }, { number: 2 }, {}, { number: 1 }];
    const plan = labelPlan({
      boundaries,
      labels: labels.map((label, i) => ({ ...label, ...marks[i] })),
      outlineLabels: [],
      labelScale: 1,
    });
    const placed = [...plan.areas.features].sort((a, b) => a.properties.order - b.properties.order);
    const order = placed.map(({ properties }) => properties.index);
    expect([...order.slice(0, 2), ...order.slice(2, 4).sort(), order[4]]).toEqual([4, 2, 0, 3, 1]);
    expect(placed.map(({ properties }) => properties.number)).toEqual([
      1,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(placed.at(-1)?.properties.muted).toBe(true);
  });

  it('sets told areas apart, and plans the names of all as if none were', () => {
    const { boundaries, labels } = squares(4, 1);
    const told = labels.map((label, i) => ({ ...label, number: [null, 2, null, 1][i] ?? null }));
    expect(toldLabels(told).features.map(({ properties }) => properties)).toEqual([
      { index: 1, text: 'Area 1', order: 2, number: 2, muted: false, partial: false },
      { index: 3, text: 'Area 3', order: 1, number: 1, muted: false, partial: false },
    ]);
    const scene = { boundaries, outlineLabels: [], labelScale: 1 };
    expect(namePlan({ ...scene, labels: told })).toEqual(labelPlan({ ...scene, labels }));
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { questionOf, SINGLE, type View } from '#core/view.ts';
import { takesBack } from '#picture/notice.ts';
import { openingView } from '#picture/opening-view.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { setWeight } from '#picture/priority-weights.ts';
import { keepHistory, redo, undo } from '#state/history.ts';
import { createAppStore, setFilters, setView } from '#state/store.ts';
import { JULY } from '#tests/core/small-city.ts';
import { atlasOf, openAtlas } from './kept-view.ts';

function opened() {
  const store = createAppStore();
  keepHistory(store);
  openAtlas(store, atlasOf());
  return store;
}

const STEPS: readonly Partial<View>[] = [
  { indicator: 'wasting' },
  { measure: 'count' },
  { period: JULY },
  { level: 'district' },
  { filters: { classes: { sex: ['male'] }, districts: [] } },
];

describe('undo and redo', () => {
  it('take every step back and bring it again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (steps) => {
        const store = opened();
        const seen = [store.getState().view];
        for (const step of steps) {
          setView(store, step);
          seen.push(store.getState().view);
        }
        for (const view of seen.toReversed().slice(1)) {
          undo(store);
          expect(store.getState().view).toBe(view);
        }
        undo(store);
        expect(store.getState().view).toBe(seen[0]);
        for (const view of seen.slice(1)) {
          redo(store);
          expect(store.getState().view).toBe(view);
        }
      }),
    );
  });

  it('a new step ends what could be brought again', () => {
    const store = opened();
    setView(store, { indicator: 'wasting' });
    undo(store);
    setView(store, { measure: 'count' });
    redo(store);
    expect(store.getState().view).toMatchObject({ indicator: 'stunting', measure: 'count' });
    expect(store.getState().future).toEqual([]);
  });

  it('hovering, language and notices are no steps; the steps are bounded', () => {
    const store = opened();
    store.setState({ hovered: 2, language: 'en', notice: { kind: 'wiped' }, camera: { district: null } });
    expect(store.getState().past).toEqual([]);
    for (let k = 0; k < 250; k++) setView(store, { classesLocked: k % 2 === 0 });
    expect(store.getState().past).toHaveLength(100);
  });

  it('edges typed letter by letter are one step', () => {
    const store = opened();
    setView(store, { classification: { kind: 'fixed', breaks: [0.1] } });
    for (const edge of [0.2, 0.25, 0.3]) {
      setView(store, { classification: { kind: 'fixed', breaks: [0.1, edge] } });
    }
    undo(store);
    undo(store);
    expect(store.getState().view?.classification).toEqual({ kind: 'bands' });
  });

  it('a weight on its way is one step, after the index it started from', () => {
    const store = opened();
    const before = store.getState().view;
    const index = openingPriority(['stunting', 'wasting']);
    setView(store, { question: index ?? SINGLE });
    for (const percent of [51, 52, 60, 70]) {
      const criteria = setWeight(index?.criteria ?? [], 0, percent);
      setView(store, { question: index ? { ...index, criteria } : SINGLE });
    }
    expect(index).not.toBeNull();
    const { view } = store.getState();
    expect(view && questionOf(view, 'priority')?.criteria[0]?.weight).toBe(70);
    undo(store);
    expect(store.getState().view?.question).toEqual(index);
    undo(store);
    expect(store.getState().view).toEqual(before);
  });

  it('a kecamatan asked about brings the map there, and a step back brings it back', () => {
    const store = opened();
    const [first, second] = ['d0', 'd1'].map(areaCode);
    const whole = store.getState().camera;
    setFilters(store, (old) => ({ ...old, districts: [first!] }));
    expect(store.getState().camera).toEqual({ districts: [first] });
    const there = store.getState().camera;
    setView(store, { indicator: 'wasting' });
    expect(store.getState().camera).toBe(there);
    setFilters(store, (old) => ({ ...old, districts: [first!, second!] }));
    expect(store.getState().camera).toEqual({ districts: [first, second] });
    undo(store);
    expect(store.getState().camera).toEqual({ districts: [first] });
    undo(store);
    undo(store);
    expect(store.getState().camera).toEqual(whole);
    redo(store);
    expect(store.getState().camera).toEqual({ districts: [first] });
  });

  it('what was ended unasked has its way back until another step is made', () => {
    const store = opened();
    const index = openingPriority(['stunting', 'wasting']) ?? SINGLE;
    const end = () => {
      setView(store, { question: index });
      setView(store, { indicator: 'wasting' });
      expect(takesBack(store.getState().notice)).toBe(true);
    };
    end();
    undo(store);
    expect(store.getState().view?.question).toEqual(index);
    end();
    store.setState({ hovered: 1 });
    expect(takesBack(store.getState().notice)).toBe(true);
    const one = { id: 1, title: 'Rapat', text: 'v1', data: '1', figures: '', areas: [] };
    store.setState({ scenarios: [one] });
    expect(store.getState().notice).toBeNull();
  });

  it('ends with other data, and not when the whole dataset follows its first answer', () => {
    const store = createAppStore();
    keepHistory(store);
    const atlas = atlasOf();
    openAtlas(store, { ...atlas, dataset: null });
    setView(store, { indicator: 'wasting' });
    store.setState({ atlas });
    expect(store.getState().past).toHaveLength(1);
    openAtlas(store, atlasOf([3, 2]));
    expect(store.getState().past).toEqual([]);
    undo(store);
    expect(store.getState().view).toEqual(openingView(atlas.manifest));
  });
});

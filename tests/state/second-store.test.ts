import { describe, expect, it } from 'vitest';
import { ONE_MAP } from '#picture/arrangement.ts';
import { smallViews } from '#picture/small-views.ts';
import { followFirst } from '#state/second-store.ts';
import { arrange, openingSecond, secondView } from '#state/second-view.ts';
import { createAppStore, select, setFilters, setView } from '#state/store.ts';
import { AUGUST, JULY } from '#tests/core/small-city.ts';
import { atlasOf, openAtlas, storeWith } from './kept-view.ts';

function pair() {
  const first = storeWith(atlasOf());
  setView(first, { period: AUGUST });
  arrange(first, { kind: 'side' });
  const second = createAppStore();
  const stop = followFirst(first, second);
  return { first, second, stop };
}

const codeOf = (index: number) => atlasOf().territory.villages.areas[index]?.code ?? null;

describe('a second map', () => {
  it('opens on the period before, and goes with the first in everything else', () => {
    const { first, second } = pair();
    expect(second.getState().view).toEqual({ ...first.getState().view, period: JULY });
    setFilters(first, (filters) => ({ ...filters, classes: { sex: ['female'] } }));
    expect(second.getState().view?.filters.classes.sex).toEqual(['female']);
    setView(first, { period: JULY });
    expect(second.getState().view).toBeNull();
  });

  it('takes no part in undo or link: the view of the first stays as it was', () => {
    const { first } = pair();
    const { view } = first.getState();
    arrange(first, { second: { kind: 'indicator', indicator: 'wasting' } });
    arrange(first, { kind: 'swipe' });
    expect(first.getState().view).toBe(view);
  });

  it('points at and selects the same areas from either side, where both show one level', () => {
    const { first, second } = pair();
    second.setState({ hovered: 2 });
    expect(first.getState().hovered).toBe(2);
    first.setState({ hovered: 3 });
    expect(second.getState().hovered).toBe(3);
    select(second, codeOf(1), false);
    expect(first.getState().view?.selected).toEqual([codeOf(1)]);
    select(first, codeOf(4), true);
    expect(second.getState().view?.selected).toEqual([codeOf(1), codeOf(4)]);
  });

  it('keeps its own pointer and selection where it shows another level', () => {
    const { first, second } = pair();
    const { view } = first.getState();
    if (!view) throw new Error('no view');
    arrange(first, { second: { kind: 'view', view: { ...view, level: 'district', selected: [] } } });
    select(first, codeOf(0), false);
    first.setState({ hovered: 4 });
    expect(second.getState()).toMatchObject({ hovered: null, view: { selected: [] } });
    const district = atlasOf().territory.districts.areas[1]?.code ?? null;
    select(second, district, false);
    second.setState({ hovered: 1 });
    setView(first, { period: JULY });
    expect(first.getState()).toMatchObject({ hovered: 4, view: { selected: [codeOf(0)] } });
    expect(second.getState()).toMatchObject({ hovered: 1, view: { selected: [district] } });
  });

  it('is left alone once it has ended', () => {
    const { first, second, stop } = pair();
    stop();
    first.setState({ hovered: 1 });
    expect(second.getState().hovered).toBeNull();
  });

  it('takes over classes where asked', () => {
    const { manifest } = atlasOf();
    const { first } = pair();
    const { view } = first.getState();
    if (!view) throw new Error('no view');
    const classes = { kind: 'fixed', breaks: [0.1] } as const;
    const second = openingSecond(view, manifest);
    expect(second).toEqual({ kind: 'previous' });
    expect(secondView(view, { second, classes }, manifest)?.classification).toBe(classes);
    expect(secondView(view, { ...ONE_MAP }, manifest)).toBeNull();
  });
});

describe('small maps', () => {
  it('are the periods of the kind in order with one set of classes, or the indicators', () => {
    const { manifest } = atlasOf();
    const store = createAppStore();
    openAtlas(store, atlasOf());
    setView(store, { classesLocked: false, question: { kind: 'change', comparedWith: JULY } });
    const { view } = store.getState();
    if (!view) throw new Error('no view');
    const periods = smallViews(view, 'period', manifest, 5);
    expect(periods.map(({ part }) => part)).toEqual([{ period: JULY }, { period: AUGUST }]);
    expect(periods.every(({ view: own }) => own.classesLocked && own.question.kind === 'single')).toBe(true);
    expect(smallViews(view, 'indicator', manifest, 5_001)[0]?.view.level).toBe('district');
  });
});

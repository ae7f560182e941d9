import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { areaCode } from '#core/area.ts';
import { openingView } from '#picture/opening-view.ts';
import { followAddress } from '#state/address.ts';
import { keepHistory } from '#state/history.ts';
import { type AppStore, createAppStore, select, setView } from '#state/store.ts';
import { JULY } from '#tests/core/small-city.ts';
import { atlasOf, fakeBar, openAtlas } from './kept-view.ts';
import { saidNotice } from './said-notice.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page(hash = '') {
  const store = createAppStore();
  const bar = fakeBar(hash);
  keepHistory(store);
  followAddress(store, bar);
  return { store, bar };
}

const viewOf = (store: AppStore) => store.getState().view;
const pause = () => vi.advanceTimersByTime(1000);

describe('the address', () => {
  it('says what is shown as soon as there is something, without a page of its own', () => {
    const { store, bar } = page();
    openAtlas(store, atlasOf());
    expect(bar.pages).toHaveLength(1);
    expect(bar.read()).toMatch(/^#v2;i=stunting;p=2026-08;c=bands;by=2;d=[0-9a-z]+$/);
  });

  it('gives a new question a page, a series of quick changes one, and a selection none', () => {
    const { store, bar } = page();
    openAtlas(store, atlasOf());
    setView(store, { indicator: 'wasting' });
    pause();
    expect(bar.pages).toHaveLength(2);
    for (let k = 0; k < 200; k++) setView(store, { classesLocked: k % 2 === 0 });
    pause();
    expect(bar.pages).toHaveLength(3);
    select(store, areaCode('d0v1'), false);
    pause();
    expect(bar.pages).toHaveLength(3);
    expect(bar.read()).toContain(';sel=d0v1;');
  });

  it('is followed when the page opens, when it is typed, and on the way back', () => {
    const { store: first, bar: firstBar } = page();
    openAtlas(first, atlasOf());
    setView(first, { indicator: 'wasting', period: JULY });
    pause();
    const link = firstBar.read();

    const { store, bar } = page(link);
    openAtlas(store, atlasOf());
    expect(viewOf(store)).toEqual(viewOf(first));
    expect(bar.pages).toEqual([link]);
    expect(store.getState().past).toEqual([]);

    setView(store, { measure: 'count' });
    pause();
    bar.go(link);
    expect(viewOf(store)).toEqual(viewOf(first));
    bar.go(encodeURI(link));
    expect(viewOf(store)).toEqual(viewOf(first));
    bar.go(`#${encodeURIComponent(link.slice(1))}`);
    expect(viewOf(store)).toEqual(viewOf(first));
    expect(bar.read()).toBe(link);
  });

  it('of other data is told, changes nothing, and is followed once these are open', async () => {
    const { store: other, bar: otherBar } = page();
    openAtlas(other, atlasOf([1, 4]));
    setView(other, { indicator: 'wasting' });
    pause();

    const { store, bar } = page(otherBar.read());
    const demo = atlasOf([3, 2], 'example');
    openAtlas(store, demo);
    expect(viewOf(store)).toEqual(openingView(demo.manifest));
    expect(bar.read()).toBe(otherBar.read());
    expect(saidNotice(store)).toContain('untuk data lain');
    openAtlas(store, atlasOf([1, 4]));
    expect(viewOf(store)).toEqual(viewOf(other));
  });

  it('that does not fit says what was left out, and then says what is shown', async () => {
    const { store, bar } = page('#v1;i=wasting;p=2031-01;c=bands;sex=other');
    openAtlas(store, atlasOf());
    expect(viewOf(store)).toMatchObject({ indicator: 'wasting', period: '2026-08' });
    expect(bar.read()).toMatch(/^#v2;i=wasting;p=2026-08;c=bands;by=1;d=/);
    expect(saidNotice(store)).toContain('periode, saringan');
  });

  it('opens in its room with the panel that was open', () => {
    const { store: first, bar: firstBar } = page();
    openAtlas(first, atlasOf());
    first.setState({ panels: { map: 'trend' } });
    pause();
    const link = firstBar.read();
    expect(link).toContain(';tab=trend;d=');
    expect(firstBar.pages).toHaveLength(1);

    const { store, bar } = page(link);
    openAtlas(store, atlasOf());
    expect(store.getState().panels.map).toBe('trend');
    expect(store.getState().notice).toBeNull();
    expect(bar.read()).toBe(link);
  });

  it('may lead to a place in the page without losing the view', () => {
    const { store, bar } = page();
    openAtlas(store, atlasOf());
    const before = bar.read();
    bar.go('#peringkat');
    expect(bar.read()).toBe(before);
  });

  it('never breaks the page, whatever is typed', () => {
    const { store, bar } = page();
    openAtlas(store, atlasOf());
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((s) => `v2;${s}`),
          fc.string().map((s) => `v1;${s}`),
        ),
        (text) => {
          bar.go(`#${text}`);
          expect(viewOf(store)).not.toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves out a selection that no program would pass on', () => {
    const { store, bar } = page();
    const atlas = atlasOf([700]);
    openAtlas(store, atlas);
    setView(store, { selected: atlas.territory.villages.areas.map(({ code }) => code) });
    pause();
    expect(bar.read()).not.toContain('sel=');
    expect(viewOf(store)?.selected).toHaveLength(700);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepSlide } from '#state/presenter.ts';
import {
  addSavedViews,
  deleteSaved,
  keepSavedViews,
  moveSaved,
  renameSaved,
  SAVED_VIEWS_KEY,
  savedViewsFile,
  saveView,
  stepSaved,
} from '#state/saved-views.ts';
import { aloneWith } from '#state/shared-machine.ts';
import { type AppStore, createAppStore, setView } from '#state/store.ts';
import { AUGUST, JULY } from '#tests/core/small-city.ts';
import { atlasOf, fakeStorage, storeWith } from './kept-view.ts';
import { saidNotice } from './said-notice.ts';

const titles = (store: AppStore) => store.getState().saved.map(({ title }) => title);
const indicatorOf = (store: AppStore) => store.getState().view?.indicator;

/** Stunting, wasting and underweight, saved in this order; stunting is shown. */
function withThree(): AppStore {
  const store = storeWith(atlasOf());
  for (const indicator of ['stunting', 'wasting', 'underweight'] as const) {
    setView(store, { indicator });
    saveView(store, indicator);
  }
  stepSaved(store, -1);
  stepSaved(store, -1);
  return store;
}

describe('saved views', () => {
  it('are listed, renamed, moved and deleted', () => {
    const store = withThree();
    const [first, second] = store.getState().saved;
    moveSaved(store, first?.id ?? 0, 1);
    renameSaved(store, second?.id ?? 0, '  Wasting\n dulu ');
    expect(titles(store)).toEqual(['Wasting dulu', 'stunting', 'underweight']);
    renameSaved(store, second?.id ?? 0, ' ');
    moveSaved(store, second?.id ?? 0, -1);
    expect(titles(store)).toEqual(['Wasting dulu', 'stunting', 'underweight']);
    deleteSaved(store, first?.id ?? 0);
    expect(titles(store)).toEqual(['Wasting dulu', 'underweight']);
  });

  it('are gone through by Page Down and Page Up, and end at the ends', () => {
    const store = withThree();
    expect(indicatorOf(store)).toBe('stunting');
    stepSlide(store, 'PageUp', false);
    expect(indicatorOf(store)).toBe('stunting');
    for (const expected of ['wasting', 'underweight', 'underweight']) {
      stepSlide(store, 'PageDown', false);
      expect(indicatorOf(store)).toBe(expected);
    }
    stepSlide(store, 'ArrowLeft', false);
    expect(indicatorOf(store)).toBe('wasting');
    stepSlide(store, ' ', false);
    expect(indicatorOf(store)).toBe('underweight');
    expect(stepSlide(store, 'ArrowRight', true)).toBe(false);
    stepSlide(store, 'PageUp', false);
    expect(store.getState().view).toMatchObject({ indicator: 'wasting', period: AUGUST });
  });

  it('where there are none the keys go through the periods', () => {
    const store = storeWith(atlasOf());
    stepSlide(store, 'PageUp', false);
    expect(store.getState().view?.period).toBe(JULY);
    stepSlide(store, 'PageDown', false);
    expect(store.getState().view?.period).toBe(AUGUST);
  });

  it('those of other data are passed over', () => {
    const store = withThree();
    store.setState(({ saved }) => ({
      saved: saved.map((one, k) => (k === 1 ? { ...one, data: 'other' } : one)),
    }));
    stepSaved(store, 1);
    expect(indicatorOf(store)).toBe('underweight');
  });
});

describe('keeping them on the machine', () => {
  it('only when asked, and away when no longer', () => {
    const storage = fakeStorage();
    const store = storeWith(atlasOf());
    keepSavedViews(store, aloneWith(storage));
    saveView(store, 'satu');
    expect(storage.kept.size).toBe(0);
    store.setState({ savedKept: true });
    saveView(store, 'dua');
    expect([...storage.kept.keys()]).toEqual([SAVED_VIEWS_KEY]);

    const later = createAppStore();
    keepSavedViews(later, aloneWith(storage));
    expect(titles(later)).toEqual(['satu', 'dua']);
    expect(later.getState().savedKept).toBe(true);

    store.setState({ savedKept: false });
    expect(storage.kept.size).toBe(0);
  });

  it('a full or forbidden machine takes the wish back and says so', () => {
    for (const storage of [fakeStorage(10), null]) {
      const store = storeWith(atlasOf());
      keepSavedViews(store, aloneWith(storage));
      saveView(store, 'satu');
      store.setState({ savedKept: true });
      expect(store.getState().savedKept).toBe(false);
      expect(saidNotice(store)).toContain('tidak dapat menyimpan');
      expect(titles(store)).toEqual(['satu']);
    }
  });

  it('what is kept is checked, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constant('{"version":1,"views":[{"title":3},null]}')),
        (text) => {
          const storage = fakeStorage();
          storage.setItem(SAVED_VIEWS_KEY, text);
          const store = storeWith(atlasOf());
          keepSavedViews(store, aloneWith(storage));
          expect(titles(store)).toEqual([]);
        },
      ),
    );
  });
});

describe('as a file', () => {
  it('hold no more than titles and links, and come back once', () => {
    const store = withThree();
    const file = savedViewsFile(store.getState().saved);
    const other = storeWith(atlasOf());
    expect(addSavedViews(other, file)).toBe(3);
    expect(addSavedViews(other, file)).toBe(0);
    const plain = (one: AppStore) => one.getState().saved.map(({ id: _, ...rest }) => rest);
    expect(plain(other)).toEqual(plain(store));
  });

  it('another file is refused', () => {
    const store = storeWith(atlasOf());
    for (const file of ['', '[]', '{"version":1,"views":[]}', '{"format":"peta-sasaran/saved-views"}']) {
      expect(addSavedViews(store, file)).toBeNull();
    }
  });
});

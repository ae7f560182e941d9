import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import { decodeView } from '#core/view-codec.ts';
import { openingView } from '#picture/opening-view.ts';
import { endPresentation, startPresentation, stepSlide } from '#state/presenter.ts';
import { saveDistrictViews, saveView, showSaved, stepSaved } from '#state/saved-views.ts';
import { type AppStore, setView } from '#state/store.ts';
import { AUGUST, JULY } from '#tests/core/small-city.ts';
import { atlasOf, storeWith } from './kept-view.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {}, fullscreenElement: null });
});
afterEach(() => vi.unstubAllGlobals());

const districtsOf = (store: AppStore): readonly AreaCode[] =>
  store.getState().atlas?.territory.districts.areas.map(({ code }) => code) ?? [];

/** The whole city, then each of its two kecamatan. */
function withDistricts(): AppStore {
  const store = storeWith(atlasOf());
  saveView(store, 'Kota');
  saveDistrictViews(store, ({ districts }) => `Kecamatan ${districts.join()}`);
  return store;
}

describe('a presentation', () => {
  it('starts with the first saved view, whatever was shown before', () => {
    const store = withDistricts();
    const last = store.getState().saved.at(-1);
    if (last) showSaved(store, last);
    setView(store, { indicator: 'wasting' });
    startPresentation(store);
    const { presenting, savedShown, saved, view } = store.getState();
    expect([presenting, savedShown, view?.indicator]).toEqual([true, saved[0]?.id, 'stunting']);
  });

  it('brings the map to the kecamatan of a view, and back to everything', () => {
    const store = withDistricts();
    const [first, second] = districtsOf(store);
    startPresentation(store);
    expect(store.getState().camera).toEqual({ district: null });
    stepSlide(store, 'PageDown', false);
    expect(store.getState().camera).toEqual({ districts: [first] });
    stepSlide(store, ' ', false);
    expect(store.getState().camera).toEqual({ districts: [second] });
    stepSaved(store, -1);
    stepSaved(store, -1);
    expect(store.getState().camera).toEqual({ district: null });
  });

  it('steps through the periods where no view is saved, but not under a proposal', () => {
    const store = storeWith(atlasOf());
    const periodOf = () => store.getState().view?.period;
    const keys = ['PageUp', 'ArrowLeft', ' ', 'PageDown', 'ArrowRight', 'PageUp'];
    const walk = () => keys.map((key) => [stepSlide(store, key, false), periodOf()]);
    setView(store, { period: AUGUST });
    startPresentation(store);
    expect(walk().map(([, period]) => period)).toEqual([JULY, JULY, AUGUST, AUGUST, AUGUST, JULY]);
    setView(store, { period: AUGUST, room: 'proposal' });
    store.setState({ blank: true });
    expect(walk()).toEqual(keys.map(() => [true, AUGUST]));
    expect(store.getState().blank).toBe(false);
    saveView(store, 'Agustus');
    setView(store, { period: JULY, room: 'map' });
    saveView(store, 'Juli');
    startPresentation(store);
    stepSlide(store, ' ', false);
    expect(periodOf()).toBe(JULY);
    endPresentation(store);
  });

  it('goes black and comes back, swallows the key that loads a page again, and ends', () => {
    const store = withDistricts();
    startPresentation(store);
    for (const key of ['b', '.', 'B']) {
      stepSlide(store, key, false);
      expect(store.getState().blank).toBe(true);
      stepSlide(store, key, false);
      expect(store.getState().blank).toBe(false);
    }
    stepSlide(store, 'b', false);
    stepSlide(store, 'PageDown', false);
    expect(store.getState().blank).toBe(false);
    const before = store.getState();
    expect(stepSlide(store, 'F5', false)).toBe(true);
    expect(store.getState()).toBe(before);
    expect(stepSlide(store, 'a', false)).toBe(false);
    stepSlide(store, 'b', false);
    stepSlide(store, 'Escape', false);
    expect([store.getState().presenting, store.getState().blank]).toEqual([false, false]);
    endPresentation(store);
  });
});

describe('a view for each kecamatan', () => {
  it('asks the present question of each, and of none twice', () => {
    const store = storeWith(atlasOf());
    setView(store, { indicator: 'wasting', level: 'district' });
    const title = ({ districts }: { readonly districts: readonly string[] }) => `K ${districts.join()}`;
    expect(saveDistrictViews(store, title)).toBe(2);
    expect(saveDistrictViews(store, title)).toBe(0);
    const { saved, atlas } = store.getState();
    if (!atlas) throw new Error('no atlas');
    const views = saved.map(({ text }) =>
      decodeView(text, atlas.manifest, atlas.territory, openingView(atlas.manifest), false),
    );
    const read = views.map((view) => (view.ok ? view.value : null));
    expect(read.map((view) => view?.filters.districts)).toEqual(districtsOf(store).map((code) => [code]));
    expect(read.map((view) => [view?.indicator, view?.level])).toEqual([
      ['wasting', 'village'],
      ['wasting', 'village'],
    ]);
    expect(new Set(saved.map(({ id }) => id)).size).toBe(2);
  });
});

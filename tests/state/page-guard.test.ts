import { describe, expect, it } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import type { Atlas } from '#picture/atlas.ts';
import { guardPage, isLostWithPage, keepOpened } from '#state/page-guard.ts';
import { saveView } from '#state/saved-views.ts';
import { createAppStore } from '#state/store.ts';
import { atlasOf, fakeStorage, storeWith } from './kept-view.ts';

const OFFICE = { name: 'Kota Kupang 2026', tier: 'internal' } as const;

describe('leaving the page', () => {
  it('asks while data of the reader are open, and not over the example', () => {
    const store = storeWith(atlasOf([2], 'example'));
    expect(isLostWithPage(store.getState())).toBe(false);
    store.setState({ opened: { name: 'Rilis', tier: 'release' } });
    expect(isLostWithPage(store.getState())).toBe(true);
    expect(isLostWithPage(storeWith(atlasOf([2], 'internal')).getState())).toBe(true);
  });

  it('asks while an office has laid something over them, kept or not, or has typed a target', () => {
    const store = storeWith(atlasOf([2], 'example'));
    const { atlas } = store.getState();
    store.setState({ datasetKept: 'kept', atlas: atlas && { ...atlas, targets: [] } });
    expect(isLostWithPage(store.getState())).toBe(false);
    const dataset = { laid: ['services'] } as unknown as Dataset;
    store.setState({ atlas: atlas && { ...atlas, dataset } });
    expect(isLostWithPage(store.getState())).toBe(true);
    const targets = [{}] as unknown as NonNullable<Atlas['targets']>;
    store.setState({ atlas: atlas && { ...atlas, targets } });
    expect(isLostWithPage(store.getState())).toBe(true);
  });

  it('asks while saved views are in the page alone', () => {
    const store = storeWith(atlasOf([2], 'example'));
    saveView(store, 'Rapat');
    expect(isLostWithPage(store.getState())).toBe(true);
    store.setState({ savedFiled: store.getState().saved });
    expect(isLostWithPage(store.getState())).toBe(false);
    saveView(store, 'Lagi');
    expect(isLostWithPage(store.getState())).toBe(true);
    store.setState({ savedKept: true });
    expect(isLostWithPage(store.getState())).toBe(false);
  });

  it('the browser is told', () => {
    const store = storeWith(atlasOf([2], 'example'));
    const page = new EventTarget() as unknown as Window;
    guardPage(store, page);
    const asked = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asked()).toBe(false);
    store.setState({ opened: OFFICE });
    expect(asked()).toBe(true);
  });
});

describe('after the page was loaded again', () => {
  it('says what was open, and holds no figure of it', () => {
    const tab = fakeStorage();
    const store = storeWith(atlasOf([3, 2]));
    keepOpened(store, tab);
    expect(store.getState().openedBefore).toBeNull();
    store.setState({ opened: OFFICE });
    expect([...tab.kept.values()]).toEqual([JSON.stringify(OFFICE)]);

    const later = createAppStore();
    keepOpened(later, tab);
    expect(later.getState().openedBefore).toEqual(OFFICE);
    // Loaded again before anything was chosen: still said.
    const again = createAppStore();
    keepOpened(again, tab);
    expect(again.getState().openedBefore).toEqual(OFFICE);
    again.setState({ openedBefore: null });
    expect(tab.kept.size).toBe(0);
  });

  it('what is kept is checked', () => {
    for (const text of ['{"name":3,"tier":"internal"}', '{"name":"a","tier":"x"}', '[]', 'no']) {
      const tab = fakeStorage();
      tab.setItem('peta-sasaran/opened', text);
      const store = createAppStore();
      keepOpened(store, tab);
      expect(store.getState().openedBefore).toBeNull();
    }
  });
});

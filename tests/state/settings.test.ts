import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSettings, SETTINGS_KEY } from '#state/settings.ts';
import { createAppStore } from '#state/store.ts';
import { fakeStorage } from './kept-view.ts';

describe('settings', () => {
  it('survive a reload', () => {
    const storage = fakeStorage();
    const store = createAppStore();
    keepSettings(store, storage);
    expect(storage.kept.size).toBe(0);
    store.setState({ language: 'en', folded: { left: true, right: false } });
    const later = createAppStore();
    keepSettings(later, storage);
    expect(later.getState()).toMatchObject({ language: 'en', folded: { left: true, right: false } });
  });

  it('nothing that is kept, or cannot be, breaks the page', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const storage = fakeStorage();
        storage.setItem(SETTINGS_KEY, text);
        const store = createAppStore();
        keepSettings(store, storage);
        expect(['id', 'en']).toContain(store.getState().language);
      }),
    );
    const store = createAppStore();
    keepSettings(store, fakeStorage(1));
    store.setState({ language: 'en' });
    keepSettings(createAppStore(), null);
    expect(store.getState().language).toBe('en');
  });
});

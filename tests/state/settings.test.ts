import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSettings, SETTINGS_KEY } from '#state/settings.ts';
import { aloneWith } from '#state/shared-machine.ts';
import { createAppStore } from '#state/store.ts';
import { fakeStorage } from './kept-view.ts';

describe('settings', () => {
  it('survive a reload', () => {
    const storage = fakeStorage();
    const store = createAppStore();
    keepSettings(store, aloneWith(storage));
    expect(storage.kept.size).toBe(0);
    store.setState({ language: 'en', folded: { left: true, right: false } });
    const later = createAppStore();
    keepSettings(later, aloneWith(storage));
    expect(later.getState()).toMatchObject({ language: 'en', folded: { left: true, right: false } });
  });

  it('nothing that is kept, or cannot be, breaks the page', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const storage = fakeStorage();
        storage.setItem(SETTINGS_KEY, text);
        const store = createAppStore();
        keepSettings(store, aloneWith(storage));
        expect(['id', 'en']).toContain(store.getState().language);
      }),
    );
    const store = createAppStore();
    keepSettings(store, aloneWith(fakeStorage(1)));
    store.setState({ language: 'en' });
    keepSettings(createAppStore(), aloneWith(null));
    expect(store.getState().language).toBe('en');
  });

  it('of two windows are kept side by side, and those of a later version left alone', () => {
    const machine = aloneWith(fakeStorage());
    const [a, b] = [createAppStore(), createAppStore()];
    keepSettings(a, machine);
    keepSettings(b, machine);
    a.setState({ language: 'en' });
    b.setState({ folded: { left: true, right: false } });
    const next = createAppStore();
    keepSettings(next, machine);
    expect(next.getState()).toMatchObject({ language: 'en', folded: { left: true, right: false } });
    const later = JSON.stringify({ version: 2, language: 'id' });
    machine.storage?.setItem(SETTINGS_KEY, later);
    next.setState({ language: 'id' });
    expect(machine.storage?.getItem(SETTINGS_KEY)).toBe(later);
  });
});

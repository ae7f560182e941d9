// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { listenForHelp, openHelp } from '#state/help.ts';
import { createAppStore, setView } from '#state/store.ts';
import { atlasOf, openAtlas } from './kept-view.ts';

afterEach(() => document.body.replaceChildren());

describe('help', () => {
  it('opens at the room, or at presenting, and leaves all else as it is', () => {
    const store = createAppStore();
    openHelp(store);
    expect(store.getState().help).toBeNull();
    openAtlas(store, atlasOf());
    setView(store, { room: 'clusters' });
    const before = store.getState();
    openHelp(store);
    expect(store.getState()).toEqual({ ...before, help: 'clusters' });
    openHelp(store);
    expect(store.getState()).toEqual(before);
    store.setState({ presenting: true });
    openHelp(store);
    expect(store.getState().help).toBe('presentation');
  });

  it('comes and goes by F1 and ?, but not by a question mark that is typed', () => {
    const store = createAppStore();
    openAtlas(store, atlasOf());
    listenForHelp(store, window);
    const field = document.createElement('input');
    document.body.append(field);
    const press = (key: string, place: EventTarget = field, more: KeyboardEventInit = {}) =>
      place.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    press('?');
    expect(store.getState().help).toBeNull();
    expect(press('F1')).toBe(false);
    expect(store.getState().help).not.toBeNull();
    press('?', window);
    expect(store.getState().help).toBeNull();
    press('?', window, { ctrlKey: true });
    expect(store.getState().help).toBeNull();
  });
});

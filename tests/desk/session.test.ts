import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '#desk/session.ts';
import { saveView } from '#state/saved-views.ts';
import { atlasOf, fakeStorage, storeWith } from '#tests/state/kept-view.ts';
import { saidNotice } from '#tests/state/said-notice.ts';

afterEach(() => vi.unstubAllGlobals());

/** A window with office data and work of the reader's; nothing can be fetched. */
function opened() {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  const store = storeWith(atlasOf());
  saveView(store, 'Rapat');
  store.setState({ opened: { name: 'Kota', tier: 'internal' }, savedKept: true });
  const told: string[] = [];
  return { store, told, session: createSession(store, { onWiped: () => void told.push('wiped') }) };
}

function forbid(name: string): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      throw new DOMException('forbidden', 'SecurityError');
    },
  });
}

describe('wiping', () => {
  it('empties memory and what is kept, and tells the other windows', async () => {
    const [local, tab] = [fakeStorage(), fakeStorage()];
    local.setItem('peta-sasaran/saved-views', 'Rapat');
    const clearing = (storage: typeof local) => ({ ...storage, clear: () => storage.kept.clear() });
    vi.stubGlobal('localStorage', clearing(local));
    vi.stubGlobal('sessionStorage', clearing(tab));
    vi.stubGlobal('indexedDB', {});
    vi.stubGlobal('navigator', {});
    const { store, told, session } = opened();
    await session.wipe();
    expect(local.kept.size).toBe(0);
    expect(store.getState()).toMatchObject({ saved: [], atlas: null, opened: null, savedKept: false });
    expect(told).toEqual(['wiped']);
    expect(saidNotice(store)).toContain('sudah dihapus');
  });

  it('empties memory where the browser forbids storage, goes on to the end, and says what it could not reach', async () => {
    const names = ['localStorage', 'sessionStorage', 'indexedDB'];
    const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    names.forEach(forbid);
    const { store, told, session } = opened();
    await session.wipe();
    names.forEach((name, k) => {
      Reflect.deleteProperty(globalThis, name);
      const old = before[k];
      if (old) Object.defineProperty(globalThis, name, old);
    });
    expect(store.getState()).toMatchObject({ saved: [], atlas: null, opened: null });
    expect(told).toEqual(['wiped']);
    expect(saidNotice(store)).toContain('tidak dapat dijangkau');
  });

  it('in another window empties this one, which tells nobody', async () => {
    const { store, told, session } = opened();
    const loaded = vi.spyOn(session, 'openDemo');
    await Promise.all([session.wipedElsewhere(), session.wipedElsewhere()]);
    expect(loaded).toHaveBeenCalledTimes(1);
    expect(store.getState()).toMatchObject({ saved: [], atlas: null, opened: null });
    expect(told).toEqual([]);
    expect(saidNotice(store)).toContain('jendela lain');
  });
});

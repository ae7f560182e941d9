import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import { keepHistory, undo } from '#state/history.ts';
import {
  deleteSaved,
  keepSavedViews,
  moveSaved,
  renameSaved,
  SAVED_VIEWS_KEY,
  saveView,
} from '#state/saved-views.ts';
import {
  decide,
  deleteScenario,
  keepScenarios,
  openScenario,
  renameScenario,
  SCENARIOS_KEY,
} from '#state/scenario.ts';
import type { SharedMachine, Told } from '#state/shared-machine.ts';
import { aloneWith } from '#state/shared-machine.ts';
import type { AppStore } from '#state/store.ts';
import { atlasOf, fakeStorage, storeWith } from './kept-view.ts';
import { saidNotice } from './said-notice.ts';

const OTHER = (title: string) => `${title} (versi jendela lain)`;

interface Desk {
  readonly storage: ReturnType<typeof fakeStorage>;
  /** A window of the program, as it is opened. */
  open(): AppStore;
  /** Windows hear of each other from now on, and of what was said meanwhile. */
  deliver(): void;
  /** From now on what one window says reaches no other. */
  hold(): void;
}

/** Windows on one machine, of which each writes and hears like a tab of the browser. */
function deskOf(atlas = atlasOf()): Desk {
  const storage = fakeStorage();
  const windows: ((what: Told) => void)[][] = [];
  let held: (() => void)[] | null = null;
  const open = (): AppStore => {
    const own: ((what: Told) => void)[] = [];
    windows.push(own);
    const machine: SharedMachine = {
      storage,
      alone: (work) => work(),
      tell(what) {
        const reach = () => {
          for (const other of windows) if (other !== own) for (const listener of other) listener(what);
        };
        if (held) held.push(reach);
        else reach();
      },
      hear: (listener) => void own.push(listener),
    };
    const store = storeWith(atlas);
    keepSavedViews(store, machine, OTHER);
    keepScenarios(store, machine, OTHER);
    keepHistory(store);
    return store;
  };
  return {
    storage,
    open,
    hold: () => {
      held ??= [];
    },
    deliver() {
      const waiting = held ?? [];
      held = null;
      for (const reach of waiting) reach();
    },
  };
}

const titles = (store: AppStore) => store.getState().saved.map(({ title }) => title);
const proposals = (store: AppStore) => store.getState().scenarios.map(({ title }) => title);
const idOf = (store: AppStore, title: string) =>
  [...store.getState().saved, ...store.getState().scenarios].find((one) => one.title === title)?.id ?? 0;
const kept = ({ storage }: Desk, key = SAVED_VIEWS_KEY): string => storage.getItem(key) ?? '';

function twoWith(title: string): { readonly desk: Desk; readonly a: AppStore; readonly b: AppStore } {
  const desk = deskOf();
  const a = desk.open();
  saveView(a, title);
  a.setState({ savedKept: true });
  return { desk, a, b: desk.open() };
}

const FIGURES = 'a'.repeat(64);
const one = (title: string, id: number) => ({
  id,
  title,
  text: 'v2;i=stunting',
  data: 'abc',
  figures: FIGURES,
  areas: [],
});

describe('two windows', () => {
  it('each with a view of its own: both are in both', () => {
    const { desk, a, b } = twoWith('Satu');
    saveView(a, 'Dua');
    saveView(b, 'Tiga');
    expect(titles(a)).toEqual(['Satu', 'Dua', 'Tiga']);
    expect(titles(b)).toEqual(titles(a));
    expect(titles(desk.open())).toEqual(titles(a));
    expect(saidNotice(a)).toContain('jendela lain');
  });

  it('decisions in one, a new proposal in the other: nothing is lost', () => {
    const desk = deskOf();
    const a = desk.open();
    a.setState({ scenarios: [one('Usulan 1', 7)], scenariosKept: true, scenarioOpen: 7 });
    const b = desk.open();
    const areas = Array.from({ length: 8 }, (_, k) => ({
      code: `d0v${k + 1}` as never,
      chosen: true,
      drafted: null,
      reason: 'jauh',
      dissent: '',
    }));
    decide(a, 7, areas);
    b.setState(({ scenarios }) => ({ scenarios: [...scenarios, one('Usulan 2', 8)] }));
    for (const store of [a, b, desk.open()]) {
      expect(proposals(store)).toEqual(['Usulan 1', 'Usulan 2']);
      expect(store.getState().scenarios[0]?.areas).toHaveLength(8);
    }
  });

  it('the same view changed in both before either heard of the other: two, and it is said', () => {
    const { desk, a, b } = twoWith('Satu');
    desk.hold();
    renameSaved(a, idOf(a, 'Satu'), 'Satu A');
    renameSaved(b, idOf(b, 'Satu'), 'Satu B');
    expect(titles(b)).toEqual(['Satu B', 'Satu A (versi jendela lain)']);
    expect(saidNotice(b)).toContain('Satu A (versi jendela lain)');
    desk.deliver();
    expect(titles(a)).toEqual(titles(b));
    expect(titles(desk.open())).toEqual(titles(b));
  });

  it('what is worked on in a window stays what it was there', () => {
    const desk = deskOf();
    const a = desk.open();
    const code = a.getState().atlas?.territory.villages.areas[0]?.code ?? ('' as never);
    a.setState({ scenarios: [one('Usulan', 7)], scenariosKept: true, scenarioOpen: 7 });
    const b = desk.open();
    b.setState({ scenarioOpen: 7 });
    desk.hold();
    const said = (reason: string) => [{ code, chosen: true, drafted: null, reason, dissent: '' }];
    decide(a, 7, said('dari A'));
    decide(b, 7, said('dari B'));
    desk.deliver();
    const reason = (store: AppStore) =>
      store.getState().scenarios.find(({ id }) => id === store.getState().scenarioOpen)?.areas[0]?.reason;
    expect([reason(a), reason(b)]).toEqual(['dari A', 'dari B']);
    expect(proposals(a)).toEqual(['Usulan', 'Usulan (versi jendela lain)']);
  });

  it('one proposal, other areas decided in each: it is one, with all of them', () => {
    const desk = deskOf();
    const a = desk.open();
    const [first, second] = a.getState().atlas?.territory.villages.areas ?? [];
    a.setState({ scenarios: [one('Usulan', 7)], scenariosKept: true, scenarioOpen: 7 });
    const b = desk.open();
    desk.hold();
    const said = (code: AreaCode | undefined, reason: string) => [
      { code: code ?? ('' as never), chosen: true, drafted: null, reason, dissent: '' },
    ];
    decide(a, 7, said(first?.code, 'dari A'));
    decide(b, 7, said(second?.code, 'dari B'));
    desk.deliver();
    const reasons = (store: AppStore) =>
      store
        .getState()
        .scenarios.flatMap(({ areas }) => areas.map(({ reason }) => reason))
        .sort();
    expect([reasons(a), reasons(b)]).toEqual([
      ['dari A', 'dari B'],
      ['dari A', 'dari B'],
    ]);
    expect(proposals(a)).toEqual(['Usulan']);
    expect(proposals(b)).toEqual(['Usulan']);
    expect(reasons(desk.open())).toEqual(['dari A', 'dari B']);
  });

  it('deleted in one and changed in the other: it stays, and it is said', () => {
    const { desk, a, b } = twoWith('Satu');
    desk.hold();
    renameSaved(a, idOf(a, 'Satu'), 'Satu A');
    deleteSaved(b, idOf(b, 'Satu'));
    expect(titles(b)).toEqual(['Satu A']);
    expect(saidNotice(b)).toContain('tetap ada');
    desk.deliver();
    expect(titles(a)).toEqual(['Satu A']);
  });

  it('deleted in one alone: gone in both', () => {
    const { a, b } = twoWith('Satu');
    deleteSaved(a, idOf(a, 'Satu'));
    expect([titles(a), titles(b)]).toEqual([[], []]);
  });

  it('undo takes back what this window did, and not what came from the other', () => {
    const desk = deskOf();
    const a = desk.open();
    a.setState({ scenarios: [one('Usulan 1', 7)], scenariosKept: true });
    const b = desk.open();
    renameScenario(a, 7, 'Diganti');
    b.setState(({ scenarios }) => ({ scenarios: [...scenarios, one('Usulan 2', 8)] }));
    const steps = a.getState().past.length;
    undo(a);
    expect(a.getState().past.length).toBe(steps - 1);
    expect(proposals(a)).toEqual(['Usulan 1', 'Usulan 2']);
    expect(proposals(desk.open())).toEqual(['Usulan 1', 'Usulan 2']);
  });

  it('one that wrote without having seen what the other wrote: both are there', () => {
    const { desk, a, b } = twoWith('Satu');
    // What B reads is older than what A wrote, as between processes of a browser.
    const before = kept(desk);
    saveView(a, 'Dua');
    const written = kept(desk);
    const stale = fakeStorage();
    stale.setItem(SAVED_VIEWS_KEY, before);
    expect(titles(b)).toEqual(['Satu', 'Dua']);
    const late = storeWith(atlasOf());
    keepSavedViews(late, aloneWith(stale), OTHER);
    saveView(late, 'Tiga');
    desk.storage.setItem(SAVED_VIEWS_KEY, stale.getItem(SAVED_VIEWS_KEY) ?? '');
    expect(kept(desk)).not.toContain('Dua');
    saveView(a, 'Empat');
    expect(new Set(titles(a))).toEqual(new Set(['Satu', 'Dua', 'Tiga', 'Empat']));
    expect(written).toContain('Dua');
  });

  it('no longer kept by one: no longer kept by the other, which says so and loses nothing', () => {
    const { desk, a, b } = twoWith('Satu');
    a.setState({ savedKept: false });
    expect(desk.storage.kept.size).toBe(0);
    expect([b.getState().savedKept, titles(b)]).toEqual([false, ['Satu']]);
    expect(saidNotice(b)).toContain('berhenti menyimpan');
    saveView(b, 'Dua');
    expect(desk.storage.kept.size).toBe(0);
  });

  it('whatever is done in which order, and whenever they hear of each other, they end alike and lose nothing', () => {
    const doing = fc.record({
      by: fc.nat(1),
      what: fc.constantFrom('save', 'rename', 'delete', 'move', 'hold', 'deliver'),
      at: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 14 }), (doings) => {
        const { desk, a, b } = twoWith('Satu');
        const windows = [a, b];
        let count = 0;
        const made = new Set<string>();
        const ended = new Set<string>();
        for (const { by, what, at } of doings) {
          const store = windows[by] ?? a;
          const { saved } = store.getState();
          const item = saved[at % Math.max(1, saved.length)];
          if (what === 'hold') desk.hold();
          if (what === 'deliver') desk.deliver();
          if (what === 'save') {
            made.add(`v${count}`);
            saveView(store, `v${count++}`);
          }
          if (!item) continue;
          if (what === 'rename') {
            ended.add(item.title);
            made.add(`v${count}`);
            renameSaved(store, item.id, `v${count++}`);
          }
          if (what === 'delete') {
            ended.add(item.title);
            deleteSaved(store, item.id);
          }
          if (what === 'move') moveSaved(store, item.id, 1);
        }
        desk.deliver();
        expect(titles(a)).toEqual(titles(b));
        const plain = new Set(titles(a).map((title) => title.replaceAll(OTHER(''), '')));
        for (const title of made) if (!ended.has(title)) expect(plain).toContain(title);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what was safely kept', () => {
  it('stays where a write fails, at whichever write', () => {
    const doings: ((store: AppStore) => void)[] = [
      (store) => store.setState({ savedKept: true }),
      (store) => saveView(store, 'dua'),
      (store) => renameSaved(store, idOf(store, 'dua'), 'dua lagi'),
      (store) => moveSaved(store, idOf(store, 'dua lagi'), -1),
      (store) => saveView(store, 'tiga'),
      (store) => deleteSaved(store, idOf(store, 'satu')),
    ];
    let failed = true;
    let n = 0;
    for (n = 1; failed; n++) {
      failed = false;
      const storage = fakeStorage();
      const { setItem } = storage;
      let writes = 0;
      storage.setItem = (key, value) => {
        writes += 1;
        if (writes === n) {
          failed = true;
          throw new DOMException('full', 'QuotaExceededError');
        }
        setItem.call(storage, key, value);
      };
      const store = storeWith(atlasOf());
      keepSavedViews(store, aloneWith(storage));
      saveView(store, 'satu');
      for (const doing of doings) {
        const [before, shown] = [storage.getItem(SAVED_VIEWS_KEY), titles(store)];
        const wasKept = store.getState().savedKept;
        const failing = writes + 1 === n;
        doing(store);
        if (failing && writes === n) {
          expect(storage.getItem(SAVED_VIEWS_KEY)).toBe(before);
          expect(store.getState().savedKept).toBe(false);
          expect(saidNotice(store)).toContain('tidak dapat menyimpan');
          // What was done is there to be seen; asked again, all of it is kept.
          expect(titles(store).length).toBeGreaterThanOrEqual(shown.length - 1);
          store.setState({ savedKept: true });
        } else expect(wasKept || store.getState().savedKept).toBe(true);
        const later = storeWith(atlasOf());
        keepSavedViews(later, aloneWith(storage));
        expect(titles(later)).toEqual(titles(store));
      }
    }
    expect(n).toBeGreaterThan(doings.length);
  });

  it('by a later version is left alone, and said, whatever is done', () => {
    const later = JSON.stringify({ version: 9, views: [{ anything: 1 }] });
    for (const key of [SAVED_VIEWS_KEY, SCENARIOS_KEY]) {
      const desk = deskOf();
      desk.storage.setItem(key, later);
      const store = desk.open();
      expect(saidNotice(store)).toContain('versi program yang lebih baru');
      saveView(store, 'satu');
      store.setState({ savedKept: true, scenariosKept: true, scenarios: [one('Usulan', 7)] });
      expect(kept(desk, key)).toBe(later);
      expect(key === SAVED_VIEWS_KEY ? store.getState().savedKept : store.getState().scenariosKept).toBe(
        false,
      );
      deleteScenario(store, 7);
      store.setState({ savedKept: false, scenariosKept: false });
      expect(kept(desk, key)).toBe(later);
    }
  });

  it('and cannot be read is said, stays, and goes when the reader says so', () => {
    for (const text of [
      '{"version":1,"views":[{"title":"Satu","text":"v1;i=stunting","data":"abc"},{"title":3},null]}',
      '{"version":1,"views":7}',
      'no list',
      '[1]',
    ]) {
      const desk = deskOf();
      desk.storage.setItem(SAVED_VIEWS_KEY, text);
      const store = desk.open();
      const broken = store.getState().aside[SAVED_VIEWS_KEY] ?? [];
      expect(broken.length).toBeGreaterThan(0);
      expect(saidNotice(store)).toContain('tidak terbaca');
      store.setState({ savedKept: true });
      saveView(store, 'dua');
      const again = desk.open();
      expect(again.getState().aside[SAVED_VIEWS_KEY]).toEqual(broken);
      expect(titles(again)).toEqual(titles(store));
      again.setState({ savedKept: false });
      expect(desk.open().getState().aside[SAVED_VIEWS_KEY]).toEqual(broken);
      again.setState(({ aside: { [SAVED_VIEWS_KEY]: _, ...aside } }) => ({ aside }));
      expect(desk.storage.kept.size).toBe(0);
    }
  });

  it('by a version without ids is the same in every window', () => {
    const desk = deskOf();
    const view = { title: 'Satu', text: 'v1;i=stunting', data: 'abc' };
    desk.storage.setItem(SAVED_VIEWS_KEY, JSON.stringify({ version: 1, views: [view, view] }));
    const [a, b] = [desk.open(), desk.open()];
    expect(a.getState().saved).toEqual(b.getState().saved);
    renameSaved(a, a.getState().saved[1]?.id ?? 0, 'Dua');
    expect(titles(b)).toEqual(['Satu', 'Dua']);
    expect(openScenario(a.getState())).toBeNull();
  });
});

import * as v from 'valibot';
import { carriedOver, type KeptItem, type MergeRules, mergeKept } from '#core/kept-merge.ts';
import type { Notice } from '#picture/notice.ts';
import { contentId, type OtherTitle, readEntries } from './kept-list.ts';
import { isRecord, type MachineStorage, readKept } from './machine-storage.ts';
import type { SharedMachine } from './shared-machine.ts';
import type { AppState, AppStore } from './store.ts';

/** What was found under a key: a list of ours, or one of a later version of the program, which is left alone. */
export type Found<One> =
  | {
      readonly kind: 'list';
      readonly items: readonly One[];
      /** What of it could not be read, as it was. */
      readonly aside: readonly unknown[];
    }
  | { readonly kind: 'later' };

/** A list of the reader's that stays on this machine for as long as the reader wants it, in all windows alike. */
export interface KeptPart<One extends KeptItem> extends MergeRules<One> {
  readonly key: string;
  readonly list: (state: AppState) => readonly One[];
  /** Whether the reader wants it kept. */
  readonly kept: (state: AppState) => boolean;
  readonly put: (items: readonly One[], state: AppState) => Partial<AppState>;
  readonly wish: (kept: boolean) => Partial<AppState>;
  /** What is worked on goes with its content where the merge has put that under another id. */
  readonly follow: (state: AppState, from: number, to: number) => Partial<AppState>;
  /** Steps back hold older lists, which take over what other windows did. */
  readonly carried?: (state: AppState, carry: (older: readonly One[]) => readonly One[]) => Partial<AppState>;
  readonly form: (items: readonly One[]) => object;
  readonly read: (value: unknown) => Found<One>;
  readonly title: (one: One) => string;
}

interface Stored<One> {
  readonly found: Found<One>;
  /** Of this writing and those before it: by them a window knows which list of its own it came from. */
  readonly stamps: readonly number[];
}

const MOST_STAMPS = 30;

/** An id, or a stamp, that no other window will ever give: 49 bits, so that none has the sixteen digits of a person. */
export function newId(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high % 0x2_0000) * 0x1_0000_0000 + low + 1;
}

/** What no window of this version has written is told apart by its text. */
function stampsIn(value: unknown, text: string): readonly number[] {
  const stamps = isRecord(value) && Array.isArray(value.stamps) ? value.stamps : [];
  const read = stamps.filter((one): one is number => Number.isSafeInteger(one)).slice(0, MOST_STAMPS);
  return read.length > 0 ? read : [contentId(text)];
}

/** null where nothing is kept. Throws where the storage may not be read. */
function storedOf<One extends KeptItem>(
  storage: MachineStorage | null,
  { key, read }: KeptPart<One>,
): Stored<One> | null {
  const text = storage?.getItem(key) ?? null;
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return { stamps: stampsIn(value, text), found: read(value) };
  } catch {
    return { stamps: [contentId(text)], found: { kind: 'list', items: [], aside: [text] } };
  }
}

const ofVersion = v.object({ version: v.number() });

/** A list of ours, as it is written: which property holds it, of which versions, and what an entry is. */
export interface KeptForm<Entry> {
  /** The newest that this program reads, and all before it. */
  readonly version: number;
  readonly list: string;
  readonly entry: v.GenericSchema<unknown, Entry>;
}

/** What a kept value holds: of a list what cannot be read is set aside, and whole what is no list of ours. */
export function foundIn<Entry>(
  value: unknown,
  { version, list, entry }: KeptForm<Entry>,
): Found<Entry & { readonly id: number }> {
  const read = v.safeParse(ofVersion, value);
  if (read.success && read.output.version > version) return { kind: 'later' };
  const entries = isRecord(value) ? value[list] : undefined;
  return read.success &&
    Number.isInteger(read.output.version) &&
    read.output.version >= 1 &&
    Array.isArray(entries)
    ? { kind: 'list', ...readEntries(entries, entry) }
    : { kind: 'list', items: [], aside: [value] };
}

/** The version of this window beside that of another: under an id that is made of its content, and another title. */
export function besideOther<One extends KeptItem & { readonly title: string }>(
  one: One,
  content: (one: One) => string,
  otherTitle: OtherTitle,
): One {
  return { ...one, id: contentId(`${one.id} ${content(one)}`), title: otherTitle(one.title) };
}

/** Under a key of its own is kept what could not be read: no list that is written takes its place. */
export function asideKey(key: string): string {
  return `${key}/aside`;
}

function asideIn(storage: MachineStorage | null, key: string): readonly unknown[] {
  const kept = readKept(storage, asideKey(key));
  return Array.isArray(kept) ? kept : [];
}

/**
 * Brings back what was kept, and keeps it in step with what this window and the others make of it. Where the machine
 * keeps nothing, the wish is taken back and said, so that nobody relies on it; what was safely kept before stays there.
 */
export function keepPart<One extends KeptItem>(
  store: AppStore,
  machine: SharedMachine,
  one: KeptPart<One>,
): void {
  const { storage } = machine;
  /** The lists this window has shared with the others, by the stamps under which they were kept. */
  const known = new Map<number, readonly One[]>();
  let taking = false;

  const say = (notice: Notice): void => store.setState({ notice });
  /** A change that is the machine's, not the reader's. */
  const take = (change: Partial<AppState>): void => {
    taking = true;
    store.setState(change);
    taking = false;
  };
  const remember = (stamp: number | undefined, items: readonly One[]): void => {
    if (stamp === undefined) return;
    known.set(stamp, items);
    for (const old of [...known.keys()].slice(0, -MOST_STAMPS)) known.delete(old);
  };
  /**
   * Puts what could not be read of a list beside it, before the list is written anew or taken away. Throws where that
   * cannot be.
   */
  const putAside = (found: Found<One> | undefined): void => {
    if (found?.kind !== 'list' || found.aside.length === 0) return;
    const all = [...asideIn(storage, one.key), ...found.aside].map((entry) => JSON.stringify(entry));
    storage?.setItem(asideKey(one.key), `[${[...new Set(all)].join()}]`);
  };
  /** Takes the wish back; storage stays as it is. */
  const refuse = (why: 'not-kept' | 'kept-later'): void =>
    take({ ...one.wish(false), notice: { kind: why } });

  /** Takes over a list into the store, and says what the reader would not expect. */
  function show(items: readonly One[], notice: Notice | null): void {
    const state = store.getState();
    const before = one.list(state);
    const ids = new Map(items.map((item) => [item.id, one.content(item)]));
    let change: Partial<AppState> = one.put(items, state);
    for (const own of before) {
      const version = one.apart(own);
      if (ids.get(own.id) !== one.content(own) && ids.has(version.id))
        change = { ...change, ...one.follow(state, own.id, version.id) };
    }
    const carry = (older: readonly One[]) => carriedOver(older, before, items, one);
    take({ ...change, ...one.carried?.(state, carry), ...(notice && { notice }) });
  }

  /** Brings this window's list and the machine's together. Only while no other window does. */
  function bringTogether(): void {
    const state = store.getState();
    if (!one.kept(state)) return;
    let stored: Stored<One> | null;
    try {
      stored = storedOf(storage, one);
    } catch {
      refuse('not-kept');
      return;
    }
    if (storage === null || stored?.found.kind === 'later') {
      refuse(storage === null ? 'not-kept' : 'kept-later');
      return;
    }
    const mine = one.list(state);
    const shared = stored?.stamps.find((stamp) => known.has(stamp));
    const base = shared === undefined ? [] : (known.get(shared) ?? []);
    const theirs = stored?.found.items ?? base;
    const { items, twice, stayed } = mergeKept(base, mine, theirs, one);
    const form = one.form(items);
    const changesMine = JSON.stringify(form) !== JSON.stringify(one.form(mine));
    const writes = stored === null || JSON.stringify(form) !== JSON.stringify(one.form(theirs));
    if (writes) {
      const stamp = newId();
      const stamps = [stamp, ...(stored?.stamps ?? [])].slice(0, MOST_STAMPS);
      try {
        putAside(stored?.found);
        storage.setItem(one.key, JSON.stringify({ ...form, stamps }));
      } catch {
        refuse('not-kept');
        return;
      }
      remember(stamp, items);
    } else remember(stored?.stamps[0], items);
    const [double] = twice;
    const [back] = stayed;
    if (changesMine)
      show(
        items,
        double
          ? { kind: 'two-versions', title: one.title(double.theirs) }
          : back
            ? { kind: 'not-deleted', title: one.title(back) }
            : { kind: 'other-window' },
      );
    if (writes) machine.tell('kept');
  }

  /** The reader no longer wants it kept. What could not be read stays: only a press takes it away. */
  function takeAway(): void {
    try {
      const stored = storedOf(storage, one);
      if (stored === null || stored.found.kind === 'later') return;
      putAside(stored.found);
      storage?.removeItem(one.key);
      machine.tell('kept');
    } catch {
      say({ kind: 'not-taken-away' });
    }
  }

  /** The reader has seen to what could not be read. */
  function dropAside(): void {
    try {
      storage?.removeItem(asideKey(one.key));
      const stored = storedOf(storage, one);
      if (stored?.found.kind !== 'list' || stored.found.aside.length === 0) return;
      const { items } = stored.found;
      if (items.length === 0) storage?.removeItem(one.key);
      else storage?.setItem(one.key, JSON.stringify({ ...one.form(items), stamps: stored.stamps }));
    } catch {
      say({ kind: 'not-taken-away' });
    }
  }

  function restore(): void {
    let stored: Stored<One> | null;
    try {
      stored = storedOf(storage, one);
    } catch {
      return;
    }
    if (stored?.found.kind === 'later') {
      say({ kind: 'kept-later' });
      return;
    }
    const found = stored?.found;
    const broken = [...asideIn(storage, one.key), ...(found?.aside ?? [])];
    if (broken.length > 0) {
      const aside = { ...store.getState().aside, [one.key]: broken };
      store.setState({ aside, notice: { kind: 'kept-broken', count: broken.length } });
    }
    if (stored === null || found === undefined || (found.items.length === 0 && found.aside.length > 0))
      return;
    remember(stored.stamps[0], found.items);
    store.setState({ ...one.put(found.items, store.getState()), ...one.wish(true) });
  }

  restore();
  store.subscribe((state, before) => {
    if (taking) return;
    const [kept, was] = [one.kept(state), one.kept(before)];
    if (kept && (one.list(state) !== one.list(before) || !was)) machine.alone(bringTogether);
    else if (was && !kept) machine.alone(takeAway);
    if (before.aside[one.key] !== undefined && state.aside[one.key] === undefined) machine.alone(dropAside);
  });
  machine.hear((what) => {
    if (what !== 'kept' || !one.kept(store.getState())) return;
    machine.alone(() => {
      if (!one.kept(store.getState())) return;
      const gone = storage?.getItem(one.key) ?? null;
      if (gone === null && known.size > 0) take({ ...one.wish(false), notice: { kind: 'no-longer-kept' } });
      else bringTogether();
    });
  });
}

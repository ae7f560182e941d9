import { type MachineStorage, readKept, writeKept } from './machine-storage.ts';
import type { AppState, AppStore } from './store.ts';

/** A part of the state that stays on this machine for as long as the reader wants it. */
export interface KeptPart<Part> {
  readonly key: string;
  readonly part: (state: AppState) => Part;
  /** Whether the reader wants it kept. */
  readonly kept: (state: AppState) => boolean;
  readonly form: (part: Part) => object;
  /** What was kept, as a change of the state; null where it is none of ours. */
  readonly restored: (value: unknown) => Partial<AppState> | null;
  /** The wish taken back. */
  readonly notKept: Partial<AppState>;
}

/**
 * Brings back what was kept, and keeps it in step. Where the machine keeps nothing, the wish is taken back and said, so
 * that nobody relies on it.
 */
export function keepPart<Part>(store: AppStore, storage: MachineStorage | null, one: KeptPart<Part>): void {
  const before = one.restored(readKept(storage, one.key));
  if (before) store.setState(before);
  store.subscribe((state, previous) => {
    const part = one.part(state);
    const [kept, was] = [one.kept(state), one.kept(previous)];
    if (part === one.part(previous) && kept === was) return;
    if (!kept) {
      if (was) writeKept(storage, one.key, null);
    } else if (!writeKept(storage, one.key, one.form(part))) {
      store.setState({ ...one.notKept, notice: { kind: 'not-kept' } });
    }
  });
}

import { useEffect, useRef, useState } from 'react';
import { type Fault, faultOf } from '#core/fault.ts';
import type { DeskReader } from '#desk/desk-reader.ts';
import type { Desk } from '#desk/office-desk.ts';

/** The desk in the dialog: shown at once as the reader changes it, read beside the page. */
export interface Matching {
  readonly desk: Desk | null;
  now(): Desk | null;
  /** Lays files on it, once they are read with the others. What failed comes back; the desk is then as it was. */
  take(desk: Desk, signal: AbortSignal): Promise<Fault | null>;
  /** Shows a desk that is read. */
  show(desk: Desk): void;
  /** Shows a change, and reads again what it concerns. */
  change(desk: Desk): void;
  /** Takes back what is not read yet. */
  cancel(): void;
  /** Nothing lies there any more. */
  clear(): void;
}

/** @param onFault told why a desk could not be read; it is then as it was before. */
export function useMatching(reader: DeskReader, onFault: (fault: Fault | null) => void): Matching {
  const [desk, setDesk] = useState<Desk | null>(null);
  const [matching] = useState(() => createMatching(reader, setDesk, (fault) => told.current(fault)));
  const told = useRef(onFault);
  told.current = onFault;
  useEffect(() => () => reader.end(), [reader]);
  return { desk, ...matching };
}

export function createMatching(
  reader: DeskReader,
  show: (desk: Desk | null) => void,
  onFault: (fault: Fault | null) => void,
): Omit<Matching, 'desk'> {
  let shown: Desk | null = null;
  /** As it was when it was last read. */
  let whole: Desk | null = null;
  let running: AbortController | null = null;

  const set = (desk: Desk | null): void => {
    shown = desk;
    if (desk === null || desk.isRead) whole = desk;
    show(desk);
  };
  /** Goes back to what was read; why it failed, where nobody has stopped it. */
  const failed = (reason: unknown, signal: AbortSignal): Fault | null => {
    set(whole);
    if (signal.aborted) return null;
    const fault = faultOf(reason);
    if (fault === null) reportError(reason);
    return fault ?? { code: 'engine/crashed', detail: 'reading' };
  };
  /** Reads what is shown, until it is what was read: of several changes the last. */
  async function catchUp(): Promise<void> {
    const own = new AbortController();
    running = own;
    try {
      while (shown !== null && !shown.isRead && running === own) {
        const asked: Desk = shown;
        const read = await reader.read(asked, own.signal);
        if (running === own && shown === asked) set(read);
      }
    } catch (reason) {
      if (running === own || own.signal.aborted) onFault(failed(reason, own.signal));
    } finally {
      if (running === own) running = null;
    }
  }
  const cancel = (): void => {
    running?.abort();
    running = null;
  };
  return {
    now: () => shown,
    async take(desk, signal) {
      cancel();
      try {
        const read = await reader.read(desk, signal);
        if (!signal.aborted) set(read);
      } catch (reason) {
        return failed(reason, signal);
      }
      return null;
    },
    show: set,
    change(desk) {
      onFault(null);
      set(desk);
      if (running === null && !desk.isRead) void catchUp();
    },
    cancel,
    clear() {
      cancel();
      set(null);
    },
  };
}

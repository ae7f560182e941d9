import { useEffect, useState } from 'react';
import { type Door, type Holding, leave } from './way-out.ts';

/**
 * Prints once a sheet stands whole beside the page.
 * @param what the sheet's name in the print stylesheets, `data-print` of the root.
 * @param door through which it leaves; null until it is whole.
 * @param onEnd when the browser has printed it, or the reader has not; the same function from one call to the next.
 */
export function usePrint(what: string, door: Door | null, onEnd: () => void): void {
  useEffect(() => {
    if (!door) return;
    const root = document.documentElement;
    root.dataset.print = what;
    window.addEventListener('afterprint', onEnd);
    // Two frames: charts are drawn in the second.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => door.print()));
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onEnd);
      delete root.dataset.print;
    };
  }, [door, what, onEnd]);
}

/** Puts a printed sheet beside the page, prints, and takes it away again. @param what as usePrint. */
export function usePrinting(
  what: string,
  holds: Holding,
): { readonly printing: boolean; readonly print: () => void } {
  const [door, setDoor] = useState<Door | null>(null);
  const [end] = useState(() => () => setDoor(null));
  usePrint(what, door, end);
  return { printing: door !== null, print: () => leave(holds, setDoor) };
}

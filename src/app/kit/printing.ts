import { useEffect, useState } from 'react';

/**
 * Prints once a sheet stands whole beside the page.
 * @param what the sheet's name in the print stylesheets, `data-print` of the root.
 * @param onEnd when the browser has printed it, or the reader has not; the same function from one call to the next.
 */
export function usePrint(what: string, ready: boolean, onEnd: () => void): void {
  useEffect(() => {
    if (!ready) return;
    const root = document.documentElement;
    root.dataset.print = what;
    window.addEventListener('afterprint', onEnd);
    // Two frames: charts are drawn in the second.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onEnd);
      delete root.dataset.print;
    };
  }, [ready, what, onEnd]);
}

/** Puts a printed sheet beside the page, prints, and takes it away again. @param what as usePrint. */
export function usePrinting(what: string): { readonly printing: boolean; readonly print: () => void } {
  const [printing, setPrinting] = useState(false);
  const [end] = useState(() => () => setPrinting(false));
  usePrint(what, printing, end);
  return { printing, print: () => setPrinting(true) };
}

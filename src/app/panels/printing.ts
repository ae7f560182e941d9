import { useEffect, useState } from 'react';

/**
 * Puts a printed sheet beside the page, prints, and takes it away again.
 * @param what the sheet's name in the print stylesheets, `data-print` of the root.
 */
export function usePrinting(what: string): { readonly printing: boolean; readonly print: () => void } {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const root = document.documentElement;
    const end = () => setPrinting(false);
    root.dataset.print = what;
    window.addEventListener('afterprint', end);
    // Two frames: charts are drawn in the second.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', end);
      delete root.dataset.print;
    };
  }, [printing, what]);
  return { printing, print: () => setPrinting(true) };
}

import type { Page } from 'playwright-core';

declare global {
  /** What the page has asked to print and no test has looked at yet: the root's `data-print`, or 'page'. */
  var printsAsked: string[];
}

/**
 * Runs in the page before any of its scripts. The browser's own `print()` would stay open beside the test, and refuse
 * it a PDF of the same page ("Page is already being printed"): it is noted instead.
 */
export function notePrints(): void {
  globalThis.printsAsked = [];
  window.print = () => void globalThis.printsAsked.push(document.documentElement.dataset.print ?? 'page');
}

export interface Printed {
  /** The name of what is printed in the print stylesheets, or 'page'. */
  readonly what: string;
  readonly pdf: Buffer;
  readonly pages: number;
  /** The PDF as text, of which its dictionaries can be read. */
  readonly source: string;
}

/** Whole documents are laid out for it. */
const PRINTED_MS = 60_000;

/**
 * Waits until the page asks to print, then prints it as the browser would, before and after told to the page as it
 * tells them.
 */
export async function printed(page: Page): Promise<Printed> {
  const asked = await page.waitForFunction(() => globalThis.printsAsked.shift(), null, {
    timeout: PRINTED_MS,
  });
  const what = String(await asked.jsonValue());
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const source = pdf.toString('latin1');
  return { what, pdf, source, pages: source.match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
}

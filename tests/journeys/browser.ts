import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '#scripts/install-chromium.ts';
import { notePrints } from './printing.ts';
import { type Recorder, recordPage } from './recorder.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // There is no graphics card: what is not WebGL is drawn by the processor itself, in a third less time.
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Enough for anything a reader does, on a computer that is busy; a missing button is told before the test runs out. */
export const ACTION_MS = 30_000;

/** The weak office laptop, and a telephone. */
export const LAPTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** A browser of its own, for what needs other arguments; its caller closes it. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: [...ARGUMENTS, ...more] });
}

/** A browser with a profile on the disk, as a reader's is; its caller closes it. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: ensureChromium(),
    args: [...ARGUMENTS],
    viewport: LAPTOP,
    locale: 'id-ID',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
}

let common: Promise<Browser> | null = null;

/**
 * The one browser of all journeys: all files run in one process, which it ends with. Launched by the first that asks,
 * and again where it has crashed. Never to be closed by a test.
 */
export async function commonBrowser(): Promise<Browser> {
  const running = await common?.catch(() => null);
  if (running?.isConnected()) return running;
  common = launchBrowser();
  return common;
}

export interface Visit {
  readonly page: Page;
  readonly recorder: Recorder;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Lets the test's own script into the page. Never for a visit that is to show a clean policy. */
  readonly bypassPolicy?: boolean;
  /** Lets the program keep its parts on the machine; what a test takes away on the network would be found there. */
  readonly keepsParts?: boolean;
}

/**
 * A new page in a context of its own, with the recorder already listening; nothing is opened yet. What it prints is
 * noted, not printed (printing.ts).
 */
export async function newVisit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { ...(options.viewport ?? LAPTOP) },
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
    bypassCSP: options.bypassPolicy ?? false,
    serviceWorkers: options.keepsParts ? 'allow' : 'block',
  });
  await context.addInitScript(notePrints);
  const page = await context.newPage();
  page.setDefaultTimeout(ACTION_MS);
  const recorder = await recordPage(page, new URL(url).origin);
  return { page, recorder, close: () => context.close() };
}

/**
 * While the list of a combobox is open, React Aria hides the rest of the page from assistive technology with
 * aria-hidden; Tab or Escape closes the list, so nobody can walk into what is hidden. axe sees only the attribute.
 */
const OUTSIDE_A_COMBOBOX = ['aria-hidden-focus', 'landmark-one-main', 'page-has-heading-one', 'region'];

/** Faults of accessibility that axe finds in the page as it stands, as `rule: where` lines. */
export async function axeFaults(
  page: Page,
  options: { readonly comboboxOpen?: boolean } = {},
): Promise<readonly string[]> {
  // Legacy: axe runs whole in the page, which has no frames, instead of opening another page to put frames together.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  builder.disableRules(options.comboboxOpen ? OUTSIDE_A_COMBOBOX : []);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.flat().join(' ')}`),
  );
}

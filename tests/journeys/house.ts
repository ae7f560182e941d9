import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { RunningServer } from '#scripts/serve.ts';
import { launchBrowser } from './browser.ts';
import { startServer } from './server.ts';
import { openTour, type Tour, type TourOptions } from './tour.ts';

/** A browser and a server for as long as the journeys of a file, or of a `describe`, take. */
export interface House {
  readonly browser: Browser;
  readonly url: string;
  open(options?: TourOptions): Promise<Tour>;
}

/** To be called where tests are told; open for them, and for what is set up after it. */
export function openHouse(more: readonly string[] = []): House {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser(more);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
    open: (options) => openTour(browser, server.url, options),
  };
}

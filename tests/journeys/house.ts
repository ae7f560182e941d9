import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { commonBrowser, launchBrowser, newVisit, type Visit, type VisitOptions } from './browser.ts';
import { commonServer } from './server.ts';
import { openTour, type Tour, type TourOptions } from './tour.ts';

/** The built app, and contexts of its own for the journeys of a file, or of a `describe`: closed when they end. */
export interface House {
  readonly url: string;
  /** A page that is not opened yet. */
  visit(options?: VisitOptions): Promise<Visit>;
  /** The app, opened, on the SVG map where the options do not say otherwise. */
  open(options?: TourOptions): Promise<Tour>;
}

/**
 * To be called where tests are told; open for them, and for what is set up after it. Its pages are of the browser of
 * all journeys, or with arguments of one of its own.
 */
export function openHouse(more: readonly string[] = []): House {
  const visits: Visit[] = [];
  let url = '';
  let own: Browser | null = null;
  beforeAll(async () => {
    ({ url } = await commonServer());
    if (more.length > 0) own = await launchBrowser(more);
  });
  afterAll(async () => {
    await Promise.all(visits.map((visit) => visit.close()));
    await own?.close();
  });
  async function visit(options?: VisitOptions): Promise<Visit> {
    const made = await newVisit(own ?? (await commonBrowser()), url, options);
    visits.push(made);
    return made;
  }
  return {
    get url() {
      return url;
    },
    visit,
    open: async (options) => openTour(await visit(options), url, options),
  };
}

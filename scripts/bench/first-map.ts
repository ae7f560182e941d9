/**
 * Times the first colored map: `tsx scripts/bench/first-map.ts [runs] [built folder ...]` (9 runs of dist by default).
 * Each run opens, with nothing in the cache, a blank page that only draws the same polygons with MapLibre (the peer)
 * and each built app; prints milliseconds from the navigation to the map and to the engine, what the whole browser took
 * of the processors until the map, and the long tasks.
 */
import { basename, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { DIST, ensureBuild } from '#scripts/build.ts';
import { compressFolder } from '#scripts/compress.ts';
import { serve } from '#scripts/serve.ts';
import { ROOT } from '#scripts/tool.ts';
import { browserCpu, freshPage, launchBench, longTasks, markTime } from './bench-browser.ts';
import { printTiming, timingOf } from './timing.ts';

const BLANK = resolve(ROOT, '.cache/bench/blank-page');
const LONG_TASKS_SHOWN = 12;

interface Visit {
  readonly map: number;
  /** Processor time of the browser until the map. */
  readonly cpu: number;
  readonly engine: number;
  /** `start+length`, before the map and after it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

async function buildBlankPage(): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, 'blank-page'),
    configFile: false,
    logLevel: 'error',
    publicDir: resolve(ROOT, 'public'),
    build: { outDir: BLANK, emptyOutDir: true, target: 'chrome109', assetsInlineLimit: 0 },
    worker: { format: 'es' },
  });
}

async function visit(browser: Browser, url: string, hasEngine: boolean): Promise<Visit> {
  const page = await freshPage(browser);
  const begun = await browserCpu(browser);
  await page.goto(url, { waitUntil: 'commit' });
  const map = await markTime(page, 'first-map');
  const cpu = (await browserCpu(browser)) - begun;
  const engine = hasEngine ? await markTime(page, 'engine-ready') : Number.NaN;
  if (hasEngine) await page.waitForTimeout(300);
  const tasks = await longTasks(page);
  await page.context().close();
  const lengths = (first: boolean) =>
    tasks.filter(({ start }) => start < map === first).map(({ ms }) => Math.round(ms));
  return { map, cpu, engine, before: lengths(true), after: lengths(false) };
}

async function main(runs: number, folders: readonly string[]): Promise<void> {
  await buildBlankPage();
  if (folders.length === 0) await ensureBuild();
  // As a release is served: compressed.
  const sites = await Promise.all(
    [BLANK, ...(folders.length === 0 ? [DIST] : folders)].map(async (folder) => {
      await compressFolder(folder, resolve(ROOT, '.cache/compressed'));
      return { name: basename(folder), server: await serve(folder, 0), visits: [] as Visit[] };
    }),
  );
  const browser = await launchBench();
  try {
    for (let run = -1; run < runs; run++) {
      for (const [k, { server, visits }] of sites.entries()) {
        const seen = await visit(browser, server.url, k > 0);
        if (run >= 0) visits.push(seen);
      }
    }
  } finally {
    await browser.close();
    await Promise.all(sites.map(({ server }) => server.close()));
  }
  const peer = timingOf(sites[0]!.visits.map(({ map }) => map));
  const peerCpu = timingOf(sites[0]!.visits.map(({ cpu }) => cpu));
  for (const { name, visits } of sites) {
    printTiming(
      `${name}: map`,
      timingOf(visits.map(({ map }) => map)),
      name === sites[0]!.name ? null : peer,
    );
    printTiming(
      `${name}: processor`,
      timingOf(visits.map(({ cpu }) => cpu)),
      name === sites[0]!.name ? null : peerCpu,
    );
    if (name === sites[0]!.name) continue;
    printTiming(`${name}: engine`, timingOf(visits.map(({ engine }) => engine)));
    const worst = visits.toSorted((a, b) => a.map - b.map).slice(0, LONG_TASKS_SHOWN);
    for (const { map, before, after } of worst) {
      console.log(
        `    map ${map.toFixed(0)}: long tasks before ${before.join(' ')} | after ${after.join(' ')}`,
      );
    }
  }
}

const [runs = '9', ...folders] = process.argv.slice(2);
await main(
  Number(runs),
  folders.map((folder) => resolve(folder)),
);

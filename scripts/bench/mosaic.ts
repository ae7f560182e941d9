/**
 * Times moves of one filter at a million source rows: `tsx scripts/bench/mosaic.ts [runs]` (3 by default). In one page
 * of a real browser: the typed arrays, and the same question asked of the same rows through Mosaic's Coordinator over
 * DuckDB-WASM (the peer), with its views of pre-aggregates and without. After the first move
 * the arrays are narrowed to what it asked for, as the program does at rest. Every move is another choice of deciles; the
 * answers of the last must agree. The first move of Mosaic makes its view.
 */
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { serve } from '#scripts/serve.ts';
import { ROOT } from '#scripts/tool.ts';
import { freshPage, launchBench } from './bench-browser.ts';
import type { Moves } from './mosaic-page/mosaic-moves.ts';
import { printTiming, timingOf } from './timing.ts';

const PAGE = resolve(ROOT, '.cache/bench/mosaic-page');
const PATIENCE_MS = 300_000;

async function buildPage(): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, 'mosaic-page'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { outDir: PAGE, emptyOutDir: true, target: 'chrome126', assetsInlineLimit: 0 },
  });
}

async function visit(browser: Browser, url: string): Promise<Moves> {
  const page = await freshPage(browser);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  await page.waitForFunction(() => 'moves' in globalThis);
  const moves = await page.evaluate(() => (globalThis as unknown as { moves: Promise<Moves> }).moves);
  await page.context().close();
  return moves;
}

async function main(runs: number): Promise<void> {
  await buildPage();
  const server = await serve(PAGE, 0);
  const browser = await launchBench();
  const visits: Moves[] = [];
  try {
    for (let run = 0; run < runs; run++) visits.push(await visit(browser, server.url));
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`\n${visits[0]?.rows} rows`);
  const first = (of: (moves: Moves) => readonly number[]) =>
    timingOf(visits.map((moves) => of(moves)[0] ?? 0));
  const later = (of: (moves: Moves) => readonly number[]) =>
    timingOf(visits.flatMap((moves) => of(moves).slice(1)));
  for (const [name, at] of [
    ['first move', first],
    ['later moves', later],
  ] as const) {
    const peer = at(({ mosaic }) => mosaic);
    printTiming(`${name}: Mosaic, views`, peer);
    printTiming(
      `${name}: Mosaic, no views`,
      at(({ withoutViews }) => withoutViews),
      peer,
    );
    printTiming(
      `${name}: own arrays`,
      at(({ own }) => own),
      peer,
    );
  }
  printTiming('between them: narrowing', timingOf(visits.map(({ narrowing }) => narrowing)));
}

const [runs = '3'] = process.argv.slice(2);
await main(Number(runs));

/**
 * Times a filter change in the page: `tsx scripts/bench/filter-change.ts [runs] [built folder]` (40 of dist by default).
 * A box of the population is checked and unchecked in the built app, once the engine has brought the data of the demo
 * (51 areas); prints milliseconds from the event to the end of the script, to the next frame, and the long tasks.
 */
import type { Page } from 'playwright-core';
import { DIST, ensureBuild } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { freshPage, launchBench, longTasks, markTime } from './bench-browser.ts';
import { printTiming, timingOf } from './timing.ts';

const WARM_UP = 4;
const BOX = '.side.left label.check input[type="checkbox"]';

interface Change {
  /** React has the new picture in the document, and MapLibre its colors. */
  readonly script: number;
  /** Style, layout and paint of that document are over. */
  readonly frame: number;
}

function changeFilter(page: Page): Promise<Change> {
  return page.evaluate(
    (box) =>
      new Promise<Change>((resolve) => {
        const input = document.querySelector<HTMLInputElement>(box);
        if (input === null) throw new Error(`no ${box}`);
        requestAnimationFrame(() => {
          const started = performance.now();
          input.click();
          const script = performance.now() - started;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve({ script, frame: performance.now() - started });
          requestAnimationFrame(() => channel.port2.postMessage(null));
        });
      }),
    BOX,
  );
}

async function main(runs: number, folder: string | undefined): Promise<void> {
  if (folder === undefined) await ensureBuild();
  const server = await serve(folder ?? DIST, 0);
  const browser = await launchBench();
  try {
    const page = await freshPage(browser);
    await page.goto(server.url);
    await markTime(page, 'engine-ready');
    await page.waitForTimeout(1_000);
    for (let run = 0; run < WARM_UP; run++) await changeFilter(page);
    const from = await page.evaluate(() => performance.now());
    const changes: Change[] = [];
    for (let run = 0; run < runs; run++) changes.push(await changeFilter(page));
    printTiming('filter: script', timingOf(changes.map(({ script }) => script)));
    printTiming('filter: frame painted', timingOf(changes.map(({ frame }) => frame)));
    const long = await longTasks(page, from);
    console.log(`  long tasks: ${long.map(({ ms }) => Math.round(ms)).join(' ') || 'none'}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

const [runs = '40', folder] = process.argv.slice(2);
await main(Number(runs), folder);

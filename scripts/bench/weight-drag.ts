/**
 * Times a weight being dragged in the page: `tsx scripts/bench/weight-drag.ts [moves] [built folder]` (120 of dist by
 * default), on the demo (51 areas). One move of the slider a frame; prints the gaps between frames and the long tasks,
 * beside the gaps of as many frames in which nothing moves (the peer).
 */
import type { Page } from 'playwright-core';
import { DIST, ensureBuild } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { freshPage, launchBench, longTasks, markTime } from './bench-browser.ts';
import { printTiming, timingOf } from './timing.ts';

const SLIDER = '.priority-criteria input[type="range"]';
const INDEX = 'pri=stunting~40,wasting~30,extreme-poverty~30:goalposts:arithmetic:8:20261:100:score';

/** Gaps between frames, in each of which the slider moves by one, or nothing does. */
function gapsOf(page: Page, moves: number, moving: boolean): Promise<readonly number[]> {
  return page.evaluate(
    async ({ slider, count, moved }) => {
      const input = document.querySelector<HTMLInputElement>(slider);
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (input === null || write === undefined) throw new Error(`no ${slider}`);
      const gaps: number[] = [];
      let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      while (gaps.length < count) {
        if (moved) {
          write.call(input, String(20 + (gaps.length % 60)));
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        gaps.push(now - last);
        last = now;
      }
      return gaps;
    },
    { slider: SLIDER, count: moves, moved: moving },
  );
}

async function main(moves: number, folder: string | undefined): Promise<void> {
  if (folder === undefined) await ensureBuild();
  const server = await serve(folder ?? DIST, 0);
  const browser = await launchBench();
  try {
    const page = await freshPage(browser);
    await page.goto(server.url);
    await markTime(page, 'engine-ready');
    await page.evaluate((index) => {
      location.hash = `${location.hash.replace(/^#/, '')};${index}`;
    }, INDEX);
    await page.getByRole('tab', { name: 'Prioritas' }).click();
    await page.locator(SLIDER).first().waitFor();
    await page.waitForTimeout(3_000);
    await gapsOf(page, 20, true);
    const still = timingOf(await gapsOf(page, moves, false));
    printTiming('frames at rest', still);
    const from = await page.evaluate(() => performance.now());
    const gaps = await gapsOf(page, moves, true);
    printTiming('frames of a drag', timingOf(gaps), still);
    const long = await longTasks(page, from);
    console.log(
      `  longest gap ${Math.max(...gaps).toFixed(1)} ms; of ${moves} gaps above 25 ms: ${gaps.filter((gap) => gap > 25).length}`,
    );
    console.log(`  long tasks: ${long.map(({ ms }) => Math.round(ms)).join(' ') || 'none'}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

const [moves = '120', folder] = process.argv.slice(2);
await main(Number(moves), folder);

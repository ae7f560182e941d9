/**
 * Times a weight being dragged in the page: `tsx scripts/bench/weight-drag.ts [moves] [built folder ...] [areas ...]` (60
 * of dist by default, the demo of 51 areas and a drawn city of 1,200). Prints what one move costs the main thread in
 * processor time, to which neither the software that draws the map here nor other programs add: until its frame is
 * there, and what follows once the slider rests. The peer is the same slider in a page where nothing follows it; of
 * several folders, which may be of before the rooms, the first. Then the frames and long tasks of a drag of one move a
 * frame, to which both add.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DIST, ensureBuild } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { freshPage, launchBench, longTasks, markTime } from './bench-browser.ts';
import { benchPackage } from './bench-package.ts';
import { printWorks, siteName, sumOf, type Work, watchMainThread, workBetween } from './main-thread.ts';
import { printTiming, timingOf } from './timing.ts';

const DEMO_AREAS = 51;
const WARM_UP = 30;
const SINGLE_MOVES = 20;
/** Shorter than the rest of a slider (REST_MS of the app), and long enough for all that follows it. */
const MOVE_MS = 150;
const REST_MS = 800;
const PATIENCE_MS = 120_000;
const SLIDER = '.priority-criteria input[type="range"]';
const INDEX = 'pri=stunting~40,wasting~30,extreme-poverty~30:goalposts:arithmetic:8:20261:100:score';
const PEER = `<div class="priority-criteria"><input type="range" value="40" oninput=""></div>`;

/** Gaps between frames, in each of which the slider moves by one, or nothing does. */
function gapsOf(page: Page, moves: number, moving: boolean, from = 0): Promise<readonly number[]> {
  return page.evaluate(
    async ({ slider, count, moved, first }) => {
      const input = document.querySelector<HTMLInputElement>(slider);
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (input === null || write === undefined) throw new Error(`no ${slider}`);
      const gaps: number[] = [];
      let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      while (gaps.length < count) {
        if (moved) {
          write.call(input, String(20 + ((first + gaps.length) % 60)));
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        gaps.push(now - last);
        last = now;
      }
      return gaps;
    },
    { slider: SLIDER, count: moves, moved: moving, first: from },
  );
}

interface Drag {
  /** By move, up to its frame. */
  readonly moved: readonly Work[];
  /** By move, what follows at rest. */
  readonly followed: readonly Work[];
  /** Gaps between frames of a drag, and of as many frames before it. */
  readonly gaps: readonly number[];
  readonly rest: readonly number[];
  readonly long: readonly number[];
}

async function drag(page: Page, moves: number): Promise<Drag> {
  const worked = await watchMainThread(page);
  await gapsOf(page, WARM_UP, true);
  await page.waitForTimeout(REST_MS);
  const [moved, followed]: [Work[], Work[]] = [[], []];
  for (let move = 0; move < SINGLE_MOVES; move++) {
    const before = await worked();
    await gapsOf(page, 1, true, move);
    await page.waitForTimeout(MOVE_MS);
    const between = await worked();
    await page.waitForTimeout(REST_MS);
    moved.push(workBetween(before, between));
    followed.push(workBetween(between, await worked()));
  }
  const rest = await gapsOf(page, moves, false);
  const from = await page.evaluate(() => performance.now());
  const gaps = await gapsOf(page, moves, true);
  const long = (await longTasks(page, from)).map(({ ms }) => ms);
  return { moved, followed, gaps, rest, long };
}

function both({ moved, followed }: Drag): readonly Work[] {
  return moved.flatMap((work, k) => {
    const after = followed[k];
    return after ? [sumOf(work, after)] : [];
  });
}

function print(name: string, own: Drag, peer: Drag): void {
  printWorks(`${name}: a move`, own.moved, peer.moved);
  printWorks(`${name}: once it rests`, own.followed, peer.followed);
  // On a busy machine what follows comes before the move is measured.
  printWorks(`${name}: both`, both(own), both(peer));
  const still = timingOf(own.rest);
  printTiming('frames at rest', still);
  printTiming('frames of a drag', timingOf(own.gaps), still);
  console.log(`  of ${own.gaps.length} gaps above 25 ms: ${own.gaps.filter((gap) => gap > 25).length}`);
  console.log(`  long tasks: ${own.long.map((ms) => Math.round(ms)).join(' ') || 'none'}`);
}

/** Opens the drawn city as an office would its package. */
async function openCity(page: Page, areas: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'weight-drag-'));
  try {
    const file = join(folder, 'bench.zip');
    writeFileSync(file, benchPackage(areas));
    await page.getByRole('button', { name: 'Buka data', exact: true }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Pilih berkas', exact: true }).click();
    await (await chooser).setFiles(file);
    const confirm = page.getByRole('button', { name: 'Muat ke peta', exact: true });
    await confirm.click({ timeout: PATIENCE_MS });
    await confirm.waitFor({ state: 'detached', timeout: PATIENCE_MS });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function dragAt(browser: Browser, url: string, areas: number, moves: number): Promise<Drag> {
  const page = await freshPage(browser);
  await page.goto(url);
  await markTime(page, 'engine-ready');
  if (areas !== DEMO_AREAS) await openCity(page, areas);
  await page.evaluate((index) => {
    location.hash = `${location.hash.replace(/^#/, '')};${index}`;
  }, INDEX);
  const room = page.getByRole('button', { name: 'Prioritas', exact: true });
  await room
    .or(page.getByRole('tab', { name: 'Prioritas' }))
    .first()
    .click();
  await page.locator(SLIDER).first().waitFor();
  await page.waitForTimeout(3_000);
  const found = await drag(page, moves);
  await page.context().close();
  return found;
}

async function dragOfPeer(browser: Browser, moves: number): Promise<Drag> {
  const page = await freshPage(browser);
  await page.goto(`data:text/html,${encodeURIComponent(PEER)}`);
  const found = await drag(page, moves);
  await page.context().close();
  return found;
}

async function main(moves: number, folders: readonly string[], sizes: readonly number[]): Promise<void> {
  if (folders.length === 0) await ensureBuild();
  const browser = await launchBench();
  console.log('  WebGL by software (SwiftShader); milliseconds of the main thread are processor time');
  try {
    const still = await dragOfPeer(browser, moves);
    for (const areas of sizes) {
      console.log(`  -- ${areas} areas`);
      let peer = still;
      for (const folder of folders.length === 0 ? [DIST] : folders) {
        const server = await serve(resolve(folder), 0);
        const own = await dragAt(browser, server.url, areas, moves).finally(() => server.close());
        print(siteName(resolve(folder)), own, peer);
        if (peer === still && folders.length > 1) peer = own;
      }
    }
  } finally {
    await browser.close();
  }
}

const [moves = '60', ...rest] = process.argv.slice(2);
const sizes = rest.filter((one) => /^\d+$/.test(one)).map(Number);
const folders = rest.filter((one) => !/^\d+$/.test(one));
await main(Number(moves), folders, sizes.length > 0 ? sizes : [DEMO_AREAS, 1_200]);

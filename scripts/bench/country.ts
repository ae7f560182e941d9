/**
 * Times a whole country in one page: `tsx scripts/bench/country.ts package.zip [built folder] [picture.png]`, of a package
 * that `scripts/scale-data.ts --zip` has made. From the file handed over to the colored map, what the map costs after
 * it, and the memory of the page's process at its highest. Nobody waits between reading and "Muat ke peta".
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DIST, ensureBuild } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { id as words } from '#words/id.ts';
import { freshPage, launchBench, longTasks, markTime } from './bench-browser.ts';

const PATIENCE_MS = 400_000;
const DRAG_STEPS = 10;

interface Cost {
  /** Processor time of all of the browser, and of the page with its workers, in ms. */
  readonly browser: number;
  readonly page: number;
  /** Memory of the page with its workers in MB: now, and at its highest. */
  readonly now: number;
  readonly most: number;
}

/** What the browser has taken so far. Processor time is not lengthened by what else the machine does. */
async function costOf(browser: Browser): Promise<Cost> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const of = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
      return { page: 1000 * cpuTime, now: of('VmRSS'), most: of('VmHWM') };
    });
  const largest = pages.sort((a, b) => b.most - a.most)[0];
  if (largest === undefined) throw new Error('no page');
  return { ...largest, browser: processInfo.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0) };
}

async function settled(page: Page): Promise<void> {
  await page.getByText(words.map.cutting).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

/** Prints how long it was from one moment to another. */
interface Watch {
  readonly wall: number;
  readonly cost: Cost;
}

async function look(browser: Browser): Promise<Watch> {
  return { wall: Date.now(), cost: await costOf(browser) };
}

function say(label: string, from: Watch, to: Watch): void {
  const cells = [to.wall - from.wall, to.cost.page - from.cost.page, to.cost.browser - from.cost.browser];
  console.log(`  ${label.padEnd(34)}${cells.map((ms) => ms.toFixed(0).padStart(10)).join('')}`);
}

async function handOver(page: Page, zip: string): Promise<void> {
  await page.getByRole('button', { name: words.rooms.doors.office, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.import.title });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: words.import.choose, exact: true }).click();
  await (await chooser).setFiles(zip);
}

async function measure(
  browser: Browser,
  url: string,
  zip: string,
  picture: string | undefined,
): Promise<void> {
  const page = await freshPage(browser);
  await page.goto(url);
  await markTime(page, 'engine-ready');
  const dialog = page.getByRole('dialog', { name: words.import.title });
  const confirm = dialog.getByRole('button', { name: words.import.confirm });
  await handOver(page, zip);
  const from = await look(browser);
  await dialog.locator('.card').last().waitFor({ timeout: PATIENCE_MS });
  await dialog.locator('.import-working').waitFor({ state: 'detached', timeout: PATIENCE_MS });
  if (await confirm.isDisabled()) throw new Error((await dialog.textContent()) ?? 'refused');
  const read = await look(browser);
  console.log(`  ${'ms'.padEnd(34)}      wall page's CPU   all CPU`);
  say('file to what was read', from, read);
  const since = await page.evaluate(() => performance.now());
  await confirm.click();
  await dialog.waitFor({ state: 'detached', timeout: PATIENCE_MS });
  const numbers = await look(browser);
  say('"Muat ke peta" to the numbers', read, numbers);
  await page.getByRole('button', { name: words.rooms.names.map, exact: true }).click();
  await settled(page);
  const map = await look(browser);
  say('the numbers to the colored map', numbers, map);
  say('file to the colored map, in all', from, map);
  const tasks = await longTasks(page, since);
  console.log(
    `  longest task from "Muat ke peta" on: ${Math.max(0, ...tasks.map(({ ms }) => ms)).toFixed(0)}`,
  );
  if (picture !== undefined) await page.screenshot({ path: picture });
  const box = await page.locator('.map-frame').boundingBox();
  if (box === null) throw new Error('no map');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const still = await look(browser);
  for (let step = 1; step <= DRAG_STEPS; step++) await page.mouse.move(middle.x - 6 * step, middle.y);
  await page.mouse.up();
  await settled(page);
  const dragged = await look(browser);
  say(`dragging the country by ${DRAG_STEPS} steps`, still, dragged);
  const { now, most } = dragged.cost;
  console.log(
    `  memory of the page and its workers, MB: ${from.cost.now.toFixed(0)} before, ${most.toFixed(0)} at most, ${now.toFixed(0)} after`,
  );
}

const [zip, folder, picture] = process.argv.slice(2);
if (zip === undefined) {
  console.log('SKIPPED: no package; scripts/scale-data.ts --zip makes one');
} else {
  if (folder === undefined) await ensureBuild();
  const server = await serve(folder === undefined ? DIST : resolve(folder), 0);
  const browser = await launchBench();
  try {
    await measure(browser, server.url, resolve(zip), picture);
  } finally {
    await browser.close();
    await server.close();
  }
}

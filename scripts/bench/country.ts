/**
 * Times a whole country in one page: `tsx scripts/bench/country.ts package.zip [built folder] [picture.png]`, of a package
 * that `scripts/scale-data.ts --zip` has made. From the file handed over to the colored map, what the map costs after
 * it, and the memory of the page's process at its highest. Nobody waits between reading and "Gunakan data".
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

/** Memory in MB of the largest process of a page: now, and at its highest. */
async function rendererMemory(browser: Browser): Promise<{ now: number; most: number }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const of = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
      return { now: of('VmRSS'), most: of('VmHWM') };
    });
  return found.sort((a, b) => b.most - a.most)[0] ?? { now: Number.NaN, most: Number.NaN };
}

async function settled(page: Page): Promise<void> {
  await page.getByText(words.map.cutting).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

function say(label: string, ms: number): void {
  console.log(`  ${label.padEnd(44)} ${ms.toFixed(0).padStart(7)}`);
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
  const before = await rendererMemory(browser);
  const dialog = page.getByRole('dialog', { name: words.import.title });
  const confirm = dialog.getByRole('button', { name: words.import.confirm });
  await handOver(page, zip);
  const from = Date.now();
  await dialog.locator('.card').last().waitFor({ timeout: PATIENCE_MS });
  await dialog.locator('.import-working').waitFor({ state: 'detached', timeout: PATIENCE_MS });
  say('file to what was read', Date.now() - from);
  if (await confirm.isDisabled()) throw new Error(await dialog.innerText());
  const [used, since] = [Date.now(), await page.evaluate(() => performance.now())];
  await confirm.click();
  await dialog.waitFor({ state: 'detached', timeout: PATIENCE_MS });
  say('"Gunakan data" to numbers', Date.now() - used);
  await page.getByRole('button', { name: words.rooms.names.map, exact: true }).click();
  await settled(page);
  say('"Gunakan data" to the colored map', Date.now() - used);
  say('file to the colored map, in all', Date.now() - from);
  const tasks = await longTasks(page, since);
  say('longest task meanwhile', Math.max(0, ...tasks.map(({ ms }) => ms)));
  if (picture !== undefined) await page.screenshot({ path: picture });
  const box = await page.locator('.map-frame').boundingBox();
  if (box === null) throw new Error('no map');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const dragged = Date.now();
  for (let step = 1; step <= DRAG_STEPS; step++) await page.mouse.move(middle.x - 6 * step, middle.y);
  await page.mouse.up();
  await settled(page);
  say(`dragging the country by ${DRAG_STEPS} steps`, Date.now() - dragged);
  const after = await rendererMemory(browser);
  console.log(
    `  memory of the page's process, MB: ${before.now.toFixed(0)} before, ${after.most.toFixed(0)} at most, ${after.now.toFixed(0)} after`,
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';

const ROWS = 300_000;

const LONGEST_TASK_MS = 200;
const ANSWER_MS = 10_000;

declare global {
  var longTasks: number[];
}

function noteLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
}

describe.skipIf(!LONG_FORM)(`a table of ${ROWS} rows with a fault in each`, () => {
  const house = openHouse();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'long-table-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is told a page at a time, holds nothing up, and ends at once when it is told to', async () => {
    const table = join(folder, 'panjang.csv');
    const lines = Array.from({ length: ROWS }, (_, k) => `53.71.01.${1001 + (k % 9)},26,${k % 90},5`);
    writeFileSync(table, `kode,periode,diukur,stunting\n${lines.join('\n')}\n`);
    const tour = await house.open();
    await tour.ready();
    const office = await openDialog(tour);
    const { page } = tour;
    await noteLongTasks(page);
    const chooser = page.waitForEvent('filechooser');
    await office.dialog.getByRole('button', { name: words.import.choose, exact: true }).click();
    const began = Date.now();
    await (await chooser).setFiles([table]);
    await office.card('panjang.csv').waitFor({ timeout: 120_000 });
    const answered = Date.now() - began;
    const list = office.dialog.getByRole('navigation', { name: words.import.pages });
    await list.getByRole('button', { name: words.import.nextFaults }).click();
    await list.getByText('201').first().waitFor();
    await expect.poll(() => office.dialog.locator('.fault-table tbody tr').count()).toBe(200);
    const [longest = 0] = (await page.evaluate(() => globalThis.longTasks)).sort((a, b) => b - a);

    // Once more, and stopped in the middle of it.
    const again = page.waitForEvent('filechooser');
    await office.dialog.getByRole('button', { name: words.import.addMore, exact: true }).click();
    await (await again).setFiles([table]);
    const working = office.dialog.locator('.import-working');
    await working.getByRole('button', { name: words.import.cancel }).click();
    await working.waitFor({ state: 'detached', timeout: 2_000 });
    expect(await office.card('panjang.csv').count()).toBe(1);
    tour.recorder.expectClean();
    await tour.close();
    expect({ longest, answered }).toSatisfy(
      () => longest < LONGEST_TASK_MS && answered < ANSWER_MS,
      `longest task ${longest} ms, answer after ${answered} ms`,
    );
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG_FORM } from '#tests/long-form.ts';
import { id as words } from '#words/id.ts';
import { ACTION_MS, launchProfile } from './browser.ts';
import { openDialog } from './office-dialog.ts';
import { recordPage } from './recorder.ts';
import { commonServer } from './server.ts';
import { marked, type Tour, tourOf } from './tour.ts';

const RELEASE = resolve(import.meta.dirname, '../fixtures/release-small');
const TITLE = 'Rilis kecil untuk uji (rekaan)';
/** A name, and a row of counts, of the dataset. */
const MARKERS = ['Kenanga', '99.01.01.1002,2026-'];

/** Files of a folder that hold a text, as UTF-8 or UTF-16. */
function holding(folder: string, marker: string): readonly string[] {
  const shapes = [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return shapes.some((shape) => bytes.includes(shape));
    });
}

// A browser with a profile of its own, started three times: for the long form.
describe.skipIf(!LONG_FORM)('a dataset kept by choice', () => {
  let profile: string;
  let url: string;
  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'profile-'));
    ({ url } = await commonServer());
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  async function opened(): Promise<{ readonly tour: Tour; readonly context: BrowserContext }> {
    const context = await launchProfile(profile);
    const page = await context.newPage();
    page.setDefaultTimeout(ACTION_MS * 2);
    const recorder = await recordPage(page, new URL(url).origin);
    await page.goto(`${url}?peta=svg`);
    return { tour: tourOf(page, recorder, () => context.close()), context };
  }

  it('is named on opening, opens whole, and leaves no byte of it when it is wiped', async () => {
    const first = await opened();
    await marked(first.tour.page, 'engine-ready');
    const office = await openDialog(first.tour);
    await office.add([RELEASE], words.import.chooseFolder);
    await office.load();
    await first.tour.room(words.rooms.names.data);
    const box = first.tour.check(words.keeping.dataset.keep);
    const keeping = box.getByRole('checkbox');
    expect(await keeping.isChecked()).toBe(false);
    await box.click();
    await expect.poll(() => keeping.isChecked()).toBe(true);
    await expect.poll(() => keeping.isEnabled()).toBe(true);
    first.tour.recorder.expectClean();
    await first.tour.close();
    for (const marker of MARKERS)
      expect([marker, holding(profile, marker).length > 0]).toEqual([marker, true]);

    const second = await opened();
    await second.tour.page.getByText(TITLE).first().waitFor();
    await second.tour.press(words.keeping.dataset.open);
    await expect.poll(() => second.tour.page.getByRole('banner').textContent()).toContain(words.tier.release);
    await second.tour.room(words.rooms.names.map);
    expect((await second.tour.lines()).map(({ name }) => name)).toContain('Kenanga');
    await second.tour.room(words.rooms.names.data);
    expect(await second.tour.check(words.keeping.dataset.keep).getByRole('checkbox').isChecked()).toBe(true);
    await second.tour.press(words.rooms.data.wipe);
    await second.tour.press(words.keeping.wipe.all);
    await second.tour.page.getByText(words.data.wiped).waitFor();
    // The example's files, fetched ahead, were not needed.
    expect(second.tour.recorder.faults.filter(({ kind }) => kind !== 'console')).toEqual([]);
    await second.tour.close();

    const third = await opened();
    await marked(third.tour.page, 'first-map');
    expect(await third.tour.page.getByText(TITLE).count()).toBe(0);
    await third.tour.close();
    for (const marker of [...MARKERS, TITLE])
      expect([marker, holding(profile, marker)]).toEqual([marker, []]);
  });
});

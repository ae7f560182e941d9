import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goalpostsOf } from '#core/criterion-goalposts.ts';
import { METHOD_VERSION } from '#core/method-version.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { readNumber } from './ranking-lines.ts';

const say = words.priority;
const WEIGHTS = [40, 30, 30] as const;
const CRITERIA = ['stunting', 'wasting', 'extreme-poverty'] as const;

/** The cells of a table's body, row by row. */
function cellsOf(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent ?? '')),
    );
}

describe('the priority index', () => {
  const house = openHouse();

  it('leads from the start to a list of eight, with its reasons and how sure it is', async () => {
    const tour = await house.open();
    const { page } = tour;
    const { names, sentence, panels } = words.rooms;
    await tour.ready();
    const began = Date.now();
    await tour.room(names.priority);
    await expect.poll(() => tour.title.textContent()).toBe(say.title('kelurahan', 'September 2026'));

    // A weight typed: the others share the rest. A key on a slider moves one by one, and back.
    const field = page.getByRole('textbox', { name: say.weightField('stunting') });
    const weigh = async (percent: string) => {
      await field.fill(percent);
      await field.press('Enter');
    };
    await weigh('39');
    const slider = page.getByRole('slider', { name: say.weightOf(words.indicator.stunting.short) });
    await slider.press('ArrowRight');
    const formula =
      'stunting 40\u00a0%, wasting 30\u00a0%, kemiskinan ekstrem 30\u00a0%; aritmetik, rentang tetap';
    await expect.poll(() => tour.facts()).toContain(formula);
    expect(await tour.said(sentence.criteria)).toBe('stunting, wasting, kemiskinan ekstrem');
    await expect.poll(() => page.url()).toContain('pri=stunting~40,wasting~30,extreme-poverty~30:goalposts');

    // Eight, in order, each with the range of its rank and whether it is robust.
    const rows = page.locator('.priority-rows .priority-row');
    const sure = /(\d) dari 8 tahan bila bobot/;
    await expect.poll(() => tour.heading.textContent(), { timeout: 60_000 }).toMatch(sure);
    await page.getByText(say.uncertain.heading, { exact: true }).click();
    const told = page.getByText(/^(\d) dari 8 dalam daftar tahan/);
    const steady = sure.exec((await tour.heading.textContent()) ?? '')?.[1];
    expect((await told.textContent())?.slice(0, 1)).toBe(steady);
    expect(await tour.said(sentence.length)).toBe('8 kelurahan');
    expect(await rows.count()).toBe(8);
    const scores = (await rows.locator('.score').allTextContents()).map(readNumber);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const sureness = await rows.locator('.sureness').allTextContents();
    for (const text of sureness) expect(text).toMatch(/\d+(–\d+)? (tahan|di batas|rapuh) [<>]?\d+/);
    expect(sureness.filter((text) => text.includes(' tahan '))).toHaveLength(Number(steady));
    expect(await page.locator('.priority-cover').textContent()).toMatch(/^8 kelurahan = \d+,\d\s%/);
    expect(Date.now() - began).toBeLessThan(180_000);

    // One checked by hand: urgency between the goalposts, times the weight, added up.
    await rows.nth(2).click();
    const name = (await rows.nth(2).locator('.name').textContent()) ?? '';
    await page.getByText(say.why.heading(name), { exact: true }).click();
    const points = await cellsOf(page.locator('.priority-points'));
    expect(points).toHaveLength(3);
    let sum = 0;
    points.forEach(([, value = '', urgency = '', weight = '', own = ''], k) => {
      const { low, high } = goalpostsOf(CRITERIA[k] ?? 'stunting', METHOD_VERSION);
      const expected = Math.min(100, ((readNumber(value) / 100 - low) / (high - low)) * 100);
      // Rates are printed to a tenth of a percent, of which the goalposts make a quarter to half a point.
      expect(Math.abs(readNumber(urgency) - expected)).toBeLessThan(0.4);
      expect(readNumber(weight)).toBe(WEIGHTS[k]);
      // A part is less than a printed unit from its own value, so that the parts add up.
      expect(Math.abs(readNumber(own) - (readNumber(urgency) * (WEIGHTS[k] ?? 0)) / 100)).toBeLessThan(0.15);
      sum += readNumber(own);
    });
    expect(sum).toBeCloseTo(scores[2] ?? 0, 6);
    expect(await axeFaults(page)).toEqual([]);

    // A sheet for each of the list, a page each.
    await tour.press(words.sheet.printAll('8'));
    const sheets = page.locator('.printed-profile');
    await expect.poll(() => sheets.count()).toBe(8);
    // Whatever else opens in the page while they are made: each begins a page of its own.
    await sheets.first().evaluate((sheet) => sheet.after(document.createElement('div')));
    await page.emulateMedia({ media: 'print' });
    const breaks = await sheets.evaluateAll((all) => all.map((sheet) => getComputedStyle(sheet).breakBefore));
    await page.emulateMedia({ media: null });
    expect(breaks).toEqual(['auto', ...Array.from({ length: 7 }, () => 'page')]);
    const { what, pages } = await tour.printed();
    expect([what, pages]).toEqual(['profile', 8]);
    await expect.poll(() => page.locator('.printed-profile').count()).toBe(0);

    // Put forward with reasons, then again with other weights: side by side, and saved as a file that opens again.
    const decide = words.decision;
    const first = await rows.first().locator('.name').textContent();
    await tour.press(words.rooms.priority.propose('8'));
    await page.getByText(decide.summary('8', 'kelurahan'), { exact: true }).waitFor();
    await page.getByRole('button', { name: words.rooms.withCount(names.proposal, '8') }).waitFor();
    await page.getByText(words.rooms.proposal.same).waitFor();
    const box = page.locator('.decision-rows .check').first();
    await box.click();
    await page.getByText(decide.summary('7', 'kelurahan'), { exact: true }).waitFor();
    expect(await page.locator('.proposal-changes dd').allTextContents()).toEqual(['–', first]);
    expect(await page.locator('.side').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    await page.keyboard.press('Control+z');
    await page.getByText(decide.summary('8', 'kelurahan'), { exact: true }).waitFor();
    await tour.press(words.period.previous);
    await page.getByText(decide.differs).waitFor();
    await tour.press(decide.show);
    await page.getByText(decide.differs).waitFor({ state: 'detached' });
    expect(await tour.said(sentence.period)).toBe('September 2026');

    await tour.room(names.priority);
    await weigh('80');
    await expect.poll(() => tour.facts()).toContain('stunting 80');
    await tour.press(words.rooms.priority.propose('8'));
    await expect.poll(() => tour.said(decide.which)).toBe(decide.nextTitle('2'));
    await page.getByText(decide.summary('8', 'kelurahan'), { exact: true }).waitFor();
    await tour.press(decide.compare);
    const beside = page.getByRole('dialog', { name: decide.compareTitle });
    await expect.poll(() => beside.locator('tbody td').filter({ hasText: '✓' }).count()).toBe(16);
    expect(await axeFaults(page)).toEqual([]);
    await beside.getByRole('button', { name: decide.close }).click();
    await page.getByText(decide.files).click();
    const [saved] = await Promise.all([page.waitForEvent('download'), tour.press(decide.save)]);
    expect(readFileSync(await saved.path(), 'utf8')).not.toMatch(/"(n|value|score)"/);
    await tour.press(decide.remove);
    await tour.press(decide.removeYes);
    await tour.press(decide.show);
    await expect.poll(() => tour.facts()).toContain(formula);
    const chooser = page.waitForEvent('filechooser');
    await tour.press(decide.open);
    await (await chooser).setFiles(await saved.path());
    await tour.notice.getByText(decide.opened('1')).waitFor();
    await expect.poll(() => tour.said(decide.which)).toBe(decide.nextTitle('2'));
    await tour.choose(decide.which, decide.firstTitle);
    await expect.poll(() => tour.facts()).toContain(formula);

    // The map, its legend and the table tell the same.
    await tour.room(names.priority);
    await weigh('40');
    await expect.poll(() => tour.facts()).toContain(formula);
    // What was selected is still, through all rooms.
    const counts = await tour.legend.locator('ul:not(.statuses) .count').allTextContents();
    expect(counts.map(Number).reduce((all, count) => all + count, 0)).toBe(50);
    await tour.tab(panels.whole);
    const lines = await tour.lines();
    const ranked = lines.filter(({ rank }) => rank >= 1 && rank <= 8);
    expect(ranked.map(({ value }) => readNumber(value))).toEqual(scores);
    expect(lines.find((line) => line.name === name)?.selected).toBe(true);
    expect(lines.some(({ status }) => status.startsWith('tanpa skor: '))).toBe(true);

    // Another room asks a question of its own; steps back are the index again.
    await tour.room(names.map);
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.stunting.rate);
    await expect.poll(() => page.url()).not.toContain('pri=');
    await tour.choose(sentence.indicator, words.indicator.wasting.short);
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.rate);
    await expect.poll(() => page.url()).toContain('i=wasting');
    await page.goBack();
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.stunting.rate);
    await page.goBack();
    await expect.poll(() => tour.facts()).toContain(formula);
    await page.getByRole('complementary', { name: names.priority, exact: true }).waitFor();
    tour.recorder.expectClean();
    await tour.close();
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';
import { readNumber } from './ranking-lines.ts';
import type { Tour } from './tour.ts';

type Row = Readonly<Record<string, string>>;
const say = words.export;

/** Share of each color among those asked for, by a reader of PNG that is not the browser's. */
function sharesOf(count: (color: string) => number, colors: readonly string[]): readonly number[] {
  const counts = colors.map(count);
  const all = counts.reduce((sum, own) => sum + own, 0);
  return counts.map((own) => own / all);
}

function colorCounts({ data }: PNG): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const color = `#${data.subarray(at, at + 3).toString('hex')}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return counts;
}

/** Text of each page, or null where this computer has no poppler-utils. */
function pageTexts(pdf: Buffer, folder: string): readonly string[] | null {
  const path = join(folder, 'printed.pdf');
  writeFileSync(path, pdf);
  const { status, stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\f').slice(0, -1) : null;
}

describe('what leaves the program', () => {
  const house = openHouse();
  let tour: Tour;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'export-'));
    tour = await house.open();
    await tour.ready();
    await tour.settled();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function exported(item: string, confirm = false) {
    const coming = tour.page.waitForEvent('download', { timeout: 90_000 });
    await tour.menu(say.menu, item);
    if (confirm) await tour.press(say.goOn);
    const download = await coming;
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
  }

  it('is asked for in a menu without a fault of accessibility', async () => {
    await tour.press(say.menu);
    await tour.page.getByRole('menu').waitFor();
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.page.keyboard.press('Escape');
    tour.recorder.expectClean();
  });

  it.each([
    ['the screen', say.mapScreen, 1920, 1080],
    ['print', say.mapPrint, 3508, 2480],
  ])('is the map as an image for %s, with the colors of the screen', async (_, item, width, height) => {
    const { name, bytes } = await exported(item);
    expect(name).toMatch(/^DATA-CONTOH-kota-kupang-stunting-\d{4}-\d{2}\.png$/);
    const image = PNG.sync.read(bytes);
    expect([image.width, image.height]).toEqual([width, height]);
    const colors = (await tour.legendEntries()).flatMap(({ color, areas }) =>
      color && areas > 0 ? [color] : [],
    );
    const [left, seen] = [colorCounts(image), (await tour.mapPixels()).counts()];
    const shares = sharesOf((color) => left.get(color) ?? 0, colors);
    const expected = sharesOf((color) => seen.get(color) ?? 0, colors);
    for (const [k, share] of shares.entries()) expect(share).toBeCloseTo(expected[k] ?? 0, 1);
    expect(left.get('#8a4b08')).toBeGreaterThan(100);
    tour.recorder.expectClean();
  });

  it('is the table of the screen as CSV and as a workbook, which comes back through the door of the office', async () => {
    const lines = (await tour.lines()).slice(1);
    const { name, bytes } = await exported(say.tableSpreadsheet);
    expect(name).toMatch(/^DATA-CONTOH-kota-kupang-stunting-\d{4}-\d{2}\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, columns: true, delimiter: ';' }) as Row[];
    const head = { ...say.columns, ...say.counted.stunting };
    expect(
      rows.map((row) => [row[words.level.Village], readNumber(row[head.rank] ?? ''), row[head.value] ?? '']),
    ).toEqual(
      expect.arrayContaining(lines.map((line) => [line.name, line.rank, line.status ? '' : line.value])),
    );
    expect(rows.map((row) => `${row[head.affected]}/${row[head.denominator]}`).sort()).toEqual(
      lines.map(({ n, total }) => `${n}/${total}`).sort(),
    );
    const plain = await exported(say.tablePlain);
    const same = parse(plain.bytes, { columns: true }) as Row[];
    expect(same.map((row) => (row[head.value] ?? '').replace('.', ','))).toEqual(
      rows.map((row) => row[head.value]),
    );

    const book = await exported(say.workbook);
    expect(book.name).toMatch(/^DATA-CONTOH-kota-kupang-stunting-\d{4}-\d{2}\.xlsx$/);
    const before = await tour.legendEntries();
    const office = await openDialog(tour);
    await office.add([book.path]);
    await office.load();
    await expect.poll(() => tour.page.getByRole('banner').textContent()).toContain(words.tier.internal);
    await tour.settled();
    expect(await tour.legendEntries()).toEqual(before);
    const key = ({ name: own, rank, n, total, value }: (typeof lines)[number]) => [
      own,
      rank,
      n,
      total,
      value,
    ];
    expect((await tour.lines()).slice(1).map(key)).toEqual(lines.map(key));
    tour.recorder.expectClean();
  });

  it('is asked for twice where it is internal, and says so in its name', async () => {
    await tour.menu(say.menu, say.tablePlain);
    const question = tour.page.getByRole('alertdialog', { name: say.confirmTitle });
    await question.waitFor();
    expect(await axeFaults(tour.page)).toEqual([]);
    await tour.press(words.data.cancel);
    await question.waitFor({ state: 'detached' });
    const { name, bytes } = await exported(say.tablePlain, true);
    expect(name).toMatch(/^INTERNAL-kota-kupang-stunting-/);
    const rows = parse(bytes, { columns: true }) as Row[];
    expect(new Set(rows.map((row) => row[say.columns.tier]))).toEqual(new Set([words.tier.internal]));
    tour.recorder.expectClean();
  });

  it('is the map and the table on paper, lying, every page marked', async () => {
    const title = (await tour.title.textContent()) ?? '';
    const mark = (await tour.page.getByRole('banner').locator('.tier').textContent()) ?? '';
    expect([words.tier.internal, words.tier.example]).toContain(mark);
    const lines = (await tour.lines()).slice(1);
    await tour.menu(say.menu, say.print);
    if (mark === words.tier.internal) await tour.press(say.goOn);
    const { what, pdf, pages, source } = await tour.printed();
    expect([what, pages]).toEqual(['page', 3]);
    const [, wide, high] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(source) ?? [];
    expect(Number(wide)).toBeCloseTo(842, -0.5);
    expect(Number(high)).toBeCloseTo(595, -0.5);
    const texts = pageTexts(pdf, folder);
    if (texts === null) {
      console.warn('pdftotext is not installed: the words on paper were not read');
    } else {
      expect(texts).toHaveLength(pages);
      for (const text of texts) {
        expect(text).toContain(mark);
        expect(text).toContain(title);
      }
      for (const { name, rank } of lines)
        expect(texts.slice(1).join('\n')).toMatch(new RegExp(`${rank > 0 ? rank : ''}\\s+${name}\\s`));
      expect(texts[0]).toContain(words.boundaries.schematic);
    }
    expect(await tour.page.locator('.printed-map').count()).toBe(0);
    tour.recorder.expectClean();
  });
});

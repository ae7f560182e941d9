import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportTable } from '#export/export-table.ts';
import { exportWorkbook } from '#export/export-workbook.ts';
import { type WorkbookContent, workbookFile } from '#report/workbook-file.ts';
import { readingDocument } from '#scripts/dataset/reading-document.ts';
import { inspect } from '#scripts/dataset.ts';
import { officeFaults } from '#tests/office-file.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { TOWN, townAtlas, townPicture } from './sample-town.ts';

const picture = townPicture(townAtlas(TOWN), { indicator: 'stunting' });

const workbook = (language: 'id' | 'en' = 'id'): WorkbookContent => {
  const words = language === 'id' ? id : en;
  return exportWorkbook(picture, words, createFormat(words), language, { title: 'Stunting' });
};

it('has the numbers of the table as numbers, and a missing one as an empty cell', async () => {
  const book = read(await workbookFile(workbook()), { type: 'array' });
  expect(book.SheetNames).toEqual(['Data', 'Keterangan']);
  const [head = [], ...rows] = utils.sheet_to_json<unknown[]>(book.Sheets.Data!, { header: 1, defval: null });
  const table = exportTable(picture, id, createFormat(id));
  const kept = table.columns.filter(({ key }) => !['notes', 'tier', 'source'].includes(key));
  expect(head).toEqual(kept.map(({ header }) => header));
  expect(rows).toHaveLength(table.rows);
  kept.forEach((column, k) => {
    const cells = rows.map((row) => row[k]);
    if (column.kind === 'text')
      expect(cells).toEqual(column.cells.map((cell) => (cell === '' ? null : cell)));
    else
      cells.forEach((cell, row) => {
        const value = column.cells[row]!;
        if (Number.isFinite(value)) expect(cell).toBeCloseTo(value, column.decimals);
        else expect(cell).toBeNull();
      });
  });
  expect(kept.some(({ kind, cells }) => kind === 'number' && cells.some((cell) => Number.isNaN(cell)))).toBe(
    true,
  );
});

it('says on its other sheet what the numbers are, in the reader’s language', async () => {
  for (const [language, words] of [
    ['id', id],
    ['en', en],
  ] as const) {
    const book = read(await workbookFile(workbook(language)), { type: 'array' });
    const notes = utils.sheet_to_json<string[]>(book.Sheets[words.export.sheets.about]!, { header: 1 });
    const said = new Map(notes.map(([what = '', says = '']) => [what, says]));
    expect(said.get(words.export.about.tier)).toBe(words.tier.internal);
    expect(said.get(words.export.about.rows)).toBe(words.export.about.rowsAre);
    expect(said.get(words.export.about.source)).toContain(words.legend.source);
    expect([...said.keys()].some((what) => what.includes('TB/U') || what.includes('HAZ'))).toBe(true);
  }
});

it('is read back by the program as the table that it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  const path = join(folder, 'stunting.xlsx');
  try {
    writeFileSync(path, await workbookFile(workbook()));
    const { verdict, files, figures } = readingDocument(
      await inspect({ files: [path], boundaries: null, answers: null }),
    );
    expect(verdict).toBe('accept');
    expect(files[0]?.sheets.map((sheet) => [sheet.name, sheet.verdict])).toEqual([
      ['Data', 'accept'],
      ['Keterangan', 'not-a-table'],
    ]);
    expect(figures).toContainEqual(expect.objectContaining({ name: 'Nunhila', n: 0, N: 80, S: 90, D: 80 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('is the same bytes for the same figures, and its parts are all there', async () => {
  const [first, second] = [await workbookFile(workbook()), await workbookFile(workbook())];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(officeFaults(first)).toEqual([]);
  const parts = unzipSync(first);
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(''),
  ).not.toContain('NaN');
  expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('state="frozen"');
});

it('keeps a text that begins like a formula a text', async () => {
  const trap = '=HYPERLINK("http://contoh.invalid")';
  const file = await workbookFile({
    title: 'A & B',
    mark: '',
    properties: {},
    sheets: [
      { name: 'Data', table: { rows: 1, columns: [{ kind: 'text', header: 'Nama', cells: [trap] }] } },
    ],
  });
  const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('A &amp;&amp; B');
  expect(read(file, { type: 'array' }).Sheets.Data?.A2).toMatchObject({ t: 's', v: trap });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { decisionKey } from '#core/area-names.ts';
import { COLUMN_ROLES } from '#data/column-role.ts';
import { readOfficeFile } from '#data/office-file.ts';
import { packTable } from '#data/packed-sheet.ts';
import { readTogether } from '#data/reading.ts';
import { NO_CHOICES } from '#data/reading-choices.ts';
import {
  headerSignature,
  isEmptyMemory,
  memoryOf,
  memoryText,
  parseMemory,
  type ReadingMemory,
  recall,
} from '#data/reading-memory.ts';
import { sheetOf, territoryOf } from '#tests/real-table.ts';

const village = (code: string, name: string) => ({
  code,
  name,
  districtCode: '53.71.01',
  district: 'Harapan',
});
const territory = territoryOf('Kota Contoh', [
  village('53.71.01.1001', 'Melati'),
  village('53.71.01.1002', 'Anggrek'),
]);
const ground = { territory, alternateCodes: null };
const table = (name: string, csv: string) => ({
  kind: 'table' as const,
  name,
  sheets: [sheetOf(csv)],
  problems: [],
});
const february = table(
  'feb.csv',
  'Kelurahan,Bulan,Diukur Feb 2026,Stunting Audit Feb 2026\nMelaty,2026-02,120,15\nAnggrek,2026-02,90,9\n',
);
const march = table(
  'mar.csv',
  'Kelurahan,Bulan,Diukur Maret 2026,Stunting Audit Maret 2026\nMelaty,2026-03,121,16\nAnggrek,2026-03,91,8\n',
);
const QUESTION = 'role|stunting audit';
const choices = {
  ...NO_CHOICES,
  answers: new Map([[`feb.csv|${QUESTION}`, 'stunting.total']]),
  decisions: new Map([[decisionKey('Melaty', ''), areaCode('53.71.01.1001')]]),
};
const figures = (file: typeof march, found = NO_CHOICES) =>
  readTogether([file], ground, found).figures.map(({ name, period, n, N }) => `${name} ${period} ${n}/${N}`);

describe('what a reader confirmed', () => {
  const memory = memoryOf([packTable(february)], choices);

  it('is of the form of a table, whatever month it names', () => {
    expect(headerSignature(february.sheets[0]!, february.name)).toBe(
      headerSignature(march.sheets[0]!, march.name),
    );
    expect(headerSignature(sheetOf('Kelurahan,Diukur\nMelati,120\n'), 'x.csv')).not.toBe(
      headerSignature(march.sheets[0]!, march.name),
    );
  });

  it('answers the next month, and says what', () => {
    const asked = readTogether([march], ground, NO_CHOICES);
    expect(asked.questions.map(({ id }) => id)).toEqual([`mar.csv|${QUESTION}`]);
    const { problems, ...found } = recall(memory, 'padanan.json', [packTable(march)], territory);
    expect(problems.map(({ code, detail }) => [code, detail?.count])).toEqual([
      ['memory/recalled', 1],
      ['memory/names', 1],
    ]);
    expect(problems[0]?.detail?.what).toBe('stunting audit');
    expect(figures(march, { ...NO_CHOICES, ...found })).toEqual([
      'Melati 2026-03 16/121',
      'Anggrek 2026-03 8/91',
    ]);
    // What is said afterwards goes before.
    const otherwise = new Map([...found.answers, [`mar.csv|${QUESTION}`, 'ignored']]);
    expect(figures(march, { ...NO_CHOICES, ...found, answers: otherwise })).not.toContain(
      'Melati 2026-03 16/121',
    );
  });

  it('holds roles by the name of their column, wherever it stands', () => {
    const roles = [{ file: 'a.csv', sheet: '', column: 2, role: 'stunting.total' as const }];
    const kept = memoryOf([packTable(table('a.csv', 'Kelurahan,Diukur,Angka,Tahun\nMelati,120,15,2024\n'))], {
      ...choices,
      roles,
    });
    const next = table('b.csv', 'Kelurahan,Diukur,Angka,Tahun\nMelati,130,16,2025\n');
    expect(recall(kept, 'p.json', [packTable(next)], territory).roles).toEqual([
      { file: 'b.csv', sheet: '', column: 2, role: 'stunting.total' },
    ]);
  });

  it('never dates another file', () => {
    const undated = (name: string) => table(name, 'Kelurahan,Diukur,Stunting\nMelati,120,15\n');
    const answers = new Map([['a.csv|period|periode', '2026-02']]);
    const kept = memoryOf([packTable(undated('a.csv'))], { ...choices, answers, decisions: new Map() });
    expect(recall(kept, 'p.json', [packTable(undated('a.csv'))], territory).answers).toEqual(answers);
    expect(recall(kept, 'p.json', [packTable(undated('b.csv'))], territory).answers.size).toBe(0);
  });

  it('says that it fits nothing, and leaves out areas of elsewhere', () => {
    const other = table('c.csv', 'Desa,Sasaran\nMelati,120\n');
    const elsewhere = { ...memory, names: [{ written: 'x|', code: '11.01.01.2001' }] };
    const { problems, decisions, answers } = recall(elsewhere, 'p.json', [packTable(other)], territory);
    expect([problems.map(({ code }) => code), decisions.size, answers.size]).toEqual([
      ['memory/unused'],
      0,
      0,
    ]);
  });

  it('holds no figure of the table', () => {
    const text = memoryText(memory);
    for (const figure of ['120', '90', '15', '9'])
      expect(text).not.toMatch(new RegExp(`(?<![\\d.])${figure}(?![\\d.])`));
  });

  it('is a file that is known again, and one that is damaged is refused', async () => {
    const bytes = new TextEncoder().encode(memoryText(memory));
    expect(await readOfficeFile({ name: 'padanan.json', bytes })).toMatchObject({ kind: 'memory', memory });
    for (const broken of [
      '{"form": "padanan/2"}',
      '{"form": "padanan/1", "sheets": []}',
      '{"form": "padanan/1",',
    ]) {
      const read = await readOfficeFile({ name: 'padanan.json', bytes: new TextEncoder().encode(broken) });
      expect([read.kind, read.problems.length]).toEqual(['refused', 1]);
    }
    const forged = memoryText(memory).replace('"roles": []', '"roles": [{"column": "a", "role": "all"}]');
    expect(parseMemory(forged, 'p.json').ok).toBe(false);
  });

  it('comes back the same through its text', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 });
    const sheet = fc.record({
      columns: word,
      roles: fc.array(fc.record({ column: word, role: fc.constantFrom(...COLUMN_ROLES) })),
      answers: fc.array(fc.record({ kind: fc.constantFrom('role', 'key'), about: word, option: word })),
      period: fc.option(fc.record({ file: word, period: word })),
    });
    const memories = fc.record({
      form: fc.constant('padanan/1' as const),
      sheets: fc.array(sheet),
      names: fc.array(fc.record({ written: word, code: word })),
    });
    fc.assert(
      fc.property(memories, (one) => {
        const read = parseMemory(memoryText(one as ReadingMemory), 'p.json');
        expect(read.ok && read.value).toEqual(one);
      }),
      { numRuns: 50 },
    );
    expect(isEmptyMemory(memoryOf([packTable(february)], NO_CHOICES))).toBe(true);
  });
});

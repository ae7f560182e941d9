import { describe, expect, it } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import type { ProblemCode } from '#core/problem.ts';
import { recognizeColumns } from '#data/column-recognition.ts';
import { readTable } from '#data/table-import.ts';
import { sheetOf, territoryOf } from '#tests/real-table.ts';
import { id as words } from '#words/id.ts';
import { problemCatalogues, problemSentence } from '#words/problems.ts';

const codes = Object.keys(problemCatalogues.id.sentences) as ProblemCode[];
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

describe('sentences of problems', () => {
  it.each(codes)('%s: says what and how to mend, in both languages alike', (code) => {
    const [id, en] = [problemCatalogues.id.sentences[code], problemCatalogues.en.sentences[code]];
    for (const text of [...id, ...en]) {
      expect(text.endsWith('.') || text.endsWith('.]')).toBe(true);
      expect(text).not.toMatch(/!|\[[^\]]*\[/);
    }
    expect(placeholders(id.join())).toEqual(placeholders(en.join()));
  });

  it('leaves no gap where a reader gives no detail at all', () => {
    for (const code of codes.filter((one) => /^(file|json|parquet|personal|package)\//.test(one))) {
      const { what } = problemSentence({ code, severity: 'error' }, 'id');
      expect(what, code).not.toMatch(/[{}[\]–]/);
    }
  });

  it('names file, sheet, row and column, and says codes in words', () => {
    const problem = {
      code: 'column/missing',
      severity: 'error',
      at: { file: 'a.csv', sheet: 'Januari', row: 3, column: 'diukur' },
      detail: { role: 'measured' },
    } as const;
    expect(problemSentence(problem, 'id')).toEqual({
      severity: 'Berkas ditolak',
      where: 'Berkas a.csv, lembar Januari, baris 3, kolom “diukur”',
      what: 'Kolom jumlah balita diukur (D) tidak ada.',
      mend: 'Tambahkan kolom itu, atau tentukan kolom yang memuatnya.',
    });
  });

  it('writes periods and numbers as the language does', () => {
    const at = { area: 'Nunhila', period: '2021-02' };
    const detail = { measured: 1530, target: 1440 };
    const problem = { code: 'count/measured-exceeds-target', severity: 'warning', at, detail } as const;
    expect(problemSentence(problem, 'id').what).toBe(
      'Nunhila, Februari 2021: balita diukur 1.530 melebihi sasaran 1.440.',
    );
    expect(problemSentence(problem, 'en').what).toBe(
      'Nunhila, February 2021: children measured (1,530) exceed the target (1,440).',
    );
  });

  it('says everything the reading of a table finds, without a gap', () => {
    const territory = territoryOf('Kota Contoh', [
      { code: '53.71.03.1001', name: 'Kelapa Lima', districtCode: '53.71.03', district: 'Kelapa Lima' },
      { code: '53.71.05.1002', name: 'Bakunase Dua', districtCode: '53.71.05', district: 'Kota Raja' },
    ]);
    const tables = [
      'Laporan\nkode,kelurahan,tahun,sasaran,diukur,ditimbang,sangat pendek,pendek,normal,stunting,persen,gizi buruk\n53.71.03.1001,Kelapa V,2025,1.250,1300,,1,2,1297,4,9,1\n53.71.05.1002,Bakunase II,2025,9,-,,1,2,3,3,50,0\n53.71.05.1002,Kelapa Lima,?,9,8,,1,2,3,3,50,0\n53.71.05.1003,Bakunase Tiga,2025,9,8,,1,2,5,3,50,0\n5E+9,X,2025,9,8,,1,2,5,3,50,0\n,Jumlah,2025,9,8,,1,2,5,3,50,0\n53.71.05.1002,Entah,2024,=1,-8,,1.5,x,5,3,50,0\n',
      'kelurahan,diukur,stunting,balita desil 1\nBakunasse Dua,9,1,2\n',
      'kelurahan,tahun,diukur,stunting\nBakunasse Dua,2025,9,1\nBakunase 2,2025,0,0\nBakunase 2,2025,9,1\nKelapa Lima,2024,9,10\nKelapa Lima,2023,-,-\n',
      'kelurahan,tahun,sangat pendek,pendek,normal,persen wasting\nBakunase Dua,2025,1,1,1,33\nBakunase Dua,x,1,1,1,33\n',
      'kode,tahun,diukur,stunting\n5371030011,2025,9,1\n',
      'kecamatan,diukur\nKota Raja,1\n',
      'a,b\n',
    ];
    const problems = tables.flatMap((csv) => {
      const sheet = sheetOf(csv);
      const decisions: ReadonlyMap<string, AreaCode> = new Map();
      const recognition = recognizeColumns(sheet, 'a.csv');
      const context = { file: 'a.csv', territory, alternateCodes: null, decisions, periodDefault: null };
      return readTable(sheet, recognition, context).problems;
    });
    expect(new Set(problems.map(({ code }) => code)).size).toBeGreaterThan(22);
    for (const problem of problems) {
      for (const language of ['id', 'en'] as const) {
        const { where, what, mend } = problemSentence(problem, language);
        expect(`${where}|${what}|${mend}`, problem.code).not.toMatch(/[{}[\]–]|undefined|NaN/);
      }
    }
  });

  it('names the column that holds identity numbers, and the room that counts them', () => {
    const at = { file: 'a.csv', column: 'nik_anak' };
    const { what, mend } = problemSentence(
      { code: 'personal/identifier', severity: 'error', at, detail: { count: 3 } },
      'id',
    );
    expect(what).toMatch(/^Kolom “nik_anak”: ada nomor NIK/);
    expect(mend).toContain(`Data → ${words.rooms.data.prepare}`);
    const whole = problemSentence({ code: 'personal/identifier', severity: 'error' }, 'id');
    expect(whole.what).toMatch(/^Ada nomor NIK/);
  });
});

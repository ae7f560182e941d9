import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { decisionsCsv, faultListCsv, readDecisions } from '#data/fault-list.ts';
import { territoryOf } from '#tests/real-table.ts';

const parse = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.slice(1), { delimiter: ';', newline: '\r\n', skipEmptyLines: true }).data;

describe('faultListCsv', () => {
  it('gives each problem a line with its place', () => {
    const heads = {
      file: 'berkas',
      sheet: 'lembar',
      row: 'baris',
      column: 'kolom',
      area: 'wilayah',
      period: 'periode',
      severity: 'tingkat',
      what: 'masalah',
      mend: 'cara',
    };
    const csv = faultListCsv(
      [
        {
          code: 'number/negative',
          severity: 'row',
          at: { file: 'a.csv', row: 3, column: 'diukur', area: '=Alak' },
        },
      ],
      heads,
      ({ code }) => ({ severity: 'baris', what: code, mend: 'perbaiki' }),
    );
    expect(parse(csv)).toEqual([
      Object.values(heads),
      ['a.csv', '', '3', 'diukur', "'=Alak", '', 'baris', 'number/negative', 'perbaiki'],
    ]);
  });
});

describe('table of equivalents', () => {
  const territory = territoryOf('Kota Contoh', [
    { code: '53.71.04.1014', name: 'Tuak Daun Merah', districtCode: '53.71.04', district: 'Oebobo' },
  ]);

  it('is read back as it was written; unknown codes are left out', () => {
    const decisions = new Map([
      ['TDM / Oebobo', areaCode('53.71.04.1014')],
      ['-TDM', areaCode('53.71.04.1014')],
    ]);
    const rows = parse(decisionsCsv(decisions, territory));
    expect(readDecisions(rows, territory)).toEqual(decisions);
    expect(readDecisions([...rows, ['X', '99.99.99.1001', '']], territory)).toEqual(decisions);
  });
});

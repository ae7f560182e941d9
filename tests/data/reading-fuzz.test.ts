import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTogether } from '#data/reading.ts';
import { NO_CHOICES } from '#data/reading-choices.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sheetOf, territoryOf } from '#tests/real-table.ts';

const village = (code: string, name: string, district: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  district,
});
const territory = territoryOf('Kota Contoh', [
  village('53.71.01.1001', 'Melati', 'Harapan'),
  village('53.71.01.1002', 'Harapan', 'Harapan'),
  village('53.71.02.1001', 'Anggrek', 'Bukit'),
]);
const SEEDS = [
  'Kecamatan,Kelurahan,Tahun,Diukur,Stunting\nHarapan,Melati,2024,50,4\nHarapan,Harapan,2024,40,4\n,JUMLAH,,90,8\n',
  'Kelurahan,Tahun,JK,Diukur,Sangat Pendek,Pendek\nMelati,2024,L,20,1,2\nMelati,2024,P,22,0,3\n',
  'No,Kelurahan,Agustus 2024,,September 2024,\n,,D,Stunting,D,Stunting\n1,Melati,50,4,51,5\n2,Anggrek,60,6,61,7\n',
  'desa,periode,indikator,nilai\nMelati,2024-08,Balita diukur,50\nMelati,2024-08,Balita wasting,4\n',
  'Kelurahan,Tahun,Jumlah Keluarga,KRS\nMelati,2024,200,30\nAnggrek,2024,300,40\n',
];
const PIECES = [
  '',
  '-',
  'Jumlah',
  'L',
  'P',
  '2024',
  'tidak',
  'target',
  'stunting',
  '1.250',
  '4¹',
  '½',
  '0-23 bulan',
  'Harapan',
  ',',
  '\n',
  '"',
  '%',
  'Desil 1',
  'KK',
  '🙂',
  '=1+1',
  '٣',
];

/** One change of a seed: a cell put elsewhere, doubled, cut, or overwritten. */
const mutant = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(400), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 6 }),
  )
  .map(([seed, changes]) =>
    changes.reduce((text, [at, way, piece]) => {
      const k = at % (text.length + 1);
      if (way === 0) return text.slice(0, k) + piece + text.slice(k);
      if (way === 1) return text.slice(0, k) + text.slice(k + 1 + (at % 5));
      if (way === 2) return text.slice(0, k) + text.slice(Math.max(0, k - 12), k) + text.slice(k);
      return text.replace(/[^,\n]+/g, (cell, offset: number) =>
        offset > k && offset < k + 14 ? piece : cell,
      );
    }, seed),
  );

describe('damaged tables', () => {
  it('never throw, account for every row, and never load more affected than there are', () => {
    fc.assert(
      fc.property(mutant, (csv) => {
        const file = { kind: 'table', name: 'a.csv', sheets: [sheetOf(csv)], problems: [] } as const;
        const reading = readTogether([file], { territory, alternateCodes: null }, NO_CHOICES);
        for (const { sheets } of reading.files) {
          for (const { ledger } of sheets) {
            expect(Object.values(ledger).every((count) => count >= 0)).toBe(true);
            expect(ledger.used + ledger.summed + ledger.setAside + ledger.notRows).toBe(ledger.read);
          }
        }
        for (const { n, N, indicator } of reading.figures) {
          expect(n === null).toBe(N === 0);
          if (n === null) continue;
          expect(n).toBeGreaterThanOrEqual(0);
          if (N !== null && indicator !== 'coverage') expect(n).toBeLessThanOrEqual(N);
        }
        expect(reading.verdict === 'accept' || reading.figures.length === 0).toBe(true);
        if (reading.verdict === 'reject') expect(reading.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: LONG_FORM ? 2000 : 400 },
    );
  }, 300_000);

  it('a number changed in a row that a total, a part or a percentage holds is said', () => {
    const base = (d: string, n: string) =>
      `Kelurahan,Tahun,Diukur,Stunting,Persen Stunting\nMelati,2024,${d},${n},"8,0"\nAnggrek,2024,60,6,"10,0"\nJumlah,,110,10,"9,1"\n`;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (d, n) => {
        const file = {
          kind: 'table',
          name: 'a.csv',
          sheets: [sheetOf(base(String(d), String(n)))],
          problems: [],
        } as const;
        const { problems } = readTogether([file], { territory, alternateCodes: null });
        const faults = problems.filter(
          ({ severity, code }) => severity !== 'note' && code !== 'area/missing',
        );
        expect(faults.length === 0).toBe(d === 50 && n === 4);
      }),
    );
  });
});

import { describe, it } from 'vitest';
import { WholeReading } from '#desk/desk-reading.ts';
import { listedProblems, problemList } from '#desk/problem-list.ts';
import { expectLinear } from '#tests/growth.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { SOURCE, sheetOf, territoryOf } from '#tests/real-table.ts';

const AREAS = 51;
const name = (k: number): string => `Kelurahan ${String.fromCharCode(65 + (k % 26))}${k}`;
const territory = territoryOf(
  'Kota Contoh',
  Array.from({ length: AREAS }, (_, k) => ({
    code: `53.71.01.${1001 + k}`,
    name: name(k),
    districtCode: '53.71.01',
    district: 'Alak',
  })),
);
const ABOUT = { kind: 'unofficial', asOf: '', source: SOURCE } as const;
const CHOICES = { answers: new Map(), decisions: new Map(), periodDefault: null, roles: [] };

function whole(csv: string): WholeReading {
  const file = { kind: 'table', name: 'a.csv', sheets: [sheetOf(csv)], problems: [] } as const;
  return new WholeReading([file], { territory, alternateCodes: null }, CHOICES);
}
const month = (k: number): string =>
  `${2000 + (Math.floor(k / 12) % 90)}-${String(1 + (k % 12)).padStart(2, '0')}`;

describe('what a desk tells of its tables takes as long as they are', () => {
  it.each<readonly [what: string, row: (k: number) => string]>([
    ['with names that nobody knows', (k) => `Dusun ${k} Baru,${month(k)},100,5`],
    ['with a period that cannot be read', (k) => `${name(k % 9)},26,100,5`],
    ['with nothing wrong, to the package', (k) => `${name(k % AREAS)},${month(Math.floor(k / AREAS))},100,5`],
  ])('%s', (_, row) => {
    const csv = (rows: number): string =>
      `kelurahan,periode,diukur,stunting\n${Array.from({ length: rows }, (_, k) => row(k)).join('\n')}\n`;
    expectLinear(
      csv,
      (text) => {
        const reading = whole(text);
        const list = problemList([], reading.told.problems);
        const seed = {
          id: '',
          title: '',
          boundaries: ABOUT,
          sources: [],
          extremePovertyDecile: 1,
          definitions: {},
        } as const;
        return [listedProblems(list, 0, 200), reading.package(seed)];
      },
      LONG_FORM ? 1_000 : 200,
    );
  });
});

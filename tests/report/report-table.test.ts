import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { PLAIN_DIALECT, SPREADSHEET_DIALECT } from '#core/safe-csv.ts';
import { recognizeColumns } from '#data/column-recognition.ts';
import { readDelimited } from '#data/delimited-text.ts';
import { readTable } from '#data/table-import.ts';
import { exportTable } from '#export/export-table.ts';
import { tableCsv, writeNumber } from '#report/report-table.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { PERIOD, TOWN, type TownVillage, townAtlas, townPicture } from './sample-town.ts';

const READABLE = ['stunting', 'wasting', 'underweight', 'extreme-poverty'] as const;
const DIALECTS = [SPREADSHEET_DIALECT, PLAIN_DIALECT];

function csvOf(
  villages: readonly TownVillage[],
  indicator: IndicatorId,
  { words = id, dialect = SPREADSHEET_DIALECT, patch = {} } = {},
): string {
  const picture = townPicture(townAtlas(villages), { indicator, ...patch });
  return tableCsv(exportTable(picture, words, createFormat(words)), dialect);
}

function readBack(csv: string, villages: readonly TownVillage[]) {
  const sheet = readDelimited(new TextEncoder().encode(csv));
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  return readTable(sheet.value, recognizeColumns(sheet.value), {
    territory: townAtlas(villages).territory,
    alternateCodes: null,
    decisions: new Map(),
    periodDefault: null,
  });
}

describe('numbers', () => {
  it.each<[number, number, ',' | '.', string]>([
    [18.45, 1, ',', '18,4'],
    [4086, 0, ',', '4086'],
    [-0.04, 1, '.', '0.0'],
    [-3.25, 2, ',', '-3,25'],
    [Number.NaN, 1, ',', ''],
  ])('%d with %d decimals and %s is %j', (value, decimals, decimal, text) => {
    expect(writeNumber(value, decimals, decimal)).toBe(text);
  });
});

describe('the table, by programs that are not ours', () => {
  it('has every village by rank, missing ones empty and with their reason', () => {
    const csv = csvOf(TOWN, 'stunting');
    const rows = parse(csv, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[];
    expect(
      rows.map((row) => [row.Peringkat, row.Kelurahan, row['Stunting (n)'], row['Stunting (%)']]),
    ).toEqual([
      ['1', 'Fatukoa', '40', '40,0'],
      ['2', 'Naioni', '17', '17,5'],
      ['3', `'=HYPERLINK("http://evil.example";"klik")`, '0', '0,0'],
      ['', 'Bello; "Atas"', '6', ''],
      ['', 'Oesapa', '', ''],
    ]);
    expect(rows.map((row) => row.Status)).toEqual([
      'ada nilai',
      'ada nilai',
      'ada nilai',
      'terlalu sedikit (N < 30)',
      'tidak melapor',
    ]);
    expect(rows[1]).toMatchObject({
      'Sasaran (S)': '130',
      'Diukur (D)': '100',
      'N (penyebut)': '97',
      'Selang 95% bawah (%)': '11,2',
      'Selang 95% atas (%)': '26,3',
      'D/S (%)': '76,9',
      Periode: PERIOD,
      'Sifat data': id.tier.internal,
    });
  });

  it.each([
    ['of spreadsheets', SPREADSHEET_DIALECT],
    ['plain', PLAIN_DIALECT],
  ])('opens in a spreadsheet with numbers as numbers, and computes nothing: the dialect %s', (_, dialect) => {
    const csv = csvOf(TOWN, 'stunting', { dialect });
    // The library knows the decimal point only; a spreadsheet set to Indonesian takes the comma for one.
    const text = dialect.decimal === ',' ? csv.replace(/(?<=;\d+),(?=\d;)/g, '.') : csv;
    const book = read(new TextEncoder().encode(text), { type: 'array', FS: dialect.separator });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'));
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet);
    expect(rows[0]).toMatchObject({
      Peringkat: 1,
      Kode: '53.71.01.1001',
      'Stunting (n)': 40,
      'N (penyebut)': 100,
    });
    expect(rows[1]).toMatchObject({ Peringkat: 2, 'Stunting (%)': 17.5, 'D/S (%)': 76.9 });
  });
});

describe('a table that left comes back', () => {
  const village = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 100 }), fc.nat(), fc.nat())
    .map(([measured, more, a, u]): Omit<TownVillage, 'name'> => {
      const unknown = u % (measured + 1);
      return { measured, target: measured + more, unknown, affected: a % (measured - unknown + 1) };
    });

  it.each(READABLE)('with the same n, N, S and D: %s', (indicator) => {
    fc.assert(
      fc.property(
        fc.array(village, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...DIALECTS),
        fc.constantFrom('id', 'en'),
        (drawn, dialect, language) => {
          const words = language === 'id' ? id : en;
          const villages = drawn.map((one, i) => ({ ...one, name: `Kelurahan ${'ABCDEF'[i]}` }));
          const reading = readBack(csvOf(villages, indicator, { words, dialect }), villages);
          const dimension = indicator === 'extreme-poverty' ? 'poverty' : indicator;
          const back = reading.accepted
            .map(({ area, period, target, measured, counts }) => {
              const classes = counts[dimension] ?? {};
              const affected =
                dimension === 'poverty' ? classes['1'] : (classes.severe ?? 0) + (classes.moderate ?? 0);
              return { area, period, target, measured, affected, unknown: classes.unknown ?? 0 };
            })
            .sort((a, b) => a.area - b.area);
          expect(back).toEqual(
            villages.map(({ target, measured, affected, unknown }, area) => ({
              area,
              period: PERIOD,
              target,
              measured,
              affected,
              unknown,
            })),
          );
          // Where no percentage reaches 1, a reader must take the column for shares of 1.
          const shares = villages.every(({ affected, measured, unknown }) => {
            const known = measured - unknown;
            return known < MINIMUM_RATE_DENOMINATOR || affected * 100 <= known;
          });
          const doubts = reading.problems.filter(({ code }) => code === 'count/stated-percent-differs');
          expect(shares ? [] : doubts).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('also with a second indicator beside it, which does not pass for a count', () => {
    const question = { kind: 'overlay', indicator: 'wasting', classes: { kind: 'tertiles' } } as const;
    const patch = { question };
    for (const words of [id, en]) {
      const csv = csvOf(TOWN, 'stunting', { words, patch });
      expect(csv).toContain(words.export.columns.secondValue);
      const reading = readBack(csv, TOWN);
      expect(reading.dimensions).toEqual(['stunting']);
      expect(reading.accepted.find(({ area }) => area === 1)).toMatchObject({
        measured: 100,
        counts: { stunting: { moderate: 17, none: 80, unknown: 3 } },
      });
    }
  });

  it('also with planted names and villages that have not reported', () => {
    const reading = readBack(csvOf(TOWN, 'stunting'), TOWN);
    expect(reading.refused).toBe(false);
    expect(reading.accepted).toHaveLength(4);
    expect(reading.missing).toMatchObject([{ area: 4 }]);
  });

  it.each<[string, IndicatorId, object]>([
    ['two conditions at once', 'severe-stunting', {}],
    [
      'counts of some children only',
      'stunting',
      { filters: { classes: { stunting: ['severe'] }, districts: [] } },
    ],
    ['coverage', 'coverage', {}],
  ])('but what is no count of all children does not pass for one: %s', (_, indicator, patch) => {
    for (const words of [id, en]) {
      const reading = readBack(csvOf(TOWN, indicator, { words, patch }), TOWN);
      expect(reading.dimensions).toEqual([]);
      const first = reading.accepted.find(({ area }) => area === 0);
      expect(first).toMatchObject({ target: 150, measured: 100, counts: {} });
    }
  });
});

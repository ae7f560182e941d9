import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, areaCode } from '#core/area.ts';
import type { BudgetRow } from '#core/budget-record.ts';
import { SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { buildTerritory } from '#core/territory.ts';
import { budgetRows } from '#data/budget-files.ts';
import { budgetTable, readBudget, readRupiah } from '#data/budget-table.ts';
import { parseDelimited } from '#data/delimited-text.ts';
import { packageFiles, readPackage } from '#data/package-files.ts';
import { samplePackage } from './sample-package.ts';

const area = (code: string, name: string, parent: string | null): Area => ({
  code: areaCode(code),
  name,
  parent: parent === null ? null : areaCode(parent),
  centroid: [123.6, -10.2],
  surfaceKm2: 1,
});
const SOURCE = { publisher: 'nobody', title: 'test', url: '', license: 'CC0-1.0', retrieved: '' };
const TERRITORY = buildTerritory(
  'Kota Contoh',
  [
    area('99.01.01.1001', 'Melati', '99.01.01'),
    area('99.01.01.1002', 'Kenanga', '99.01.01'),
    area('99.01.02.1001', 'Cempaka', '99.01.02'),
    area('99.01.02.1002', 'Melati', '99.01.02'),
  ],
  [area('99.01.01', 'Utara', null), area('99.01.02', 'Selatan', null)],
  SOURCE,
  '2026-01-01',
);
const read = (text: string, file = 'kegiatan.csv') => {
  const parsed = parseDelimited(text);
  const table = parsed.ok ? budgetTable(parsed.value) : null;
  return table && readBudget(table, file, TERRITORY);
};

it('reads whole rupiah as offices write them, and nothing that would have to be rounded', () => {
  const good = ['500000000', 'Rp500.000.000', 'Rp 1.250.000,00', '1,250,000.00', '0', 'Rp. 75.000,-'];
  expect(good.map(readRupiah)).toEqual([500_000_000, 500_000_000, 1_250_000, 1_250_000, 0, 75_000]);
  const bad = ['', '-', '1.250.000,50', '500 juta', '12.34.567', '-500', '1.25'];
  expect(bad.map(readRupiah)).toEqual(bad.map(() => null));
});

const LIST = `Penandaan anggaran 2026
No;Prioritas Daerah;Program;Kegiatan Prioritas;Sasaran Kegiatan;Lokasi (Desa/Kel);Volume;Pagu;SKPD Penanggung Jawab
1;Gizi;P;PMT lokal;balita;Kenanga, Cempaka;2 paket;100.000.001;Dinas Kesehatan
2;Gizi;P;Jamban;keluarga;Kecamatan Utara;10 unit;250.000.000;Dinas PUPR
3;Gizi;P;Sosialisasi;umum;Kota Contoh;1 kali;5.000.000;Dinas Kominfo
4;Gizi;P;Bimtek;umum;;1 kali;3.000.000;Bappeda
5;Gizi;P;Kelas ibu;ibu hamil;Melati;1 kali;2.000.000;Dinas Kesehatan
6;Gizi;P;Kelas ibu;ibu hamil;Kenanga;1 kali;sesuai kebutuhan;Dinas Kesehatan
;;Jumlah;;;;;360.000.001;
`;

describe('a list of activities', () => {
  it('is read in the layout of the berita acara: places by name or kecamatan, the year of the title', () => {
    const reading = read(LIST)!;
    expect(
      reading.rows.map(({ year, amount, agency, location }) => [
        year,
        amount,
        agency,
        location.kind === 'areas' ? location.areas.map((code) => code.slice(6)) : location.kind,
      ]),
    ).toEqual([
      [2026, 100_000_001, 'Dinas Kesehatan', ['01.1002', '02.1001']],
      [2026, 250_000_000, 'Dinas PUPR', ['01.1001', '01.1002']],
      [2026, 5_000_000, 'Dinas Kominfo', 'territory'],
      [2026, 3_000_000, 'Bappeda', 'unknown'],
      [2026, 2_000_000, 'Dinas Kesehatan', 'unknown'],
    ]);
    expect(reading.read).toBe(6);
    expect(reading.problems.map(({ code, severity, at }) => [code, severity, at?.row])).toEqual([
      ['budget/place-unknown', 'warning', 7],
      ['budget/amount-unreadable', 'row', 8],
    ]);
  });

  it('without a year anywhere is set aside, and a sheet without amounts is no list', () => {
    const undated = read(LIST.replace('anggaran 2026', 'anggaran'))!;
    expect(undated.rows).toEqual([]);
    expect(new Set(undated.problems.map(({ code }) => code))).toContain('budget/year-missing');
    expect(undated.problems.at(-1)?.code).toBe('budget/nothing');
    expect(read(LIST.replace('Pagu', 'Catatan'))).toBeNull();
  });
});

const text = fc.constantFrom('', 'Program A', 'Kegiatan; dengan titik koma', '"kutip"', 'Dinas Kesehatan');
const places = fc.oneof(
  fc.constantFrom({ kind: 'territory' } as const, { kind: 'unknown' } as const),
  fc
    .uniqueArray(fc.constantFrom(...TERRITORY.villages.areas.map(({ code }) => code)), { minLength: 1 })
    .map((areas) => ({ kind: 'areas', areas }) as const),
);
const rows: fc.Arbitrary<readonly BudgetRow[]> = fc.array(
  fc.record({
    year: fc.constantFrom(2026, 2027),
    agency: text,
    program: text,
    activity: fc.constantFrom('PMT', 'Jamban'),
    subActivity: text,
    location: places,
    targetGroup: text,
    volume: text,
    amount: fc.nat(2_000_000_000),
    source: fc.constantFrom('APBD', 'Dana Desa', ''),
    kind: fc.constantFrom('specific', 'sensitive', 'education', 'accompaniment', ''),
    proposed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

it('what was read goes out in the words of an office and comes back the same, to the rupiah', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const back = read(safeCsv(budgetRows(list, TERRITORY), SPREADSHEET_DIALECT).replace('\ufeff', ''))!;
      expect(back.problems).toEqual([]);
      expect(back.rows).toEqual(list);
    }),
    { numRuns: 100 },
  );
});

it('is a part of a package, and refuses it where a row cannot be used', () => {
  const pkg = samplePackage();
  const code = areaCode(pkg.areas.features[0]!.properties.code);
  const budget: readonly BudgetRow[] = [
    {
      year: 2026,
      agency: 'a',
      program: 'p',
      activity: 'k',
      subActivity: '',
      location: { kind: 'areas', areas: [code] },
      targetGroup: '',
      volume: '',
      amount: 12,
      source: 'APBD',
      kind: 'specific',
      proposed: true,
    },
  ];
  const back = readPackage(packageFiles({ ...pkg, budget }));
  expect(back.problems).toEqual([]);
  expect(back.ok && back.value.budget).toEqual(budget);
  const broken = packageFiles({
    ...pkg,
    budget: [{ ...budget[0]!, location: { kind: 'areas', areas: [areaCode('00')] } }],
  });
  expect(readPackage(broken).problems.map(({ code: own, at }) => [own, at?.column, at?.row])).toEqual([
    ['package/cell-unknown-area', 'locations', 2],
  ]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, type AreaCode, areaCode } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import { PLAIN_DIALECT, SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { ESSENTIAL_SERVICES } from '#core/service-catalogue.ts';
import { joinServices, type ServiceRecord, type ServiceRow } from '#core/service-record.ts';
import { buildTerritory } from '#core/territory.ts';
import { parseDelimited } from '#data/delimited-text.ts';
import { packageFiles, readPackage } from '#data/package-files.ts';
import type { RawSheet } from '#data/raw-table.ts';
import {
  indicatorIn,
  readServiceForm,
  type ServiceFormReading,
  serviceForm,
  serviceFormRows,
} from '#data/service-form.ts';
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
  ],
  [area('99.01.01', 'Utara', null), area('99.01.02', 'Selatan', null)],
  SOURCE,
  '2026-01-01',
);
const [MELATI, KENANGA, CEMPAKA] = TERRITORY.villages.areas.map(({ code }) => code) as [
  AreaCode,
  AreaCode,
  AreaCode,
];
const S2 = '2025-S2' as Period;

const HEADER =
  'No;ID Kecamatan;Kecamatan;ID Puskesmas;Nama Puskesmas;ID Desa BPS;ID Desa Kemendagri;Nama Desa;Jumlah balita dipantau;Jumlah balita;Persentase (%)';
const FORM = `Balita dipantau pertumbuhan dan perkembangannya
Semester II 2025
${HEADER}
1;2;3;4;5;6;7;8;9;10;11
1;1;Utara;;PKM;9901010001;99.01.01.1001;Melati;1.050;1.200;87,5
2;1;Utara;;PKM;9901010002;99.01.01.1002;Kenanga;0;0;0
3;2;Selatan;;PKM;9901020001;99.01.02.1001;Cempaka;-;300;
4;2;Selatan;;PKM;9901029999;99.01.02.9999;Entah;3;4;75
;;;;;;;Jumlah;1.053;1.504;70
`;

function sheetOf(text: string, name = ''): RawSheet {
  const parsed = parseDelimited(text);
  if (!parsed.ok) throw new Error('unreadable');
  return { ...parsed.value, name };
}
const read = (text: string, file = 'formulir.csv') => {
  const form = serviceForm(sheetOf(text));
  return form && readServiceForm(form, file, TERRITORY);
};
const faults = ({ problems }: ServiceFormReading) => problems.filter(({ severity }) => severity !== 'note');
const row = (of: AreaCode, numerator: number | null, denominator: number | null): ServiceRow => ({
  indicator: 'E17',
  area: of,
  period: S2,
  numerator,
  denominator,
  countedZero: false,
});

describe('the form of the ministry', () => {
  it('is read onto areas by code, its title tells indicator and semester, and an empty cell is none', () => {
    const reading = read(FORM)!;
    expect(reading.record?.rows).toEqual([
      row(MELATI, 1050, 1200),
      row(KENANGA, 0, 0),
      row(CEMPAKA, null, 300),
    ]);
    expect(reading.record?.indicators.map(({ id }) => id)).toEqual(['E17']);
    expect([reading.read, reading.used]).toEqual([4, 3]);
    expect(faults(reading).map(({ code, at }) => [code, at?.row])).toEqual([['area/unknown-code', 8]]);
  });

  it('is refused with the reason where it names no indicator or no semester', () => {
    const codes = (text: string, file?: string) => read(text, file)?.problems.map(({ code }) => code);
    const bare = FORM.split('\n').slice(2).join('\n');
    expect(codes(bare)).toEqual(['service/period-unknown']);
    expect(codes(bare, 'Semester II 2025.csv')).toEqual(['service/indicator-unknown']);
    expect(read(bare, 'E17 Semester II 2025.csv')?.record?.rows).toHaveLength(3);
    expect(read(FORM.replace('Persentase (%)', 'Catatan'))).toBeNull();
  });

  it('tells counts that cannot be, and takes none of them for a number', () => {
    const wrong = FORM.replace('1.050;1.200;87,5', '1.250;1.200;104,2')
      .replace('0;0;0', 'dua;0;0')
      .replace('-;300;', '30;300;25');
    const reading = read(wrong)!;
    expect(reading.problems.map(({ code }) => code).filter((code) => !code.startsWith('area/'))).toEqual([
      'service/exceeds',
      'number/unreadable',
      'count/stated-percent-differs',
    ]);
    expect(reading.record?.rows[1]).toEqual(row(KENANGA, null, 0));
  });

  it('tells an area that stands twice', () => {
    const twice = FORM.replace(
      '4;2;Selatan;;PKM;9901029999;99.01.02.9999;Entah',
      '4;2;Selatan;;PKM;9901020001;99.01.02.1001;Cempaka',
    );
    expect(faults(read(twice)!).map(({ code }) => code)).toEqual(['row/duplicate']);
  });

  it('names an indicator by its id or its whole name, and none by half of it', () => {
    expect(indicatorIn('Lampiran E17 (balita)')?.id).toBe('E17');
    expect(indicatorIn('Keluarga melaksanakan PHBS, 2025')?.id).toBe('E21');
    expect(indicatorIn('E17 dan E18')).toBeNull();
    expect(indicatorIn('PHBS')).toBeNull();
  });

  it('is written in its layout and read back the same, by either dialect', () => {
    const count = fc.option(fc.nat(2000), { nil: null });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('E01', 'E12', 'E17'),
            fc.constantFrom(MELATI, KENANGA, CEMPAKA),
            count,
            count,
          ),
          { minLength: 1, maxLength: 9 },
        ),
        fc.boolean(),
        (cells, plain) => {
          const named = new Map(
            cells.map(([indicator, of, n, N]) => [`${indicator}${of}`, { ...row(of, n, N), indicator }]),
          );
          const rows = [...named.values()];
          const indicators = ESSENTIAL_SERVICES.indicators.filter(({ id }) =>
            rows.some(({ indicator }) => indicator === id),
          );
          const record: ServiceRecord = { indicators, rows };
          const text = safeCsv(
            serviceFormRows(record, S2, TERRITORY),
            plain ? PLAIN_DIALECT : SPREADSHEET_DIALECT,
          );
          const back = read(text.replace('\ufeff', ''))!;
          const known = (all: readonly ServiceRow[] = []) =>
            all
              .filter(({ numerator, denominator }) => numerator !== null || denominator !== null)
              .map((one) => JSON.stringify(one))
              .sort();
          expect(known(back.record?.rows)).toEqual(known(rows));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('services in a package', () => {
  const codesOf = (result: { problems: readonly { code: string }[] }) =>
    result.problems.map(({ code }) => code);
  const pkg = samplePackage();
  const code = areaCode(pkg.areas.features[0]!.properties.code);
  const record: ServiceRecord = {
    indicators: ESSENTIAL_SERVICES.indicators.filter(({ id }) => id === 'E17'),
    rows: [
      row(code, 0, 40),
      { ...row(code, 0, 30), period: '2025-S1' as Period, countedZero: true },
      { ...row(code, null, 3), period: '2024-S1' as Period },
    ],
  };

  it('go out as a part that the manifest names, and come back the same', () => {
    const back = readPackage(packageFiles({ ...pkg, services: record }));
    expect(codesOf(back)).toEqual([]);
    expect(back.ok && back.value.services).toEqual(record);
    const plain = readPackage(packageFiles(pkg));
    expect(plain.ok && 'services' in plain.value).toBe(false);
  });

  it('refuse the package where a row cannot be used, with code, column and row', () => {
    const given = packageFiles({ ...pkg, services: record }).map((file) => {
      if (file.path === 'manifest.json') {
        const { digests: _, ...manifest } = JSON.parse(new TextDecoder().decode(file.bytes)) as Record<
          string,
          unknown
        >;
        return { ...file, bytes: new TextEncoder().encode(JSON.stringify(manifest)) };
      }
      if (file.path !== 'services.csv') return file;
      const text = new TextDecoder().decode(file.bytes);
      return {
        ...file,
        bytes: new TextEncoder().encode(text.replace('E17', 'X99').replace(',0,30,', ',0,-3,')),
      };
    });
    const back = readPackage(given);
    expect(back.problems.map(({ code: own, at }) => [own, at?.column, at?.row])).toEqual([
      ['service/indicator-unknown', 'indicator', 2],
      ['number/unreadable', 'denominator', 3],
    ]);
  });

  it('are joined cell by cell, what came later instead of what was there', () => {
    const joined = joinServices(record, { ...record, rows: [row(code, 5, 40)] });
    expect(joined.rows.map(({ period, numerator }) => [period, numerator])).toEqual([
      ['2025-S1', 0],
      ['2024-S1', null],
      ['2025-S2', 5],
    ]);
    expect(joined.indicators).toHaveLength(1);
  });
});

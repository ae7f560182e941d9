import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import { recognizeColumns, withRole } from '#data/column-recognition.ts';
import { readTable, type TableReading } from '#data/table-import.ts';
import { sheetOf, territoryOf } from '#tests/real-table.ts';

const village = (code: string, name: string, district: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  district,
});
const territory = territoryOf('Kota Contoh', [
  village('53.71.03.1001', 'Kelapa Lima', 'Kelapa Lima'),
  village('53.71.05.1001', 'Bakunase', 'Kota Raja'),
  village('53.71.05.1002', 'Bakunase Dua', 'Kota Raja'),
]);

function read(csv: string): TableReading {
  const sheet = sheetOf(csv);
  const decisions: ReadonlyMap<string, AreaCode> = new Map();
  return readTable(sheet, recognizeColumns(sheet), {
    territory,
    alternateCodes: null,
    decisions,
    periodDefault: null,
  });
}

const codes = (reading: TableReading, severity: string): readonly string[] =>
  reading.problems.filter((p) => p.severity === severity).map((p) => p.code);
const one = (header: string, row: string): TableReading =>
  read(`kelurahan,tahun,${header}\nBakunase,2025,${row}\n`);

describe('readTable', () => {
  it.each([
    ['measured,stunting', '100,-1', 'number/negative'],
    ['measured,stunting', '100,1.5', 'number/fraction'],
    ['measured,stunting', '100,banyak', 'number/unreadable'],
    ['measured,stunting', '100,=1+1', 'number/formula'],
    ['measured,stunting', '20,25', 'count/affected-exceeds-measured'],
    ['measured,stunting', '-,25', 'number/missing'],
    ['measured,stunting', ',', 'row/empty'],
    ['diukur,sangat pendek,pendek,normal', '100,5,10,90', 'count/parts-differ-from-total'],
    ['diukur,sangat pendek,pendek,normal', '100,5,,90', 'number/missing'],
    ['diukur,sangat pendek,stunting', '100,12,10', 'count/parts-differ-from-total'],
    ['diukur,balita desil 1', '100,101', 'count/affected-exceeds-measured'],
  ])('sets a row aside: %s = %s', (header, row, code) => {
    const reading = one(header, row);
    expect(reading.accepted).toEqual([]);
    expect(reading.setAside).toMatchObject([{ row: 2, problems: [{ code, severity: 'row' }] }]);
  });

  it.each(['kode,tahun,diukur,stunting\n', 'kelurahan,diukur,stunting', 'kode,nama,diukur\n,,\n,,\n'])(
    'says of a header alone that there are no rows, and nothing else: %j',
    (csv) => {
      const reading = read(csv);
      expect(reading).toMatchObject({ refused: true, accepted: [], missing: [] });
      expect(reading.problems).toEqual([{ code: 'row/none', severity: 'error', at: {} }]);
    },
  );

  it('sums classes, and takes what they leave of the measured for unknown', () => {
    const reading = one('sasaran,diukur,sangat pendek,pendek,normal,tinggi', '120,100,5,10,80,1');
    expect(codes(reading, 'warning').slice(0, 1)).toEqual(['count/parts-differ-from-total']);
    expect(reading.accepted).toMatchObject([
      { target: 120, measured: 100, counts: { stunting: { severe: 5, moderate: 10, none: 81, unknown: 4 } } },
    ]);
  });

  it('derives the moderate from severe and total, and the measured from the classes', () => {
    expect(one('diukur,sangat pendek,stunting', '100,4,10').accepted[0]?.counts.stunting).toEqual({
      severe: 4,
      moderate: 6,
      none: 90,
      unknown: 0,
    });
    const reading = one('sangat pendek,pendek,normal', '4,6,90');
    expect(reading.accepted[0]?.measured).toBe(100);
    expect(codes(reading, 'note')).toEqual(['count/measured-from-parts']);
  });

  it('does not divide what the table does not divide', () => {
    const total = one('diukur,stunting,balita desil 1', '100,10,7');
    expect(total.undivided).toEqual(['stunting', 'poverty']);
    expect(total.accepted[0]?.counts).toMatchObject({
      stunting: { severe: 0, moderate: 10, none: 90 },
      poverty: { '1': 7, '5+': 93, unknown: 0 },
    });
  });

  it('uses a stated percentage for the count only where there is none, and says so', () => {
    const quoted = read('kelurahan;tahun;diukur;persen stunting\nBakunase;2025;150;26,67%\n');
    expect(quoted.accepted[0]?.counts.stunting).toMatchObject({ moderate: 40 });
    expect(codes(quoted, 'warning')).toContain('count/from-percent');
  });

  it.each<[counts: string, stated: string, differs: boolean]>([
    ['300,100', '33', false],
    ['300,100', '34', true],
    ['300,100', '33.3', false],
    ['300,100', '33.4', true],
    ['300,100', '33.38', false],
    ['300,100', '33.39', true],
    ['300,100', '0.33', false],
    ['300,100', '0.34', true],
    ['300,100', '0.333', false],
    ['300,100', '0.334', true],
    ['8,1', '12', false],
    ['8,1', '13', false],
    ['16,3', '18.8', false],
  ])('measures a stated percentage by the digits it has: %s as %s', (counts, stated, differs) => {
    const reading = one('diukur,stunting,persen stunting', `${counts},${stated}`);
    expect(codes(reading, 'warning').includes('count/stated-percent-differs')).toBe(differs);
  });

  it('warns of a stated percentage that differs', () => {
    const reading = one('diukur,stunting,persen', '100,10,12.5');
    expect(codes(reading, 'warning')[0]).toBe('count/stated-percent-differs');
    expect(codes(one('diukur,stunting,persen', '100,10,0.1'), 'warning')).not.toContain(
      'count/stated-percent-differs',
    );
  });

  it('keeps a blank dimension unknown, never 0', () => {
    const reading = one('diukur,sangat pendek,pendek,gizi buruk,gizi kurang', '100,5,10,-,');
    expect(reading.accepted[0]?.counts.wasting).toEqual({ unknown: 100 });
    expect(codes(reading, 'warning')).toContain('number/missing');
  });

  it('notes 0 of 0, and warns of 0 measured of a positive target', () => {
    expect(codes(one('diukur,stunting', '0,0'), 'note')).toContain('count/zero-over-zero');
    expect(codes(one('sasaran,diukur,stunting', '50,0,0'), 'warning')).toContain('count/zero-over-zero');
  });

  it('sets totals, subtotals and lines of text apart', () => {
    const csv = [
      'no,kecamatan,kelurahan,tahun,diukur,stunting',
      '1,Kota Raja,Bakunase,2025,100,10',
      ',Kota Raja,,2025,100,10',
      ',Kec. Kelapa Lima,Kec. Kelapa Lima,2025,100,10',
      'JUMLAH,,,2025,100,10',
      ',,Kota Contoh,2025,100,10',
      'Sumber: Dinas Kesehatan,,,,,',
      ',,,,,',
    ].join('\n');
    const reading = read(csv);
    expect(reading.accepted).toHaveLength(1);
    expect(reading.totals.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(reading.textLines).toBe(1);
    expect(reading.setAside).toEqual([]);
  });

  it('carries merged district names down', () => {
    const csv =
      'kecamatan,kelurahan,tahun,diukur,stunting\nKota Raja,Bakunase,2025,9,1\n,Bakunase II,2025,9,1\nKelapa Lima,Kelapa Lima,2025,9,1\n,X,2025,1,1\n';
    const reading = read(csv);
    expect(reading.accepted.map(({ area }) => area)).toEqual([1, 2, 0]);
    expect(codes(reading, 'note')).toContain('area/name-variant');
    expect(reading.setAside).toMatchObject([{ problems: [{ code: 'area/unknown-name' }] }]);
  });

  it('sets differing duplicates aside, and counts identical ones once', () => {
    const differing = read('kelurahan,tahun,diukur,stunting\nBakunase,2025,9,1\nBakunase,2025,9,2\n');
    expect(differing.accepted).toEqual([]);
    expect(differing.setAside.map(({ row }) => row)).toEqual([2, 3]);
    const identical = read('kelurahan,tahun,diukur,stunting\nBakunase,2025,9,1\nBakunase,2025,9,1\n');
    expect(identical).toMatchObject({ repeated: 1, setAside: [] });
    expect(identical.accepted).toHaveLength(1);
  });

  it('lists villages without a row, per period and with the reason', () => {
    const reading = read(
      'kelurahan,bulan,tahun,diukur,stunting\nBakunase,Januari,2025,9,1\nBakunase Dua,Januari,2025,-,-\n',
    );
    expect(reading.missing).toEqual([
      { area: 0, period: '2025-01', why: 'no-row' },
      { area: 2, period: '2025-01', why: 'without-numbers' },
    ]);
  });

  it('refuses a sheet without area, period or denominator', () => {
    expect(codes(read('kecamatan,tahun,diukur,stunting\nKota Raja,2025,9,1\n'), 'error')).toEqual([
      'area/other-level',
    ]);
    expect(codes(read('tahun,diukur,stunting\n2025,9,1\n'), 'error')).toEqual(['column/missing']);
    expect(codes(read('kelurahan,diukur,stunting\nBakunase,9,1\n'), 'error')).toEqual(['period/missing']);
    const headless = read('kelurahan,tahun,stunting\nBakunase,2025,1\n');
    expect(headless).toMatchObject({ refused: true, accepted: [] });
    expect(headless.problems).toContainEqual({
      code: 'column/missing',
      severity: 'error',
      at: {},
      detail: { role: 'measured' },
    });
  });

  it('refuses a colliding code that nothing decides, until the reader does', () => {
    const sheet = sheetOf('kode,tahun,diukur,stunting\n5371031001,2025,9,1\n');
    const alternateCodes = new Map([['5371031001', 1 as never]]);
    const context = {
      territory,
      alternateCodes,
      decisions: new Map<string, AreaCode>(),
      periodDefault: null,
    };
    const recognition = recognizeColumns(sheet);
    expect(codes(readTable(sheet, recognition, context), 'error')).toEqual(['area/code-system-undecided']);
    const decide = (role: 'code.bps' | 'code.kemendagri') =>
      readTable(sheet, withRole(recognition, 0, role), context).accepted.map(({ area }) => area);
    expect(decide('code.kemendagri')).toEqual([0]);
    expect(decide('code.bps')).toEqual([1]);
  });

  it('sets a row aside whose name belongs to another village than its code', () => {
    const reading = read(
      'kode,kelurahan,tahun,diukur,stunting\n53.71.05.1001,Bakunase,2025,9,1\n53.71.05.1002,Kelapa Lima,2025,9,1\n53.71.99.1001,Bakunase,2025,9,1\n',
    );
    expect(reading.setAside.map(({ problems }) => problems[0]?.code)).toEqual([
      'area/name-contradicts-code',
      'area/unknown-code',
    ]);
    expect(reading.setAside[1]?.problems[0]?.detail).toMatchObject({ suggestionCode: '53.71.05.1001' });
  });

  it('takes 1.250 in a count for thousands, and warns', () => {
    const reading = one('sasaran,diukur,stunting', '1.250,900,12');
    expect(reading.accepted[0]?.target).toBe(1250);
    expect(reading.problems).toContainEqual({
      code: 'number/ambiguous',
      severity: 'warning',
      at: { column: 'sasaran' },
      detail: { count: 1, as: 'thousands', because: 'purpose' },
    });
  });

  it('accounts for every row, and every accepted row adds up to its measured', () => {
    const cell = fc.oneof(
      fc.nat({ max: 60 }).map(String),
      fc.constantFrom('', '-', 'x', '1.5', '-3', '1.000'),
    );
    const name = fc.constantFrom('Bakunase', 'BAKUNASE II', 'Kelapa Lima', 'Jumlah', 'Entah', '');
    const row = fc.tuple(name, fc.constantFrom('2024', '2025', '?'), cell, cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const csv = [
          'kelurahan,tahun,diukur,sangat pendek,pendek,normal',
          ...rows.map((r) => r.join(',')),
        ].join('\n');
        const reading = read(csv);
        const { used, setAside, totals, textLines, repeated } = reading;
        expect(used + setAside.length + totals.length + textLines + repeated).toBe(rows.length);
        for (const { measured, counts } of reading.accepted) {
          const sum = Object.values(counts.stunting ?? {}).reduce((a, b) => a + b, 0);
          expect(sum).toBe(measured);
        }
      }),
    );
  });
});

describe('readTable, around the table', () => {
  it('leaves district codes of another system aside, and never repeats what is signed under a table', () => {
    const reading = read(
      'kode kecamatan,kelurahan,tahun,diukur,stunting\n5371031,Bakunase,2025,9,1\n,,,Kepala Dinas,\n,,,,"Nama, S.KM"\n',
    );
    expect(reading.accepted).toHaveLength(1);
    expect(reading.textLines).toBe(2);
    expect(JSON.stringify(reading.problems)).not.toContain('S.KM');
  });

  it('reads whole periods in a column of months, and bare months only with a year', () => {
    const months = (month: string, title = '') =>
      read(`${title}kelurahan,bulan,diukur,stunting\nBakunase,${month},9,1\n`);
    expect(months('Januari 2026').accepted[0]?.period).toBe('2026-01');
    expect(months('Januari', 'Tahun 2026,\n').accepted[0]?.period).toBe('2026-01');
    expect(codes(months('Januari'), 'error')).toEqual(['period/missing']);
  });

  it('prefers the period the reader chose to that of a title', () => {
    const sheet = sheetOf('Januari 2026,\nkelurahan,diukur,stunting\nBakunase,9,1\n');
    const context = { territory, alternateCodes: null, decisions: new Map<string, AreaCode>() };
    const periods = (periodDefault: Period | null) =>
      readTable(sheet, recognizeColumns(sheet), { ...context, periodDefault }).accepted.map(
        ({ period }) => period,
      );
    expect(periods(null)).toEqual(['2026-01']);
    expect(periods('2026-02' as Period)).toEqual(['2026-02']);
  });
});

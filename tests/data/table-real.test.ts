import { describe, expect, it } from 'vitest';
import type { AreaCode } from '#core/area.ts';
import { columnOf, recognizeColumns } from '#data/column-recognition.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { readTable, type TableReading } from '#data/table-import.ts';
import { type Delineation, delineation, sharedRecords } from '#tests/real-table.ts';

const FILES = ['kupang-cahyadsn.geojson', 'kupang-hdx-bps2020-kode.geojson'] as const;
const facts = sharedRecords('facts/kupang-stunting-per-kelurahan-2021-2022.csv');
const pairs = sharedRecords('facts/kupang-kode-kemendagri-bps.csv');
const none: ReadonlyMap<string, AreaCode> = new Map();

/** The facts as a sheet, with the columns given and the code written by `code`. */
function sheet(columns: readonly string[], code: (kode: string) => string = (kode) => kode): RawSheet {
  const rows = (facts ?? []).map((record) =>
    columns.map((column) => (column === 'kode' ? code(record.kode ?? '') : (record[column] ?? ''))),
  );
  return { name: '', rows: [[...columns], ...rows], textOnly: true };
}

const ALL = Object.keys(facts?.[0] ?? {});
const bpsOf = new Map((pairs ?? []).map((p) => [p.kode_kemendagri, p.kode_bps ?? '']));

function read(raw: RawSheet, place: Delineation, decisions = none): TableReading {
  const context = {
    territory: place.territory,
    alternateCodes: place.alternateCodes,
    decisions,
    periodDefault: null,
  };
  return readTable(raw, recognizeColumns(raw), context);
}

const told = (reading: TableReading, severity: string) =>
  reading.problems
    .filter((problem) => problem.severity === severity)
    .map(({ code, at }) => `${code} ${at?.area} ${at?.period}`)
    .sort();

/** The true faults, computed from the facts without the program. */
function expectedWarnings(): readonly string[] {
  const records = facts ?? [];
  const expected: string[] = [];
  for (const r of records) {
    const n = (key: string): number => Number(r[key]);
    if (n('diukur') > n('sasaran')) expected.push(`count/measured-exceeds-target ${r.kelurahan} ${r.tahun}`);
    const sum = n('sangat_pendek') + n('pendek') + n('normal') + n('tinggi');
    const parts = n('sangat_pendek') + n('pendek');
    if (sum < n('diukur') || parts !== n('stunting')) {
      expected.push(`count/parts-differ-from-total ${r.kelurahan} ${r.tahun}`);
    }
    if (Math.abs((100 * parts) / n('diukur') - n('persen')) > 0.0500001) {
      expected.push(`count/stated-percent-differs ${r.kelurahan} ${r.tahun}`);
    }
  }
  const names = new Set(records.map((r) => r.kelurahan));
  for (const year of ['2021', '2022']) {
    const reported = new Set(records.filter((r) => r.tahun === year).map((r) => r.kelurahan));
    for (const name of names) if (!reported.has(name)) expected.push(`area/missing ${name} ${year}`);
  }
  return expected.sort();
}

describe.skipIf(facts === null || pairs === null)('stunting per kelurahan, Kupang 2021 and 2022', () => {
  it('recognizes every column without help', () => {
    const recognition = recognizeColumns(sheet(ALL));
    expect(recognition.problems).toEqual([]);
    expect(Object.fromEntries(recognition.columns.map(({ header, role }) => [header, role]))).toEqual({
      tahun: 'year',
      kode: 'code',
      kelurahan: 'name',
      kecamatan: 'district',
      puskesmas: 'puskesmas',
      nama_sumber: 'ignored',
      sasaran: 'target',
      diukur: 'measured',
      sangat_pendek: 'stunting.severe',
      pendek: 'stunting.moderate',
      normal: 'stunting.none',
      tinggi: 'stunting.over',
      stunting: 'stunting.total',
      persen: 'percent.stunting',
    });
  });

  describe.each(FILES)('on %s', (file) => {
    const place = delineation(file);
    it.skipIf(place === null)('accepts every row and names exactly the true faults', () => {
      if (place === null) return;
      const reading = read(sheet(ALL), place);
      expect(reading.refused).toBe(false);
      expect(reading.accepted).toHaveLength(facts?.length ?? -1);
      expect(reading.setAside).toEqual([]);
      expect(told(reading, 'warning')).toEqual(expectedWarnings());
      expect(told(reading, 'warning')).toEqual([
        'area/missing Fatubesi 2021',
        'count/measured-exceeds-target Nunhila 2021',
        'count/parts-differ-from-total Kelapa Lima 2022',
      ]);
      expect(told(reading, 'error')).toEqual([]);
    });

    it.skipIf(place === null)('says the same by codes without dots, by names, and by source names', () => {
      if (place === null) return;
      const whole = read(sheet(ALL), place).accepted;
      expect(
        read(
          sheet(ALL, (kode) => kode.replaceAll('.', '')),
          place,
        ).accepted,
      ).toEqual(whole);
      const counts = ALL.slice(6);
      const named = read(sheet(['tahun', 'kelurahan', 'kecamatan', ...counts]), place);
      expect(named.accepted).toEqual(whole);
      const codeOnly = read(
        sheet(['tahun', 'kode', ...counts], (kode) => kode.replaceAll('.', '')),
        place,
      );
      expect(codeOnly.accepted).toEqual(whole);
    });
  });

  const both = delineation('kupang-hdx-bps2020-kode.geojson');
  it.skipIf(both === null)('reads BPS codes where the boundaries carry them, by codes alone', () => {
    if (both === null) return;
    const bps = (kode: string): string => bpsOf.get(kode) ?? '';
    const reading = read(sheet(['tahun', 'kode', ...ALL.slice(6)], bps), both);
    expect(reading.accepted).toEqual(read(sheet(ALL), both).accepted);
  });

  const kemendagri = delineation('kupang-cahyadsn.geojson');
  it.skipIf(kemendagri === null)(
    'falls back on names for BPS codes the boundaries lack, and refuses without names',
    () => {
      if (kemendagri === null) return;
      const bps = (kode: string): string => bpsOf.get(kode) ?? '';
      const reading = read(sheet(ALL, bps), kemendagri);
      expect(reading.accepted).toEqual(read(sheet(ALL), kemendagri).accepted);
      expect(told(reading, 'warning')).toContain('area/code-system-absent undefined undefined');
      const blind = read(sheet(['tahun', 'kode', ...ALL.slice(6)], bps), kemendagri);
      expect(blind).toMatchObject({ refused: true, accepted: [] });
      expect(told(blind, 'error')).toEqual(['area/code-system-absent undefined undefined']);
    },
  );

  const bare = delineation('kupang-hdx-bps2020.geojson');
  it.skipIf(bare === null)(
    'on BPS boundaries sets aside only the name it cannot know, until the reader decides',
    () => {
      if (bare === null) return;
      const reading = read(sheet(ALL), bare);
      expect(reading.setAside.map(({ area }) => area)).toEqual(['Lai Lai Bisi Kopan', 'Lai Lai Bisi Kopan']);
      const detail = reading.setAside[0]?.problems[0]?.detail;
      expect(detail?.suggestionCode).toBe('5371041002');
      const decided = new Map([[String(detail?.decision), String(detail?.suggestionCode) as AreaCode]]);
      expect(read(sheet(ALL), bare, decided).accepted).toHaveLength(facts?.length ?? -1);
    },
  );

  it.skipIf(both === null)('keeps a row whose classes fall short, with the difference unknown', () => {
    if (both === null) return;
    const row = read(sheet(ALL), both).accepted.find(
      ({ area, period }) => both.territory.villages.areas[area]?.name === 'Kelapa Lima' && period === '2022',
    );
    expect(row?.measured).toBe(469);
    expect(row?.counts.stunting?.unknown).toBe(1);
    expect(Object.values(row?.counts.stunting ?? {}).reduce((a, b) => a + b, 0)).toBe(469);
  });

  it('lets the reader change a role', () => {
    expect(columnOf(recognizeColumns(sheet(ALL)), 'percent.stunting')?.header).toBe('persen');
  });
});

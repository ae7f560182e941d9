import { expect, it } from 'vitest';
import type { Period } from '#core/period.ts';
import { recognizeColumns } from '#data/column-recognition.ts';
import { parseDelimited } from '#data/delimited-text.ts';
import { readTable } from '#data/table-import.ts';
import { TEMPLATE_COLUMNS, templateCsv } from '#data/template.ts';
import { territoryOf } from '#tests/real-table.ts';

const territory = territoryOf('Kota Contoh', [
  { code: '53.71.05.1001', name: 'Bakunase', districtCode: '53.71.05', district: 'Kota Raja' },
  { code: '53.71.05.1002', name: 'Bakunase Dua', districtCode: '53.71.05', district: 'Kota Raja' },
]);

it('comes back recognized, empty as not reported and filled as counts', () => {
  const csv = templateCsv(territory, '2026-02' as Period);
  expect(csv.startsWith('\ufeffkode;kelurahan;kecamatan;periode;')).toBe(true);
  const filled = csv
    .slice(1)
    .replace('2026-02;;;;;;;;;;;;;;;', '2026-02;120;100;5;10;84;1;2;6;90;2;3;9;85;3;7');
  const parsed = parseDelimited(filled);
  if (!parsed.ok) throw new Error('unreadable');
  const recognition = recognizeColumns(parsed.value);
  expect(recognition.columns.map(({ role }) => role)).toEqual([
    'code',
    'name',
    'district',
    'period',
    'target',
    'measured',
    'stunting.severe',
    'stunting.moderate',
    'stunting.none',
    'stunting.over',
    'wasting.severe',
    'wasting.moderate',
    'wasting.none',
    'wasting.over',
    'underweight.severe',
    'underweight.moderate',
    'underweight.none',
    'underweight.over',
    'poverty.1',
  ]);
  expect(recognition.columns).toHaveLength(TEMPLATE_COLUMNS.length);
  const reading = readTable(parsed.value, recognition, {
    territory,
    alternateCodes: null,
    decisions: new Map(),
    periodDefault: null,
  });
  expect(reading.accepted).toMatchObject([
    {
      area: 0,
      period: '2026-02',
      target: 120,
      measured: 100,
      counts: {
        stunting: { severe: 5, moderate: 10, none: 85, unknown: 0 },
        wasting: { severe: 2, moderate: 6, none: 92, unknown: 0 },
        underweight: { severe: 3, moderate: 9, none: 88, unknown: 0 },
        poverty: { '1': 7, '5+': 93 },
      },
    },
  ]);
  expect(reading.missing).toEqual([{ area: 1, period: '2026-02', why: 'without-numbers' }]);
});

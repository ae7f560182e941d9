import { describe, expect, it } from 'vitest';
import { recognizeColumns } from '#data/column-recognition.ts';
import { faultListCsv } from '#data/fault-list.ts';
import { readTable, type TableReading } from '#data/table-import.ts';
import { joinRows } from '#data/table-join.ts';
import { expectLinear } from '#tests/growth.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sheetOf, territoryOf } from '#tests/real-table.ts';

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

function read(csv: string): TableReading {
  const sheet = sheetOf(csv);
  const context = { territory, alternateCodes: null, decisions: new Map(), periodDefault: null };
  return readTable(sheet, recognizeColumns(sheet), context);
}

/** A row for each area in one month after the other. */
function table(rows: number, row: (k: number, month: string) => string): string {
  const lines = Array.from({ length: rows }, (_, k) => {
    const months = Math.floor(k / AREAS);
    const month = `${1000 + Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}`;
    return row(k, month);
  });
  return `kode,kelurahan,periode,diukur,stunting\n${lines.join('\n')}\n`;
}
const code = (k: number): string => `53.71.01.${1001 + (k % AREAS)}`;

const FAULTS: readonly (readonly [what: string, row: (k: number, month: string) => string])[] = [
  ['nothing wrong', (k, month) => `${code(k)},${name(k % AREAS)},${month},100,5`],
  ['a period that cannot be read', (k) => `${code(k)},${name(k % AREAS)},26,100,5`],
  ['a number that cannot be read', (k, month) => `${code(k)},${name(k % AREAS)},${month},banyak,5`],
  ['more affected than measured', (k, month) => `${code(k)},${name(k % AREAS)},${month},5,100`],
  ['a code of another city', (k, month) => `32.73.01.${1001 + (k % 9000)},Sukarasa,${month},100,5`],
  ['a name of its own that nobody knows', (k, month) => `,Dusun ${k} Baru,${month},100,5`],
  ['one village and month, other numbers', (k) => `${code(0)},${name(0)},2025-01,${100 + k},5`],
  ['one village and month, the same numbers', () => `${code(0)},${name(0)},2025-01,100,5`],
  ['nothing in it', () => ',,,,'],
];

describe('reading a table takes as long as it is', () => {
  it.each(FAULTS)('with %s in every row', (_, row) => {
    expectLinear((rows) => table(rows, row), read, 1_000);
  });
});

describe('what is told of a table takes as long as its faults are many', () => {
  const faulty = (rows: number) => read(table(rows, FAULTS[1]![1]));

  it('as a list to download', () => {
    const heads = {
      file: '',
      sheet: '',
      row: '',
      column: '',
      area: '',
      period: '',
      severity: '',
      what: '',
      mend: '',
    };
    const words = { severity: '', what: '', mend: '' };
    expectLinear(faulty, ({ problems }) => faultListCsv(problems, heads, () => words), 5_000);
  });

  it('as rows of two sheets that complete each other', () => {
    const whole = (rows: number) => read(table(rows, FAULTS[0]![1]));
    expectLinear(whole, (reading) => joinRows([reading, reading], territory));
  });
});

describe.skipIf(!LONG_FORM)('a table longer than any stack', () => {
  it.each(FAULTS)('is read to its end with %s in every row', (what, row) => {
    const { problems, accepted, repeated } = read(table(150_000, row));
    const told = what.startsWith('nothing') ? accepted.length + repeated : problems.length;
    expect(told + repeated).toBeGreaterThan(0);
  });
});

it('a table longer than any stack is read to its end', () => {
  expect(read(table(130_000, FAULTS[1]![1])).problems.length).toBeGreaterThan(130_000);
});

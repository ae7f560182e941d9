import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AreaDoctor } from '#linkage/area-doctor.ts';
import { readChildSheet, WrittenChildren } from '#linkage/child-record.ts';
import { readMemberSheet } from '#linkage/household-record.ts';
import { dayOf } from '#linkage/person-date.ts';
import { isMeasurements, recognizePersonSheet } from '#linkage/person-sheet.ts';
import { readRawFile } from '#linkage/raw-file.ts';
import { personFiles, USUAL_RATES } from '#scripts/persons/person-files.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { csvFile, GROUND, VILLAGES, workbookFile } from './small-office.ts';

const { measurements, members } = personFiles({
  seed: 11,
  villages: VILLAGES,
  children: 10,
  members: 20,
  months: ['2026-02'],
  rates: USUAL_RATES,
});
const TABLES = [...measurements, members].map(({ rows }) => rows.slice(0, 9));
const IDENTIFIERS = new Set(
  TABLES.flat(2)
    .map(String)
    .filter((cell) => /^\d{16}$/.test(cell)),
);
const PIECES = [
  '',
  '-',
  ',',
  ';',
  '\n',
  '"',
  '\t',
  'NIK',
  'Nama',
  'Tanggal Pengukuran',
  '31/02/2026',
  '2026-13-45',
  '45678',
  '5,37E+15',
  '************1234',
  '9999999999999999',
  '-99',
  '1e999',
  'NaN',
  'L',
  'desil 11',
  '🙂',
  '٣',
  '=1+1',
  '\u0000',
  '<table>',
];
const text = fc
  .tuple(
    fc.nat(TABLES.length - 1),
    fc.array(fc.tuple(fc.nat(6_000), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 8 }),
  )
  .map(([table, changes]) => {
    const whole = TABLES[table]!.map((row) => row.join(',')).join('\n');
    return changes.reduce((now, [at, way, piece]) => {
      const k = at % (now.length + 1);
      if (way === 0) return now.slice(0, k) + piece + now.slice(k);
      if (way === 1) return now.slice(0, k) + now.slice(k + 1 + (at % 40));
      if (way === 2) return now.slice(0, k) + now.slice(Math.max(0, k - 200), k) + now.slice(k);
      return now.slice(0, k) + piece + now.slice(k).replace(/^[^,\n]*/, '');
    }, whole);
  });

/** Reads as the desk does; what may be told of it. */
async function told(bytes: Uint8Array): Promise<string> {
  const doctor = new AreaDoctor(GROUND.territory, null, new Map());
  const snapshot = dayOf(2026, 3, 1)!;
  const raw = await readRawFile({ name: 'a.csv', bytes });
  const out: unknown[] = [raw.problems];
  for (const sheet of raw.ok ? raw.value : []) {
    const person = sheet.rows.length === 0 ? null : recognizePersonSheet(sheet);
    if (person === null || person.form === 'posyandu-list') continue;
    const { rows, records, niks, kks } = isMeasurements(person.form)
      ? readChildSheet(sheet, person, { file: 'a.csv', doctor, snapshot, children: new WrittenChildren() })
      : readMemberSheet(sheet, person, { file: 'a.csv', doctor });
    const ledger = rows.ledger();
    const all = Object.values(ledger.rows).flat();
    expect(all).toHaveLength(ledger.read);
    expect(new Set(all).size).toBe(ledger.read);
    const kept = new Set([...ledger.rows.used, ...ledger.rows.listed, ...ledger.rows.duplicate]);
    for (const { row } of records) expect(kept.has(row)).toBe(true);
    out.push(ledger, niks, kks, doctor.waiting.size);
  }
  return JSON.stringify(out);
}

function expectNobody(said: string): void {
  expect((said.match(/\d{16}/g) ?? []).filter((digits) => IDENTIFIERS.has(digits))).toEqual([]);
}

describe('damaged files of persons', () => {
  const books: Uint8Array[] = [];
  beforeAll(async () => {
    for (const rows of TABLES) books.push(await (await workbookFile('a.xlsx', rows)).bytes());
  });

  it('are read whole first', async () => {
    expect(IDENTIFIERS.size).toBeGreaterThan(10);
    for (const rows of TABLES) expect(await told(await csvFile('a.csv', rows).bytes())).toContain('"used":[');
  });

  it('as text: never throw, account for every row once, and name nobody', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (csv) => expectNobody(await told(new TextEncoder().encode(csv)))),
      { numRuns: LONG_FORM ? 2_000 : 120 },
    );
  });

  it('as workbooks: never throw, whatever bytes are lost or changed', async () => {
    const change = fc.tuple(
      fc.nat(TABLES.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      fc.option(fc.nat()),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([book, bytes, cut]) => {
        const own = books[book]!.slice();
        for (const [at, byte] of bytes) own[at % own.length] = byte;
        expectNobody(await told(cut === null ? own : own.slice(0, cut % own.length)));
      }),
      { numRuns: LONG_FORM ? 2_000 : 40 },
    );
  });
});

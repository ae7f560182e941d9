import type { AreaIndex } from '#core/area.ts';
import type { IdentityTally, SheetForm } from '#core/preparation-report.ts';
import type { RawSheet } from '#data/raw-table.ts';
import type { AreaDoctor } from './area-doctor.ts';
import { isRoundedColumn, readIdentity, talliedIdentity } from './identity-text.ts';
import { isNoPerson, personCells, readSex, type Sex } from './person-cells.ts';
import { type Day, readDay } from './person-date.ts';
import { plainPersonName } from './person-name.ts';
import { type PersonSheet, statedPeriod } from './person-sheet.ts';
import { SheetRows } from './record-ledger.ts';

/** Class of `poverty` in docs/dataset.md. */
export type Decile = '1' | '2' | '3' | '4' | '5+' | 'unknown';

/** One row of a list of members or of families. */
export interface MemberRecord {
  readonly sheet: SheetRows;
  readonly row: number;
  /** What tells the household: its KK, else the list's own number, else the row. */
  readonly household: string;
  readonly kk: string;
  readonly nik: string;
  /** A second adult of the same row, as in KRS. */
  readonly otherNik: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birth: Day | null;
  readonly area: AreaIndex;
  readonly decile: Decile;
  /** Of KRS: at risk or not; null elsewhere. */
  readonly atRisk: boolean | null;
}

export interface MemberSheet {
  readonly rows: SheetRows;
  readonly records: readonly MemberRecord[];
  readonly niks: IdentityTally;
  readonly kks: IdentityTally;
  readonly waiting: ReadonlyMap<string, number>;
  /** What period the list is of, where its title, sheet or file says; '' else. */
  readonly period: string;
  /** Deciles are a yes or no alone. */
  readonly flagOnly: boolean;
}

/** `3`, `Desil 3`, `6-10`, `5+`; unknown for words such as Belum Ada Desil. */
export function readDecile(text: string): Decile {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^desil\s*/, '')
    .replace(/[.,]0+$/, '');
  const range = /^(\d{1,2})\s*(?:-|–|s\/?d|sampai)\s*(\d{1,2})$/.exec(plain);
  if (range) return Number(range[1]) >= 5 && Number(range[2]) <= 10 ? '5+' : 'unknown';
  if (/^(?:5\+|>\s*4)$/.test(plain)) return '5+';
  const value = /^\d{1,2}$/.test(plain) ? Number(plain) : 0;
  if (value >= 1 && value <= 4) return String(value) as Decile;
  return value >= 5 && value <= 10 ? '5+' : 'unknown';
}

const YES = /^(?:1|ya|y|yes|true|miskin ekstrem)$/i;
const NO = /^(?:0|2|3|tidak|t|no|false|tidak miskin ekstrem)$/i;

function flagged(text: string): Decile {
  const plain = text.trim();
  return YES.test(plain) ? '1' : NO.test(plain) ? '5+' : 'unknown';
}

/** At risk where any of its columns says yes (1); null where none is answered. */
function riskOf(sheet: RawSheet, row: number, columns: readonly number[]): boolean | null {
  const answers = columns.map((column) => (sheet.rows[row]?.[column] ?? '').trim());
  if (answers.some((answer) => YES.test(answer))) return true;
  return answers.some((answer) => NO.test(answer)) ? false : null;
}

/** The members or families of a sheet; every row that holds something has its place in the ledger. */
export function readMemberSheet(
  sheet: RawSheet,
  person: PersonSheet,
  { file, doctor }: { readonly file: string; readonly doctor: AreaDoctor },
): MemberSheet {
  const cells = personCells(sheet, person);
  const rows = new SheetRows(file, sheet.name, person.form);
  const niks: IdentityTally = { whole: 0, missing: 0, masked: 0, damaged: 0 };
  const kks: IdentityTally = { whole: 0, missing: 0, masked: 0, damaged: 0 };
  const isKrs = person.form === 'krs';
  const nikField = isKrs ? 'headNik' : 'nik';
  const nameField = isKrs || !cells.has('name') ? 'head' : 'name';
  const roundedNik = isRoundedColumn(cells.column(nikField));
  const roundedKk = isRoundedColumn(cells.column('kk'));
  const births = cells.dates('birth');
  const system = doctor.systemOf(
    cells.column('villageCode'),
    cells.column('village'),
    cells.column('district'),
  );
  const flagOnly = !cells.has('decile') && cells.has('extremePoor');
  const waiting = new Map<string, number>();
  const records: MemberRecord[] = [];
  for (let row = person.dataRow; row < sheet.rows.length; row++) {
    if (isNoPerson(sheet.rows[row] ?? [])) continue;
    const at = row + 1;
    const nik = talliedIdentity(niks, cells.text(row, nikField), roundedNik);
    const kk = cells.has('kk') ? talliedIdentity(kks, cells.text(row, 'kk'), roundedKk) : '';
    const name = plainPersonName(cells.text(row, nameField));
    const own = cells.text(row, 'householdId') || cells.text(row, 'rowId');
    if (nik === '' && kk === '' && name === '' && own === '') {
      rows.note(at, 'unusable', 'no-identity');
      continue;
    }
    const placed = doctor.place(
      {
        village: cells.place(row, 'village'),
        district: cells.place(row, 'district'),
        code: cells.text(row, 'villageCode'),
        posyandu: '',
        puskesmas: '',
      },
      system,
    );
    if (placed.kind !== 'area') {
      rows.note(at, placed.kind);
      if (placed.kind === 'waiting') waiting.set(placed.key, (waiting.get(placed.key) ?? 0) + 1);
      continue;
    }
    rows.note(at, 'used');
    const wife = readIdentity(cells.text(row, 'wifeNik'));
    records.push({
      sheet: rows,
      row: at,
      household: householdKey({ kk, own, nik }, `${file}:${sheet.name}`, at, person.form),
      kk,
      nik,
      otherNik: wife.kind === 'whole' ? wife.digits : '',
      name,
      sex: readSex(cells.text(row, 'sex')),
      birth: readDay(
        cells.text(row, 'birth') || (cells.text(row, 'birthPlace').split(',').at(-1) ?? ''),
        births,
      ),
      area: placed.area,
      decile: flagOnly ? flagged(cells.text(row, 'extremePoor')) : readDecile(cells.text(row, 'decile')),
      atRisk: isKrs ? riskOf(sheet, row, person.risks) : null,
    });
  }
  return { rows, records, niks, kks, waiting, period: statedPeriod(sheet, file, person.dataRow), flagOnly };
}

/** Numbers of P3KE and DTSEN are the country's; those of any other list are of that list alone. */
function householdKey(
  { kk, own, nik }: { readonly kk: string; readonly own: string; readonly nik: string },
  list: string,
  row: number,
  form: SheetForm,
): string {
  if (kk !== '') return `kk:${kk}`;
  const isNational = form.startsWith('p3ke') || form === 'dtsen';
  if (own !== '') return `${isNational ? form.split('-')[0] : list}:${own}`;
  return nik === '' ? `row:${list}:${row}` : `nik:${nik}`;
}

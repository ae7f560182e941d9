import { type PeriodKind, periodKindOf } from '#core/period.ts';
import { findPeriod } from '#core/period-text.ts';
import type { SheetForm } from '#core/preparation-report.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { type PersonField, personField, plainTitle } from './person-column.ts';

/** One month of a wide sheet: its columns. */
export interface WideBlock {
  readonly measured: number;
  readonly ageText: number | null;
  readonly weight: number | null;
  readonly height: number | null;
}

export interface PersonSheet {
  readonly form: SheetForm;
  /** 0-based row of the first row below the header. */
  readonly dataRow: number;
  /** Column of each field; several where a table writes parents in two. */
  readonly columns: Readonly<Partial<Record<PersonField, readonly number[]>>>;
  /** Of variant D; empty else. */
  readonly blocks: readonly WideBlock[];
  /** KRS: columns that ask of the family whether it is at risk, answered 1 (yes), 2, 3. */
  readonly risks: readonly number[];
}

const SEARCHED_ROWS = 25;
const RISK =
  /^(?:keluarga tidak mempunyai|pus 4 terlalu|bukan peserta kb|pus hamil tidak|tidak mempunyai (?:sumber air|jamban))/;

type Rows = RawSheet['rows'];

interface Header {
  readonly row: number;
  readonly height: number;
  readonly titles: readonly string[];
  readonly upper: readonly string[];
  readonly fields: ReadonlyMap<PersonField, readonly number[]>;
}

function headerAt(rows: Rows, row: number, height: 1 | 2): Header {
  const own = rows[row + height - 1] ?? [];
  const above = height === 2 ? (rows[row] ?? []) : [];
  const width = Math.max(own.length, above.length);
  const titles: string[] = [];
  const upper: string[] = [];
  let carried = '';
  for (let c = 0; c < width; c++) {
    const top = (above[c] ?? '').trim();
    if (top !== '') carried = top;
    const low = (own[c] ?? '').trim();
    titles.push(low === '' ? top : low);
    upper.push(low === '' || low === top ? '' : carried);
  }
  const fields = new Map<PersonField, number[]>();
  titles.forEach((title, c) => {
    const field = personField(title);
    if (field !== null) fields.set(field, [...(fields.get(field) ?? []), c]);
  });
  return { row, height, titles, upper, fields };
}

/** The rows among the first in which most fields are named; a second row only where it names more. */
function findHeader(rows: Rows): Header | null {
  let best: Header | null = null;
  let most = 2;
  for (let row = 0; row < Math.min(SEARCHED_ROWS, rows.length); row++) {
    for (const height of [1, 2] as const) {
      if (row + height > rows.length) continue;
      const header = headerAt(rows, row, height);
      const named = header.fields.size + (header.fields.get('measured')?.length ?? 1) - 1;
      if (named > most) {
        best = header;
        most = named;
      }
    }
  }
  return best;
}

function blocksOf({ fields, titles }: Header): readonly WideBlock[] {
  const starts = fields.get('measured') ?? [];
  if (starts.length < 2) return [];
  return starts.map((measured, k) => {
    const end = starts[k + 1] ?? titles.length;
    const within = (field: PersonField): number | null =>
      fields.get(field)?.find((column) => column > measured && column < end) ?? null;
    return {
      measured,
      ageText: within('ageText'),
      weight: within('weight'),
      height: within('height'),
    };
  });
}

function measurementForm({ fields, titles }: Header, wide: boolean): SheetForm {
  if (wide) return 'eppgbm-d';
  const known = new Set(titles.map(plainTitle));
  if (known.has('usia kehamilan minggu') || (fields.has('kk') && fields.has('parentNik'))) return 'eppgbm-c';
  if (known.has('pmt diterima kg')) return 'eppgbm-b';
  if (known.has('mbg') || known.has('detail')) return 'eppgbm-a';
  return 'eppgbm';
}

/** Whose rows these are, by the columns that are there; null where they are of nobody known here. */
function formOf(header: Header, blocks: readonly WideBlock[]): SheetForm | null {
  const { fields, titles } = header;
  const has = (...all: readonly PersonField[]): boolean => all.every((field) => fields.has(field));
  const identity = has('nik') || has('name') || has('kk') || has('headNik');
  if (has('posyandu', 'village') && !identity) return 'posyandu-list';
  if (has('kk') && (has('infant') || has('toddler'))) return 'krs';
  const measures = (['weight', 'height', 'heightLabel', 'heightZ', 'weightLabel', 'wastingZ'] as const).some(
    (field) => fields.has(field),
  );
  if (identity && (blocks.length > 0 || (has('measured') && measures)))
    return measurementForm(header, blocks.length > 0);
  const titled = new Set(titles.map(plainTitle));
  if (has('householdId') && titled.has('id individu')) return 'p3ke-member';
  if (has('rowId', 'decile', 'head')) return 'p3ke-family';
  if (titled.has('nomor kartu keluarga') && has('decile')) return 'dtsen';
  if (has('decile') && identity) return has('householdId') ? 'dtsen' : 'local-members';
  if (has('extremePoor') && identity) return 'local-members';
  return has('support') && has('nik') ? 'dtks' : null;
}

/** What a sheet is, and where its columns are; null where it is none that is read here. */
export function recognizePersonSheet(sheet: RawSheet): PersonSheet | null {
  const header = findHeader(sheet.rows);
  if (header === null) return null;
  const blocks = blocksOf(header);
  const form = formOf(header, blocks);
  if (form === null) return null;
  const risks =
    form === 'krs' ? header.titles.flatMap((title, c) => (RISK.test(plainTitle(title)) ? [c] : [])) : [];
  return {
    form,
    dataRow: header.row + header.height,
    columns: Object.fromEntries(header.fields),
    blocks,
    risks,
  };
}

export const isMeasurements = (form: SheetForm): boolean => form.startsWith('eppgbm');

/** The period that title, name of the sheet or name of the file state, of a kind where one is asked for; '' where none does. */
export function statedPeriod(sheet: RawSheet, file: string, dataRow: number, kind?: PeriodKind): string {
  const titles = sheet.rows
    .slice(0, Math.max(0, dataRow - 1))
    .map((row) => row.filter((cell) => cell !== '').join(' '));
  for (const text of [...titles, sheet.name, file.replace(/\.\w+$/, '').replace(/[_-]+/g, ' ')]) {
    const period = text.length < 200 ? findPeriod(text) : null;
    if (period !== null && (kind === undefined || periodKindOf(period) === kind)) return period;
  }
  return '';
}

import { type PropertyColumns, plainKey } from './boundary-columns.ts';
import { recognizeColumns } from './column-recognition.ts';
import { isCountRole } from './column-role.ts';
import type { RawSheet } from './raw-table.ts';

/** Numbers of the drawing or of its keeping, not of people: no figures. */
const KEEPING =
  /^(?:id\d*|nama?e?|r[tw]|fid|ogcfid|gid|oid|objectid\d*|index|no|nomor|urut|srsid|fcode|tipadm|lcode|shape.*|luas.*|area.*|keliling.*|perimeter.*|panjang.*|length.*|hectares?|ha|km2|lat.*|lon.*|lintang|bujur|x|y|z|kode.*|kd.*|.*pcode|.*code|.*no|bps.*|valid.*|date.*|tgl.*|tanggal.*|tahun.*|year.*|elevasi|ketinggian)$/;

function isNumber(text: string): boolean {
  return /^-?\d{1,9}(?:[.,]\d+)?$/.test(text.trim());
}

/** The properties with figures: numbers in most features, and neither a code nor a measure of the drawing. */
export function figureProperties(columns: PropertyColumns): readonly string[] {
  return [...columns]
    .filter(([key, values]) => {
      const filled = values.filter((value) => value.trim() !== '');
      return (
        !KEEPING.test(plainKey(key)) &&
        filled.length * 2 >= values.length &&
        filled.length > 0 &&
        filled.every(isNumber)
      );
    })
    .map(([key]) => key);
}

/** Header of the codes that were found for names: of no property's own name. */
const FOUND_CODE = 'kode_kemendagri';

/**
 * All properties as a sheet: what a table's reader would be given, had they come as one.
 * @param found names and codes by feature where the reader or the list gave them, so that nothing is asked twice.
 */
export function propertySheet(
  columns: PropertyColumns,
  found: {
    readonly property: string;
    readonly codes: readonly string[];
    readonly names: readonly string[];
  } | null,
): RawSheet {
  const given = new Map(columns);
  if (found !== null) {
    const written = columns.get(found.property) ?? [];
    given.set(
      found.property,
      written.map((text, k) => found.names[k] || text),
    );
    given.set(FOUND_CODE, found.codes);
  }
  const header = [...given.keys()];
  const values = [...given.values()];
  const rows = (values[0] ?? []).map((_, k) => values.map((column) => column[k] ?? ''));
  return { name: '', rows: [header, ...rows], textOnly: true };
}

/** Whether a table's reader knows one of the columns as counts of children. */
export function holdsCounts(sheet: RawSheet, file: string): boolean {
  return recognizeColumns(sheet, file).columns.some(({ role }) => isCountRole(role));
}

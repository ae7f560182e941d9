const PLAIN_NUMBER = /^-?\d+([.,]\d+)?%?$/;
/** A text a spreadsheet would compute or run, also behind blanks, invisible characters and full-width signs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what hides a formula
const COMPUTED = /^[\s\x00-\x1f\u00a0\ufeff\u200b-\u200f]*[=+\-@\t\r\n＝＋－＠|%]/;

/** How a CSV is written, and the decimal mark that goes with it. */
export interface CsvDialect {
  readonly separator: ';' | ',';
  readonly decimal: ',' | '.';
  /** Without it Excel takes UTF-8 for the code page of the computer; other programs take it for a character. */
  readonly byteOrderMark: boolean;
}
/** As an Indonesian Excel opens it by a double click. */
export const SPREADSHEET_DIALECT: CsvDialect = { separator: ';', decimal: ',', byteOrderMark: true };
/** As RFC 4180 and programs of statistics have it. */
export const PLAIN_DIALECT: CsvDialect = { separator: ',', decimal: '.', byteOrderMark: false };

/** The cell as text that no spreadsheet computes: a leading apostrophe where needed. Plain numbers stay as they are. */
export function neutralCell(text: string): string {
  return COMPUTED.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** CSV of cells written already in the dialect: CR LF after every row, quoted where needed, every cell neutralized. */
export function safeCsv(
  rows: readonly (readonly string[])[],
  { separator, byteOrderMark }: CsvDialect = SPREADSHEET_DIALECT,
): string {
  const cell = (text: string): string => {
    const safe = neutralCell(text);
    return /["\r\n]|^\s|\s$/.test(safe) || safe.includes(separator)
      ? `"${safe.replaceAll('"', '""')}"`
      : safe;
  };
  return `${byteOrderMark ? '\ufeff' : ''}${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}

const PLAIN_NUMBER = /^-?\d+([.,]\d+)?%?$/;
/** A text a spreadsheet would compute or run, also behind blanks, invisible characters and full-width signs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what hides a formula
const COMPUTED = /^[\s\x00-\x1f\u00a0\ufeff\u200b-\u200f]*[=+\-@\t\r\n＝＋－＠|%]/;

/** The cell as text that no spreadsheet computes: a leading apostrophe where needed. Plain numbers stay as they are. */
export function neutralCell(text: string): string {
  return COMPUTED.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/**
 * CSV as an Indonesian Excel opens it: UTF-8 with byte order mark, semicolons, CR LF. Quoted where needed; every cell
 * neutralized.
 */
export function safeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const safe = neutralCell(text);
    return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralCell, PLAIN_DIALECT, SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';

describe('a cell', () => {
  it.each(['=1+1', '+A1', '-cmd', '@SUM', '\t=1', ' =1', '＝1', '|calc', '%0', '\u200b=1', '-1-1'])(
    'that would be computed is neutralized: %j',
    (text) => {
      expect(neutralCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['12', '-3', '-3,5', '26,98%', 'Bakunase', '53.71.01.1001', ''])('is left alone: %j', (text) => {
    expect(neutralCell(text)).toBe(text);
  });
});

describe.each([
  ['of spreadsheets', SPREADSHEET_DIALECT],
  ['plain', PLAIN_DIALECT],
])('the dialect %s', (_, dialect) => {
  const back = (csv: string) =>
    parse(csv, {
      bom: dialect.byteOrderMark,
      delimiter: dialect.separator,
      record_delimiter: '\r\n',
    }) as string[][];

  it('comes back cell by cell from another program, and no cell can be computed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (rows) => {
          const filled = rows.map((row) => ['x', ...row]);
          const read = back(safeCsv(filled, dialect));
          expect(read).toEqual(filled.map((row) => row.map(neutralCell)));
          expect(read.flat().filter((cell) => /^\s*[=+@]/.test(cell) && !/^\+?\d/.test(cell))).toEqual([]);
        },
      ),
    );
  });

  it('quotes only what needs it', () => {
    expect(safeCsv([['a', '1,5', 'b;c', 'd"e']], dialect)).toBe(
      dialect.separator === ';' ? '\ufeffa;1,5;"b;c";"d""e"\r\n' : 'a,"1,5",b;c,"d""e"\r\n',
    );
  });
});

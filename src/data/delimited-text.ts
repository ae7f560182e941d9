import Papa from 'papaparse';
import type { Problem, Result } from '#core/problem.ts';
import type { RawSheet } from './raw-table.ts';
import { decodeText } from './text-encoding.ts';

/** What Excel can hold in rows; a cell of its longest text; more columns than any form has. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 2_000;
const LONGEST_CELL = 32_767;
const SEPARATORS = [';', ',', '\t', '|'] as const;
const SAMPLE_ROWS = 100;

const FORMULA = /^(?:=|@[A-Za-z]|[+-][A-Za-z(@])/;
/** How Excel is told to keep text: ="5371011001" or '5371011001. */
const KEPT_AS_TEXT = /^="([^"]*)"$|^'(?=[\d.]+$)(.*)$/;

/** `sep=;` in the first line, which Excel obeys and does not show. */
function statedSeparator(text: string): { readonly separator: string; readonly rest: string } | null {
  const stated = /^"?sep=(.)"?\n/i.exec(text.slice(0, 16));
  return stated ? { separator: stated[1] ?? ',', rest: text.slice(stated[0].length) } : null;
}

/**
 * The separator by which most sampled rows have the same number of cells, more than one; more cells break a tie. One
 * that leaves quotes in the middle of cells gives way to any that does not.
 */
function likelySeparator(text: string): string {
  let best = { separator: ',', score: Number.NEGATIVE_INFINITY };
  for (const separator of SEPARATORS) {
    const { data, errors } = Papa.parse<string[]>(text, {
      delimiter: separator,
      preview: SAMPLE_ROWS,
      skipEmptyLines: 'greedy',
    });
    const tally = new Map<number, number>();
    for (const { length } of data) if (length > 1) tally.set(length, (tally.get(length) ?? 0) + 1);
    const torn = errors.some(({ type }) => type === 'Quotes') ? 2 : 0;
    for (const [width, rows] of tally) {
      const score = rows / data.length + Math.min(width, 100) / 10_000 - torn;
      if (score > best.score) best = { separator, score };
    }
  }
  return best.separator;
}

function tooLarge(detail: Readonly<Record<string, number>>, row?: number): Problem {
  return { code: 'file/too-large', severity: 'error', ...(row ? { at: { row } } : {}), detail };
}

function sizeProblem(rows: readonly (readonly string[])[]): Problem | null {
  if (rows.length > MOST_ROWS) return tooLarge({ rows: rows.length, most: MOST_ROWS });
  for (const [r, row] of rows.entries()) {
    if (row.length > MOST_COLUMNS) return tooLarge({ columns: row.length, most: MOST_COLUMNS }, r + 1);
    if (row.some((cell) => cell.length > LONGEST_CELL))
      return tooLarge({ mostCharacters: LONGEST_CELL }, r + 1);
  }
  return null;
}

/** Rows with more filled cells than most others have: a decimal comma read as a separator shifts all that follows. */
function raggedProblem(rows: readonly (readonly string[])[]): Problem | null {
  const tally = new Map<number, number>();
  for (const row of rows) if (row.length > 1) tally.set(row.length, (tally.get(row.length) ?? 0) + 1);
  const [expected = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (expected === 0) return null;
  const longer = rows.flatMap((row, r) =>
    row.slice(expected).some((cell) => cell.trim() !== '') ? [r + 1] : [],
  );
  const [first] = longer;
  if (first === undefined) return null;
  const cells = rows[first - 1]?.length ?? 0;
  return {
    code: 'row/ragged',
    severity: 'warning',
    at: { row: first },
    detail: { cells, expected, count: longer.length },
  };
}

/** Takes Excel's wrappings off and counts what a spreadsheet would compute, which stays text. */
function unwrapCells(rows: string[][]): Problem | null {
  let first = 0;
  let count = 0;
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const kept = KEPT_AS_TEXT.exec(cell);
      if (kept) row[c] = kept[1] ?? kept[2] ?? '';
      else if (FORMULA.test(cell)) {
        if (first === 0) first = r + 1;
        count++;
      }
    }
  }
  return count === 0
    ? null
    : { code: 'number/formula', severity: 'warning', at: { row: first }, detail: { count } };
}

/** Rows of separated text; the separator is found by consistency unless the text states it. Cells stay as written. */
export function parseDelimited(text: string): Result<RawSheet> {
  const lines = text.replace(/\r\n?/g, '\n');
  if (!/[\p{L}\p{N}]/u.test(lines))
    return { ok: false, problems: [{ code: 'file/empty', severity: 'error' }] };
  const stated = statedSeparator(lines);
  const body = stated?.rest ?? lines;
  const delimiter = stated?.separator ?? likelySeparator(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: MOST_ROWS + 1 });
  while (data.length > 0 && data.at(-1)?.every((cell) => cell.trim() === '')) data.pop();
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes');
  if (unclosed) {
    const at = { row: (unclosed.row ?? 0) + 1 };
    return {
      ok: false,
      problems: [{ code: 'file/truncated', severity: 'error', at, detail: { found: 'quote' } }],
    };
  }
  const large = sizeProblem(data);
  if (large) return { ok: false, problems: [large] };
  const problems = [raggedProblem(data), unwrapCells(data)].filter((problem) => problem !== null);
  return { ok: true, value: { name: '', rows: data, textOnly: true }, problems };
}

/** A CSV, TSV or semicolon file of any usual encoding. */
export function readDelimited(bytes: Uint8Array): Result<RawSheet> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseDelimited(decoded.value);
  return { ...parsed, problems: [...decoded.problems, ...parsed.problems] };
}

import type { Period } from '#core/period.ts';
import { findPeriod } from '#core/period-text.ts';
import type { Problem } from '#core/problem.ts';
import { type Answers, NO_ANSWERS, type Question } from '#core/question.ts';
import { type ColumnFigures, columnFigures } from './column-figures.ts';
import { partsOf } from './column-parts.ts';
import { type ColumnRole, isRepeatable, type RoleReason } from './column-role.ts';
import { settleSources } from './column-settling.ts';
import type { Source } from './column-source.ts';
import { findHeader, isNumbering, SEARCHED_ROWS } from './header-rows.ts';
import type { HeaderPeriod } from './header-words.ts';
import type { RawSheet } from './raw-table.ts';

export interface RecognizedColumn {
  /** 0-based position in the rows of the sheet. */
  readonly index: number;
  /** Header as shown; of several header rows all parts. The column letter where it is blank. */
  readonly header: string;
  readonly role: ColumnRole;
  readonly confidence: 'high' | 'low';
  readonly why: RoleReason;
  /** Period that the header names: the column belongs to that period alone. */
  readonly period?: HeaderPeriod;
}

/** What a sheet was taken for. The reader may change any role before the rows are read. */
export interface Recognition {
  /** 1-based, as a spreadsheet counts; the first row of a header of several. */
  readonly headerRow: number;
  /** 1-based row in which the data begin. */
  readonly dataRow: number;
  readonly columns: readonly RecognizedColumn[];
  /** Period named in a title above the header, in the sheet's name or the file's, for tables without a period column. */
  readonly titlePeriod: Period | null;
  /** Titles above the header, the sheet's name and the file's: what a column leaves unsaid may stand there. */
  readonly titles: readonly string[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

export interface RecognitionContext {
  readonly answers?: Answers;
}

/** 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

function titlesOf(rows: RawSheet['rows'], headerRow: number, sheet: string, file: string): readonly string[] {
  const above = rows
    .slice(0, headerRow)
    .map((row) => [...new Set(row.filter((cell) => cell !== ''))].join(' '));
  return [...above, sheet, file.replace(/\.\w+$/, '').replaceAll('_', ' ')].filter((title) => title !== '');
}

/** A month in the sheet's name and the year in another title make a period together. */
function titlePeriodOf(titles: readonly string[]): Period | null {
  const whole = titles.map(findPeriod).filter((period) => period !== null);
  const partial = whole.find((period) => period.length > 4);
  const [year] = whole;
  if (partial || year === undefined) return partial ?? null;
  for (const title of titles) {
    const joined = findPeriod(`${title.replace(/\b(?:19|20)\d{2}\b/g, ' ').trim()} ${year}`);
    if (joined !== null && joined.length > 4) return joined;
  }
  return year;
}

function asColumns(sources: readonly Source[], headers: readonly string[]): readonly RecognizedColumn[] {
  const columns: RecognizedColumn[] = [];
  for (const { indexes, role, confidence, why, reading } of sources) {
    for (const index of indexes) {
      const header = headers[index] ?? '';
      columns.push({
        index,
        header: header === '' ? columnLetter(index) : header,
        role: role as ColumnRole,
        confidence,
        why: indexes.length > 1 && why === 'header' ? 'summed' : why,
        ...(reading.period ? { period: reading.period } : {}),
      });
    }
  }
  return columns.sort((a, b) => a.index - b.index);
}

/**
 * Finds the header and says what each column is for: by all its words, by the columns around it, and by what its
 * figures allow. What neither decides is a question, and then the column is not used until it is answered. Refuses a
 * sheet in whose first rows no header is found that names an area and a number.
 */
export function recognizeColumns(sheet: RawSheet, file = '', context: RecognitionContext = {}): Recognition {
  const at = { ...(file === '' ? {} : { file }), ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
  const found = findHeader(sheet.rows);
  if (found === null) {
    const problems: Problem[] = [
      { code: 'header/missing', severity: 'error', at, detail: { rows: SEARCHED_ROWS } },
    ];
    return { headerRow: 1, dataRow: 1, columns: [], titlePeriod: null, titles: [], questions: [], problems };
  }
  let first = found.row + found.height;
  if (isNumbering(sheet.rows[first] ?? [])) first++;
  const data = sheet.rows.slice(first);
  const figures: ColumnFigures = columnFigures(data);
  const headers = found.segments.map((parts) => parts.join(' '));
  const titles = titlesOf(sheet.rows, found.row, sheet.name, file);
  const sources = partsOf(found.readings, headers);
  const settled = settleSources(sources, {
    data,
    figures,
    titles,
    at,
    answers: context.answers ?? NO_ANSWERS,
  });
  const notFirst: Problem = {
    code: 'header/not-first-row',
    severity: 'note',
    at: { ...at, row: found.row + 1 },
  };
  return {
    headerRow: found.row + 1,
    dataRow: first + 1,
    columns: asColumns(sources, headers),
    titlePeriod: titlePeriodOf(titles),
    titles,
    questions: settled.questions,
    problems: found.row === 0 ? settled.problems : [notFirst, ...settled.problems],
  };
}

/** The same recognition with one column read as the reader chose; another column of that role is let go. */
export function withRole(recognition: Recognition, index: number, role: ColumnRole): Recognition {
  const chosen = recognition.columns.find((column) => column.index === index);
  const columns = recognition.columns.map((column): RecognizedColumn => {
    if (column.index === index) return { ...column, role, confidence: 'high', why: 'chosen' };
    const same = column.role === role && column.period?.text === chosen?.period?.text;
    return same && !isRepeatable(role)
      ? { ...column, role: 'ignored', confidence: 'high', why: 'duplicate' }
      : column;
  });
  return { ...recognition, columns };
}

/** The column of a role, or null. */
export function columnOf(
  recognition: Pick<Recognition, 'columns'>,
  role: ColumnRole,
): RecognizedColumn | null {
  return recognition.columns.find((column) => column.role === role) ?? null;
}

import { type AreaCode, areaCode, type Territory } from '#core/area.ts';
import type { Problem } from '#core/problem.ts';
import { SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';

/** Column heads of the fault list, in the reader's language. */
export interface FaultListHeads {
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly area: string;
  readonly period: string;
  readonly severity: string;
  readonly what: string;
  readonly mend: string;
}

/** A problem in words: what is wrong, and how to mend it. */
export interface ProblemWords {
  readonly severity: string;
  readonly what: string;
  readonly mend: string;
}

/** The problems as a list to hand to whoever keeps the table: one line each. */
export function faultListCsv(
  problems: readonly Problem[],
  heads: FaultListHeads,
  sentence: (problem: Problem) => ProblemWords,
): string {
  const { file, sheet, row, column, area, period, severity, what, mend } = heads;
  const head = safeCsv([[file, sheet, row, column, area, period, severity, what, mend]]);
  return head + faultListLines(problems, sentence);
}

/** More lines of such a list, without its head. */
export function faultListLines(
  problems: readonly Problem[],
  sentence: (problem: Problem) => ProblemWords,
): string {
  const lines = problems.map((problem) => {
    const { file = '', sheet = '', row, column = '', area = '', period = '' } = problem.at ?? {};
    const { severity, what, mend } = sentence(problem);
    return [file, sheet, row === undefined ? '' : String(row), column, area, period, severity, what, mend];
  });
  return safeCsv(lines, { ...SPREADSHEET_DIALECT, byteOrderMark: false });
}

const WRITTEN = 'tertulis';
const CODE = 'kode';

/** The reader's table of equivalents: names as written, and the village each was decided to mean. */
export function decisionsCsv(decisions: ReadonlyMap<string, AreaCode>, territory: Territory): string {
  const lines = [...decisions].map(([written, code]) => {
    const i = territory.villages.indexOf.get(code);
    return [written, code, i === undefined ? '' : (territory.villages.areas[i]?.name ?? '')];
  });
  return safeCsv([[WRITTEN, CODE, 'kelurahan'], ...lines]);
}

/** Reads such a table back from its rows; lines whose code the territory does not know are left out. */
export function readDecisions(
  rows: readonly (readonly string[])[],
  territory: Territory,
): ReadonlyMap<string, AreaCode> {
  const [head = [], ...lines] = rows;
  const at = (name: string): number =>
    head.findIndex((cell) => cell.replace('\ufeff', '').trim().toLowerCase() === name);
  const [written, code] = [at(WRITTEN), at(CODE)];
  const pairs = lines.map(
    (line) =>
      [(line[written] ?? '').replace(/^'(?=[=+\-@|%])/, ''), areaCode((line[code] ?? '').trim())] as const,
  );
  return new Map(pairs.filter(([text, value]) => text !== '' && territory.villages.indexOf.has(value)));
}

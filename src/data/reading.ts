import type { AreaIndex, Territory } from '#core/area.ts';
import { matchDistricts, nameIndex } from '#core/area-names.ts';
import { comparePeriods, type Period, parsePeriod } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { Answers, Question, QuestionOption } from '#core/question.ts';
import { withAreaColumns } from './area-columns.ts';
import { codePairs, hasBothCodes } from './code-pairs.ts';
import { columnOf, type Recognition, recognizeColumns, withRole } from './column-recognition.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import type { ReadFile } from './office-file.ts';
import type { RawSheet } from './raw-table.ts';
import { NO_CHOICES, type ReadingChoices } from './reading-choices.ts';
import { type Figure, figuresOf, rateFollowing, unitFigures } from './reading-figures.ts';
import {
  periodQuestionId,
  readTable,
  systemQuestionId,
  type TableContext,
  type TableReading,
} from './table-import.ts';
import { joinRows, rowKey } from './table-join.ts';
import { type LaidSheet, layOut } from './table-layout.ts';
import { countsUnits, joinUnits, readUnitTables, type UnitTable } from './unit-tables.ts';

export type Verdict = 'accept' | 'ask' | 'reject';

/** Areas that tables are held against. */
export interface ReadingGround {
  readonly territory: Territory;
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
}

/** Rows of a sheet below its header, blank ones left out: read = used + summed + setAside + notRows. */
export interface Ledger {
  readonly read: number;
  readonly used: number;
  /** Added up with others of the same area and period. */
  readonly summed: number;
  readonly setAside: number;
  /** Totals, lines of text, repetitions. */
  readonly notRows: number;
}

export interface SheetReading {
  readonly file: string;
  readonly sheet: string;
  readonly raw: RawSheet;
  readonly recognition: Recognition;
  readonly table: TableReading;
  readonly verdict: Verdict | 'not-a-table';
  readonly ledger: Ledger;
  /** What it counts of families and persons. */
  readonly units: readonly UnitTable[];
  /** Files and sheets that lend the denominator. */
  readonly lender: string | null;
}

export interface FileReading {
  readonly name: string;
  readonly kind: ReadFile['kind'];
  readonly verdict: Verdict;
  readonly sheets: readonly SheetReading[];
}

/** What becomes of a sheet when all files are laid together. */
export interface PlanStep {
  readonly file: string;
  readonly sheet: string;
  readonly as: 'figures' | 'denominator' | 'codes' | 'asked' | 'refused' | 'not-a-table';
  readonly periods: readonly Period[];
  readonly lender?: string;
}

export interface Reading {
  readonly verdict: Verdict;
  readonly files: readonly FileReading[];
  readonly plan: readonly PlanStep[];
  readonly questions: readonly Question[];
  readonly figures: readonly Figure[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly services: number;
  readonly problems: readonly Problem[];
}

const at = ({ file, sheet }: { file: string; sheet: string }) => ({
  file,
  ...(sheet === '' ? {} : { sheet }),
});
const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

function ledgerOf(raw: RawSheet, { sheet, recognition }: LaidSheet, table: TableReading): Ledger {
  const dataRow = sheet.origins?.[recognition.dataRow - 1]?.[0] ?? recognition.dataRow;
  const below = recognition.columns.length === 0 ? raw.rows : raw.rows.slice(dataRow - 1);
  const read = below.filter((row) => !isBlank(row)).length;
  const notRows = table.totals.length + table.textLines + table.repeated;
  const used = table.used - table.summed;
  return { read, used, summed: table.summed, setAside: read - used - table.summed - notRows, notRows };
}

function noRows(raw: RawSheet): Ledger {
  const read = raw.rows.filter((row) => !isBlank(row)).length;
  return { read, used: 0, summed: 0, setAside: 0, notRows: read };
}

class Reader {
  readonly #ground: ReadingGround;
  readonly #choices: ReadingChoices;

  constructor(ground: ReadingGround, choices: ReadingChoices) {
    this.#ground = ground;
    this.#choices = choices;
  }

  sheet(file: string, raw: RawSheet, several: boolean, answers: Answers, lent: Lending | null): SheetReading {
    const { decisions, periodDefault, roles } = this.#choices;
    const own = roles.filter((one) => one.file === file && one.sheet === raw.name);
    const laid = layOut(raw, file, { answers });
    const index = nameIndex(this.#ground.territory);
    const recognized = withAreaColumns(laid.recognition, laid.sheet, index, at({ file, sheet: raw.name }));
    const place = at({ file, sheet: raw.name });
    const systems = recognized.columns.flatMap(({ index: column, header }) => {
      const system = answers.get(systemQuestionId(place, header));
      return system === 'kemendagri' || system === 'bps' ? [{ column, role: `code.${system}` as const }] : [];
    });
    const recognition = [...systems, ...own].reduce(
      (found, { column, role }) => withRole(found, column, role),
      recognized,
    );
    const title = raw.name.replace(/^[\d\s.)_-]+/, '');
    const districtDefault = title !== '' && matchDistricts(index, title).length > 0 ? title : '';
    const context: TableContext = {
      ...this.#ground,
      file,
      decisions,
      answers,
      periodDefault:
        periodDefault ??
        parsePeriod(answers.get(periodQuestionId(at({ file, sheet: raw.name }))) ?? '') ??
        recognition.titlePeriod,
      ...(districtDefault === '' ? {} : { districtDefault }),
      ...(lent ? { lent: lent.measured } : {}),
    };
    const units = countsUnits(recognition) ? readUnitTables(laid.sheet, recognition, context) : [];
    const children = recognition.columns.some(({ role }) => isCountRole(role));
    const table =
      units.length > 0 && !children
        ? unitsAlone(units, recognition)
        : readTable(laid.sheet, recognition, context);
    const isTable = recognition.columns.length > 0;
    const verdict = !isTable && several ? 'not-a-table' : verdictOf(table);
    return {
      file,
      sheet: raw.name,
      raw,
      recognition,
      table,
      verdict,
      ledger: verdict === 'not-a-table' ? noRows(raw) : ledgerOf(raw, laid, table),
      units,
      lender: lent?.from ?? null,
    };
  }
}

/** Of a sheet that counts no children the rows are those of its first unit that could be read. */
function unitsAlone(units: readonly UnitTable[], { questions, problems }: Recognition): TableReading {
  const { table } = units.find((one) => one.table.accepted.length > 0) ?? units[0]!;
  return { ...table, dimensions: [], questions: [...questions, ...table.questions], problems };
}

function verdictOf(table: TableReading): Verdict {
  if (table.questions.length > 0) return 'ask';
  return table.refused || table.accepted.length === 0 ? 'reject' : 'accept';
}

/** The measured of areas and periods, from the sheets that have them. */
interface Lending {
  readonly measured: ReadonlyMap<string, number>;
  readonly from: string;
}

function lacksMeasured({ table, recognition }: SheetReading): boolean {
  const missing = table.problems.some(
    ({ code, detail }) => code === 'column/missing' && detail?.role === 'measured',
  );
  return missing && recognition.columns.some(({ role }) => isCountRole(role));
}

function lendingOf(sheets: readonly SheetReading[]): Lending | null {
  const givers = sheets.filter(({ table, verdict }) => verdict === 'accept' && table.accepted.length > 0);
  const measured = new Map(
    givers.flatMap(({ table }) =>
      table.accepted.map((row) => [rowKey(row.area, row.period), row.measured] as const),
    ),
  );
  const from = givers.map(({ file, sheet }) => (sheet === '' ? file : `${file} / ${sheet}`)).join(', ');
  return measured.size > 0 ? { measured, from } : null;
}

/** Sheets that write both codes side by side teach the ground the ones that it lacks. */
function taughtGround(files: readonly ReadFile[], ground: ReadingGround): ReadingGround {
  if (ground.alternateCodes) return ground;
  const sheets = files
    .flatMap((file) =>
      file.kind === 'table'
        ? file.sheets.map((sheet) => ({ sheet, recognition: recognizeColumns(sheet, file.name) }))
        : [],
    )
    .filter(({ recognition }) => hasBothCodes(recognition));
  return sheets.length > 0 ? { ...ground, alternateCodes: codePairs(sheets, ground.territory) } : ground;
}

/** Whether its rows count children. */
export function countsChildren({ recognition }: SheetReading): boolean {
  return recognition.columns.some(({ role }) => isCountRole(role));
}

/** A list of codes alone teaches codes, and holds no figures. */
function isCodeList({ recognition }: SheetReading): boolean {
  return hasBothCodes(recognition) && !recognition.columns.some(({ role }) => isCountRole(role));
}

function pairProblems(sheet: SheetReading, { alternateCodes }: ReadingGround): readonly Problem[] {
  if (!alternateCodes) return sheet.table.problems;
  return [
    { code: 'area/code-pairs', severity: 'note', at: at(sheet), detail: { count: alternateCodes.size } },
  ];
}

function problemsOf(sheet: SheetReading): readonly Problem[] {
  if (sheet.verdict === 'not-a-table')
    return [{ code: 'sheet/not-a-table', severity: 'note', at: at(sheet) }];
  const lent: Problem[] =
    sheet.lender === null
      ? []
      : [
          {
            code: 'count/denominator-lent',
            severity: 'warning',
            at: at(sheet),
            detail: { from: sheet.lender },
          },
        ];
  const otherUnit = sheet.recognition.columns.find(({ role }) => role === 'families' || role === 'persons');
  const own = sheet.table.problems.map((problem): Problem => {
    const lacks = problem.code === 'column/missing' && problem.detail?.role === 'measured';
    return lacks && otherUnit && !countsChildren(sheet)
      ? { ...problem, detail: { role: `${otherUnit.role}.poor` } }
      : problem;
  });
  const units = sheet.units.flatMap(({ unit, indicator, table }): readonly Problem[] => {
    const detail = { unit, of: indicator, count: table.accepted.length };
    const told: Problem = { code: 'unit/apart', severity: 'note', at: at(sheet), detail };
    return table.accepted.length > 0 ? [...table.problems, told] : table.problems;
  });
  return [...lent, ...own, ...units];
}

/** A table without a period may be of one of the others. */
function withPeriods(question: Question, periods: readonly Period[]): Question {
  if (question.kind !== 'period') return question;
  const options = [...periods]
    .sort(comparePeriods)
    .map(
      (period): QuestionOption => ({ id: period, kind: 'period', value: period, values: [], follows: null }),
    );
  return { ...question, options };
}

const FOLLOWED_ROWS = 5_000;

/** The question with what each option would give. */
function followed(
  question: Question,
  sheet: SheetReading,
  read: (answers: Answers) => TableReading,
  answers: Answers,
): Question {
  if (sheet.raw.rows.length > FOLLOWED_ROWS) return question;
  const options = question.options.map((option): QuestionOption => {
    if (option.id === 'ignored' || option.id === 'refuse') return option;
    return { ...option, follows: rateFollowing(read(new Map([...answers, [question.id, option.id]]))) };
  });
  return { ...question, options };
}

function planOf(sheet: SheetReading): PlanStep {
  const { file, table, verdict, lender } = sheet;
  const periods = [...new Set(table.accepted.map(({ period }) => period))].sort(comparePeriods);
  const figures = table.dimensions.length > 0 ? 'figures' : 'denominator';
  const as = isCodeList(sheet)
    ? 'codes'
    : verdict === 'ask'
      ? 'asked'
      : verdict === 'reject'
        ? 'refused'
        : verdict === 'not-a-table'
          ? verdict
          : figures;
  return {
    file,
    sheet: sheet.sheet,
    as,
    periods: verdict === 'accept' ? periods : [],
    ...(lender === null ? {} : { lender }),
  };
}

function fileReading(file: ReadFile, sheets: readonly SheetReading[]): FileReading {
  const { name, kind } = file;
  if (kind !== 'table') return { name, kind, verdict: kind === 'refused' ? 'reject' : 'accept', sheets: [] };
  const verdicts = sheets.map((sheet) => (isCodeList(sheet) ? 'accept' : sheet.verdict));
  const verdict = verdicts.includes('ask') ? 'ask' : verdicts.includes('accept') ? 'accept' : 'reject';
  return { name, kind, verdict, sheets };
}

/**
 * Reads all files together: every sheet of every table is recognized and read, a sheet without denominators borrows
 * those of another, and the rows are laid together by area and period. While anything is asked, nothing is loaded.
 * Pure: the same files, areas and choices give the same reading.
 */
export function readTogether(
  files: readonly ReadFile[],
  given: ReadingGround,
  choices: ReadingChoices = NO_CHOICES,
): Reading {
  const ground = taughtGround(files, given);
  const reader = new Reader(ground, choices);
  const tables = files.flatMap((file) => (file.kind === 'table' ? [file] : []));
  const read = (
    lent: Lending | null,
    again: (sheet: SheetReading) => boolean,
    before: readonly SheetReading[],
  ) =>
    before.map((sheet) =>
      again(sheet) ? reader.sheet(sheet.file, sheet.raw, false, choices.answers, lent) : sheet,
    );
  const alone = tables.flatMap(({ name, sheets }) =>
    sheets.map((raw) => reader.sheet(name, raw, sheets.length > 1, choices.answers, null)),
  );
  const lending = alone.some(lacksMeasured) ? lendingOf(alone) : null;
  const sheets = lending ? read(lending, lacksMeasured, alone) : alone;
  const periods = [...new Set(sheets.flatMap(({ table }) => table.accepted.map(({ period }) => period)))];
  const questions = sheets.flatMap((sheet) =>
    sheet.table.questions
      .map((asked) => withPeriods(asked, periods))
      .map((question) =>
        followed(
          question,
          sheet,
          (answers) =>
            reader.sheet(sheet.file, sheet.raw, false, answers, sheet.lender ? lending : null).table,
          choices.answers,
        ),
      ),
  );
  const accepted = sheets.filter((sheet) => sheet.verdict === 'accept' && !isCodeList(sheet));
  const used = accepted.filter(countsChildren).map(({ table }) => table);
  const joined = joinRows(used, ground.territory);
  const units = joinUnits(
    accepted.flatMap((sheet) => sheet.units),
    ground.territory,
  );
  const fileReadings = files.map((file) =>
    fileReading(
      file,
      sheets.filter((sheet) => sheet.file === file.name),
    ),
  );
  const verdicts = fileReadings.map(({ verdict }) => verdict);
  const verdict = verdicts.includes('ask') ? 'ask' : verdicts.includes('accept') ? 'accept' : 'reject';
  const undivided = new Set(used.flatMap((table) => table.undivided));
  return {
    verdict,
    files: fileReadings,
    plan: sheets.map(planOf),
    questions,
    figures:
      verdict === 'accept'
        ? [...figuresOf(joined.rows, undivided, ground.territory), ...unitFigures(units, ground.territory)]
        : [],
    areas: files.flatMap((file) =>
      file.kind === 'boundaries' ? file.reading.features.map(({ code, name }) => ({ code, name })) : [],
    ),
    services: files.reduce((sum, file) => sum + (file.kind === 'places' ? file.reading.rows.length : 0), 0),
    problems: [
      ...files.flatMap(({ problems }) => problems),
      ...sheets.flatMap((sheet) => (isCodeList(sheet) ? pairProblems(sheet, ground) : problemsOf(sheet))),
      ...joined.problems,
      ...units.flatMap(({ problems }) => problems),
    ],
  };
}

/** What a reading shows of its columns: role by header. */
export function rolesOf({
  recognition,
}: SheetReading): readonly { readonly column: string; readonly role: ColumnRole; readonly why: string }[] {
  return recognition.columns.map(({ header, role, why }) => ({ column: header, role, why }));
}

/** Columns that tell an area and period: their headers. */
export function keyOf({ recognition }: SheetReading): readonly string[] {
  const roles = [
    'code',
    'code.kemendagri',
    'code.bps',
    'name',
    'district',
    'period',
    'year',
    'month',
    'quarter',
    'semester',
  ] as const;
  return roles.flatMap((role) => columnOf(recognition, role)?.header ?? []);
}

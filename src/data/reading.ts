import { isEmptyMonitoring, joinMonitoring, type Monitoring, NO_MONITORING } from '#core/monitoring.ts';
import { comparePeriods, type Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { Answers, Question, QuestionOption } from '#core/question.ts';
import { OTHER_UNITS, type OtherUnit } from '#core/unit.ts';
import { codePairs, hasBothCodes } from './code-pairs.ts';
import { columnOf, recognizeColumns } from './column-recognition.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import { type MonitoringFileReading, readMonitoringFile } from './monitoring-file.ts';
import type { ReadFile } from './office-file.ts';
import { NO_CHOICES, type ReadingChoices } from './reading-choices.ts';
import { type Figure, figuresOf, rateFollowing, unitFigures } from './reading-figures.ts';
import type { AreaContext } from './row-area.ts';
import {
  type Lending,
  placeOf,
  type ReadingGround,
  rowsLeftOut,
  SheetReader,
  type SheetReading,
  type UnitLenders,
  type Verdict,
} from './sheet-reading.ts';
import type { TableReading } from './table-import.ts';
import { joinRows, rowKey } from './table-join.ts';
import { joinUnits, lacksUnit } from './unit-tables.ts';

export interface FileReading {
  readonly name: string;
  readonly kind: ReadFile['kind'];
  readonly verdict: Verdict;
  readonly sheets: readonly SheetReading[];
  /** Of a file for monitoring. */
  readonly monitored?: MonitoringFileReading;
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
  /** What files for monitoring hold, laid together. */
  readonly monitoring: Monitoring;
  readonly problems: readonly Problem[];
}

function lacksMeasured({ table, recognition }: SheetReading): boolean {
  const missing = table.problems.some(
    ({ code, detail }) => code === 'column/missing' && detail?.role === 'measured',
  );
  return missing && recognition.columns.some(({ role }) => isCountRole(role));
}

function lendingOf(sheets: readonly SheetReading[]): Lending | null {
  const givers = sheets.filter((sheet) => sheet.verdict === 'accept' && countsChildren(sheet));
  return lentBy(givers.map((sheet) => [sheet, sheet.table]));
}

/** All of the families and persons that sheets know, for those that do not. */
function unitLendersOf(sheets: readonly SheetReading[]): UnitLenders {
  const lenders = new Map<OtherUnit, Lending>();
  for (const unit of OTHER_UNITS) {
    const givers = sheets.flatMap((sheet) =>
      [...sheet.units, ...sheet.totals]
        .filter((one) => one.unit === unit && one.table.questions.length === 0)
        .map(({ table }) => [sheet, table] as const),
    );
    const lent = lentBy(givers);
    if (lent) lenders.set(unit, lent);
  }
  return lenders;
}

function lentBy(givers: readonly (readonly [SheetReading, TableReading])[]): Lending | null {
  const giving = givers.filter(([, table]) => table.accepted.length > 0);
  const measured = new Map(
    giving.flatMap(([, table]) =>
      table.accepted.map((row) => [rowKey(row.area, row.period), row.measured] as const),
    ),
  );
  const names = giving.map(([{ file, sheet }]) => (sheet === '' ? file : `${file} / ${sheet}`));
  return measured.size > 0 ? { measured, from: [...new Set(names)].join(', ') } : null;
}

/** A sheet that only says how many families there are is used where another borrows them. */
function asLender(sheet: SheetReading): SheetReading {
  const [totals] = sheet.totals;
  if (sheet.verdict !== 'reject' || countsChildren(sheet) || sheet.units.length > 0 || !totals) return sheet;
  const { problems } = sheet.recognition;
  return { ...sheet, verdict: 'accept', table: { ...totals.table, dimensions: [], problems } };
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
    { code: 'area/code-pairs', severity: 'note', at: placeOf(sheet), detail: { count: alternateCodes.size } },
  ];
}

function problemsOf(sheet: SheetReading): readonly Problem[] {
  if (sheet.verdict === 'not-a-table')
    return [{ code: 'sheet/not-a-table', severity: 'note', at: placeOf(sheet) }];
  const lent: Problem[] =
    sheet.lender === null
      ? []
      : [
          {
            code: 'count/denominator-lent',
            severity: 'warning',
            at: placeOf(sheet),
            detail: {
              from: sheet.lender,
              counted: countsChildren(sheet) ? 'child' : (sheet.units[0]?.unit ?? 'child'),
            },
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
    const told: Problem = { code: 'unit/apart', severity: 'note', at: placeOf(sheet), detail };
    return table.accepted.length > 0 ? [...table.problems, told] : table.problems;
  });
  const aside = rowsLeftOut(sheet);
  const listed = new Map<string, Problem>();
  for (const problem of [...lent, ...own, ...units]) listed.set(JSON.stringify(problem), problem);
  return [...listed.values()].map((problem): Problem => {
    const row = problem.at?.row;
    if (aside === null || problem.severity !== 'row' || row === undefined || aside.has(row)) return problem;
    return { ...problem, severity: 'warning', detail: { ...problem.detail, left: 'left' } };
  });
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
  const counts = table.dimensions.length > 0 || sheet.units.some((one) => one.table.accepted.length > 0);
  const figures = counts ? 'figures' : 'denominator';
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

function fileReading(
  file: ReadFile,
  sheets: readonly SheetReading[],
  monitored: MonitoringFileReading | undefined,
): FileReading {
  const { name, kind } = file;
  if (monitored) {
    const verdict = isEmptyMonitoring(monitored.monitoring) ? 'reject' : 'accept';
    return { name, kind, verdict, sheets: [], monitored };
  }
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
  const reader = new SheetReader(ground, choices);
  const tables = files.flatMap((file) => (file.kind === 'table' ? [file] : []));
  const read = (
    lent: Lending | null,
    lentUnits: UnitLenders,
    again: (sheet: SheetReading) => boolean,
    before: readonly SheetReading[],
  ) =>
    before.map((sheet) =>
      again(sheet) ? reader.sheet(sheet.file, sheet.raw, false, choices.answers, lent, lentUnits) : sheet,
    );
  const alone = tables.flatMap(({ name, sheets }) =>
    sheets.map((raw) => reader.sheet(name, raw, sheets.length > 1, choices.answers, null)),
  );
  const lending = alone.some(lacksMeasured) ? lendingOf(alone) : null;
  const lacking = (sheet: SheetReading): boolean => lacksUnit(sheet.units);
  const lentUnits = alone.some(lacking) ? unitLendersOf(alone) : new Map<OtherUnit, Lending>();
  const borrows = (sheet: SheetReading): boolean =>
    (lending !== null && lacksMeasured(sheet)) || lacking(sheet);
  const borrowing = lending !== null || lentUnits.size > 0;
  const second = borrowing ? read(lending, lentUnits, borrows, alone) : alone;
  const sheets = lentUnits.size > 0 ? second.map(asLender) : second;
  const periods = [...new Set(sheets.flatMap(({ table }) => table.accepted.map(({ period }) => period)))];
  const questions = sheets.flatMap((sheet) =>
    sheet.table.questions
      .map((asked) => withPeriods(asked, periods))
      .map((question) =>
        followed(
          question,
          sheet,
          (answers) =>
            reader.sheet(sheet.file, sheet.raw, false, answers, sheet.lender ? lending : null, lentUnits)
              .table,
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
  const areas: AreaContext = { ...ground, decisions: choices.decisions };
  const monitored = new Map(
    files.flatMap((file) =>
      file.kind === 'monitoring' ? [[file.name, readMonitoringFile(file, areas)] as const] : [],
    ),
  );
  const fileReadings = files.map((file) =>
    fileReading(
      file,
      sheets.filter((sheet) => sheet.file === file.name),
      monitored.get(file.name),
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
    monitoring: [...monitored.values()].reduce(
      (sum, own) => joinMonitoring(sum, own.monitoring),
      NO_MONITORING,
    ),
    services: files.reduce((sum, file) => sum + (file.kind === 'places' ? file.reading.rows.length : 0), 0),
    problems: [
      ...files.flatMap(({ problems }) => problems),
      ...[...monitored.values()].flatMap(({ problems }) => problems),
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

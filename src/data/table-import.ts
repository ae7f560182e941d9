import type { AreaIndex } from '#core/area.ts';
import type { DimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { type Answers, NO_ANSWERS, type Question, questionId } from '#core/question.ts';
import type { Recognition } from './column-recognition.ts';
import { blocksOf } from './count-block.ts';
import type { RawSheet } from './raw-table.ts';
import { type AreaContext, areaReader } from './row-area.ts';
import { joinParts } from './row-parts.ts';
import { periodReader } from './row-period.ts';
import { sortRows } from './row-sorting.ts';
import { totalProblems } from './row-totals.ts';
import type { AcceptedRow, PlacedRow, SetAsideRow } from './table-rows.ts';

export interface TableContext extends AreaContext {
  readonly file?: string;
  /** Period the reader chose for a table without a period column; wins over one named in a title. */
  readonly periodDefault: Period | null;
  readonly answers?: Answers;
  /** Measured by area and period (rowKey) as another sheet gives them, for a sheet without a denominator. */
  readonly lent?: ReadonlyMap<string, number>;
}

export interface MissingArea {
  readonly area: AreaIndex;
  readonly period: Period;
  readonly why: 'no-row' | 'set-aside' | 'without-numbers';
}

/** What became of every row of a sheet: used + setAside + totals + textLines + repeated is all that are not blank. */
export interface TableReading {
  readonly sheet: string;
  /** Name of the file; '' where it is not known. */
  readonly file: string;
  /** True where a fault of the whole sheet refused it; then nothing is accepted. */
  readonly refused: boolean;
  readonly accepted: readonly AcceptedRow[];
  readonly setAside: readonly SetAsideRow[];
  readonly totals: readonly SetAsideRow[];
  /** Rows of one text and no number, such as a source under the table. */
  readonly textLines: number;
  /** Identical repetitions of a row, left out. */
  readonly repeated: number;
  /** Rows that were added up: posyandu, boys and girls. They are in the rows of `accepted`. */
  readonly summed: number;
  /** Rows of which something is loaded, each counted once. */
  readonly used: number;
  /** What has to be answered before anything of the sheet is loaded. */
  readonly questions: readonly Question[];
  readonly missing: readonly MissingArea[];
  /** Dimensions counted, and those of them whose affected children are not divided. */
  readonly dimensions: readonly DimensionId[];
  readonly undivided: readonly DimensionId[];
  /** Everything to report, in the order of the rows; row problems of setAside included. */
  readonly problems: readonly Problem[];
}

type Where = Readonly<NonNullable<Problem['at']>>;

/**
 * Reads the rows of a recognized sheet. A fault of the sheet (no area, no period, no denominator, codes of an
 * undecided system, names of another level) refuses it whole; a fault of a row sets that row aside with its reason;
 * nothing becomes 0. A header that names periods gives a row for each. Rows of one village and period that a column
 * tells apart (posyandu, sex) are added where they make the whole, and asked about where that is not sure; identical
 * ones count once, others are set aside. Villages without an accepted row are listed for every period of the sheet.
 */
export function readTable(sheet: RawSheet, recognition: Recognition, context: TableContext): TableReading {
  const at: Where = {
    ...(context.file === undefined ? {} : { file: context.file }),
    ...(sheet.name === '' ? {} : { sheet: sheet.name }),
  };
  const data = sheet.rows.slice(recognition.dataRow - 1);
  if (recognition.columns.length > 0 && data.every((row) => row.every((cell) => cell.trim() === ''))) {
    return withoutRows(sheet, at);
  }
  const { blocks, problems: blockProblems } = blocksOf(data, recognition, at, context.lent !== undefined);
  const figured = blocks.flatMap(({ plan }) => plan.columns.map(({ index }) => index));
  const areas = areaReader(sheet.rows, recognition, context, at, figured);
  const periods = periodReader(data, recognition, context.periodDefault, at, sheet);
  let problems = [...recognition.problems, ...areas.problems, ...periods.problems, ...blockProblems];
  const questions = [...recognition.questions, ...areas.questions];
  const dimensions = [...new Set(blocks.flatMap(({ plan }) => Object.keys(plan.tellings)))] as DimensionId[];
  const undivided = [...new Set(blocks.flatMap(({ plan }) => plan.undivided))];
  const rowOf = (row: number): number => sheet.origins?.[row]?.[0] ?? row + 1;
  const refused = problems.some(({ severity }) => severity === 'error');
  if (refused) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const asked = errors.every((error) => askedAbout(error) !== null)
      ? [...questions, ...errors.flatMap((error) => askedAbout(error) ?? [])]
      : questions;
    return { ...withoutRows(sheet, at), questions: asked, dimensions, undivided, problems };
  }
  const sorted = sortRows(sheet, recognition, {
    areas,
    blocks,
    read: periods.read,
    at,
    lent: context.lent ?? null,
    rowOf,
  });
  const joined = joinParts(
    sorted,
    sheet,
    recognition,
    context.territory,
    context.answers ?? NO_ANSWERS,
    at,
    rowOf,
  );
  // Never as arguments of a call: of a hundred thousand no stack has room.
  const ofTotals = totalProblems(sorted, sheet, blocks, at, rowOf);
  problems = problems.concat(sorted.problems, joined.problems, ofTotals);
  const setAside = [...sorted.setAside, ...joined.setAside].sort((a, b) => a.row - b.row);
  const nothing = joined.accepted.length + setAside.length + sorted.totals.length === 0;
  if (nothing && joined.questions.length === 0) problems.push({ code: 'file/empty', severity: 'error', at });
  const missing = missingAreas(joined.accepted, setAside, sorted.blank, context);
  problems = problems.concat(missing.map((one) => missingProblem(one, context, at)));
  const asked = [...questions, ...joined.questions];
  return {
    sheet: sheet.name,
    file: context.file ?? '',
    refused: problems.some(({ severity }) => severity === 'error'),
    accepted: joined.accepted,
    setAside: setAside.map(({ row, area, period, problems: own }) => ({ row, area, period, problems: own })),
    totals: sorted.totals,
    textLines: sorted.textLines,
    repeated: joined.repeated,
    summed: joined.summed,
    used: joined.used,
    questions: asked,
    missing,
    dimensions,
    undivided,
    problems,
  };
}

/** The id of the question for the period of a sheet without one. */
export function periodQuestionId(at: Where): string {
  return questionId(at, 'period', 'periode');
}

/** A fault of the sheet that an answer would mend: no period, codes of a system that nothing tells. */
function askedAbout({ code, at = {} }: Problem): Question | null {
  if (code === 'period/missing') return periodQuestion(at);
  if (code !== 'area/code-system-undecided') return null;
  const options = (['kemendagri', 'bps'] as const).map((system) => ({
    id: system,
    kind: 'system' as const,
    value: system,
    values: [],
    follows: null,
  }));
  return { id: systemQuestionId(at, at.column ?? ''), kind: 'system', at, detail: {}, options };
}

/** The id of the question for the system of a column of codes. */
export function systemQuestionId(at: Where, column: string): string {
  return questionId(at, 'system', column);
}

function periodQuestion(at: Where): Question {
  return { id: periodQuestionId(at), kind: 'period', at, detail: {}, options: [] };
}

function withoutRows(sheet: RawSheet, at: Where): TableReading {
  return {
    sheet: sheet.name,
    file: at.file ?? '',
    refused: true,
    accepted: [],
    setAside: [],
    totals: [],
    textLines: 0,
    repeated: 0,
    summed: 0,
    used: 0,
    questions: [],
    missing: [],
    dimensions: [],
    undivided: [],
    problems: [{ code: 'row/none', severity: 'error', at }],
  };
}

function missingAreas(
  rows: readonly AcceptedRow[],
  setAside: readonly PlacedRow[],
  blank: ReadonlySet<string>,
  context: TableContext,
): readonly MissingArea[] {
  const accepted = new Set(rows.map(({ area, period }) => `${area} ${period}`));
  const aside = new Map<string, MissingArea['why']>([...blank].map((key) => [key, 'without-numbers']));
  for (const { index, period, problems } of setAside) {
    const empty = problems.some(({ code }) => code === 'row/empty');
    if (index !== null && period !== null)
      aside.set(`${index} ${period}`, empty ? 'without-numbers' : 'set-aside');
  }
  const periods = [...new Set(rows.map(({ period }) => period))].sort();
  return periods.flatMap((period) =>
    context.territory.villages.areas.flatMap((_, i): MissingArea[] => {
      const key = `${i} ${period}`;
      return accepted.has(key) ? [] : [{ area: i as AreaIndex, period, why: aside.get(key) ?? 'no-row' }];
    }),
  );
}

function missingProblem({ area, period, why }: MissingArea, context: TableContext, at: Where): Problem {
  const name = context.territory.villages.areas[area]?.name ?? '';
  const shown = why === 'set-aside' ? 'shown.set-aside' : 'shown.not-reported';
  return {
    code: 'area/missing',
    severity: 'warning',
    at: { ...at, area: name, period },
    detail: { why, shown },
  };
}

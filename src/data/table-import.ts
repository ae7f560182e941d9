import type { AreaIndex } from '#core/area.ts';
import type { DimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { Recognition } from './column-recognition.ts';
import { planCounts } from './count-plan.ts';
import type { RawSheet } from './raw-table.ts';
import { type AreaContext, type AreaReader, areaReader } from './row-area.ts';
import { type RowCounts, readCounts } from './row-counts.ts';
import { type PeriodReader, periodReader, unreadablePeriod } from './row-period.ts';

export interface TableContext extends AreaContext {
  readonly file?: string;
  /** Period the reader chose for a table without a period column; wins over one named in a title. */
  readonly periodDefault: Period | null;
}

/** One village in one period. */
export interface AcceptedRow extends RowCounts {
  /** 1-based, as a spreadsheet counts. */
  readonly row: number;
  readonly area: AreaIndex;
  readonly period: Period;
}

export interface SetAsideRow {
  readonly row: number;
  /** Area as written; '' where the row names none. */
  readonly area: string;
  /** Null where it cannot be read. */
  readonly period: Period | null;
  readonly problems: readonly Problem[];
}

export interface MissingArea {
  readonly area: AreaIndex;
  readonly period: Period;
  readonly why: 'no-row' | 'set-aside' | 'without-numbers';
}

/** What became of every row of a sheet: accepted + setAside + totals + textLines is all that are not blank. */
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
  readonly missing: readonly MissingArea[];
  /** Dimensions counted, and those of them whose affected children are not divided. */
  readonly dimensions: readonly DimensionId[];
  readonly undivided: readonly DimensionId[];
  /** Everything to report, in the order of the rows; row problems of setAside included. */
  readonly problems: readonly Problem[];
}

type Where = Readonly<NonNullable<Problem['at']>>;
interface Sorted {
  readonly accepted: AcceptedRow[];
  readonly setAside: (SetAsideRow & { readonly index: AreaIndex | null })[];
  readonly totals: SetAsideRow[];
  readonly problems: Problem[];
  textLines: number;
  repeated: number;
}

/**
 * Reads the rows of a recognized sheet. A fault of the sheet (no area, no period, no denominator, codes of an
 * undecided system) refuses it whole; a fault of a row sets that row aside with its reason; nothing becomes 0.
 * Two differing rows of one village and period are both set aside, identical ones count once. Villages without an
 * accepted row are listed for every period of the sheet.
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
  const plan = planCounts(data, recognition, at);
  const areas = areaReader(sheet.rows, recognition, context, at);
  const periods = periodReader(data, recognition, context.periodDefault, at);
  const sheetProblems = [...recognition.problems, ...areas.problems, ...periods.problems, ...plan.problems];
  const refused = sheetProblems.some(({ severity }) => severity === 'error');
  const sorted: Sorted = {
    accepted: [],
    setAside: [],
    totals: [],
    problems: [...sheetProblems],
    textLines: 0,
    repeated: 0,
  };
  const dimensions = Object.keys(plan.tellings) as DimensionId[];
  if (!refused) {
    for (let row = recognition.dataRow - 1; row < sheet.rows.length; row++) {
      sortRow(sheet.rows[row] ?? [], row, { areas, plan, read: periods.read, at, recognition }, sorted);
    }
    separateDuplicates(sorted, context, at);
    if (sorted.accepted.length + sorted.setAside.length + sorted.totals.length === 0)
      sorted.problems.push({ code: 'file/empty', severity: 'error', at });
  }
  const missing = missingAreas(sorted, context);
  sorted.problems.push(...missing.map((one) => missingProblem(one, context, at)));
  return {
    sheet: sheet.name,
    file: context.file ?? '',
    refused: sorted.problems.some(({ severity }) => severity === 'error'),
    accepted: sorted.accepted,
    setAside: sorted.setAside.map(({ row, area, period, problems }) => ({ row, area, period, problems })),
    totals: sorted.totals,
    textLines: sorted.textLines,
    repeated: sorted.repeated,
    missing,
    dimensions,
    undivided: plan.undivided,
    problems: sorted.problems,
  };
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
    missing: [],
    dimensions: [],
    undivided: [],
    problems: [{ code: 'row/none', severity: 'error', at }],
  };
}

interface RowTools {
  readonly areas: AreaReader;
  readonly plan: ReturnType<typeof planCounts>;
  readonly read: PeriodReader;
  readonly at: Where;
  readonly recognition: Recognition;
}

type Judgement =
  | { readonly kind: 'blank' | 'text-line' }
  | { readonly kind: 'total'; readonly label: string }
  | { readonly kind: 'set-aside'; readonly row: Omit<Sorted['setAside'][number], 'row'> }
  | {
      readonly kind: 'accepted';
      readonly row: Omit<AcceptedRow, 'row'>;
      readonly problems: readonly Problem[];
    };

function judgeRow(cells: readonly string[], row: number, tools: RowTools): Judgement {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (filled === 0) return { kind: 'blank' };
  const numbers = tools.plan.columns.some(({ index }) => /^\W*\d[\d.,%\s]*$/.test(cells[index] ?? ''));
  if (filled === 1 && !numbers) return { kind: 'text-line' };
  const found = tools.areas.read(row);
  if (found.kind === 'total') return { kind: 'total', label: found.label };
  const period = tools.read(cells);
  const setAside = (area: string, index: AreaIndex | null, ...problems: readonly Problem[]): Judgement => ({
    kind: 'set-aside',
    row: { area, index, period, problems },
  });
  if (found.kind === 'refused') return setAside(found.written, null, found.problem);
  const area = tools.areas.nameOf(found.area);
  const at = { ...tools.at, row: row + 1, area };
  if (period === null) return setAside(area, found.area, unreadablePeriod(tools.recognition, at));
  const reading = readCounts(cells, tools.plan, { ...at, period });
  if (reading.kind === 'blank') {
    return setAside(area, found.area, { code: 'row/empty', severity: 'row', at: { ...at, period } });
  }
  if (reading.kind === 'refused') return setAside(area, found.area, ...found.problems, ...reading.problems);
  const problems = [...found.problems, ...reading.problems];
  return { kind: 'accepted', row: { area: found.area, period, ...reading.value }, problems };
}

function sortRow(cells: readonly string[], row: number, tools: RowTools, sorted: Sorted): void {
  const judged = judgeRow(cells, row, tools);
  switch (judged.kind) {
    case 'blank':
      return;
    case 'text-line':
      sorted.textLines++;
      return;
    case 'total': {
      const at = { ...tools.at, row: row + 1, area: judged.label };
      const problem: Problem = { code: 'row/total', severity: 'note', at };
      sorted.totals.push({ row: row + 1, area: judged.label, period: null, problems: [problem] });
      sorted.problems.push(problem);
      return;
    }
    case 'set-aside':
      sorted.setAside.push({ row: row + 1, ...judged.row });
      sorted.problems.push(...judged.row.problems);
      return;
    case 'accepted':
      sorted.accepted.push({ row: row + 1, ...judged.row });
      sorted.problems.push(...judged.problems);
  }
}

/** More rows of one village and period than this are not all named. */
const NAMED_ROWS = 10;

function rowList(rows: readonly AcceptedRow[]): string {
  const named = rows.slice(0, NAMED_ROWS).map(({ row }) => row);
  return [...named, ...(rows.length > NAMED_ROWS ? ['…'] : [])].join(', ');
}

function separateDuplicates(sorted: Sorted, context: TableContext, at: Where): void {
  const groups = new Map<string, AcceptedRow[]>();
  for (const row of sorted.accepted) {
    const key = `${row.area} ${row.period}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const dropped = new Set<AcceptedRow>();
  for (const group of groups.values()) {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) continue;
    const content = ({ target, measured, counts }: AcceptedRow): string =>
      JSON.stringify([target, measured, counts]);
    const identical = others.every((row) => content(row) === content(first));
    const area = context.territory.villages.areas[first.area]?.name ?? '';
    const rows = rowList(group);
    for (const row of identical ? others : group) {
      dropped.add(row);
      const where = { ...at, row: row.row, area, period: row.period };
      const problem: Problem = {
        code: 'row/duplicate',
        severity: identical ? 'note' : 'row',
        at: where,
        detail: { rows },
      };
      sorted.problems.push(problem);
      if (identical) sorted.repeated++;
      else
        sorted.setAside.push({
          row: row.row,
          area,
          index: row.area,
          period: row.period,
          problems: [problem],
        });
    }
  }
  sorted.accepted.splice(0, sorted.accepted.length, ...sorted.accepted.filter((row) => !dropped.has(row)));
  sorted.setAside.sort((a, b) => a.row - b.row);
}

function missingAreas(sorted: Sorted, context: TableContext): readonly MissingArea[] {
  const accepted = new Set(sorted.accepted.map(({ area, period }) => `${area} ${period}`));
  const aside = new Map<string, MissingArea['why']>();
  for (const { index, period, problems } of sorted.setAside) {
    const blank = problems.some(({ code }) => code === 'row/empty');
    if (index !== null && period !== null)
      aside.set(`${index} ${period}`, blank ? 'without-numbers' : 'set-aside');
  }
  const periods = [...new Set(sorted.accepted.map(({ period }) => period))].sort();
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

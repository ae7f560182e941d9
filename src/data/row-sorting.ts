import type { AreaIndex } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { Recognition } from './column-recognition.ts';
import type { CountBlock } from './count-block.ts';
import type { RawSheet } from './raw-table.ts';
import type { AreaReader } from './row-area.ts';
import { type RowCounts, readCounts } from './row-counts.ts';
import { type PeriodReader, unreadablePeriod } from './row-period.ts';
import { isDelimited } from './sheet-tables.ts';
import type { PlacedRow, SetAsideRow } from './table-rows.ts';

type Where = Readonly<NonNullable<Problem['at']>>;

/** What one row says of one village in one period; several rows may speak of the same. */
export interface RowEntry {
  /** 0-based row of the sheet. */
  readonly at: number;
  readonly area: AreaIndex;
  readonly period: Period;
  readonly counts: RowCounts;
  readonly problems: readonly Problem[];
}

export interface SortedRows {
  readonly entries: readonly RowEntry[];
  readonly setAside: readonly PlacedRow[];
  readonly totals: readonly SetAsideRow[];
  /** 0-based rows of the totals. */
  readonly totalRows: readonly number[];
  readonly textLines: number;
  /** Village and period (rowKey) of figures that are blank in a row that has others. */
  readonly blank: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export interface SortingTools {
  readonly areas: AreaReader;
  readonly blocks: readonly CountBlock[];
  readonly read: PeriodReader;
  readonly at: Where;
  readonly lent: ReadonlyMap<string, number> | null;
  readonly rowOf: (row: number) => number;
}

class Sorter {
  readonly entries: RowEntry[] = [];
  readonly setAside: PlacedRow[] = [];
  readonly totals: SetAsideRow[] = [];
  readonly totalRows: number[] = [];
  readonly blank = new Set<string>();
  readonly problems: Problem[] = [];
  textLines = 0;
  readonly #sheet: RawSheet;
  readonly #recognition: Recognition;
  readonly #tools: SortingTools;
  /** Cells of the header of a text file, where every row must have as many; null elsewhere. */
  readonly #width: number | null;

  constructor(sheet: RawSheet, recognition: Recognition, tools: SortingTools) {
    this.#sheet = sheet;
    this.#recognition = recognition;
    this.#tools = tools;
    const heads = sheet.rows.slice(recognition.headerRow - 1, recognition.dataRow - 1);
    const width =
      sheet.cellCounts?.[recognition.headerRow - 1] ?? Math.max(...heads.map((row) => row.length));
    this.#width = isDelimited(sheet) ? width : null;
  }

  sort(row: number): void {
    const cells = this.#sheet.rows[row] ?? [];
    const { areas, blocks } = this.#tools;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled === 0) return;
    const figures = blocks.some(({ plan }) =>
      plan.columns.some(({ index }) => /^\W*\d[\d.,%\s]*$/.test(cells[index] ?? '')),
    );
    if (filled === 1 && !figures) {
      this.textLines++;
      return;
    }
    const at = { ...this.#tools.at, row: this.#tools.rowOf(row) };
    const found = areas.read(row);
    if (found.kind === 'total') {
      const problem: Problem = { code: 'row/total', severity: 'note', at: { ...at, area: found.label } };
      this.totals.push({ row: at.row, area: found.label, period: null, problems: [problem] });
      this.totalRows.push(row);
      this.problems.push(problem);
      return;
    }
    const width = this.#sheet.cellCounts?.[row] ?? cells.length;
    if (this.#width !== null && width !== this.#width) {
      const detail = { cells: width, expected: this.#width };
      this.#putAside(at.row, '', null, null, [{ code: 'row/width', severity: 'row', at, detail }]);
      return;
    }
    const placed = (problem: Problem): Problem => ({ ...problem, at: { ...problem.at, row: at.row } });
    if (found.kind === 'refused') {
      this.#putAside(at.row, found.written, null, this.#firstPeriod(cells), [placed(found.problem)]);
      return;
    }
    this.#readBlocks(row, cells, found.area, found.problems.map(placed), at);
  }

  #firstPeriod(cells: readonly string[]): Period | null {
    return this.#tools.read(cells, this.#tools.blocks[0]?.named ?? null);
  }

  #putAside(
    row: number,
    area: string,
    index: AreaIndex | null,
    period: Period | null,
    problems: readonly Problem[],
  ): void {
    this.setAside.push({ row, area, index, period, problems });
    this.problems.push(...problems);
  }

  /** All periods of a row: a fault in one sets that one aside, and the row itself where nothing else is left. */
  #readBlocks(
    row: number,
    cells: readonly string[],
    area: AreaIndex,
    areaProblems: readonly Problem[],
    where: Where & { row: number },
  ): void {
    const { blocks, read, areas, lent } = this.#tools;
    const name = areas.nameOf(area);
    const at = { ...where, area: name };
    const faults: { readonly period: Period | null; readonly problems: readonly Problem[] }[] = [];
    let entered = 0;
    for (const { named, plan } of blocks) {
      const period = read(cells, named);
      if (period === null) {
        faults.push({ period, problems: [unreadablePeriod(this.#recognition, at)] });
        continue;
      }
      const placed = { ...at, period };
      const key = `${area} ${period}`;
      const reading = readCounts(cells, plan, placed, lent?.get(key) ?? null);
      if (reading.kind === 'blank') {
        if (blocks.length > 1) this.blank.add(key);
        else faults.push({ period, problems: [{ code: 'row/empty', severity: 'row', at: placed }] });
      } else if (reading.kind === 'refused')
        faults.push({ period, problems: [...areaProblems, ...reading.problems] });
      else {
        entered++;
        const problems = [...areaProblems, ...reading.problems];
        this.entries.push({ at: row, area, period, counts: reading.value, problems });
        this.problems.push(...problems);
      }
    }
    if (entered === 0 && faults.length === 0)
      faults.push({ period: null, problems: [{ code: 'row/empty', severity: 'row', at }] });
    const [first] = faults;
    if (!first) return;
    if (entered === 0) {
      const period = faults.length === 1 ? first.period : null;
      this.#putAside(
        where.row,
        name,
        area,
        period,
        faults.flatMap(({ problems }) => problems),
      );
      for (const fault of faults) if (fault.period) this.blank.add(`${area} ${fault.period}`);
      return;
    }
    this.problems.push(...faults.flatMap(({ problems }) => problems));
    for (const { period } of faults) if (period) this.blank.add(`${area} ${period}`);
  }
}

/** Tells of every row below the header what it is, and reads the figures of those that speak of a village. */
export function sortRows(sheet: RawSheet, recognition: Recognition, tools: SortingTools): SortedRows {
  const sorter = new Sorter(sheet, recognition, tools);
  for (let row = recognition.dataRow - 1; row < sheet.rows.length; row++) sorter.sort(row);
  return sorter;
}

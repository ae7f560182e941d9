import type { Territory } from '#core/area.ts';
import { DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import type { Problem } from '#core/problem.ts';
import { type Answers, type Question, type QuestionOption, questionId } from '#core/question.ts';
import type { Recognition } from './column-recognition.ts';
import type { RawSheet } from './raw-table.ts';
import type { ClassCounts, RowCounts } from './row-counts.ts';
import { findRowKey, isWholeLabel, partsOfGroup, type RowKey } from './row-key.ts';
import type { RowEntry, SortedRows } from './row-sorting.ts';
import type { AcceptedRow, PlacedRow } from './table-rows.ts';

type Where = Readonly<NonNullable<Problem['at']>>;

export interface JoinedParts {
  readonly accepted: readonly AcceptedRow[];
  readonly setAside: readonly PlacedRow[];
  readonly repeated: number;
  readonly summed: number;
  readonly used: number;
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/** The sum of counts. A target that one of them lacks is not known; a dimension that one lacks is unknown there. */
export function addCounts(parts: readonly RowCounts[]): RowCounts {
  const measured = parts.reduce((sum, part) => sum + part.measured, 0);
  const target = parts.reduce<number | null>(
    (sum, part) => (sum === null || part.target === null ? null : sum + part.target),
    0,
  );
  const counts: Partial<Record<DimensionId, ClassCounts>> = {};
  for (const dimension of DIMENSIONS) {
    if (parts.every((part) => part.counts[dimension] === undefined)) continue;
    const sum: Record<string, number> = {};
    for (const part of parts) {
      const own = part.counts[dimension] ?? { unknown: part.measured };
      for (const [name, count] of Object.entries(own)) sum[name] = (sum[name] ?? 0) + count;
    }
    counts[dimension] = sum;
  }
  return { measured, target, counts };
}

/** More rows of one village and period than this are not all named. */
const NAMED_ROWS = 10;

function rowList(rows: readonly number[]): string {
  const named = rows.slice(0, NAMED_ROWS).map(String);
  return [...named, ...(rows.length > NAMED_ROWS ? ['…'] : [])].join(', ');
}

/** Rows set aside by the village and period that they speak of. */
function byPlace(rows: readonly PlacedRow[]): ReadonlyMap<string, readonly PlacedRow[]> {
  const found = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const key = `${row.index} ${row.period}`;
    const own = found.get(key);
    if (own) own.push(row);
    else found.set(key, [row]);
  }
  return found;
}

class Joiner {
  readonly accepted: AcceptedRow[] = [];
  readonly setAside: PlacedRow[] = [];
  readonly problems: Problem[] = [];
  readonly questions: Question[] = [];
  repeated = 0;
  readonly #summedRows = new Set<number>();
  readonly #asideRows = new Set<number>();
  #faulty: ReadonlyMap<string, readonly PlacedRow[]> = new Map();
  readonly #usedRows = new Set<number>();
  readonly #sheet: RawSheet;
  readonly #recognition: Recognition;
  readonly #territory: Territory;
  readonly #answers: Answers;
  readonly #at: Where;
  readonly #rowOf: (row: number) => number;

  constructor(
    sheet: RawSheet,
    recognition: Recognition,
    territory: Territory,
    answers: Answers,
    at: Where,
    rowOf: (row: number) => number,
  ) {
    this.#sheet = sheet;
    this.#recognition = recognition;
    this.#territory = territory;
    this.#answers = answers;
    this.#at = at;
    this.#rowOf = rowOf;
  }

  get summed(): number {
    return this.#rowsOfFile(this.#summedRows);
  }

  get used(): number {
    return this.#rowsOfFile(this.#usedRows);
  }

  /** A row of a rearranged sheet is made of several of the file. */
  #rowsOfFile(rows: ReadonlySet<number>): number {
    let sum = 0;
    for (const row of rows) sum += this.#sheet.origins?.[row]?.length ?? 1;
    return sum;
  }

  join({ entries, setAside }: SortedRows): void {
    const groups = new Map<string, RowEntry[]>();
    for (const entry of entries) {
      const key = `${entry.area} ${entry.period}`;
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
    const several: RowEntry[][] = [];
    for (const group of groups.values()) {
      const kept = this.#withoutRepeated(group);
      const [only] = kept;
      if (only && kept.length === 1 && !this.#isPart(only)) this.#accept(only, only.counts, [only.at]);
      else several.push(kept);
    }
    const key = this.#key(several);
    this.#faulty = byPlace(setAside);
    if (several.length > 0) this.#joinSeveral(several, key);
    this.accepted.sort((a, b) => a.row - b.row);
  }

  #key(several: readonly (readonly RowEntry[])[]): RowKey | null {
    const groups = several.map((group) => group.map(({ at }) => at));
    return several.length === 0 ? null : findRowKey(this.#sheet.rows, this.#recognition, groups);
  }

  /** A row of boys, of girls or of an age alone. */
  #isPart({ at }: RowEntry): boolean {
    return this.#recognition.columns.some(({ role, index }) => {
      const text = (this.#sheet.rows[at]?.[index] ?? '').trim();
      return (role === 'sex' || role === 'age') && text !== '' && !isWholeLabel(text);
    });
  }

  /** Rows that say the same in every cell but their number are one. */
  #withoutRepeated(group: readonly RowEntry[]): RowEntry[] {
    if (group.length === 1) return [...group];
    const counter = new Set(
      this.#recognition.columns
        .filter(({ role, header }) => role === 'ignored' && /^(?:no|nomor|id|#)\b/i.test(header))
        .map(({ index }) => index),
    );
    const seen = new Map<string, RowEntry>();
    for (const entry of group) {
      const cells = (this.#sheet.rows[entry.at] ?? []).filter((_, c) => !counter.has(c));
      const text = JSON.stringify(cells.map((cell) => cell.trim()));
      const first = seen.get(text);
      if (!first) {
        seen.set(text, entry);
        continue;
      }
      this.repeated++;
      const rows = [first.at, entry.at].map(this.#rowOf).join(', ');
      this.problems.push({
        code: 'row/duplicate',
        severity: 'note',
        at: this.#place(entry),
        detail: { rows },
      });
    }
    return [...seen.values()];
  }

  #place({ at, area, period }: RowEntry): Where {
    const name = this.#territory.villages.areas[area]?.name ?? '';
    return { ...this.#at, row: this.#rowOf(at), area: name, period };
  }

  #accept(entry: RowEntry, counts: RowCounts, rows: readonly number[]): void {
    for (const row of rows) this.#usedRows.add(row);
    const { area, period } = entry;
    this.accepted.push({
      row: this.#rowOf(rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY)),
      area,
      period,
      ...counts,
    });
  }

  #putAside(group: readonly RowEntry[], code: Problem['code'], detail: NonNullable<Problem['detail']>): void {
    for (const entry of group) {
      const at = this.#place(entry);
      const problem: Problem = { code, severity: 'row', at, detail };
      this.problems.push(problem);
      if (this.#usedRows.has(entry.at) || this.#asideRows.has(entry.at)) continue;
      this.#asideRows.add(entry.at);
      const { area: index, period } = entry;
      this.setAside.push({ row: at.row ?? 0, area: at.area ?? '', index, period, problems: [problem] });
    }
  }

  #joinSeveral(several: readonly (readonly RowEntry[])[], key: RowKey | null): void {
    const columns = key?.columns.map(({ header }) => header).join(' + ') ?? '';
    const id = questionId(this.#at, 'key', columns);
    const answer = this.#answers.get(id);
    const open: RowEntry[][] = [];
    for (const group of several) {
      const rows = rowList(group.map(({ at }) => this.#rowOf(at)));
      if (key === null) {
        this.#putAside(group, 'row/duplicate', { rows });
        continue;
      }
      const textOf = (row: number): string =>
        key.columns.map(({ index }) => (this.#sheet.rows[row]?.[index] ?? '').trim()).join(' / ');
      const parts = partsOfGroup(
        key,
        group.map(({ at }) => at),
        textOf,
      );
      if (parts.kind === 'incomplete') this.#putAside(group, parts.problem, { column: columns, rows });
      else if (parts.kind === 'sum') this.#add(group, parts.whole, columns);
      else if (answer === 'sum') this.#add(group, null, columns);
      else if (answer === 'refuse') this.#putAside(group, 'row/duplicate', { rows });
      else open.push([...group]);
    }
    if (open.length > 0 && key) this.#ask(open, key, columns, id);
    this.#saySums(columns);
  }

  #add(group: readonly RowEntry[], whole: number | null, columns: string): void {
    const [first] = group;
    if (!first) return;
    const faulty = this.#faulty.get(`${first.area} ${first.period}`) ?? [];
    const unread = faulty.filter(({ problems }) => problems.every(({ code }) => code !== 'row/empty'));
    const rows = group.map(({ at }) => at);
    const total = group.find(({ at }) => at === whole);
    if (unread.length > 0 && !total) {
      const missing = rowList(unread.map(({ row }) => row));
      this.#putAside(group, 'row/part-missing', { column: columns, rows: missing });
      return;
    }
    if (faulty.length > 0 && !total) {
      const missing = rowList(faulty.map(({ row }) => row));
      const detail = { column: columns, rows: missing };
      this.problems.push({ code: 'row/part-missing', severity: 'warning', at: this.#place(first), detail });
    }
    const parts = group.filter((entry) => entry !== total);
    const sum = addCounts(parts.map(({ counts }) => counts));
    if (total) {
      if (parts.length > 0 && JSON.stringify(addCounts([total.counts])) !== JSON.stringify(sum))
        this.problems.push({
          code: 'row/whole-preferred',
          severity: 'warning',
          at: this.#place(total),
          detail: { column: columns, sum: sum.measured, total: total.counts.measured },
        });
      this.#accept(total, total.counts, rows);
      return;
    }
    for (const row of rows) this.#summedRows.add(row);
    this.#accept(first, sum, rows);
  }

  #saySums(columns: string): void {
    if (this.#summedRows.size === 0) return;
    const detail = { column: columns, count: this.#summedRows.size, areas: this.accepted.length };
    this.problems.push({
      code: 'row/summed',
      severity: 'warning',
      at: { ...this.#at, column: columns },
      detail,
    });
  }

  /** Rows that are not added until the reader says so, with what adding them would give. */
  #ask(open: readonly (readonly RowEntry[])[], key: RowKey, columns: string, id: string): void {
    const [group = []] = open;
    const textOf = (row: number): string =>
      key.columns.map(({ index }) => (this.#sheet.rows[row]?.[index] ?? '').trim()).join(' / ');
    const values = group.map(({ at, counts }) => `${textOf(at)}: ${counts.measured}`).slice(0, 4);
    const option = (value: string, shown: readonly string[]): QuestionOption => ({
      id: value,
      kind: 'way',
      value,
      values: shown,
      follows: null,
    });
    this.questions.push({
      id,
      kind: 'key',
      at: { ...this.#at, column: columns },
      detail: { column: columns, rows: open.reduce((sum, one) => sum + one.length, 0), areas: open.length },
      options: [option('sum', values), option('refuse', [])],
    });
  }
}

/** Makes one of the rows that speak of the same village and period, or says why not. */
export function joinParts(
  sorted: SortedRows,
  sheet: RawSheet,
  recognition: Recognition,
  territory: Territory,
  answers: Answers,
  at: Where,
  rowOf: (row: number) => number,
): JoinedParts {
  const joiner = new Joiner(sheet, recognition, territory, answers, at, rowOf);
  joiner.join(sorted);
  return joiner;
}

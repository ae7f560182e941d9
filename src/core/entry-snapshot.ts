import type { AreaCode } from './area.ts';
import type { Day } from './calendar-day.ts';
import { monthsOf, type Period } from './period.ts';

/** What may be asked of the children who are to be entered: how many are. */
export const ENTRY_PARTS = ['measured', 'nik', 'kk', 'linked'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

/** How far one post has come on one day, as an export of that day shows it. Counts of children; null where unknown. */
export interface EntryRow {
  readonly snapshot: Day;
  readonly area: AreaCode;
  /** '' where the export does not tell them apart. */
  readonly puskesmas: string;
  readonly posyandu: string;
  /** Of which the children are; null where the export does not say. */
  readonly period: Period | null;
  readonly target: number | null;
  readonly measured: number | null;
  readonly nik: number | null;
  readonly kk: number | null;
  readonly linked: number | null;
}

/** The post of a row: kelurahan, puskesmas and posyandu, the last two as they are written. */
export function entryPost({ area, puskesmas, posyandu }: EntryRow): string {
  return `${area}|${puskesmas}|${posyandu}`;
}

/** Whether a row is of a kelurahan as a whole. */
function isWhole({ puskesmas, posyandu }: EntryRow): boolean {
  return puskesmas === '' && posyandu === '';
}

/**
 * The rows that answer for a period: its own, else those of its last month that has some, else those of no stated
 * period. Of several months only one is taken, because each lists the same children again.
 */
export function entriesOf(rows: readonly EntryRow[], period: Period): readonly EntryRow[] {
  const held = new Set(rows.map((row) => row.period));
  const own = held.has(period) ? period : (monthsOf(period).findLast((month) => held.has(month)) ?? null);
  return rows.filter((row) => row.period === own);
}

/** Ascending, each once. */
export function snapshotDays(rows: readonly EntryRow[]): readonly Day[] {
  return [...new Set(rows.map(({ snapshot }) => snapshot))].sort();
}

/**
 * One unit over the snapshots, all columns by snapshot. The share of a part is n of N; both are NaN where no post of it
 * has reported, or none with both numbers: a post that has not reported is not 0.
 */
export interface EntrySeries {
  readonly n: Float64Array;
  readonly N: Float64Array;
  /** Posts that are in the snapshot. */
  readonly reported: Uint32Array;
  /** Of these, posts without the target. */
  readonly withoutTarget: Uint32Array;
  /** Of these, posts with a target and without the part. */
  readonly withoutPart: Uint32Array;
  /** Posts that any snapshot names. */
  readonly posts: number;
  /** By how much n grew since the snapshot before, over posts that are in both; NaN where there are none. */
  readonly gain: Float64Array;
}

interface Draft {
  readonly n: Float64Array;
  readonly N: Float64Array;
  readonly reported: Uint32Array;
  readonly withoutTarget: Uint32Array;
  readonly withoutPart: Uint32Array;
  readonly gain: Float64Array;
  readonly posts: Set<string>;
}

const NONE = Number.NaN;
const plus = (sum: number | undefined, more: number): number =>
  sum === undefined || Number.isNaN(sum) ? more : sum + more;

/** Rows of a kelurahan as a whole where no snapshot of it is finer; else a snapshot of the whole counts as all its posts. */
function postsOf(rows: readonly EntryRow[]): ReadonlyMap<AreaCode, ReadonlySet<string>> {
  const posts = new Map<AreaCode, Set<string>>();
  for (const row of rows) {
    const own = posts.get(row.area) ?? new Set<string>();
    posts.set(row.area, own);
    if (!isWhole(row)) own.add(entryPost(row));
  }
  return posts;
}

/**
 * The series of every unit that a grouping makes of the rows. Sums over any grouping that leaves no row out are the same.
 * @param rows of one period (entriesOf), each post once a snapshot.
 * @param groupOf the unit of a row; null leaves it out.
 */
export function entrySeries(
  rows: readonly EntryRow[],
  days: readonly Day[],
  part: EntryPart,
  groupOf: (row: EntryRow) => string | null,
): ReadonlyMap<string, EntrySeries> {
  const at = new Map(days.map((day, k) => [day, k]));
  const finer = postsOf(rows);
  const drafts = new Map<string, Draft>();
  const last = new Map<string, { readonly k: number; readonly n: number }>();
  const size = days.length;
  for (const row of [...rows].sort((a, b) =>
    a.snapshot < b.snapshot ? -1 : a.snapshot > b.snapshot ? 1 : 0,
  )) {
    const key = groupOf(row);
    const k = at.get(row.snapshot);
    if (key === null || k === undefined) continue;
    const draft = drafts.get(key) ?? {
      n: new Float64Array(size).fill(NONE),
      N: new Float64Array(size).fill(NONE),
      reported: new Uint32Array(size),
      withoutTarget: new Uint32Array(size),
      withoutPart: new Uint32Array(size),
      gain: new Float64Array(size).fill(NONE),
      posts: new Set<string>(),
    };
    drafts.set(key, draft);
    const posts = finer.get(row.area);
    const within = isWhole(row) && posts !== undefined && posts.size > 0 ? [...posts] : [entryPost(row)];
    for (const post of within) draft.posts.add(post);
    draft.reported[k] = (draft.reported[k] ?? 0) + within.length;
    const n = row[part];
    if (row.target === null) draft.withoutTarget[k] = (draft.withoutTarget[k] ?? 0) + within.length;
    else if (n === null) draft.withoutPart[k] = (draft.withoutPart[k] ?? 0) + within.length;
    else {
      draft.n[k] = plus(draft.n[k], n);
      draft.N[k] = plus(draft.N[k], row.target);
      const post = entryPost(row);
      const before = last.get(post);
      if (before?.k === k - 1) draft.gain[k] = plus(draft.gain[k], n - before.n);
      last.set(post, { k, n });
    }
  }
  return new Map([...drafts].map(([key, draft]) => [key, { ...draft, posts: draft.posts.size }]));
}

import type { Problem } from './problem.ts';

/**
 * What the reader has to say before anything is loaded.
 * `role`: a header with a word too many, or that does not say what it counts. `rivals`: several columns for one thing,
 * which the figures do not tell apart. `key`: an area and period in several rows, told apart by a column. `level`: names
 * that are all of kecamatan and of kelurahan alike. `period`: neither column nor title names one; any period answers it,
 * and its options are those of the other tables. `system`: codes that could be Kemendagri's or BPS's.
 */
export type QuestionKind = 'role' | 'rivals' | 'key' | 'level' | 'period' | 'system';

export interface QuestionOption {
  readonly id: string;
  /** What it stands for: a role, a column by its header, or a way (`sum`, `refuse`, `ignore`). */
  readonly kind: 'role' | 'column' | 'way' | 'period' | 'system';
  readonly value: string;
  /** First cells of the columns or rows in question. */
  readonly values: readonly string[];
  /** What the sheet would give: affected, and children of known class, of the latest period. */
  readonly follows: { readonly what: string; readonly n: number; readonly N: number } | null;
}

/** Its id is the same for the same file, sheet and column, so that an answer holds when the file is opened again. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly at: NonNullable<Problem['at']>;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly options: readonly QuestionOption[];
}

/** Option chosen by question. */
export type Answers = ReadonlyMap<string, string>;

export const NO_ANSWERS: Answers = new Map();

export function questionId(at: NonNullable<Problem['at']>, kind: QuestionKind, what: string): string {
  return [at.file ?? '', at.sheet ?? '', kind, what].filter((part) => part !== '').join('|');
}

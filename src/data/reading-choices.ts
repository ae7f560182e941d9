import type { AreaCode } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import type { Answers } from '#core/question.ts';
import type { ColumnRole } from './column-role.ts';

/** What the reader decided beside the questions: roles of columns, names, a period for tables without one. */
export interface ReadingChoices {
  readonly answers: Answers;
  readonly decisions: ReadonlyMap<string, AreaCode>;
  readonly periodDefault: Period | null;
  /** By file, sheet and column. */
  readonly roles: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly column: number;
    readonly role: ColumnRole;
  }[];
}

export const NO_CHOICES: ReadingChoices = {
  answers: new Map(),
  decisions: new Map(),
  periodDefault: null,
  roles: [],
};

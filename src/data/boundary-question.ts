import type { Problem } from '#core/problem.ts';

/** One answer that a reader may give: `label` is in the file's own words, `follows` what comes of it, as figures. */
export interface BoundaryOption {
  readonly id: string;
  readonly label: string;
  readonly follows: Readonly<Record<string, string | number>>;
}

/**
 * What the reader has to say about a file of boundaries. `message` says it in the words of its code.
 * `blocking`: nothing is read before it is answered; otherwise only the areas meant are left out.
 */
export interface BoundaryQuestion {
  /** The same for the same file: 'layer', 'projection', 'level', 'code-system', 'regency', 'area:12'. */
  readonly id: string;
  readonly about: 'layer' | 'projection' | 'level' | 'code-system' | 'regency' | 'area';
  readonly blocking: boolean;
  readonly options: readonly BoundaryOption[];
  readonly message: Problem;
}

/** What the reader said: option by question. */
export type BoundaryAnswers = ReadonlyMap<string, string>;

export const NO_ANSWERS: BoundaryAnswers = new Map();

export const LEFT_OUT = 'leave-out';

import type { Problem, ProblemCode } from '#core/problem.ts';

const NAMED_ROWS = 5;

/** Counts faults of the same kind in the same column, and remembers the first few rows: one Problem each. */
export interface ProblemTally {
  add(code: ProblemCode, column: string, row: number): void;
  problems(): readonly Problem[];
}

/** A Problem for `count` faults, the first of them in `rows` (1-based). */
export function countedProblem(
  code: ProblemCode,
  severity: Problem['severity'],
  file: string,
  column: string,
  count: number,
  rows: readonly number[],
): Problem {
  const [row] = rows;
  return {
    code,
    severity,
    at: { file, ...(column === '' ? {} : { column }), ...(row === undefined ? {} : { row }) },
    detail: { count, rows: rows.join(', ') },
  };
}

export function createTally(file: string, severity: Problem['severity'] = 'error'): ProblemTally {
  const found = new Map<string, { code: ProblemCode; column: string; count: number; rows: number[] }>();
  return {
    add(code, column, row) {
      const key = `${code} ${column}`;
      const entry = found.get(key) ?? { code, column, count: 0, rows: [] };
      found.set(key, entry);
      entry.count += 1;
      if (entry.rows.length < NAMED_ROWS) entry.rows.push(row);
    },
    problems: () =>
      [...found.values()].map(({ code, column, count, rows }) =>
        countedProblem(code, severity, file, column, count, rows),
      ),
  };
}

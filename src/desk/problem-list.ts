import type { Problem } from '#core/problem.ts';
import { type GatheredProblem, gatherProblems } from '#data/gathered-problems.ts';
import { bySeverity, SEVERITIES, type ToldProblems } from './desk-reading.ts';

/** A line of the list: of the page's own problems, or the position of one that a worker holds. */
export type ListedProblem = { readonly own: GatheredProblem } | { readonly at: number };

/** All that is wrong, the worst first: the page's own problems, and those that a worker holds. */
export interface ProblemList {
  readonly own: readonly Problem[];
  readonly ownGathered: readonly GatheredProblem[];
  readonly told: ToldProblems | null;
  /** Lines in all. */
  readonly length: number;
}

export function problemList(problems: readonly Problem[], told: ToldProblems | null): ProblemList {
  const own = bySeverity(problems);
  const ownGathered = gatherProblems(own);
  const length = SEVERITIES.reduce(
    (sum, severity) => sum + (told?.bySeverity[severity] ?? 0),
    ownGathered.length,
  );
  return { own, ownGathered, told, length };
}

/** The lines `from` to `to` of a list: of each severity the page's own before the worker's. */
export function listedProblems(
  { ownGathered, told }: ProblemList,
  from: number,
  to: number,
): readonly ListedProblem[] {
  const lines: ListedProblem[] = [];
  let line = 0;
  let ownAt = 0;
  let toldAt = 0;
  /** The part of a run of lines that lies in the window. */
  const within = (length: number): readonly [number, number] => [
    Math.min(Math.max(from - line, 0), length),
    Math.min(Math.max(to - line, 0), length),
  ];
  for (const severity of SEVERITIES) {
    let end = ownAt;
    while (ownGathered[end]?.problem.severity === severity) end++;
    const [first, last] = within(end - ownAt);
    for (const own of ownGathered.slice(ownAt + first, ownAt + last)) lines.push({ own });
    line += end - ownAt;
    ownAt = end;
    const count = told?.bySeverity[severity] ?? 0;
    const [start, stop] = within(count);
    for (let at = toldAt + start; at < toldAt + stop; at++) lines.push({ at });
    line += count;
    toldAt += count;
  }
  return lines;
}

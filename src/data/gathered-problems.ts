import type { Problem } from '#core/problem.ts';

/** Problems that differ in nothing but the area (and its row): `problem` is the first of them. */
export interface GatheredProblem {
  readonly problem: Problem;
  /** Their areas in order; empty where the problem stands by itself. */
  readonly areas: readonly string[];
}

interface Group {
  readonly first: Problem;
  readonly areas: Set<string>;
}

/** More of the same than this are one line. */
const MOST_ALIKE = 10;

function keyOf({ code, severity, at: { file, sheet, column, period, area } = {}, detail }: Problem): string {
  return JSON.stringify([code, severity, file, sheet, column, period, detail, area === undefined]);
}

/** In the order of the first of each. The order of the problems themselves is kept where they are few. */
export function gatherProblems(problems: readonly Problem[]): readonly GatheredProblem[] {
  const alike = new Map<string, Group>();
  const groups = problems.map((problem) => {
    const key = keyOf(problem);
    const group = alike.get(key) ?? { first: problem, areas: new Set() };
    if (problem.at?.area !== undefined) group.areas.add(problem.at.area);
    alike.set(key, group);
    return group;
  });
  const gathered: GatheredProblem[] = [];
  for (const [k, problem] of problems.entries()) {
    const { first, areas } = groups[k]!;
    if (areas.size <= MOST_ALIKE) gathered.push({ problem, areas: [] });
    else if (first === problem) gathered.push({ problem, areas: [...areas] });
  }
  return gathered;
}

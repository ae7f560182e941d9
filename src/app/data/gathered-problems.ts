import type { Problem } from '#core/problem.ts';

/** Problems that differ in nothing but the area (and its row): `problem` is the first of them. */
export interface GatheredProblem {
  readonly problem: Problem;
  /** Their areas in order; empty where the problem stands by itself. */
  readonly areas: readonly string[];
}

/** More of the same than this are one line. */
const MOST_ALIKE = 10;

/** In the order of the first of each. The order of the problems themselves is kept where they are few. */
export function gatherProblems(problems: readonly Problem[]): readonly GatheredProblem[] {
  const alike = new Map<string, Problem[]>();
  const keys = problems.map(({ code, severity, at: { file, sheet, column, period, area } = {}, detail }) =>
    JSON.stringify([code, severity, file, sheet, column, period, detail, area === undefined]),
  );
  for (const [k, problem] of problems.entries()) {
    const key = keys[k] ?? '';
    const group = alike.get(key);
    if (group) group.push(problem);
    else alike.set(key, [problem]);
  }
  return problems.flatMap((problem, k): GatheredProblem[] => {
    const group = alike.get(keys[k] ?? '') ?? [];
    const areas = [...new Set(group.flatMap(({ at }) => at?.area ?? []))];
    if (areas.length <= MOST_ALIKE) return [{ problem, areas: [] }];
    return group[0] === problem ? [{ problem, areas }] : [];
  });
}

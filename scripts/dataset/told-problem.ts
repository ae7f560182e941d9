import type { Problem } from '#core/problem.ts';
import { problemLine } from '#words/problems.ts';

/** A problem in both languages, as a command says it. */
export function sentence(problem: Problem): string {
  return `${problemLine(problem, 'id')}\n  ${problemLine(problem, 'en')}`;
}

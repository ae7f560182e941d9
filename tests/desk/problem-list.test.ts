import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Problem } from '#core/problem.ts';
import { SEVERITIES } from '#desk/desk-reading.ts';
import { listedProblems, problemList } from '#desk/problem-list.ts';

const problem = (severity: Problem['severity'], row: number): Problem => ({
  code: 'row/ragged',
  severity,
  at: { row },
});
const counts = fc.record({ error: fc.nat(4), row: fc.nat(4), warning: fc.nat(4), note: fc.nat(4) });

it('pages of a list follow each other without a gap or a repetition, the worst first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SEVERITIES), { maxLength: 9 }),
      fc.option(counts),
      fc.integer({ min: 1, max: 7 }),
      (own, bySeverity, size) => {
        const told = bySeverity && { first: [], bySeverity, warnings: new Map(), each: bySeverity };
        const list = problemList(own.map(problem), told);
        const lines: ReturnType<typeof listedProblems>[number][] = [];
        for (let from = 0; from < list.length; from += size)
          lines.push(...listedProblems(list, from, from + size));
        expect(lines).toHaveLength(list.length);
        // The worker's come in its own order, the page's own in theirs.
        const at = lines.flatMap((line) => ('at' in line ? [line.at] : []));
        expect(at).toEqual(at.map((_, k) => k));
        const toldSeverities = SEVERITIES.flatMap((severity) =>
          Array.from({ length: bySeverity?.[severity] ?? 0 }, () => severity),
        );
        const severities = lines.map((line) =>
          'at' in line ? toldSeverities[line.at] : line.own.problem.severity,
        );
        expect(severities).toEqual(
          [...severities].sort((a, b) => SEVERITIES.indexOf(a!) - SEVERITIES.indexOf(b!)),
        );
        expect(lines.flatMap((line) => ('own' in line ? [line.own] : []))).toEqual(list.ownGathered);
      },
    ),
  );
});

import type { Problem, Result } from '#core/problem.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import type { GatheredProblem } from '#data/gathered-problems.ts';
import { unpackTable } from '#data/packed-sheet.ts';
import type { ReadingChoices } from '#data/reading-choices.ts';
import type { ManifestSeed } from '#data/table-dataset.ts';
import { type DeskInput, type DeskReading, WholeReading } from './desk-reading.ts';

/** Reads the tables that were sent, or gives a part of what was read last. */
export type ReadingJob =
  | { readonly task: 'read'; readonly choices: ReadingChoices }
  | { readonly task: 'gathered'; readonly from: number; readonly to: number }
  | { readonly task: 'problems'; readonly from: number; readonly to: number }
  | { readonly task: 'package'; readonly seed: ManifestSeed };

export type ReadingAnswer =
  | { readonly task: 'read'; readonly told: DeskReading }
  | { readonly task: 'gathered'; readonly gathered: readonly GatheredProblem[] }
  | { readonly task: 'problems'; readonly problems: readonly Problem[] }
  | { readonly task: 'package'; readonly made: Result<DatasetPackage> };

/** The worker's side: holds the tables and what was read of them. */
export function createReadingWork() {
  let input: { readonly tables: readonly ReturnType<typeof unpackTable>[] } & Pick<DeskInput, 'ground'>;
  let whole: WholeReading | null = null;
  const last = (): WholeReading => {
    if (whole === null) throw new Error('nothing was read');
    return whole;
  };
  const answer = (job: ReadingJob): ReadingAnswer => {
    switch (job.task) {
      case 'read':
        whole = new WholeReading(input.tables, input.ground, job.choices);
        return { task: 'read', told: whole.told };
      case 'gathered':
        return { task: 'gathered', gathered: last().gathered(job.from, job.to) };
      case 'problems':
        return { task: 'problems', problems: last().problems(job.from, job.to) };
      case 'package':
        return { task: 'package', made: last().package(job.seed) };
    }
  };
  return {
    keep: ({ tables, ground }: DeskInput): void => {
      input = { tables: tables.map(unpackTable), ground };
      whole = null;
    },
    run: async (job: ReadingJob) => ({ result: answer(job) }),
  };
}

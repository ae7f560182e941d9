import { PartMissing, part } from '#app/part.ts';
import { type Fault, FaultError } from '#core/fault.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import type { BoundaryAnswers } from '#data/boundary-question.ts';
import type { LaidFile } from '#data/packed-sheet.ts';
import type { DeskPackage } from '#desk/office-desk.ts';

export interface OfficeReading {
  readonly read: readonly LaidFile[];
  readonly packages: readonly DeskPackage[];
  /** Of packages that could not be read. */
  readonly broken: readonly Problem[];
}

const NOTHING: OfficeReading = { read: [], packages: [], broken: [] };

/** Why nothing of the files was read, where the surroundings failed and not the files. */
function codeOf(reason: unknown): ProblemCode | null {
  if (reason instanceof PartMissing) return 'file/part-missing';
  if (!(reason instanceof FaultError)) return null;
  return reason.fault.code === 'engine/timeout' ? 'file/timeout' : 'file/reading-ended';
}

function refused(name: string, code: ProblemCode): LaidFile {
  return { kind: 'refused', name, problems: [{ code, severity: 'error', at: { file: name } }] };
}

/** Files that were not read because the surroundings failed. */
export function readFailed(files: readonly File[], fault: Fault): readonly LaidFile[] {
  const code = fault.code === 'engine/timeout' ? 'file/timeout' : 'file/reading-ended';
  return files.map(({ name }) => refused(name, code));
}

/**
 * Reads files as far as they can be read: each comes back, with the reason where it could not. Nothing comes back where
 * the reader has stopped it.
 */
export async function readOffice(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (file: string) => void,
  answers: ReadonlyMap<string, BoundaryAnswers>,
): Promise<OfficeReading> {
  try {
    const [{ createFileReader }, { PACKAGE_THREAD }] = await Promise.all([
      part(() => import('#data/file-reader.ts')),
      part(() => import('#data/package-thread.ts')),
    ]);
    const read = await createFileReader().read(files, {
      signal,
      answers,
      onProgress: ({ file }) => onProgress(file),
    });
    const packages: DeskPackage[] = [];
    const broken: Problem[] = [];
    for (const file of read) {
      if (file.kind !== 'package') continue;
      const result = await PACKAGE_THREAD.read(file.files, signal);
      const problems = [...file.problems, ...result.problems];
      if (result.ok) packages.push({ name: file.name, pkg: result.value, problems });
      else for (const problem of problems) broken.push(problem);
    }
    return { read, packages, broken };
  } catch (reason) {
    if (signal.aborted) return NOTHING;
    const code = codeOf(reason);
    if (code === null) reportError(reason);
    const names = files.map(({ name }) => name);
    return { ...NOTHING, read: names.map((name) => refused(name, code ?? 'file/unreadable')) };
  }
}

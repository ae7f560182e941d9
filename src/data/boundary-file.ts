import type { Problem } from '#core/problem.ts';
import type { BoundaryQuestion } from './boundary-question.ts';
import type { MapFormat } from './map-file.ts';
import type { ReadFile } from './office-file.ts';
import type { RawSheet } from './raw-table.ts';

/** A file of boundaries as it is told to whoever asks what it holds: nothing of its geometry. */
export interface BoundaryFile {
  readonly name: string;
  /** Null for a file that was refused, or that waits for an answer. */
  readonly format: MapFormat | null;
  /** In the order of their codes: dotted (Kemendagri) or ten digits (BPS). */
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly questions: readonly BoundaryQuestion[];
  /** Tables that its properties make: offered, not loaded. */
  readonly tables: readonly RawSheet[];
  readonly problems: readonly Problem[];
  /** `ask` where something is still to be said, `reject` where nothing can be: a question goes before its problem. */
  readonly verdict: 'accept' | 'ask' | 'reject';
}

/** What a file that was read holds of boundaries; null for tables, services and packages. */
export function boundaryFileOf(file: ReadFile): BoundaryFile | null {
  const { name, problems } = file;
  if (file.kind === 'refused') {
    const questions = file.questions ?? [];
    const verdict = questions.length > 0 ? 'ask' : 'reject';
    return { name, format: null, areas: [], questions, tables: [], problems, verdict };
  }
  if (file.kind !== 'boundaries') return null;
  const { format, questions, table, reading } = file;
  const areas = reading.features
    .map(({ code, name: own }) => ({ code, name: own }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const verdict = questions.length > 0 ? 'ask' : 'accept';
  return { name, format, areas, questions, tables: table === null ? [] : [table], problems, verdict };
}

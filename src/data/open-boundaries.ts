import type { Problem } from '#core/problem.ts';
import type { BoundaryReading } from './boundary-reading.ts';
import type { ReadFile } from './office-file.ts';

/** The boundaries that were opened: of one file, or of several that lie side by side. */
export interface OpenBoundaries {
  readonly name: string;
  /** Names of the files. */
  readonly files: readonly string[];
  readonly reading: BoundaryReading;
  readonly problems: readonly Problem[];
}

/**
 * Boundaries of several files side by side: a file a kecamatan, or one a kabupaten. Null where they hold the same areas
 * or codes of another system, so that one has to take the place of the other.
 */
function besideEachOther(first: BoundaryReading, second: BoundaryReading): BoundaryReading | null {
  if (first.codeSystem !== second.codeSystem) return null;
  const codes = new Set(first.features.map(({ code }) => code));
  if (second.features.some(({ code }) => codes.has(code))) return null;
  return {
    ...first,
    regencies: [...new Set([...first.regencies, ...second.regencies])],
    features: [...first.features, ...second.features],
  };
}

type BoundaryFile = Extract<ReadFile, { readonly kind: 'boundaries' }>;

/** Boundaries of one more file: beside those that lie there, in the place of its own older self, or instead of them. */
export function withBoundaries(
  before: OpenBoundaries | null,
  { name, reading, problems }: BoundaryFile,
): OpenBoundaries {
  const alone = { name, files: [name], reading, problems };
  if (before === null || before.files.join() === name) return alone;
  const others = before.files.filter((file) => file !== name).join(', ');
  const at = { file: name };
  const both = before.files.includes(name) ? null : besideEachOther(before.reading, reading);
  if (both === null) {
    const replaced: Problem = { code: 'geojson/file-replaced', severity: 'warning', at, detail: { others } };
    return { ...alone, problems: [replaced, ...problems] };
  }
  const detail = { others, count: both.features.length };
  const joined: Problem = { code: 'geojson/file-joined', severity: 'note', at, detail };
  return {
    name: `${others}, ${name}`,
    files: [...before.files, name],
    reading: both,
    problems: [...before.problems, joined, ...problems],
  };
}

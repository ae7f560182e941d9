import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { DIMENSIONS } from '#core/dimension.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import type { CellRows } from './dataset-package.ts';
import { isSoundParquet } from './parquet-guard.ts';
import { createTally, type ProblemTally } from './problem-tally.ts';

const FILE = 'cells.parquet';
const MAX_ROWS = 5_000_000;
const MAX_BYTES = 2 ** 30;
/** What hyparquet reads by itself. */
const CODECS: readonly string[] = ['UNCOMPRESSED', 'SNAPPY'];
const REQUIRED = ['table', 'area', 'period', 'count'];

function problem(code: ProblemCode, detail: Record<string, string | number> = {}, column?: string): Problem {
  return { code, severity: 'error', at: { file: FILE, ...(column === undefined ? {} : { column }) }, detail };
}

/** The footer, or why the file is none: a file cut short has lost it. */
function readMetadata(buffer: ArrayBuffer): FileMetaData | Problem {
  const bytes = new Uint8Array(buffer);
  const magic = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 4 || magic(0) !== 'PAR1') return problem('file/wrong-type');
  if (bytes.length < 12 || magic(bytes.length - 4) !== 'PAR1') return problem('parquet/truncated');
  try {
    return parquetMetadata(buffer);
  } catch {
    return problem('parquet/unreadable');
  }
}

function metadataProblems(metadata: FileMetaData): Problem[] {
  const chunks = metadata.row_groups.flatMap((group) =>
    group.columns.flatMap((column) => column.meta_data ?? []),
  );
  const names = metadata.schema.slice(1).map((element) => element.name);
  const bytes = chunks.reduce((sum, chunk) => sum + Number(chunk.total_uncompressed_size), 0);
  const codec = chunks.map((chunk) => chunk.codec).find((name) => !CODECS.includes(name));
  const known = new Set<string>([...REQUIRED, ...DIMENSIONS]);
  const unknown = names.filter((name) => !known.has(name));
  return [
    ...REQUIRED.filter((name) => !names.includes(name)).map((name) => problem('column/missing', {}, name)),
    ...unknown.map((name) => problem('column/unknown', {}, name.slice(0, 40))),
    ...(codec === undefined ? [] : [problem('parquet/compression', { codec })]),
    ...(metadata.num_rows > MAX_ROWS || bytes > MAX_BYTES
      ? [problem('file/too-large', { limit: MAX_ROWS })]
      : []),
  ];
}

async function readColumns(
  file: ArrayBuffer,
  metadata: FileMetaData,
): Promise<ReadonlyMap<string, unknown[]>> {
  const rows = Number(metadata.num_rows);
  const columns = new Map(metadata.schema.slice(1).map(({ name }) => [name, new Array<unknown>(rows)]));
  const filled = new Map<string, number>();
  await parquetRead({
    file,
    metadata,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName);
      for (let k = 0; column !== undefined && k < columnData.length; k++)
        column[rowStart + k] = columnData[k];
      filled.set(columnName, (filled.get(columnName) ?? 0) + columnData.length);
    },
  });
  // A damaged page may hold fewer values or more than the footer says: what is not there is not null.
  for (const name of columns.keys()) if (filled.get(name) !== rows) throw new RangeError(`values of ${name}`);
  return columns;
}

function words(values: readonly unknown[], column: string, tally: ProblemTally): readonly string[] {
  return values.map((value, k) => {
    if (typeof value === 'string') return value;
    if (value === null || value === undefined) return '';
    tally.add('file/wrong-type', column, k + 1);
    return '';
  });
}

function counts(values: readonly unknown[], tally: ProblemTally): (number | null)[] {
  return values.map((value, k) => {
    if (value === null || value === undefined) return null;
    const count = typeof value === 'bigint' ? Number(value) : value;
    if (typeof count === 'number' && Number.isFinite(count)) return count;
    tally.add('number/unreadable', 'count', k + 1);
    return null;
  });
}

/** The rows of cells.parquet (uncompressed or Snappy, text columns and one number column). */
export async function parseCellsParquet(bytes: Uint8Array): Promise<Result<CellRows>> {
  // A Buffer of Node shares its memory with others: copied, not sliced.
  const file = new Uint8Array(bytes).buffer;
  const metadata = readMetadata(file);
  if ('severity' in metadata) return { ok: false, problems: [metadata] };
  const refused = metadataProblems(metadata);
  if (refused.length > 0) return { ok: false, problems: refused };
  if (!isSoundParquet(file, metadata)) return { ok: false, problems: [problem('parquet/unreadable')] };
  let columns: ReadonlyMap<string, unknown[]>;
  try {
    columns = await readColumns(file, metadata);
  } catch {
    return { ok: false, problems: [problem('parquet/unreadable')] };
  }
  const tally = createTally(FILE);
  const text = (name: string) => words(columns.get(name)!, name, tally);
  const crossed = DIMENSIONS.filter((dimension) => columns.has(dimension));
  const rows: CellRows = {
    table: text('table'),
    area: text('area'),
    period: text('period'),
    classes: Object.fromEntries(crossed.map((dimension) => [dimension, text(dimension)])),
    count: counts(columns.get('count')!, tally),
  };
  const problems = tally.problems();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: rows, problems: [] };
}

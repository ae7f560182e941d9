import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import type { ProblemCode, Result } from '#core/problem.ts';
import { isSoundParquet } from './parquet-guard.ts';
import type { RawSheet } from './raw-table.ts';

/** The rows of a Parquet file as text below their column names, and what the file says about itself. */
export interface ParquetReading {
  readonly sheet: RawSheet;
  readonly looseText: readonly string[];
}

const MOST_CELLS = 20_000_000;
const MOST_BYTES = 2 ** 30;
/** What hyparquet unpacks by itself. */
const CODECS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY']);

function refusal(code: ProblemCode, detail: Readonly<Record<string, string | number>> = {}): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', detail }] };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Null where the footer is damaged. */
function metadataOf(file: ArrayBuffer): FileMetaData | null {
  try {
    return parquetMetadata(file);
  } catch {
    return null;
  }
}

function limitProblem(metadata: FileMetaData): Result<never> | null {
  const chunks = metadata.row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data }) => meta_data ?? []),
  );
  const codec = chunks.find((chunk) => !CODECS.has(chunk.codec))?.codec;
  if (codec !== undefined) return refusal('parquet/compression', { codec });
  const bytes = chunks.reduce((sum, chunk) => sum + Number(chunk.total_uncompressed_size), 0);
  const cells = Number(metadata.num_rows) * metadata.schema.length;
  return cells > MOST_CELLS || bytes > MOST_BYTES ? refusal('file/too-large', { cells, bytes }) : null;
}

/** A flat Parquet table, uncompressed or Snappy, every value as text; a file cut short has lost its footer. */
export async function readParquet(bytes: Uint8Array): Promise<Result<ParquetReading>> {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-4));
  if (bytes.length < 12 || end !== 'PAR1') return refusal('parquet/truncated');
  const file = bytes.slice().buffer;
  const metadata = metadataOf(file);
  if (metadata === null) return refusal('parquet/unreadable');
  const limit = limitProblem(metadata);
  if (limit) return limit;
  if (!isSoundParquet(file, metadata)) return refusal('parquet/unreadable');
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const rows: string[][] = [names];
  try {
    await parquetRead({
      file,
      metadata,
      rowFormat: 'array',
      onComplete: (data: readonly (readonly unknown[])[]) => {
        for (const row of data) rows.push(row.map(cellText));
      },
    });
  } catch {
    return refusal('parquet/unreadable');
  }
  if (rows.length - 1 !== Number(metadata.num_rows)) return refusal('parquet/unreadable');
  const looseText = (metadata.key_value_metadata ?? []).map(({ key, value }) => `${key} ${value ?? ''}`);
  return { ok: true, value: { sheet: { name: '', rows, textOnly: false }, looseText }, problems: [] };
}

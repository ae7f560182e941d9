import type { Problem, Result } from '#core/problem.ts';
import { openArchive } from '#data/archive-guard.ts';
import { readDelimited } from '#data/delimited-text.ts';
import type { FileContent } from '#data/office-file.ts';
import { readParquet } from '#data/parquet-sheet.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { decodeText } from '#data/text-encoding.ts';
import { readMarkupTable, readOldWorkbook, readWorkbook } from '#data/workbook.ts';

const MOST_BYTES = 400 * 2 ** 20;

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, k) => bytes[k] === byte);
}

function refused(code: Problem['code']): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error' }] };
}

async function sheetsOf(bytes: Uint8Array): Promise<Result<readonly RawSheet[]>> {
  const book = (read: Awaited<ReturnType<typeof readWorkbook>>): Result<readonly RawSheet[]> =>
    read.ok ? { ...read, value: read.value.sheets } : read;
  if (startsWith(bytes, [0x50, 0x41, 0x52, 0x31])) {
    const read = await readParquet(bytes);
    return read.ok ? { ...read, value: [read.value.sheet] } : read;
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return book(await readOldWorkbook(bytes));
  if (startsWith(bytes, [0x50, 0x4b])) {
    const parts = openArchive(bytes);
    if (!parts.ok) return parts;
    const isBook = parts.value.some(({ path }) => path === 'xl/workbook.xml');
    return isBook ? book(await readWorkbook(parts.value)) : refused('file/unrecognized');
  }
  const start = decodeText(bytes.subarray(0, 4_096));
  if (!start.ok) return start;
  if (start.value.trimStart().startsWith('<')) {
    const text = decodeText(bytes);
    return text.ok ? book(await readMarkupTable(text.value)) : text;
  }
  const read = readDelimited(bytes);
  return read.ok ? { ...read, value: [read.value] } : read;
}

/**
 * The sheets of one table of persons, told by content. No gate stands here: what comes out holds identity numbers and
 * never leaves this layer. Problems name places, never cells.
 */
export async function readRawFile({ bytes }: FileContent): Promise<Result<readonly RawSheet[]>> {
  if (bytes.length === 0) return refused('file/empty');
  if (bytes.length > MOST_BYTES) return refused('file/too-large');
  try {
    return await sheetsOf(bytes);
  } catch {
    return refused('file/unreadable');
  }
}

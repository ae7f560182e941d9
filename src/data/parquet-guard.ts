import type { ColumnMetaData, DataPageHeader, FileMetaData, PageHeader, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getSchemaPath } from 'hyparquet/src/schema.js';

const MOST_PAGE_BYTES = 2 ** 28;

class Unsound extends Error {}

function hold(condition: boolean): void {
  if (!condition) throw new Unsound();
}

function varInt(view: DataView, at: { offset: number }): number {
  let result = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = view.getUint8(at.offset++);
    result += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return result;
  }
  throw new Unsound();
}

/** Walks runs of the hybrid encoding without unpacking them: none may be longer than the values still to come. */
function walkRuns(view: DataView, start: number, width: number, values: number): void {
  const at = { offset: start };
  for (let seen = 0; seen < values; ) {
    const header = varInt(view, at);
    const isPacked = header % 2 === 1;
    const half = Math.floor(header / 2);
    const run = isPacked ? half * 8 : half;
    hold(run > 0 && run <= values - seen + (isPacked ? 7 : 0));
    at.offset += isPacked ? half * width : (width + 7) >> 3;
    hold(at.offset <= view.byteLength + (isPacked ? width : 0));
    seen += run;
  }
}

/** How many of the levels at a place are the greatest: the values that are not null. */
function walkLevels(view: DataView, start: number, greatest: number, values: number): number {
  const width = 32 - Math.clz32(greatest);
  walkRuns(view, start, width, values);
  const levels = new Array<number>(values);
  readRleBitPackedHybrid({ view, offset: start }, width, levels, 0);
  let whole = 0;
  for (const level of levels) if (level === greatest) whole++;
  return whole;
}

/** Runs of dictionary indices, or of booleans behind their length. */
function checkValues(view: DataView, start: number, encoding: string, type: string, values: number): void {
  hold(encoding !== undefined);
  if (values === 0) return;
  if (encoding.endsWith('DICTIONARY')) {
    const width = view.getUint8(start);
    hold(width <= 32);
    walkRuns(view, start + 1, width, values);
  } else if (encoding === 'RLE' && type === 'BOOLEAN') walkRuns(view, start + 4, 1, values);
}

function checkPage(bytes: Uint8Array, header: DataPageHeader, type: string, path: SchemaTree[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let values = header.num_values;
  for (const greatest of [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)]) {
    if (greatest === 0) continue;
    const length = view.getUint32(at, true);
    hold(at + 4 + length <= view.byteLength);
    values = walkLevels(view, at + 4, greatest, header.num_values);
    at += 4 + length;
  }
  const written = getMaxDefinitionLevel(path) > 0 ? values : header.num_values;
  // One value alone in its dictionary is written in no bits, and then without runs.
  if (header.encoding.endsWith('DICTIONARY') && view.getUint8(at) === 0) return;
  checkValues(view, at, header.encoding, type, written);
}

function checkPageV2(body: Uint8Array, page: PageHeader, meta: ColumnMetaData, path: SchemaTree[]): void {
  const header = page.data_page_header_v2!;
  const { num_values: values, num_nulls: nulls } = header;
  const [rep, def] = [header.repetition_levels_byte_length, header.definition_levels_byte_length];
  hold(nulls >= 0 && nulls <= values && rep >= 0 && def >= 0 && rep + def <= body.byteLength);
  const [deepest, greatest] = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)];
  hold(deepest > 0 ? header.num_rows <= values : header.num_rows === values);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (deepest > 0) walkRuns(view, 0, 32 - Math.clz32(deepest), values);
  if (greatest > 0) hold(walkLevels(view, rep, greatest, values) === values - nulls);
  const size = page.uncompressed_page_size - rep - def;
  hold(size >= 0);
  const packed = body.subarray(rep + def);
  const data = header.is_compressed === false ? packed : decompressPage(packed, size, meta.codec, undefined);
  const dataView = new DataView(data.buffer, data.byteOffset, data.byteLength);
  checkValues(dataView, 0, header.encoding, meta.type, values - nulls);
}

function checkChunk(bytes: Uint8Array, meta: ColumnMetaData, rows: number, path: SchemaTree[]): void {
  const first = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
  const start = first > 0 ? Math.min(first, Number(meta.data_page_offset)) : Number(meta.data_page_offset);
  const length = Number(meta.total_compressed_size);
  hold(start >= 4 && length > 0 && start + length <= bytes.byteLength);
  const nested = getMaxRepetitionLevel(path) > 0;
  hold(nested || Number(meta.num_values) === rows);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, length);
  const reader = { view, offset: 0 };
  let left = Number(meta.num_values);
  while (left > 0) {
    const header = parquetHeader(reader);
    const [packed, size] = [header.compressed_page_size, header.uncompressed_page_size];
    hold(packed >= 0 && size >= 0 && size <= MOST_PAGE_BYTES && reader.offset + packed <= length);
    const body = new Uint8Array(view.buffer, view.byteOffset + reader.offset, packed);
    reader.offset += packed;
    if (header.type === 'DICTIONARY_PAGE') {
      hold((header.dictionary_page_header?.num_values ?? -1) <= size);
      continue;
    }
    const values = (header.data_page_header ?? header.data_page_header_v2)?.num_values ?? 0;
    hold(values > 0 && values <= left);
    left -= values;
    if (header.data_page_header)
      checkPage(decompressPage(body, size, meta.codec, undefined), header.data_page_header, meta.type, path);
    else checkPageV2(body, header, meta, path);
  }
}

/**
 * Whether the pages of a Parquet file are as long as its footer says, and no run in them longer than its page. The
 * decoder trusts both, and a damaged count makes it write billions of values.
 */
export function isSoundParquet(file: ArrayBuffer, metadata: FileMetaData): boolean {
  const bytes = new Uint8Array(file);
  try {
    const { children } = parquetSchema(metadata);
    hold(children.length > 0);
    const total = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    hold(total === Number(metadata.num_rows));
    for (const group of metadata.row_groups) {
      for (const { meta_data: meta, file_path: elsewhere } of group.columns) {
        if (meta === undefined || elsewhere !== undefined) throw new Unsound();
        checkChunk(bytes, meta, Number(group.num_rows), getSchemaPath(metadata.schema, meta.path_in_schema));
      }
    }
    return true;
  } catch {
    return false;
  }
}

import type { Problem, Result } from '#core/problem.ts';

/** Rows of a dBASE table, as the shapes count them: null for a row marked as deleted. */
export interface DbfTable {
  readonly rows: readonly (Readonly<Record<string, string>> | null)[];
}

interface Field {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
/** Language driver bytes that GIS programs write, where no .cpg says more (dBASE, ESRI). */
const DRIVERS: Readonly<Record<number, string>> = {
  3: 'windows-1252',
  87: 'windows-1252',
  79: 'big5',
  77: 'gbk',
};

function damaged(): Result<never> {
  const problem: Problem = { code: 'file/truncated', severity: 'error', detail: { found: 'dbf' } };
  return { ok: false, problems: [problem] };
}

/** The label of TextDecoder for what a .cpg file says: 'UTF-8', '1252', 'ANSI 1252', 'ISO 88591'. */
function labelOf(cpg: string): string | null {
  const text = cpg.trim().toLowerCase();
  if (text === '') return null;
  const number = /(\d{3,5})\s*$/.exec(text)?.[1];
  const candidates = [text, `windows-${number}`, `iso-8859-${number?.replace(/^8859/, '')}`];
  for (const label of number === '65001' ? ['utf-8'] : candidates) {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // not a label of the browser's: the next
    }
  }
  return null;
}

/**
 * Whether letters beyond ASCII are those of UTF-8: null where there are none. Cells are cut to their width in bytes, so
 * that the last letter of one may be broken.
 */
function isUtf8(cells: Uint8Array): boolean | null {
  let [whole, broken] = [0, 0];
  for (let k = 0; k < cells.length; k++) {
    const lead = cells[k] ?? 0;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    const tail = cells.subarray(k + 1, k + 1 + more);
    const complete =
      lead < 0xf5 && more > 0 && tail.length === more && tail.every((byte) => (byte & 0xc0) === 0x80);
    if (complete) k += more;
    if (complete) whole++;
    else broken++;
  }
  return whole + broken === 0 ? null : whole > 10 * broken || (broken <= 1 && whole > 0);
}

/** The encoding of a table: stated by its .cpg where its bytes can be that, else UTF-8, else by its language driver. */
function encodingOf(cells: Uint8Array, driver: number, cpg: string): string {
  const stated = labelOf(cpg);
  const utf8 = isUtf8(cells);
  const single = DRIVERS[driver] ?? 'windows-1252';
  if (utf8 === true && (stated === null || stated.startsWith('windows-125'))) return 'utf-8';
  if (utf8 === false && (stated === null || stated === 'utf-8')) return single;
  return stated ?? 'utf-8';
}

function fieldsOf(bytes: Uint8Array, headerLength: number, decoder: TextDecoder): readonly Field[] {
  const fields: Field[] = [];
  let at = 1;
  for (
    let k = HEADER_BYTES;
    k + FIELD_BYTES <= headerLength && bytes[k] !== END_OF_FIELDS;
    k += FIELD_BYTES
  ) {
    const raw = bytes.subarray(k, k + 11);
    const end = raw.indexOf(0);
    const length = bytes[k + 16] ?? 0;
    fields.push({ name: decoder.decode(end < 0 ? raw : raw.subarray(0, end)).trim(), at, length });
    at += length;
  }
  return fields;
}

/**
 * A dBASE table (.dbf) as text: numbers keep their digits, empty cells are ''. Every size in its header is held
 * against the length of the file.
 * @param cpg text of the .cpg file beside it, '' without one.
 */
export function readDbf(bytes: Uint8Array, cpg: string): Result<DbfTable> {
  if (bytes.length < HEADER_BYTES + 1) return damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4, true);
  const [headerLength, rowLength] = [view.getUint16(8, true), view.getUint16(10, true)];
  if (headerLength < HEADER_BYTES + 1 || headerLength > bytes.length || rowLength < 1) return damaged();
  if (headerLength + count * rowLength > bytes.length) return damaged();
  const decoder = new TextDecoder(encodingOf(bytes.subarray(headerLength), bytes[29] ?? 0, cpg));
  const fields = fieldsOf(bytes, headerLength, decoder);
  if (fields.some(({ at, length }) => at + length > rowLength)) return damaged();
  const rows = Array.from({ length: count }, (_, k) => {
    const start = headerLength + k * rowLength;
    if (bytes[start] === DELETED) return null;
    const cells = fields.map(({ name, at, length }) => {
      const text = decoder.decode(bytes.subarray(start + at, start + at + length));
      return [name, text.replaceAll('\0', '').trim()] as const;
    });
    return Object.fromEntries(cells);
  });
  return { ok: true, value: { rows }, problems: [] };
}

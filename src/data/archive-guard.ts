import { Inflate } from 'fflate';
import type { Problem, Result } from '#core/problem.ts';

/** One file of an archive or folder, inflated: its path with forward slashes, relative to either. */
export interface ArchivePart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ArchiveLimits {
  readonly entries: number;
  readonly bytes: number;
  /** Largest ratio of size to packed size, looked at above `ratioBytes`. */
  readonly ratio: number;
  readonly ratioBytes: number;
}

/** A year of all villages of Indonesia fits; a spreadsheet's XML packs 10 to 60 times. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 2_000,
  bytes: 300 * 2 ** 20,
  ratio: 200,
  ratioBytes: 5 * 2 ** 20,
};

interface Entry {
  readonly path: string;
  readonly packed: number;
  readonly size: number;
  readonly stored: boolean;
  readonly encrypted: boolean;
  readonly offset: number;
  readonly crc: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const CHUNK_BYTES = 65_536;

function refusal(
  code: Problem['code'],
  detail?: Problem['detail'],
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ code, severity: 'error', ...(detail ? { detail } : {}) }] };
}

/** Tables for eight bytes at a time ("slicing by eight", Kounavis and Berry, 2005); the first is the one for one byte. */
const SLICES = 8;
const CRC_TABLE = new Uint32Array(256 * SLICES);
for (let n = 0; n < 256; n++) {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  CRC_TABLE[n] = value;
}
for (let n = 256; n < CRC_TABLE.length; n++) {
  const before = CRC_TABLE[n - 256]!;
  CRC_TABLE[n] = (before >>> 8) ^ CRC_TABLE[before & 0xff]!;
}

/** CRC-32 of ISO 3309, as ZIP uses it. */
function crc32(bytes: Uint8Array): number {
  const table = CRC_TABLE;
  const end = bytes.length;
  let crc = 0xffffffff;
  let k = 0;
  for (; k + SLICES <= end; k += SLICES) {
    crc ^= bytes[k]! | (bytes[k + 1]! << 8) | (bytes[k + 2]! << 16) | (bytes[k + 3]! << 24);
    crc =
      table[1792 + (crc & 0xff)]! ^
      table[1536 + ((crc >>> 8) & 0xff)]! ^
      table[1280 + ((crc >>> 16) & 0xff)]! ^
      table[1024 + (crc >>> 24)]! ^
      table[768 + bytes[k + 4]!]! ^
      table[512 + bytes[k + 5]!]! ^
      table[256 + bytes[k + 6]!]! ^
      table[bytes[k + 7]!]!;
  }
  for (; k < end; k++) crc = table[(crc ^ bytes[k]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function findEnd(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= last; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return -1;
}

/** The central directory: what the archive claims to hold. Null where it is cut off or damaged. */
function listEntries(bytes: Uint8Array, most: number): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const total = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let k = 0; k < Math.min(total, most + 1); k++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    if (method !== 0 && method !== 8) return null;
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      stored: method === 0,
      encrypted: (flags & 1) === 1,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // An entry more than was counted would be lost without a word.
  const more = entries.length === total && at + 4 <= end && view.getUint32(at, true) === ENTRY_SIGNATURE;
  return more ? null : entries;
}

function declaredProblem(entries: readonly Entry[], limits: ArchiveLimits): Problem | null {
  const bomb = (detail: Readonly<Record<string, string | number>>): Problem => ({
    code: 'file/zip-bomb',
    severity: 'error',
    detail,
  });
  if (entries.length > limits.entries) return bomb({ entries: entries.length, most: limits.entries });
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { path, packed, size, encrypted } of entries) {
    if (encrypted) return { code: 'file/encrypted-or-old', severity: 'error' };
    if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(path)) {
      return { code: 'file/unsafe-path', severity: 'error' };
    }
    if (size > limits.ratioBytes && size > limits.ratio * packed) {
      return bomb({ part: path, bytes: size, ratio: Math.round(size / Math.max(1, packed)) });
    }
  }
  return bytes > limits.bytes ? bomb({ bytes, most: limits.bytes }) : null;
}

/** Inflates one entry in small steps, and stops where it grows longer than it claims. */
function inflateEntry(bytes: Uint8Array, entry: Entry): Uint8Array | 'damaged' | 'longer' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, size } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return 'damaged';
  const nameLength = view.getUint16(offset + 26, true);
  const name = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + nameLength));
  // The name stands twice: a part under a wrong one would not be looked for.
  if (name !== entry.path) return 'damaged';
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (body.length !== packed) return 'damaged';
  if (entry.stored) return packed === size ? body.slice() : 'damaged';
  const out = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > size) throw new RangeError('longer than declared');
    out.set(chunk, length - chunk.length);
  });
  try {
    for (let at = 0; at < body.length; at += CHUNK_BYTES) {
      inflate.push(body.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= body.length);
    }
  } catch {
    return length > size ? 'longer' : 'damaged';
  }
  return length === size ? out : 'damaged';
}

/** Whether XML declares a document type or an entity, in any case and in one or two bytes a character. */
function declaresEntities(xml: Uint8Array): boolean {
  const letters = new TextDecoder('latin1');
  for (let at = xml.indexOf(0x3c); at >= 0; at = xml.indexOf(0x3c, at + 1)) {
    if (xml[at + 1] !== 0x21 && xml[at + 2] !== 0x21) continue;
    const word = letters.decode(xml.subarray(at, at + 24)).replaceAll('\0', '');
    if (/^<!(?:doctype|entity)/i.test(word)) return true;
  }
  return false;
}

const isXml = (path: string): boolean => /\.(?:xml|rels|vml|kml)$/i.test(path);

/**
 * All files of a ZIP archive, checked before and while they are inflated: number of entries, declared and real sizes,
 * ratio, paths, encryption, checksums, document types in XML. Folders are left out.
 */
export function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Result<readonly ArchivePart[]> {
  const entries = listEntries(bytes, limits.entries);
  if (entries === null) return refusal('file/truncated', { found: 'zip' });
  const declared = declaredProblem(entries, limits);
  if (declared) return { ok: false, problems: [declared] };
  const parts: ArchivePart[] = [];
  const taken = new Set<string>();
  for (const entry of entries) {
    if (entry.path.endsWith('/')) continue;
    if (taken.has(entry.path)) return refusal('file/unsafe-path', { part: entry.path });
    taken.add(entry.path);
    const inflated = inflateEntry(bytes, entry);
    if (inflated === 'longer') return refusal('file/zip-bomb', { part: entry.path });
    if (inflated === 'damaged') return refusal('file/truncated', { found: 'zip', part: entry.path });
    if (crc32(inflated) !== entry.crc) return refusal('file/checksum', { part: entry.path });
    if (isXml(entry.path) && declaresEntities(inflated))
      return refusal('file/unsafe-xml', { part: entry.path });
    parts.push({ path: entry.path, bytes: inflated });
  }
  return { ok: true, value: parts, problems: [] };
}

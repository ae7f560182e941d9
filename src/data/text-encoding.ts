import type { Problem, Result } from '#core/problem.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes looked at to tell text from a binary file. */
const SAMPLE_BYTES = 65_536;

function byteOrderMark(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: nearly every second byte of Latin text is NUL. */
function widePattern(bytes: Uint8Array): Encoding | null {
  const zeros: [number, number] = [0, 0];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (let k = 0; k < sample.length; k++) if (sample[k] === 0) zeros[k % 2 === 0 ? 0 : 1]++;
  const half = sample.length / 2;
  if (zeros[1] > half * 0.7 && zeros[0] < half * 0.1) return 'utf-16le';
  return zeros[0] > half * 0.7 && zeros[1] < half * 0.1 ? 'utf-16be' : null;
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, SAMPLE_BYTES);
  let controls = 0;
  for (let k = 0; k < sample.length; k++) {
    const unit = sample.charCodeAt(k);
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 0x1e && unit !== 0x1a)) controls++;
  }
  return controls > sample.length / 500;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** 1-based line in which the bytes stop being UTF-8. */
function firstForeignLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    if (decodeStrictly(bytes.subarray(from, to), 'utf-8') === null) return line;
    from = to + 1;
  }
  return line;
}

function guessed(encoding: Encoding, row: number): Problem {
  return { code: 'file/encoding-guessed', severity: 'warning', at: { row }, detail: { encoding } };
}

/** Text of one of the program's own files, which is UTF-8 and nothing else; `file` names it in the problem. */
export function decodeOwnText(bytes: Uint8Array, file: string): Result<string> {
  const value = decodeStrictly(bytes, 'utf-8');
  return value === null
    ? { ok: false, problems: [{ code: 'file/wrong-type', severity: 'error', at: { file } }] }
    : { ok: true, value, problems: [] };
}

/**
 * Text of a reader's file: UTF-8 or UTF-16 by its mark, else UTF-8 where it is that throughout, else UTF-16 or Windows-1252 with
 * `file/encoding-guessed`. A binary file is refused as `file/unrecognized`.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const mark = byteOrderMark(bytes);
  const body = mark ? bytes.subarray(mark.length) : bytes;
  const wide = mark ? null : widePattern(bytes);
  const certain = decodeStrictly(body, mark?.encoding ?? wide ?? 'utf-8');
  const problems: Problem[] = [];
  if (wide) problems.push(guessed(wide, 1));
  if (certain === null) problems.push(guessed('windows-1252', firstForeignLine(body)));
  const text = certain ?? new TextDecoder('windows-1252').decode(body);
  if (isBinary(text)) {
    return {
      ok: false,
      problems: [{ code: 'file/unrecognized', severity: 'error', detail: { found: 'binary' } }],
    };
  }
  return { ok: true, value: text, problems };
}

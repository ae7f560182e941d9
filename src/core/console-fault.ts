/** Why a question of a reader was not answered. */
export type ConsoleFaultKind =
  | 'syntax'
  | 'no-table'
  | 'no-column'
  | 'not-read'
  | 'engine'
  | 'timeout'
  | 'memory'
  | 'unavailable';

export interface ConsoleFault {
  readonly kind: ConsoleFaultKind;
  /** In the reader's text, from 1; null where the engine names no place. */
  readonly line: number | null;
  readonly column: number | null;
  /** The word it is about; '' where it names none. */
  readonly word: string;
  /** What the engine says itself, in English; '' where that adds nothing. */
  readonly detail: string;
}

/** Lines that the question puts before the reader's text. */
const LINES_BEFORE = 1;

const KINDS: readonly (readonly [ConsoleFaultKind, RegExp])[] = [
  ['not-read', /multiple statements|Permission Error|file system operations are disabled|can only read/i],
  ['no-table', /Table with name (?<word>\S+) does not exist/],
  ['no-column', /Referenced column "(?<word>[^"]+)" not found/],
  ['no-column', /does not have a column named "(?<word>[^"]+)"/],
  ['syntax', /syntax error at or near "(?<word>[^"]*)"/],
  ['syntax', /^Parser Error/],
];

/** Where in the reader's text: the engine draws the line, cut on the left where it is long, and a caret below. */
function placeOf(message: string, text: string): readonly [number | null, number | null] {
  const drawn = /^LINE (\d+): (.*)\n( *)\^/m.exec(message);
  if (drawn === null) return [null, null];
  const [, number = '', shown = '', blank = ''] = drawn;
  const lines = text.trim().split('\n');
  const line = Number(number) - LINES_BEFORE;
  const own = lines[line - 1];
  // What was put behind the text.
  if (own === undefined) return [lines.length, (lines.at(-1) ?? '').length + 1];
  const caret = blank.length - `LINE ${number}: `.length;
  const bare = shown.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const start = own.indexOf(bare);
  const dots = shown.startsWith('...') ? 3 : 0;
  return [line, Math.max(1, Math.max(0, start) + caret - dots + 1)];
}

/** What an engine said of a question, sorted, with its place in the text as it was written. */
export function consoleFault(message: string, text: string): ConsoleFault {
  const [line, column] = placeOf(message, text);
  for (const [kind, pattern] of KINDS) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const word = found.groups?.word ?? '';
    // The bracket that closes the question is ours: the text ended too early.
    const ended = kind === 'syntax' && word === ')' && line === text.trim().split('\n').length;
    return { kind, line, column, word: ended ? '' : word, detail: firstLine(message) };
  }
  return { kind: 'engine', line, column, word: '', detail: firstLine(message) };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 400);
}

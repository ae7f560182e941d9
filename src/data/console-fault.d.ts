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
/** What an engine said of a question, sorted, with its place in the text as it was written. */
export declare function consoleFault(message: string, text: string): ConsoleFault;

export type FaultCode =
  | 'engine/canceled'
  | 'engine/crashed'
  | 'engine/out-of-memory'
  | 'engine/query'
  | 'engine/timeout'
  | 'engine/unavailable';

/**
 * The surroundings failed: not the reader's data (a Problem), not the program (a bug). Plain data, so that it crosses
 * threads; `detail` is technical text for a log, never shown as the message.
 *
 * canceled: the caller or a newer call ended it. crashed: the engine died, its tables are lost, the next call starts a
 * new one. out-of-memory: the memory limit was reached, the engine lives. query: the engine refused the statement.
 * timeout: no answer in time. unavailable: the engine could not be started.
 */
export interface Fault {
  readonly code: FaultCode;
  readonly detail: string;
}

/** A Fault on its way through promises. Carries nothing that `fault` does not. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;

  constructor(code: FaultCode, detail: string) {
    super(`${code}: ${detail}`);
    this.fault = { code, detail };
  }
}

/** The fault behind a rejection, or null where it is none (then it is a bug: rethrow it). */
export function faultOf(reason: unknown): Fault | null {
  return reason instanceof FaultError ? reason.fault : null;
}

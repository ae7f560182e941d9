import type { Table } from '@uwdata/flechette';
import { FaultError } from '#core/fault.ts';
import { invariant } from '#core/problem.ts';
import { EngineSession, type EngineSource } from './engine-session.ts';
import type { SqlValue } from './sql.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** From the start of the call, not counting the wait for others or for the engine itself. */
  readonly timeoutMs?: number;
  /** A waiting call with the same key is dropped (engine/canceled) in favor of this one. */
  readonly supersedes?: string;
}

export interface EngineOptions {
  readonly callTimeoutMs?: number;
  readonly bootTimeoutMs?: number;
  /** How long a canceled call may go on before the engine is killed for it. */
  readonly graceMs?: number;
}

/**
 * DuckDB behind a port: one instance, started by the first call, locked before it sees any data, one call at a time.
 * Every call settles: with its result or with a FaultError. After a crash, a kill or `restart` the next call finds a
 * new, empty database; `session` then differs.
 */
export interface Engine {
  /** Columns of the result. Enum columns break where a result is empty: cast them to text. */
  query(sql: string, params?: readonly SqlValue[], options?: CallOptions): Promise<Table>;
  /** Creates a table from an Arrow IPC stream. The bytes are transferred: the caller's buffer is empty afterwards. */
  insertArrow(
    table: { schema?: string; name: string },
    ipc: Uint8Array,
    options?: CallOptions,
  ): Promise<void>;
  /** Starts the engine, where it is not yet running. */
  warm(options?: CallOptions): Promise<void>;
  /** Rejects every call under way or waiting with engine/canceled and drops all tables. */
  restart(): void;
  /** The same, for good. */
  terminate(): void;
  /** Number of the database in use or to be started next. */
  readonly session: number;
}

interface Call {
  readonly id: number;
  readonly options: CallOptions;
  readonly run: (session: EngineSession) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

const NAME = /^[a-z_][a-z0-9_]*$/;

export function createEngine(source: EngineSource, options: EngineOptions = {}): Engine {
  const { callTimeoutMs = 30_000, bootTimeoutMs = 60_000, graceMs = 2_000 } = options;
  const waiting: Call[] = [];
  let current: Call | null = null;
  let session: EngineSession | null = null;
  let sessions = 0;
  let calls = 0;
  let closed = false;

  function enqueue<T>(run: (session: EngineSession) => Promise<T>, call: CallOptions): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (closed) return reject(new FaultError('engine/unavailable', 'terminated'));
      if (call.signal?.aborted) return reject(new FaultError('engine/canceled', 'aborted before the call'));
      if (call.supersedes !== undefined)
        drop((other) => other.options.supersedes === call.supersedes, 'superseded');
      calls += 1;
      const id = calls;
      call.signal?.addEventListener('abort', () => drop((other) => other.id === id, 'aborted'), {
        once: true,
      });
      waiting.push({ id, options: call, run, resolve: resolve as (value: unknown) => void, reject });
      void pump();
    });
  }

  function drop(which: (call: Call) => boolean, why: string): void {
    for (let k = waiting.length - 1; k >= 0; k--) {
      const call = waiting[k]!;
      if (!which(call)) continue;
      waiting.splice(k, 1);
      call.reject(new FaultError('engine/canceled', why));
    }
  }

  async function pump(): Promise<void> {
    if (current !== null) return;
    const call = waiting.shift();
    if (call === undefined) return;
    current = call;
    try {
      await perform(call);
    } finally {
      current = null;
      void pump();
    }
  }

  /** Settles the call early on abort or timeout, but returns only when the engine is free again, or dead. */
  async function perform(call: Call): Promise<void> {
    const { signal, timeoutMs = callTimeoutMs } = call.options;
    let grace: ReturnType<typeof setTimeout> | undefined;
    let using: EngineSession | null = null;
    const giveUp = (code: 'engine/canceled' | 'engine/timeout', why: string) => {
      call.reject(new FaultError(code, why));
      using?.cancel();
      grace ??= setTimeout(
        () => using?.die('engine/crashed', `no answer ${graceMs} ms after a cancel`),
        graceMs,
      );
    };
    const aborted = () => giveUp('engine/canceled', 'aborted');
    signal?.addEventListener('abort', aborted, { once: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      using = await living();
      if (signal?.aborted) return;
      timer = setTimeout(() => giveUp('engine/timeout', `no answer in ${timeoutMs} ms`), timeoutMs);
      call.resolve(await call.run(using));
    } catch (error) {
      call.reject(error);
    } finally {
      clearTimeout(timer);
      clearTimeout(grace);
      signal?.removeEventListener('abort', aborted);
    }
  }

  async function living(): Promise<EngineSession> {
    if (session !== null && !session.dead) return session;
    if (session !== null) sessions += 1;
    session = null;
    const asked = sessions;
    const started = await EngineSession.start(source, bootTimeoutMs);
    if (closed || asked !== sessions) {
      started.die('engine/canceled', 'restarted while starting');
      throw new FaultError('engine/canceled', 'restarted while starting');
    }
    session = started;
    return started;
  }

  function restart(): void {
    drop(() => true, 'restarted');
    current?.reject(new FaultError('engine/canceled', 'restarted'));
    session?.die('engine/canceled', 'restarted');
    session = null;
    sessions += 1;
  }

  return {
    query: (sql, params = [], call = {}) => enqueue((living) => living.query(sql, params), call),
    insertArrow: ({ schema = 'main', name }, ipc, call = {}) => {
      invariant(NAME.test(schema) && NAME.test(name), 'table names are plain lower-case identifiers');
      return enqueue((living) => living.insertArrow(schema, name, ipc), call);
    },
    warm: (call = {}) => enqueue(async () => undefined, call),
    restart,
    terminate: () => {
      closed = true;
      restart();
    },
    get session() {
      return session?.dead ? sessions + 1 : sessions;
    },
  };
}

import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { type Table, tableFromIPC } from '@uwdata/flechette';
import { type FaultCode, FaultError } from '#core/fault.ts';
import { LOCKDOWN, type SqlValue } from './sql.ts';

/** The members of a Worker that the engine uses: a browser's Worker is one, a thread of Node can be made one. */
export type EngineWorker = Pick<
  Worker,
  'postMessage' | 'terminate' | 'addEventListener' | 'removeEventListener'
>;

/** Where the engine comes from. */
export interface EngineSource {
  /** Address (in Node: path) of duckdb-eh.wasm. */
  readonly mainModule: string;
  /** Starts the worker script that belongs to it. */
  readonly startWorker: () => EngineWorker;
  /** Rejects where the module cannot be had. The worker, left alone with that, would fall silent. */
  readonly probe?: () => Promise<void>;
}

/** What the engine threw, sorted. The worker flattens every error to its name and message. */
function faultCode(error: Error): FaultCode {
  if (error.name === 'RuntimeError' || error.name === 'RangeError') return 'engine/crashed';
  if (/^(INTERNAL|FATAL) Error/.test(error.message)) return 'engine/crashed';
  if (/query was canceled|^INTERRUPT Error/.test(error.message)) return 'engine/canceled';
  if (/^Out of Memory Error|std::bad_alloc/.test(error.message)) return 'engine/out-of-memory';
  return 'engine/query';
}

function asFaultError(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const thrown = error instanceof Error ? error : new Error(String(error));
  return new FaultError(faultCode(thrown), thrown.message);
}

/**
 * One life of the engine: a worker, a database in memory, a connection. Once dead it stays dead, and every call it had
 * under way is rejected: the library itself would leave them pending for ever.
 */
export class EngineSession {
  readonly #worker: EngineWorker;
  readonly #database: AsyncDuckDB;
  readonly #rejections = new Set<(fault: FaultError) => void>();
  #connection = -1;
  #death: FaultError | null = null;

  private constructor(worker: EngineWorker, database: AsyncDuckDB) {
    this.#worker = worker;
    this.#database = database;
    worker.addEventListener('error', (event) => {
      const { message } = event as ErrorEvent;
      this.die('engine/crashed', message ?? 'worker error');
    });
  }

  static async start(source: EngineSource, bootTimeoutMs: number): Promise<EngineSession> {
    const { AsyncDuckDB, VoidLogger } = await import('@duckdb/duckdb-wasm');
    const worker = source.startWorker();
    const session = new EngineSession(worker, new AsyncDuckDB(new VoidLogger(), worker as Worker));
    const timer = setTimeout(() => session.die('engine/unavailable', 'start timed out'), bootTimeoutMs);
    try {
      await session.#guard(session.#boot(source));
      return session;
    } catch (error) {
      const { fault } = asFaultError(error);
      session.die('engine/unavailable', fault.detail);
      throw new FaultError('engine/unavailable', fault.detail);
    } finally {
      clearTimeout(timer);
    }
  }

  async #boot({ mainModule, probe }: EngineSource): Promise<void> {
    await probe?.();
    await this.#database.instantiate(mainModule);
    await this.#database.open({ path: ':memory:' });
    this.#connection = await this.#database.connectInternal();
    for (const statement of LOCKDOWN) await this.#send(statement);
  }

  get dead(): boolean {
    return this.#death !== null;
  }

  query(sql: string, params: readonly SqlValue[]): Promise<Table> {
    return this.#guard(params.length === 0 ? this.#send(sql) : this.#sendPrepared(sql, params));
  }

  /** Creates a table from an Arrow IPC stream. The bytes are transferred: the caller's buffer is empty afterwards. */
  insertArrow(schema: string, name: string, ipc: Uint8Array): Promise<void> {
    const options = { schema, name, create: true };
    return this.#guard(this.#database.insertArrowFromIPCStream(this.#connection, ipc, options));
  }

  /** Asks the statement under way to stop; it then rejects by itself, if it listens. */
  cancel(): void {
    if (!this.dead) this.#database.cancelPendingQuery(this.#connection).catch(() => undefined);
  }

  die(code: FaultCode, detail: string): void {
    if (this.#death !== null) return;
    this.#death = new FaultError(code, detail);
    this.#database.detach();
    this.#worker.terminate();
    for (const reject of this.#rejections) reject(this.#death);
    this.#rejections.clear();
  }

  /** Settles as `work` does, or as soon as the session dies. An engine that trapped is in no state to go on. */
  #guard<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#death !== null) return reject(this.#death);
      this.#rejections.add(reject);
      work.then(resolve, (error: unknown) => {
        const fault = asFaultError(error);
        if (fault.fault.code === 'engine/crashed') this.die('engine/crashed', fault.fault.detail);
        reject(fault);
      });
      const settled = () => this.#rejections.delete(reject);
      work.then(settled, settled);
    });
  }

  /** In small steps: only between them can a cancel arrive. */
  async #send(sql: string): Promise<Table> {
    let header = await this.#database.startPendingQuery(this.#connection, sql, true);
    while (header === null) header = await this.#database.pollPendingQuery(this.#connection);
    const parts = [header];
    for (;;) {
      const part = await this.#database.fetchQueryResults(this.#connection);
      if (part === null) continue;
      if (part.length === 0) return tableFromIPC(parts);
      parts.push(part);
    }
  }

  async #sendPrepared(sql: string, params: readonly SqlValue[]): Promise<Table> {
    const statement = await this.#database.createPrepared(this.#connection, sql);
    try {
      return tableFromIPC(await this.#database.runPrepared(this.#connection, statement, [...params]));
    } finally {
      if (!this.dead) await this.#database.closePrepared(this.#connection, statement);
    }
  }
}

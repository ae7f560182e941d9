import { type ConsoleFault, consoleFault } from '#core/console-fault.ts';
import type { Dataset } from '#core/dataset.ts';
import { FaultError, faultOf } from '#core/fault.ts';
import { type ConsoleTable, consoleContent, consoleQuestion } from '#data/console-tables.ts';
import type { Engine, EngineOptions } from '#data/engine.ts';

export type ConsoleValue = string | number | null;

export type ConsoleAnswer =
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly ConsoleValue[])[];
      /** Whether there are more rows than are given. */
      readonly more: boolean;
    }
  | { readonly kind: 'fault'; readonly fault: ConsoleFault }
  | { readonly kind: 'canceled' };

/** Asks the cells of one dataset in an engine of its own, that holds nothing else and can be lost without harm. */
export interface SqlConsole {
  readonly tables: readonly ConsoleTable[];
  ask(text: string, signal: AbortSignal): Promise<ConsoleAnswer>;
  end(): void;
}

/** No more is shown or handed out. */
export const MOST_ROWS = 10_000;
const TIMEOUT_MS = 30_000;

function plainValue(value: unknown): ConsoleValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object'
    ? JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? one.toString() : one))
    : String(value);
}

function faultText(error: unknown, text: string): ConsoleFault {
  const fault = faultOf(error);
  const bare = (kind: ConsoleFault['kind']): ConsoleFault => ({
    kind,
    line: null,
    column: null,
    word: '',
    detail: '',
  });
  switch (fault?.code) {
    case 'engine/query':
      return consoleFault(fault.detail, text);
    case 'engine/timeout':
      return bare('timeout');
    case 'engine/out-of-memory':
      return bare('memory');
    default:
      return bare('unavailable');
  }
}

export function createSqlConsole(
  dataset: Dataset,
  startEngine: (options: EngineOptions) => Engine,
): SqlConsole {
  const content = consoleContent(dataset);
  const engine = startEngine({ callTimeoutMs: TIMEOUT_MS });
  let filled = -1;

  /** An engine that was killed comes back empty. */
  async function fill(): Promise<void> {
    await engine.warm();
    if (filled === engine.session) return;
    await engine.query('CREATE SCHEMA held');
    for (const { name, ipc } of content.inserts()) await engine.insertArrow({ schema: 'held', name }, ipc);
    for (const statement of content.statements) await engine.query(statement);
    filled = engine.session;
  }

  return {
    tables: content.tables,
    async ask(text, signal) {
      try {
        await fill();
        if (signal.aborted) return { kind: 'canceled' };
        const table = await engine.query(consoleQuestion(text), [MOST_ROWS + 1], { signal });
        const columns = table.names.map((_, k) => table.getChildAt(k));
        const rows = Array.from({ length: Math.min(table.numRows, MOST_ROWS) }, (_, row) =>
          columns.map((column) => plainValue(column.at(row))),
        );
        return { kind: 'rows', columns: table.names.map(String), rows, more: table.numRows > MOST_ROWS };
      } catch (error) {
        if (!(error instanceof FaultError)) throw error;
        if (error.fault.code === 'engine/canceled') return { kind: 'canceled' };
        return { kind: 'fault', fault: faultText(error, text) };
      }
    },
    end: () => engine.terminate(),
  };
}

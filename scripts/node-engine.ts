import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { EngineSource, EngineWorker } from '#data/engine-session.ts';

const require = createRequire(import.meta.url);

const BOOTSTRAP = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
require(workerData);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

/** A thread of Node that looks like a browser's worker to the engine. */
function threadAsWorker(script: string): EngineWorker & { readonly kill: () => void } {
  // The library logs every refused statement on the thread's stdout.
  const thread = new Worker(BOOTSTRAP, { eval: true, workerData: script, stdout: true });
  const worker = {
    postMessage: (message: unknown, transfer?: Transferable[]) =>
      thread.postMessage(message, transfer as ArrayBuffer[]),
    terminate: () => void thread.terminate(),
    addEventListener: (type: string, listener: (event: unknown) => void) => {
      if (type === 'message') thread.on('message', (data) => listener({ data }));
      if (type === 'error') thread.on('error', (error) => listener({ message: error.message }));
    },
    removeEventListener: () => thread.removeAllListeners(),
    kill: () => thread.postMessage(null),
  };
  return worker as unknown as EngineWorker & { readonly kill: () => void };
}

/** The real engine, in Node. `started` counts the lives it has had. */
export function nodeEngineSource(): EngineSource & { readonly started: number; killWorker(): void } {
  let started = 0;
  let last: ReturnType<typeof threadAsWorker> | null = null;
  return {
    mainModule: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
    startWorker: () => {
      started += 1;
      last = threadAsWorker(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs'));
      return last;
    },
    get started() {
      return started;
    },
    killWorker: () => last?.kill(),
  };
}

import mainWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { EngineSource } from './engine-session.ts';

/** The engine's files as the build serves them, from the page's own origin. */
export const ENGINE_ASSETS: EngineSource = {
  mainModule: new URL(mainModule, self.location.href).href,
  startWorker: () => new Worker(new URL(mainWorker, self.location.href).href, { name: 'engine' }),
};

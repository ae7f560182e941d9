import mainWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { EngineSource } from './engine-session.ts';

const MODULE = new URL(mainModule, self.location.href).href;

/** The engine's files as the build serves them, from the page's own origin. */
export const ENGINE_ASSETS: EngineSource = {
  mainModule: MODULE,
  startWorker: () => new Worker(new URL(mainWorker, self.location.href).href, { name: 'engine' }),
  probe: async () => {
    const { ok, status } = await fetch(MODULE, { method: 'HEAD' });
    if (!ok) throw new Error(`engine module: HTTP ${status}`);
  },
};

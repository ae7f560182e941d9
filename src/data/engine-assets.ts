import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import type { EngineSource } from './engine-session.ts';

const MODULE = new URL(mainModule, self.location.href).href;

/** The engine's files as the build serves them, from the page's own origin. */
export const ENGINE_ASSETS: EngineSource = {
  mainModule: MODULE,
  startWorker: () =>
    openWatchedWorker({
      kind: 'engine',
      start: (name) => new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name }),
    }),
  probe: async () => {
    const { ok, status } = await fetch(MODULE, { method: 'HEAD' });
    if (!ok) throw new Error(`engine module: HTTP ${status}`);
  },
};

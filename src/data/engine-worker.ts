import * as engine from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';
import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';

// Its package says that importing it does nothing; only what is used of it stays in a build.
if (typeof self.onmessage !== 'function') throw new Error(`no engine, only ${Object.keys(engine)}`);
liveAs(self.name);
// Its module is all that it fetches; what it is asked with SQL can reach nothing.
sealWorker(self, (address) => {
  const { origin, pathname } = new URL(address, self.location.href);
  return origin === self.location.origin && pathname.endsWith('.wasm');
});

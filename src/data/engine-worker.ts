import * as engine from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';
import { liveAs } from '#thread/worker-life.ts';

// Its package says that importing it does nothing; only what is used of it stays in a build.
if (typeof self.onmessage !== 'function') throw new Error(`no engine, only ${Object.keys(engine)}`);
liveAs(self.name);

/** The whole of a release's serve.mjs: `node serve.mjs [port]` serves the folder `situs` beside it. */
import { fileURLToPath } from 'node:url';
import { serve } from './serve.ts';

const [, , wanted] = process.argv;
const site = fileURLToPath(new URL('situs/', import.meta.url));
const server = await serve(site, ...(wanted === undefined ? [] : [Number(wanted)]));
console.log(server.url);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());

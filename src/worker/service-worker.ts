/**
 * Keeps every part of one version of the program on the machine and answers with it, whatever becomes of server and
 * network. The build writes PARTS and VERSION before this text (scripts/service-worker.ts), and makes one plain script of
 * it: nothing is imported here but types.
 */
import type { HeldPart } from './held-part.ts';

declare const PARTS: readonly HeldPart[];
declare const VERSION: string;

const scope = self as unknown as ServiceWorkerGlobalScope;
const base = new URL('./', scope.location.href);
const PREFIX = `peta-sasaran ${base.pathname} `;
const HELD = `${PREFIX}${VERSION}`;
/** Named by their content: the same address is the same file in every version. */
const HASHED = new URL('assets/', base).href;
const AT_ONCE = 4;

const integrities = new Map(PARTS.map(({ path, integrity }) => [new URL(path, base).href, integrity]));

async function ownCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function heldAnywhere(address: string): Promise<Response | undefined> {
  for (const name of await ownCaches()) {
    const held = await (await caches.open(name)).match(address);
    if (held !== undefined) return held;
  }
  return undefined;
}

async function hold(cache: Cache, address: string, integrity: string): Promise<void> {
  if ((await cache.match(address)) !== undefined) return;
  const hashed = address.startsWith(HASHED);
  const known = hashed ? await heldAnywhere(address) : undefined;
  const response = known ?? (await fetch(address, { integrity, cache: hashed ? 'default' : 'no-cache' }));
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  await cache.put(address, response);
}

/** What is held already stays, so that a filling that was cut off goes on where it was. */
async function fill(): Promise<void> {
  const cache = await caches.open(HELD);
  const waiting = [...integrities];
  const next = async (): Promise<void> => {
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) await hold(cache, ...part);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** The version before stays: pages of it may still be open in other tabs. */
async function dropOlder(): Promise<void> {
  const older = (await ownCaches()).filter((name) => name !== HELD).slice(0, -1);
  for (const name of older) await caches.delete(name);
}

/** The address under which what is asked for may be held; null where it is none of ours. */
function heldAddress(request: Request): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const address = url.href === new URL('index.html', base).href ? base.href : url.href;
  return integrities.has(address) || address.startsWith(HASHED) ? address : null;
}

async function answer(address: string, request: Request): Promise<Response> {
  const held = (await (await caches.open(HELD)).match(address)) ?? (await heldAnywhere(address));
  if (held === undefined) return fetch(request);
  if (held.url === request.url && request.method === 'GET') return held;
  // A page or worker takes the address of its answer for its own, and would lose what was asked after the `?`.
  const { status, statusText, headers } = held;
  return new Response(request.method === 'HEAD' ? null : held.body, { status, statusText, headers });
}

scope.addEventListener('install', (event) => event.waitUntil(fill()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([scope.clients.claim(), dropOlder()])),
);
scope.addEventListener('fetch', (event) => {
  const address = heldAddress(event.request);
  if (address !== null) event.respondWith(answer(address, event.request));
});
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});

/** Everything by which a worker could reach the network, or start something that could. */
const WAYS_OUT = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'caches',
  'importScripts',
  'Worker',
  'SharedWorker',
] as const;

/** What a worker's `fetch` is given, as far as its address is concerned. */
type Asked = string | { readonly url: string } | { readonly href: string };
type Fetching = (asked: Asked, ...more: readonly unknown[]) => unknown;

function addressOf(asked: Asked): string {
  if (typeof asked === 'string') return asked;
  return 'url' in asked ? asked.url : asked.href;
}

/**
 * Takes from a worker that sees an office's figures its ways out. The policy of the page says the same, but where a
 * server sends no headers a policy in the page does not reach its workers.
 * @param mayFetch the addresses that are still fetched; without it none is. All others throw.
 */
export function sealWorker(scope: object, mayFetch?: (address: string) => boolean): void {
  const own = (scope as { readonly fetch?: Fetching }).fetch;
  const guarded: Fetching = (asked, ...more) => {
    if (own === undefined || mayFetch?.(addressOf(asked)) !== true) throw new TypeError('sealed');
    return own.call(scope, asked, ...more);
  };
  for (const name of WAYS_OUT) {
    for (let owner: object | null = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
      if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
    }
    const value = name === 'fetch' && mayFetch !== undefined ? guarded : undefined;
    Object.defineProperty(scope, name, { value, writable: false, configurable: false });
  }
}

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

/**
 * Takes from a worker that reads an office's files its ways out. The policy of the page says the same, but where a
 * server sends no headers a policy in the page does not reach its workers.
 */
export function sealWorker(scope: object): void {
  for (const name of WAYS_OUT) {
    for (let owner: object | null = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
      if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
    }
    Object.defineProperty(scope, name, { value: undefined, writable: false, configurable: false });
  }
}

/** What a worker says on the channel of its name. */
export const ALIVE = 'alive';
/** What it is asked there. */
export const PING = 'ping';

/**
 * The worker's side of `watchLife`, called before anything that may take long: holds a lock of this name for as long as
 * the worker lives, and answers when it is asked. What nobody in the worker catches is told to the page: a rejection
 * would otherwise be heard of nowhere.
 * @param name known to the page that started the worker, and to it alone.
 */
export function liveAs(name: string): void {
  addEventListener('unhandledrejection', ({ reason }) => reportError(reason));
  const channel = new BroadcastChannel(name);
  const tell = (): void => channel.postMessage(ALIVE);
  channel.addEventListener('message', ({ data }) => {
    if (data === PING) tell();
  });
  // Locks are missing where the page is not a secure context.
  if (!('locks' in navigator)) {
    tell();
    return;
  }
  void navigator.locks.request(name, () => {
    tell();
    return new Promise<never>(() => {});
  });
}

/** Files that are read one lot after another, in the order in which they came: none takes the place of another. */
export interface FileQueue {
  take(files: readonly File[]): void;
  /** Ends what is being read, and forgets what waits. */
  cancel(): void;
}

/**
 * @param read must not reject; it is told by its signal to stop.
 * @param onIdle is called when nothing is being read any more.
 */
export function createFileQueue(
  read: (files: readonly File[], signal: AbortSignal) => Promise<void>,
  onIdle: () => void,
): FileQueue {
  let waiting: (readonly File[])[] = [];
  let running: AbortController | null = null;

  async function work(own: AbortController): Promise<void> {
    for (let files = waiting.shift(); files !== undefined; files = waiting.shift()) {
      await read(files, own.signal);
      if (running !== own) return;
    }
    running = null;
    onIdle();
  }

  return {
    take(files) {
      if (files.length === 0) return;
      waiting.push(files);
      if (running !== null) return;
      running = new AbortController();
      void work(running);
    },
    cancel() {
      if (running === null) return;
      waiting = [];
      running.abort();
      running = null;
      onIdle();
    },
  };
}

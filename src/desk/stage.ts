import type { Loadable, Ready } from '#picture/loadable.ts';
export interface StageOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

export interface Stage<Input> {
  /** The same input again does nothing; another ends the work on the one before; null ends all of it. */
  want(input: Input | null): void;
  /** The reader's own stop: stays so until another input is wanted, or `again`. */
  cancel(): void;
  /** Tries the present input once more. */
  again(): void;
}

/**
 * Runs long work for the input wanted last, whatever the order in which runs end. An answer is published with the input
 * it belongs to; failures are not remembered.
 */
export function createStage<Input, Value>(
  run: (input: Input, options: StageOptions) => Promise<Value>,
  isSame: (a: Input, b: Input) => boolean,
  publish: (now: Loadable<Input, Value>) => void,
): Stage<Input> {
  let wanted: Input | null = null;
  let running: AbortController | null = null;
  let last: Ready<Input, Value> | null = null;

  const end = (): void => {
    running?.abort();
    running = null;
  };
  const start = (input: Input): void => {
    end();
    const own = new AbortController();
    running = own;
    const current = () => running === own;
    publish({ state: 'running', input, progress: 0, last });
    const onProgress = (progress: number): void => {
      if (current()) publish({ state: 'running', input, progress, last });
    };
    run(input, { signal: own.signal, onProgress }).then(
      (value) => {
        if (!current()) return;
        running = null;
        last = { state: 'ready', input, value };
        publish(last);
      },
      (reason: unknown) => {
        if (!current()) return;
        running = null;
        publish({ state: 'failed', input, reason });
      },
    );
  };

  return {
    want(input) {
      if (input === null) {
        if (wanted === null) return;
        end();
        wanted = null;
        last = null;
        publish({ state: 'idle' });
        return;
      }
      if (wanted !== null && isSame(wanted, input)) return;
      wanted = input;
      if (last !== null && isSame(last.input, input)) {
        end();
        publish(last);
        return;
      }
      start(input);
    },
    cancel() {
      if (running === null || wanted === null) return;
      end();
      publish({ state: 'canceled', input: wanted });
    },
    again() {
      if (running === null && wanted !== null) start(wanted);
    },
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStage } from '#desk/stage.ts';
import type { Loadable } from '#picture/loadable.ts';

type Shown = Loadable<number, string>;

/** Work whose ends are given by hand. */
function rig() {
  const runs: {
    input: number;
    signal: AbortSignal;
    onProgress: (share: number) => void;
    resolve: () => void;
    reject: () => void;
  }[] = [];
  const shown: Shown[] = [];
  const stage = createStage<number, string>(
    (input, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        runs.push({
          input,
          signal,
          onProgress,
          resolve: () => resolve(`of ${input}`),
          reject: () => reject(new Error(`no ${input}`)),
        });
      }),
    (a, b) => a === b,
    (now) => shown.push(now),
  );
  return { runs, shown, stage };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a stage', () => {
  it('shows in the end what belongs to the input wanted last, in whatever order runs end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        fc.infiniteStream(fc.boolean()),
        async (inputs, order, ending) => {
          const { runs, shown, stage } = rig();
          for (const input of inputs) {
            stage.want(input);
            if (ending.next().value) {
              runs[order.next().value % runs.length]?.resolve();
              await settled();
            }
          }
          for (const run of [...runs].sort(() => (ending.next().value ? 1 : -1))) run.resolve();
          await settled();
          const wanted = inputs.at(-1)!;
          expect(shown.at(-1)).toEqual({ state: 'ready', input: wanted, value: `of ${wanted}` });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('runs once for the same input, and ends the run of an older one', async () => {
    const { runs, stage } = rig();
    stage.want(1);
    stage.want(1);
    stage.want(2);
    expect(runs.map(({ input, signal }) => [input, signal.aborted])).toEqual([
      [1, true],
      [2, false],
    ]);
    stage.want(null);
    expect(runs[1]?.signal.aborted).toBe(true);
  });

  it('keeps the last answer beside a new run, and gives it back without running', async () => {
    const { runs, shown, stage } = rig();
    stage.want(1);
    runs[0]?.resolve();
    await settled();
    stage.want(2);
    expect(shown.at(-1)).toMatchObject({ state: 'running', input: 2, last: { input: 1, value: 'of 1' } });
    stage.want(1);
    expect(shown.at(-1)).toMatchObject({ state: 'ready', input: 1 });
    expect(runs).toHaveLength(2);
  });

  it('tells progress of the present run only', () => {
    const { runs, shown, stage } = rig();
    stage.want(1);
    stage.want(2);
    runs[0]?.onProgress(0.9);
    runs[1]?.onProgress(0.1);
    expect(shown.at(-1)).toMatchObject({ input: 2, progress: 0.1 });
  });

  it('does not remember a failure or a stop', async () => {
    const { runs, shown, stage } = rig();
    stage.want(1);
    runs[0]?.reject();
    await settled();
    expect(shown.at(-1)).toMatchObject({ state: 'failed', input: 1 });
    stage.again();
    stage.cancel();
    expect(shown.at(-1)).toEqual({ state: 'canceled', input: 1 });
    stage.again();
    runs[2]?.resolve();
    await settled();
    expect(shown.at(-1)).toMatchObject({ state: 'ready', value: 'of 1' });
  });
});

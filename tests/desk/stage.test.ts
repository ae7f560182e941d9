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
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a stage', () => {
  it('shows in the end what became of the input wanted last, whichever runs fail and whenever they end', async () => {
    const wish = fc.record({ input: fc.integer({ min: 0, max: 3 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(wish, { minLength: 1, maxLength: 8 }),
        async (order, wishes) => {
          let wanted = -1;
          let runs = 0;
          let fails = false;
          const shown: Shown[] = [];
          const stage = createStage<number, string>(
            (input) => {
              const [label, ends] = [`run ${runs++} of ${input}`, fails];
              return order.schedule(Promise.resolve(), label).then(() => {
                if (ends) throw new Error(`no ${input}`);
                return `of ${input}`;
              });
            },
            (a, b) => a === b,
            (now) => {
              expect(now).toMatchObject({ input: wanted });
              shown.push(now);
            },
          );
          let expected: object = {};
          order.scheduleSequence(
            wishes.map((one) => async () => {
              const [before, runsBefore] = [wanted, runs];
              wanted = one.input;
              fails = one.fails;
              stage.want(one.input);
              // The same again changes nothing; without a run the answer was there already.
              if (before === one.input) return;
              expected =
                runs > runsBefore && one.fails
                  ? { state: 'failed', input: one.input, reason: new Error(`no ${one.input}`) }
                  : { state: 'ready', input: one.input, value: `of ${one.input}` };
            }),
          );
          await order.waitAll();
          expect(shown.at(-1)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
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

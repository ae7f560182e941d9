import { describe, expect, it, vi } from 'vitest';
import { createFileQueue } from '#app/data/file-queue.ts';

const lot = (...names: string[]): File[] => names.map((name) => new File(['x'], name));

function rig() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const onIdle = vi.fn();
  const queue = createFileQueue((files, signal) => {
    begun.push(files.map(({ name }) => name).join('+'));
    signals.push(signal);
    return new Promise((resolve) => ends.push(resolve));
  }, onIdle);
  const end = async (k: number): Promise<void> => {
    ends[k]?.();
    // What the queue does next it does in the promises that follow.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { queue, begun, signals, onIdle, end };
}

describe('files that come while others are read', () => {
  it('wait for their turn: nothing is thrown away', async () => {
    const { queue, begun, onIdle, end } = rig();
    queue.take(lot('batas.geojson'));
    queue.take(lot('tabel.csv', 'b.csv'));
    queue.take([]);
    expect(begun).toEqual(['batas.geojson']);
    await end(0);
    expect(begun).toEqual(['batas.geojson', 'tabel.csv+b.csv']);
    expect(onIdle).not.toHaveBeenCalled();
    await end(1);
    expect(onIdle).toHaveBeenCalledTimes(1);
    queue.take(lot('c.csv'));
    expect(begun.at(-1)).toBe('c.csv');
  });

  it('are forgotten when the reader cancels, and what comes afterwards is read at once', async () => {
    const { queue, begun, signals, onIdle, end } = rig();
    queue.take(lot('a'));
    queue.take(lot('b'));
    queue.cancel();
    expect(signals[0]?.aborted).toBe(true);
    expect(onIdle).toHaveBeenCalledTimes(1);
    queue.take(lot('c'));
    await end(0);
    expect(begun).toEqual(['a', 'c']);
    expect(signals[1]?.aborted).toBe(false);
    await end(1);
    expect(onIdle).toHaveBeenCalledTimes(2);
  });
});

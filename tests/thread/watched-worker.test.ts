import { afterEach, expect, it, vi } from 'vitest';
import { openWatchedWorker } from '#thread/watched-worker.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('watches nothing where a worker cannot be made', () => {
  vi.useFakeTimers();
  const refused = new Error('refused');
  const limits = { startMs: 10, askEveryMs: 10, unanswered: 1 };
  expect(() =>
    openWatchedWorker({
      kind: 'test',
      start: () => {
        throw refused;
      },
      watch: { limits, locks: null },
    }),
  ).toThrow(refused);
  expect(vi.getTimerCount()).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { breathing } from '#worker/breathing.ts';

function* busy(steps: number): Generator<number, string> {
  for (let step = 1; step <= steps; step++) {
    const until = performance.now() + 4;
    while (performance.now() < until);
    yield step / steps;
  }
  return 'done';
}

describe('work that breathes', () => {
  it('lets messages in between its steps, and tells how far it is', async () => {
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    });
    const shares: number[] = [];
    const done = await breathing(busy(20), (share) => shares.push(share) > 0);
    clearInterval(timer);
    expect(done).toEqual({ result: 'done' });
    expect(others).toBeGreaterThan(0);
    expect(shares.length).toBeGreaterThan(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('ends where it is told to', async () => {
    expect(await breathing(busy(1000), () => false)).toBeNull();
  });
});

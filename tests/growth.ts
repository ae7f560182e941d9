import { expect } from 'vitest';

const SMALL = 2_000;
const TIMES = 10;
/**
 * What grows with the square takes a hundred times as long. How near to ten it comes is told by the benchmarks: here
 * other programs may want the machine.
 */
const MOST = 40;
/** What takes less is not worth measuring. */
const FLOOR_MS = 15;
const RUNS = 5;

/** The processor's time, not the clock's: other programs may want the machine too. The least of several runs. */
function timeOf(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** Expects ten times as much to take by no means a hundred times as long. */
export function expectLinear<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  small = SMALL,
): void {
  const [few, many] = [make(small), make(TIMES * small)];
  work(few);
  const [little, much] = [timeOf(() => work(few)), timeOf(() => work(many))];
  expect(
    much / Math.max(little, FLOOR_MS),
    `${little.toFixed(1)} ms, then ${much.toFixed(1)} ms`,
  ).toBeLessThan(MOST);
}

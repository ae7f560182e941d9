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

/** The processor's time, not the clock's: other programs may want the machine too. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Expects ten times as much to take by no means a hundred times as long, in the least of several runs. */
export function expectLinear<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  small = SMALL,
): void {
  const [few, many] = [make(small), make(TIMES * small)];
  work(few);
  let [little, much] = [FLOOR_MS, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS && much / little >= MOST; run++) {
    little = Math.max(
      FLOOR_MS,
      run === 0
        ? timeOf(() => work(few))
        : Math.min(
            little,
            timeOf(() => work(few)),
          ),
    );
    much = Math.min(
      much,
      timeOf(() => work(many)),
    );
  }
  expect(much / little, `${little.toFixed(1)} ms, then ${much.toFixed(1)} ms`).toBeLessThan(MOST);
}

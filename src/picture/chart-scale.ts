/** Right end of an axis from 0, and its ticks. */
export interface ChartScale {
  readonly end: number;
  readonly ticks: readonly number[];
}

/** Smaller than any share of children; such an axis would have no round ticks. */
const NOTHING = 1e-9;
const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * Round ticks from 0 to just past the largest value.
 * @param intervals about how many steps are wanted.
 * @param whole true for counts: no tick between whole numbers.
 */
export function chartScale(values: Iterable<number>, intervals: number, whole: boolean): ChartScale {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most < NOTHING) most = whole ? intervals : 0.1;
  const rough = most / intervals;
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = (STEPS.find((each) => each * power >= rough * 0.999) ?? 10) * power;
  const step = whole ? Math.max(1, Math.ceil(found)) : found;
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  // Written by multiples, and cut: 3 x 0.05 would otherwise be 0.15000000000000002.
  const ticks = Array.from({ length: count + 1 }, (_, k) => Number((k * step).toPrecision(12)));
  return { end: ticks[count] ?? most, ticks };
}

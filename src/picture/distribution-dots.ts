/** One area as a dot: its value, and its place in the stack of areas with about the same value. */
export interface Dot {
  readonly index: number;
  readonly x: number;
  /** 1 at the bottom. */
  readonly y: number;
}

export interface DotPlot {
  readonly dots: readonly Dot[];
  /** Height of the tallest stack, in dots. */
  readonly tallest: number;
  /** Number of areas by bin. */
  readonly counts: readonly number[];
  /** Width of a bin, in the unit of the values. */
  readonly width: number;
}

/**
 * Areas stacked by value, each at the middle of its bin. Areas without a value (NaN) have no dot; a value at the end of
 * the scale lies in the last bin.
 */
export function dotPlot(values: Float64Array, end: number, bins: number): DotPlot {
  const width = end / bins;
  const counts = Array.from({ length: bins }, () => 0);
  const dots: Dot[] = [];
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  for (const index of order) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const bin = Math.min(bins - 1, Math.floor(value / width + 1e-9));
    const y = (counts[bin] ?? 0) + 1;
    counts[bin] = y;
    dots.push({ index, x: (bin + 0.5) * width, y });
  }
  return { dots, tallest: Math.max(1, ...counts), counts, width };
}

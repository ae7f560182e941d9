/** Times of repeated runs, in milliseconds: the least says what the code costs, the rest what the machine adds. */
export interface Timing {
  readonly least: number;
  readonly median: number;
  readonly p95: number;
}

export function timingOf(runs: readonly number[]): Timing {
  const sorted = runs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { least: at(0), median: at(0.5), p95: at(0.95) };
}

export function printTiming(label: string, timing: Timing, peer: Timing | null = null): void {
  const cell = (ms: number) => ms.toFixed(ms < 100 ? 3 : 0).padStart(9);
  const { least, median, p95 } = timing;
  const ratios = peer && [least / peer.least, median / peer.median].map((share) => share.toPrecision(2));
  const ratio = ratios ? `  of the peer's: min x ${ratios[0]}, p50 x ${ratios[1]}` : '';
  console.log(`  ${label.padEnd(34)} min ${cell(least)}  p50 ${cell(median)}  p95 ${cell(p95)}${ratio}`);
}

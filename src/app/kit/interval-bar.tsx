import type { CSSProperties } from 'react';

interface IntervalBarProps {
  readonly value: number;
  /** NaN where the value has no interval. */
  readonly low: number;
  readonly high: number;
  /** Right end of the scale; its left end is 0. */
  readonly end: number;
  /** null: the value lies in no class. */
  readonly color: string | null;
  /** A bar from 0 instead of a dot: for counts. */
  readonly filled: boolean;
}

/** A value with its interval on a scale that all rows share. Decoration: the numbers stand beside it as text. */
export function IntervalBar({ value, low, high, end, color, filled }: IntervalBarProps) {
  const at = (x: number) => `${(Math.min(1, Math.max(0, x / end)) * 100).toFixed(2)}%`;
  return (
    <svg className="interval-bar" aria-hidden="true" focusable="false">
      {low <= high ? <line className="whisker" x1={at(low)} x2={at(high)} y1="50%" y2="50%" /> : null}
      {filled ? (
        <rect className="bar" x="0" y="35%" width={at(value)} height="30%" fill={color ?? 'none'} />
      ) : (
        <circle className="dot" cx={at(value)} cy="50%" r="4" fill={color ?? '#fff'} />
      )}
    </svg>
  );
}

/** Style of an ancestor of bars: ticks at the edges between classes, as far as the scale reaches them. */
export function tickStyle(edges: Float64Array, end: number): CSSProperties {
  const ticks = Array.from(edges).filter((edge) => edge > 0 && edge < end);
  const tick = (edge: number) =>
    `linear-gradient(var(--hairline), var(--hairline)) ${((edge / end) * 100).toFixed(2)}% 0 / 1px 100% no-repeat`;
  return { '--ticks': ticks.length > 0 ? ticks.map(tick).join(', ') : 'none' } as CSSProperties;
}

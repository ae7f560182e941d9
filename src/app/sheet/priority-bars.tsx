import { CRITERION_COLORS } from '#words/priority-words.ts';

/** Narrower parts than this, in points, have no room for a number. */
const ROOM = 5;

interface PriorityBarsProps {
  /** By criterion. */
  readonly points: readonly number[];
  /** With the number of the criterion, which tells parts apart where colors do not. */
  readonly numbered?: boolean;
}

/** Points laid end to end on a scale of 0 to 100. */
export function PriorityBars({ points, numbered = false }: PriorityBarsProps) {
  let from = 0;
  return points.map((own, k) => {
    const x = from;
    from += own;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its position
      <g key={k}>
        <rect
          x={`${x.toFixed(2)}%`}
          width={`${Math.max(0, own).toFixed(2)}%`}
          height="100%"
          fill={CRITERION_COLORS[k]}
        />
        {numbered && own >= ROOM ? (
          <text x={`${(x + own / 2).toFixed(2)}%`} y="50%">
            {k + 1}
          </text>
        ) : null}
      </g>
    );
  });
}

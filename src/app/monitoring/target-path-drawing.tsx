import { dayNumber } from '#core/calendar-day.ts';
import { endOfPeriod, type ShownPath, type TargetLine } from '#picture/target-layer.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { targetValue } from '#words/target-wording.ts';

interface TargetPathDrawingProps {
  readonly line: TargetLine;
  readonly path: ShownPath;
  readonly words: Words;
  readonly format: Format;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [384, 130, 8, 76, 12, 18] as const;

/** The figures so far, the line required to the target, and where the pace leads. Decoration: the numbers stand below. */
export function TargetPathDrawing({ line: { row, points }, path, words, format }: TargetPathDrawingProps) {
  const value = ({ n, N }: TargetLine['points'][number]) => (row.measure === 'rate' ? n / N : n);
  const days = points.map(({ period }) => endOfPeriod(period));
  const due = dayNumber(row.due);
  const [first = due, last = due] = [days[0], days.at(-1)];
  const known = [path.projected, path.low, path.high].filter((each) => !Number.isNaN(each));
  const most = Math.max(row.value, ...points.map(value), ...known) * 1.08 || 1;
  const end = Math.max(due, last);
  const x = (day: number) => LEFT + ((day - first) / Math.max(1, end - first)) * (WIDTH - LEFT - RIGHT);
  const y = (of: number) => TOP + (1 - of / most) * (HEIGHT - TOP - BOTTOM);
  const soFar = points.map((point, k) => `${k === 0 ? 'M' : 'L'}${x(days[k] ?? first)} ${y(value(point))}`);
  return (
    <svg className="target-path" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <line className="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {Number.isNaN(path.projected) ? null : (
        <>
          <path
            className="band"
            d={`M${x(last)} ${y(path.now)}L${x(due)} ${y(path.low)}L${x(due)} ${y(path.high)}Z`}
          />
          <line className="pace" x1={x(last)} y1={y(path.now)} x2={x(due)} y2={y(path.projected)} />
        </>
      )}
      {due > last ? (
        <line className="needed" x1={x(last)} y1={y(path.now)} x2={x(due)} y2={y(row.value)} />
      ) : null}
      <path className="so-far" d={soFar.join('')} />
      {points.map((point, k) => (
        <circle key={point.period} cx={x(days[k] ?? first)} cy={y(value(point))} r={2.5} />
      ))}
      <path className="goal" d={`M${x(due) - 6} ${y(row.value)}l6 -6l6 6l-6 6z`} />
      <text x={x(due) + 10} y={y(row.value) + 4}>
        {targetValue(row.measure, row.value, { words, format })}
      </text>
      <text x={LEFT} y={HEIGHT - 4}>
        {points[0] ? format.period(points[0].period) : ''}
      </text>
      <text x={x(due)} y={HEIGHT - 4} textAnchor="middle">
        {row.due.slice(0, 4)}
      </text>
    </svg>
  );
}

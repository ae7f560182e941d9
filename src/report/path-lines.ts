/** A line of a path: x and y in turn. `closed`: the last point joins the first. */
export interface PathLine {
  readonly points: readonly number[];
  readonly closed: boolean;
}

const NUMBERS = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const ARC_STEPS = 16;

/**
 * The lines of SVG path data (M, L, H, V, A, Z and their relative forms), arcs as short straight pieces.
 * Throws on any other command: what is not drawn would be lost in silence.
 */
export function pathLines(data: string): readonly PathLine[] {
  const lines: { points: number[]; closed: boolean }[] = [];
  let [x, y] = [0, 0];
  const add = (toX: number, toY: number): void => {
    [x, y] = [toX, toY];
    const last = lines.at(-1);
    if (last && !last.closed) last.points.push(x, y);
    else lines.push({ points: [x, y], closed: false });
  };
  for (const [, command = '', rest = ''] of data.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const values = (rest.match(NUMBERS) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const each = (size: number, draw: (own: readonly number[], k: number) => void): void => {
      for (let k = 0; k + size <= values.length; k += size) draw(values.slice(k, k + size), k);
    };
    const from = (): readonly [number, number] => (relative ? [x, y] : [0, 0]);
    switch (command.toUpperCase()) {
      case 'M':
        each(2, ([dx = 0, dy = 0], k) => {
          const [x0, y0] = from();
          if (k === 0) {
            [x, y] = [x0 + dx, y0 + dy];
            lines.push({ points: [x, y], closed: false });
          } else add(x0 + dx, y0 + dy);
        });
        break;
      case 'L':
        each(2, ([dx = 0, dy = 0]) => add(from()[0] + dx, from()[1] + dy));
        break;
      case 'H':
        each(1, ([dx = 0]) => add(from()[0] + dx, y));
        break;
      case 'V':
        each(1, ([dy = 0]) => add(x, from()[1] + dy));
        break;
      case 'A':
        each(7, ([rx = 0, ry = 0, , large = 0, sweep = 0, dx = 0, dy = 0]) => {
          const [x0, y0] = from();
          for (const [px, py] of arcPoints([x, y], [x0 + dx, y0 + dy], [rx, ry], large === 1, sweep === 1))
            add(px, py);
        });
        break;
      case 'Z': {
        const last = lines.at(-1);
        if (!last) break;
        last.closed = true;
        [x = 0, y = 0] = last.points;
        break;
      }
      default:
        throw new Error(`path command ${command}`);
    }
  }
  return lines.filter(({ points }) => points.length >= 4);
}

type Point = readonly [x: number, y: number];

/** Points of an arc without rotation, its end the last (SVG 2, appendix B.2.4). */
function arcPoints(from: Point, to: Point, radii: Point, large: boolean, sweep: boolean): readonly Point[] {
  const half: Point = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  let [rx, ry] = radii.map(Math.abs) as [number, number];
  if (rx === 0 || ry === 0) return [to];
  const need = (half[0] / rx) ** 2 + (half[1] / ry) ** 2;
  if (need > 1) [rx, ry] = [rx * Math.sqrt(need), ry * Math.sqrt(need)];
  const below = (rx * half[1]) ** 2 + (ry * half[0]) ** 2;
  const size = below === 0 ? 0 : Math.sqrt(Math.max(0, ((rx * ry) ** 2 - below) / below));
  const factor = large === sweep ? -size : size;
  const own: Point = [(factor * rx * half[1]) / ry, (-factor * ry * half[0]) / rx];
  const center: Point = [own[0] + (from[0] + to[0]) / 2, own[1] + (from[1] + to[1]) / 2];
  const angle = (sign: 1 | -1): number =>
    Math.atan2((sign * half[1] - own[1]) / ry, (sign * half[0] - own[0]) / rx);
  const [start, end] = [angle(1), angle(-1)];
  let turn = end - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  return Array.from({ length: ARC_STEPS }, (_, k): Point => {
    if (k === ARC_STEPS - 1) return to;
    const at = start + (turn * (k + 1)) / ARC_STEPS;
    return [center[0] + rx * Math.cos(at), center[1] + ry * Math.sin(at)];
  });
}

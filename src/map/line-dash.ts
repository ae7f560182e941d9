import type { Position } from 'geojson';

const WORLD_PX = 512;

/** CSS px to the east and north of one position from another, on a web map at a zoom. */
function stepPx(from: Position, to: Position, pxPerDegree: number): number {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const stretch = 1 / Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  return Math.hypot(x2 - x1, (y2 - y1) * stretch) * pxPerDegree;
}

export function pxPerDegreeAt(zoom: number): number {
  return (WORLD_PX * 2 ** zoom) / 360;
}

/** Length of a line in CSS px on a web map. Linear. */
export function linePx(line: readonly Position[], pxPerDegree: number): number {
  let sum = 0;
  for (let k = 0; k + 1 < line.length; k++) sum += stepPx(line[k]!, line[k + 1]!, pxPerDegree);
  return sum;
}

/**
 * The dashes of a line, each a line of its own; stretched or shrunk a little so that a whole number of dash and gap
 * fits, by which a closed line shows no seam. A line without length has none. Linear in vertices and dashes.
 */
export function dashesOf(
  line: readonly Position[],
  [dash, gap]: readonly [dash: number, gap: number],
  pxPerDegree: number,
): Position[][] {
  const total = linePx(line, pxPerDegree);
  if (total === 0) return [];
  const shrink = total / (dash + gap) / Math.max(1, Math.round(total / (dash + gap)));
  const lengths = [dash * shrink, gap * shrink];
  const dashes: Position[][] = [];
  let current: Position[] | null = [line[0]!];
  let left = lengths[0]!;
  for (let k = 0; k + 1 < line.length; k++) {
    const [from, to] = [line[k]!, line[k + 1]!];
    const length = stepPx(from, to, pxPerDegree);
    let done = 0;
    while (length - done > left) {
      done += left;
      const share = done / length;
      const place = [from[0]! + (to[0]! - from[0]!) * share, from[1]! + (to[1]! - from[1]!) * share];
      if (current) dashes.push([...current, place]);
      current = current ? null : [place];
      left = lengths[current ? 0 : 1]!;
    }
    left -= length - done;
    current?.push(to);
  }
  if (current && current.length > 1 && left < lengths[0]! * 0.99) dashes.push(current);
  return dashes;
}

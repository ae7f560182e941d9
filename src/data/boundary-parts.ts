import type { MultiPolygon, Polygon, Position } from 'geojson';
import { normalizeVillageName } from '#core/area-names.ts';
import type { Problem } from '#core/problem.ts';

type Areal = Polygon | MultiPolygon;

/** A feature with its code, before features of one code are joined. */
export interface CodedPart {
  /** Position in the file, from 0. */
  readonly feature: number;
  readonly digits: string;
  readonly name: string;
  readonly geometry: Areal;
}

export interface JoinedParts {
  readonly parts: readonly CodedPart[];
  readonly problems: readonly Problem[];
}

const LISTED = 50;

const polygonsOf = ({ type, coordinates }: Areal): readonly Position[][][] =>
  type === 'Polygon' ? [coordinates] : coordinates;

/** A point within a polygon: the middle of the widest stretch of a line through half of its height. */
function innerPoint([outer = [], ...holes]: readonly Position[][]): Position | null {
  const heights = outer.map(([, y = 0]) => y);
  const [low, high] = heights.reduce(
    ([least, most], y) => [Math.min(least, y), Math.max(most, y)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const at = low + (high - low) * 0.4871;
  const meets: number[] = [];
  for (const ring of [outer, ...holes]) {
    for (let k = 1; k < ring.length; k++) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[k - 1]!, ring[k]!];
      if (ay > at !== by > at) meets.push(((bx - ax) * (at - ay)) / (by - ay) + ax);
    }
  }
  meets.sort((a, b) => a - b);
  let best: Position | null = null;
  let widest = 0;
  for (let k = 0; k + 1 < meets.length; k += 2) {
    const width = meets[k + 1]! - meets[k]!;
    if (width > widest) [widest, best] = [width, [(meets[k]! + meets[k + 1]!) / 2, at]];
  }
  return best;
}

function contains(rings: readonly Position[][], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let k = 1; k < ring.length; k++) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[k - 1]!, ring[k]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Whether two areas cover the same ground somewhere, told by a point within each of their polygons. */
function overlaps(a: Areal, b: Areal): boolean {
  const covers = (one: Areal, other: Areal): boolean =>
    polygonsOf(other).some((rings) => {
      const point = innerPoint(rings);
      return point !== null && polygonsOf(one).some((outer) => contains(outer, point));
    });
  return covers(a, b) || covers(b, a);
}

/**
 * Joins features of one code and one name to one area of several parts, and says so. The same code with another name,
 * or twice over the same ground, is an error: nothing says which of them is meant.
 */
export function joinParts(parts: readonly CodedPart[]): JoinedParts {
  const byCode = new Map<string, CodedPart[]>();
  for (const part of parts) {
    const group = byCode.get(part.digits);
    if (group) group.push(part);
    else byCode.set(part.digits, [part]);
  }
  const problems: Problem[] = [];
  let [joined, joinedParts, first] = [0, 0, 0];
  const kept: CodedPart[] = [];
  for (const [digits, group] of byCode) {
    const [lead, ...others] = group;
    if (lead === undefined) continue;
    if (others.length === 0) {
      kept.push(lead);
      continue;
    }
    const sameName = others.every(
      ({ name }) => normalizeVillageName(name) === normalizeVillageName(lead.name),
    );
    const apart =
      sameName &&
      group.every((one, k) => group.slice(k + 1).every((other) => !overlaps(one.geometry, other.geometry)));
    if (!apart) {
      if (problems.length >= LISTED) continue;
      problems.push({
        code: 'geojson/duplicate-code',
        severity: 'error',
        at: { row: lead.feature + 1, area: digits },
        detail: {
          features: group
            .slice(0, 10)
            .map(({ feature }) => feature + 1)
            .join(', '),
          count: group.length,
        },
      });
      continue;
    }
    if (joined === 0) first = lead.feature + 1;
    joined++;
    joinedParts += group.length;
    const coordinates = group.flatMap(({ geometry }) => [...polygonsOf(geometry)]);
    kept.push({ ...lead, geometry: { type: 'MultiPolygon', coordinates } });
  }
  if (joined > 0) {
    problems.push({
      code: 'geojson/parts-joined',
      severity: 'note',
      at: { row: first },
      detail: { count: joined, parts: joinedParts },
    });
  }
  return { parts: kept, problems };
}

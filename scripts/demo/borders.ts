import { type Mosaic, OUTSIDE } from './mosaic.ts';
import type { Point } from './plane.ts';

/** A border between two neighbors from one junction to the next. Both neighbors use the very same points. */
export interface Arc {
  /** Owners on the two sides; one may be OUTSIDE. */
  readonly sides: readonly [number, number];
  /** First and last junction, as triangle numbers. */
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

const SMOOTHING_ROUNDS = 5;
const TOLERANCE = 7;

/** Border nodes (triangles between different owners) and the nodes next to them along a border. */
function borderGraph({ triangles, halfedges, owner }: Mosaic): Map<number, number[]> {
  const graph = new Map<number, number[]>();
  for (let edge = 0; edge < triangles.length; edge += 1) {
    const opposite = halfedges[edge]!;
    if (opposite < 0) continue;
    if (owner[triangles[edge]!] === owner[triangles[opposite]!]) continue;
    const triangle = Math.floor(edge / 3);
    const list = graph.get(triangle) ?? [];
    list.push(Math.floor(opposite / 3));
    graph.set(triangle, list);
  }
  return graph;
}

function centroid({ grains, triangles }: Mosaic, triangle: number): Point {
  const [a, b, c] = [0, 1, 2].map((k) => grains[triangles[triangle * 3 + k]!]!);
  return [(a![0] + b![0] + c![0]) / 3, (a![1] + b![1] + c![1]) / 3];
}

/** Laplacian smoothing of the whole network at once; junctions move less than the rest. */
function smooth(mosaic: Mosaic, graph: ReadonlyMap<number, readonly number[]>): Map<number, Point> {
  let places = new Map([...graph.keys()].map((node) => [node, centroid(mosaic, node)] as const));
  for (let round = 0; round < SMOOTHING_ROUNDS; round += 1) {
    const moved = new Map<number, Point>();
    for (const [node, neighbors] of graph) {
      const [x, y] = places.get(node)!;
      const share = neighbors.length === 3 ? 0.3 : 0.5;
      let meanX = 0;
      let meanY = 0;
      for (const neighbor of neighbors) {
        const place = places.get(neighbor)!;
        meanX += place[0] / neighbors.length;
        meanY += place[1] / neighbors.length;
      }
      moved.set(node, [x + share * (meanX - x), y + share * (meanY - y)]);
    }
    places = moved;
  }
  return places;
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
  return Math.hypot(p[0] - a[0] - along * dx, p[1] - a[1] - along * dy);
}

/** Leaves out points within TOLERANCE of the line (Douglas and Peucker, 1973). */
function simplify(points: readonly Point[]): readonly Point[] {
  const first = points[0]!;
  const last = points[points.length - 1]!;
  let farthest = 0;
  let at = 0;
  for (let k = 1; k < points.length - 1; k += 1) {
    const off = distanceToSegment(points[k]!, first, last);
    if (off > farthest) {
      farthest = off;
      at = k;
    }
  }
  if (farthest <= TOLERANCE) return [first, last];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

/** The owners on the two sides of the border edge between two nodes. */
function sidesOf({ triangles, owner }: Mosaic, a: number, b: number): readonly [number, number] {
  const corners = (t: number): number[] => [0, 1, 2].map((k) => triangles[t * 3 + k]!);
  const shared = corners(a).filter((grain) => corners(b).includes(grain));
  const [one, two] = shared.map((grain) => owner[grain]!);
  return [one!, two!];
}

/** Every border of the mosaic, smoothed and simplified. Borders meet in junctions of three. */
export function drawnBorders(mosaic: Mosaic): readonly Arc[] {
  const graph = borderGraph(mosaic);
  const places = smooth(mosaic, graph);
  const walked = new Set<string>();
  const arcs: Arc[] = [];
  for (const [from, starts] of graph) {
    if (starts.length !== 3) continue;
    for (const start of starts) {
      if (walked.has(`${from}>${start}`)) continue;
      const nodes = [from, start];
      let node = start;
      while (graph.get(node)!.length === 2) {
        const next = graph.get(node)!.find((candidate) => candidate !== nodes[nodes.length - 2])!;
        nodes.push(next);
        node = next;
      }
      walked.add(`${node}>${nodes[nodes.length - 2]}`);
      const points = simplify(nodes.map((n) => places.get(n)!));
      arcs.push({ sides: sidesOf(mosaic, from, start), from, to: node, points });
    }
  }
  return arcs;
}

/**
 * The closed rings that bound a set of owners, counterclockwise outside.
 * @param belongs whether an owner (never OUTSIDE) lies in the set.
 */
export function ringsAround(arcs: readonly Arc[], belongs: (owner: number) => boolean): readonly Point[][] {
  const within = (owner: number): boolean => owner !== OUTSIDE && belongs(owner);
  const open = arcs.filter(({ sides }) => within(sides[0]) !== within(sides[1]));
  const unused = new Set(open);
  const rings: Point[][] = [];
  for (const first of open) {
    if (!unused.delete(first)) continue;
    const ring: Point[] = [...first.points];
    let node = first.to;
    while (node !== first.from) {
      const next = [...unused].find(({ from, to }) => from === node || to === node);
      if (next === undefined) throw new Error('a ring does not close');
      unused.delete(next);
      const forward = next.from === node;
      ring.push(...(forward ? next.points : [...next.points].reverse()).slice(1));
      node = forward ? next.to : next.from;
    }
    rings.push(ring);
  }
  return rings.map((ring) => (signedArea(ring) < 0 ? ring.reverse() : ring));
}

/** Square meters; positive where the ring runs counterclockwise. The ring repeats its first point at the end. */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let k = 1; k < ring.length; k += 1) {
    const [a, b] = [ring[k - 1]!, ring[k]!];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

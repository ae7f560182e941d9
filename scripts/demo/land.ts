import { Delaunay } from 'd3-delaunay';
import { fractalNoise } from './noise.ts';
import { distance, type Point } from './plane.ts';

/** Negative on land, positive outside; about the distance to the outline in meters. */
export type LandField = (point: Point) => number;

/** Unit vector out to sea: the bay lies north-west of the city. */
const SEAWARD: Point = [-0.37, 0.929];
const ALONG_COAST: Point = [0.929, 0.37];
const COAST_OFFSET = 470;
const COAST_CURVATURE_RADIUS = 2_600;
const MELT = 330;
const NEGLIGIBLE = -24;
const LONGEST_BRIDGE = 6_500;
const BRIDGE_WIDTH = 0.42;
const INLAND_ROUGHNESS = 1_900;
/** Within this many meters of the coast the inland outline is smoother. */
const CALM_BEHIND_COAST = 3_000;
const COAST_ROUGHNESS = 620;

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1];
}

/** How far seaward the coast lies at a place along it: a ball rolled over the outermost centres. */
function coastline(centres: readonly Point[]): (along: number) => number {
  const places = centres.map((centre) => [dot(centre, ALONG_COAST), dot(centre, SEAWARD)] as const);
  return (along) => {
    let best = Number.NEGATIVE_INFINITY;
    for (const [place, seaward] of places) {
      best = Math.max(best, seaward - (along - place) ** 2 / (2 * COAST_CURVATURE_RADIUS));
    }
    return best + COAST_OFFSET;
  };
}

interface Disc {
  readonly centre: Point;
  readonly reach: number;
}

/**
 * Land around each centre as far as its mean distance to its three nearest fellows, and a narrower bridge halfway to
 * each neighbor, so that no bay cuts deep between them.
 */
function discs(centres: readonly Point[]): readonly Disc[] {
  const own = centres.map((centre): Disc => {
    const nearest = centres.map((other) => distance(centre, other)).sort((a, b) => a - b);
    const mean = (nearest[1]! + nearest[2]! + nearest[3]!) / 3;
    return { centre, reach: Math.min(3_000, Math.max(500, mean)) };
  });
  const all = [...own];
  const delaunay = new Delaunay<Point>(Float64Array.from(centres.flat()));
  for (const [i, one] of own.entries()) {
    for (const j of delaunay.neighbors(i)) {
      const other = own[j]!;
      const apart = distance(one.centre, other.centre);
      if (j < i || apart < 1_500 || apart > LONGEST_BRIDGE) continue;
      const middle: Point = [(one.centre[0] + other.centre[0]) / 2, (one.centre[1] + other.centre[1]) / 2];
      all.push({ centre: middle, reach: BRIDGE_WIDTH * (one.reach + other.reach) });
    }
  }
  return all;
}

/**
 * The city's outline as a field: discs around the centres, `scale` times their reach, melted together, cut by a coast
 * and roughened by noise.
 */
export function landField(seed: number, centres: readonly Point[], scale: number): LandField {
  const coast = coastline(centres);
  const land = discs(centres);
  const inlandNoise = fractalNoise(seed + 11, 4_200, 6, 0.52);
  const coastNoise = fractalNoise(seed + 23, 2_300, 6, 0.55);
  return (point) => {
    let sum = 0;
    for (const { centre, reach } of land) {
      const depth = (scale * reach - distance(point, centre)) / MELT;
      if (depth > NEGLIGIBLE) sum += Math.exp(depth);
    }
    const sea = dot(point, SEAWARD) - coast(dot(point, ALONG_COAST));
    const wild = Math.min(1, Math.max(0.15, -sea / CALM_BEHIND_COAST - 0.3));
    const inland = -MELT * Math.log(sum) + wild * INLAND_ROUGHNESS * inlandNoise(point[0], point[1]);
    return Math.max(inland, sea + COAST_ROUGHNESS * coastNoise(point[0], point[1]));
  };
}

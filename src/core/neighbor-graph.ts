import type { LonLat } from './area.ts';
import { attachedGraph, graphOfLinks } from './border-graph.ts';
import { BorderLengths } from './border-lengths.ts';
import { nearBorders } from './border-proximity.ts';
import { type SharedBorders, sharedBorders } from './contiguity.ts';
import { attachIslands } from './island-attachment.ts';
import { bandGraph, nearestGraph } from './nearest-neighbors.ts';
import { type Outline, type Outlined, outlineOf } from './outline.ts';
import { invariant } from './problem.ts';
import {
  componentsOf,
  type DistanceMetric,
  isolatesOf,
  type NeighborGraph,
  type NeighborRule,
} from './spatial-weights.ts';

export interface NeighborOptions {
  /** `attach` ties an area without a neighbor to the one whose boundary is nearest; `null` leaves it without. */
  readonly islands: 'attach' | 'null';
  /** Of the boundaries; `haversine` (degrees) unless given. Rules by distance have a metric of their own for centroids. */
  readonly metric?: DistanceMetric;
  /**
   * How far apart two drawings of one border may be: 20 m unless given; in coordinate units where the metric is
   * euclidean, 1e-6 of the extent unless given.
   */
  readonly toleranceMeters?: number;
}

/** How the neighbors were found. */
export interface NeighborReport {
  /**
   * `exact`: common vertices. `proximity`: these, and borders drawn twice, for all areas. `exact-but-isolates`: the
   * latter only for areas that share no vertex with any other. Null where borders were not looked at.
   */
  readonly borders: 'exact' | 'proximity' | 'exact-but-isolates' | null;
  /** Of the length of the borders between areas, the share without common vertices; null as `borders`. */
  readonly unmatchedShare: number | null;
  /** Areas without a neighbor before any was attached, ascending. */
  readonly isolates: readonly number[];
  /** Parts of the finished graph that no link joins; an area without a neighbor is one. */
  readonly components: number;
}

export interface NeighborResult {
  readonly graph: NeighborGraph;
  readonly report: NeighborReport;
}

const TOLERANCE_METERS = 20;
const TOLERANCE_OF_EXTENT = 1e-6;
/** A border drawn twice is one where it is at least so many tolerances long. */
const BORDER_TOLERANCES = 4;
const UNMATCHED_LIMIT = 0.01;

/**
 * Who neighbors whom, by any rule but `given`. Areas with a null or empty geometry border on nothing.
 *
 * Borders: common vertices (queen) and segments (rook) first. Where more than 1 % of the length of the borders between
 * areas, or more than 1 % of the areas, is found only by looking for segments within the tolerance, such pairs count
 * for all areas: rook from 4 tolerances of common border on, queen from any contact; else for areas that share no
 * vertex with others. Only what is near another area is measured against, so a true island or a coast turns nothing
 * on. `borderMeters` are meters, or coordinate units where the metric is euclidean; 0 for corners and attached islands.
 *
 * Yields the share done (0 to 1). About linear in vertices, or n log n in centroids.
 * @param centroids by area, as many as features; read only by rules of distance.
 * @throws on the rule `given`, on centroids that are not one for each area, and on a tolerance not above 0.
 */
export function* neighborGraph(
  boundaries: Outlined,
  centroids: readonly LonLat[],
  rule: NeighborRule,
  options: NeighborOptions,
): Generator<number, NeighborResult> {
  const metric = options.metric ?? 'haversine';
  if (rule.kind === 'queen' || rule.kind === 'rook') {
    const outline = yield* scaled(outlineOf(boundaries, metric), 0, 0.2);
    const found = yield* scaled(contiguityGraph(outline, rule, toleranceOf(outline, options)), 0.2, 0.9);
    return yield* scaled(withIslands(found.graph, outline, options, found.borders), 0.9, 1);
  }
  invariant(rule.kind !== 'given', 'given lists need no finding');
  invariant(centroids.length === boundaries.features.length, 'one centroid for each area');
  const search =
    rule.kind === 'nearest'
      ? nearestGraph(centroids, rule.k, rule.metric)
      : bandGraph(centroids, rule.distance, rule.metric);
  const graph = yield* scaled(search, 0, 0.8);
  const needed = options.islands === 'attach' && isolatesOf(graph).length > 0;
  const outline = yield* scaled(outlineOf(needed ? boundaries : { features: [] }, metric), 0.8, 0.9);
  const none = { borders: null, unmatchedShare: null };
  return yield* scaled(withIslands(graph, outline, options, none), 0.9, 1);
}

function toleranceOf({ metric, step }: Outline, { toleranceMeters }: NeighborOptions): number {
  const tolerance =
    toleranceMeters ?? (metric === 'haversine' ? TOLERANCE_METERS : TOLERANCE_OF_EXTENT * 4e9 * step);
  invariant(tolerance > 0, `a tolerance of ${tolerance}`);
  return tolerance;
}

type FoundBorders = Pick<NeighborReport, 'borders' | 'unmatchedShare'>;

function* contiguityGraph(
  outline: Outline,
  rule: Extract<NeighborRule, { kind: 'queen' | 'rook' }>,
  tolerance: number,
): Generator<number, { graph: NeighborGraph; borders: FoundBorders }> {
  const shared = yield* scaled(sharedBorders(outline), 0, 0.4);
  const near = yield* scaled(nearBorders(outline, shared.unmatched, tolerance), 0.4, 1);
  const borders = judge(outline.areas, shared, near, tolerance);
  const alone = loneAreas(outline.areas, shared.borders);
  const links = new BorderLengths();
  const least = rule.kind === 'rook' ? Number.MIN_VALUE : 0;
  const { from, to, length, size } = shared.borders;
  for (let p = 0; p < size; p++) if (length[p]! >= least) links.add(from[p]!, to[p]!, length[p]!);
  for (let p = 0; p < near.size; p++) {
    const [a, b] = [near.from[p]!, near.to[p]!];
    const back = near.find(b, a);
    if (a > b && back >= 0) continue;
    if (borders.borders === 'exact') break;
    if (borders.borders === 'exact-but-isolates' && alone[a] === 0 && alone[b] === 0) continue;
    const common = Math.max(near.length[p]!, back < 0 ? 0 : near.length[back]!);
    const isBorder = common >= BORDER_TOLERANCES * tolerance;
    if (isBorder || rule.kind === 'queen') links.add(Math.min(a, b), Math.max(a, b), isBorder ? common : 0);
  }
  return { graph: graphOfLinks(outline.areas, links, rule), borders };
}

/** 1 for areas in no pair. */
function loneAreas(areas: number, { from, to, size }: BorderLengths): Uint8Array {
  const alone = new Uint8Array(areas).fill(1);
  for (let p = 0; p < size; p++) {
    alone[from[p]!] = 0;
    alone[to[p]!] = 0;
  }
  return alone;
}

function judge(areas: number, shared: SharedBorders, near: BorderLengths, tolerance: number): FoundBorders {
  const alone = loneAreas(areas, shared.borders);
  const touched = new Uint8Array(areas);
  let unmatched = 0;
  for (let p = 0; p < near.size; p++) {
    const [a, b] = [near.from[p]!, near.to[p]!];
    touched[a] = 1;
    touched[b] = 1;
    const back = near.find(b, a);
    const common = Math.max(near.length[p]!, back < 0 ? 0 : near.length[back]!);
    if (common >= BORDER_TOLERANCES * tolerance) unmatched += near.length[p]!;
  }
  const unmatchedShare = unmatched === 0 ? 0 : unmatched / (unmatched + shared.matchedLength);
  const drawnApart = alone.reduce((sum, lone, i) => sum + (lone & touched[i]!), 0);
  const dirty = unmatchedShare > UNMATCHED_LIMIT || drawnApart > UNMATCHED_LIMIT * areas;
  return { borders: dirty ? 'proximity' : drawnApart > 0 ? 'exact-but-isolates' : 'exact', unmatchedShare };
}

function* withIslands(
  found: NeighborGraph,
  outline: Outline,
  options: NeighborOptions,
  borders: FoundBorders,
): Generator<number, NeighborResult> {
  const isolates = isolatesOf(found);
  let graph = found;
  if (options.islands === 'attach' && isolates.length > 0) {
    graph = attachedGraph(found, yield* attachIslands(outline, isolates));
  }
  return { graph, report: { ...borders, isolates, components: componentsOf(graph).count } };
}

/** The shares of a part of the work as shares of the whole. */
function* scaled<Result>(
  part: Generator<number, Result>,
  from: number,
  to: number,
): Generator<number, Result> {
  for (;;) {
    const { done, value } = part.next();
    if (done) return value;
    yield from + value * (to - from);
  }
}

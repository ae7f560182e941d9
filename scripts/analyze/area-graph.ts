import type { LonLat } from '#core/area.ts';
import { neighborGraph } from '#core/neighbor-graph.ts';
import {
  componentsOf,
  graphOf,
  isolatesOf,
  type NeighborGraph,
  type NeighborRule,
  neighborLists,
  type WeightsStyle,
} from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import { type AreaFile, readJson } from './area-file.ts';
import { type AnalyzeOptions, CommandError } from './options.ts';

export interface AreaGraph {
  readonly graph: NeighborGraph;
  /** Areas without a neighbor before any was attached. */
  readonly islands: readonly number[];
  /** How borders were compared; null where they were not. */
  readonly borders: string | null;
}

function listsIn(path: string, scheme: string | null): readonly (readonly number[])[] {
  const document = readJson(path) as { weights?: unknown };
  const named = (document.weights ?? document) as Readonly<Record<string, unknown>>;
  if (Array.isArray(named)) return named;
  const names = Object.keys(named).filter((name) => Array.isArray(named[name]));
  const lists = named[scheme ?? (names.length === 1 ? names[0]! : '')];
  if (!Array.isArray(lists)) {
    throw new CommandError(
      `${path}: ${scheme === null ? 'give --scheme' : `no scheme "${scheme}"`}; there are ${names.join(', ')}`,
    );
  }
  return lists;
}

function givenGraph(
  { path, scheme }: NonNullable<AnalyzeOptions['weightsFile']>,
  areas: number,
): NeighborGraph {
  const lists = listsIn(path, scheme);
  if (lists.length !== areas) {
    throw new CommandError(`${path}: ${lists.length} lists for ${areas} areas; give one for each feature`);
  }
  lists.forEach((list, i) => {
    if (!Array.isArray(list)) throw new CommandError(`${path}: list ${i} is no list`);
    const wrong = list.find((j) => !Number.isInteger(j) || j < 0 || j >= areas || j === i);
    if (wrong !== undefined) {
      throw new CommandError(`${path}: list ${i} names ${wrong}; give other areas, 0 to ${areas - 1}`);
    }
    if (new Set(list).size < list.length) throw new CommandError(`${path}: list ${i} names an area twice`);
  });
  return graphOf(lists, { kind: 'given', name: scheme ?? path });
}

const WITHOUT_NEIGHBORS: readonly string[] = ['classify', 'rank-sets', 'scan'];

/** Neighbors from the boundaries, or from the file of lists. @throws CommandError */
export function readAreaGraph(
  { method, weightsFile, rule, metric, islands }: AnalyzeOptions,
  { features }: AreaFile,
  centroids: readonly LonLat[],
): AreaGraph {
  if (weightsFile) {
    const graph = givenGraph(weightsFile, features.length);
    return { graph, islands: isolatesOf(graph), borders: null };
  }
  const point = features.findIndex(({ isPoint }) => isPoint);
  const looksAtBorders =
    (rule.kind === 'queen' || rule.kind === 'rook') && !WITHOUT_NEIGHBORS.includes(method);
  if (looksAtBorders && point >= 0) {
    throw new CommandError(
      `feature ${point} is a Point, which has no border; give --weights knn:K, distance:KM, or --weights-file`,
    );
  }
  const { graph, report } = finished(neighborGraph({ features }, centroids, rule, { islands, metric }));
  return { graph, islands: report.isolates, borders: report.borders };
}

function ruleText(rule: NeighborRule): string {
  switch (rule.kind) {
    case 'nearest':
      return `knn:${rule.k}`;
    case 'distance-band':
      return `distance:${rule.distance}`;
    case 'given':
      return `given:${rule.name}`;
    default:
      return rule.kind;
  }
}

/** `weights` of the document. */
export function weightsDocument({ graph, islands, borders }: AreaGraph, style: WeightsStyle) {
  return {
    rule: ruleText(graph.rule),
    metric: 'metric' in graph.rule ? graph.rule.metric : null,
    style,
    neighbors: neighborLists(graph),
    islands,
    attached: graph.attached,
    components: componentsOf(graph).count,
    borders,
  };
}

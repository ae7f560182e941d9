import type { AreaCode } from './area.ts';
import type { ClassificationMethod } from './classification.ts';
import { CLASSES, type DimensionId } from './dimension.ts';
import type { Indicator } from './indicator.ts';
import { priorityRuleText, readPriorityRule } from './priority-rule-text.ts';
import type { Hotspots, LinkEdit, NeighborChoice, Overlay, Priority, Regions, SecondSource } from './view.ts';

const MOST_CLASSES = 9;
const MOST_EDGES = 8;
const LARGEST_EDGE = 1e9;

/** Text that means nothing else between `;`, `=`, `,` and `:`. Lone surrogates become U+FFFD. */
function escapePart(text: string): string {
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
  return encodeURIComponent(text.replace(lone, '\uFFFD'));
}

/** null where the percent signs are not an escape. */
function unescapePart(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A list of codes. */
export function joined(texts: readonly string[]): string {
  return texts.map(escapePart).join(',');
}

/** A method, for instance `bands`, `quantile:5`, `fixed:0.1,0.2`. */
export function methodText(method: ClassificationMethod): string {
  switch (method.kind) {
    case 'bands':
      return method.kind;
    case 'fixed':
      return `fixed:${method.breaks.join(',')}`;
    case 'standard-deviation':
      return `${method.kind}:${method.step}`;
    default:
      return `${method.kind}:${method.classes}`;
  }
}

/** An overlay, for instance `wasting:tertiles` or `wasting:own:0.1,0.2:0.05,0.1`. */
export function overlayText({ indicator, classes }: Overlay): string {
  const edges = classes.kind === 'own' ? [classes.first.join(), classes.second.join()] : [];
  return [indicator, classes.kind, ...edges].join(':');
}

function neighborsText(neighbors: NeighborChoice): string {
  switch (neighbors.kind) {
    case 'nearest':
      return `nearest-${neighbors.k}`;
    case 'distance-band':
      return `within-${neighbors.kilometers}`;
    default:
      return neighbors.kind;
  }
}

/** Hotspots, for instance `clusters:queen:99999:1`; their links by hand are linksText. */
export function hotspotsText({ method, neighbors, permutations, seed }: Hotspots): string {
  return [method, neighborsText(neighbors), permutations, seed].join(':');
}

/** The pairs of a kind, for instance `53.71.01.1001:53.71.01.1002,...`. */
export function linksText(edits: readonly LinkEdit[], kind: LinkEdit['kind']): string {
  return edits
    .filter((edit) => edit.kind === kind)
    .map(({ between }) => between.map(escapePart).join(':'))
    .join(',');
}

/**
 * An index, for instance `stunting~40,wasting~60:goalposts:arithmetic:8:20261:2000:score`, and what of its list is not
 * as usual (priorityRuleText).
 */
export function priorityText(priority: Priority): string {
  const { criteria, scaling, aggregation, top, seed, runs, colors } = priority;
  const weighted = criteria.map(({ indicator, weight }) => `${indicator}~${weight}`).join(',');
  const rule = priorityRuleText(priority);
  return [weighted, scaling, aggregation, top, seed, runs, colors, ...rule].join(':');
}

/** A second source, for instance `2` or `2:nearest`: points within which it agrees, and how its period is taken. */
export function secondText({ agreesWithin, nearestPeriod }: SecondSource): string {
  return nearestPeriod ? `${agreesWithin}:nearest` : String(agreesWithin);
}

/** Three problems, those with a threshold of their own with it: `stunting~0.25,wasting,extreme-poverty`. */
export function regionsText({ problems }: Regions): string {
  return problems
    .map(({ indicator, threshold }) => (threshold === null ? indicator : `${indicator}~${threshold}`))
    .join(',');
}

function readNumber(text: string): number | null {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= LARGEST_EDGE ? value : null;
}

/** One to eight ascending numbers. */
function readEdges(text: string): readonly number[] | null {
  const edges: number[] = [];
  for (const part of text.split(',')) {
    const edge = readNumber(part);
    const before = edges.at(-1);
    if (edge === null || (before !== undefined && edge <= before)) return null;
    edges.push(edge);
  }
  return edges.length <= MOST_EDGES ? edges : null;
}

/** A list as joined writes it, each text once; null where one is empty or cannot be read. */
export function readTexts(text: string): readonly string[] | null {
  const texts = new Set<string>();
  for (const part of text.split(',')) {
    const plain = unescapePart(part);
    if (plain === null || plain === '') return null;
    texts.add(plain);
  }
  return [...texts];
}

/** A method as methodText writes it; null where it is none, or bands are asked for where none are known. */
export function readMethod(text: string, bandsKnown: boolean): ClassificationMethod | null {
  const at = text.indexOf(':');
  const [kind, rest] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  switch (kind) {
    case 'bands':
      return rest === '' && bandsKnown ? { kind } : null;
    case 'fixed': {
      const breaks = readEdges(rest);
      return breaks && { kind, breaks };
    }
    case 'standard-deviation': {
      const step = readNumber(rest);
      return step !== null && step > 0 ? { kind, step } : null;
    }
    case 'quantile':
    case 'equal-interval':
    case 'natural-breaks': {
      const classes = readNumber(rest);
      const fits = classes !== null && Number.isInteger(classes) && classes >= 1 && classes <= MOST_CLASSES;
      return fits ? { kind, classes } : null;
    }
    default:
      return null;
  }
}

function readPair(text: string | undefined): readonly [low: number, high: number] | null {
  const edges = readEdges(text ?? '');
  const [low, high] = edges ?? [];
  return edges?.length === 2 && low !== undefined && high !== undefined ? [low, high] : null;
}

/** An overlay as overlayText writes it, of one of the known indicators; null where it is none. */
export function readOverlay(text: string, known: readonly Indicator[]): Overlay | null {
  const [id, kind, ...edges] = text.split(':');
  const indicator = known.find((candidate) => candidate.id === id)?.id;
  if (indicator === undefined) return null;
  if ((kind === 'bands' || kind === 'tertiles') && edges.length === 0)
    return { kind: 'overlay', indicator, classes: { kind } };
  const [first, second] = [readPair(edges[0]), readPair(edges[1])];
  if (kind !== 'own' || edges.length !== 2 || !first || !second) return null;
  return { kind: 'overlay', indicator, classes: { kind, first, second } };
}

const MOST_NEIGHBORS = 50;
const MOST_KILOMETERS = 1000;
const MOST_PERMUTATIONS = 9_999_999;
export const LARGEST_SEED = 999_999_999;

function readNeighbors(text: string): NeighborChoice | null {
  if (text === 'queen' || text === 'rook') return { kind: text };
  const value = readNumber(text.slice(text.indexOf('-') + 1));
  if (value === null || !(value > 0)) return null;
  if (text.startsWith('nearest-'))
    return Number.isInteger(value) && value <= MOST_NEIGHBORS ? { kind: 'nearest', k: value } : null;
  return text.startsWith('within-') && value <= MOST_KILOMETERS
    ? { kind: 'distance-band', kilometers: value }
    : null;
}

function isWhole(value: number | null | undefined, least: number, most: number): value is number {
  return value != null && Number.isInteger(value) && value >= least && value <= most;
}

/** Hotspots as hotspotsText writes them, without links by hand; null where they are none. */
export function readHotspots(text: string): Hotspots | null {
  const [method = '', neighborsPart = '', ...counts] = text.split(':');
  const neighbors = readNeighbors(neighborsPart);
  const [permutations, seed] = counts.map(readNumber);
  if (method !== 'clusters' && method !== 'hot-cold' && method !== 'co-location') return null;
  if (counts.length !== 2 || neighbors === null) return null;
  if (!isWhole(permutations, 99, MOST_PERMUTATIONS) || !isWhole(seed, 0, LARGEST_SEED)) return null;
  return { method, neighbors, edits: [], permutations, seed };
}

export const MOST_CRITERIA = 6;
const LARGEST_WEIGHT = 100;
const LARGEST_LIST = 100_000;
export const MOST_RUNS = 20_000;
export const LEAST_RUNS = 100;

/** Criteria of known indicators, each once, not all of weight 0. */
function readCriteria(text: string, known: readonly Indicator[]): Priority['criteria'] | null {
  const criteria: Priority['criteria'][number][] = [];
  for (const part of text.split(',')) {
    const [id, weightPart = '', ...rest] = part.split('~');
    const indicator = known.find((candidate) => candidate.id === id)?.id;
    const weight = readNumber(weightPart);
    if (rest.length > 0 || indicator === undefined || !isWhole(weight, 0, LARGEST_WEIGHT)) return null;
    if (criteria.some((other) => other.indicator === indicator)) return null;
    // Never -0.
    criteria.push({ indicator, weight: weight + 0 });
  }
  const fits = criteria.length <= MOST_CRITERIA && criteria.some(({ weight }) => weight > 0);
  return fits ? criteria : null;
}

/** An index as priorityText writes it, of known indicators; null where it is none. */
export function readPriority(text: string, known: readonly Indicator[]): Priority | null {
  const [weighted = '', scaling, aggregation, ...rest] = text.split(':');
  const criteria = readCriteria(weighted, known);
  const [top, seed, runs] = rest.slice(0, 3).map(readNumber);
  const colors = rest[3];
  const rule = readPriorityRule(rest.slice(4), known);
  if (criteria === null || rule === null) return null;
  if (scaling !== 'goalposts' && scaling !== 'z' && scaling !== 'percentile') return null;
  if (aggregation !== 'arithmetic' && aggregation !== 'geometric' && aggregation !== 'mazziotta-pareto')
    return null;
  if (colors !== 'score' && colors !== 'list') return null;
  if (!isWhole(top, 1, LARGEST_LIST) || !isWhole(seed, 0, LARGEST_SEED)) return null;
  if (!isWhole(runs, LEAST_RUNS, MOST_RUNS)) return null;
  return { kind: 'priority', criteria, scaling, aggregation, top, seed, runs, colors, ...rule };
}

const MOST_POINTS = 20;

/** A second source as secondText writes it; null where it is none. */
export function readSecond(text: string): SecondSource | null {
  const [points = '', nearest, ...rest] = text.split(':');
  const agreesWithin = readNumber(points);
  if (rest.length > 0 || !isWhole(agreesWithin, 1, MOST_POINTS)) return null;
  if (nearest !== undefined && nearest !== 'nearest') return null;
  return { kind: 'agreement', agreesWithin, nearestPeriod: nearest === 'nearest' };
}

/** D may exceed S, but not by so much. */
const LARGEST_THRESHOLD = 10;

function readRegionProblem(text: string, known: readonly Indicator[]): Regions['problems'][number] | null {
  const [id, own, ...rest] = text.split('~');
  const indicator = known.find((candidate) => candidate.id === id)?.id;
  if (indicator === undefined || rest.length > 0) return null;
  if (own === undefined) return { indicator, threshold: null };
  const threshold = readNumber(own);
  // Never -0.
  return threshold !== null && threshold >= 0 && threshold <= LARGEST_THRESHOLD
    ? { indicator, threshold: threshold + 0 }
    : null;
}

/** Three problems as regionsText writes them, of three different known indicators; null where they are none. */
export function readRegions(text: string, known: readonly Indicator[]): Regions | null {
  const [first, second, third, ...rest] = text.split(',').map((part) => readRegionProblem(part, known));
  if (!first || !second || !third || rest.length > 0) return null;
  const different = new Set([first, second, third].map(({ indicator }) => indicator)).size === 3;
  return different ? { kind: 'regions', problems: [first, second, third] } : null;
}

/** Pairs as linksText writes them; null where one is none, or of an unknown area. */
export function readLinks(
  text: string,
  kind: LinkEdit['kind'],
  isKnown: (code: string) => boolean,
): readonly LinkEdit[] | null {
  const edits: LinkEdit[] = [];
  for (const pair of text.split(',')) {
    const codes = pair.split(':').map(unescapePart);
    const [a, b] = codes;
    if (codes.length !== 2 || a == null || b == null || a === b || !isKnown(a) || !isKnown(b)) return null;
    edits.push({ kind, between: [a as AreaCode, b as AreaCode] });
  }
  return edits;
}

/** Classes of a dimension, each once; null where one is unknown. */
export function readClasses(text: string, dimension: DimensionId): readonly string[] | null {
  const known: readonly string[] = CLASSES[dimension];
  const classes = readTexts(text);
  return classes?.every((name) => known.includes(name)) ? classes : null;
}

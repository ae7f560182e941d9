import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { AreaIndex, LonLat } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { EmptyStatus } from '#core/empty-status.ts';
import { invariant } from '#core/problem.ts';
import { luminance } from './color.ts';
import type { SceneMarks } from './scene-marks.ts';
import { STATUS_PATTERNS } from './status-pattern.ts';

export interface SceneLabel {
  readonly text: string;
  readonly point: LonLat;
  /** Told before all others, under this number; null or left out: as room allows. */
  readonly number?: number | null;
  /** Outside what is asked about: last, and grey. */
  readonly muted?: boolean;
  /** Reported in part: its sign stands on the map. */
  readonly partial?: boolean;
}

export interface SceneInput {
  /** Feature i is area i. The very same object as long as the geography stays: a new one is drawn anew. */
  readonly boundaries: BoundaryCollection;
  /** Outlines of the areas one level up, or null. */
  readonly outlines: BoundaryCollection | null;
  /** By area index. */
  readonly labels: readonly SceneLabel[];
  /** Names of the areas one level up, shown instead where the areas are many and small on the screen. */
  readonly outlineLabels?: readonly SceneLabel[];
  /** Times the size at which a reader at the desk reads the names; 1 where nothing is said. */
  readonly labelScale?: number;
  /** Class by area index, NO_CLASS where none. Never changed in place. */
  readonly classOf: Uint8Array;
  /** CellStatus by area index. Never changed in place. */
  readonly status: Uint8Array;
  /** `#rrggbb` by class. */
  readonly colors: readonly string[];
  /** 1 by area index where a light hatch lies over the color; null: nowhere. Never changed in place. */
  readonly hatched?: Uint8Array | null;
  readonly selected: readonly AreaIndex[];
  readonly hovered: AreaIndex | null;
  /** What lies over the colors; null for nothing. */
  readonly marks?: SceneMarks | null;
  /** True while a newer picture is being made. */
  readonly dimmed?: boolean;
}

/** What is drawn of one area. Everything that changes while a geography stays is here, as MapLibre feature state. */
export interface AreaState {
  /** `#rrggbb` under any pattern. */
  readonly fill: string;
  /** `#rrggbb` of the hairline border. */
  readonly edge: string;
  readonly status: CellStatus;
  readonly hatched: boolean;
  readonly selected: boolean;
  readonly hovered: boolean;
}

/** How an area is drawn of which nothing has been said. */
export const DEFAULT_STATE: AreaState = {
  fill: '#fafaf7',
  edge: '#b4b1a6',
  status: CellStatus.observed,
  hatched: false,
  selected: false,
  hovered: false,
};

export type FilteredLayer = 'area-label' | 'area-label-selected';

/** A picture as a value: the same input gives the same scene, and two scenes can be told apart. */
export interface MapScene extends Required<Omit<SceneInput, 'outlineLabels'>> {
  readonly outlineLabels: readonly SceneLabel[];
  readonly filters: Readonly<Record<FilteredLayer, FilterSpecification>>;
}

export interface AreaChange {
  readonly index: AreaIndex;
  readonly state: Partial<AreaState>;
}

/** The least that turns one scene into another. */
export interface SceneChange {
  /** New geometry: every area is back at DEFAULT_STATE before `areas` is applied. */
  readonly boundaries: boolean;
  readonly outlines: boolean;
  /** Of all areas, and one level up: what they are called, and how. */
  readonly names: boolean;
  /** Which areas are told, and by which number. */
  readonly told: boolean;
  readonly marks: boolean;
  /** Ascending by index, each at most once, holding only what differs. */
  readonly areas: readonly AreaChange[];
  readonly filters: readonly { readonly layer: FilteredLayer; readonly filter: FilterSpecification }[];
  readonly dimmed: boolean | null;
}

const NO_LABELS: readonly SceneLabel[] = [];
const FILTERED: readonly FilteredLayer[] = ['area-label', 'area-label-selected'];

/** A border must be seen between two pale areas and must not outshout dark ones. */
const PALE_LUMINANCE = 0.62;
const EDGE_ON_PALE = '#b4b1a6';
const EDGE_ON_DARK = '#ffffff';

/** The scene of an input. Throws where the columns do not match the boundaries. */
export function buildScene(input: SceneInput): MapScene {
  const areas = input.boundaries.features.length;
  invariant(input.classOf.length === areas, `${input.classOf.length} classes for ${areas} areas`);
  invariant(input.status.length === areas, `${input.status.length} statuses for ${areas} areas`);
  invariant(input.labels.length === areas, `${input.labels.length} labels for ${areas} areas`);
  const chosen: ExpressionSpecification = ['in', ['get', 'index'], ['literal', [...input.selected]]];
  return {
    boundaries: input.boundaries,
    outlines: input.outlines,
    labels: input.labels,
    outlineLabels: input.outlineLabels ?? NO_LABELS,
    labelScale: input.labelScale ?? 1,
    classOf: input.classOf,
    status: input.status,
    colors: input.colors,
    hatched: input.hatched ?? null,
    selected: input.selected,
    hovered: input.hovered,
    marks: input.marks ?? null,
    dimmed: input.dimmed ?? false,
    filters: {
      'area-label': ['!', chosen],
      'area-label-selected': chosen,
    },
  };
}

type Look = Pick<AreaState, 'fill' | 'edge'>;
const NO_LOOK: Look = { fill: DEFAULT_STATE.fill, edge: DEFAULT_STATE.edge };

function unknown(what: string): never {
  throw new Error(`invariant: ${what}`);
}

/** The state of any area of a scene. */
export function stateReader(scene: MapScene): (index: number) => AreaState {
  const selected = new Set<number>(scene.selected);
  const looks = scene.colors.map(
    (fill): Look => ({ fill, edge: luminance(fill) > PALE_LUMINANCE ? EDGE_ON_PALE : EDGE_ON_DARK }),
  );
  const lookOf = (i: number, status: CellStatus): Look => {
    if (status !== CellStatus.observed) {
      const pattern = STATUS_PATTERNS[status as EmptyStatus];
      if (pattern === undefined) return unknown(`unknown status ${status} of area ${i}`);
      return { fill: pattern.ground, edge: pattern.edge };
    }
    const group = scene.classOf[i] ?? NO_CLASS;
    if (group === NO_CLASS) return NO_LOOK;
    return looks[group] ?? unknown(`class ${group} of ${scene.colors.length} has no color`);
  };
  return (i) => {
    const status = scene.status[i] as CellStatus;
    const { fill, edge } = lookOf(i, status);
    return {
      fill,
      edge,
      status,
      hatched: status === CellStatus.observed && scene.hatched?.[i] === 1,
      selected: selected.has(i),
      hovered: scene.hovered === i,
    };
  };
}

const STATE_KEYS = Object.keys(DEFAULT_STATE) as readonly (keyof AreaState)[];

/** Only what differs, or null where nothing does. */
function difference(from: AreaState, to: AreaState): Partial<AreaState> | null {
  let changed: Partial<Record<keyof AreaState, unknown>> | null = null;
  for (const key of STATE_KEYS) {
    if (from[key] === to[key]) continue;
    changed ??= {};
    changed[key] = to[key];
  }
  return changed as Partial<AreaState> | null;
}

/** Indices that can differ: all where a column was replaced, else those newly or no longer pointed at. */
function candidates(previous: MapScene, next: MapScene): readonly number[] {
  const columns = ['classOf', 'status', 'colors', 'hatched'] as const;
  if (columns.some((column) => previous[column] !== next[column]))
    return Array.from(next.status, (_, i) => i);
  const touched = new Set<number>();
  if (previous.selected !== next.selected)
    for (const index of [...previous.selected, ...next.selected]) touched.add(index);
  if (previous.hovered !== next.hovered)
    for (const index of [previous.hovered, next.hovered]) if (index !== null) touched.add(index);
  return [...touched].sort((a, b) => a - b);
}

function areaChanges(previous: MapScene | null, next: MapScene): AreaChange[] {
  const before = previous === null ? () => DEFAULT_STATE : stateReader(previous);
  const after = stateReader(next);
  const changes: AreaChange[] = [];
  for (const i of previous === null ? next.status.keys() : candidates(previous, next)) {
    const state = difference(before(i), after(i));
    if (state !== null) changes.push({ index: i as AreaIndex, state });
  }
  return changes;
}

function sameIndices(a: readonly AreaIndex[], b: readonly AreaIndex[]): boolean {
  return a === b || (a.length === b.length && a.every((index, k) => index === b[k]));
}

function sameNames(a: readonly SceneLabel[], b: readonly SceneLabel[]): boolean {
  const same = (one: SceneLabel, other: SceneLabel | undefined) =>
    one.text === other?.text &&
    one.point === other.point &&
    (one.muted ?? false) === (other.muted ?? false) &&
    (one.partial ?? false) === (other.partial ?? false);
  return a === b || (a.length === b.length && a.every((label, i) => same(label, b[i])));
}

function sameTold(a: readonly SceneLabel[], b: readonly SceneLabel[]): boolean {
  return a === b || a.every(({ number }, i) => (number ?? null) === (b[i]?.number ?? null));
}

/**
 * What has to be done to show `next` where `previous` is shown (null: nothing yet). Sources are compared by identity,
 * areas and their names by value; linear in areas where a column was replaced, else in the selection.
 */
export function diffScene(previous: MapScene | null, next: MapScene): SceneChange {
  const boundaries = previous === null || previous.boundaries !== next.boundaries;
  const redrawn = boundaries || previous.labelScale !== next.labelScale;
  const refilter = previous === null || !sameIndices(previous.selected, next.selected);
  return {
    boundaries,
    outlines: previous?.outlines !== next.outlines,
    names:
      redrawn || previous.outlineLabels !== next.outlineLabels || !sameNames(previous.labels, next.labels),
    told: redrawn || !sameTold(previous.labels, next.labels),
    marks: boundaries || previous?.marks !== next.marks,
    areas: areaChanges(boundaries ? null : previous, next),
    filters: refilter ? FILTERED.map((layer) => ({ layer, filter: next.filters[layer] })) : [],
    dimmed: previous?.dimmed === next.dimmed ? null : next.dimmed,
  };
}

import type {
  ExpressionSpecification,
  LayerSpecification,
  LineLayerSpecification,
  Map as MapLibre,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { CellStatus } from '#core/area-table.ts';
import { DISC, DISC_GAP_PX, DISC_IMAGE, MUTED_INK } from './label-disc.ts';
import { type AreaState, DEFAULT_STATE } from './scene.ts';
import { LIGHT_HATCH_ID, PATTERN_IDS, STATUS_PATTERNS } from './status-pattern.ts';
import { DEEPEST_TILE_ZOOM, TILE_LAYER } from './tile-channel.ts';

const INK = '#1f1f1c';
const SEA = '#eef0ec';
const HALO = '#ffffff';

/**
 * MapLibre draws names from the page's own fonts. It pastes the names of the stack into a CSS `font` unquoted, where
 * `Source Sans 3` is not valid: hence the quotes. It reads the weight off the first name: hence a name without a font.
 */
const LABEL_FONT = ['Label Semibold', '"Source Sans 3 Variable"', '"Source Sans 3"'];

function state(key: keyof AreaState): ExpressionSpecification {
  return ['feature-state', key];
}
function color(key: 'fill' | 'edge'): ExpressionSpecification {
  return ['to-color', ['coalesce', state(key), DEFAULT_STATE[key]]];
}
function where(condition: ExpressionSpecification, value: number): ExpressionSpecification {
  return ['case', condition, value, 0];
}
function hasStatus(status: CellStatus): ExpressionSpecification {
  return ['==', state('status'), status];
}
function isSet(key: 'selected' | 'hovered' | 'hatched'): ExpressionSpecification {
  return ['boolean', state(key), false];
}
function byZoom(...stops: readonly number[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops];
}

export function patternLayerId(image: string): string {
  return `area-${image}`;
}

function patternLayer(image: string, condition: ExpressionSpecification): LayerSpecification {
  return {
    id: patternLayerId(image),
    type: 'fill',
    source: 'areas',
    paint: { 'fill-pattern': image, 'fill-opacity': where(condition, 1), 'fill-antialias': false },
  };
}

function line(
  id: string,
  source: 'areas' | 'outlines' | 'pointed',
  paint: NonNullable<LineLayerSpecification['paint']>,
): LineLayerSpecification {
  return { id, type: 'line', source, layout: { 'line-join': 'round', 'line-cap': 'round' }, paint };
}

/** Around names of the desk's size. */
export const LABEL_HALO_PX = 1.5;

/** Type of the names by layer: zoom and CSS px, twice. */
const LABEL_STOPS = {
  'area-label': [11, 12, 14, 15],
  'outline-label': [7, 10, 11, 12.5],
  'area-label-selected': [11, 13, 14, 16],
  'area-label-told': [11, 12.5, 14, 15],
} as const;
type LabelLayer = keyof typeof LABEL_STOPS;
/** A city lies in one tile, or two; points stand within 2.5 m, or 5. */
const NAME_TILE_ZOOM = 10;
const TOLD_TILE_ZOOM = 9;
/** The one whose names stand beside a disc. */
export const TOLD_LAYER = 'area-label-told';
export const LABEL_LAYERS = Object.keys(LABEL_STOPS) as readonly LabelLayer[];

/** The `text-size` of a layer of names, `scale` times that of the desk. */
export function labelSize(layer: LabelLayer, scale: number): ExpressionSpecification {
  const [zoom, px, nearZoom, nearPx] = LABEL_STOPS[layer];
  return byZoom(zoom, px * scale, nearZoom, nearPx * scale);
}

function label(id: LabelLayer, source: 'labels' | 'told' | 'outline-labels'): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    layout: {
      'text-field': ['get', 'text'],
      'text-font': LABEL_FONT,
      'text-size': labelSize(id, 1),
      'text-max-width': 7,
      'text-line-height': 1.05,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: {
      'text-color': ['case', ['boolean', ['get', 'muted'], false], MUTED_INK, INK],
      'text-halo-color': HALO,
      'text-halo-width': LABEL_HALO_PX,
      'text-halo-blur': 0.3,
    },
  };
}

/** Names one level up: spaced capitals, so that they read as another kind of name than those of the areas. */
function districtLabel(): LayerSpecification {
  const base = label('outline-label', 'outline-labels');
  if (base.type !== 'symbol') return base;
  const layout = { ...base.layout, 'text-transform': 'uppercase', 'text-letter-spacing': 0.14 } as const;
  return { ...base, layout, paint: { ...base.paint, 'text-color': '#4d4c46' } };
}

/**
 * Areas that are told: a disc that is always there, and their name beside it. Placed before all other names, it keeps
 * the plain name of its area from being drawn: that one would lie under the disc.
 */
function toldLabel(): LayerSpecification {
  const base = label('area-label-told', 'told');
  if (base.type !== 'symbol') return base;
  return {
    ...base,
    layout: {
      ...base.layout,
      'icon-image': ['concat', DISC_IMAGE, ['to-string', ['get', 'number']]],
      'icon-allow-overlap': true,
      'text-optional': true,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': (DISC.radius + DISC_GAP_PX) / 12.5,
      'text-justify': 'auto',
      'text-padding': 1,
    },
  };
}

/** How an area is drawn that is pointed at or chosen, from below. */
const POINTED = [
  { key: 'hovered', casing: '', paint: { 'line-color': INK, 'line-width': 1.4 } },
  { key: 'selected', casing: '-casing', paint: { 'line-color': HALO, 'line-width': 6.5 } },
  { key: 'selected', casing: '', paint: { 'line-color': INK, 'line-width': 3 } },
] as const;

export const HOVERED_LINE = 'area-hovered';
/** Layers that draw them by feature state: of very many areas every change would touch the columns of all. */
export const STATE_LINES = POINTED.map(({ key, casing }) => `area-${key}${casing}`);

const notReported = STATUS_PATTERNS[CellStatus.notReported];

/**
 * Statuses are told apart by feature state, not by filter: a filter makes MapLibre cut the whole source anew, while an
 * opacity of 0 or 1 arrives in the same frame as the color.
 */
const AREA_LAYERS: readonly LayerSpecification[] = [
  { id: 'sea', type: 'background', paint: { 'background-color': SEA } },
  {
    id: 'area',
    type: 'fill',
    source: 'areas',
    paint: { 'fill-color': color('fill'), 'fill-antialias': false },
  },
  ...[...PATTERN_IDS].map(([status, image]) => patternLayer(image, hasStatus(status))),
  patternLayer(LIGHT_HATCH_ID, isSet('hatched')),
  line('area-edge', 'areas', {
    'line-color': color('edge'),
    'line-width': byZoom(5, 0, 8, 0.4, 11, 0.8, 14, 1.2),
  }),
  line('outline-casing', 'outlines', {
    'line-color': HALO,
    'line-width': byZoom(5, 0, 8, 1.6, 11, 2.6, 14, 4),
  }),
  line('outline', 'outlines', {
    'line-color': '#77746a',
    'line-width': byZoom(5, 0, 8, 0.5, 11, 0.9, 14, 1.4),
  }),
  {
    id: 'area-not-reported',
    type: 'line',
    source: 'areas',
    paint: {
      'line-color': notReported.edge,
      'line-width': byZoom(6, 0, 9, 1.2),
      'line-offset': 2,
      'line-dasharray': [...(notReported.edgeDash ?? [1, 0])],
      'line-opacity': where(hasStatus(CellStatus.notReported), 1),
    },
  },
  ...POINTED.map(({ key, casing, paint }) =>
    line(`area-${key}${casing}`, 'areas', { ...paint, 'line-opacity': where(isSet(key), 1) }),
  ),
];
/** Over all areas, of maps of very many: what of few is a state of theirs, or drawn beside the map. */
const MANY_LAYERS: readonly LayerSpecification[] = [
  ...POINTED.map(
    ({ key, casing, paint }): LineLayerSpecification => ({
      ...line(`pointed-${key}${casing}`, 'pointed', paint),
      filter: ['==', ['get', 'kind'], key],
    }),
  ),
  label('area-label', 'labels'),
  districtLabel(),
  label('area-label-selected', 'labels'),
  toldLabel(),
];

export type BoundarySource = 'areas' | 'outlines';

/** Simplified within a quarter of a pixel; what is smaller than that is left out. */
const DRAWN_WHOLE = { promoteId: 'index', tolerance: 0.25, maxzoom: 15 } as const;

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

/** A source of boundaries: null: none yet; else the address of their tiles. */
export function boundarySource(tiles: string | null): SourceSpecification {
  return tiles === null
    ? { type: 'geojson', data: NOTHING, ...DRAWN_WHOLE }
    : { type: 'vector', tiles: [tiles], maxzoom: DEEPEST_TILE_ZOOM };
}

/** Of very many areas, borders are drawn from here on: below it they would hide the colors between them. */
const MANY_LINES_ZOOM = 7;

/** The layers that draw boundaries, in their order, and of each the layer above it; of tiles, as they draw these. */
export function boundaryLayers(
  source: BoundarySource,
  tiled: boolean,
): readonly { readonly layer: LayerSpecification; readonly above: readonly string[] }[] {
  return AREA_LAYERS.flatMap((layer, k) => {
    if (!('source' in layer) || layer.source !== source) return [];
    if (tiled && STATE_LINES.includes(layer.id)) return [];
    const ofTiles = {
      'source-layer': TILE_LAYER,
      ...(layer.type === 'line' && { minzoom: MANY_LINES_ZOOM }),
    };
    const above = [...AREA_LAYERS.slice(k + 1), ...MANY_LAYERS].map(({ id }) => id);
    return [{ layer: tiled ? { ...layer, ...ofTiles } : layer, above }];
  });
}

/** The style before any data: sources empty, nothing to fetch. Each source is asked for every tile, empty or not. */
export function emptyStyle(): StyleSpecification {
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: { areas: boundarySource(null), outlines: boundarySource(null) },
    layers: [...AREA_LAYERS],
  };
}

const MANY_SOURCES: Readonly<Record<string, SourceSpecification>> = {
  pointed: { type: 'geojson', data: NOTHING, tolerance: 0.25, maxzoom: 15 },
  labels: { type: 'geojson', data: NOTHING, promoteId: 'index', maxzoom: NAME_TILE_ZOOM },
  // They change with every question.
  told: { type: 'geojson', data: NOTHING, maxzoom: TOLD_TILE_ZOOM },
  'outline-labels': { type: 'geojson', data: NOTHING, maxzoom: NAME_TILE_ZOOM },
};

/** Adds to a style what maps of very many areas have beside those of few; once. */
export function addManyLayers(map: MapLibre): void {
  for (const [id, source] of Object.entries(MANY_SOURCES))
    if (map.getSource(id) === undefined) map.addSource(id, source);
  for (const layer of MANY_LAYERS) if (map.getLayer(layer.id) === undefined) map.addLayer(layer);
}

import type { Map as MapLibre } from 'maplibre-gl';
import {
  LIGHT_HATCH,
  LIGHT_HATCH_ID,
  PATTERN_IDS,
  PATTERN_TILE,
  STATUS_PATTERNS,
  type StatusPattern,
} from './status-pattern.ts';

/** Device px per CSS px that makes a tile a whole number of device px, so that it repeats without a seam. */
function tileRatio(devicePixelRatio: number): number {
  return Math.max(PATTERN_TILE, Math.round(PATTERN_TILE * devicePixelRatio)) / PATTERN_TILE;
}

interface TileLook {
  /** null: transparent. */
  readonly ground: string | null;
  readonly path: string | null;
  readonly lines: readonly { readonly stroke: string; readonly width: number }[];
}

function lookOf({ ground, path, stroke, strokeWidth }: StatusPattern): TileLook {
  return { ground, path, lines: [{ stroke, width: strokeWidth }] };
}

function draw(look: TileLook, ratio: number): ImageData {
  const canvas = document.createElement('canvas');
  const side = Math.round(PATTERN_TILE * ratio);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new ImageData(side, side);
  if (look.ground !== null) {
    context.fillStyle = look.ground;
    context.fillRect(0, 0, side, side);
  }
  context.scale(ratio, ratio);
  context.lineCap = 'round';
  for (const { stroke, width } of look.path === null ? [] : look.lines) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke(new Path2D(look.path ?? ''));
  }
  return context.getImageData(0, 0, side, side);
}

/** The tile of every pattern by its id, of whole device px. */
export function patternTiles(devicePixelRatio: number): ReadonlyMap<string, ImageData> {
  const ratio = tileRatio(devicePixelRatio);
  const looks = new Map<string, TileLook>([[LIGHT_HATCH_ID, { ground: null, ...LIGHT_HATCH }]]);
  for (const [status, id] of PATTERN_IDS) looks.set(id, lookOf(STATUS_PATTERNS[status]));
  return new Map([...looks].map(([id, look]) => [id, draw(look, ratio)]));
}

/** Puts the pattern images into the style, or replaces them after the screen's resolution changed. */
export function addPatternImages(map: MapLibre, devicePixelRatio: number): void {
  const pixelRatio = tileRatio(devicePixelRatio);
  for (const [id, image] of patternTiles(devicePixelRatio)) {
    if (map.hasImage(id)) map.removeImage(id);
    map.addImage(id, image, { pixelRatio });
  }
}

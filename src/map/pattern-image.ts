import type { Map as MapLibre } from 'maplibre-gl';
import { PATTERN_IDS, PATTERN_TILE, STATUS_PATTERNS, type StatusPattern } from './status-pattern.ts';

/** Device px per CSS px that makes a tile a whole number of device px, so that it repeats without a seam. */
function tileRatio(devicePixelRatio: number): number {
  return Math.max(PATTERN_TILE, Math.round(PATTERN_TILE * devicePixelRatio)) / PATTERN_TILE;
}

function draw(pattern: StatusPattern, ratio: number): ImageData {
  const canvas = document.createElement('canvas');
  const side = Math.round(PATTERN_TILE * ratio);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new ImageData(side, side);
  context.fillStyle = pattern.ground;
  context.fillRect(0, 0, side, side);
  context.scale(ratio, ratio);
  context.strokeStyle = pattern.stroke;
  context.lineWidth = pattern.strokeWidth;
  context.lineCap = 'round';
  if (pattern.path !== null) context.stroke(new Path2D(pattern.path));
  return context.getImageData(0, 0, side, side);
}

/** Puts the pattern images into the style, or replaces them after the screen's resolution changed. */
export function addPatternImages(map: MapLibre, devicePixelRatio: number): void {
  const ratio = tileRatio(devicePixelRatio);
  for (const [status, id] of PATTERN_IDS) {
    if (map.hasImage(id)) map.removeImage(id);
    map.addImage(id, draw(STATUS_PATTERNS[status], ratio), { pixelRatio: ratio });
  }
}

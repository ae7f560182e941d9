import type { Map as MapLibre } from 'maplibre-gl';
import { DISC, DISC_IMAGE, discHalfWidth } from './label-disc.ts';
import { FONT } from './svg-names.ts';

const PIXEL_RATIO = 4;

function drawDisc(number: number): ImageData | null {
  const edge = DISC.radius / 6;
  const [halfWidth, halfHeight] = [discHalfWidth(number) + edge, DISC.radius + edge];
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(2 * halfWidth * PIXEL_RATIO);
  canvas.height = Math.ceil(2 * halfHeight * PIXEL_RATIO);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.beginPath();
  context.roundRect(edge / 2, edge / 2, 2 * halfWidth - edge, 2 * halfHeight - edge, halfHeight);
  context.fillStyle = DISC.fill;
  context.fill();
  context.strokeStyle = DISC.edge;
  context.lineWidth = edge;
  context.stroke();
  context.fillStyle = DISC.ink;
  context.font = `650 ${DISC.size}px ${FONT}`;
  context.textAlign = 'center';
  context.fillText(String(number), halfWidth, halfHeight + DISC.size * 0.35);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Draws the disc of a number when MapLibre first asks for it; an event would come when it has given up already. */
export function watchDiscImages(map: MapLibre): void {
  map.setMissingStyleImageResolver((id) => {
    if (!id.startsWith(DISC_IMAGE) || map.hasImage(id)) return;
    const image = drawDisc(Number(id.slice(DISC_IMAGE.length)));
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  });
}

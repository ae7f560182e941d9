import type { Map as MapLibre } from 'maplibre-gl';
import { DISC, DISC_IMAGE, discHalfWidth } from './label-disc.ts';
import { FONT } from './svg-names.ts';

/** Sharp at twice the size too, as in a presentation. MapLibre sends every pixel on with each question: no more of them. */
const SHARPEST_SCALE = 2;

function drawDisc(number: number, pixelRatio: number): ImageData | null {
  const edge = DISC.radius / 6;
  const [halfWidth, halfHeight] = [discHalfWidth(number) + edge, DISC.radius + edge];
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(2 * halfWidth * pixelRatio);
  canvas.height = Math.ceil(2 * halfHeight * pixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.scale(pixelRatio, pixelRatio);
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
    const pixelRatio = Math.ceil(SHARPEST_SCALE * window.devicePixelRatio);
    const image = drawDisc(Number(id.slice(DISC_IMAGE.length)), pixelRatio);
    if (image) map.addImage(id, image, { pixelRatio });
  });
}

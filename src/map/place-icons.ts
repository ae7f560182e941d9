import { IconLayer } from '@deck.gl/layers';
import type { LonLat } from '#core/area.ts';
import {
  PLACE_HALO,
  PLACE_HALO_STROKE,
  PLACE_INK,
  PLACE_RADIUS,
  PLACE_STROKE,
  POINT_LOOKS,
  type PointLook,
  shapePath,
} from './place-look.ts';
import type { PlaceMarks } from './scene-marks.ts';

/** CSS px of one symbol with its halo, and its sharpness on screens of any density. */
const CELL = 20;
const RATIO = 4;

interface Icon {
  readonly point: LonLat;
  readonly icon: string;
}

const nameOf = ({ shape, open }: PointLook): string => (open ? `${shape}-open` : shape);

const MAPPING = Object.fromEntries(
  POINT_LOOKS.map((look, k) => [
    nameOf(look),
    { x: k * CELL * RATIO, y: 0, width: CELL * RATIO, height: CELL * RATIO },
  ]),
);

let atlas: ImageData | null = null;

/** All symbols side by side, as a picture for the graphics card. */
function symbolAtlas(): ImageData {
  if (atlas) return atlas;
  const canvas = document.createElement('canvas');
  canvas.width = POINT_LOOKS.length * CELL * RATIO;
  canvas.height = CELL * RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  context.scale(RATIO, RATIO);
  context.lineJoin = 'round';
  for (const [k, { shape, open }] of POINT_LOOKS.entries()) {
    const path = new Path2D(shapePath(shape, (k + 0.5) * CELL, CELL / 2, PLACE_RADIUS));
    context.strokeStyle = PLACE_HALO;
    context.lineWidth = PLACE_HALO_STROKE;
    context.stroke(path);
    context.fillStyle = open ? PLACE_HALO : PLACE_INK;
    context.fill(path);
    if (!open) continue;
    context.strokeStyle = PLACE_INK;
    context.lineWidth = PLACE_STROKE;
    context.stroke(path);
  }
  atlas = context.getImageData(0, 0, canvas.width, canvas.height);
  return atlas;
}

/** The symbols of all layers; the first layer lies lowest. */
export function placeLayer(id: string, layers: readonly PlaceMarks[]): IconLayer<Icon> {
  const data = layers.flatMap(({ look, points }) => points.map((point) => ({ point, icon: nameOf(look) })));
  return new IconLayer<Icon>({
    id,
    data,
    pickable: false,
    // The layer takes a picture as well; its types know only addresses and textures.
    iconAtlas: symbolAtlas() as unknown as string,
    iconMapping: MAPPING,
    sizeUnits: 'pixels',
    getSize: CELL,
    getIcon: ({ icon }) => icon,
    getPosition: ({ point: [longitude, latitude] }) => [longitude, latitude],
  });
}

import type { LonLat } from '#core/area.ts';
import type { ScreenPoint } from './area-pointer.ts';
import type { Bounds } from './extent.ts';

function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

function latitudeOf(y: number): number {
  return (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
}

/**
 * What a map with north on top shows in a frame of CSS px, told by where it puts two corners of the areas. Null where
 * all areas are seen: whoever draws the map again need not follow the reader then.
 */
export function seenBounds(
  project: (point: LonLat) => ScreenPoint,
  frame: { readonly width: number; readonly height: number },
  areas: Bounds,
): Bounds | null {
  const [west, south, east, north] = areas;
  const topLeft = project([west, north]);
  const bottomRight = project([east, south]);
  const across = (east - west) / (bottomRight.x - topLeft.x);
  const down = (mercator(south) - mercator(north)) / (bottomRight.y - topLeft.y);
  if (!Number.isFinite(across) || !Number.isFinite(down)) return null;
  const slack = 1;
  const whole =
    topLeft.x >= -slack &&
    topLeft.y >= -slack &&
    bottomRight.x <= frame.width + slack &&
    bottomRight.y <= frame.height + slack;
  if (whole) return null;
  const at = (x: number, y: number): LonLat => [
    west + (x - topLeft.x) * across,
    latitudeOf(mercator(north) + (y - topLeft.y) * down),
  ];
  const [left, top] = at(0, 0);
  const [right, bottom] = at(frame.width, frame.height);
  return [left, bottom, right, top];
}

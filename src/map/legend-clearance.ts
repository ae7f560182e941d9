import type { BoundaryCollection } from '#core/boundary.ts';
import { boundsOf } from './extent.ts';
import type { MapPadding } from './map-surface.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

const STEP_PX = 12;
const GAP_PX = 10;
const MARGIN_PX = 24;
/** Enough of the outline to see an overlap; more would only cost time. */
const MOST_VERTICES = 6_000;

function mercatorY(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

function verticesOf(boundaries: BoundaryCollection): readonly (readonly [number, number])[] {
  const all = boundaries.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  const every = Math.ceil(all.length / MOST_VERTICES);
  return all.filter((_, k) => k % every === 0).map(([x = 0, y = 0]) => [x, mercatorY(y)]);
}

/**
 * The padding with which the areas, fitted into the frame, are largest and yet keep clear of a legend in the bottom
 * left corner. Lengths in CSS px; `legend` includes its distance from the corner.
 */
export function paddingBesideLegend(boundaries: BoundaryCollection, frame: Box, legend: Box): MapPadding {
  const none: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };
  const bounds = boundsOf(boundaries);
  if (bounds === null) return none;
  const [west, south, east, north] = [bounds[0], mercatorY(bounds[1]), bounds[2], mercatorY(bounds[3])];
  const vertices = verticesOf(boundaries);
  const scaleWith = ({ left, bottom }: MapPadding) =>
    Math.min(
      (frame.width - left - 2 * MARGIN_PX) / (east - west),
      (frame.height - bottom - 2 * MARGIN_PX) / (north - south),
    );
  const isClear = (padding: MapPadding): boolean => {
    const scale = scaleWith(padding);
    const middleX = (frame.width + padding.left) / 2;
    const middleY = (frame.height - padding.bottom) / 2;
    return vertices.every(([x, y]) => {
      const px = middleX + (x - (west + east) / 2) * scale;
      const py = middleY - (y - (south + north) / 2) * scale;
      return px > legend.width + GAP_PX || py < frame.height - legend.height - GAP_PX;
    });
  };
  const sides = (['left', 'bottom'] as const).flatMap((side) => {
    const most = side === 'left' ? legend.width : legend.height;
    const steps = Array.from({ length: Math.floor(most / STEP_PX) + 2 }, (_, k) => ({
      ...none,
      [side]: k * STEP_PX,
    }));
    return steps.find(isClear) ?? [];
  });
  return sides.sort((a, b) => scaleWith(b) - scaleWith(a))[0] ?? none;
}

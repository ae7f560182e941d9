import type { Position } from 'geojson';
import type { BoundaryCollection } from '#core/boundary.ts';
import { boundsOf } from './extent.ts';
import type { MapPadding } from './map-padding.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

const STEP_PX = 16;
const GAP_PX = 10;
const MARGIN_PX = 24;
/** Enough of the outline to see an overlap; more would only cost time. */
const MOST_VERTICES = 1_500;

function mercatorY(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

type Vertices = readonly (readonly [number, number])[];
const sampled = new WeakMap<BoundaryCollection, Vertices>();

function ringsOf(boundaries: BoundaryCollection): readonly Position[][] {
  return boundaries.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
}

/** Every n-th vertex; the same array for the same boundaries, because a legend may change its size often. */
function verticesOf(boundaries: BoundaryCollection): Vertices {
  const before = sampled.get(boundaries);
  if (before !== undefined) return before;
  const rings = ringsOf(boundaries);
  const every = Math.ceil(rings.reduce((sum, ring) => sum + ring.length, 0) / MOST_VERTICES);
  const vertices: (readonly [number, number])[] = [];
  let at = 0;
  for (const ring of rings) {
    for (const [x = 0, y = 0] of ring) {
      if (at % every === 0) vertices.push([x, mercatorY(y)]);
      at += 1;
    }
  }
  sampled.set(boundaries, vertices);
  return vertices;
}

function steps(most: number): readonly number[] {
  return Array.from({ length: Math.floor(most / STEP_PX) + 2 }, (_, k) => k * STEP_PX);
}

export type LegendCorner = 'bottom-left' | 'top-left';

export interface LegendPlace {
  readonly corner: LegendCorner;
  readonly padding: MapPadding;
}

/** The top corner is taken only where the areas gain this much by it. */
const WORTH_MOVING = 1.12;

/**
 * The corner for a legend and the padding with which the areas, fitted into the frame, are largest and yet keep clear
 * of it and of the map's buttons. Lengths in CSS px, boxes with their distance from the corner.
 * @param legend null where it does not lie over the map.
 * @param controls the buttons in the top right corner.
 */
export function placeLegend(
  boundaries: BoundaryCollection,
  frame: Box,
  legend: Box | null,
  controls: Box,
): LegendPlace {
  const none: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };
  const bounds = boundsOf(boundaries);
  if (bounds === null) return { corner: 'bottom-left', padding: none };
  const [west, south, east, north] = [bounds[0], mercatorY(bounds[1]), bounds[2], mercatorY(bounds[3])];
  const vertices = verticesOf(boundaries);
  const own = legend ?? { width: 0, height: 0 };
  const scaleWith = ({ left, right, top, bottom }: MapPadding) =>
    Math.min(
      (frame.width - left - right - 2 * MARGIN_PX) / (east - west),
      (frame.height - top - bottom - 2 * MARGIN_PX) / (north - south),
    );
  const isClear = (corner: LegendCorner, padding: MapPadding): boolean => {
    const scale = scaleWith(padding);
    const middleX = (frame.width + padding.left - padding.right) / 2;
    const middleY = (frame.height + padding.top - padding.bottom) / 2;
    return vertices.every(([x, y]) => {
      const px = middleX + (x - (west + east) / 2) * scale;
      const py = middleY - (y - (south + north) / 2) * scale;
      const fromEdge = corner === 'top-left' ? py : frame.height - py;
      const besideControls = px < frame.width - controls.width - GAP_PX || py > controls.height + GAP_PX;
      const besideLegend = legend === null || px > legend.width + GAP_PX || fromEdge > legend.height + GAP_PX;
      return besideControls && besideLegend;
    });
  };
  const best = (corner: LegendCorner): LegendPlace => {
    const edge = corner === 'top-left' ? 'top' : 'bottom';
    // A legend has many places of its own; beside it the buttons are passed by or not.
    const beside = (most: number) => (legend === null ? steps(most) : [0, most]);
    const candidates = beside(controls.width).flatMap((right) =>
      (edge === 'top' ? [0] : beside(controls.height)).flatMap((top) =>
        steps(own.width).flatMap((left) =>
          steps(own.height).map((away) => ({ ...none, top, right, left, [edge]: away })),
        ),
      ),
    );
    const ordered = candidates.sort((a, b) => scaleWith(b) - scaleWith(a));
    return { corner, padding: ordered.find((padding) => isClear(corner, padding)) ?? none };
  };
  const low = best('bottom-left');
  if (legend === null) return low;
  const high = best('top-left');
  return scaleWith(high.padding) > scaleWith(low.padding) * WORTH_MOVING ? high : low;
}

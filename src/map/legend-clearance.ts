import type { Position } from 'geojson';
import type { BoundaryCollection } from '#core/boundary.ts';
import { boundsOf } from './extent.ts';
import { type MapPadding, NO_PADDING } from './map-padding.ts';

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

/** What lies over the map, in CSS px, with its distance from its corner. */
export interface LegendFrame {
  readonly frame: Box;
  /** null where it does not lie over the map. */
  readonly legend: Box | null;
  /** The buttons in the top right corner. */
  readonly controls: Box;
}

/** The top corner is taken only where the areas gain this much by it. */
const WORTH_MOVING = 1.12;

interface Clearance {
  readonly padding: MapPadding;
  /** Of the areas, px a degree. */
  readonly scale: number;
}

/** The padding with which the areas are largest and yet keep clear of the legend in a corner, and of the buttons. */
function clearanceOf(
  boundaries: BoundaryCollection,
  { frame, legend, controls }: LegendFrame,
  corner: LegendCorner,
): Clearance | null {
  const bounds = boundsOf(boundaries);
  if (bounds === null) return null;
  const [west, south, east, north] = [bounds[0], mercatorY(bounds[1]), bounds[2], mercatorY(bounds[3])];
  const vertices = verticesOf(boundaries);
  const own = legend ?? { width: 0, height: 0 };
  const scaleWith = ({ left, right, top, bottom }: MapPadding) =>
    Math.min(
      (frame.width - left - right - 2 * MARGIN_PX) / (east - west),
      (frame.height - top - bottom - 2 * MARGIN_PX) / (north - south),
    );
  const isClear = (padding: MapPadding): boolean => {
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
  const edge = corner === 'top-left' ? 'top' : 'bottom';
  // A legend has many places of its own; beside it the buttons are passed by or not.
  const beside = (most: number) => (legend === null ? steps(most) : [0, most]);
  const candidates = beside(controls.width).flatMap((right) =>
    (edge === 'top' ? [0] : beside(controls.height)).flatMap((top) =>
      steps(own.width).flatMap((left) =>
        steps(own.height).map((away) => ({ ...NO_PADDING, top, right, left, [edge]: away })),
      ),
    ),
  );
  const padding = candidates.sort((a, b) => scaleWith(b) - scaleWith(a)).find(isClear) ?? NO_PADDING;
  return { padding, scale: scaleWith(padding) };
}

/** The same for any of the areas of a map whose legend has its corner. */
export function clearPadding(
  boundaries: BoundaryCollection,
  covers: LegendFrame,
  corner: LegendCorner,
): MapPadding {
  return clearanceOf(boundaries, covers, corner)?.padding ?? NO_PADDING;
}

/** The corner for a legend, in which the areas, fitted into the frame, are largest. */
export function placeLegend(boundaries: BoundaryCollection, covers: LegendFrame): LegendPlace {
  const low = clearanceOf(boundaries, covers, 'bottom-left');
  if (low === null) return { corner: 'bottom-left', padding: NO_PADDING };
  const high = covers.legend === null ? null : clearanceOf(boundaries, covers, 'top-left');
  return high !== null && high.scale > low.scale * WORTH_MOVING
    ? { corner: 'top-left', padding: high.padding }
    : { corner: 'bottom-left', padding: low.padding };
}

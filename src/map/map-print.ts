import { type Bounds, boundsOf } from './extent.ts';
import { NO_PADDING } from './map-padding.ts';
import type { MapScene } from './scene.ts';
import { type FrameSize, viewOf } from './svg-camera.ts';
import { svgImage } from './svg-element.ts';
import type { PlacedDisc } from './svg-label.ts';
import { createSvgNames, type PrintedName, printedNames } from './svg-names.ts';
import { createSvgPicture } from './svg-picture.ts';

/** A scene on paper: it needs no WebGL, is sharp at any resolution, and is there at once. */
export interface PrintedMap {
  readonly width: number;
  readonly height: number;
  /** Areas without names, in width x height CSS px. */
  readonly areas: SVGSVGElement;
  readonly names: readonly PrintedName[];
  /** Numbers of told areas. */
  readonly discs: readonly PlacedDisc[];
  /** Ground in a CSS px, in the middle. */
  readonly metersPerPixel: number;
}

/** No zoom is too close for a reader's own look. */
const CLOSEST = Number.POSITIVE_INFINITY;

/**
 * Draws a scene for paper, without pointer and never dimmed: all areas, or what `seen` encloses. Null where the scene
 * has no areas.
 */
export function printMap(scene: MapScene, seen: Bounds | null, frame: FrameSize): PrintedMap | null {
  const picture = createSvgPicture();
  picture.show({ ...scene, hovered: null, dimmed: false });
  const { projection } = picture;
  const bounds = seen ?? boundsOf(scene.boundaries);
  if (projection === null || bounds === null) return null;
  const [west, south, east, north] = bounds;
  const [x, y] = projection.forward([west, north]);
  const [right, bottom] = projection.forward([east, south]);
  const view = viewOf({ x, y, width: right - x, height: bottom - y }, frame, NO_PADDING, CLOSEST);
  picture.setView(view, frame);
  const { element } = picture;
  element.setAttribute('width', String(frame.width));
  element.setAttribute('height', String(frame.height));
  const placed = createSvgNames().place(scene, projection, view, frame);
  const latitude = projection.latitudeAt(view.y + frame.height / 2 / view.scale);
  return {
    width: frame.width,
    height: frame.height,
    areas: element,
    names: placed.flatMap(printedNames),
    discs: placed.flatMap(({ disc }) => disc ?? []),
    metersPerPixel: projection.metersPerUnit(latitude) / view.scale,
  };
}

/** The areas as an image, for a canvas. */
export function imageOf({ areas }: PrintedMap): Promise<HTMLImageElement> {
  return svgImage(areas);
}

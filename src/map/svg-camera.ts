import type { ScreenPoint } from './area-pointer.ts';
import { fittingPadding, type MapPadding } from './map-padding.ts';

/** What part of a drawing is seen: the unit at the top left corner, and CSS px a unit. */
export interface SvgView {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The largest view that shows all of a box inside a frame and clear of its padding. */
export function viewOf(
  box: Rectangle,
  { width, height }: FrameSize,
  padding: MapPadding,
  most: number,
): SvgView {
  const { left, right, top, bottom } = fittingPadding(width, height, padding);
  const across = (width - left - right) / Math.max(box.width, 1e-9);
  const down = (height - top - bottom) / Math.max(box.height, 1e-9);
  const scale = Math.min(most, across, down);
  const middle = { x: (width + left - right) / 2, y: (height + top - bottom) / 2 };
  return {
    x: box.x + box.width / 2 - middle.x / scale,
    y: box.y + box.height / 2 - middle.y / scale,
    scale,
  };
}

/** Scaled about a point on the screen, which stays where it is. */
export function zoomedAt(
  view: SvgView,
  at: ScreenPoint,
  factor: number,
  limits: readonly [number, number],
): SvgView {
  const scale = Math.min(limits[1], Math.max(limits[0], view.scale * factor));
  return {
    x: view.x + at.x / view.scale - at.x / scale,
    y: view.y + at.y / view.scale - at.y / scale,
    scale,
  };
}

/** The picture under the frame moves by so many px to the left and up. */
export function pannedBy(view: SvgView, x: number, y: number): SvgView {
  return { ...view, x: view.x + x / view.scale, y: view.y + y / view.scale };
}

export function centeredOn(view: SvgView, [x, y]: readonly [number, number], frame: FrameSize): SvgView {
  return { ...view, x: x - frame.width / 2 / view.scale, y: y - frame.height / 2 / view.scale };
}

export function viewBoxOf(view: SvgView, { width, height }: FrameSize): string {
  return [view.x, view.y, width / view.scale, height / view.scale].join(' ');
}

/** The longest round length (1, 2 or 5 times a power of ten) that is no wider than `mostPx`. */
export function scaleBar(
  metersPerPx: number,
  mostPx: number,
): { readonly meters: number; readonly px: number } {
  const most = metersPerPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const times = most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1;
  return { meters: times * power, px: (times * power) / metersPerPx };
}

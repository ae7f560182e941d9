import type { ScreenPoint } from './area-pointer.ts';

export interface SvgGestures {
  onPan(x: number, y: number): void;
  onZoom(at: ScreenPoint, factor: number): void;
  /** The pointer rests or moves over the map without a button; null: it left. */
  onPoint(target: EventTarget | null, at: ScreenPoint): void;
  onPress(target: EventTarget | null, at: ScreenPoint, additive: boolean): void;
}

/** A hand that means to press moves no more than this. */
const STILL_PX = 4;
const WHEEL_LINE_PX = 40;
const WHEEL_PX_PER_DOUBLING = 400;

function pixelsOf({ deltaY, deltaMode }: WheelEvent): number {
  return deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * WHEEL_LINE_PX;
}

/** Drag, wheel, double click and two fingers on an element. */
export function watchGestures(element: SVGSVGElement, gestures: SvgGestures): void {
  const fingers = new Map<number, ScreenPoint>();
  let travelled = 0;

  const at = ({ clientX, clientY }: MouseEvent): ScreenPoint => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const spread = (points: readonly ScreenPoint[]): number => {
    const [a, b] = points;
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };

  const drag = (event: PointerEvent, from: ScreenPoint): void => {
    const to = at(event);
    travelled += Math.hypot(to.x - from.x, to.y - from.y);
    const before = [...fingers.values()];
    fingers.set(event.pointerId, to);
    if (travelled <= STILL_PX) return;
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    gestures.onPoint(null, to);
    const after = [...fingers.values()];
    gestures.onPan((from.x - to.x) / after.length, (from.y - to.y) / after.length);
    const [first, second] = after;
    if (!first || !second || spread(before) === 0) return;
    const middle = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
    gestures.onZoom(middle, spread(after) / spread(before));
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, at(event));
  });
  element.addEventListener('pointermove', (event) => {
    const from = fingers.get(event.pointerId);
    if (from === undefined) gestures.onPoint(event.target, at(event));
    else drag(event, from);
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    element.addEventListener(end, (event) => void fingers.delete(event.pointerId));
  element.addEventListener('pointerleave', (event) => {
    if (fingers.size === 0) gestures.onPoint(null, at(event));
  });
  element.addEventListener('click', (event) => {
    if (travelled > STILL_PX) return;
    gestures.onPress(event.target, at(event), event.shiftKey || event.ctrlKey || event.metaKey);
  });
  element.addEventListener('dblclick', (event) => gestures.onZoom(at(event), event.shiftKey ? 0.5 : 2));
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      gestures.onZoom(at(event), 2 ** (-pixelsOf(event) / WHEEL_PX_PER_DOUBLING));
    },
    { passive: false },
  );
}

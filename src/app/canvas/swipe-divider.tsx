import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { usePage } from '#app/page.ts';

const STEP = 2;
const LONG_STEP = 10;

/** Where a key leads from a place in percent; null where it is none of the divider's. */
function placeAfter(key: string, at: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - STEP;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + STEP;
    case 'PageDown':
      return at - LONG_STEP;
    case 'PageUp':
      return at + LONG_STEP;
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}

/** Between map A on the left and map B on the right: dragged, or moved by the keys of a slider. */
export function SwipeDivider() {
  const { words, format } = usePage();
  const own = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(50);
  useEffect(() => {
    own.current?.closest<HTMLElement>('.second-map')?.style.setProperty('--swipe', `${at}%`);
  }, [at]);
  const move = (place: number) => setAt(Math.min(100, Math.max(0, place)));
  const drag = (event: PointerEvent) => {
    const frame = own.current?.parentElement?.getBoundingClientRect();
    if (!frame || !own.current?.hasPointerCapture(event.pointerId)) return;
    move(((event.clientX - frame.left) / frame.width) * 100);
  };
  const press = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(next);
  };
  const say = words.arrangement;
  return (
    <div className="swipe-track">
      <div
        className="swipe-divider"
        ref={own}
        role="slider"
        tabIndex={0}
        aria-label={say.divider}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at)}
        aria-valuetext={say.dividerAt(format.count(at), format.count(100 - at))}
        style={{ left: `${at}%` }}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          event.currentTarget.focus();
        }}
        onPointerMove={drag}
      >
        <span className="swipe-grip" aria-hidden="true">
          <b>A</b> ‹› <b>B</b>
        </span>
      </div>
    </div>
  );
}

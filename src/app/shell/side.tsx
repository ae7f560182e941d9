import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { usePage } from '#app/page.ts';
import type { Room } from '#core/view.ts';

/** Rooms whose work is in the panel: on a telephone it is raised when they are entered. */
const RAISED: readonly Room[] = ['data', 'priority', 'proposal'];
const SWIPE_PX = 24;

/**
 * The place of the panel: at the right, and on a telephone a sheet from below, that shows its tabs and is raised over
 * the map by its handle, a swipe, or whatever is reached in it.
 */
export function Side({ room, children }: { readonly room: Room; readonly children: ReactNode }) {
  const { words } = usePage();
  const [wanted, setWanted] = useState<Readonly<Partial<Record<Room, boolean>>>>({});
  const from = useRef<number | null>(null);
  const raised = wanted[room] ?? RAISED.includes(room);
  const raise = (up: boolean) => {
    if (up !== raised) setWanted((before) => ({ ...before, [room]: up }));
  };
  const say = words.rooms.sheet;
  const swiped = (event: PointerEvent) => {
    const moved = from.current === null ? 0 : event.clientY - from.current;
    if (Math.abs(moved) < SWIPE_PX) return;
    from.current = null;
    raise(moved < 0);
  };
  return (
    <aside
      className="side"
      id="panel"
      data-raised={raised ? '' : undefined}
      aria-label={words.rooms.names[room]}
      onFocus={({ target }) => {
        if (target.closest('.side-handle, [role="tab"]') === null) raise(true);
      }}
      onPointerUp={({ target }) => {
        if (target instanceof Element && target.closest('[role="tab"]')) raise(true);
      }}
    >
      <div
        className="side-handle"
        onPointerDown={({ clientY }) => {
          from.current = clientY;
        }}
        onPointerMove={swiped}
      >
        <Button aria-expanded={raised} onPress={() => raise(!raised)}>
          {raised ? say.lower : say.raise}
        </Button>
      </div>
      {children}
    </aside>
  );
}

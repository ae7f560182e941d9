import type { Map as MapLibre } from 'maplibre-gl';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type Direction, neighborInDirection } from './area-cursor.ts';
import { createAreaListbox } from './area-listbox.ts';
import type { AreaHandlers } from './area-pointer.ts';
import type { MapScene } from './scene.ts';

export interface AreaKeyboard {
  focus(): void;
  /** To be called after a new scene. */
  refresh(): void;
  destroy(): void;
}

const PAN_PX = 120;
const VIEW_MARGIN_PX = 48;
const PAN: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-PAN_PX, 0],
  right: [PAN_PX, 0],
  up: [0, -PAN_PX],
  down: [0, PAN_PX],
};

function isOutside(map: MapLibre, x: number, y: number): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const m = VIEW_MARGIN_PX;
  return x < m || y < m || x > clientWidth - m || y > clientHeight - m;
}

/**
 * Arrows go from area to area (shift: pan), Enter or space selects (shift: adds), Escape clears, + - 0 zoom and fit.
 * Areas outside the filter are passed over.
 */
export function createAreaKeyboard(
  map: MapLibre,
  handlers: AreaHandlers,
  label: string,
  motionMs: number,
  current: () => { scene: MapScene | null; fitAll: () => void },
): AreaKeyboard {
  let cursor: AreaIndex | null = null;
  let geography: BoundaryCollection | null = null;

  function announce(): void {
    const { scene } = current();
    const name = cursor === null ? undefined : scene?.labels[cursor]?.text;
    if (scene === null || cursor === null || name === undefined) {
      listbox.point(null);
      return;
    }
    const selected = scene.selected.includes(cursor);
    listbox.point({ name, place: cursor + 1, of: scene.labels.length, selected });
  }

  function move(direction: Direction): void {
    const { scene } = current();
    if (scene === null) return;
    const points = scene.labels.map((item) => item.point);
    const from = cursor ?? scene.selected.at(-1) ?? null;
    const inFilter = (i: number) => scene.status[i] !== CellStatus.notApplicable;
    const to = neighborInDirection(points, from, direction, inFilter);
    const point = to === null ? undefined : points[to];
    if (to === null || point === undefined) return;
    cursor = to as AreaIndex;
    const place = map.project([point[0], point[1]]);
    if (isOutside(map, place.x, place.y)) map.easeTo({ center: [point[0], point[1]], duration: motionMs });
    announce();
    handlers.onHover(cursor, { x: place.x, y: place.y }, 'keyboard');
  }

  function leave(): void {
    if (cursor === null) return;
    cursor = null;
    announce();
    handlers.onHover(null, null, 'keyboard');
  }

  const listbox = createAreaListbox(label, {
    onMove: move,
    onPan: (direction) => void map.panBy([...PAN[direction]], { duration: motionMs }),
    onChoose(additive) {
      if (cursor !== null) handlers.onSelect(cursor, additive);
    },
    onClear: () => handlers.onClear(),
    onZoom: (steps) => void map.zoomTo(map.getZoom() + steps, { duration: motionMs }),
    onFit: () => current().fitAll(),
    onLeave: leave,
  });

  const canvas = map.getCanvas();
  const takeFocus = () => listbox.element.focus({ preventScroll: true });
  canvas.tabIndex = -1;
  canvas.removeAttribute('role');
  canvas.removeAttribute('aria-label');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.addEventListener('focus', takeFocus);
  map.getCanvasContainer().after(listbox.element);

  return {
    focus: takeFocus,
    refresh() {
      const scene = current().scene;
      if (scene?.boundaries !== geography) {
        geography = scene?.boundaries ?? null;
        cursor = null;
      }
      announce();
    },
    destroy() {
      canvas.removeEventListener('focus', takeFocus);
      listbox.element.remove();
    },
  };
}

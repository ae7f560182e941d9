import type { AreaIndex, LonLat } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type Direction, neighborInDirection } from './area-cursor.ts';
import { createAreaListbox } from './area-listbox.ts';
import type { AreaHandlers, ScreenPoint } from './area-pointer.ts';
import type { MapScene } from './scene.ts';

/** What the keys do to a map, however it is drawn. Lengths in CSS px. */
export interface KeyboardCamera {
  size(): { readonly width: number; readonly height: number };
  project(point: LonLat): ScreenPoint;
  centerOn(point: LonLat): void;
  panBy(x: number, y: number): void;
  /** Each step doubles or halves the scale. */
  zoomBy(steps: 1 | -1): void;
  fitAll(): void;
}

export interface AreaKeyboard {
  /** The listbox: to be put into the map, above its picture. */
  readonly element: HTMLElement;
  focus(): void;
  /** To be called after a new scene. */
  refresh(): void;
  rename(label: string): void;
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

function isOutside(camera: KeyboardCamera, { x, y }: ScreenPoint): boolean {
  const { width, height } = camera.size();
  const m = VIEW_MARGIN_PX;
  return x < m || y < m || x > width - m || y > height - m;
}

/**
 * Arrows go from area to area (shift: pan), Enter or space selects (shift: adds), Escape clears, + - 0 zoom and fit.
 * Areas outside the filter are passed over.
 */
export function createAreaKeyboard(
  camera: KeyboardCamera,
  handlers: AreaHandlers,
  label: string,
  current: () => MapScene | null,
): AreaKeyboard {
  let cursor: AreaIndex | null = null;
  let geography: BoundaryCollection | null = null;

  function announce(): void {
    const scene = current();
    const name = cursor === null ? undefined : scene?.labels[cursor]?.text;
    if (scene === null || cursor === null || name === undefined) {
      listbox.point(null);
      return;
    }
    const selected = scene.selected.includes(cursor);
    listbox.point({ name, place: cursor + 1, of: scene.labels.length, selected });
  }

  function move(direction: Direction): void {
    const scene = current();
    if (scene === null) return;
    const points = scene.labels.map((item) => item.point);
    const from = cursor ?? scene.selected.at(-1) ?? null;
    const inFilter = (i: number) => scene.status[i] !== CellStatus.notApplicable;
    const to = neighborInDirection(points, from, direction, inFilter);
    const point = to === null ? undefined : points[to];
    if (to === null || point === undefined) return;
    cursor = to as AreaIndex;
    const place = camera.project(point);
    if (isOutside(camera, place)) camera.centerOn(point);
    announce();
    handlers.onHover(cursor, place, 'keyboard');
  }

  function leave(): void {
    if (cursor === null) return;
    cursor = null;
    announce();
    handlers.onHover(null, null, 'keyboard');
  }

  const listbox = createAreaListbox(label, {
    onMove: move,
    onPan: (direction) => camera.panBy(...PAN[direction]),
    onChoose(additive) {
      if (cursor !== null) handlers.onSelect(cursor, additive);
    },
    onClear: () => handlers.onClear(),
    onZoom: (steps) => camera.zoomBy(steps),
    onFit: () => camera.fitAll(),
    onLeave: leave,
  });

  return {
    element: listbox.element,
    focus: () => listbox.element.focus({ preventScroll: true }),
    refresh() {
      const scene = current();
      if (scene?.boundaries !== geography) {
        geography = scene?.boundaries ?? null;
        cursor = null;
      }
      announce();
    },
    rename: (next) => listbox.rename(next),
    destroy: () => listbox.element.remove(),
  };
}

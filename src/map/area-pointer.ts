import type { Map as MapLibre } from 'maplibre-gl';
import type { AreaIndex } from '#core/area.ts';

/** CSS px from the top left corner of the map. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface AreaHandlers {
  /** The area pointed at, by pointer or arrow keys: put it into the next scene, and say it where `by` is keyboard. */
  onHover(index: AreaIndex | null, point: ScreenPoint | null, by: 'pointer' | 'keyboard'): void;
  onSelect(index: AreaIndex, additive: boolean): void;
  /** A click beside all areas, or Escape. */
  onClear(): void;
}

/** Tells which area the pointer is on, and which was clicked (shift, ctrl or command: added). */
export function watchAreaPointer(map: MapLibre, handlers: AreaHandlers): void {
  let hovered: AreaIndex | null = null;
  let drawn = false;
  map.on('style.load', () => {
    drawn = true;
  });
  map.on('webglcontextlost', () => {
    drawn = false;
  });
  const areaAt = ({ x, y }: ScreenPoint): AreaIndex | null => {
    const found = drawn ? map.queryRenderedFeatures([x, y], { layers: ['area'] })[0] : undefined;
    return found === undefined ? null : (Number(found.id) as AreaIndex);
  };
  map.on('mousemove', ({ point }) => {
    if (map.isMoving()) return;
    const index = areaAt(point);
    map.getCanvas().style.cursor = index === null ? '' : 'pointer';
    if (index === null && hovered === null) return;
    hovered = index;
    handlers.onHover(index, index === null ? null : { x: point.x, y: point.y }, 'pointer');
  });
  map.on('mouseout', () => {
    if (hovered !== null) handlers.onHover(null, null, 'pointer');
    hovered = null;
  });
  map.on('click', ({ point, originalEvent }) => {
    const index = areaAt(point);
    if (index === null) handlers.onClear();
    else handlers.onSelect(index, originalEvent.shiftKey || originalEvent.ctrlKey || originalEvent.metaKey);
  });
}

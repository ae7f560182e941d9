import type { Map as MapLibre } from 'maplibre-gl';
import type { BoundaryCollection } from '#core/boundary.ts';
import { boundsOf } from './extent.ts';
import type { MapScene } from './scene.ts';
import type { Rectangle } from './svg-camera.ts';
import { svgElement, svgImage } from './svg-element.ts';
import { createSvgNames } from './svg-names.ts';
import { projectionOf, type SvgProjection } from './svg-projection.ts';

/** Names over a MapLibre map and its marks, placed as on the SVG map and on paper. */
export interface MapNames {
  /** Places the names anew; none where there are too many (hasOwnNames). */
  show(scene: MapScene): void;
  /** None until the next scene: those shown are of areas that go. */
  clear(): void;
  /** Where something else lies over the map. */
  setCovered(boxes: readonly Rectangle[]): void;
  /** What is seen of them, onto a picture of the map. */
  copyTo(context: CanvasRenderingContext2D): Promise<void>;
  close(): void;
}

/** With more names than this a frame would take too long: they are left to MapLibre, below any marks. */
const MOST_NAMES = 1_500;
const WORLD_PX = 512;

/** Whether the names of a scene are placed by MapLibre itself. */
export function hasOwnNames({ labels, outlineLabels }: Pick<MapScene, 'labels' | 'outlineLabels'>): boolean {
  return labels.length + outlineLabels.length > MOST_NAMES;
}

export function createMapNames(map: MapLibre): MapNames {
  const names = createSvgNames();
  const element = svgElement(
    'svg',
    { width: '100%', height: '100%', class: 'map-names', 'aria-hidden': 'true' },
    names.element,
  );
  let shown: MapScene | null = null;
  let drawn: BoundaryCollection | null = null;
  let projection: SvgProjection | null = null;
  let covered: readonly Rectangle[] = [];

  function place(): void {
    if (shown === null || projection === null) return;
    const { lng, lat } = map.unproject([0, 0]);
    const [x, y] = projection.forward([lng, lat]);
    const scale = (WORLD_PX * 2 ** map.getZoom()) / projection.unitsAround;
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    names.place(shown, projection, { x, y, scale }, { width, height }, covered);
  }

  map.getContainer().append(element);
  map.on('move', place);
  map.on('resize', place);

  return {
    show(scene) {
      const bounds = hasOwnNames(scene) ? null : boundsOf(scene.boundaries);
      if (scene.boundaries !== drawn || bounds === null)
        projection = bounds === null ? null : projectionOf(bounds);
      drawn = scene.boundaries;
      shown = scene;
      if (projection === null) names.element.replaceChildren();
      place();
    },
    clear() {
      shown = null;
      names.element.replaceChildren();
    },
    setCovered(boxes) {
      covered = boxes;
      place();
    },
    async copyTo(context) {
      const { width, height } = context.canvas;
      const { clientWidth, clientHeight } = map.getContainer();
      const image = await svgImage(element, { width: clientWidth, height: clientHeight });
      context.drawImage(image, 0, 0, width, height);
    },
    close() {
      map.off('move', place);
      map.off('resize', place);
      element.remove();
    },
  };
}

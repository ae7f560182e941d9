import type { Map as MapLibre } from 'maplibre-gl';
import type { BoundaryCollection } from '#core/boundary.ts';
import { boundsOf } from './extent.ts';
import { LABEL_LAYERS, TOLD_LAYER } from './map-style.ts';
import type { MapScene } from './scene.ts';
import { svgElement } from './svg-element.ts';
import { createSvgNames } from './svg-names.ts';
import { projectionOf, type SvgProjection } from './svg-projection.ts';

/** Names above the marks, placed as on paper. */
export interface MarkNames {
  readonly element: SVGSVGElement;
  show(scene: MapScene): void;
  close(): void;
}

/** With more names than this a frame would take too long: MapLibre's own are left below the marks. */
const MOST_NAMES = 1_500;
const WORLD_PX = 512;

export function createMarkNames(map: MapLibre): MarkNames {
  const names = createSvgNames();
  const element = svgElement(
    'svg',
    { width: '100%', height: '100%', class: 'map-mark-names' },
    names.element,
  );
  let shown: MapScene | null = null;
  let drawn: BoundaryCollection | null = null;
  let projection: SvgProjection | null = null;

  /** MapLibre's own names: transparent, not hidden, which arrives in the same frame. */
  function setOwnOpacity(opacity: number): void {
    for (const layer of LABEL_LAYERS)
      if (map.style?.getLayer(layer)) map.setPaintProperty(layer, 'text-opacity', opacity);
    if (map.style?.getLayer(TOLD_LAYER)) map.setPaintProperty(TOLD_LAYER, 'icon-opacity', opacity);
  }

  function place(): void {
    if (shown === null || projection === null) return;
    const { lng, lat } = map.unproject([0, 0]);
    const [x, y] = projection.forward([lng, lat]);
    const scale = (WORLD_PX * 2 ** map.getZoom()) / projection.unitsAround;
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    names.place(shown, projection, { x, y, scale }, { width, height });
  }

  map.on('move', place);
  map.on('resize', place);

  return {
    element,
    show(scene) {
      const few = scene.labels.length + scene.outlineLabels.length <= MOST_NAMES;
      const bounds = few ? boundsOf(scene.boundaries) : null;
      if (scene.boundaries !== drawn || bounds === null)
        projection = bounds === null ? null : projectionOf(bounds);
      drawn = scene.boundaries;
      shown = scene;
      setOwnOpacity(projection === null ? 1 : 0);
      names.element.replaceChildren();
      place();
    },
    close() {
      map.off('move', place);
      map.off('resize', place);
      setOwnOpacity(1);
    },
  };
}

import type { AreaIndex, LonLat } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { createAreaKeyboard } from './area-keyboard.ts';
import type { ScreenPoint } from './area-pointer.ts';
import type { MapCamera } from './camera-lock.ts';
import { boundsOf } from './extent.ts';
import { nameControls } from './map-control.ts';
import { NO_COVERS } from './map-covers.ts';
import { SLACK } from './map-padding.ts';
import type { MapSurface, MapSurfaceHandlers, MapSurfaceOptions } from './map-surface.ts';
import './map-surface.css';
import './svg-surface.css';
import type { MapScene } from './scene.ts';
import { centeredOn, pannedBy, type SvgView, viewOf, zoomedAt } from './svg-camera.ts';
import { mapMarks, zoomButtons } from './svg-control.ts';
import { svgElement, svgImage } from './svg-element.ts';
import { watchGestures } from './svg-gesture.ts';
import { createSvgNames } from './svg-names.ts';
import { createSvgPicture, SEA } from './svg-picture.ts';

const TILE_PX = 512;
/** As close as the WebGL map goes: zoom 18, and 16 where areas are fitted. */
const WORLD_PX = { most: TILE_PX * 2 ** 18, fitted: TILE_PX * 2 ** 16 };

/**
 * The same map as `createMapSurface` makes, drawn as SVG: for browsers without WebGL2. Everything moves at once,
 * without animation.
 */
export function createSvgSurface(
  container: HTMLElement,
  handlers: MapSurfaceHandlers,
  options: MapSurfaceOptions,
): MapSurface {
  const { words } = options;
  const picture = createSvgPicture();
  const names = createSvgNames();
  const marks = mapMarks(words);
  const sea = svgElement('rect', { width: '100%', height: '100%', fill: SEA });
  const root = svgElement('svg', { class: 'svg-map-picture', 'aria-hidden': 'true' });
  root.append(sea, picture.element, names.element);
  let scene: MapScene | null = null;
  let view: SvgView = { x: 0, y: 0, scale: 1 };
  let covers = NO_COVERS;
  /** What the map was brought to, until the reader moves it. */
  let held: BoundaryCollection | 'all' | null = null;
  let ready = false;
  let frameRequest = 0;
  const listeners = new Set<() => void>();

  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  const limit = (worldPx: number): number => worldPx / (picture.projection?.unitsAround ?? 1);
  const forward = (point: LonLat): readonly [number, number] => picture.projection?.forward(point) ?? [0, 0];
  const project = (point: LonLat): ScreenPoint => {
    const [x, y] = forward(point);
    return { x: (x - view.x) * view.scale, y: (y - view.y) * view.scale };
  };

  function draw(): void {
    frameRequest = 0;
    const { projection } = picture;
    if (scene === null || projection === null) return;
    const frame = size();
    if (frame.width === 0 || frame.height === 0) return;
    picture.setView(view, frame);
    names.place(scene, projection, view, frame, covers.boxes);
    const latitude = projection.latitudeAt(view.y + frame.height / 2 / view.scale);
    marks.setScale(projection.metersPerUnit(latitude) / view.scale);
  }
  const redraw = (): void => {
    if (frameRequest === 0) frameRequest = requestAnimationFrame(draw);
  };
  const look = (next: SvgView, byReader: boolean): void => {
    view = next;
    if (byReader) held = null;
    redraw();
    for (const told of listeners) told();
  };
  /** The view of some areas; null where there is nothing to see. */
  const viewOn = (areas: BoundaryCollection): SvgView | null => {
    const { width, height } = size();
    const bounds = boundsOf(areas);
    if (width === 0 || height === 0 || bounds === null) return null;
    const [west, south, east, north] = bounds;
    const [x, y] = forward([west, north]);
    const [right, bottom] = forward([east, south]);
    const box = { x, y, width: right - x, height: bottom - y };
    return viewOf(box, { width, height }, covers.clearance(areas), limit(WORLD_PX.fitted));
  };
  const frameOn = (areas: BoundaryCollection): void => {
    const next = viewOn(areas);
    if (next) look(next, false);
  };
  const fitAll = (): void => {
    if (scene === null) return;
    frameOn(scene.boundaries);
    held = 'all';
  };
  const zoom = (at: ScreenPoint, factor: number): void => {
    const all = scene && viewOn(scene.boundaries);
    look(zoomedAt(view, at, factor, [(all?.scale ?? 0) * SLACK, limit(WORLD_PX.most)]), true);
  };
  const zoomBy = (steps: 1 | -1): void => {
    const { width, height } = size();
    zoom({ x: width / 2, y: height / 2 }, 2 ** steps);
  };
  const panBy = (x: number, y: number): void => look(pannedBy(view, x, y), true);

  const watched = {
    size,
    project,
    centerOn: (point: LonLat) => look(centeredOn(view, forward(point), size()), true),
    panBy,
    zoomBy,
    fitAll,
  };
  const keyboard = createAreaKeyboard(watched, handlers, words.map, () => scene);
  const controls = zoomButtons(words, { zoom: zoomBy, fitAll });
  let over: AreaIndex | null = null;
  watchGestures(root, {
    onPan: panBy,
    onZoom: zoom,
    onPoint(target, at) {
      const index = picture.areaAt(target);
      root.toggleAttribute('data-over', index !== null);
      if (index === null && over === null) return;
      over = index;
      handlers.onHover(index, index === null ? null : at, 'pointer');
    },
    onPress(target, _at, additive) {
      const index = picture.areaAt(target);
      if (index === null) handlers.onClear();
      else handlers.onSelect(index, additive);
    },
  });
  container.classList.add('svg-map');
  container.append(root, keyboard.element, controls, marks.element);
  const camera = (): MapCamera => {
    const { width, height } = size();
    const [x, y] = [view.x + width / 2 / view.scale, view.y + height / 2 / view.scale];
    return {
      center: picture.projection?.inverse([x, y]) ?? [0, 0],
      zoom: Math.log2(view.scale / limit(TILE_PX)),
    };
  };
  const lookFrom = ({ center, zoom: asked }: MapCamera): void =>
    look(centeredOn({ ...view, scale: limit(TILE_PX * 2 ** asked) }, forward(center), size()), false);
  const refit = (): void => {
    if (held === 'all') fitAll();
    else if (held !== null) frameOn(held);
  };
  const resize = (): void => {
    refit();
    redraw();
  };
  const watcher = new ResizeObserver(resize);
  watcher.observe(container);

  return {
    setScene(next) {
      const first = scene === null;
      const moved = scene?.boundaries !== next.boundaries;
      const renamed =
        scene?.labels !== next.labels ||
        scene.selected !== next.selected ||
        scene.labelScale !== next.labelScale;
      // Other areas may be drawn in units of their own.
      const at = moved && !first ? camera() : null;
      scene = next;
      picture.show(next);
      keyboard.refresh();
      container.classList.toggle('map-surface-dimmed', next.dimmed);
      if (first) fitAll();
      else if (at !== null) {
        lookFrom(at);
        refit();
      } else if (renamed) redraw();
      if (!first) return;
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          if (!ready) handlers.onReady();
          ready = true;
        });
      });
    },
    fitTo(areas) {
      held = areas;
      frameOn(areas);
    },
    fitAll,
    setWords(next) {
      nameControls(container, next);
      keyboard.rename(next.map);
    },
    setCovers(next) {
      covers = next;
      refit();
      redraw();
    },
    resize,
    project,
    camera,
    setCamera(next) {
      held = null;
      lookFrom(next);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    toCanvas: () => copyOf(root, size()),
    focus: () => keyboard.focus(),
    destroy() {
      cancelAnimationFrame(frameRequest);
      watcher.disconnect();
      keyboard.destroy();
      for (const element of [root, controls, marks.element]) element.remove();
      container.classList.remove('svg-map', 'map-surface-dimmed');
    },
  };
}

/** The drawing once more, at the resolution of the screen. */
async function copyOf(root: SVGSVGElement, size: { readonly width: number; readonly height: number }) {
  const image = await svgImage(root, size);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.width * devicePixelRatio);
  canvas.height = Math.round(size.height * devicePixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

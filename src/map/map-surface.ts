import { type Map as MapLibre, Map as MapLibreMap, NavigationControl, ScaleControl } from 'maplibre-gl';
import type { LonLat } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type AreaKeyboard, createAreaKeyboard, type KeyboardCamera } from './area-keyboard.ts';
import { type AreaHandlers, type ScreenPoint, watchAreaPointer } from './area-pointer.ts';
import type { LockableMap } from './camera-lock.ts';
import { watchDiscImages } from './disc-image.ts';
import { boundsOf } from './extent.ts';
import { fitControl, nameControls, northControl } from './map-control.ts';
import { type MapCovers, NO_COVERS } from './map-covers.ts';
import { fittingPadding, SLACK } from './map-padding.ts';
import './maplibre.css';
import './map-surface.css';
import { createMapNames, type MapNames } from './map-names.ts';
import { emptyStyle } from './map-style.ts';
import { joinMapWorker } from './map-worker-watch.ts';
import { createMarkOverlay } from './mark-overlay.ts';
import { addPatternImages } from './pattern-image.ts';
import type { MapScene } from './scene.ts';
import { createScenePainter } from './scene-painter.ts';
import type { MapSurfaceWords } from './surface-words.ts';
import { spareTilePaint } from './tile-paint.ts';

export interface MapSurfaceHandlers extends AreaHandlers {
  /** The first scene is on the screen. */
  onReady(): void;
  /** New boundaries are being cut into tiles, which takes long where there are very many; false: they are drawn. */
  onCutting?(cutting: boolean): void;
  onContextLost(): void;
  onContextRestored(): void;
  /** Told once: this map will not be right again, and is to be replaced. */
  onFailed(why: MapFailure): void;
}

/** The graphics context stayed lost, or was lost again and again; or the worker that prepares areas is gone. */
export type MapFailure = 'context' | 'worker' | 'part';

export interface MapSurfaceOptions {
  readonly reducedMotion: boolean;
  readonly words: MapSurfaceWords;
}

export interface MapSurface extends LockableMap {
  setScene(scene: MapScene): void;
  /** Brings some areas into view; kept so while the container changes its size, until the reader moves the map. */
  fitTo(areas: BoundaryCollection): void;
  /** All areas of the scene; kept likewise. */
  fitAll(): void;
  /** Buttons, arrow and list are named anew; the scale bar's units are the same in every language. */
  setWords(words: MapSurfaceWords): void;
  /** What lies over the map from now on; the areas that it was brought to are brought clear of it, and names. */
  setCovers(covers: MapCovers): void;
  resize(): void;
  project(point: LonLat): ScreenPoint;
  /** A copy of the picture, at device resolution, once everything asked for is drawn. */
  toCanvas(): Promise<HTMLCanvasElement>;
  /** Takes the keyboard focus. */
  focus(): void;
  destroy(): void;
}

/** The browser cannot draw the map (no WebGL2): everything else can go on without it. */
export class MapUnavailable extends Error {
  override readonly name = 'MapUnavailable';
}

const FIT_HIGHEST_ZOOM = 16;
const MOTION_MS = 200;
/** A graphics context that has not come back by then does not. */
const LOST_MS = 5_000;
const MOST_LOSSES = 3;
/** MapLibre's own words for a worker whose script cannot be had. */
const NO_WORKER = /^Worker failed to load/;

function createMap(container: HTMLElement, options: MapSurfaceOptions): MapLibre {
  const { words } = options;
  try {
    return new MapLibreMap({
      container,
      style: emptyStyle(),
      attributionControl: false,
      center: [118, -2.5],
      zoom: 4,
      maxZoom: 18,
      renderWorldCopies: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      boxZoom: false,
      keyboard: false,
      fadeDuration: 0,
      ...(options.reducedMotion ? { reduceMotion: true } : {}),
      locale: {
        'Map.Title': words.map,
        'NavigationControl.ZoomIn': words.zoomIn,
        'NavigationControl.ZoomOut': words.zoomOut,
        'ScaleControl.Kilometers': words.kilometers,
        'ScaleControl.Meters': words.meters,
      },
    });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'GPUInitializationError')
      throw new MapUnavailable('WebGL2 is not available', { cause });
    throw cause;
  }
}

function orLeave(make: () => MapLibre, worker: { leave(): void }): MapLibre {
  try {
    return make();
  } catch (cause) {
    worker.leave();
    throw cause;
  }
}

/** The picture itself is nothing for the keyboard: the listbox over it is. */
function handFocus(map: MapLibre, keyboard: AreaKeyboard): void {
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.removeAttribute('role');
  canvas.removeAttribute('aria-label');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.addEventListener('focus', () => keyboard.focus());
  map.getCanvasContainer().after(keyboard.element);
}

/**
 * The map of one container. Scenes go in, what the reader points at comes out; it decides nothing itself.
 * Throws MapUnavailable where the browser has no WebGL2; the container is then as it was.
 */
export function createMapSurface(
  container: HTMLElement,
  handlers: MapSurfaceHandlers,
  options: MapSurfaceOptions,
): MapSurface {
  const worker = joinMapWorker({ isIdle: () => !cutting && map.loaded(), onGone: () => fail('worker') });
  const map = orLeave(() => createMap(container, options), worker);
  const marks = createMarkOverlay(map, (why) => fail(why));
  const names = createMapNames(map);
  let cutting = false;
  const painter = createScenePainter(map, { marks, names }, (now) => {
    cutting = now;
    handlers.onCutting?.(now);
  });
  const { words } = options;
  let covers = NO_COVERS;
  /** What the map was brought to, until the reader moves it. */
  let held: BoundaryCollection | 'all' | null = null;
  let ready = false;
  let lost = false;
  let losses = 0;
  let failed = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const fail = (why: MapFailure): void => {
    if (failed) return;
    failed = true;
    handlers.onFailed(why);
  };

  /** Where the map is to look for some areas; null where there is nothing to see. */
  const viewOn = (areas: BoundaryCollection) => {
    const { clientWidth, clientHeight } = container;
    const bounds = boundsOf(areas);
    if (clientWidth === 0 || clientHeight === 0 || bounds === null) return null;
    const [west, south, east, north] = bounds;
    return map.cameraForBounds([west, south, east, north], {
      padding: { ...fittingPadding(clientWidth, clientHeight, covers.clearance(areas)) },
      maxZoom: FIT_HIGHEST_ZOOM,
    });
  };
  const frame = (areas: BoundaryCollection, animate: boolean): void => {
    const view = viewOn(areas);
    if (view) map.easeTo({ ...view, duration: animate && !options.reducedMotion ? MOTION_MS : 0 });
  };
  const fitAll = (animate: boolean): void => {
    if (painter.wanted === null) return;
    frame(painter.wanted.boundaries, animate);
    held = 'all';
  };
  /** All areas are to stay in sight. */
  const limit = (): void => {
    map.setMinZoom(null);
    const all = painter.wanted && viewOn(painter.wanted.boundaries);
    if (all?.zoom !== undefined) map.setMinZoom(Math.max(0, all.zoom + Math.log2(SLACK)));
  };
  const refit = (animate: boolean): void => {
    if (held === 'all') fitAll(animate);
    else if (held !== null) frame(held, animate);
  };
  const duration = options.reducedMotion ? 0 : MOTION_MS;
  const camera: KeyboardCamera = {
    size: () => ({ width: container.clientWidth, height: container.clientHeight }),
    project([longitude, latitude]) {
      const { x, y } = map.project([longitude, latitude]);
      return { x, y };
    },
    centerOn: ([longitude, latitude]) => void map.easeTo({ center: [longitude, latitude], duration }),
    panBy: (x, y) => void map.panBy([x, y], { duration }),
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps, { duration }),
    fitAll: () => fitAll(true),
  };
  const keyboard = createAreaKeyboard(camera, handlers, words.map, () => painter.wanted);
  handFocus(map, keyboard);

  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(fitControl(words.fitAll, () => fitAll(true)));
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
  map.addControl(northControl(words.north, words.northUp));
  watchAreaPointer(map, handlers);
  watchDiscImages(map);
  spareTilePaint(map);

  let ratio = window.devicePixelRatio;
  map.on('style.load', () => {
    addPatternImages(map, ratio);
    painter.start();
    clearTimeout(waiting);
    if (lost) handlers.onContextRestored();
    lost = false;
  });
  map.on('webglcontextlost', ({ originalEvent }) => {
    lost = true;
    painter.stop();
    handlers.onContextLost();
    clearTimeout(waiting);
    // MapLibre says the same of a worker that it has put in the place of another.
    if (!originalEvent.isTrusted) return;
    losses += 1;
    if (losses > MOST_LOSSES) fail('context');
    else waiting = setTimeout(() => fail('context'), LOST_MS);
  });
  map.on('error', ({ error }) => {
    if (NO_WORKER.test(error.message)) worker.failed();
    else reportError(error);
  });
  map.on('movestart', (event) => {
    if (event.originalEvent !== undefined) held = null;
  });
  map.on('resize', () => {
    limit();
    refit(false);
    if (window.devicePixelRatio !== ratio && !lost) {
      ratio = window.devicePixelRatio;
      addPatternImages(map, ratio);
    }
  });

  return {
    setScene(scene) {
      const first = painter.wanted === null;
      const moved = painter.wanted?.boundaries !== scene.boundaries;
      painter.show(scene);
      if (moved) limit();
      keyboard.refresh();
      if (!first) return;
      fitAll(false);
      map.once('idle', () => {
        if (!ready) handlers.onReady();
        ready = true;
      });
    },
    fitTo(areas) {
      held = areas;
      frame(areas, true);
    },
    fitAll: () => fitAll(true),
    setWords(next) {
      nameControls(container, next);
      keyboard.rename(next.map);
    },
    setCovers(next) {
      covers = next;
      names.setCovered(next.boxes);
      limit();
      refit(true);
    },
    resize: () => void map.resize(),
    project: camera.project,
    camera() {
      const { lng, lat } = map.getCenter();
      return { center: [lng, lat], zoom: map.getZoom() };
    },
    setCamera({ center: [longitude, latitude], zoom }) {
      held = null;
      map.jumpTo({ center: [longitude, latitude], zoom });
    },
    onMove(listener) {
      const watch = map.on('move', listener);
      return () => watch.unsubscribe();
    },
    toCanvas: () => copyOf(map, [marks, names]),
    focus: () => keyboard.focus(),
    destroy() {
      clearTimeout(waiting);
      failed = true;
      keyboard.destroy();
      painter.destroy();
      marks.destroy();
      names.close();
      map.remove();
      worker.leave();
    },
  };
}

/** Without preserveDrawingBuffer the pixels can be read only within the frame that drew them. */
function copyOf(map: MapLibre, over: readonly Pick<MapNames, 'copyTo'>[]): Promise<HTMLCanvasElement> {
  return new Promise((resolve, reject) => {
    map.once('idle', () => {
      const source = map.getCanvas();
      const copy = document.createElement('canvas');
      copy.width = source.width;
      copy.height = source.height;
      const context = copy.getContext('2d');
      if (context === null) return reject(new Error('no 2d context'));
      context.drawImage(source, 0, 0);
      const rest = async () => {
        for (const one of over) await one.copyTo(context);
      };
      rest().then(() => resolve(copy), reject);
    });
    map.triggerRepaint();
  });
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import { PartMissing, part } from '#app/part.ts';
import { shownMapOf } from '#app/shown-map.ts';
import type { AreaCode, AreaIndex } from '#core/area.ts';
import type { Shown } from '#desk/picture-store.ts';
import type { ScreenPoint } from '#map/area-pointer.ts';
import type { MapCamera } from '#map/camera-lock.ts';
import { type Bounds, boundsOf } from '#map/extent.ts';
import type { MapSurface, MapSurfaceHandlers, MapSurfaceOptions } from '#map/map-surface.ts';
import { buildScene, type MapScene, type SceneLabel } from '#map/scene.ts';
import { seenBounds } from '#map/seen-bounds.ts';
import { createAreaLabels } from '#picture/area-labels.ts';
import type { Atlas } from '#picture/atlas.ts';
import { createMarks } from '#picture/hotspot-marks.ts';
import type { Picture } from '#picture/picture.ts';
import { remember } from '#picture/remember.ts';
import { type AppState, type AppStore, select } from '#state/store.ts';
import type { Words } from '#words/id.ts';

/** Why the map is drawn as SVG. */
export type DrawnReason = keyof Words['map']['drawn'];

export interface MapState {
  /** null until it is open, and where none could be. */
  readonly surface: MapSurface | null;
  readonly drawn: DrawnReason | null;
  readonly trouble: 'unavailable' | 'lost' | null;
  /** New boundaries are being cut. */
  readonly cutting: boolean;
  /** What is pointed at, and how. */
  readonly pointer: ScreenPoint | null;
  readonly byKeyboard: boolean;
}

/**
 * The map of a store's view, with its element. It needs no panels: it stands before them, and goes wherever its element
 * is put.
 */
export interface LivingMap {
  readonly element: HTMLElement;
  readonly state: StoreApi<MapState>;
  /** Shows a picture; what else a scene is made of is followed by itself. */
  show(shown: Shown): void;
  destroy(): void;
}

/** While presenting the names are read from the back row: at least 24 px. */
const TALK_LABEL_SCALE = 2;

/** Beside the picture, what of a state a scene and its camera are made of. */
const FOLLOWED = [
  'hovered',
  'presenting',
  'linksShown',
  'camera',
] as const satisfies readonly (keyof AppState)[];

/** The scene of a picture, as the map draws it. */
export function createSceneMaker(): (
  shown: Pick<Shown, 'picture' | 'dimmed'>,
  state: Pick<AppState, 'hovered' | 'presenting' | 'linksShown'>,
) => MapScene {
  const labelsOf = createAreaLabels();
  const outlineLabels = remember((atlas: Atlas, level: Picture['view']['level']): readonly SceneLabel[] =>
    level === 'village'
      ? atlas.territory.districts.areas.map((area) => ({ text: area.name, point: area.centroid }))
      : [],
  );
  const marksOf = createMarks();
  return ({ picture, dimmed }, { hovered, presenting, linksShown }) => {
    const { view, atlas, shading, selected } = picture;
    return buildScene({
      boundaries: shownBoundaries(picture),
      outlines: atlas.boundaries.districts,
      labels: labelsOf(picture),
      outlineLabels: outlineLabels(atlas, view.level),
      labelScale: presenting ? TALK_LABEL_SCALE : 1,
      classOf: shading.classOf,
      status: shading.status,
      colors: shading.colors,
      hatched: shading.hatched,
      selected,
      hovered: hovered as AreaIndex | null,
      dimmed,
      marks: marksOf(picture, linksShown),
    });
  };
}

export function shownBoundaries({ view, atlas }: Picture) {
  return view.level === 'village' ? atlas.boundaries.villages : atlas.boundaries.districts;
}

/** Brings what is wished for into view: an area, some districts or everything. */
function follow(
  surface: MapSurface,
  camera: AppState['camera'],
  boundaries: Atlas['boundaries'],
  territory: Atlas['territory'],
): void {
  if ('district' in camera && camera.district === null) {
    surface.fitAll();
    return;
  }
  const [all, { indexOf }, codes] =
    'area' in camera
      ? [boundaries.villages, territory.villages, [camera.area]]
      : [
          boundaries.districts,
          territory.districts,
          'districts' in camera ? camera.districts : [camera.district],
        ];
  const features = codes.flatMap((code) => {
    const index = code === null ? undefined : indexOf.get(code);
    return (index === undefined ? undefined : all.features[index]) ?? [];
  });
  if (features.length > 0) surface.fitTo({ type: 'FeatureCollection', features });
}

export function openLivingMap(store: AppStore, words: Words['map']): LivingMap {
  const element = document.createElement('div');
  element.className = 'map-surface';
  const state = createStore<MapState>(() => ({
    surface: null,
    drawn: null,
    trouble: null,
    cutting: false,
    pointer: null,
    byKeyboard: false,
  }));
  const makeScene = createSceneMaker();
  let shown: Shown | null = null;
  let scene: MapScene | null = null;
  let gone = false;

  const follows = remember(follow);
  const paint = (): void => {
    if (shown === null || gone) return;
    scene = makeScene(shown, store.getState());
    const { surface } = state.getState();
    if (surface === null) return;
    surface.setScene(scene);
    const { boundaries, territory } = shown.picture.atlas;
    follows(surface, store.getState().camera, boundaries, territory);
  };

  const seen = (): Bounds | null => {
    const { surface } = state.getState();
    const areas = scene && boundsOf(scene.boundaries);
    if (!surface || !areas) return null;
    return seenBounds(surface.project, { width: element.clientWidth, height: element.clientHeight }, areas);
  };
  const publish = (surface: MapSurface | null): void =>
    shownMapOf(store).setState({ scene: () => scene, seen, surface }, true);

  /** Takes the place of what is there now. */
  const take = ({ surface, drawn }: Opened, from: MapCamera | null = null): void => {
    if (gone) {
      surface.destroy();
      return;
    }
    state.getState().surface?.destroy();
    state.setState({ surface, drawn, trouble: null, cutting: false });
    publish(surface);
    paint();
    if (from) surface.setCamera(from);
  };
  const giveUp = (reason: unknown): void => {
    if (!(reason instanceof PartMissing)) reportError(reason);
    if (!gone) state.setState({ trouble: 'unavailable' });
    store.setState({ mapSettled: true });
  };
  const codeAt = (index: number): AreaCode | null => shown?.picture.geography.areas[index]?.code ?? null;
  const handlers: MapSurfaceHandlers = {
    onHover(index, point, by) {
      if (store.getState().hovered !== index) store.setState({ hovered: index });
      state.setState({ pointer: index === null ? null : point, byKeyboard: by === 'keyboard' });
    },
    onSelect: (index, additive) => select(store, codeAt(index), additive),
    onClear: () => select(store, null, false),
    onReady() {
      performance.mark('first-map');
      store.setState({ mapSettled: true });
    },
    onCutting: (cutting) => state.setState({ cutting }),
    onContextLost: () => state.setState({ trouble: 'lost' }),
    onContextRestored: () => state.setState({ trouble: null }),
    onFailed(why) {
      const camera = state.getState().surface?.camera() ?? null;
      openDrawn(element, handlers, options, why).then((opened) => take(opened, camera), giveUp);
    },
  };
  const options = { words, reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches };
  const unsubscribe = store.subscribe((now, before) => {
    if (FOLLOWED.some((key) => now[key] !== before[key])) paint();
  });
  publish(null);
  openSurface(element, handlers, options).then(take, giveUp);

  return {
    element,
    state,
    show(next) {
      if (next === shown) return;
      shown = next;
      paint();
    },
    destroy() {
      gone = true;
      unsubscribe();
      state.getState().surface?.destroy();
      publish(null);
    },
  };
}

interface Opened {
  readonly surface: MapSurface;
  readonly drawn: DrawnReason | null;
}

/** The WebGL map where it can be had, else the same map as SVG; `?peta=svg` in the address asks for the latter. */
async function openSurface(
  container: HTMLElement,
  handlers: MapSurfaceHandlers,
  options: MapSurfaceOptions,
): Promise<Opened> {
  if (new URLSearchParams(location.search).get('peta') === 'svg')
    return openDrawn(container, handlers, options, 'asked');
  const opened = await part(() => import('#map/map-surface.ts')).catch(() => null);
  if (opened === null) return openDrawn(container, handlers, options, 'part');
  try {
    return { surface: opened.createMapSurface(container, handlers, options), drawn: null };
  } catch (reason) {
    if (!(reason instanceof opened.MapUnavailable)) throw reason;
  }
  return openDrawn(container, handlers, options, 'webgl2');
}

async function openDrawn(
  container: HTMLElement,
  handlers: MapSurfaceHandlers,
  options: MapSurfaceOptions,
  drawn: DrawnReason,
): Promise<Opened> {
  const { createSvgSurface } = await part(() => import('#map/svg-surface.ts'));
  return { surface: createSvgSurface(container, handlers, options), drawn };
}

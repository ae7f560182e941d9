import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, StyleLayer } from 'maplibre-gl';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type BoundarySources, createBoundarySources, isMany } from './boundary-sources.ts';
import { namePlan, toldLabels } from './map-label.ts';
import { hasOwnNames, type MapNames } from './map-names.ts';
import {
  addManyLayers,
  HOVERED_LINE,
  LABEL_HALO_PX,
  LABEL_LAYERS,
  labelSize,
  patternLayerId,
  STATE_LINES,
  TOLD_LAYER,
} from './map-style.ts';
import type { MarkOverlay } from './mark-overlay.ts';
import { diffScene, type MapScene, type SceneChange } from './scene.ts';
import { LIGHT_HATCH_ID, PATTERN_IDS } from './status-pattern.ts';

const HIGHEST_ZOOM = 24;
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

function setData(map: MapLibre, source: string, data: FeatureCollection): Promise<void> {
  return map.getSource<GeoJSONSource>(source)?.setData(data) ?? Promise.resolve();
}

/** The areas pointed at and chosen, as features of their own: of many areas a state of these would touch all. */
function pointedAreas({ boundaries, hovered, selected }: MapScene): FeatureCollection {
  const feature = (index: number, kind: string): Feature[] => {
    const geometry = boundaries.features[index]?.geometry;
    return geometry ? [{ type: 'Feature', geometry, properties: { kind } }] : [];
  };
  const features = [
    ...selected.flatMap((index) => feature(index, 'selected')),
    ...(hovered === null ? [] : feature(hovered, 'hovered')),
  ];
  return { type: 'FeatureCollection', features };
}

/** Layers that draw only areas in some state, each with whether a scene has any. */
const SOMETIMES: Readonly<Record<string, (scene: MapScene) => boolean>> = {
  ...Object.fromEntries(
    [...PATTERN_IDS].map(([status, image]) => [
      patternLayerId(image),
      (scene: MapScene) => scene.status.includes(status),
    ]),
  ),
  [patternLayerId(LIGHT_HATCH_ID)]: ({ hatched }) => hatched?.includes(1) ?? false,
  'area-not-reported': ({ status }) => status.includes(CellStatus.notReported),
  ...Object.fromEntries(
    STATE_LINES.map((id) => [
      id,
      ({ selected, hovered }: MapScene) => (id === HOVERED_LINE ? hovered !== null : selected.length > 0),
    ]),
  ),
};

/**
 * Passes over the layers that would draw every area invisibly. Told to the layer itself: any way through the style makes
 * MapLibre cut the whole source anew.
 */
function passOver(map: MapLibre, scene: MapScene): void {
  for (const [id, isSeen] of Object.entries(SOMETIMES)) {
    const layer = map.getLayer(id);
    if (layer === undefined) continue;
    const { isHidden } = Object.getPrototypeOf(layer) as StyleLayer;
    layer.isHidden = isSeen(scene) ? isHidden : () => true;
  }
}

/** @returns whether other areas are pointed at or chosen. */
function paintAreas(map: MapLibre, sources: BoundarySources, change: SceneChange, next: MapScene): boolean {
  const large = isMany(next.boundaries);
  let pointed = change.boundaries;
  for (const { index, state } of change.areas) {
    const { selected, hovered, ...filled } = state;
    pointed ||= selected !== undefined || hovered !== undefined;
    const sent = large ? filled : state;
    if (Object.keys(sent).length > 0) map.setFeatureState(sources.feature(index), sent);
  }
  if (pointed && (large || change.boundaries))
    void setData(map, 'pointed', large ? pointedAreas(next) : NOTHING);
  return pointed;
}

/** The names as MapLibre places them itself: of very many areas. */
function paintOwnNames(map: MapLibre, change: SceneChange, next: MapScene): void {
  const own = hasOwnNames(next);
  if (change.names) {
    const plan = own ? namePlan(next) : null;
    for (const layer of LABEL_LAYERS) {
      map.setLayoutProperty(layer, 'text-size', labelSize(layer, next.labelScale));
      map.setPaintProperty(layer, 'text-halo-width', LABEL_HALO_PX * next.labelScale);
    }
    map.setLayoutProperty(TOLD_LAYER, 'icon-size', next.labelScale);
    void setData(map, 'labels', plan?.areas ?? NOTHING);
    void setData(map, 'outline-labels', plan?.outlines ?? NOTHING);
    map.setLayerZoomRange('area-label', plan?.areaZoom ?? 0, HIGHEST_ZOOM);
    map.setLayerZoomRange('outline-label', plan?.outlineZoom ?? 0, plan?.areaZoom ?? 0);
  }
  if (change.names || change.told) void setData(map, 'told', own ? toldLabels(next.labels) : NOTHING);
  for (const { layer, filter } of change.filters) map.setFilter(layer, filter);
}

function paint(
  map: MapLibre,
  sources: BoundarySources,
  { marks, names }: SceneOverlays,
  change: SceneChange,
  next: MapScene,
): void {
  if (isMany(next.boundaries) || hasOwnNames(next)) addManyLayers(map);
  const pointed = paintAreas(map, sources, change, next);
  if (change.marks) marks.show(next);
  else if (pointed) marks.point(next);
  if (change.names || change.told || change.filters.length > 0) names.show(next);
  if (change.outlines) void sources.show('outlines', next.outlines);
  if (change.dimmed !== null) map.getContainer().classList.toggle('map-surface-dimmed', change.dimmed);
}

/** What lies over the areas of a map. */
export interface SceneOverlays {
  readonly marks: MarkOverlay;
  readonly names: MapNames;
}

export interface ScenePainter {
  show(scene: MapScene): void;
  /** The style is there, empty: paint what is wanted, from the start. */
  start(): void;
  /** The style is gone: keep what is wanted until the next start. */
  stop(): void;
  /** The map is gone. */
  destroy(): void;
  readonly wanted: MapScene | null;
}

/** Brings a map from the scene it shows to the last one asked for. New geometry stays uncolored until it is there. */
export function createScenePainter(
  map: MapLibre,
  overlays: SceneOverlays,
  onCutting: (cutting: boolean) => void,
): ScenePainter {
  const sources = createBoundarySources(map);
  let wanted: MapScene | null = null;
  let shown: MapScene | null = null;
  let geometry: BoundaryCollection | null = null;
  let started = false;
  let loading = false;
  /** Whether MapLibre shows names of its own. */
  let ownNames = false;
  let cutting = false;

  function cut(now: boolean): void {
    if (cutting !== now) onCutting(now);
    cutting = now;
  }

  function load(boundaries: BoundaryCollection): void {
    const first = geometry === null;
    const many = isMany(boundaries);
    geometry = boundaries;
    shown = null;
    const sent = sources.show('areas', boundaries);
    if (first && !many) return;
    // Tiles are new, and arrive in their colors; a source that is kept shows its old areas until it has the others.
    loading = !many;
    if (loading) withdraw();
    cut(true);
    void sent.then(() => whenCut(boundaries));
  }

  /** Names, ranks and marks of the areas that go: they would be read as those of the new ones. */
  function withdraw(): void {
    overlays.names.clear();
    if (wanted !== null) overlays.marks.show({ ...wanted, marks: null });
    if (!ownNames) return;
    for (const source of ['labels', 'outline-labels', 'told']) void setData(map, source, NOTHING);
  }

  /** Colors the new geometry once its tiles have replaced the old ones, so that no value is seen on a wrong area. */
  function whenCut(boundaries: BoundaryCollection): void {
    if (geometry !== boundaries || !started) return;
    if (!map.isSourceLoaded('areas')) {
      map.once('sourcedata', () => whenCut(boundaries));
      return;
    }
    loading = false;
    cut(false);
    update();
  }

  function update(): void {
    if (!started || wanted === null) return;
    if (wanted.boundaries !== geometry) load(wanted.boundaries);
    if (loading) return;
    passOver(map, wanted);
    const change = diffScene(shown, wanted);
    paint(map, sources, overlays, change, wanted);
    const own = hasOwnNames(wanted);
    if (own || ownNames) paintOwnNames(map, change, wanted);
    ownNames = own;
    shown = wanted;
  }

  return {
    get wanted() {
      return wanted;
    },
    show(scene) {
      wanted = scene;
      update();
    },
    start() {
      geometry = null;
      shown = null;
      ownNames = false;
      cut(false);
      loading = false;
      started = true;
      update();
    },
    stop() {
      started = false;
    },
    destroy() {
      started = false;
      sources.destroy();
    },
  };
}

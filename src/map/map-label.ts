import type { FeatureCollection, Point } from 'geojson';
import { roughSurfaceKm2 } from './extent.ts';
import type { MapScene, SceneLabel } from './scene.ts';

export interface LabelProperties {
  readonly index: number;
  readonly text: string;
  /** 0 is placed first: told areas by their number, then others, larger before smaller, then muted ones. */
  readonly order: number;
  /** Only of an area that is told. */
  readonly number?: number;
  readonly muted: boolean;
  readonly partial: boolean;
}
export type LabelCollection = FeatureCollection<Point, LabelProperties>;

export interface LabelPlan {
  readonly areas: LabelCollection;
  readonly outlines: LabelCollection;
  /** Zoom from which areas carry their own names; below it the names one level up are shown. */
  readonly areaZoom: number;
  /** Zoom from which the names one level up are shown. */
  readonly outlineZoom: number;
}

/** With this many areas or fewer their own names are shown at every zoom, as far as they do not collide. */
const FEW_AREAS = 120;
/** Side on the screen, in CSS px, from which a typical area has room for its name. */
const ROOM_PX = 44;
const KM_PER_PX_AT_ZOOM_0 = 40_075 / 512;
const NOWHERE: SceneLabel['point'] = [Number.NaN, Number.NaN];

function collect(labels: readonly SceneLabel[], order: (i: number) => number): LabelCollection {
  const features = labels.flatMap((label, i) =>
    label.point.every(Number.isFinite)
      ? [
          {
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates: [...label.point] },
            properties: {
              index: i,
              text: label.text,
              order: order(i),
              muted: label.muted ?? false,
              partial: label.partial ?? false,
              ...(label.number == null ? {} : { number: label.number }),
            },
          },
        ]
      : [],
  );
  return { type: 'FeatureCollection', features };
}

/** Told areas by their number, then the others, then those outside what is asked about; larger ones first among equals. */
function placeOf({ number, muted }: SceneLabel): number {
  if (number != null) return number;
  return muted ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER;
}

function labelOrder({ boundaries, labels }: Pick<MapScene, 'boundaries' | 'labels'>): {
  readonly order: Uint32Array;
  readonly medianKm2: number;
} {
  const surface = Float64Array.from(boundaries.features, roughSurfaceKm2);
  const places = Float64Array.from(labels, placeOf);
  const descending = [...surface.keys()].sort((a, b) => surface[b]! - surface[a]!);
  const order = new Uint32Array(surface.length);
  [...descending]
    .sort((a, b) => (places[a] === places[b] ? 0 : places[a]! - places[b]!))
    .forEach((i, k) => {
      order[i] = k;
    });
  return { order, medianKm2: surface[descending[descending.length >> 1] ?? 0] ?? 0 };
}

/** MapLibre has no room for a disc of its own: the sign goes with the name. */
function signed(label: SceneLabel): SceneLabel {
  return label.partial ? { ...label, text: `${label.text} ◐` } : label;
}

/** The told areas alone, placed by their number. */
export function toldLabels(labels: readonly SceneLabel[]): LabelCollection {
  const told = labels.map((label) => (label.number == null ? { ...label, point: NOWHERE } : signed(label)));
  return collect(told, (i) => labels[i]?.number ?? i);
}

/** The names of all areas, as if none were told. */
export function namePlan(scene: Parameters<typeof labelPlan>[0]): LabelPlan {
  return labelPlan({ ...scene, labels: scene.labels.map((label) => ({ ...signed(label), number: null })) });
}

/**
 * Where names stand, which goes first, and from which zoom; told areas at every zoom; in large type of one kind only where the
 * areas are few. Order n log n in areas.
 */
export function labelPlan(
  scene: Pick<MapScene, 'boundaries' | 'labels' | 'outlineLabels' | 'labelScale'>,
): LabelPlan {
  const { order, medianKm2: median } = labelOrder(scene);
  const crowded = scene.labels.length > FEW_AREAS && median > 0;
  const zoom = Math.log2((ROOM_PX * scene.labelScale * KM_PER_PX_AT_ZOOM_0) / Math.sqrt(median));
  const highest = (at: number) => Math.min(20, Math.max(0, Math.round(at * 10) / 10));
  const areasEach = scene.labels.length / Math.max(1, scene.outlineLabels.length);
  const many = crowded && scene.outlineLabels.length > FEW_AREAS;
  return {
    areas: collect(scene.labels, (i) => order[i] ?? i),
    outlines: collect(crowded || scene.labelScale === 1 ? scene.outlineLabels : [], (i) => i),
    areaZoom: crowded ? highest(zoom) : 0,
    outlineZoom: many ? highest(zoom - Math.log2(areasEach) / 2) : 0,
  };
}

import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from '#core/area.ts';
import { polygonCentroid } from '#core/polygon-centroid.ts';
import { CommandError } from './options.ts';

/** Where an area lies. */
export interface AreaShape {
  /** Null where it is unknown, or a point. */
  readonly geometry: Polygon | MultiPolygon | null;
  /** Of the polygons, or the point; NaN where unknown. */
  readonly centroid: LonLat;
  readonly isPoint: boolean;
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const closed = (ring: readonly Position[]): Position[] => {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first];
};

function ringsOf(polygon: unknown, where: string): Position[][] {
  const refuse = (): never => {
    throw new CommandError(`${where} has no rings of [x, y]; give coordinates as GeoJSON has them, or null`);
  };
  if (!Array.isArray(polygon)) return refuse();
  return polygon
    .map((ring) => (Array.isArray(ring) && ring.every(isPosition) ? ring : refuse()))
    .filter((ring) => ring.length > 0)
    .map(closed);
}

/** Reads one geometry. Rings are closed; empty ones are no shape. @throws CommandError */
export function readShape(geometry: unknown, where: string): AreaShape {
  const { type, coordinates } = (geometry ?? { type: null }) as { type?: unknown; coordinates?: unknown };
  if (type === null) return { geometry: null, centroid: [Number.NaN, Number.NaN], isPoint: false };
  if (type === 'Point' && isPosition(coordinates)) {
    return { geometry: null, centroid: [coordinates[0]!, coordinates[1]!], isPoint: true };
  }
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) {
    throw new CommandError(
      `${where} is a ${String(type)}; areas are Polygon, MultiPolygon or Point, or null where unknown`,
    );
  }
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates).map((each) => ringsOf(each, where));
  const own: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: polygons.filter(({ length }) => length > 0),
  };
  const shape = own.coordinates.length > 0 ? own : null;
  return { geometry: shape, centroid: polygonCentroid(shape), isPoint: false };
}

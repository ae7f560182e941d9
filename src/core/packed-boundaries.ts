import type { MultiPolygon, Polygon, Position } from 'geojson';

type Areal = Polygon | MultiPolygon;

/**
 * Geometries as few long columns, which pass between threads without being copied: nested arrays of a whole country
 * would hold up both threads for seconds.
 */
export interface PackedGeometries {
  /** Longitude and latitude of every vertex, one after the other. */
  readonly coordinates: Float64Array;
  /** Vertices of each ring. */
  readonly rings: Uint32Array;
  /** Rings of each polygon. */
  readonly polygons: Uint32Array;
  /** Polygons of each geometry; 0 for one that is a Polygon. */
  readonly geometries: Uint32Array;
}

export function packGeometries(geometries: readonly Areal[]): PackedGeometries {
  const sizes = { rings: [] as number[], polygons: [] as number[], geometries: [] as number[] };
  let vertices = 0;
  for (const { type, coordinates } of geometries) {
    const polygons = type === 'Polygon' ? [coordinates] : coordinates;
    sizes.geometries.push(type === 'Polygon' ? 0 : polygons.length);
    for (const rings of polygons) {
      sizes.polygons.push(rings.length);
      for (const ring of rings) {
        sizes.rings.push(ring.length);
        vertices += ring.length;
      }
    }
  }
  const coordinates = new Float64Array(2 * vertices);
  let at = 0;
  for (const geometry of geometries) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const rings of polygons) {
      for (const ring of rings) {
        for (const [longitude = Number.NaN, latitude = Number.NaN] of ring) {
          coordinates[at] = longitude;
          coordinates[at + 1] = latitude;
          at += 2;
        }
      }
    }
  }
  return {
    coordinates,
    rings: Uint32Array.from(sizes.rings),
    polygons: Uint32Array.from(sizes.polygons),
    geometries: Uint32Array.from(sizes.geometries),
  };
}

export function unpackGeometries(packed: PackedGeometries): Areal[] {
  const { coordinates } = packed;
  let [vertex, ring, polygon] = [0, 0, 0];
  const nextRing = (): Position[] => {
    const positions: Position[] = [];
    const end = vertex + 2 * packed.rings[ring]!;
    for (; vertex < end; vertex += 2) positions.push([coordinates[vertex]!, coordinates[vertex + 1]!]);
    ring += 1;
    return positions;
  };
  const nextPolygon = (): Position[][] => {
    const rings = Array.from({ length: packed.polygons[polygon]! }, nextRing);
    polygon += 1;
    return rings;
  };
  return Array.from(packed.geometries, (polygons): Areal => {
    if (polygons === 0) return { type: 'Polygon', coordinates: nextPolygon() };
    return { type: 'MultiPolygon', coordinates: Array.from({ length: polygons }, nextPolygon) };
  });
}

/** The columns' memory, to be handed over instead of copied. */
export function packedBuffers(packed: PackedGeometries): ArrayBuffer[] {
  return Object.values(packed).map((column: Float64Array | Uint32Array) => column.buffer as ArrayBuffer);
}

/** A collection on its way between threads: its features without their geometries, and these packed. */
export interface PackedCollection<Other> {
  readonly others: readonly Other[];
  readonly packed: PackedGeometries;
}

interface WithFeatures<Feature> {
  readonly type: 'FeatureCollection';
  features: Feature[];
}

export function packCollection<Feature extends { geometry: Areal }>(
  collection: WithFeatures<Feature>,
): PackedCollection<Omit<Feature, 'geometry'>> {
  return {
    others: collection.features.map(({ geometry: _, ...other }) => other),
    packed: packGeometries(collection.features.map(({ geometry }) => geometry)),
  };
}

export function unpackCollection<Feature extends { geometry: Areal }>({
  others,
  packed,
}: PackedCollection<Omit<Feature, 'geometry'>>): WithFeatures<Feature> {
  const geometries = unpackGeometries(packed);
  const features = others.map((other, i) => ({ ...other, geometry: geometries[i]! }) as Feature);
  return { type: 'FeatureCollection', features };
}

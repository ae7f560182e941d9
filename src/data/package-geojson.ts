import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { unpackGeometries } from '#core/packed-boundaries.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import { thinBoundaries, thinningNotes, thinPacked, vertexCount } from './boundary-thinning.ts';
import type { PackageAreaProperties, PackageDistrictProperties } from './dataset-package.ts';
import { leanGeojson } from './geojson-coordinates.ts';
import { parseJson } from './json-text.ts';
import { decodeOwnText } from './text-encoding.ts';

export const AREAS_FILE = 'areas.geojson';
export const DISTRICTS_FILE = 'districts.geojson';
const LIMITS = { maxCharacters: 400_000_000, maxDepth: 12 };
const MAX_FEATURES = 100_000;
const MAX_VERTICES = 20_000_000;
const MAX_NAME = 200;
const AREA_KEYS = ['code', 'name', 'districtCode', 'districtName'] as const;

type Areal = Polygon | MultiPolygon;
type Reason = Extract<ProblemCode, `geojson/${string}` | 'file/too-large'>;

/** Carries a reason out of nested rings; never leaves this file. */
class Refusal extends Error {
  readonly code: Reason;
  constructor(code: Reason) {
    super(code);
    this.code = code;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function position(value: unknown): Position {
  if (!Array.isArray(value)) throw new Refusal('geojson/not-a-polygon');
  const [longitude, latitude]: unknown[] = value;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new Refusal('geojson/not-finite');
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new Refusal('geojson/not-finite');
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 180) throw new Refusal('geojson/projected');
  if (Math.abs(latitude) > 90) throw new Refusal('geojson/swapped-axes');
  return [longitude, latitude];
}

function ring(value: unknown, budget: { vertices: number }): Position[] {
  if (!Array.isArray(value)) throw new Refusal('geojson/not-a-polygon');
  budget.vertices -= value.length;
  if (budget.vertices < 0) throw new Refusal('file/too-large');
  const positions = value.map(position);
  const [first] = positions;
  const last = positions.at(-1);
  if (positions.length < 4 || first === undefined || last === undefined)
    throw new Refusal('geojson/ring-unclosed');
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Refusal('geojson/ring-unclosed');
  return positions;
}

function polygon(value: unknown, budget: { vertices: number }): Position[][] {
  if (!Array.isArray(value) || value.length === 0) throw new Refusal('geojson/not-a-polygon');
  return value.map((one) => ring(one, budget));
}

function geometry(value: unknown, budget: { vertices: number }): Areal {
  if (!isRecord(value)) throw new Refusal('geojson/not-a-polygon');
  const { type, coordinates } = value;
  if (type === 'Polygon') return { type, coordinates: polygon(coordinates, budget) };
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates) || coordinates.length === 0) {
    throw new Refusal('geojson/not-a-polygon');
  }
  return { type, coordinates: coordinates.map((one) => polygon(one, budget)) };
}

function texts<K extends string>(value: unknown, keys: readonly K[]): Record<K, string> {
  if (!isRecord(value)) throw new Refusal('geojson/no-code-property');
  const words = keys.map((key) => {
    const word = value[key];
    if (typeof word !== 'string' || word.trim() === '' || word.length > MAX_NAME) {
      throw new Refusal(key.startsWith('district') ? 'geojson/no-district' : 'geojson/no-code-property');
    }
    return [key, word];
  });
  return Object.fromEntries(words) as Record<K, string>;
}

/** Features rebuilt from what the format names: other properties, members and altitudes are not carried along. */
function readCollection<K extends string>(
  text: string,
  file: string,
  keys: readonly K[],
): Result<FeatureCollection<Areal, Record<K, string>>> {
  const json = parseJson(text, file, LIMITS);
  if (!json.ok) return json;
  const list = isRecord(json.value) && json.value.type === 'FeatureCollection' ? json.value.features : null;
  const refuse = (code: ProblemCode, row?: number): Problem => ({
    code,
    severity: 'error',
    at: { file, ...(row === undefined ? {} : { row }) },
  });
  if (!Array.isArray(list)) return { ok: false, problems: [refuse('geojson/not-a-collection')] };
  if (list.length === 0) return { ok: false, problems: [refuse('file/empty')] };
  if (list.length > MAX_FEATURES) return { ok: false, problems: [refuse('file/too-large')] };
  const budget = { vertices: MAX_VERTICES };
  const features: Feature<Areal, Record<K, string>>[] = [];
  for (const [k, feature] of (list as readonly unknown[]).entries()) {
    try {
      if (!isRecord(feature)) throw new Refusal('geojson/not-a-polygon');
      const properties = texts(feature.properties, keys);
      features.push({ type: 'Feature', properties, geometry: geometry(feature.geometry, budget) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, problems: [refuse(error.code, k + 1)] };
    }
  }
  return { ok: true, value: { type: 'FeatureCollection', features }, problems: [] };
}

export function parseAreas(text: string): Result<FeatureCollection<Areal, PackageAreaProperties>> {
  return readCollection(text, AREAS_FILE, AREA_KEYS);
}

export function parseDistricts(text: string): Result<FeatureCollection<Areal, PackageDistrictProperties>> {
  return readCollection(text, DISTRICTS_FILE, ['code', 'name']);
}

type Areas = FeatureCollection<Areal, PackageAreaProperties>;

/** The usual file of areas, its geometries already thinned before there is a list for every vertex; null: another. */
function readLean(bytes: Uint8Array, most: number): Result<Areas> | null {
  const lean = leanGeojson(bytes);
  const text = lean && decodeOwnText(lean.rest, AREAS_FILE);
  const json = text?.ok ? parseJson(text.value, AREAS_FILE, LIMITS) : null;
  const list =
    json?.ok && isRecord(json.value) && json.value.type === 'FeatureCollection' ? json.value.features : null;
  if (lean === null || !Array.isArray(list) || list.length === 0 || list.length > MAX_FEATURES) return null;
  const { packed } = lean;
  const given = packed.coordinates.length / 2;
  if (list.length !== packed.geometries.length || given > MAX_VERTICES) return null;
  const properties: PackageAreaProperties[] = [];
  for (const [k, feature] of (list as readonly unknown[]).entries()) {
    const shape = isRecord(feature) && isRecord(feature.geometry) ? feature.geometry : {};
    const found = Array.isArray(shape.coordinates) ? (shape.coordinates as readonly unknown[])[0] : null;
    if (found !== k || shape.type !== (packed.geometries[k] === 0 ? 'Polygon' : 'MultiPolygon')) return null;
    try {
      properties.push(texts(isRecord(feature) ? feature.properties : null, AREA_KEYS));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
  const thinned = thinPacked(packed, most);
  const geometries = unpackGeometries(thinned);
  const features = properties.map((own, k): Areas['features'][number] => {
    return { type: 'Feature', properties: own, geometry: geometries[k]! };
  });
  const notes = thinningNotes(given, thinned.coordinates.length / 2, AREAS_FILE);
  return { ok: true, value: { type: 'FeatureCollection', features }, problems: notes };
}

/** The areas of a package, drawn with about `most` vertices at most. */
export function readAreas(bytes: Uint8Array, most: number): Result<Areas> {
  const lean = readLean(bytes, most);
  if (lean !== null) return lean;
  const text = decodeOwnText(bytes, AREAS_FILE);
  const read = text.ok ? parseAreas(text.value) : text;
  if (!read.ok) return read;
  const given = read.value.features.map(({ geometry }) => geometry);
  const drawn = thinBoundaries(given, most);
  const features = read.value.features.map((feature, i) => ({ ...feature, geometry: drawn[i]! }));
  const notes = thinningNotes(vertexCount(given), vertexCount(drawn), AREAS_FILE);
  return { ok: true, value: { ...read.value, features }, problems: [...read.problems, ...notes] };
}

import type { Problem, Result } from '#core/problem.ts';
import { parseJson } from './json-text.ts';
import { leavesStatedBox } from './stated-box.ts';
import { decodeText } from './text-encoding.ts';

/** One feature as the file holds it: properties as text, geometry unchecked. */
export interface RawFeature {
  readonly properties: ReadonlyMap<string, string>;
  readonly geometry: unknown;
  /** Its first pair of finite numbers, whatever they mean. */
  readonly point: readonly [number, number] | null;
}

export interface RawCollection {
  readonly features: readonly RawFeature[];
  /** Number of the coordinate system the file states, where that is not plain degrees. */
  readonly epsg: number | null;
  /** The coordinate system as a definition (WKT of a .prj file), where one lies beside the file. */
  readonly projection: string | null;
  /** Whatever else the file says about itself, to be searched for personal data. */
  readonly rest: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

export const JSON_LIMITS = { maxCharacters: 400 * 2 ** 20, maxDepth: 24 };
/** Degrees on WGS 84, DGN95 and SRGI2013. */
const DEGREES = new Set([4326, 4979, 4755, 9470]);
export const RECORD_SEPARATOR = '\u001e';
const FEATURE_LINE = /^\s*\{(?=[^\n]{0,400}"type"\s*:\s*"Feature")/;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function propertyText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function firstPoint(coordinates: unknown): readonly [number, number] | null {
  let inner = coordinates;
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  if (!Array.isArray(inner)) return null;
  const [x, y] = inner as readonly unknown[];
  return Number.isFinite(x) && Number.isFinite(y) ? [x as number, y as number] : null;
}

function rawFeature(value: unknown): RawFeature {
  const feature = isObject(value) ? value : {};
  const properties = new Map<string, string>();
  if (typeof feature.id === 'string' || typeof feature.id === 'number')
    properties.set('id', String(feature.id));
  const written = isObject(feature.properties) ? feature.properties : {};
  for (const key of Object.keys(written)) properties.set(key, propertyText(written[key]));
  const geometry = feature.geometry;
  return { properties, geometry, point: isObject(geometry) ? firstPoint(geometry.coordinates) : null };
}

/** 'WGS 84 / UTM zone 51S' and 'DGN95 / Indonesia TM-3 zone 51.1', as QGIS names them. */
function namedSystem(text: string): number | null {
  const [, zone = '', side = ''] = /UTM[ _]*(?:zone[ _]*)?(\d{1,2})[ _]*([NS])\b/i.exec(text) ?? [];
  if (zone !== '') return (/s/i.test(side) ? 32_700 : 32_600) + Number(zone);
  const [, first = '', half = ''] = /TM-?3\D*(\d{2})[._]([12])/i.exec(text) ?? [];
  return first === '' ? null : 23_829 + (Number(first) - 46) * 2 + Number(half) - 1;
}

function statedSystem(collection: JsonObject): number | null {
  const written = JSON.stringify(collection.crs ?? '');
  const number = /EPSG[:/]+(?:[\d.]*[:/])?(\d{4,6})/i.exec(written)?.[1];
  const stated = number === undefined ? namedSystem(written) : Number(number);
  return stated === null || DEGREES.has(stated) ? null : stated;
}

function refusal(code: Problem['code'], detail: Problem['detail'] = {}, row?: number): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', ...(row ? { at: { row } } : {}), detail }] };
}

/** Features that leave the box stated of them or of all. */
function boxProblems(features: readonly unknown[], bbox: unknown): readonly Problem[] {
  const first = features.findIndex((feature) => {
    const { geometry, bbox: own } = isObject(feature) ? feature : {};
    return leavesStatedBox(geometry, bbox) || leavesStatedBox(geometry, own);
  });
  return first < 0 ? [] : [{ code: 'geojson/box-differs', severity: 'warning', at: { row: first + 1 } }];
}

/** A FeatureCollection, Feature, or bare list of features that has been parsed. */
export function collectionOf(value: unknown): Result<RawCollection> {
  const listed = Array.isArray(value) && value.some((one) => isObject(one) && one.type === 'Feature');
  const whole = listed ? { type: 'FeatureCollection', features: value } : value;
  const object = isObject(whole) ? whole : {};
  const { type, features, ...others } = object;
  if (type === 'Feature')
    return {
      ok: true,
      value: { features: [rawFeature(object)], epsg: null, projection: null, rest: '' },
      problems: [],
    };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    return refusal('geojson/not-a-collection', {
      found: typeof type === 'string' ? type.slice(0, 30) : 'json',
    });
  }
  if (features.length === 0) return refusal('file/empty');
  const rest = JSON.stringify(others).slice(0, 100_000);
  return {
    ok: true,
    value: { features: features.map(rawFeature), epsg: statedSystem(object), projection: null, rest },
    problems: boxProblems(features, object.bbox),
  };
}

/** Where the text ends: what a cut-off file is known by. */
function endOf(text: string): { readonly row: number; readonly character: number } {
  const lastBreak = text.lastIndexOf('\n');
  let row = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) row++;
  return { row, character: text.length - lastBreak };
}

function parseWhole(text: string): Result<RawCollection> {
  const json = parseJson(text, '', JSON_LIMITS);
  if (json.ok) return collectionOf(json.value);
  const { code = 'json/invalid', detail = {} } = json.problems[0] ?? {};
  if (code !== 'file/truncated') return refusal(code, detail);
  const { row, character } = endOf(text);
  return refusal(code, { character }, row);
}

function parseLines(text: string): Result<RawCollection> {
  const features: RawFeature[] = [];
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  for (const [k, line] of lines.entries()) {
    const body = line.trim();
    if (body === '') continue;
    const json = parseJson(body, '', JSON_LIMITS);
    if (!json.ok) {
      const code = json.problems[0]?.code ?? 'json/invalid';
      return refusal(
        code === 'file/truncated' && k < last ? 'json/invalid' : code,
        { character: body.length + 1 },
        k + 1,
      );
    }
    features.push(rawFeature(json.value));
  }
  return { ok: true, value: { features, epsg: null, projection: null, rest: '' }, problems: [] };
}

/** GeoJSON as one collection, one feature, or one feature a line (RFC 8142 and newline-delimited). */
export function parseGeojson(bytes: Uint8Array): Result<RawCollection> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value.replaceAll(RECORD_SEPARATOR, '');
  if (text.trim() === '') return refusal('file/empty');
  const afterFirst = text.slice(text.indexOf('\n') + 1);
  const byLine = text.includes('\n') && FEATURE_LINE.test(text) && /^\s*\{/.test(afterFirst);
  const parsed = byLine ? parseLines(text) : parseWhole(text);
  return { ...parsed, problems: [...decoded.problems, ...parsed.problems] };
}

import type { Problem, Result } from '#core/problem.ts';
import type { ArchivePart } from './archive-guard.ts';
import type { BoundaryAnswers, BoundaryQuestion } from './boundary-question.ts';
import { JSON_LIMITS, parseGeojson, type RawCollection, RECORD_SEPARATOR } from './geojson-text.ts';
import { parseJson } from './json-text.ts';
import { readKml } from './kml.ts';
import { inDegrees } from './reprojection.ts';
import { readShapefile } from './shapefile.ts';
import { decodeText } from './text-encoding.ts';
import { type MapLayer, topojsonLayers } from './topojson.ts';

/** In which form a map was kept. */
export type MapFormat = 'geojson' | 'topojson' | 'kml' | 'kmz' | 'shapefile' | 'geojson-zip';

/** A map file taken apart: all that it holds, nothing chosen yet. */
export interface MapFile {
  readonly format: MapFormat;
  readonly layers: readonly MapLayer[];
}

/** The one layer that is read, in degrees; or the question which. */
export type ChosenLayer =
  | { readonly kind: 'layer'; readonly collection: Result<RawCollection> }
  | { readonly kind: 'question'; readonly question: BoundaryQuestion };

function refusal(code: Problem['code'], detail: Problem['detail'] = {}): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', detail }] };
}

const endOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '').toLowerCase();
const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '');

function one(format: MapFormat, name: string, collection: Result<RawCollection>): Result<MapFile> {
  return { ok: true, value: { format, layers: [{ name, collection }] }, problems: [] };
}

/** GeoJSON or TopoJSON, told by its type. */
export async function jsonMap(name: string, bytes: Uint8Array): Promise<Result<MapFile>> {
  const parsed = parseGeojson(bytes);
  const isTopology = !parsed.ok && parsed.problems.some(({ detail }) => detail?.found === 'Topology');
  if (!isTopology) return one('geojson', nameOf(name), parsed);
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const json = parseJson(text.value.replaceAll(RECORD_SEPARATOR, ''), name, JSON_LIMITS);
  if (!json.ok) return json;
  const layers = await topojsonLayers(json.value);
  return layers.ok ? { ...layers, value: { format: 'topojson', layers: layers.value } } : layers;
}

export async function kmlMap(name: string, text: string): Promise<Result<MapFile>> {
  return one('kml', nameOf(name), await readKml(text));
}

/** Whether files lie together that make a shapefile. */
export function hasShapefile(parts: readonly ArchivePart[]): boolean {
  return parts.some(({ path }) => endOf(path) === 'shp');
}

function shapefileLayers(parts: readonly ArchivePart[]): readonly MapLayer[] {
  return parts.flatMap(({ path, bytes }): MapLayer[] => {
    if (endOf(path) !== 'shp') return [];
    const beside = (end: string): Uint8Array | undefined =>
      parts.find((part) => endOf(part.path) === end && stemOf(part.path) === stemOf(path))?.bytes;
    const [dbf, prj, cpg] = [beside('dbf'), beside('prj'), beside('cpg')];
    return [{ name: nameOf(path), collection: readShapefile({ shp: bytes, dbf, prj, cpg }) }];
  });
}

/** The map in an archive or among files dropped together: shapefiles, KML or GeoJSON; null where there is none. */
export async function mapAmong(parts: readonly ArchivePart[]): Promise<Result<MapFile> | null> {
  const own = parts.filter(({ path }) => !/(?:^|\/)(?:__MACOSX\/|\._)/.test(path));
  if (hasShapefile(own))
    return { ok: true, value: { format: 'shapefile', layers: shapefileLayers(own) }, problems: [] };
  const [kml] = own.filter(({ path }) => endOf(path) === 'kml');
  if (kml !== undefined) {
    const text = decodeText(kml.bytes);
    return text.ok ? one('kmz', nameOf(kml.path), await readKml(text.value)) : text;
  }
  const texts = own.filter(({ path }) => /^(?:geojson|json|topojson|geojsonl|geojsons)$/.test(endOf(path)));
  if (texts.length === 0) return null;
  const files = await Promise.all(texts.map(({ path, bytes }) => jsonMap(path, bytes)));
  const refused = files.find((file) => !file.ok);
  if (refused) return refused;
  const layers = files.flatMap((file) => (file.ok ? file.value.layers : []));
  return { ok: true, value: { format: 'geojson-zip', layers }, problems: [] };
}

/** Chooses the only layer, or the one that the reader named, and brings it to degrees; several are a question. */
export async function chosenLayer({ layers }: MapFile, answers: BoundaryAnswers): Promise<ChosenLayer> {
  const [only, second] = layers;
  const named = layers.find((_, k) => String(k + 1) === answers.get('layer'));
  const layer = second === undefined ? only : named;
  if (layer !== undefined) {
    const { collection } = layer;
    if (!collection.ok) return { kind: 'layer', collection };
    const moved = await inDegrees(collection.value);
    return {
      kind: 'layer',
      collection: { ...moved, problems: [...collection.problems, ...moved.problems] },
    };
  }
  if (only === undefined) return { kind: 'layer', collection: refusal('file/empty') };
  const options = layers.map(({ name, collection }, k) => ({
    id: String(k + 1),
    label: name,
    follows: { areas: collection.ok ? collection.value.features.length : 0 },
  }));
  const detail = {
    layers: layers
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 200),
  };
  const message: Problem = { code: 'geojson/layers', severity: 'error', detail };
  return { kind: 'question', question: { id: 'layer', about: 'layer', blocking: true, options, message } };
}

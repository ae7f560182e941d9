import type { Problem, Result } from '#core/problem.ts';
import type { ArchivePart } from './archive-guard.ts';
import type { BoundaryAnswers, BoundaryQuestion } from './boundary-question.ts';
import { JSON_LIMITS, parseGeojson, type RawCollection, RECORD_SEPARATOR } from './geojson-text.ts';
import { geopackageLayers } from './geopackage.ts';
import { parseJson } from './json-text.ts';
import { readKml } from './kml.ts';
import { inDegrees } from './reprojection.ts';
import { readShapefile } from './shapefile.ts';
import { decodeText } from './text-encoding.ts';
import { type MapLayer, topojsonLayers } from './topojson.ts';

/** In which form a map was kept. */
export type MapFormat = 'geojson' | 'topojson' | 'kml' | 'kmz' | 'shapefile' | 'geojson-zip' | 'geopackage';

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

export async function geopackageMap(bytes: Uint8Array): Promise<Result<MapFile>> {
  const layers = await geopackageLayers(bytes);
  return layers.ok ? { ...layers, value: { format: 'geopackage', layers: layers.value } } : layers;
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

/** Parts that belong to others, say how they are drawn, or illustrate: nothing is lost with them. */
const BESIDE =
  /\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|qpj|qmd|qix|atx|ai[nh]|fb[nx]|ixs|mxs|cst|lyrx?|qml|sld|xml|png|jpe?g|gif|svg|txt|md|pdf|html?)$/i;

/** What an archive holds besides its map: named, because nobody else looks at it. */
function unreadParts(paths: readonly string[]): readonly Problem[] {
  const unread = paths.filter((path) => !BESIDE.test(path) && !path.endsWith('/'));
  const detail = { count: unread.length, parts: unread.join(', ').slice(0, 200) };
  return unread.length === 0 ? [] : [{ code: 'file/parts-unread', severity: 'warning', detail }];
}

/**
 * The map in an archive or among files dropped together: every shapefile, KML, GeoJSON and GeoPackage of it gives its
 * layers. Null where there is none. Parts that are no map are named where a map was found.
 */
export async function mapAmong(parts: readonly ArchivePart[]): Promise<Result<MapFile> | null> {
  const own = parts.filter(({ path }) => !/(?:^|\/)(?:__MACOSX\/|\._)/.test(path));
  const ends = (pattern: RegExp) => own.filter(({ path }) => pattern.test(endOf(path)));
  const kmls = ends(/^kml$/);
  const packages = ends(/^gpkg$/);
  const texts = ends(/^(?:geojson|json|topojson|geojsonl|geojsons)$/);
  const files = await Promise.all([
    ...kmls.map(async ({ path, bytes }): Promise<Result<MapFile>> => {
      const text = decodeText(bytes);
      return text.ok ? kmlMap(path, text.value) : text;
    }),
    ...texts.map(({ path, bytes }) => jsonMap(path, bytes)),
    ...packages.map(({ bytes }) => geopackageMap(bytes)),
  ]);
  const shapes = shapefileLayers(own);
  const read = files.map((file) => (file.ok ? file.value.layers : []));
  const layers = [...shapes, ...read.flat()];
  if (layers.length === 0) return files.find((file) => !file.ok) ?? null;
  // Text that is no map lies beside a map as anything else does.
  const good = layers.filter(({ collection }) => collection.ok);
  const taken = good.length > 0 ? good : layers;
  const used = [...kmls, ...texts, ...packages].filter((_, k) =>
    read[k]?.some((layer) => taken.includes(layer)),
  );
  const [only] = packages;
  const format =
    shapes.length > 0 ? 'shapefile' : kmls.length > 0 ? 'kmz' : only ? 'geopackage' : 'geojson-zip';
  const left = own.filter((part) => !used.includes(part)).map(({ path }) => path);
  return { ok: true, value: { format, layers: taken }, problems: unreadParts(left) };
}

/** Chooses the only layer, or the one that the reader named, and brings it to degrees; several are a question. */
export async function chosenLayer({ layers }: MapFile, answers: BoundaryAnswers): Promise<ChosenLayer> {
  const system = Number(answers.get('projection') ?? Number.NaN);
  const [only, second] = layers;
  const named = layers.find((_, k) => String(k + 1) === answers.get('layer'));
  const layer = second === undefined ? only : named;
  if (layer !== undefined) {
    const { collection } = layer;
    if (!collection.ok) return { kind: 'layer', collection };
    const { epsg, projection } = collection.value;
    const unsaid = epsg === null && projection === null && Number.isInteger(system);
    const moved = await inDegrees(unsaid ? { ...collection.value, epsg: system } : collection.value);
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

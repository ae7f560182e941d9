import type { GeometryCollection, Objects, Topology } from 'topojson-specification';
import type { Problem, Result } from '#core/problem.ts';
import { collectionOf, type RawCollection } from './geojson-text.ts';

/** One layer of a file that may hold several. */
export interface MapLayer {
  readonly name: string;
  readonly collection: Result<RawCollection>;
}

function refusal(code: Problem['code'], detail: Problem['detail'] = {}): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', detail }] };
}

/** Whether the arcs are there, and every arc that a geometry names. */
function isSound(topology: Topology, objects: Objects): boolean {
  const { arcs } = topology;
  if (!Array.isArray(arcs) || !arcs.every((arc) => Array.isArray(arc) && arc.length > 0)) return false;
  const named = (list: unknown): boolean =>
    Array.isArray(list)
      ? list.every(named)
      : Number.isInteger(list) && (list as number) < arcs.length && ~(list as number) < arcs.length;
  const check = (object: unknown): boolean => {
    if (typeof object !== 'object' || object === null) return false;
    const { geometries, arcs: own } = object as { readonly geometries?: unknown; readonly arcs?: unknown };
    if (geometries !== undefined) return Array.isArray(geometries) && geometries.every(check);
    return own === undefined || named(own);
  };
  return Object.values(objects).every(check);
}

/**
 * The layers of a TopoJSON file (specification 1.0) that hold polygons; where none does, all of them, so that their
 * points or lines are told for what they are.
 */
export async function topojsonLayers(value: unknown): Promise<Result<readonly MapLayer[]>> {
  const topology = value as Topology;
  const { objects } = topology as { readonly objects?: unknown };
  if (typeof objects !== 'object' || objects === null) return refusal('json/invalid');
  if (Object.keys(objects).length === 0) return refusal('file/empty');
  if (!isSound(topology, objects as Objects)) return refusal('json/invalid');
  const { feature } = await import('topojson-client');
  let layers: readonly MapLayer[];
  try {
    layers = Object.entries(objects as Objects).map(([name, object]): MapLayer => {
      const geometries = object.type === 'GeometryCollection' ? object.geometries : [object];
      const whole: GeometryCollection = { type: 'GeometryCollection', geometries };
      return { name, collection: collectionOf({ ...feature(topology, whole), bbox: topology.bbox }) };
    });
  } catch {
    // The library takes the rest of the file's form for granted.
    return refusal('json/invalid');
  }
  const polygons = layers.filter(
    ({ collection }) =>
      collection.ok &&
      collection.value.features.some(({ geometry }) =>
        /Polygon$/.test((geometry as { readonly type?: string } | null)?.type ?? ''),
      ),
  );
  return { ok: true, value: polygons.length > 0 ? polygons : layers, problems: [] };
}

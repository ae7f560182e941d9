import type { Problem, Result } from '#core/problem.ts';
import { INDONESIA, isInside } from './coordinate-fault.ts';
import type { RawCollection, RawFeature } from './geojson-text.ts';

/** Central meridians of the zones 46.2 to 54.1 of TM-3 lie three degrees apart. */
const TM3 = { first: 23_830, last: 23_845, meridian: 94.5 };
/** UTM: first number of EPSG, its zone, how many follow, hemisphere. WGS 84, DGN95 and SRGI2013. */
const UTM: readonly (readonly [first: number, zone: number, count: number, south: boolean])[] = [
  [32_601, 1, 60, false],
  [32_701, 1, 60, true],
  [23_866, 46, 7, false],
  [23_877, 47, 8, true],
  [9_476, 46, 7, false],
  [9_487, 47, 8, true],
];
const SAME_DATUM = /wgs|dgn|srgi|itrf|gda|sphere/i;

interface Projection {
  /** For proj4. */
  readonly definition: string;
  /** For the reader: 'UTM 51S (EPSG:32751)', or the name in the .prj. */
  readonly name: string;
}

/** The definition of a number of EPSG in use in Indonesia; null for others. */
export function projectionOf(epsg: number): Projection | null {
  for (const [first, zone, count, south] of UTM) {
    const offset = epsg - first;
    if (offset < 0 || offset >= count) continue;
    const side = south ? ' +south' : '';
    return {
      definition: `+proj=utm +zone=${zone + offset}${side} +ellps=WGS84 +towgs84=0,0,0 +units=m +no_defs`,
      name: `UTM ${zone + offset}${south ? 'S' : 'N'} (EPSG:${epsg})`,
    };
  }
  if (epsg >= TM3.first && epsg <= TM3.last) {
    const meridian = TM3.meridian + 3 * (epsg - TM3.first);
    return {
      definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9999 +x_0=200000 +y_0=1500000 +ellps=WGS84 +towgs84=0,0,0 +units=m +no_defs`,
      name: `TM-3 (EPSG:${epsg})`,
    };
  }
  return epsg === 3857 || epsg === 900_913
    ? { definition: 'EPSG:3857', name: `Web Mercator (EPSG:${epsg})` }
    : null;
}

function statedProjection({ epsg, projection }: RawCollection): Projection | null {
  if (projection !== null) {
    const name = /"([^"]{1,80})"/.exec(projection)?.[1] ?? '.prj';
    return /^\s*(?:PROJCS|PROJCRS|PROJECTEDCRS)\b/i.test(projection)
      ? { definition: projection, name }
      : null;
  }
  return epsg === null ? null : projectionOf(epsg);
}

/** A datum of degrees that lies tens of meters or more from WGS 84, such as Batavia or ID74; null for the same. */
function otherDatum(projection: string | null): string | null {
  const datum = /DATUM\s*\[\s*"([^"]{1,60})"/i.exec(projection ?? '')?.[1] ?? null;
  return datum === null || SAME_DATUM.test(datum) ? null : datum;
}

type Move = (x: number, y: number) => readonly [number, number];

function moved(coordinates: unknown, move: Move): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y] = coordinates as readonly unknown[];
  return typeof x === 'number' && typeof y === 'number'
    ? move(x, y)
    : coordinates.map((inner) => moved(inner, move));
}

function movedGeometry(geometry: unknown, move: Move): unknown {
  if (typeof geometry !== 'object' || geometry === null) return geometry;
  const { geometries, coordinates, ...rest } = geometry as Readonly<Record<string, unknown>>;
  return {
    ...rest,
    ...(coordinates === undefined ? {} : { coordinates: moved(coordinates, move) }),
    ...(Array.isArray(geometries) ? { geometries: geometries.map((one) => movedGeometry(one, move)) } : {}),
  };
}

function middleOf(features: readonly RawFeature[]): readonly [number, number] | null {
  const points = features.flatMap(({ point }) => (point ? [point] : []));
  const middle = (axis: 0 | 1): number =>
    points.map((point) => point[axis]).sort((a, b) => a - b)[points.length >> 1] ?? 0;
  return points.length === 0 ? null : [middle(0), middle(1)];
}

/**
 * Brings coordinates to degrees on WGS 84 where the file states a system of meters (proj4), and says so. A stated
 * system that contradicts degrees is said and not followed. Everything else is left as it is, for the checks to come.
 */
export async function inDegrees(raw: RawCollection): Promise<Result<RawCollection>> {
  const unchanged = (...problems: Problem[]): Result<RawCollection> => ({ ok: true, value: raw, problems });
  const middle = middleOf(raw.features);
  if (middle === null) return unchanged();
  const datum = otherDatum(raw.projection);
  const shifted: Problem[] =
    datum === null ? [] : [{ code: 'geojson/other-datum', severity: 'warning', detail: { datum } }];
  const stated = statedProjection(raw);
  const isMeters = Math.abs(middle[0]) > 180 || Math.abs(middle[1]) > 90;
  if (!isMeters) {
    const name = stated?.name ?? (raw.epsg === null ? null : `EPSG:${raw.epsg}`);
    if (name === null || !isInside(INDONESIA, ...middle)) return unchanged(...shifted);
    return unchanged({ code: 'geojson/system-contradicts', severity: 'warning', detail: { stated: name } });
  }
  if (stated === null) return unchanged(...shifted);
  const { default: proj4 } = await import('proj4');
  let move: Move;
  try {
    const converter = proj4(stated.definition, 'EPSG:4326');
    move = (x, y) => {
      const [lon = Number.NaN, lat = Number.NaN] = converter.forward([x, y]);
      return [Math.round(lon * 1e8) / 1e8, Math.round(lat * 1e8) / 1e8];
    };
    move(...middle);
  } catch {
    const detail = { system: stated.name };
    return { ok: false, problems: [{ code: 'geojson/system-unknown', severity: 'error', detail }] };
  }
  const features = raw.features.map(
    ({ properties, geometry, point }): RawFeature => ({
      properties,
      geometry: movedGeometry(geometry, move),
      point: point && move(...point),
    }),
  );
  const note: Problem = { code: 'geojson/reprojected', severity: 'note', detail: { from: stated.name } };
  return {
    ok: true,
    value: { ...raw, features, epsg: null, projection: null },
    problems: [note, ...shifted],
  };
}

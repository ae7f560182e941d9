import type { MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from '#core/area.ts';
import { householdColumns } from '#core/household-points.ts';
import { headerWords } from '#core/personal-header.ts';
import { serviceKindIn } from '#core/places.ts';
import type { Problem, Result } from '#core/problem.ts';
import { columnsOf, type PropertyColumns, personalIn } from './boundary-columns.ts';
import { figureProperties, holdsCounts, propertySheet } from './boundary-figures.ts';
import { checkGeometry } from './boundary-geometry.ts';
import { codeProperties, nameProperties } from './boundary-property.ts';
import { coordinateFault } from './coordinate-fault.ts';
import { pointFault } from './degree-text.ts';
import type { RawCollection, RawFeature } from './geojson-text.ts';
import { addressesLeftOut } from './place-address.ts';
import {
  createRowFaults,
  type PlaceReading,
  type PlaceRow,
  type RowFaults,
  withoutDoubles,
} from './place-reading.ts';
import type { RawSheet } from './raw-table.ts';

const KIND = /^(?:jenis|tipe|type|kategori|category|kind|amenity)(?: |$)/;
const NAME = /(?:^| )(?:nama|name|nm)(?: |$)/;
const AREA = /(?:^| )(?:kelurahan|kel|desa|kecamatan|kec|kabupaten|kab|kota|provinsi|prov)(?: |$)/;

const typeOf = ({ geometry }: RawFeature): string => {
  const type = (geometry as { readonly type?: unknown } | null)?.type;
  return typeof type === 'string' ? type : '';
};

interface Properties {
  readonly columns: PropertyColumns;
  readonly name: string | null;
  readonly kind: string | null;
}

function propertiesOf(columns: PropertyColumns): Properties {
  const keys = [...columns.keys()];
  const find = (fits: (words: string) => boolean) => keys.find((key) => fits(headerWords(key))) ?? null;
  return {
    columns,
    kind: find((words) => KIND.test(words)),
    name:
      find((words) => NAME.test(words) && !AREA.test(words)) ??
      find((words) => serviceKindIn(words) !== null),
  };
}

/** Whether file, property or value names a service: polygons without codes are taken for zones by nothing less. */
function namesService({ columns, name, kind }: Properties, file: string): boolean {
  const values = [name, kind].flatMap((key) => (key === null ? [] : (columns.get(key) ?? [])));
  return [file, ...columns.keys(), ...values].some((text) => serviceKindIn(text) !== null);
}

/** What a collection holds of services; null where it is to be read as boundaries. */
export function placeForm({ features }: RawCollection, file: string): PlaceReading['form'] | null {
  const types = new Set(features.map(typeOf));
  const polygons = types.has('Polygon') || types.has('MultiPolygon');
  if (!polygons && !types.has('Point') && !types.has('MultiPoint')) return null;
  const columns = columnsOf(features);
  const coded = codeProperties(columns).length > 0;
  if (polygons && coded) return null;
  if ((polygons || coded) && !namesService(propertiesOf(columns), file)) return null;
  return polygons ? 'zones' : 'points';
}

/**
 * Points of areas with figures, as a sheet: every feature a point with a village's code or name, and no service named.
 * Where the points lie is not used. Null for anything else.
 */
export function areaPointSheet(
  { features }: RawCollection,
  form: PlaceReading['form'] | null,
): RawSheet | null {
  if (form === 'zones' || !features.every((feature) => typeOf(feature) === 'Point')) return null;
  const columns = columnsOf(features);
  const names = nameProperties(columns);
  const [sure] = names.village.slice(0, names.sure);
  const written = sure === undefined ? [] : (columns.get(sure) ?? []);
  const named = written.length > 0 && new Set(written).size * 2 > features.length;
  const coded = codeProperties(columns).length > 0;
  if (!(named || coded) || figureProperties(columns).length === 0) return null;
  const sheet = propertySheet(columns, null);
  return namesService(propertiesOf(columns), '') || !holdsCounts(sheet, '') ? null : sheet;
}

function labelOf({ columns, name, kind }: Properties, k: number, file: string) {
  const text = (key: string | null) => (key === null ? '' : (columns.get(key)?.[k] ?? '').trim());
  const [own, said] = [text(name), text(kind)];
  const otherwise = serviceKindIn(own) ?? serviceKindIn(name ?? '') ?? serviceKindIn(file);
  return { name: own, kind: serviceKindIn(said) ?? (said === '' ? otherwise : ('other' as const)) };
}

/** Every position of a point or of several: one service with several points is several places. */
function positionsOf({ geometry }: RawFeature): readonly LonLat[] {
  const { type, coordinates } = (geometry ?? {}) as {
    readonly type?: unknown;
    readonly coordinates?: unknown;
  };
  const all = type === 'MultiPoint' && Array.isArray(coordinates) ? coordinates : [coordinates];
  return all.flatMap((position): LonLat[] => {
    const [x, y] = Array.isArray(position) ? (position as readonly unknown[]) : [];
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x + y) ? [[x, y]] : [];
  });
}

function pointRows(
  features: readonly RawFeature[],
  label: (k: number) => { readonly name: string; readonly kind: PlaceRow<LonLat>['kind'] },
  faults: RowFaults,
): readonly PlaceRow<LonLat>[] {
  const rows = features.flatMap((feature, k): PlaceRow<LonLat>[] => {
    const type = typeOf(feature);
    const row = k + 1;
    const found = type === 'Point' || type === 'MultiPoint' ? positionsOf(feature) : [];
    if (found.length === 0) faults.add('places/no-coordinates', row);
    return found.flatMap(([x, y]): PlaceRow<LonLat>[] => {
      const fault = pointFault(x, y);
      if (fault === 'outside') {
        faults.add('places/outside-indonesia', row);
        return [];
      }
      if (fault === 'swapped') faults.add('places/swapped', row);
      const own = label(k);
      if (own.name === '') faults.add('places/without-name', row);
      return [{ row, ...own, shape: fault === 'swapped' ? [y, x] : [x, y] }];
    });
  });
  return withoutDoubles(rows, faults);
}

function zoneRows(
  features: readonly RawFeature[],
  label: (k: number) => { readonly name: string; readonly kind: PlaceRow<LonLat>['kind'] },
  faults: RowFaults,
): readonly PlaceRow<Polygon | MultiPolygon>[] {
  return features.flatMap((feature, k) => {
    const row = k + 1;
    const check = checkGeometry(feature.geometry);
    if (check.kind === 'refused') {
      faults.add('places/other-geometry', row);
      return [];
    }
    if (!check.inside) {
      faults.add('places/outside-indonesia', row);
      return [];
    }
    const own = label(k);
    if (own.name === '') faults.add('places/without-name', row);
    return [{ row, ...own, shape: check.geometry }];
  });
}

/** Services from GeoJSON: points, or polygons that are no areas. Refused whole: personal data, households, meters. */
export function readPlaceGeojson(
  { features, epsg, rest }: RawCollection,
  form: PlaceReading['form'],
  file: string,
): Result<PlaceReading> {
  const columns = columnsOf(features);
  const properties = propertiesOf(columns);
  const header = [...columns.keys()];
  const values = [...columns.values()];
  const table = features.map((_, k) => values.map((column) => column[k] ?? ''));
  const personal = personalIn(columns, features.length, rest);
  const place = (key: string | null) => (key === null ? null : header.indexOf(key));
  const list = { header, rows: table, name: place(properties.name), kind: place(properties.kind) };
  const leftOut = addressesLeftOut(personal, () => list);
  if (leftOut === null) return { ok: false, problems: personal };
  const homes = householdColumns(list);
  if (homes.length > 0) {
    const problems = homes.map(
      ({ header: column, count }): Problem => ({
        code: 'places/household-column',
        severity: 'error',
        at: { column },
        detail: { count },
      }),
    );
    return { ok: false, problems };
  }
  const points = features.flatMap(({ point }) => (point ? [point] : []));
  const bad = points.filter((point) => pointFault(...point) === 'outside');
  const [x, y] = bad[bad.length >> 1] ?? [];
  const misplaced =
    x !== undefined && y !== undefined && bad.length * 2 > points.length
      ? coordinateFault(x, y, null, epsg)
      : null;
  if (misplaced) return { ok: false, problems: [misplaced] };
  const label = (k: number) => labelOf(properties, k, file);
  const faults = createRowFaults();
  const about = { columns: { name: properties.name, kind: properties.kind } };
  const value: PlaceReading =
    form === 'points'
      ? { form, rows: pointRows(features, label, faults), ...about }
      : { form, rows: zoneRows(features, label, faults), ...about };
  return { ok: true, value, problems: [...leftOut, ...faults.problems()] };
}

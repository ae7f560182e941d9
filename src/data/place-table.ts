import type { LonLat } from '#core/area.ts';
import { householdColumns } from '#core/household-points.ts';
import { headedRows } from '#core/personal-data.ts';
import { headerWords } from '#core/personal-header.ts';
import { serviceKindIn } from '#core/places.ts';
import type { Problem, Result } from '#core/problem.ts';
import { recognizeColumns } from './column-recognition.ts';
import { isCountRole } from './column-role.ts';
import { coordinateFault } from './coordinate-fault.ts';
import { pointFault, readDegreePair, readDegrees } from './degree-text.ts';
import {
  createRowFaults,
  type PlaceList,
  type PlaceReading,
  type PlaceRow,
  type RowFaults,
  withoutDoubles,
} from './place-reading.ts';
import type { RawSheet } from './raw-table.ts';

type Coordinates =
  | { readonly kind: 'two'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'pair'; readonly column: number; readonly longitudeFirst: boolean };

interface Header {
  /** 0-based. */
  readonly row: number;
  readonly coordinates: Coordinates;
  readonly name: number | null;
  readonly kind: number | null;
}

const SEARCHED_ROWS = 20;
const LATITUDE = /(?:^| )(?:lat|latitude|lintang|ltg)(?: |$)|^(?:koordinat |coord )?y$/;
const LONGITUDE = /(?:^| )(?:lon|long|lng|longitude|bujur|bjr)(?: |$)|^(?:koordinat |coord )?x$/;
const PAIR = /(?:^| )(?:koordinat|coordinates?|titik|lokasi|location|latlong|latlng|latlon|lonlat)(?: |$)/;
const KIND = /^(?:jenis|tipe|type|kategori|category|kind)(?: |$)/;
const NAME = /(?:^| )(?:nama|name|nm)(?: |$)/;
const AREA =
  /(?:^| )(?:kelurahan|kel|desa|kecamatan|kec|kabupaten|kab|kota|provinsi|prov|wilayah|village|district|kode|id)(?: |$)/;
/** Columns of a service's own name, the finest first, where no header says that it is a name. */
const UNITS = [
  /posyandu/,
  /pustu|poskes|polindes|klinik|rumah sakit|paud/,
  /kampung|faskes|fasilitas|unit|layanan/,
  /puskesmas/,
];

function coordinatesIn(heads: readonly string[]): Coordinates | null {
  const latitude = heads.findIndex((words) => LATITUDE.test(words) && !LONGITUDE.test(words));
  const longitude = heads.findIndex((words) => LONGITUDE.test(words) && !LATITUDE.test(words));
  if (latitude >= 0 && longitude >= 0) return { kind: 'two', latitude, longitude };
  const both = heads.findIndex((words) => LATITUDE.test(words) && LONGITUDE.test(words));
  const column = both >= 0 ? both : heads.findIndex((words) => PAIR.test(words));
  if (column < 0) return null;
  const words = heads[column] ?? '';
  const longitudeFirst = both >= 0 && words.search(LONGITUDE) < words.search(LATITUDE);
  return { kind: 'pair', column, longitudeFirst };
}

function nameColumn(heads: readonly string[]): number | null {
  const among = (fits: (words: string) => boolean) => heads.findIndex((words) => fits(words));
  const found = [
    among((words) => NAME.test(words) && serviceKindIn(words) !== null),
    among((words) => NAME.test(words) && !AREA.test(words)),
    ...UNITS.map((unit) => among((words) => unit.test(words) && !AREA.test(words) && !KIND.test(words))),
  ].find((column) => column >= 0);
  return found ?? null;
}

function headerOf({ rows }: RawSheet): Header | null {
  for (const [row, cells] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const heads = cells.map(headerWords);
    const coordinates = coordinatesIn(heads);
    if (coordinates === null) continue;
    const kind = heads.findIndex((words) => KIND.test(words));
    return { row, coordinates, name: nameColumn(heads), kind: kind < 0 ? null : kind };
  }
  return null;
}

/** Longitude and latitude as the row has them, or null. */
function pointIn(cells: readonly string[], coordinates: Coordinates): LonLat | null {
  if (coordinates.kind === 'pair') {
    const pair = readDegreePair(cells[coordinates.column] ?? '');
    if (pair === null) return null;
    return coordinates.longitudeFirst ? pair : [pair[1], pair[0]];
  }
  const longitude = readDegrees(cells[coordinates.longitude] ?? '');
  const latitude = readDegrees(cells[coordinates.latitude] ?? '');
  return Number.isFinite(longitude + latitude) ? [longitude, latitude] : null;
}

/** The same, or whatever numbers stand there instead: meters, for instance. */
function numbersIn(cells: readonly string[], coordinates: Coordinates): LonLat | null {
  if (coordinates.kind === 'pair') return pointIn(cells, coordinates);
  const { longitude, latitude } = coordinates;
  const number = (text = '') => {
    const degrees = readDegrees(text);
    return Number.isNaN(degrees) && text.trim() !== ''
      ? Number(text.replace(/\s/g, '').replace(',', '.'))
      : degrees;
  };
  const point = [number(cells[longitude]), number(cells[latitude])] as const;
  return Number.isFinite(point[0] + point[1]) ? point : null;
}

interface Filled {
  readonly row: number;
  readonly cells: readonly string[];
}

function filledRows({ rows }: RawSheet, header: Header): readonly Filled[] {
  return rows
    .map((cells, k) => ({ row: k + 1, cells }))
    .slice(header.row + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** Whether a sheet is a list of places: it has coordinates, and counts children only where it also names services. */
export function isPlaceSheet(sheet: RawSheet, file: string): boolean {
  const header = headerOf(sheet);
  if (header === null) return false;
  const rows = filledRows(sheet, header);
  const placed = rows.filter(({ cells }) => numbersIn(cells, header.coordinates) !== null).length;
  if (placed === 0 || placed * 4 < rows.length) return false;
  const heads = sheet.rows[header.row] ?? [];
  const services = [file, heads[header.name ?? -1] ?? '', header.kind === null ? '' : 'posyandu'];
  if (services.some((text) => serviceKindIn(text) !== null)) return true;
  return !recognizeColumns(sheet, file).columns.some(({ role }) => isCountRole(role));
}

/** The list that a sheet holds, below its header; null where it has no coordinates. */
export function listIn(sheet: RawSheet): PlaceList | null {
  const header = headerOf(sheet);
  if (header === null) return null;
  const { name, kind, row } = header;
  return {
    header: sheet.rows[row] ?? [],
    rows: filledRows(sheet, header).map(({ cells }) => cells),
    name,
    kind,
  };
}

function rowsOf(
  sheet: RawSheet,
  header: Header,
  file: string,
  faults: RowFaults,
): readonly PlaceRow<LonLat>[] {
  const heads = sheet.rows[header.row] ?? [];
  const general = serviceKindIn(heads[header.name ?? -1] ?? '') ?? serviceKindIn(file);
  const found = filledRows(sheet, header).flatMap(({ row, cells }): PlaceRow<LonLat>[] => {
    const written = pointIn(cells, header.coordinates);
    if (written === null) {
      faults.add('places/no-coordinates', row);
      return [];
    }
    const fault = pointFault(...written);
    if (fault === 'outside') {
      faults.add('places/outside-indonesia', row);
      return [];
    }
    if (fault === 'swapped') faults.add('places/swapped', row);
    const name = (cells[header.name ?? -1] ?? '').trim();
    const said = (cells[header.kind ?? -1] ?? '').trim();
    if (name === '') faults.add('places/without-name', row);
    const kind = serviceKindIn(said) ?? (said === '' ? (serviceKindIn(name) ?? general) : 'other');
    return [{ row, name, kind, shape: fault === 'swapped' ? [written[1], written[0]] : written }];
  });
  return withoutDoubles(found, faults);
}

/** Meters instead of degrees, or a lost minus: what is wrong with all coordinates at once. */
function wholeFault(sheet: RawSheet, header: Header): Problem | null {
  const points = filledRows(sheet, header).flatMap(({ cells }) => {
    const point = numbersIn(cells, header.coordinates);
    return point ? [point] : [];
  });
  const bad = points.filter((point) => pointFault(...point) === 'outside');
  const [x, y] = bad[bad.length >> 1] ?? [];
  return x === undefined || y === undefined || bad.length * 2 <= points.length
    ? null
    : coordinateFault(x, y, null, null);
}

/** Services from the sheets of a file that are lists of places. Refused whole: columns of households, meters. */
export function readPlaceTable(sheets: readonly RawSheet[], file: string): Result<PlaceReading> {
  const problems: Problem[] = [];
  const rows: PlaceRow<LonLat>[] = [];
  let columns: PlaceReading['columns'] = { name: null, kind: null };
  for (const sheet of sheets) {
    const at = sheet.name === '' ? {} : { sheet: sheet.name };
    const header = isPlaceSheet(sheet, file) ? headerOf(sheet) : null;
    if (header === null) {
      problems.push({ code: 'places/sheet-ignored', severity: 'note', at });
      continue;
    }
    const homes = householdColumns(headedRows(sheet.rows));
    if (homes.length > 0)
      return {
        ok: false,
        problems: homes.map(({ header: column, count }) => ({
          code: 'places/household-column',
          severity: 'error',
          at: { ...at, column },
          detail: { count },
        })),
      };
    const misplaced = wholeFault(sheet, header);
    if (misplaced) return { ok: false, problems: [{ ...misplaced, at }] };
    const faults = createRowFaults(at);
    for (const row of rowsOf(sheet, header, file, faults)) rows.push(row);
    problems.push(...faults.problems());
    const heads = sheet.rows[header.row] ?? [];
    columns = { name: heads[header.name ?? -1] ?? null, kind: heads[header.kind ?? -1] ?? null };
  }
  return { ok: true, value: { form: 'points', rows, columns }, problems };
}

import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { boundaryFileOf } from '#data/boundary-file.ts';
import { type ReadFile, readOfficeFile, readOfficeFolder } from '#data/office-file.ts';
import { projectionOf } from '#data/reprojection.ts';
import { dbf, type Field, shp } from '#tests/data/shapefile-bytes.ts';
import { sharedPath } from '#tests/shared-data.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (file: ReadFile): readonly string[] => file.problems.map(({ code }) => code);

function boundaries(file: ReadFile): ReadFile & { readonly kind: 'boundaries' } {
  if (file.kind !== 'boundaries') throw new Error(JSON.stringify(file.problems));
  return file;
}

const FIELDS: readonly Field[] = [
  ['KDEPUM', 13],
  ['WADMKD', 20],
  ['WADMKC', 20],
];
const ROWS = [
  ['53.71.01.1001', 'Namosain', 'Alak'],
  ['53.71.01.1002', 'Nunbaun Sabu', 'Alak'],
];
/** Clockwise, as the format asks of outer rings. */
const square = (x: number, y: number, size = 0.01): number[][] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const SHAPES = [[square(123.55, -10.2)], [square(123.57, -10.2)]];
const PARTS = { 'batas.shp': shp(SHAPES), 'batas.dbf': dbf(FIELDS, ROWS) };
const UTM_51S =
  'PROJCS["WGS_1984_UTM_Zone_51S",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",123.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

describe('a shapefile', () => {
  const areas = [
    ['53.71.01.1001', 'Namosain'],
    ['53.71.01.1002', 'Nunbaun Sabu'],
  ];
  const named = (file: ReadFile) => boundaries(file).reading.features.map(({ code, name }) => [code, name]);

  it('is read from a zip and from parts dropped together', async () => {
    const zipped = await readOfficeFile({ name: 'batas.zip', bytes: zipSync(PARTS) });
    expect(named(zipped)).toEqual(areas);
    expect(codes(zipped)).toEqual(['shapefile/no-projection', 'geojson/codes-taken']);
    const loose = Object.entries(PARTS).map(([name, bytes]) => ({ name: name.toUpperCase(), bytes }));
    expect(named(await readOfficeFolder('batas.shp', loose))).toEqual(areas);
  });

  it('is brought to degrees by its .prj, to the textbook position', async () => {
    const meters = {
      ...PARTS,
      'batas.shp': shp([[square(500_000, 8_872_371.5, 1000)], [square(502_000, 8_872_371.5, 1000)]]),
    };
    const file = boundaries(
      await readOfficeFile({ name: 'b.zip', bytes: zipSync({ ...meters, 'batas.prj': utf8(UTM_51S) }) }),
    );
    expect(codes(file)).toContain('geojson/reprojected');
    const [west, north] = extent(file.reading.features[0]?.geometry.coordinates);
    // On the central meridian: northing = 0.9996 times the arc from the equator (Snyder, 1987, 3-21).
    expect(west).toBeCloseTo(123, 5);
    const arc = (phi: number): number => {
      const e2 = 0.00669437999014;
      const r = (phi * Math.PI) / 180;
      return (
        6378137 *
        ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * r -
          ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * r) +
          ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * r) -
          ((35 * e2 ** 3) / 3072) * Math.sin(6 * r))
      );
    };
    expect(10_000_000 - 0.9996 * arc(Math.abs(north))).toBeCloseTo(8_873_371.5, 1);
  });

  it('keeps letters of its .cpg, holes, and the row of each shape; deleted rows go', async () => {
    const fields: readonly Field[] = [...FIELDS, ['CATATAN', 10]];
    const rows = [
      ['53.71.01.1001', 'Namosain', 'Alak', 'é'],
      ['53.71.01.1002', 'Nunbaun Sabu', 'Alak', ''],
      ['53.71.01.1003', 'Nunbaun Delha', 'Alak', ''],
    ];
    const hole = [...square(123.553, -10.197, 0.002)].reverse();
    const shapes = [[square(123.55, -10.2), hole, square(123.6, -10.2)], null, [square(123.57, -10.2)]];
    const bytes = zipSync({
      'a/b.shp': shp(shapes),
      'a/b.dbf': dbf(fields, rows, { latin1: true, deleted: [2] }),
      'a/b.cpg': utf8('1252'),
    });
    const file = boundaries(await readOfficeFile({ name: 'b.zip', bytes }));
    expect(file.reading.features.map(({ code }) => code)).toEqual(['53.71.01.1001']);
    expect(codes(file)).toEqual(expect.arrayContaining(['geojson/not-a-polygon', 'shapefile/rows-deleted']));
    const { type, coordinates } = file.reading.features[0]!.geometry;
    expect(type).toBe('MultiPolygon');
    const rings = (coordinates as number[][][][]).map((polygon) => polygon.length);
    expect([...rings].sort()).toEqual([1, 2]);
  });

  it('that is cut, unpaired or alone is refused with its part', async () => {
    const read = (parts: Record<string, Uint8Array>) =>
      readOfficeFile({ name: 'b.zip', bytes: zipSync(parts) });
    const cut = await read({ ...PARTS, 'batas.shp': PARTS['batas.shp'].slice(0, -8) });
    expect(codes(cut)).toEqual(['file/truncated']);
    const short = await read({ ...PARTS, 'batas.dbf': PARTS['batas.dbf'].slice(0, -8) });
    expect(codes(short)).toEqual(['file/truncated']);
    const fewer = await read({ ...PARTS, 'batas.dbf': dbf(FIELDS, ROWS.slice(0, 1)) });
    expect(codes(fewer)).toEqual(['shapefile/rows-differ']);
    expect(codes(await read({ 'batas.shp': PARTS['batas.shp'] }))).toEqual(['shapefile/part-missing']);
    for (const [name, bytes] of Object.entries(PARTS))
      expect(codes(await readOfficeFile({ name, bytes }))).toEqual(['shapefile/part-missing']);
  });

  it('of several layers asks which, and reads the one chosen', async () => {
    const bytes = zipSync({
      ...PARTS,
      'kec.shp': shp([[square(123.55, -10.2)]]),
      'kec.dbf': dbf([['WADMKC', 10]], [['Alak']]),
    });
    const file = await readOfficeFile({ name: 'b.zip', bytes });
    expect(codes(file)).toEqual(['geojson/layers']);
    expect(boundaryFileOf(file)?.verdict).toBe('ask');
    const [question] = file.kind === 'refused' ? (file.questions ?? []) : [];
    expect(question?.options.map(({ label }) => label)).toEqual(['batas', 'kec']);
    const answered = await readOfficeFile({ name: 'b.zip', bytes }, new Map([['layer', '1']]));
    expect(named(answered)).toEqual(areas);
  });
});

describe('archives', () => {
  const geojson = readFileSync(new URL('../fixtures/geojson/big-layer.geojson', import.meta.url));

  it('of one GeoJSON or KML are opened', async () => {
    const zipped = await readOfficeFile({ name: 'b.zip', bytes: zipSync({ 'peta/batas.geojson': geojson }) });
    expect(boundaries(zipped).format).toBe('geojson-zip');
    const kml = readFileSync(new URL('../fixtures/geojson/balloon.kml', import.meta.url));
    const kmz = await readOfficeFile({ name: 'b.kmz', bytes: zipSync({ 'doc.kml': kml }) });
    expect(boundaries(kmz).format).toBe('kmz');
  });

  it('whose content no longer agrees with its checksum are refused', async () => {
    const bytes = zipSync({ 'batas.geojson': geojson }, { level: 0 });
    const at = bytes.indexOf(0x37, 200);
    bytes[at] = 0x38;
    expect(codes(await readOfficeFile({ name: 'b.zip', bytes }))).toEqual(['file/checksum']);
  });

  it('that count fewer parts than they hold, or name one twice over otherwise, are refused', async () => {
    const whole = zipSync({ 'a.geojson': geojson, 'b.txt': utf8('x') }, { level: 0 });
    const fewer = whole.slice();
    new DataView(fewer.buffer).setUint16(fewer.length - 12, 1, true);
    expect(codes(await readOfficeFile({ name: 'b.zip', bytes: fewer }))).toEqual(['file/truncated']);
    const renamed = whole.slice();
    renamed[30] = 0x7a;
    expect(codes(await readOfficeFile({ name: 'b.zip', bytes: renamed }))).toEqual(['file/truncated']);
    expect((await readOfficeFile({ name: 'b.zip', bytes: whole })).kind).toBe('boundaries');
  });

  it.each([
    ['a.gdb/a0001.gdbtable', 'filegdb'],
    ['peta.TAB', 'mapinfo'],
  ])('of other maps say what they are: %s', async (name, found) => {
    const file = await readOfficeFile({ name: 'b.zip', bytes: zipSync({ [name]: utf8('x') }) });
    expect(file.problems[0]).toMatchObject({ code: 'file/foreign-map', detail: { found } });
  });
});

describe('names without codes', () => {
  const file = (name: string) => ({
    name,
    bytes: new Uint8Array(readFileSync(new URL(`../fixtures/geojson/${name}`, import.meta.url))),
  });

  it('that fit none are asked about, and taken as the reader says', async () => {
    const misspelled = file('names-misspelled.geojson');
    const asked = boundaries(await readOfficeFile(misspelled));
    expect(boundaryFileOf(asked)).toMatchObject({
      verdict: 'ask',
      format: 'geojson',
      areas: [{ code: '53.71.01.1001', name: 'Namosain' }],
      tables: [],
    });
    const [question] = asked.questions;
    expect(question).toMatchObject({
      id: 'area:2',
      about: 'area',
      blocking: false,
      options: [{ id: '5371011002', label: 'Nunbaun Sabu (Alak, 53.71.01.1002)' }, { id: 'leave-out' }],
    });
    const answered = boundaries(await readOfficeFile(misspelled, new Map([['area:2', '5371011002']])));
    expect(answered.questions).toEqual([]);
    expect(answered.reading.features.map(({ code }) => code)).toEqual(['53.71.01.1001', '53.71.01.1002']);
  });

  it('and without districts ask for the regency', async () => {
    const bare = file('names-without-district.geojson');
    const asked = await readOfficeFile(bare);
    const [question] = asked.kind === 'refused' ? (asked.questions ?? []) : [];
    expect(question).toMatchObject({ id: 'regency', blocking: true });
    expect(question?.options[0]).toMatchObject({ id: '5371', label: 'KOTA KUPANG' });
    const answered = boundaries(await readOfficeFile(bare, new Map([['regency', '5371']])));
    expect(answered.reading.features.map(({ code }) => code)).toEqual(['53.71.01.1001', '53.71.01.1004']);
  });

  it('undotted codes without names are asked about, and read as the reader says', async () => {
    const bare = file('colliding-digits-without-names.geojson');
    const answered = boundaries(await readOfficeFile(bare, new Map([['code-system', 'bps']])));
    expect(answered.reading.codeSystem).toBe('bps');
  });
});

it('knows the systems of meters in use, by number', () => {
  expect(projectionOf(32_751)?.name).toBe('UTM 51S (EPSG:32751)');
  expect(projectionOf(23_877)?.name).toBe('UTM 47S (EPSG:23877)');
  expect(projectionOf(9_494)?.name).toBe('UTM 54S (EPSG:9494)');
  expect(projectionOf(23_830)?.definition).toContain('+lon_0=94.5 ');
  expect(projectionOf(27_700)).toBeNull();
});

const inputs = sharedPath('review/inputs');
describe.skipIf(inputs === null)('real files', () => {
  const read = (name: string) => {
    const path = sharedPath(name) ?? '';
    return readOfficeFile({ name: path.split('/').at(-1) ?? '', bytes: new Uint8Array(readFileSync(path)) });
  };

  it('the same areas as shapefile in meters, KML, GeoPackage, TopoJSON and GeoJSON', async () => {
    const plain = boundaries(await read('boundaries/kupang-cahyadsn-clean.geojson'));
    const known = plain.reading.features.map(({ code, name, districtName }) => [code, name, districtName]);
    expect(known).toHaveLength(51);
    for (const other of ['batas-kupang-utm51s.zip', 'batas-kupang.kml', 'batas-kupang.gpkg']) {
      const file = boundaries(await read(`review/inputs/${other}`));
      const areas = file.reading.features.map(({ code, name, districtName }) => [code, name, districtName]);
      expect([...areas].sort(), other).toEqual([...known].sort());
      for (const { code, geometry } of file.reading.features) {
        const [west] = extent(geometry.coordinates);
        const twin = plain.reading.features.find((area) => area.code === code);
        expect(west, `${other} ${code}`).toBeCloseTo(extent(twin?.geometry.coordinates)[0] ?? 0, 6);
      }
    }
    const topology = boundaries(await read('boundaries/kupang-hdx-bps2020-kode-simplified.topojson'));
    expect(topology.reading.features).toHaveLength(51);
  });

  it.each([
    ['k15-kecamatan.geojson', ['geojson/level-district']],
    ['k15-shapefile.zip', ['file/truncated']],
    ['k15-topojson.json', ['geojson/codes-taken']],
    ['k16-tanpa-kode.geojson', ['geojson/codes-from-names']],
    ['k17-big-namobj.geojson', ['geojson/no-code-property', 'geojson/codes-taken']],
    ['k17-kampung.geojson', ['geojson/codes-taken']],
    ['k18-angka-di-batas.geojson', ['geojson/codes-taken', 'geojson/figures']],
    ['k19-pulau-terpisah.geojson', ['geojson/parts-joined', 'geojson/codes-taken']],
  ])('%s', async (name, expected) => {
    const file = await read(`review/inputs/${name}`);
    expect(codes(file)).toEqual(expected);
    if (file.kind !== 'boundaries') return;
    const names = file.reading.features.map(({ name: own }) => own);
    const all = ['Namosain', 'Nunbaun Sabu', 'Nunbaun Delha', 'Nunhila', 'Fatufeto', 'Manutapen'];
    expect(names).toEqual(all.slice(0, names.length));
  });

  it('regencies are told for what they are', async () => {
    const file = await read('boundaries/konteks-ntt-kabupaten-hdx-bps2020.geojson');
    expect(codes(file)).toEqual(['geojson/level-regency']);
  });
});

function extent(coordinates: unknown): readonly [west: number, north: number] {
  const numbers =
    JSON.stringify(coordinates)
      .match(/-?\d+(?:\.\d+)?/g)
      ?.map(Number) ?? [];
  const xs = numbers.filter((_, k) => k % 2 === 0);
  const ys = numbers.filter((_, k) => k % 2 === 1);
  return [Math.min(...xs), Math.max(...ys)];
}

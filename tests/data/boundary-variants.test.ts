import { zipSync } from 'fflate';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { boundaryFileOf } from '#data/boundary-file.ts';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { dbf, type Field, shp } from '#tests/data/shapefile-bytes.ts';

const AREAS = [
  ['53.71.01.1001', 'Namosain', 'Alak'],
  ['53.71.01.1002', 'Nunbaun Sabu', 'Alak'],
  ['53.71.04.1001', 'Oebobo', 'Oebobo'],
  ['53.71.05.1002', 'Bakunase Dua', 'Kota Raja'],
] as const;
type Row = (typeof AREAS)[number];
const CODES = AREAS.map(([code]) => code);

/** Clockwise, as shapefiles ask of outer rings. */
const square = (k: number): [number, number][] => {
  const [x, y] = [123.55 + k / 50, -10.2];
  return [
    [x, y],
    [x, y + 0.01],
    [x + 0.01, y + 0.01],
    [x + 0.01, y],
    [x, y],
  ];
};
const inZone = (zone: number, k: number) =>
  square(k).map((corner) =>
    proj4('WGS84', `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`, corner),
  );

interface Making {
  readonly rings?: (k: number) => readonly (readonly number[])[];
  readonly crs?: string;
}

function collection(
  properties: (row: Row, k: number) => Readonly<Record<string, unknown>> | null,
  { rings = square, crs }: Making = {},
) {
  return {
    type: 'FeatureCollection',
    ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } }),
    features: AREAS.map((row, k) => ({
      type: 'Feature',
      properties: properties(row, k),
      geometry: { type: 'Polygon', coordinates: [rings(k)] },
    })),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (value: unknown, answers?: ReadonlyMap<string, string>): Promise<ReadFile> =>
  readOfficeFile({ name: 'batas.geojson', bytes: utf8(JSON.stringify(value)) }, answers);
const areasOf = (file: ReadFile): readonly string[] =>
  boundaryFileOf(file)?.areas.map(({ code }) => code) ?? [];
const codesOf = (file: ReadFile): readonly string[] => file.problems.map(({ code }) => code);
const plain = ([kode, nama, kecamatan]: Row) => ({ kode, nama, kecamatan });

describe('codes as attribute tables write them', () => {
  it.each<readonly [string, (code: string) => unknown]>([
    ['as numbers', (code) => Number(code.replaceAll('.', ''))],
    ['with a fraction of nothing', (code) => `${code.replaceAll('.', '')}.00000`],
    ['as a float of full digits', (code) => `${(Number(code.replaceAll('.', '')) / 1e9).toFixed(11)}e+009`],
    ['as a pcode, with spaces', (code) => ` ID${code.replaceAll('.', '')} `],
    ['with dashes', (code) => code.replaceAll('.', '-')],
    ['with a zero lost', (code) => code.replace('.01.', '.1.')],
  ])('%s', async (_, written) => {
    const file = await read(collection(([code, nama]) => ({ kode: written(code), nama })));
    expect(areasOf(file)).toEqual(CODES);
    expect(codesOf(file)).toContain('geojson/codes-taken');
  });

  it.each<readonly [string, unknown]>([
    ['an exponent without its digits', '5.371E+09'],
    ['zeros where villages are counted', 5_371_010_000],
  ])('that are lost as %s are not used, and it is said', async (_, kode) => {
    const file = await read(collection(([, nama, kecamatan]) => ({ kode, nama, kecamatan })));
    expect(areasOf(file)).toEqual(CODES);
    expect(codesOf(file)).toEqual(
      expect.arrayContaining(['geojson/codes-damaged', 'geojson/codes-from-names']),
    );
  });

  it('that are one for areas of many names are not used', async () => {
    const file = await read(collection(([, nama, kecamatan]) => ({ kode: '5371011001', nama, kecamatan })));
    expect(areasOf(file)).toEqual(CODES);
    expect(codesOf(file)).toContain('geojson/codes-repeat');
  });

  it('of kecamatan in full length are kecamatan', async () => {
    const file = await read(
      collection((_, k) => ({
        KODE: `53.71.0${k + 1}.0000`,
        NAMOBJ: ['Alak', 'Maulafa', 'Kelapa Lima', 'Oebobo'][k],
      })),
    );
    expect(codesOf(file)).toEqual(['geojson/level-district']);
  });
});

it('names that are all of kecamatan and of kelurahan are asked about', async () => {
  const both = ['Alak', 'Maulafa', 'Oebobo', 'Kelapa Lima'];
  const value = collection((_, k) => ({ NAMOBJ: both[k] }));
  const file = await read(value);
  expect(boundaryFileOf(file)?.questions).toMatchObject([
    { id: 'level', blocking: true, options: [{ id: 'district' }, { id: 'village' }] },
  ]);
  const refused = await read(value, new Map([['level', 'district']]));
  expect(codesOf(refused)).toEqual(['geojson/level-district']);
  expect(boundaryFileOf(refused)?.verdict).toBe('reject');
  const villages = new Map([
    ['level', 'village'],
    ['regency', '5371'],
  ]);
  const names = boundaryFileOf(await read(value, villages))?.areas.map(({ name }) => name);
  expect(names?.toSorted()).toEqual(both.toSorted());
});

describe('names beside codes', () => {
  it('in one text with them are taken apart', async () => {
    const file = await read(collection(([code, nama]) => ({ label: `${code} - ${nama}` })));
    expect(boundaryFileOf(file)?.areas).toEqual(AREAS.map(([code, name]) => ({ code, name })));
  });

  it('that are the codes again, or are missing, are those of the list', async () => {
    for (const properties of [([name]: Row) => ({ name }), ([kode]: Row) => ({ kode })]) {
      const file = await read(collection(properties));
      expect(boundaryFileOf(file)?.areas).toEqual(AREAS.map(([code, name]) => ({ code, name })));
    }
  });

  it('of persons are told by the name of their property', async () => {
    const file = await read(collection(([kode, nama]) => ({ kode, nama, ketua: '5371010101800001' })));
    expect(file.problems[0]).toMatchObject({ code: 'personal/identifier', at: { column: 'ketua' } });
  });
});

it('a polygon without surface is set aside', async () => {
  const line = [
    [123.5, -10.2],
    [123.51, -10.2],
    [123.505, -10.2],
    [123.5, -10.2],
  ];
  const file = await read(collection(plain, { rings: (k) => (k === 0 ? line : square(k)) }));
  expect(areasOf(file)).toEqual(CODES.slice(1));
  expect(file.problems[0]).toMatchObject({ code: 'geojson/not-a-polygon', at: { row: 1 } });
});

describe('names and regencies as others write them', () => {
  it.each<readonly [string, (row: Row) => Readonly<Record<string, string>>]>([
    [
      'squeezed',
      ([, nama, kecamatan]) => ({
        NAME_2: 'KotaKupang',
        NAME_3: kecamatan.replace(' ', ''),
        NAME_4: nama.replace(' ', ''),
      }),
    ],
    [
      'with the kind behind',
      ([, DESA, kecamatan]) => ({ DESA, KECAMATAN: `Kec. ${kecamatan}`, KABUPATEN: 'KUPANG (KOTA)' }),
    ],
    [
      'with a regency that nobody knows',
      ([, DESA, KECAMATAN]) => ({ DESA, KECAMATAN, KABUPATEN: 'Kupang Raya' }),
    ],
  ])('%s', async (_, properties) => {
    expect(areasOf(await read(collection(properties)))).toEqual(CODES);
  });

  it('in another regency are asked about, with the namesakes of their kecamatan', async () => {
    const file = await read(
      collection(([, DESA, KECAMATAN]) => ({ DESA, KECAMATAN, KABUPATEN: 'Kabupaten Kupang' })),
    );
    const questions = boundaryFileOf(file)?.questions ?? [];
    expect(areasOf(file)).toEqual([]);
    expect(questions.map(({ options }) => options[0]?.id)).toEqual(
      CODES.map((code) => code.replaceAll('.', '')),
    );
  });
});

describe('coordinate systems', () => {
  it.each([
    'EPSG:32751',
    'urn:ogc:def:crs:EPSG::32751',
    'http://www.opengis.net/def/crs/EPSG/0/32751',
    'WGS 84 / UTM zone 51S',
  ])('%s is followed in meters, and contradicted by degrees', async (crs) => {
    const meters = await read(collection(plain, { crs, rings: (k) => inZone(51, k) }));
    expect(areasOf(meters)).toEqual(CODES);
    expect(codesOf(meters)).toContain('geojson/reprojected');
    expect(codesOf(meters)).not.toContain('geojson/elsewhere');
    const degrees = await read(collection(plain, { crs }));
    expect(areasOf(degrees)).toEqual(CODES);
    expect(codesOf(degrees)).toContain('geojson/system-contradicts');
  });

  it('of a wrong zone put the areas outside their province, which is said', async () => {
    const file = await read(collection(plain, { crs: 'EPSG:32750', rings: (k) => inZone(51, k) }));
    expect(codesOf(file)).toEqual(expect.arrayContaining(['geojson/reprojected', 'geojson/elsewhere']));
  });

  it('that nobody states are asked about, with what place and codes tell, and followed as answered', async () => {
    const value = collection(plain, { rings: (k) => inZone(51, k) });
    const file = await read(value);
    expect(boundaryFileOf(file)).toMatchObject({
      verdict: 'ask',
      questions: [
        { id: 'projection', blocking: true, options: [{ id: '32751', label: 'UTM 51S (EPSG:32751)' }] },
      ],
    });
    const answered = await read(value, new Map([['projection', '32751']]));
    expect(areasOf(answered)).toEqual(CODES);
    const stated = await read(collection(plain, { crs: 'EPSG:23891', rings: (k) => inZone(51, k) }));
    expect(boundaryFileOf(stated)?.verdict).toBe('reject');
  });

  it('without codes offer every zone of the side of the equator', async () => {
    const file = await read(collection((_, k) => ({ nomor: k }), { rings: (k) => inZone(51, k) }));
    const ids = boundaryFileOf(file)?.questions[0]?.options.map(({ id }) => Number(id)) ?? [];
    expect(ids).toEqual([32_746, 32_747, 32_748, 32_749, 32_750, 32_751, 32_752, 32_753, 32_754]);
  });
});

describe('what lies beside the boundaries', () => {
  const fields: readonly Field[] = [
    ['KDEPUM', 13],
    ['WADMKD', 20],
    ['WADMKC', 20],
  ];
  const shapefile = { 'a.shp': shp(AREAS.map((_, k) => [square(k)])), 'a.dbf': dbf(fields, AREAS) };
  const archive = (parts: Readonly<Record<string, Uint8Array>>) =>
    readOfficeFile({ name: 'b.zip', bytes: zipSync({ ...shapefile, ...parts }) });

  it.each([
    ['1252', false],
    ['UTF-8', true],
    ['UTF-8', false],
    ['1252', true],
  ])('as letters of a .cpg of %s, latin1: %s, is what the bytes are', async (cpg, latin1) => {
    const rows = AREAS.map(([code, name, district]) => [code, `${name} Café`, district]);
    const file = await archive({ 'a.dbf': dbf(fields, rows, { latin1 }), 'a.cpg': utf8(cpg) });
    expect(boundaryFileOf(file)?.areas[0]?.name).toBe('Namosain Café');
  });

  it('in an archive is named where it is a table, and passed over where it is none', async () => {
    const file = await archive({
      'tabel.csv': utf8('kode\n'),
      'a.shp.xml': utf8('<a/>'),
      'baca.txt': utf8('x'),
    });
    expect(areasOf(file)).toEqual(CODES);
    expect(file.problems.find(({ code }) => code === 'file/parts-unread')?.detail).toEqual({
      count: 1,
      parts: 'tabel.csv',
    });
  });

  it('in an archive is a layer where it is a map, of whatever format', async () => {
    const file = await archive({ 'c.geojson': utf8(JSON.stringify(collection(plain))), 'd.gpkg': utf8('x') });
    expect(boundaryFileOf(file)?.questions[0]?.options.map(({ label }) => label)).toEqual(['a', 'c']);
  });

  it('is a bare list of features, too', async () => {
    expect(areasOf(await read(collection(plain).features))).toEqual(CODES);
  });
});

import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { boundaryFileOf } from '#data/boundary-file.ts';
import { readOfficeFile } from '#data/office-file.ts';
import { DamagedGeometry, readWellKnownBinary } from '#data/well-known-binary.ts';
import { geopackage, type Layer, otherDatabase, shape, wkbPolygon } from './geopackage-bytes.ts';

const square = (x: number, y = -10.2, side = 0.01): number[][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const box = (x: number, y = -10.2, side = 0.01) => [x, x + side, y, y + side];
const FIELDS = ['KDEPUM', 'WADMKD', 'WADMKC'];
const NAMOSAIN = ['53.71.01.1001', 'Namosain', 'Alak'] as const;
const NUNHILA = ['53.71.01.1004', 'Nunhila', 'Alak'] as const;
const VILLAGES: Layer = {
  table: 'desa',
  fields: FIELDS,
  rows: [
    [shape(wkbPolygon([square(123.55)]), box(123.55)), ...NAMOSAIN],
    [shape(wkbPolygon([square(123.57)], false)), ...NUNHILA],
  ],
};
const read = (bytes: Uint8Array<ArrayBuffer>, answers = {}, name = 'batas.gpkg') =>
  readOfficeFile({ name, bytes }, new Map(Object.entries(answers)));
const codes = ({ problems }: Awaited<ReturnType<typeof read>>) => problems.map(({ code }) => code);

describe('a GeoPackage', () => {
  it('is read whole, in either byte order, alone or in an archive', async () => {
    const bytes = await geopackage([VILLAGES]);
    const alone = await read(bytes);
    expect(boundaryFileOf(alone)).toMatchObject({
      verdict: 'accept',
      format: 'geopackage',
      areas: [
        { code: '53.71.01.1001', name: 'Namosain' },
        { code: '53.71.01.1004', name: 'Nunhila' },
      ],
    });
    expect(codes(alone)).toEqual(['geojson/codes-taken']);
    const zipped = await read(zipSync({ 'data/batas.gpkg': bytes }), {}, 'batas.zip');
    expect(boundaryFileOf(zipped)?.areas).toEqual(boundaryFileOf(alone)?.areas);
  });

  it('leaves out heights, and sets aside what has no shape', async () => {
    const raised = square(123.55).map(([x = 0, y = 0]) => [x, y, 37]);
    const file = await read(
      await geopackage([
        {
          ...VILLAGES,
          rows: [
            [shape(wkbPolygon([raised])), ...NAMOSAIN],
            [shape(null), ...NUNHILA],
            [null, '53.71.01.1005', 'Fatufeto', 'Alak'],
          ],
        },
      ]),
    );
    if (file.kind !== 'boundaries') throw new Error(JSON.stringify(file.problems));
    expect(file.reading.features.map(({ name }) => name)).toEqual(['Namosain']);
    expect(file.reading.features[0]?.geometry.coordinates[0]?.[0]).toEqual([123.55, -10.2]);
    expect(codes(file).filter((code) => code === 'geojson/not-a-polygon')).toHaveLength(2);
  });

  it('in meters is brought to degrees, by number or by its own definition', async () => {
    const corner = square(560_000, 8_872_000, 1000);
    const layer = { ...VILLAGES, rows: [[shape(wkbPolygon([corner])), ...NAMOSAIN]] };
    const wkt =
      'PROJCS["UTM 51S",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",123],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",10000000],UNIT["metre",1]]';
    const numbered = await geopackage(
      [{ ...layer, system: 32_751 }],
      [[32_751, 'EPSG', 32_751, 'undefined']],
    );
    const defined = await geopackage([{ ...layer, system: 99_001 }], [[99_001, 'BIG', 1, wkt]]);
    const places = [];
    for (const bytes of [numbered, defined]) {
      const file = await read(bytes);
      if (file.kind !== 'boundaries') throw new Error(JSON.stringify(file.problems));
      expect(codes(file)).toContain('geojson/reprojected');
      const [area] = file.reading.features;
      const [[x = 0, y = 0] = []] = (area?.geometry.coordinates[0] ?? []) as number[][];
      places.push([x.toFixed(6), y.toFixed(6)]);
    }
    expect(places[0]).toEqual(places[1]);
    expect(Number(places[0]?.[0])).toBeCloseTo(123.5475, 3);
    const unsaid = await geopackage([{ ...layer, system: -1 }]);
    const asked = await read(unsaid);
    expect('questions' in asked && asked.questions?.map(({ id }) => id)).toEqual(['projection']);
    expect((await read(unsaid, { projection: '32751' })).kind).toBe('boundaries');
  });

  it('of several layers asks which, and names tables that are not read', async () => {
    const other = { ...VILLAGES, table: 'desa lama', rows: VILLAGES.rows.slice(0, 1) };
    const list: Layer = { table: 'posyandu', kind: 'attributes', fields: ['nama'], rows: [['Melati']] };
    const styles: Layer = { table: 'layer_styles', kind: 'attributes', fields: ['qml'], rows: [] };
    const bytes = await geopackage([VILLAGES, other, list, styles]);
    const asked = await read(bytes);
    expect('questions' in asked ? asked.questions : []).toMatchObject([
      {
        id: 'layer',
        options: [
          { label: 'desa', follows: { areas: 2 } },
          { label: 'desa lama', follows: { areas: 1 } },
        ],
      },
    ]);
    const answered = await read(bytes, { layer: '2' });
    expect(boundaryFileOf(answered)?.areas).toHaveLength(1);
    const unread = answered.problems.find(({ code }) => code === 'file/parts-unread');
    expect(unread?.detail).toEqual({ count: 1, parts: 'posyandu' });
  });

  it('is held against the box that it writes beside a shape', async () => {
    const moved = { ...VILLAGES, rows: [[shape(wkbPolygon([square(123.6)]), box(123.55)), ...NAMOSAIN]] };
    expect(codes(await read(await geopackage([moved])))).toContain('geojson/box-differs');
  });

  it('with an identity number among its attributes is refused', async () => {
    const layer = { ...VILLAGES, fields: [...FIELDS, 'KETUA'] };
    const rows = VILLAGES.rows.map((row) => [...row, '5371011203890001']);
    const file = await read(await geopackage([{ ...layer, rows }]));
    expect(codes(file)).toEqual(['personal/identifier']);
  });

  it('that was copied while open is read, and that is said', async () => {
    const bytes = await geopackage([VILLAGES]);
    bytes.fill(2, 18, 20);
    const file = await read(bytes);
    expect(file.kind).toBe('boundaries');
    expect(codes(file)).toContain('geopackage/open-elsewhere');
  });

  it('is refused cut off, damaged, locked, without layers, or where it is another database', async () => {
    const bytes = await geopackage([VILLAGES]);
    const refused = async (changed: Uint8Array<ArrayBuffer>) => {
      const file = await read(changed);
      expect(file.kind).toBe('refused');
      return codes(file)[0];
    };
    expect(await refused(bytes.slice(0, -4096))).toBe('file/truncated');
    expect(await refused(bytes.slice(0, 60))).toBe('file/truncated');
    const torn = bytes.slice();
    torn.fill(0xff, 4096, 8192);
    expect(await refused(torn)).toBe('geopackage/damaged');
    const locked = bytes.map((byte, k) => byte ^ ((k * 37 + 11) & 0xff));
    expect(await refused(locked)).toBe('geopackage/damaged');
    const short = { ...VILLAGES, rows: [[shape(wkbPolygon([square(123.55)]).slice(0, -8)), ...NAMOSAIN]] };
    expect(await refused(await geopackage([short]))).toBe('geopackage/damaged');
    expect(await refused(await geopackage([]))).toBe('file/empty');
    const other = await read(await otherDatabase());
    expect(other.problems).toMatchObject([{ code: 'file/wrong-type', detail: { kind: 'sqlite' } }]);
  });
});

describe('well-known binary', () => {
  const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const point = '000000000000f03f0000000000000040';

  it('of every type is read, measures and systems passed over', () => {
    expect(readWellKnownBinary(bytes(`0101000000${point}`))).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(readWellKnownBinary(bytes(`01010000a0e6100000${point}${'0'.repeat(16)}`))).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
    expect(readWellKnownBinary(bytes(`01b90b0000${point}${point}`))).toMatchObject({ coordinates: [1, 2] });
    expect(readWellKnownBinary(bytes(`0102000000020000 00${point}${point}`.replace(' ', '')))).toMatchObject({
      coordinates: [
        [1, 2],
        [1, 2],
      ],
    });
    const several = readWellKnownBinary(bytes(`010400000001000000 0101000000${point}`.replace(' ', '')));
    expect(several).toEqual({ type: 'MultiPoint', coordinates: [[1, 2]] });
    const collection = readWellKnownBinary(bytes(`010700000001000000 0101000000${point}`.replace(' ', '')));
    expect(collection).toMatchObject({ geometries: [{ type: 'Point' }] });
    expect(readWellKnownBinary(bytes('010a00000000000000')).type).toBe('Curve');
  });

  it('that ends early, counts more than there is, or nests without end is damaged', () => {
    const nested = `${'010700000001000000'.repeat(12)}0101000000${point}`;
    for (const hex of ['', '01', '0101000000', '0103000000ffffffff', '0901000000', nested])
      expect(() => readWellKnownBinary(bytes(hex))).toThrow(DamagedGeometry);
  });
});

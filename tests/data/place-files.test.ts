import { describe, expect, it } from 'vitest';
import { readDegreePair, readDegrees } from '#data/degree-text.ts';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { placeTemplateCsv } from '#data/place-template.ts';

const read = (name: string, text: string): Promise<ReadFile> =>
  readOfficeFile({ name, bytes: new TextEncoder().encode(text) });

async function places(name: string, text: string) {
  const file = await read(name, text);
  if (file.kind !== 'places') throw new Error(`${file.kind}: ${JSON.stringify(file.problems)}`);
  return file;
}

const codes = ({ problems }: ReadFile) => problems.map(({ code, at }) => `${code} ${at?.row ?? ''}`.trim());

describe('degrees', () => {
  it.each([
    ['-10.178', -10.178],
    ['−10,178', -10.178],
    ['10,178 LS', -10.178],
    ['123.607° BT', 123.607],
    ['10°30\'36" S', -10.51],
  ])('%s', (text, value) => expect(readDegrees(text)).toBeCloseTo(value, 9));

  it.each(['-10178000', 'tidak ada', ''])('none: %j', (text) => expect(readDegrees(text)).toBeNaN());

  it.each(['-10.17, 123.6', '-10,17; 123,6', '(-10.17 123.6)', '-10,17, 123,6'])('pair %s', (text) =>
    expect(readDegreePair(text)).toEqual([-10.17, 123.6]),
  );
});

describe('a sheet of services', () => {
  it('is read with Indonesian headers and decimal commas, one fault a row', async () => {
    const text = `Daftar fasilitas;;;
Nama;Jenis;Lintang;Bujur
Puskesmas A;Puskesmas;-10,17;123,6
Mawar;Posyandu;-10,18;123,61
Mawar;Posyandu;-10,18;123,61
Melati;Posyandu;;
Anggrek;Posyandu;10,18;123,61
Kemuning;Posyandu;123,62;-10,19
;Pustu;-10,16;123,6
Balai;Gedung;-10,15;123,6
`;
    const file = await places('faskes.csv', text);
    expect(file.reading.rows.map(({ row, name, kind }) => [row, name, kind])).toEqual([
      [3, 'Puskesmas A', 'puskesmas'],
      [4, 'Mawar', 'posyandu'],
      [8, 'Kemuning', 'posyandu'],
      [9, '', 'pustu'],
      [10, 'Balai', 'other'],
    ]);
    expect(file.reading.rows[2]?.shape).toEqual([123.62, -10.19]);
    expect(codes(file).sort()).toEqual([
      'places/duplicate 5',
      'places/no-coordinates 6',
      'places/outside-indonesia 7',
      'places/swapped 8',
      'places/without-name 9',
    ]);
  });

  it('takes both coordinates from one column, and the kind from the header or the file', async () => {
    const one = await places('data.csv', 'Nama Posyandu,"lat,long",Kelurahan\nMawar,"-10.17, 123.6",Alak\n');
    expect(one.reading.rows).toEqual([{ row: 2, name: 'Mawar', kind: 'posyandu', shape: [123.6, -10.17] }]);
    const other = await places('kampung-kb.csv', 'nama,koordinat\nSejahtera,"-10.17, 123.6"\n');
    expect(other.reading.rows[0]?.kind).toBe('family-village');
    const none = await places('titik.csv', 'nama,lat,lon\nA,-10.17,123.6\n');
    expect(none.reading.rows[0]?.kind).toBeNull();
  });

  it('leaves a table of counts a table, though it has coordinates', async () => {
    const file = await read(
      'agustus.csv',
      'kode,kelurahan,diukur,stunting,lat,lon\n53.71.01.1001,Alak,100,20,-10.17,123.6\n',
    );
    expect(file.kind).toBe('table');
  });

  it('keeps nothing but name, kind and place', async () => {
    const file = await places('p.csv', 'nama posyandu,lat,lon,kader,strata\nMawar,-10.17,123.6,4,Madya\n');
    expect(JSON.stringify(file)).not.toContain('Madya');
  });

  it.each([
    ['nama,rt,lat,lon\nA,003,-10.17,123.6\nB,004,-10.18,123.6\n', 'personal/named-column'],
    ['nama,no rumah,lat,lon\nA,12,-10.17,123.6\n', 'places/household-column'],
    ['nama,penerima,lat,lon\nA,ya,-10.17,123.6\n', 'places/household-column'],
    ['nama,nik,lat,lon\nA,5371011203990001,-10.17,123.6\n', 'personal/identifier'],
    ['kepala keluarga,lat,lon\nBapak Contoh,-10.17,123.6\n', 'personal/named-column'],
  ])('refuses homes: %j', async (text, code) => {
    const file = await read('posyandu.csv', text);
    expect(file.kind).toBe('refused');
    expect(file.problems.map((one) => one.code)).toContain(code);
    expect(JSON.stringify(file.problems)).not.toMatch(/Contoh|5371011203/);
  });

  it.each([
    ['Nama,Jenis,Alamat,lat,lon\nMawar,Posyandu,Jalan Melati,-10.17,123.6\n', 'Alamat'],
    ['Nama Posyandu,Puskesmas,Alamat lengkap,lat,lon\nMawar,Oesapa,Jl. X,-10.17,123.6\n', 'Alamat lengkap'],
    ['Nama,Kelurahan,ALAMAT,Koordinat\nPuskesmas A,Alak,Jl. Contoh,"-10.17, 123.6"\n', 'ALAMAT'],
  ])('leaves the address of a service out, and says so: %j', async (text, column) => {
    const file = await places('daftar.csv', text);
    expect(file.problems).toEqual([
      { code: 'places/address-left-out', severity: 'note', at: { file: 'daftar.csv', column } },
    ]);
    expect(file.reading.rows).toHaveLength(1);
    expect(JSON.stringify(file)).not.toMatch(/Jalan|Jl\./);
  });

  it.each([
    ['of no named service', 'Nama,Alamat\nBudi,Jl. X'],
    ['of people with their Posyandu', 'Nama,Posyandu,Alamat\nBudi,Posyandu Mawar,Jl. X'],
    ['of people by the name of their Posyandu', 'Nama,Nama Posyandu,Alamat\nBudi,Mawar,Jl. X'],
    ['under one Posyandu again and again', 'Posyandu,Alamat\nMawar,Jl. X\nMawar,Jl. Y\nMawar,Jl. Z'],
    ['of where somebody lives', 'Nama Posyandu,Alamat tempat tinggal\nMawar,Jl. X'],
    ['beside a NIK', 'Nama Posyandu,NIK,Alamat\nMawar,5371011203990001,Jl. X'],
    ['beside a name', 'Nama Posyandu,Nama kader,Alamat\nMawar,Siti Contoh,Jl. X'],
    ['beside a head of family', 'Nama Posyandu,Kepala Keluarga,Alamat\nMawar,Bapak Contoh,Jl. X'],
    ['beside RT', 'Nama Posyandu,RT,Alamat\nMawar,003,Jl. X'],
    ['beside who receives', 'Nama Posyandu,Penerima,Alamat\nMawar,ya,Jl. X'],
    ['with a telephone in it', 'Nama Posyandu,Alamat\nMawar,081234567890'],
  ])('refuses addresses %s', async (_, text) => {
    const rows = text.split('\n').map((row, k) => `${row},${k === 0 ? 'lat,lon' : `-10.17${k},123.6`}`);
    const file = await read('posyandu.csv', rows.join('\n'));
    expect(file.kind).toBe('refused');
    expect(JSON.stringify(file.problems)).not.toMatch(/Budi|Contoh|Jl\./);
  });

  it('refuses meters', async () => {
    const file = await read('posyandu.csv', 'nama,x,y\nA,567000,8875000\nB,567100,8875100\n');
    expect(codes(file)).toEqual(['geojson/projected']);
  });

  it('knows its own template when it comes back filled', async () => {
    const file = await places('x.csv', `${placeTemplateCsv()}Mawar;Posyandu;-10,17;123,6\n`);
    expect(file.reading.columns).toEqual({ name: 'nama', kind: 'jenis' });
  });
});

describe('services as GeoJSON', () => {
  const collection = (properties: object, geometry: object) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
  const ring = [
    [123.58, -10.18],
    [123.6, -10.18],
    [123.6, -10.16],
    [123.58, -10.18],
  ];

  it('are points, several of one service too', async () => {
    const several = {
      type: 'MultiPoint',
      coordinates: [
        [123.6, -10.17],
        [-10.18, 123.61],
      ],
    };
    const file = await places('p.geojson', collection({ name: 'Pustu Alak', amenity: 'clinic' }, several));
    expect(file.reading.rows.map(({ kind, shape }) => [kind, shape])).toEqual([
      ['clinic', [123.6, -10.17]],
      ['clinic', [123.61, -10.18]],
    ]);
    expect(codes(file)).toEqual(['places/swapped 1']);
  });

  it('are zones where polygons have no codes and something names a service', async () => {
    const shape = { type: 'Polygon', coordinates: [ring] };
    const file = await places('kampung kb.geojson', collection({ nama: 'Sejahtera' }, shape));
    expect(file.reading).toMatchObject({
      form: 'zones',
      rows: [{ name: 'Sejahtera', kind: 'family-village' }],
    });
    const plain = await read('peta.geojson', collection({ nama: 'Sejahtera' }, shape));
    expect(codes(plain)).toEqual(['geojson/regency-open']);
  });

  it('come without the address of a service, not without that of a home', async () => {
    const point = { type: 'Point', coordinates: [123.6, -10.17] };
    const service = await places('p.geojson', collection({ nama: 'Puskesmas A', alamat: 'Jl. X' }, point));
    expect(codes(service)).toEqual(['places/address-left-out']);
    const home = await read('p.geojson', collection({ nama: 'Budi', alamat: 'Jl. X' }, point));
    expect(codes(home)).toEqual(['personal/named-column']);
  });

  it('are refused where they are homes', async () => {
    const point = { type: 'Point', coordinates: [123.6, -10.17] };
    const file = await read('titik.geojson', collection({ nama: 'A', p3ke: '1' }, point));
    expect(codes(file)).toEqual(['places/household-column']);
  });
});

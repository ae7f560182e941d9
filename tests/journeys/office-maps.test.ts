import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import proj4 from 'proj4';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { geopackage, shape, wkbPolygon } from '#tests/data/geopackage-bytes.ts';
import { dbf, type Field, shp } from '#tests/data/shapefile-bytes.ts';
import { id as words } from '#words/id.ts';
import { axeFaults } from './browser.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';
import type { Tour } from './tour.ts';

const UTM_51S =
  'PROJCS["WGS_1984_UTM_Zone_51S",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",123.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
/** As BIG names its columns. */
const FIELDS: readonly Field[] = [
  ['NAMOBJ', 30],
  ['KDEPUM', 13],
  ['WADMKC', 20],
  ['WADMKK', 20],
];
const AREAS = [
  ['Namosain', '53.71.01.1001', 'Alak', 'Kota Kupang'],
  ['Nunbaun Sabu', '53.71.01.1002', 'Alak', 'Kota Kupang'],
  ['Nunbaun Delha', '53.71.01.1003', 'Alak', 'Kota Kupang'],
] as const;
/** Clockwise, as the format asks of outer rings. */
const square = (k: number): [number, number][] => {
  const [x, y] = [123.55 + k / 50, -10.2];
  return [
    [x, y],
    [x, y + 0.02],
    [x + 0.02, y + 0.02],
    [x + 0.02, y],
    [x, y],
  ];
};

/** The files of an office, made by hand. */
async function madeFiles(folder: string) {
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const meters = AREAS.map((_, k) => [square(k).map((corner) => proj4('WGS84', UTM_51S, corner))]);
  const parts = { shp: shp(meters), dbf: dbf(FIELDS, AREAS), prj: new TextEncoder().encode(UTM_51S) };
  const named = Object.entries(parts).map(([end, bytes]) => [`ADMINISTRASI_DESA.${end}`, bytes] as const);
  const csv = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
  const month = (counts: readonly (readonly [number, number])[]) =>
    utils.aoa_to_sheet([
      ['Kelurahan', 'Balita diukur', 'Stunting'],
      ...counts.map(([measured, short], k) => [AREAS[k]?.[0], measured, short]),
    ]);
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    month([
      [100, 10],
      [90, 9],
      [80, 20],
    ]),
    'Januari 2024',
  );
  utils.book_append_sheet(
    book,
    month([
      [110, 33],
      [95, 5],
      [85, 17],
    ]),
    'Februari 2024',
  );
  const layer = await geopackage([
    {
      table: 'batas',
      fields: FIELDS.map(([name]) => name),
      rows: AREAS.map((row, k) => [shape(wkbPolygon([square(k)])), ...row]),
    },
  ]);
  const sabang = (count: (k: number) => number) =>
    ['Krueng Raya', 'Aneuk Laot', 'Kuta Timu', 'Kuta Barat', 'Kuta Ateuh'].map(
      (name, k) => `11.72.01.${2004 + k},${name},2023,${count(k)}`,
    );
  return {
    zip: put('batas-desa.zip', zipSync(Object.fromEntries(named))),
    loose: named.map(([name, bytes]) => put(name, bytes)),
    posyandu: put(
      'posyandu.csv',
      csv(
        'Kelurahan,Nama Posyandu,Tahun,Diukur,Stunting',
        'Namosain,Mawar,2024,40,6',
        'Namosain,Melati,2024,40,6',
        'Nunbaun Sabu,Anggrek,2024,55,9',
        'Nunbaun Delha,Kenanga,2024,50,5',
      ),
    ),
    layer: put('batas.gpkg', layer),
    nameless: put(
      'batas-tanpa-kode.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: AREAS.map(([name, , district], k) => ({
          type: 'Feature',
          properties: {
            NAMOBJ: k === 2 ? 'Nunbaun Delho' : name,
            WADMKC: district,
            TAHUN: 2023,
            DIUKUR: 100 + k,
            STUNTING: 10 * (k + 1),
          },
          geometry: { type: 'Polygon', coordinates: [square(k)] },
        })),
      }),
    ),
    months: put('lembar-per-bulan.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array),
    pair: [
      put('balita-diukur-2023.csv', csv('kode,desa,tahun,jumlah_balita_diukur', ...sabang((k) => 60 + k))),
      put('balita-stunting-2023.csv', csv('kode,desa,tahun,jumlah_balita_stunting', ...sabang((k) => 6 + k))),
    ],
  };
}

describe('what an office holds, over the example', () => {
  const house = openHouse();
  let tour: Tour;
  let folder: string;
  let files: Awaited<ReturnType<typeof madeFiles>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'office-maps-'));
    files = await madeFiles(folder);
    tour = await house.open();
    await tour.ready();
  });
  afterEach(() => tour.recorder.expectClean());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** n of N by area, of those that have some. */
  async function figures(period: string): Promise<readonly string[]> {
    await expect.poll(() => tour.title.textContent()).toContain(period);
    const [, ...lines] = await tour.lines();
    return lines
      .filter(({ total }) => !Number.isNaN(total))
      .map(({ name, n, total }) => `${name} ${n}/${total}`);
  }

  it('a shapefile in meters, zipped and in loose parts, with a list of posyandu', async () => {
    const office = await openDialog(tour);
    await office.add([files.zip]);
    await expect.poll(() => office.card('batas-desa.zip').textContent()).toContain(words.import.areas('3'));
    await office.add([...files.loose, files.posyandu]);
    await office.card('ADMINISTRASI_DESA.shp').waitFor();
    const faults = (await office.faults()).map(({ what }) => what).join(' ');
    // The same areas twice: the newer file takes the place of the older, and it is said.
    expect(faults).toContain('Batas dari batas-desa.zip tidak dipakai lagi');
    expect(faults).toContain('WGS_1984_UTM_Zone_51S');
    await office.load();
    expect((await figures('2024')).toSorted()).toEqual([
      'Namosain 12/80',
      'Nunbaun Delha 5/50',
      'Nunbaun Sabu 9/55',
    ]);
  });

  it('boundaries without codes ask about the name that is not exact; their figures are a table', async () => {
    const office = await openDialog(tour);
    await office.add([files.nameless]);
    const asked = office.dialog.getByRole('region', { name: words.maps.asks('batas-tanpa-kode.geojson') });
    await asked.waitFor();
    await expect
      .poll(() => office.card('batas-tanpa-kode.geojson').textContent())
      .toContain(words.import.areas('2'));
    expect(await axeFaults(tour.page)).toEqual([]);
    await asked.getByRole('button', { name: new RegExp(`${words.import.matched}: Nunbaun Delho$`) }).click();
    await tour.page.getByRole('option', { name: 'Nunbaun Delha (Alak, 53.71.01.1003)' }).click();
    await asked.getByRole('button', { name: words.maps.apply, exact: true }).click();
    await asked.getByRole('button', { name: words.import.answersBack('1'), exact: true }).waitFor();
    await office.idle();
    await expect
      .poll(() => office.card('batas-tanpa-kode.geojson').textContent())
      .toContain(words.import.areas('3'));
    await office.card('batas-tanpa-kode.geojson (atribut)').waitFor();
    await office.load();
    expect((await figures('2023')).toSorted()).toEqual([
      'Namosain 10/100',
      'Nunbaun Delha 30/102',
      'Nunbaun Sabu 20/101',
    ]);
  });

  it('a GeoPackage, and a workbook with a sheet a month', async () => {
    const office = await openDialog(tour);
    await office.add([files.layer, files.months]);
    await expect.poll(() => office.card('batas.gpkg').textContent()).toContain(words.import.areas('3'));
    await office.load();
    expect((await figures('Februari 2024')).toSorted()).toEqual([
      'Namosain 33/110',
      'Nunbaun Delha 17/85',
      'Nunbaun Sabu 5/95',
    ]);
    await tour.press(words.period.previous);
    expect((await figures('Januari 2024')).toSorted()).toEqual([
      'Namosain 10/100',
      'Nunbaun Delha 20/80',
      'Nunbaun Sabu 9/90',
    ]);
  });

  it('numerator and denominator in two files, of areas without boundaries, as a schematic map', async () => {
    const { page } = tour;
    const office = await openDialog(tour);
    await office.add(files.pair);
    await office.dialog.getByRole('button', { name: words.maps.tiles.draw, exact: true }).click();
    const card = office.dialog.locator('.card').filter({ hasText: words.maps.tiles.note });
    await card.waitFor();
    expect(await card.textContent()).toContain(words.maps.tiles.name('Kota Sabang'));
    await office.load();
    expect((await figures('2023')).toSorted()).toEqual([
      'Aneuk Laot 7/61',
      'Krueng Raya 6/60',
      'Kuta Ateuh 10/64',
      'Kuta Barat 9/63',
      'Kuta Timu 8/62',
    ]);
    expect(await tour.facts()).toContain(words.maps.tiles.part);
    expect(await tour.legend.textContent()).toContain(words.boundaries.tiles);
    expect(await tour.scale.isVisible()).toBe(false);
    await tour.room(words.rooms.names.clusters);
    await page.getByText(words.maps.tiles.noHotspots).waitFor();
    expect(await page.getByRole('button', { name: words.hotspots.find, exact: true }).count()).toBe(0);
    await tour.room(words.rooms.names.map);
  });
});

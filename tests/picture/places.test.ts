import { describe, expect, it } from 'vitest';
import type { AreaCode, LonLat } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { PlaceLayer } from '#core/places.ts';
import { readHeader } from '#data/header-reading.ts';
import type { ReadFile } from '#data/office-file.ts';
import { changePlaces, deskProblems, emptyDesk, isReady, layFiles } from '#desk/office-desk.ts';
import { layersOf } from '#desk/place-desk.ts';
import { exportTable } from '#export/export-table.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { createPlaceJoiner, namesIn } from '#picture/place-joiner.ts';
import { looksOf, placesAt } from '#picture/place-overlay.ts';
import { AUGUST, datasetOf, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';

const VILLAGES = [2, 3] as const;
const AREAS = 5;

/** Five squares in a row, a tenth of a degree each; districts are of no account here. */
const boundaries: BoundaryCollection = {
  type: 'FeatureCollection',
  features: Array.from({ length: AREAS }, (_, index) => {
    const [west, east] = [120 + index / 10, 120 + (index + 1) / 10];
    const ring = [
      [west, -9],
      [east, -9],
      [east, -8.9],
      [west, -8.9],
      [west, -9],
    ];
    return {
      type: 'Feature',
      properties: { index, code: String(index) as AreaCode, name: String(index) },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  }),
};
const periods = [AUGUST];
const dataset = datasetOf({
  villagesPerDistrict: VILLAGES,
  periods,
  tables: [tableOf([], VILLAGES, { periods })],
});
const { manifest, territory, coverage } = dataset;
const atlas = {
  manifest,
  territory,
  coverage,
  dataset,
  first: null,
  boundaries: { villages: boundaries, districts: boundaries },
};
const picture = createPainter()(atlas, { ...openingView(manifest), period: AUGUST })!;
const format = createFormat(id);

const inArea = (k: number): LonLat => [120.05 + k / 10, -8.95];
const layer = (kind: PlaceLayer['kind'], at: readonly number[]): PlaceLayer => ({
  id: kind,
  title: null,
  kind,
  source: 'faskes.csv',
  form: 'points',
  places: at.map((k) => ({ name: `${kind} ${k}`, point: inArea(k) })),
});
const file = (kinds: readonly (PlaceLayer['kind'] | null)[]): Extract<ReadFile, { kind: 'places' }> => ({
  kind: 'places',
  name: 'faskes.csv',
  problems: [],
  reading: {
    form: 'points',
    columns: { name: 'nama', kind: null },
    rows: kinds.map((kind, k) => ({ row: k + 2, name: `A${k}`, kind, shape: inArea(k % AREAS) })),
  },
});
const desk = emptyDesk({ territory, boundaries, alternateCodes: null, about: manifest.boundaries });

describe('services on a picture', () => {
  const joined = createPlaceJoiner()(
    picture,
    [layer('puskesmas', [0]), layer('posyandu', [0, 0, 3])],
    ['puskesmas'],
  );

  it('are counted by area, named, and told apart by symbol', () => {
    const [first, second] = joined.places;
    expect(Array.from(second!.countOf)).toEqual([2, 0, 0, 1, 0]);
    expect(namesIn(joined, first!, 0)).toEqual(['puskesmas 0']);
    expect(namesIn(joined, second!, 1)).toEqual([]);
    const looks = looksOf(Array.from({ length: 10 }, () => layer('other', [])));
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(10);
  });

  it('are said of an area, in the legend and in the table, as far as they are shown', () => {
    expect(areaWords(joined, 0, id, format).more.at(-1)).toBe('Layanan: Posyandu 2');
    expect(areaWords(joined, 1, id, format).more.at(-1)).toBe('Layanan: tidak ada');
    const legend = legendWords(joined, id, format);
    expect(legend.places.map(({ label, count }) => [label, count])).toEqual([['Posyandu', '3']]);
    expect(legend.placeSources).toBe('Layanan dari berkas kantor sendiri: Posyandu (faskes.csv)');
    const column = exportTable(joined, id, format).columns.find(({ key }) => key === 'places-0');
    expect(column?.header).toBe('layanan: Posyandu (faskes.csv)');
    expect(new Set<unknown>(column?.cells)).toEqual(new Set([0, 1, 2]));
  });

  it('are zones with their names, as many as a line holds', () => {
    const [square] = boundaries.features;
    const names = ['Sejahtera', '', 'Mekar', 'Maju', 'Damai'];
    const zones: PlaceLayer = {
      ...layer('family-village', []),
      form: 'zones',
      places: names.map((name) => ({ name, geometry: square!.geometry })),
    };
    const zoned = createPlaceJoiner()(picture, [zones], []);
    expect(areaWords(zoned, 0, id, format).more.at(-1)).toBe(
      'Layanan: Kampung KB 5 (Sejahtera, Mekar, Maju, dan 1 lagi)',
    );
    expect(areaWords(zoned, 4, id, format).more.at(-1)).toBe('Layanan: tidak ada');
  });

  it('have a header by which no count of children is read back', () => {
    for (const kind of Object.values(id.places.kinds))
      expect(readHeader(id.places.column(kind, 'balita diukur stunting.csv')).role).toMatch(
        /^(?:ignored|puskesmas)$/,
      );
  });

  it('are found under the pointer, the nearest first', () => {
    const project = ([x, y]: LonLat) => ({ x: (x - 120) * 100, y: (y + 9) * 100 });
    expect(placesAt(joined.places, project, { x: 5, y: 5 }).map(({ name }) => name)).toEqual([
      'posyandu 0',
      'posyandu 0',
    ]);
    expect(placesAt(joined.places, project, { x: 15, y: 5 })).toEqual([]);
  });
});

describe('a file of services on the desk', () => {
  it('waits for a kind, and makes a layer of each', () => {
    const laid = layFiles(desk, [file(['puskesmas', null, null])], []);
    expect(isReady(laid)).toBe(false);
    const decided = changePlaces(laid, 'faskes.csv', { kind: 'posyandu' });
    expect(isReady(decided)).toBe(true);
    expect(layersOf(decided.places[0]!).map(({ kind, places }) => [kind, places.length])).toEqual([
      ['puskesmas', 1],
      ['posyandu', 2],
    ]);
  });

  it('has to be affirmed where points lie like homes', () => {
    const dense = layFiles(
      desk,
      [file(Array.from({ length: 15 * AREAS + 1 }, () => 'posyandu' as const))],
      [],
    );
    expect(deskProblems(dense)[0]).toMatchObject({
      code: 'places/too-many',
      detail: { count: 76, areas: AREAS, most: 16 },
    });
    expect(isReady(dense)).toBe(false);
    expect(isReady(changePlaces(dense, 'faskes.csv', { affirmed: true }))).toBe(true);
  });

  it('says what lies outside all areas, by row', () => {
    const far = file(['clinic', 'clinic']);
    const rows = [far.reading.rows[0]!, { ...far.reading.rows[1]!, shape: [125, -8] as LonLat }];
    const laid = layFiles(desk, [{ ...far, reading: { ...far.reading, form: 'points', rows } as never }], []);
    expect(deskProblems(laid)).toMatchObject([
      { code: 'places/outside-territory', at: { row: 3 }, detail: { count: 1, rows: '3' } },
    ]);
  });
});

import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createAreaNames, orderRows, RANKING_KEYS, type RankingOrder } from '#app/map/ranking-order.ts';
import { type Ranking, rankingOf } from '#app/map/ranking-rows.ts';
import { SelectionPanel } from '#app/sheet/selection.tsx';
import { selectionTotal } from '#app/sheet/selection-total.ts';
import { type AreaCode, type AreaIndex, areaCode, type Source } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Manifest } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import { wilsonInterval } from '#core/rates.ts';
import { buildTerritory } from '#core/territory.ts';
import type { View } from '#core/view.ts';
import { createEmergingDesk } from '#desk/emerging-desk.ts';
import { createHotspotDesk } from '#desk/hotspot-desk.ts';
import { createPriorityDesk } from '#desk/priority-desk.ts';
import type { Atlas } from '#picture/atlas.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { createAppStore } from '#state/store.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';

const PERIOD = '2026-10' as Period;
const SOURCE: Source = { publisher: 'Dinas', title: 'Penimbangan', url: '', license: '', retrieved: '' };

/** n of N children; null: not reported; N = 0 with target 0: nobody to measure. */
interface Village {
  readonly name: string;
  readonly district: number;
  readonly n: number;
  readonly N: number;
  readonly reported: boolean;
  readonly target: number;
}

const village = (
  name: string,
  district: number,
  n: number,
  N: number,
  extra: Partial<Village> = {},
): Village => ({
  name,
  district,
  n,
  N,
  reported: true,
  target: N * 2,
  ...extra,
});

const HAND = [
  village('Fatukoa', 0, 40, 100),
  village('Naioni', 0, 20, 100),
  village('Oesapa', 1, 20, 100),
  village('Nunbaun Délha', 1, 3, 20),
  village('Bello', 1, 0, 0, { reported: false, target: 50 }),
  village('Lasiana', 0, 0, 0, { target: 0 }),
  village('Alak', 1, 0, 50),
];

function atlasOf(villages: readonly Village[]): Atlas {
  const place = { centroid: [123.6, -10.2], surfaceKm2: 1 } as const;
  const districts = ['Maulafa', 'Alak'].map((name, d) => ({
    code: areaCode(`53.71.0${d + 1}`),
    name,
    parent: null,
    ...place,
  }));
  const areas = villages.map(({ name, district }, i) => ({
    code: areaCode(`53.71.0${district + 1}.${1001 + i}`),
    name,
    parent: districts[district]?.code ?? null,
    ...place,
  }));
  const territory = buildTerritory('Kota Kupang', areas, districts, SOURCE, '2026-01-01');
  const dimensions = ['stunting'] as const;
  const cells = villages.flatMap(({ n, N, reported }, i) =>
    reported
      ? [
          { area: i, combination: combinationNumber(dimensions, [1]), count: n },
          { area: i, combination: combinationNumber(dimensions, [2]), count: N - n },
        ]
      : [],
  );
  const meta = {
    id: 'cells',
    level: 'village',
    dimensions,
    periods: [PERIOD],
    areas: villages.length,
  } as const;
  const table = layoutCells(
    {
      area: Uint32Array.from(cells, ({ area }) => area),
      period: new Uint16Array(cells.length),
      combination: Uint16Array.from(cells, ({ combination }) => combination),
      count: Uint32Array.from(cells, ({ count }) => count),
    },
    meta,
  );
  const coverage = {
    periods: [PERIOD],
    areas: villages.length,
    target: Float64Array.from(villages, ({ target }) => target),
    measured: Float64Array.from(villages, ({ N, reported }) => (reported ? N : Number.NaN)),
    status: Uint8Array.from(villages, ({ reported }) => (reported ? 0 : 1)),
  };
  const manifest: Manifest = {
    schema: 'peta-sasaran/2',
    id: 'test',
    title: 'Uji',
    territory: 'Kota Kupang',
    tier: 'internal',
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: 1,
    boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
    sources: [SOURCE],
    periods: [{ id: PERIOD, complete: true }],
    tables: [{ id: 'cells', level: 'village', dimensions }],
    definitions: {},
  };
  const none = { type: 'FeatureCollection' as const, features: [] };
  return {
    manifest,
    territory,
    coverage,
    boundaries: { villages: none, districts: none },
    dataset: { manifest, territory, tables: [table], coverage },
    first: null,
  };
}

function pictureOf(atlas: Atlas, patch: Partial<View> = {}): Picture {
  const picture = createPainter()(atlas, { ...openingView(atlas.manifest), ...patch });
  if (!picture) throw new Error('an atlas with a dataset has a picture');
  return picture;
}

function rankingFrom(picture: Picture): Ranking {
  const { view } = picture;
  return rankingOf({
    ...picture,
    districts: view.filters.districts,
    showSmallRates: view.showSmallRates,
  });
}

function namesInOrder(picture: Picture, order: RankingOrder, query = ''): string[] {
  const { areas } = rankingFrom(picture);
  const names = createAreaNames(picture.geography, picture.atlas.territory);
  return Array.from(orderRows(areas, order, names, names.matching(query)), (i) => areas.areas[i]?.name ?? '');
}

describe('ranking rows', () => {
  const picture = pictureOf(atlasOf(HAND));
  const ranking = rankingFrom(picture);

  test('the city and its kecamatan are sums, with the interval of the sum', () => {
    const { table, value, low, high } = ranking.city.measure;
    expect([table.numerator[0], table.denominator[0]]).toEqual([83, 370]);
    expect(value[0]).toBeCloseTo(83 / 370, 12);
    expect([low[0], high[0]]).toEqual(wilsonInterval(83, 370));
    expect(Array.from(ranking.districts?.measure.table.numerator ?? [])).toEqual([60, 23]);
    expect(Array.from(ranking.districts?.measure.rank ?? [])).toEqual([1, 2]);
  });

  test('D and S are summed over villages of which both are known', () => {
    expect(Array.from(ranking.districts?.measured ?? [])).toEqual([200, 170]);
    expect(Array.from(ranking.districts?.target ?? [])).toEqual([400, 340]);
    expect([ranking.city.measured[0], ranking.city.target[0]]).toEqual([370, 740]);
  });

  test('a kecamatan of few children is no rate, as an area would not be', () => {
    const few = rankingFrom(pictureOf(atlasOf([village('A', 0, 4, 20), village('B', 1, 40, 100)])));
    expect(few.districts?.measure.status[0]).toBe(CellStatus.tooFew);
    expect(few.districts?.measure.value[0]).toBeNaN();
    expect(few.districts?.measure.table.numerator[0]).toBe(4);
    expect(few.districts?.classOf[0]).toBe(NO_CLASS);
  });

  test('the shared scale ends where the longest interval of an observed area ends', () => {
    expect(ranking.scaleEnd).toBe(wilsonInterval(40, 100)[1]);
  });

  test('a district filter leaves its own areas, and the city is their sum', () => {
    const filtered = rankingFrom(
      pictureOf(atlasOf(HAND), { filters: { classes: {}, districts: [areaCode('53.71.02')] } }),
    );
    expect(Array.from(filtered.areas.kept)).toEqual([2, 3, 4, 6]);
    expect(filtered.city.measure.table.denominator[0]).toBe(170);
    expect(Array.from(filtered.districts?.kept ?? [])).toEqual([1]);
  });

  test('sums of counts have no class', () => {
    const counts = rankingFrom(
      pictureOf(atlasOf(HAND), { measure: 'count', classification: { kind: 'quantile', classes: 3 } }),
    );
    expect(counts.city.classOf[0]).toBe(NO_CLASS);
    expect(counts.city.measure.value[0]).toBe(83);
  });

  test('kecamatan as areas have none above them but the city', () => {
    const upper = rankingFrom(pictureOf(atlasOf(HAND), { level: 'district' }));
    expect(upper.districts).toBeNull();
    expect(Array.from(upper.areas.measured)).toEqual([200, 170]);
  });
});

describe('order', () => {
  const picture = pictureOf(atlasOf(HAND));

  test('by rank, most urgent first; equal values share a rank; what has no value comes last, with counts first', () => {
    expect(namesInOrder(picture, { key: 'rank', descending: false })).toEqual([
      'Fatukoa',
      'Naioni',
      'Oesapa',
      'Alak',
      'Nunbaun Délha',
      'Lasiana',
      'Bello',
    ]);
    expect(Array.from(picture.measure.rank)).toEqual([1, 2, 2, 0, 0, 0, 4]);
  });

  test('turned round, what has no value is still last', () => {
    const names = namesInOrder(picture, { key: 'rank', descending: true });
    expect(names.slice(0, 4)).toEqual(['Alak', 'Naioni', 'Oesapa', 'Fatukoa']);
    expect(names.slice(4)).toEqual(['Nunbaun Délha', 'Lasiana', 'Bello']);
  });

  test('by name and by kecamatan', () => {
    expect(namesInOrder(picture, { key: 'name', descending: false })[0]).toBe('Alak');
    expect(namesInOrder(picture, { key: 'district', descending: false })).toEqual([
      'Oesapa',
      'Alak',
      'Nunbaun Délha',
      'Bello',
      'Fatukoa',
      'Naioni',
      'Lasiana',
    ]);
  });

  test('a count of a withheld rate is sorted; a count that is not known is not', () => {
    const names = namesInOrder(picture, { key: 'numerator', descending: false });
    expect(names).toEqual(['Alak', 'Nunbaun Délha', 'Naioni', 'Oesapa', 'Fatukoa', 'Lasiana', 'Bello']);
  });

  test('search ignores case and marks, and reads names, kecamatan and codes with or without dots', () => {
    const order = { key: 'rank', descending: false } as const;
    expect(namesInOrder(picture, order, 'DELHA')).toEqual(['Nunbaun Délha']);
    expect(namesInOrder(picture, order, 'maulafa na')).toEqual(['Naioni', 'Lasiana']);
    expect(namesInOrder(picture, order, '53.71.02.1003')).toEqual(['Oesapa']);
    expect(namesInOrder(picture, order, '5371021003')).toEqual(['Oesapa']);
    expect(namesInOrder(picture, order, '  ')).toHaveLength(HAND.length);
    expect(namesInOrder(picture, order, 'tidak ada')).toEqual([]);
  });

  const villages = fc.array(
    fc
      .record({
        N: fc.nat(80),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        district: fc.nat(1),
        reported: fc.boolean(),
      })
      .map(({ N, share, district, reported }) =>
        village(`K${N}`, district, reported ? Math.floor(N * share) : 0, reported ? N : 0, { reported }),
      ),
    { minLength: 1, maxLength: 30 },
  );

  test('every order is a permutation, sorted, with missing values at its end', () => {
    fc.assert(
      fc.property(villages, fc.constantFrom(...RANKING_KEYS), fc.boolean(), (list, key, descending) => {
        const drawn = pictureOf(atlasOf(list));
        const { areas } = rankingFrom(drawn);
        const names = createAreaNames(drawn.geography, drawn.atlas.territory);
        const rows = Array.from(orderRows(areas, { key, descending }, names));
        expect([...rows].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        if (key !== 'value' && key !== 'rank') return;
        const shown = rows.map((i) => (key === 'rank' ? areas.measure.rank[i] : areas.measure.value[i]) ?? 0);
        const missing = rows.map((i) => areas.measure.status[i] !== CellStatus.observed);
        expect(missing).toEqual([...missing].sort((a, b) => Number(a) - Number(b)));
        const known = shown.filter((_, k) => !missing[k]);
        const sorted = [...known].sort((a, b) => (descending ? b - a : a - b));
        expect(known).toEqual(sorted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('selection', () => {
  const atlas = atlasOf(HAND);
  const at = (...indices: number[]) => indices as AreaIndex[];

  test('sums what is known and says of how many', () => {
    const { measure, indicator } = pictureOf(atlas);
    const total = selectionTotal(measure, indicator, at(0, 3, 4), false);
    expect([total.areas, total.known]).toEqual([3, 2]);
    expect(total.measure.value[0]).toBeCloseTo(43 / 120, 12);
    expect([total.measure.low[0], total.measure.high[0]]).toEqual(wilsonInterval(43, 120));
  });

  test('an area without anybody to measure has no number of its own', () => {
    const { measure, indicator } = pictureOf(atlas);
    const lasiana = 5;
    const total = selectionTotal(measure, indicator, at(0, lasiana), false);
    expect([total.areas, total.known]).toEqual([2, 1]);
    expect(total.measure.value[0]).toBe(0.4);
    const alone = selectionTotal(measure, indicator, at(lasiana), false);
    expect([alone.known, alone.measure.status[0]]).toEqual([0, CellStatus.noDenominator]);
  });

  test('nothing known stays missing, with its reason', () => {
    const { measure, indicator } = pictureOf(atlas);
    const total = selectionTotal(measure, indicator, at(4), false);
    expect(total.measure.status[0]).toBe(CellStatus.notReported);
    expect(total.measure.table.numerator[0]).toBeNaN();
  });

  function written(names: readonly string[], patch: Partial<View> = {}): string {
    const selected = names.map((name) => {
      const area = atlas.territory.villages.areas.find((candidate) => candidate.name === name);
      return area?.code ?? ('' as AreaCode);
    });
    const store = createAppStore();
    const picture = pictureOf(atlas, { selected, ...patch });
    return renderToStaticMarkup(
      <SelectionPanel
        picture={picture}
        store={store}
        words={id}
        format={createFormat(id)}
        dimmed={false}
        hotspotDesk={createHotspotDesk(() => {})}
        emergingDesk={createEmergingDesk(() => {})}
        priorityDesk={createPriorityDesk(() => {})}
      />,
    )
      .replaceAll(/<[^>]*>/g, '|')
      .replaceAll(/\|+/g, '|');
  }

  test('one area: value, interval, parts, rank, coverage, period, source, definition', () => {
    const text = written(['Naioni']);
    for (const part of ['Naioni', '53.71.01.1002', '20,0\u00a0%', '13,3–28,9', '|20|', '|100|', '2 dari 4']) {
      expect(text).toContain(part);
    }
    for (const part of ['|200|', '50,0\u00a0%', 'Oktober 2026', 'Penimbangan, Dinas', 'TB/U di bawah']) {
      expect(text).toContain(part);
    }
  });

  test('too few: the reason and the counts, no rate', () => {
    const text = written(['Nunbaun Délha']);
    expect(text).toContain('terlalu sedikit (N &lt; 30)');
    expect(text).toContain('|3|');
    expect(text).not.toContain('15,0');
  });

  test('not reported: the reason, and no number that is not known', () => {
    const text = written(['Bello']);
    expect(text).toContain('tidak melapor');
    expect(text).not.toContain('|0|');
  });

  test('several: the sum, of how many, and each to be removed', () => {
    const text = written(['Fatukoa', 'Naioni', 'Bello']);
    expect(text).toContain('3 kelurahan terpilih');
    expect(text).toContain('jumlah dari 2 yang punya angka, di antara 3 terpilih');
    expect(text).toContain('30,0\u00a0%');
    expect(text).toContain('Bello|tidak melapor');
  });

  test('nothing: how to select, and still source and definition', () => {
    const text = written([]);
    expect(text).toContain('Pilih kelurahan');
    expect(text).toContain('Penimbangan');
  });
});

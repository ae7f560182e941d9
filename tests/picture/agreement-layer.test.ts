import { describe, expect, it } from 'vitest';
import { talkList } from '#app/kinds/question-views.ts';
import { rankingOf } from '#app/map/ranking-rows.ts';
import type { Agreement } from '#core/agreement.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import { alignDataset } from '#core/dataset-alignment.ts';
import { type Overlay, SINGLE, type View } from '#core/view.ts';
import { emptyDesk } from '#desk/office-desk.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { OPENING_SECOND, type SecondData } from '#picture/second-data.ts';
import { spread } from '#picture/slope-points.ts';
import { readSurvey } from '#picture/survey-figure.ts';
import { tierOf } from '#picture/tier.ts';
import { settleView } from '#picture/view-layers.ts';
import { keepHistory } from '#state/history.ts';
import { openLink } from '#state/link.ts';
import { describeSecond, placeSecond, removeSecond } from '#state/second-actions.ts';
import { type AppStore, setView } from '#state/store.ts';
import { AUGUST, datasetOf, JULY, repeat, SOURCE, tableOf } from '#tests/core/small-city.ts';
import { layFiles, packageOnDesk } from '#tests/desk/read-desk.ts';
import { sheetOf } from '#tests/real-table.ts';
import { storeWith } from '#tests/state/kept-view.ts';
import { saidNotice } from '#tests/state/said-notice.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';

const VILLAGES = [3, 2] as const;
const NONE = { type: 'FeatureCollection', features: [] } as const;
const FORMAT = createFormat(id);

/** A city in which each village has n of N children stunted in August; null: has not reported. */
function city(counts: readonly (readonly [n: number, N: number] | null)[], title: string) {
  const children = counts.flatMap((one, village) =>
    one
      ? [
          ...repeat(one[0], village, { stunting: 'moderate' }),
          ...repeat(one[1] - one[0], village, { stunting: 'none' }),
        ].map((child) => ({ ...child, period: AUGUST }))
      : [],
  );
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    periods: [AUGUST],
    tables: [tableOf(children, VILLAGES, { dimensions: ['stunting'], periods: [AUGUST] })],
    tier: title === 'first' ? 'example' : 'internal',
    notReported: counts.flatMap((one, i) => (one ? [] : [i])),
  });
  return { ...dataset, manifest: { ...dataset.manifest, title, sources: [{ ...SOURCE, title }] } };
}

const FIRST = city([[20, 100], [10, 100], [30, 100], [15, 100], null], 'first');
const SECOND = city([[50, 200], [10, 100], [20, 100], null, [5, 50]], 'second');
const ATLAS: Atlas = {
  ...FIRST,
  boundaries: { villages: NONE, districts: NONE } as unknown as Atlas['boundaries'],
  dataset: FIRST,
  first: null,
};
const SOURCE_TWO: SecondData = { ...alignDataset(SECOND, FIRST.territory), title: 'e-PPGBM', date: '' };

function storeOf(): AppStore {
  const store = storeWith(ATLAS);
  placeSecond(store, SOURCE_TWO);
  return store;
}

function pictureOf(store: AppStore): Picture {
  const { atlas, view } = store.getState();
  const picture = atlas && view && createPainter()(atlas, view);
  if (!picture) throw new Error('there is no picture');
  return picture;
}

describe('a picture of two sources', () => {
  const picture = pictureOf(storeOf());

  it('is shaded by the difference; an area of one source only has its reason', () => {
    expect(picture.shading.kind).toBe('agreement');
    // +5, 0 and -10 points.
    expect([...picture.shading.classOf]).toEqual([5, 3, 0, NO_CLASS, NO_CLASS]);
    expect([...picture.shading.status].slice(3)).toEqual([CellStatus.notReported, CellStatus.notReported]);
    expect(layerOf(picture, 'agreement')?.summary).toMatchObject({
      areas: 3,
      verdicts: [1, 1, 1],
      onlyFirst: 1,
      onlySecond: 1,
    });
  });

  it('is told with both numerators and denominators', () => {
    const { title, parts } = sentenceOf(picture, id, FORMAT);
    expect(title).toBe('Prevalensi stunting per kelurahan, Agustus 2026: selisih dua sumber, poin persen');
    expect(parts[0]).toBe('1 dari 3 kelurahan sejalan (selisih di bawah 2 poin)');
    expect(parts[1]).toContain(
      'sumber pertama: 18,8\u00a0% stunting: 75 dari 400 balita diukur, 4 dari 5 kelurahan melapor',
    );
    expect(parts[2]).toContain(
      'sumber kedua (e-PPGBM): 18,9\u00a0% stunting: 85 dari 450 balita diukur, 4 dari 5 kelurahan melapor',
    );
    expect(areaWords(picture, 0, id, FORMAT).more).toEqual([
      'e-PPGBM, Agustus 2026: 25,0\u00a0% (50 dari 200)',
      'selisih +5,0 poin (kedua − pertama): sumber kedua lebih tinggi',
      'penyebut 100 dan 200, 2,00 kali; penyebut berbeda jauh',
    ]);
    expect(areaWords(picture, 3, id, FORMAT).more[1]).toBe('nilai hanya di sumber pertama');
    expect(legendWords(picture, id, FORMAT).classes.map(({ count }) => count)).toEqual([
      '1',
      '0',
      '0',
      '1',
      '0',
      '1',
      '0',
    ]);
  });

  it('leaves with both sources in every row, and as the strictest of the two', () => {
    const { columns } = exportTable(picture, id, FORMAT);
    const column = (header: string) => [...(columns.find((one) => one.header === header)?.cells ?? [])];
    const heads = id.sources.columns;
    const order = column(id.export.columns.code);
    const at = (header: string, code: string) => column(header)[order.indexOf(code)];
    expect(at(heads.numerator, 'd0v0')).toBe(50);
    expect(at(heads.denominator, 'd0v0')).toBe(200);
    expect(at(heads.difference, 'd0v2')).toBeCloseTo(-10, 9);
    expect(at(heads.verdict, 'd1v3')).toBe(id.sources.onlyFirst);
    expect(at(heads.ratio, 'd0v0')).toBe(2);
    expect(tierOf(picture)).toBe('internal');
    expect(column(id.export.columns.tier)[0]).toBe(id.tier.internal);
  });

  it('ranks sums too, and talks of the largest differences first', () => {
    const ranking = rankingOf({ ...picture, districts: [], showSmallRates: false });
    // Of the villages that both know: 80 of 400 against 60 of 300.
    const { difference } = ranking.city.added as Agreement;
    expect(difference[0]).toBeCloseTo(80 / 400 - 60 / 300, 12);
    expect(talkList({ picture, words: id, format: FORMAT }).areas).toEqual([2, 0, 1]);
  });

  it('agrees in more areas where agreement is wider', () => {
    const store = storeOf();
    setView(store, { question: { ...OPENING_SECOND, agreesWithin: 6 } });
    expect(layerOf(pictureOf(store), 'agreement')?.summary.verdicts).toEqual([1, 2, 0]);
  });
});

describe('a second source', () => {
  it('answers for another period only where the reader chose it', () => {
    const elsewhere = {
      ...SECOND,
      manifest: { ...SECOND.manifest, periods: [{ id: JULY, complete: true }] },
      tables: SECOND.tables.map((table) => ({ ...table, periods: [JULY] })),
      coverage: { ...SECOND.coverage, periods: [JULY] },
    };
    const store = storeWith(ATLAS);
    placeSecond(store, { ...SOURCE_TWO, ...alignDataset(elsewhere, FIRST.territory) });
    expect(pictureOf(store).layer.kind).toBe('single');
    setView(store, { question: { kind: 'agreement', agreesWithin: 2, nearestPeriod: true } });
    const picture = pictureOf(store);
    expect(layerOf(picture, 'agreement')?.period).toBe(JULY);
    expect(sentenceOf(picture, id, FORMAT).title).toContain('Agustus 2026 dan Juli 2026');
  });

  it('is one layer of rates at a time', () => {
    const question = { kind: 'agreement', agreesWithin: 2, nearestPeriod: false } as const;
    const view: View = { ...openingView(FIRST.manifest), question };
    const overlay: Overlay = { kind: 'overlay', indicator: 'wasting', classes: { kind: 'tertiles' } };
    const settle = (patch: Partial<View>) => settleView(view, patch, FIRST.manifest);
    expect(settle({ measure: 'count' }).question).toEqual(SINGLE);
    expect(settle({ question: overlay }).question).toBe(overlay);
    expect(settle({ indicator: 'wasting' }).question).toBe(question);
    const overlaid = settle({ question: overlay });
    expect(settleView(overlaid, { question }, FIRST.manifest).question).toBe(question);
  });

  it('renamed, leaves the steps back; removed, is in none of them', () => {
    const store = storeOf();
    keepHistory(store);
    setView(store, { level: 'district' });
    describeSecond(store, { title: 'DashPrev', date: '2026' });
    expect(store.getState().past).toHaveLength(1);
    removeSecond(store);
    const { atlas, view, past } = store.getState();
    expect([atlas?.second, view?.question, past[0]?.view.question]).toEqual([undefined, SINGLE, SINGLE]);
  });

  it('is not brought by a link, which says so', async () => {
    const text = 'v1;i=stunting;p=2026-08;c=bands;two=3';
    const without = storeWith(ATLAS);
    openLink(without, { text, data: null });
    expect(without.getState().view?.question).toEqual(SINGLE);
    expect(saidNotice(without)).toContain('sumber kedua');
    const beside = storeOf();
    openLink(beside, { text, data: null });
    expect(beside.getState().view?.question).toEqual({
      kind: 'agreement',
      agreesWithin: 3,
      nearestPeriod: false,
    });
  });

  it('is read from a sheet against the areas on the screen', () => {
    const csv =
      'nama,periode,diukur,stunting\nd0v0,2026-08,200,50\nd0v1,2026-08,100,10\nTidak Ada,2026-08,90,9\n';
    const file = { kind: 'table', name: 'eppgbm.csv', sheets: [sheetOf(csv)], problems: [] } as const;
    const { territory, boundaries, manifest } = ATLAS;
    const screen = {
      territory,
      boundaries: boundaries.villages,
      alternateCodes: null,
      about: manifest.boundaries,
    };
    const desk = layFiles(emptyDesk(screen), [file], []);
    expect(desk.reading?.sheets[0]).toMatchObject({ accepted: 2, ledger: { setAside: 1 } });
    expect(packageOnDesk(desk).ok).toBe(true);
  });
});

describe('a survey figure', () => {
  const texts = { value: '21,5', low: '', high: '', year: '2024', source: 'SSGI' };

  it('is read as typed, in either language', () => {
    expect(readSurvey(texts)).toEqual({ rate: 0.215, interval: null, year: '2024', source: 'SSGI' });
    expect(readSurvey({ ...texts, low: '18.2', high: '25,1' })).toMatchObject({ interval: [0.182, 0.251] });
  });

  it.each([
    [{ value: '' }, 'value'],
    [{ value: '121' }, 'value'],
    [{ low: '18' }, 'low'],
    [{ low: '22', high: '25' }, 'high'],
    [{ year: '24' }, 'year'],
  ])('with %j says which field', (patch, field) => {
    expect(readSurvey({ ...texts, ...patch })).toHaveProperty(field);
  });
});

it('labels that would lie over each other are spread, in their order', () => {
  expect(spread([10, 12, 50], 15, 100)).toEqual([10, 25, 50]);
  expect(spread([95, 99], 15, 100)).toEqual([85, 100]);
});

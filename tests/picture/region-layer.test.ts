import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talkList } from '#app/kinds/question-views.ts';
import { rankingOf } from '#app/map/ranking-rows.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { NO_CLASS } from '#core/classification.ts';
import { type Question, type Regions, SINGLE, type View } from '#core/view.ts';
import { exportTable } from '#export/export-table.ts';
import { REGION_PALETTE } from '#map/color.ts';
import type { Atlas } from '#picture/atlas.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { openingRegions } from '#picture/region-layer.ts';
import { keepHistory, undo } from '#state/history.ts';
import { createAppStore, setView } from '#state/store.ts';
import { AUGUST, datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { saidNotice } from '#tests/state/said-notice.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 3] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);

/** v0: 30, 1, 10 %. v1: 40, 20, 60 %. v2: 20, 1, 20 %. v3: ten children. v4: none. */
function atlasOf(): Atlas {
  const children = [
    ...village(0, 400, 120, 4, 40, AUGUST),
    ...village(1, 400, 160, 80, 240, AUGUST),
    ...village(2, 400, 80, 4, 80, AUGUST),
    ...village(3, 10, 5, 5, 5, AUGUST),
  ];
  const periods = [JULY, AUGUST];
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES, { periods })],
    periods,
  });
  const { manifest, territory, coverage } = dataset;
  const boundaries = { villages: NONE, districts: NONE };
  return { manifest, territory, coverage, boundaries, dataset, first: null };
}

const ATLAS = atlasOf();
const OPENING: View = { ...openingView(ATLAS.manifest), period: AUGUST };
const USUAL = openingRegions(['coverage', 'wasting', 'extreme-poverty', 'stunting']);
if (USUAL === null) throw new Error('three are known');
const own = (threshold: number): Regions => ({
  kind: 'regions',
  problems: [{ indicator: 'stunting', threshold }, USUAL.problems[1], USUAL.problems[2]],
});

function paint(regions: Regions = USUAL ?? own(0), view: Partial<View> = {}) {
  const picture = createPainter()(ATLAS, { ...OPENING, ...view, question: regions });
  const layer = picture && layerOf(picture, 'regions');
  if (!layer) throw new Error('no regions');
  return { picture, layer };
}

describe('three problems in the picture', () => {
  it('begin where an overlay is high: bands, else the upper tertile of the locked period', () => {
    const { picture, layer } = paint();
    expect(layer.problems.map(({ threshold, origin }) => [threshold, origin])).toEqual([
      [0.2, 'bands'],
      [0.1, 'bands'],
      // Of 10, 20 and 60 %.
      [0.333, 'tertile'],
    ]);
    // v2 is at 20,0 %, its interval from 16 to 24: it has the problem, and may not.
    expect([...picture.shading.classOf]).toEqual([1, 7, 1, NO_CLASS, NO_CLASS]);
    expect([...(picture.shading.hatched ?? [])]).toEqual([0, 0, 1, 0, 0]);
    expect([...picture.shading.status].slice(3)).toEqual([CellStatus.tooFew, CellStatus.tooFew]);
    expect(picture.shading.colors).toBe(REGION_PALETTE);
    expect(paint(own(0.35)).picture.shading.classOf[0]).toBe(0);
    expect(paint(own(0.35)).layer.problems[0]?.origin).toBe('own');
  });

  it('start with what the data have, and not with two', () => {
    expect(USUAL.problems.map(({ indicator }) => indicator)).toEqual([
      'stunting',
      'wasting',
      'extreme-poverty',
    ]);
    expect(openingRegions(['coverage', 'wasting', 'underweight'])?.problems[0].indicator).toBe('wasting');
    expect(openingRegions(['coverage', 'wasting'])).toBeNull();
  });

  it('a threshold moves without another sum, and the selection moves nothing', () => {
    const painter = createPainter();
    const painted = (patch: Partial<View>) => {
      const picture = painter(ATLAS, { ...OPENING, ...patch });
      const layer = picture && layerOf(picture, 'regions');
      if (!layer) throw new Error('no regions');
      return { layer, shading: picture.shading };
    };
    const before = painted({ question: USUAL });
    const after = painted({ question: own(0.35) });
    expect(after.layer.problems[1]).toBe(before.layer.problems[1]);
    expect(after.layer.problems[0]?.measure).toBe(before.layer.problems[0]?.measure);
    const selected = painted({ question: after.layer.choice, selected: [] });
    expect(selected.shading).toBe(after.shading);
  });

  it('are told in the sentence, the legend, an area and the presentation', () => {
    const { picture } = paint();
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toBe(
      'Stunting, wasting, dan kemiskinan ekstrem (proksi: desil 1) sekaligus per kelurahan, Agustus 2026',
    );
    expect(parts.slice(0, 3)).toEqual([
      'ambang stunting ≥ 20,0\u00a0%, wasting ≥ 10,0\u00a0%, kemiskinan ekstrem ≥ 33,3\u00a0%',
      'ketiganya di 1 kelurahan',
      '1 kelurahan belum pasti (selang melintasi ambang)',
    ]);
    expect(parts).toContain('wasting 93 dari 1.210');
    expect(sentenceOf(picture, en, createFormat(en)).title).toContain('at once by');
    const legend = legendWords(picture, id, format);
    expect(legend.classes.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      'nihil: 0',
      'K: 0',
      'W: 0',
      'S: 2',
      'W + K: 0',
      'S + K: 0',
      'S + W: 0',
      'S + W + K: 1',
    ]);
    expect(legend.notes).toContain('K: kemiskinan ekstrem ≥ 33,3\u00a0% (tertil atas Agustus 2026)');
    expect(areaWords(picture, 2, id, format).more).toEqual([
      'Wasting: 1,0\u00a0% (4 dari 400)',
      'Kemiskinan ekstrem: 20,0\u00a0% (80 dari 400)',
      'masalah: stunting',
      'belum pasti: stunting (selang melintasi ambang)',
    ]);
    const { areas, caption, color, columns } = talkList({ picture, words: id, format });
    expect([...areas]).toEqual([1]);
    expect([caption, color]).toEqual(['Ketiga masalah: 1 kelurahan', REGION_PALETTE[7]]);
    expect(columns.map(({ header, write }) => `${header} ${write(1)}`)).toEqual([
      '% S 40,0',
      '% W 20,0',
      '% K 60,0',
    ]);
  });

  it('are in the table, with their sums, and in the one that leaves', () => {
    const { picture } = paint();
    const ranking = rankingOf({ ...picture, districts: [], showSmallRates: false });
    expect([...(ranking.areas.added as Uint8Array)]).toEqual([...picture.shading.classOf]);
    // 35, 10.5 and 35 % in all of the first district.
    expect(ranking.districts?.added).toHaveProperty('0', 7);
    const { columns } = exportTable(picture, id, format);
    const cells = (key: string) => columns.find((column) => column.key === key)?.cells;
    expect(cells('region')?.slice(0, 3)).toEqual([
      'S + W + K: stunting, wasting, dan kemiskinan ekstrem',
      'S: stunting',
      'S: stunting',
    ]);
    expect(cells('problem-2')?.[0]).toBe(60);
    expect(cells('problem-threshold-2')?.[0]).toBeCloseTo(33.3, 9);
    expect(cells('regionUnsure')).toEqual(['', '', 'stunting', '', '']);
  });
});

describe('one layer in the place of another', () => {
  const store = () => {
    const made = createAppStore();
    made.setState({ atlas: ATLAS, view: OPENING });
    return made;
  };
  const PRIORITY = openingPriority(['stunting', 'wasting']) ?? SINGLE;
  const OVERLAY = { kind: 'overlay', indicator: 'wasting', classes: { kind: 'bands' } } as const;

  it('is said, with the way back', () => {
    const one = store();
    const notice = () => saidNotice(one);
    keepHistory(one);
    setView(one, { hotspots: DEFAULT_HOTSPOTS });
    expect(notice()).toBeNull();
    setView(one, { question: OVERLAY });
    expect(notice()).toBeNull();
    setView(one, { question: { kind: 'change', comparedWith: JULY } });
    expect(notice()).toBe('Tumpangan diganti oleh perbandingan periode.');
    setView(one, { question: PRIORITY });
    setView(one, { measure: 'count' });
    expect(notice()).toMatch(/^Indeks prioritas ditutup\./);
    setView(one, { question: USUAL });
    setView(one, { selected: [] });
    expect(notice()).toBeNull();
    setView(one, { question: OVERLAY });
    expect(notice()).toMatch(/^Tiga masalah sekaligus diganti oleh tumpangan\./);
    undo(one);
    expect(one.getState().view?.question).toEqual(USUAL);
    setView(one, { indicator: 'wasting' });
    expect(notice()).toMatch(/^Tiga masalah sekaligus ditutup\./);
    setView(one, { question: USUAL });
    setView(one, { question: SINGLE });
    expect(notice()).toBeNull();
  });

  it('is not said where it stays behind in its room', () => {
    const one = store();
    setView(one, { hotspots: DEFAULT_HOTSPOTS });
    setView(one, { question: PRIORITY });
    expect(saidNotice(one)).toBeNull();
    expect(one.getState().view).toMatchObject({ room: 'priority', question: PRIORITY, hotspots: null });
    expect(one.getState().questions.clusters?.hotspots).toBe(DEFAULT_HOTSPOTS);
    setView(one, { question: USUAL });
    expect(saidNotice(one)).toBeNull();
    expect(one.getState().view).toMatchObject({ room: 'map', question: USUAL });
    expect(one.getState().questions.priority?.question).toBe(PRIORITY);
  });

  it('three problems are of rates, alone, and of an indicator among them', () => {
    const patch: fc.Arbitrary<Partial<View>> = fc.record(
      {
        indicator: fc.constantFrom('stunting', 'wasting', 'coverage'),
        measure: fc.constantFrom('rate', 'count'),
        hotspots: fc.constantFrom(null, DEFAULT_HOTSPOTS),
        question: fc.constantFrom<Question[]>(
          SINGLE,
          OVERLAY,
          { kind: 'change', comparedWith: JULY },
          PRIORITY,
          USUAL,
          own(0.3),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 6 }), (patches) => {
        const one = store();
        for (const each of patches) setView(one, each);
        const { view } = one.getState();
        if (!view) throw new Error('there is no view');
        if (view.question.kind !== 'regions') return;
        expect([view.measure, view.hotspots]).toEqual(['rate', null]);
        expect(view.question.problems.map(({ indicator }) => indicator)).toContain(view.indicator);
      }),
    );
  });

  it('a slider is one step back', () => {
    const one = store();
    keepHistory(one);
    setView(one, { question: USUAL });
    for (const threshold of [0.21, 0.22, 0.23]) setView(one, { question: own(threshold) });
    undo(one);
    expect(one.getState().view?.question).toEqual(USUAL);
  });
});

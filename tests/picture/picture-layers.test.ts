import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { talkList } from '#app/kinds/question-views.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { Verdict } from '#core/change.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { type Period, periodKind } from '#core/period.ts';
import { type Change, NO_FILTERS, type Overlay, SINGLE, type View } from '#core/view.ts';
import { pale } from '#map/color.ts';
import type { Atlas } from '#picture/atlas.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { settleView } from '#picture/view-layers.ts';
import { createAppStore, setView } from '#state/store.ts';
import { AUGUST, type Child, datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';

const VILLAGES = [2, 3] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };

/** `short` of `all` children stunted and `poor` of `all` in the first decile. */
function village(index: number, period: Period, all: number, short: number, poor: number): readonly Child[] {
  return Array.from({ length: all }, (_, k) => ({
    village: index,
    period,
    classes: {
      stunting: k < short ? 'moderate' : 'none',
      wasting: 'none',
      underweight: 'none',
      poverty: k < poor ? '1' : '3',
      sex: k % 2 === 0 ? 'male' : 'female',
      age: '12-23',
    },
  }));
}

function atlasOf(): Atlas {
  const children = [
    ...village(0, JULY, 100, 30, 10),
    ...village(1, JULY, 100, 5, 20),
    ...village(2, JULY, 100, 15, 30),
    ...village(3, JULY, 100, 15, 5),
    ...village(0, AUGUST, 100, 5, 10),
    ...village(1, AUGUST, 100, 30, 20),
    ...village(2, AUGUST, 100, 17, 30),
    ...village(3, AUGUST, 10, 5, 5),
    ...village(4, AUGUST, 100, 15, 1),
  ];
  const periods = [JULY, AUGUST];
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    periods,
    tables: [tableOf(children, VILLAGES, { periods })],
    notReported: [4],
  });
  const { manifest, territory, coverage } = dataset;
  return {
    manifest,
    territory,
    coverage,
    dataset,
    first: null,
    boundaries: { villages: NONE, districts: NONE },
  };
}

const ATLAS = atlasOf();
const OPENING: View = { ...openingView(ATLAS.manifest), period: AUGUST };
const POOR = { kind: 'overlay', indicator: 'extreme-poverty', classes: { kind: 'bands' } } as const;
const against = (comparedWith: Period): Change => ({ kind: 'change', comparedWith });

function paint(patch: Partial<View>): Picture {
  const picture = createPainter()(ATLAS, { ...OPENING, ...patch });
  if (!picture) throw new Error('there is no picture');
  return picture;
}

describe('a picture of two indicators', () => {
  test('has nine classes; an area that lacks one says why', () => {
    const picture = paint({ question: POOR });
    const { shading, statusCounts } = picture;
    const overlay = layerOf(picture, 'overlay');
    expect(shading.kind).toBe('overlay');
    expect(overlay && [...overlay.bivariate.firstEdges]).toEqual([0.1, 0.2]);
    // Poverty of August: 10, 20, 30, (5 of 10: too few), 1 %; tertiles 10 and 20 %.
    expect(overlay && [...overlay.bivariate.secondEdges]).toEqual([0.1, 0.2]);
    expect([...shading.classOf]).toEqual([3, 8, 7, NO_CLASS, 1]);
    expect(shading.status[3]).toBe(CellStatus.tooFew);
    expect(statusCounts[CellStatus.tooFew]).toBe(1);
    expect(shading.colors).toHaveLength(9);
  });

  test('filters both, and keeps the edges while classes are locked', () => {
    const filters = { ...NO_FILTERS, classes: { sex: ['male'] } };
    const all = paint({ question: POOR });
    const boys = paint({ question: POOR, filters });
    expect(layerOf(boys, 'overlay')?.measure.table.denominator[0]).toBe(50);
    expect(boys.measure.table.denominator[0]).toBe(50);
    expect([...(layerOf(boys, 'overlay')?.bivariate.secondEdges ?? [])]).toEqual([
      ...(layerOf(all, 'overlay')?.bivariate.secondEdges ?? ['none']),
    ]);
  });

  test('is told in both languages: sentence, legend, area', () => {
    const picture = paint({ question: POOR });
    expect(sentenceOf(picture, id, createFormat(id)).title).toBe(
      'Prevalensi stunting dan kemiskinan ekstrem (proksi: desil 1) per kelurahan, Agustus 2026',
    );
    expect(sentenceOf(picture, en, createFormat(en)).title).toContain('extreme poverty');
    const { grid, classes } = legendWords(picture, id, createFormat(id));
    expect(classes).toEqual([]);
    expect(grid?.cells[8]?.name).toBe('stunting tinggi, kemiskinan ekstrem tinggi: 1 kelurahan');
    expect(grid?.across.classes).toEqual(['rendah < 10,0', 'sedang 10,0 – < 20,0', 'tinggi ≥ 20,0']);
    expect(areaWords(picture, 1, id, createFormat(id)).more).toEqual([
      'Kemiskinan ekstrem: 20,0\u00a0% (20 dari 100)',
      'stunting tinggi, kemiskinan ekstrem tinggi',
    ]);
    expect(areaWords(picture, 3, id, createFormat(id)).more).toEqual([
      'Kemiskinan ekstrem: terlalu sedikit (N < 30) (5 dari 10)',
    ]);
  });
});

describe('a picture of two periods', () => {
  test('goes from the earlier to the later, whichever is looked at', () => {
    const forward = paint({ question: against(JULY) });
    const back = paint({ period: JULY, question: against(AUGUST) });
    for (const picture of [forward, back]) {
      const change = layerOf(picture, 'change');
      expect(change && [change.earlier, change.later]).toEqual([JULY, AUGUST]);
      expect(change && [...change.change.verdict]).toEqual([
        Verdict.down,
        Verdict.up,
        Verdict.unclear,
        Verdict.none,
        Verdict.none,
      ]);
      expect(change?.verdicts).toEqual([0, 1, 1, 1]);
    }
    // The third has no evidence: the fifth class, pale.
    expect([...forward.shading.classOf]).toEqual([0, 6, 7 + 4, NO_CLASS, NO_CLASS]);
    expect(forward.shading.colors[7 + 4]).toBe(pale(forward.shading.colors[4] ?? ''));
    expect(forward.shading.hatched && [...forward.shading.hatched]).toEqual([0, 0, 1, 0, 0]);
    expect([...forward.shading.status]).toEqual([0, 0, 0, CellStatus.tooFew, CellStatus.notReported]);
  });

  test('is told: both periods, points, interval, who was measured', () => {
    const picture = paint({ question: against(JULY) });
    const { title, parts } = sentenceOf(picture, id, createFormat(id));
    expect(title).toBe(
      'Prevalensi stunting per kelurahan, Agustus 2026 dibandingkan dengan Juli 2026, selisih poin persen',
    );
    expect(parts[0]).toMatch(
      /^Juli 2026: 16,3\u00a0% stunting: 65 dari 400 balita diukur, 4 dari 5 kelurahan melapor/,
    );
    const more = areaWords(picture, 0, id, createFormat(id)).more;
    expect(more[0]).toBe('Juli 2026: 30,0\u00a0% (30 dari 100)');
    expect(more[1]).toMatch(/^selisih −25,0 poin; 95 %: −3\d,\d s\.d\. −1\d,\d; turun$/);
    expect(more[2]).toBe('balita diukur (D): 50 → 50');
    const legend = legendWords(picture, id, createFormat(id));
    expect(legend.classes.map(({ count }) => count)).toEqual(['1', '0', '0', '0', '1', '0', '1']);
    expect(legend.notes[0]).toBe('naik 1 · turun 1 · tak cukup bukti 1');
    expect(legend.notes[1]).toContain('Selang masing-masing tanpa 0: naik 1, turun 1.');
  });

  test('of coverage has no verdict and no hatch', () => {
    const picture = paint({ indicator: 'coverage', question: against(JULY) });
    const { shading } = picture;
    const change = layerOf(picture, 'change');
    expect(change?.verdicts.slice(1)).toEqual([0, 0, 0]);
    expect(shading.hatched?.some((each) => each === 1)).toBe(false);
  });

  test('runs again only what a change of the selection does not leave alone', () => {
    const painter = createPainter();
    const view = { ...OPENING, question: against(JULY) };
    const before = painter(ATLAS, view);
    const after = painter(ATLAS, { ...view, selected: [] });
    expect(before?.layer.kind).toBe('change');
    expect(after?.layer).toBe(before?.layer);
    expect(after?.shading).toBe(before?.shading);
  });
});

describe('a view keeps in itself', () => {
  const PERIODS = ['2025-09', '2026-08', '2026-09', '2026-10', '2025', '2026'].map((id) => id as Period);
  const manifest = { ...ATLAS.manifest, periods: PERIODS.map((id) => ({ id, complete: true })) };
  const at = (patch: Partial<View>): View => ({ ...OPENING, period: '2026-09' as Period, ...patch });

  test('an overlay or a comparison, of rates', () => {
    const counts = at({ measure: 'count' });
    const overlaid = settleView(counts, { question: POOR }, manifest);
    expect([overlaid.measure, overlaid.question]).toEqual(['rate', POOR]);
    const compared = settleView(overlaid, { question: against('2025-09' as Period) }, manifest);
    expect(compared.question).toEqual(against('2025-09' as Period));
    const counted = settleView(compared, { measure: 'count' }, manifest);
    expect([counted.measure, counted.question]).toEqual(['count', SINGLE]);
    expect(settleView(overlaid, { indicator: 'extreme-poverty' }, manifest).question).toEqual(SINGLE);
  });

  test.each([
    ['2026-08', '2026-10', '2026-09'],
    ['2025-09', '2026', '2025'],
    ['2026-10', '2026-08', '2026-10'],
    ['2026-10', '2026-10', null],
  ])('compared with %s, at %s it is compared with %s', (comparedWith, period, expected) => {
    const view = at({ question: against(comparedWith as Period) });
    expect(settleView(view, { period: period as Period }, manifest).question).toEqual(
      expected === null ? SINGLE : against(expected as Period),
    );
  });

  test('nothing that the picture would pass over', () => {
    const ids: readonly IndicatorId[] = ['stunting', 'wasting', 'extreme-poverty', 'coverage'];
    const period = fc.constantFrom(...PERIODS);
    const patch: fc.Arbitrary<Partial<View>> = fc.record(
      {
        indicator: fc.constantFrom(...ids),
        measure: fc.constantFrom('rate' as const, 'count' as const),
        period,
        question: fc.oneof(
          fc.constant(SINGLE),
          period.map(against),
          fc
            .constantFrom(...ids)
            .map((indicator): Overlay => ({ kind: 'overlay', indicator, classes: { kind: 'bands' } })),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 6 }), (patches) => {
        const store = createAppStore();
        store.setState({ atlas: { ...ATLAS, manifest }, view: at({}) });
        for (const each of patches) setView(store, each);
        const { view } = store.getState();
        if (!view) throw new Error('there is no view');
        const { question } = view;
        if (view.measure === 'count') expect(question).toEqual(SINGLE);
        if (question.kind === 'overlay') expect(question.indicator).not.toBe(view.indicator);
        if (question.kind !== 'change') return;
        expect(periodKind(question.comparedWith)).toBe(periodKind(view.period));
        expect(question.comparedWith).not.toBe(view.period);
      }),
    );
  });
});

describe('what is talked about', () => {
  const listOf = (patch: Partial<View>) =>
    talkList({ picture: paint(patch), words: id, format: createFormat(id) });

  test('of one indicator is its ranking', () => {
    const { areas, places, caption, columns } = listOf({});
    expect([...areas]).toEqual([1, 2, 4, 0]);
    expect([...places]).toEqual([1, 2, 3, 4]);
    expect(caption).toBeNull();
    expect(columns.map(({ write }) => write(1))).toEqual(['30,0']);
  });

  test('of two indicators are the areas that are high in both, in the color of their class', () => {
    const picture = paint({ question: POOR });
    const { areas, caption, color, columns } = listOf({ question: POOR });
    expect([...areas]).toEqual([1]);
    expect(caption).toBe('stunting tinggi, kemiskinan ekstrem tinggi: 1 kelurahan');
    expect(color).toBe(picture.shading.colors[8]);
    expect(columns.map(({ header, write }) => `${header} ${write(1)}`)).toEqual(['% → 30,0', '% ↑ 20,0']);
  });

  test('of two periods is what became worse: rising stunting, falling coverage', () => {
    const { areas, columns, caption } = listOf({ question: against(JULY) });
    // +25, +2 and -25 points.
    expect([...areas]).toEqual([1, 2, 0]);
    expect(caption).toBe(id.presentation.rises);
    expect(columns.map(({ write }) => write(0))).toEqual(['−25,0']);
    expect(columns.map(({ isSure }) => [isSure(1), isSure(2)])).toEqual([[true, false]]);
    expect(listOf({ indicator: 'coverage', question: against(JULY) }).caption).toBe(id.presentation.falls);
  });
});

test('fewer classes than asked for are said', () => {
  const asked = (classes: number) => {
    const picture = paint({ classification: { kind: 'natural-breaks', classes } });
    return { made: picture.classification.classes, about: legendWords(picture, id, createFormat(id)).about };
  };
  const many = asked(7);
  expect(many.made).toBeLessThan(7);
  expect(many.about).toContain(`${many.made} kelas dari 7 yang diminta`);
  const few = asked(2);
  expect(few.made).toBe(2);
  expect(few.about).not.toContain('yang diminta');
});

import { describe, expect, test } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import { quadrantSums } from '#core/quadrant.ts';
import type { View } from '#core/view.ts';
import type { Atlas } from '#picture/atlas.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { scatterAxes } from '#picture/scatter-axes.ts';
import { axisLine, lineKey, plotted } from '#picture/scatter-points.ts';
import { datasetOf, JULY, repeat, tableOf } from '#tests/core/small-city.ts';
import { atlasOf } from '#tests/state/kept-view.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { lineLabel, quadrantNames, quadrantWords, ruleWords, shareWords } from '#words/quadrant-words.ts';

const SHAPE = [3, 2];
/** 12 of 60, 9 of 100, 2 of 40, nobody in the fourth, 5 of 20: too few for a rate. */
const CHILDREN = [
  [12, 60],
  [9, 100],
  [2, 40],
  [0, 0],
  [5, 20],
].flatMap(([n = 0, all = 0], village) => [
  ...repeat(n, village, { stunting: 'severe', wasting: 'none' }),
  ...repeat(all - n, village, { stunting: 'none', wasting: 'none' }),
]);
const dataset = datasetOf({
  villagesPerDistrict: SHAPE,
  tables: [tableOf(CHILDREN, SHAPE, { dimensions: ['stunting', 'wasting'], periods: [JULY] })],
  periods: [JULY],
});
const atlas: Atlas = { ...atlasOf(SHAPE), ...dataset, dataset };
const paint = createPainter();
const pictureOf = (patch: Partial<View> = {}) =>
  paint(atlas, { ...openingView(dataset.manifest), ...patch })!;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const NOTHING = { x: null, y: null };

describe('axes', () => {
  test('prevalence by number of cases unless chosen, or a second indicator lies over', () => {
    const axes = scatterAxes(pictureOf(), NOTHING);
    expect(axes).toMatchObject({
      y: { indicator: 'stunting', measure: 'rate' },
      x: { indicator: 'stunting', measure: 'count' },
      pair: 'burden',
    });
    expect(scatterAxes(pictureOf(), axes.ready('two')).pair).toBe('two');
    const question = { kind: 'overlay', indicator: 'wasting', classes: { kind: 'tertiles' } } as const;
    const over = scatterAxes(pictureOf({ question }), NOTHING);
    expect([over.pair, over.x]).toEqual(['two', { indicator: 'wasting', measure: 'rate' }]);
    expect(scatterAxes(pictureOf({ question }), over.ready('burden')).pair).toBe('burden');
  });

  test('what this data cannot answer gives way, and of coverage no cases are offered', () => {
    const x = { indicator: 'extreme-poverty', measure: 'rate' } as const;
    expect(scatterAxes(pictureOf(), { x, y: null }).x.indicator).toBe('stunting');
    const coverage = scatterAxes(pictureOf({ indicator: 'coverage' }), NOTHING);
    expect([coverage.burdenKnown, coverage.pair]).toEqual([false, 'two']);
    expect(coverage.offered.filter(({ indicator }) => indicator === 'coverage')).toHaveLength(1);
  });
});

describe('prevalence by number of cases', () => {
  const picture = pictureOf();
  const telling = { picture, words: id, format: createFormat(id) };
  const { x, y } = scatterAxes(picture, NOTHING);
  const data = plotted(dataset, picture.view, x, y);
  const lines = { x: axisLine(data.x, undefined), y: axisLine(data.y, undefined) };
  const sums = quadrantSums(data.points, { x: lines.x.at, y: lines.y.at });
  const names = quadrantNames(data, id);

  test('draws areas that have both, and keeps the reasons of the others', () => {
    expect(data.points.map(({ index, x: n, y: rate }) => [index, n, rate])).toEqual([
      [0, 12, 0.2],
      [1, 9, 0.09],
      [2, 2, 0.05],
    ]);
    expect(data.without).toEqual([3, 4].map((index) => ({ index, status: CellStatus.tooFew })));
  });

  test('divides at the rate of the city, 28 of 220, and at the mean of 12, 9, 2 and 5', () => {
    expect(lines).toEqual({ x: { at: 7, kind: 'mean' }, y: { at: 0.127, kind: 'city' } });
    expect(sums).toEqual({
      both: { areas: 1, cases: 12 },
      onlyX: { areas: 1, cases: 9 },
      onlyY: { areas: 0, cases: 0 },
      neither: { areas: 1, cases: 2 },
    });
    expect(names.onlyX).toBe('rendah, banyak');
    expect([plain(lineLabel(data.y, lines.y, telling)), lineLabel(data.x, lines.x, telling)]).toEqual([
      'kota 12,7 %',
      'rata-rata 7',
    ]);
    expect(axisLine(data.x, 10)).toEqual({ at: 10, kind: 'own' });
    expect(lineKey('village', data.x)).not.toBe(lineKey('district', data.x));
  });

  test('in sentences, with all of which each is a part', () => {
    expect(plain(quadrantWords(data, sums, names, telling))).toBe(
      '3 kelurahan digambar. Tinggi dan banyak: 1 kelurahan, dengan 12 dari 28 balita stunting (42,9 %). ' +
        'Tanpa nilai: 2 terlalu sedikit (N < 30). Di luar gambar: 5 dari 28 balita stunting (17,9 %).',
    );
    expect(plain(ruleWords(data, lines, telling))).toContain(
      'Stunting tinggi: di atas nilai kota (12,7 %). ' +
        'Jumlah balita stunting banyak: di atas rata-rata per kelurahan (7).',
    );
    expect(plain(shareWords(sums!.onlyX, data.cases!, telling))).toBe('9 kasus · 32,1 %');
  });

  test('rates of few children are drawn where the view shows them', () => {
    const shown = plotted(dataset, { ...picture.view, showSmallRates: true }, x, y);
    expect(shown.points.map(({ index }) => index)).toEqual([0, 1, 2, 4]);
  });
});

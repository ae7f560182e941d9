import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaTable, CellStatus } from '#core/area-table.ts';
import type { RateVariance } from '#core/empirical-bayes.ts';
import { funnelLimits } from '#core/funnel.ts';
import { NO_PATTERN, PATTERNS, TIERS } from '#core/hotspot-pattern.ts';
import { hotspotMap } from '#core/hotspots.ts';
import { graphOf } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import { NO_FILTERS } from '#core/view.ts';
import { funnelData, limitCurves } from '#picture/funnel-points.ts';
import { DEFAULT_HOTSPOTS, type HotspotLayer, hotspotLayer } from '#picture/hotspot-layer.ts';
import { RING_COLORS } from '#picture/hotspot-look.ts';
import { moranPlot, spanScale } from '#picture/moran-points.ts';
import type { Picture } from '#picture/picture.ts';
import { dotsOver, MOST_DOTS, type PlaneDot } from '#picture/plane-dots.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { funnelMeanLabel, funnelNote, funnelWords, moranWords } from '#words/hotspot-chart-words.ts';
import { id } from '#words/id.ts';

const SIDE = 8;
const AREAS = SIDE * SIDE;
const column = (i: number) => i % SIDE;
const row = (i: number) => Math.floor(i / SIDE);
/** Alone once its two neighbors have not reported. */
const CORNER = AREAS - 1;
const SILENT = [CORNER - 1, CORNER - SIDE];
const SMALL = 5;

/** A chessboard whose fields touch their four neighbors. */
const BOARD = graphOf(
  Array.from({ length: AREAS }, (_, i) =>
    Array.from({ length: AREAS }, (_, j) => j).filter(
      (j) => Math.abs(column(i) - column(j)) + Math.abs(row(i) - row(j)) === 1,
    ),
  ),
  { kind: 'rook' },
);

/** Nine fields in a corner are high, the rest varies a little; one is small. */
const rate = (i: number) => (column(i) < 3 && row(i) < 3 ? 0.5 : 0.2 + 0.02 * ((i * 7) % 3));

function layerOf(
  rateOf: (i: number) => number,
  silent: readonly number[] = [],
  variance: RateVariance = 'binomial',
): HotspotLayer {
  const known = Array.from({ length: AREAS }, (_, i) => !silent.includes(i));
  const columnOf = (value: (i: number) => number) =>
    Float64Array.from(known, (is, i) => (is ? value(i) : Number.NaN));
  const people = (i: number) => (i === SMALL ? 10 : 200);
  const [numerator, denominator] = [columnOf((i) => Math.round(people(i) * rateOf(i))), columnOf(people)];
  const status = Uint8Array.from(known, (is) => (is ? CellStatus.observed : CellStatus.notReported));
  const map = finished(
    hotspotMap({
      method: 'clusters',
      counts: { numerator, denominator },
      variance,
      second: null,
      graph: BOARD,
      codes: known.map((_, i) => String(i).padStart(3, '0')),
      centroids: known.map((_, i) => [column(i), row(i)]),
      permutations: 9_999,
      seed: 1,
    }),
  );
  const table = { numerator, denominator, status } as unknown as AreaTable;
  const input = { choice: DEFAULT_HOTSPOTS, table, second: null } as unknown as HotspotLayer['input'];
  const answer = { map, graph: BOARD } as unknown as HotspotLayer['answer'];
  return hotspotLayer(input, answer);
}

const whole = layerOf(rate);
const holed = layerOf(rate, SILENT);
const telling = (words: typeof id, city = { numerator: 1, denominator: 5 }) => ({
  picture: {
    view: { filters: NO_FILTERS, indicator: 'stunting' },
    indicator: { id: 'stunting', unit: 'child' },
    atlas: { manifest: { minimumCell: null }, coverage: { periods: [] } },
    totals: { city },
  } as unknown as Picture,
  words,
  format: createFormat(words),
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('an axis that need not begin at 0 has few round ticks around every value', () => {
  expect(spanScale([-1.3, 2.6], 5).ticks).toEqual([-2, -1, 0, 1, 2, 3]);
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const { start, end, ticks } = spanScale(values, 5);
      expect(start).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
      expect(end).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
      expect(ticks.every((tick, k) => k === 0 || tick > ticks[k - 1]!)).toBe(true);
      expect([ticks[0], ticks.at(-1)]).toEqual([start, end]);
      expect(ticks.length).toBeLessThanOrEqual(9);
    }),
  );
});

describe('Moran scatter', () => {
  test('quadrants are those of the tested patterns, and lie around the center', () => {
    const { dots, center, quadrants } = moranPlot(whole);
    expect(dots).toHaveLength(AREAS);
    const { pattern } = whole.answer.map;
    for (const { index, x, y, quadrant } of dots) {
      expect(`${x > center ? 'high' : 'low'}-${y > center ? 'high' : 'low'}`).toBe(quadrant);
      if (pattern[index] !== NO_PATTERN) expect(PATTERNS[pattern[index]!]).toBe(quadrant);
    }
    expect(quadrants['high-high']).toBe(dots.filter(({ quadrant }) => quadrant === 'high-high').length);
    expect(Object.values(quadrants).reduce((sum, count) => sum + count)).toBe(AREAS);
  });

  test('the line has the slope of the least squares, and holds the mean', () => {
    const { dots, line } = moranPlot(whole);
    const center = dots.reduce((total, { x }) => total + x, 0) / dots.length;
    const sum = (of: (dot: (typeof dots)[number]) => number) =>
      dots.reduce((total, dot) => total + of(dot), 0);
    const slope =
      sum(({ x, y }) => (x - center) * (y - center)) / sum(({ x }) => (x - center) * (x - center));
    const [[x0, y0], [x1, y1]] = line!;
    expect((y1 - y0) / (x1 - x0)).toBeCloseTo(slope, 10);
    expect(y0 + slope * (center - x0)).toBeCloseTo(center, 10);
  });

  test('is strong where the evidence is', () => {
    const { tier } = whole.answer.map;
    const looks = { none: 'faint', p05: 'ring', p01: 'ring', fdr: 'filled' } as const;
    const { dots } = moranPlot(whole);
    for (const { index, look } of dots) expect(look).toBe(looks[TIERS[tier[index]!]!]);
    const inside = dots.find(({ index }) => index === SIDE + 1)!;
    expect([inside.look, inside.color]).toEqual(['filled', RING_COLORS['high-high']]);
  });

  test('says who is not in it, and why', () => {
    const plot = moranPlot(holed);
    expect(plot.alone).toBe(1);
    expect(plot.dots).toHaveLength(AREAS - 3);
    const { quadrants } = plot;
    expect(moranWords(telling(id), plot)).toBe(
      `${quadrants['high-high']} tinggi di antara tinggi, ${quadrants['low-low']} rendah di antara rendah, ` +
        `${quadrants['high-low']} tinggi di antara rendah, ${quadrants['low-high']} rendah di antara tinggi. ` +
        '1 wilayah tanpa tetangga yang punya angka tidak digambar. Tanpa nilai: 2 tidak melapor.',
    );
    expect(moranWords(telling(en), plot)).toContain('Not drawn, without a neighbor that has a figure: 1.');
  });
});

describe('funnel', () => {
  test('verdicts lie where the limits say, and few children do not leave an area out', () => {
    const { dots, shape, verdicts, without } = funnelData(holed)!;
    expect(dots).toHaveLength(AREAS - SILENT.length);
    expect(without.map(({ status }) => status)).toEqual([CellStatus.notReported, CellStatus.notReported]);
    expect(dots.find(({ index }) => index === SMALL)).toMatchObject({ x: 10, cases: 2, y: 0.2 });
    for (const { x, y, verdict, look } of dots) {
      const [[low, high], [lowest, highest]] = [funnelLimits(shape, x, 0.95), funnelLimits(shape, x, 0.998)];
      const above = y > highest ? 'above' : y > high ? 'above-warning' : 'within';
      expect(verdict).toBe(y < lowest ? 'below' : y < low ? 'below-warning' : above);
      expect(look === 'faint').toBe(verdict === 'within');
    }
    expect(Object.values(verdicts).reduce((sum, count) => sum + count)).toBe(dots.length);
    expect(verdicts.above + verdicts['above-warning']).toBe(9);
  });

  test('limits hold each other and the mean, from 1 child on', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.integer({ min: 1, max: 20_000 }),
        (mean, overdispersion, most) => {
          const limits = limitCurves({ mean, overdispersion, between: 0 }, most);
          expect([limits[0]!.N, limits.at(-1)!.N]).toEqual([1, most]);
          expect(limits.length).toBeLessThanOrEqual(80);
          for (const [k, { N, inner, outer }] of limits.entries()) {
            if (k > 0) expect(N).toBeGreaterThan(limits[k - 1]!.N);
            const ordered = [outer[0], inner[0], mean, inner[1], outer[1]];
            expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('in sentences, widened limits and missing areas too', () => {
    const data = funnelData(holed)!;
    const { verdicts, chanceVerdicts: chance } = data;
    expect(chance.above).toBeGreaterThanOrEqual(verdicts.above);
    expect(funnelNote(id, data.shape)).toContain('tidak luar biasa di antara wilayah ini');
    expect(data.shape.overdispersion).toBeGreaterThan(1);
    expect(plain(funnelWords(telling(id), data))).toMatch(
      new RegExp(
        `^${verdicts.above} di atas dan ${verdicts.below} di bawah batas 99,8 % dari 62 wilayah\\. ` +
          `${verdicts['above-warning']} lagi di atas dan ${verdicts['below-warning']} lagi di bawah batas 95 % saja\\. ` +
          'Batas dilebarkan: nilai wilayah berbeda \\d+,\\d\\d kali ragam kebetulan; di dalam batas berarti ' +
          'tidak luar biasa di antara wilayah ini\\. ' +
          `Tanpa pelebaran, terhadap kebetulan saja: ${chance.above} di atas dan ${chance.below} di bawah batas 99,8 %, ` +
          `${chance['above-warning'] + chance['below-warning']} lagi di luar batas 95 %\\. ` +
          'Tanpa nilai: 2 tidak melapor\\.$',
      ),
    );
    const calm = funnelData(layerOf((i) => 0.3 + 0.005 * (i % 2)))!;
    expect(calm.shape.overdispersion).toBeLessThan(1);
    expect(funnelNote(id, calm.shape)).toContain('bisa karena kebetulan');
    expect(funnelWords(telling(en), calm)).toBe(
      '0 above and 0 below the 99.8% limits, of 64 areas. 0 more above and 0 more below the 95% limits only.',
    );
  });

  test('no limits where all areas together have no one, or more than everyone', () => {
    for (const [each, mean] of [
      [0, '0,0 %'],
      [1.2, '120,2 %'],
    ] as const) {
      const data = funnelData(
        // D may exceed S.
        layerOf((i) => each * (1 + 0.1 * (i % 2 === 0 ? 1 : -1)), [], 'poisson'),
      )!;
      expect(data.limits).toEqual([]);
      expect(data.dots.every(({ verdict, look }) => verdict === null && look === 'faint')).toBe(true);
      expect(plain(funnelWords(telling(id), data))).toContain(`Batas tidak dapat dihitung`);
      expect(plain(funnelMeanLabel(telling(id), data.shape))).toBe(`semua wilayah ${mean}`);
    }
  });

  test("its line is the city's only where the city has just that value", () => {
    const shape = { mean: 0.2, overdispersion: 1, between: 0 };
    expect(plain(funnelMeanLabel(telling(id), shape))).toBe('kota 20,0 %');
    expect(plain(funnelMeanLabel(telling(id, { numerator: 21, denominator: 100 }), shape))).toBe(
      'semua wilayah 20,0 %',
    );
  });
});

test('over a lattice stand those that stand out, where they are few, and those marked', () => {
  const dot = (index: number, look: PlaneDot['look']): PlaneDot => ({
    index,
    look,
    x: 0,
    y: 0,
    color: '#000000',
  });
  const few = [dot(0, 'faint'), dot(1, 'ring'), dot(2, 'filled'), dot(3, 'faint')];
  const indices = (dots: readonly PlaneDot[]) => dots.map(({ index }) => index);
  expect(indices(dotsOver(few, (index) => index === 3))).toEqual([1, 2, 3]);
  const crowd = Array.from({ length: MOST_DOTS + 1 }, (_, index) => dot(index, 'ring'));
  expect(indices(dotsOver(crowd, (index) => index === 7))).toEqual([7]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#app/kit/range-form.tsx';
import { profileColumns, profileRows } from '#app/sheet/profile-rows.ts';
import type { AgeSexCell } from '#core/age-sex.ts';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import type { Period } from '#core/period.ts';
import { wilsonInterval } from '#core/rates.ts';
import type { SeriesLine } from '#core/series.ts';
import { NO_FILTERS } from '#core/view.ts';
import { chartScale } from '#picture/chart-scale.ts';
import { dotPlot } from '#picture/distribution-dots.ts';
import type { Picture } from '#picture/picture.ts';
import { latticeCounts } from '#picture/plane-dots.ts';
import { trendData } from '#picture/trend-lines.ts';
import { AUGUST, datasetOf, JULY, repeat, tableOf } from '#tests/core/small-city.ts';
import { ageSexWords, areaReasonsText, shortPeriod, trendWords } from '#words/chart-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';

const rates = {
  view: { measure: 'rate', indicator: 'stunting', filters: NO_FILTERS },
  indicator: { id: 'stunting', unit: 'child' },
  atlas: { manifest: { minimumCell: null } },
};
const telling = { picture: rates as unknown as Picture, words: id, format: createFormat(id) };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('scale', () => {
  test('round ticks', () => {
    expect(chartScale([0.468], 5, false).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(chartScale([3], 5, true).ticks).toEqual([0, 1, 2, 3]);
    expect(chartScale([Number.NaN], 5, false).end).toBe(0.1);
  });

  test('ascends from 0 and holds every value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.boolean(),
        (values, whole) => {
          const { end, ticks } = chartScale(values, 5, whole);
          expect(ticks[0]).toBe(0);
          expect(end).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-6));
          expect(ticks.every((tick, k) => k === 0 || tick > ticks[k - 1]!)).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});

test('every area with a value is one dot, and none without', () => {
  const value = fc.oneof(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
      const { dots, counts, tallest, width } = dotPlot(Float64Array.from(values), 0.5, 40);
      const known = values.flatMap((each, i) => (Number.isNaN(each) ? [] : [i]));
      expect(dots.map(({ index }) => index).sort((a, b) => a - b)).toEqual(known);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(known.length);
      expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(dots.length);
      expect(Math.max(1, ...dots.map(({ y }) => y))).toBe(tallest);
      for (const { index, x } of dots) expect(Math.abs(x - values[index]!)).toBeLessThanOrEqual(width);
    }),
  );
});

test('a lattice counts every point once', () => {
  const unit = { start: 0, end: 1 };
  const cells = latticeCounts(
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 0.999, y: 1 },
    ],
    { x: unit, y: unit },
    10,
  );
  expect(cells).toEqual([
    { column: 0, row: 0, count: 1 },
    { column: 9, row: 9, count: 2 },
  ]);
});

test('counts may be written in groups', () => {
  const texts = ['1.200', '1,200', '12.5', '1200'];
  expect(texts.map((text) => readNumber(text, true))).toEqual([1200, 1200, 12.5, 1200]);
});

test('numbers as either language writes them', () => {
  expect([readNumber('12,5'), readNumber(' 12.5 '), readNumber(''), readNumber('dua')]).toEqual([
    12.5,
    12.5,
    Number.NaN,
    null,
  ]);
});

test('short periods', () => {
  const all = ['2026-08', '2026-Q3', '2026-S2', '2026'] as Period[];
  expect(all.map((period) => shortPeriod(period, id))).toEqual(['Agu 26', 'III/26', 'SII/26', '2026']);
  expect(shortPeriod('2026-08' as Period, en)).toBe('Aug 26');
});

describe('in sentences', () => {
  test('a trend tells first, last, what is missing and why, and its target', () => {
    const line = {
      numerator: Float64Array.of(20, Number.NaN, 30),
      denominator: Float64Array.of(100, Number.NaN, 100),
      value: Float64Array.of(0.2, Number.NaN, 0.3),
      status: Uint8Array.of(CellStatus.observed, CellStatus.notReported, CellStatus.observed),
      low: new Float64Array(3),
      high: new Float64Array(3),
    };
    const periods = ['2026-07', '2026-08', '2026-09'] as Period[];
    expect(plain(trendWords(telling, { name: 'Oesapa', line, index: null }, periods, 0.25))).toBe(
      'Oesapa: 20,0 % pada Juli 2026, 30,0 % pada September 2026. ' +
        '1 dari 3 periode tanpa nilai (1 tidak melapor). ' +
        'Oesapa di atas target 25,0 % pada 1 dari 2 periode.',
    );
  });

  test('what was set aside is no silence, in its own period and of the area itself', () => {
    const coverage = {
      periods: ['2026-07', '2026-08'],
      areas: 2,
      status: Uint8Array.of(
        ...[ReportStatus.reported, ReportStatus.setAside],
        ...[ReportStatus.setAside, ReportStatus.notReported],
      ),
    };
    const picture = {
      ...rates,
      view: { ...rates.view, level: 'village', period: '2026-08' },
      atlas: { ...rates.atlas, coverage, manifest: { ...rates.atlas.manifest, tables: [] } },
    } as unknown as Picture;
    const absent = [0, 1].map((index) => ({ index, status: CellStatus.notReported }));
    expect(areaReasonsText(absent, { ...telling, picture })).toBe(
      '1 ada barisnya, disisihkan, 1 tidak melapor',
    );
    const line = {
      value: Float64Array.of(Number.NaN, Number.NaN),
      status: Uint8Array.of(CellStatus.notReported, CellStatus.notReported),
    } as SeriesLine;
    const periods = coverage.periods as Period[];
    const told = (index: AreaIndex | null) =>
      trendWords({ ...telling, picture }, { name: 'A', line, index }, periods, null);
    expect(told(1 as AreaIndex)).toContain('(1 ada barisnya, disisihkan, 1 tidak melapor)');
    expect(told(null)).toContain('(2 tidak melapor)');
  });

  test('age and sex tell the extremes with n of N, and who is not known', () => {
    const cell = (age: AgeSexCell['age'], sex: AgeSexCell['sex'], n: number, N: number): AgeSexCell => ({
      age,
      sex,
      numerator: n,
      denominator: N,
      value: n / N,
      low: 0,
      high: 1,
      status: CellStatus.observed,
    });
    const cells = [cell('0-5', 'male', 5, 50), cell('12-23', 'female', 20, 50), cell('0-5', 'unknown', 1, 4)];
    expect(plain(ageSexWords(telling, cells))).toBe(
      'Tertinggi pada perempuan 12–23 bulan: 40,0 % (20 dari 50); terendah pada laki-laki 0–5 bulan: ' +
        '10,0 % (5 dari 50). Umur atau jenis kelamin tidak diketahui: 1 dari 4.',
    );
  });
});

describe('from a dataset', () => {
  const shape = [2, 1];
  const members = [
    ...repeat(12, 0, { stunting: 'severe' }),
    ...repeat(48, 0, { stunting: 'none' }),
    ...repeat(60, 2, { stunting: 'none' }),
  ];
  const dataset = datasetOf({
    villagesPerDistrict: shape,
    tables: [tableOf(members, shape, { dimensions: ['stunting'], periods: [JULY, AUGUST] })],
    periods: [JULY, AUGUST],
  });
  const view = {
    level: 'village',
    indicator: 'stunting',
    period: JULY,
    filters: NO_FILTERS,
    showSmallRates: false,
  } as const;

  test('a profile has every indicator, with bands that the interval touches or a reason', () => {
    const rows = profileRows(profileColumns(dataset, view), 0 as AreaIndex, dataset.territory.districtOf);
    const stunting = rows.find(({ indicator }) => indicator.id === 'stunting')!;
    const [low, high] = wilsonInterval(12, 60);
    expect(stunting).toMatchObject({
      numerator: 12,
      denominator: 60,
      value: 0.2,
      low,
      high,
      inCity: { place: 1, of: 2 },
      inDistrict: { place: 1, of: 1 },
      // 12 of 120.
      city: 0.1,
      spine: { known: 2, center: 0.1, reach: 0.1 },
    });
    expect(stunting.bands).toEqual({ first: 2, own: 3, last: 4 });
    const wasting = rows.find(({ indicator }) => indicator.id === 'wasting')!;
    expect(wasting).toMatchObject({
      status: CellStatus.notApplicable,
      inCity: null,
      spine: null,
      bands: null,
    });
    expect(rows).toHaveLength(10);
  });

  test('a trend draws the city, the kecamatan and a few of the selection', () => {
    const asked = { ...view, indicator: 'stunting', measure: 'rate' } as const;
    const { lines, periods, chosen } = trendData(dataset, asked, [0, 2] as AreaIndex[]);
    expect(periods).toEqual([JULY, AUGUST]);
    expect(lines.map(({ kind, key }) => (kind === 'city' ? kind : key))).toEqual([
      'city',
      'd0',
      'd1',
      'd0v0',
      'd1v2',
    ]);
    expect(chosen).toBe(2);
    const counts = trendData(dataset, { ...asked, measure: 'count' }, [0] as AreaIndex[]);
    expect(counts.lines.map(({ kind }) => kind)).toEqual(['area']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { indicatorsOf, periodBeside } from '#core/counted-units.ts';
import { alignDataset } from '#core/dataset-alignment.ts';
import { datasetDigest } from '#core/dataset-digest.ts';
import { measureOf } from '#core/measure.ts';
import { comparePeriods, type Period } from '#core/period.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { indicatorOf, tabulate, tabulateTotals } from '#core/tabulation.ts';
import { NO_FILTERS } from '#core/view.ts';
import { JULY, tableOf } from './small-city.ts';
import { counted, unitCity, YEAR } from './unit-city.ts';

const at = (
  dataset: ReturnType<typeof unitCity>,
  indicator: Parameters<typeof indicatorOf>[1],
  period: Period,
) => {
  const { numerator, denominator, status } = tabulate(dataset, {
    level: 'village',
    indicator,
    period,
    filters: NO_FILTERS,
  });
  return [...numerator].map((n, i) => [n, denominator[i], status[i]]);
};
const { observed, notReported, notApplicable, tooFew } = CellStatus;

describe('families beside children', () => {
  const city = unitCity();

  test('each is counted from its own tables, and never from the other', () => {
    expect(at(city, 'stunting', JULY)).toEqual([
      [2, 10, observed],
      [0, 10, observed],
    ]);
    // 12 of 40 families; the second village has not handed in a list.
    expect(at(city, 'family-poverty', YEAR)).toEqual([
      [12, 40, observed],
      [Number.NaN, Number.NaN, notReported],
    ]);
    expect(at(city, 'stunting-risk', YEAR)[0]).toEqual([20, 40, observed]);
    // Nobody asked the families for deciles of children.
    expect(at(city, 'extreme-poverty', YEAR)[0]?.[2]).not.toBe(observed);
    expect(at(city, 'person-poverty', YEAR)[0]).toEqual([Number.NaN, Number.NaN, notApplicable]);
  });

  test('what came in of one says nothing of the other', () => {
    const asked = { level: 'village', period: YEAR, filters: NO_FILTERS } as const;
    expect(tabulateTotals(city, { ...asked, indicator: 'family-poverty' }).city).toMatchObject({
      numerator: 12,
      denominator: 40,
      reporting: 1,
      areas: 2,
    });
    expect(tabulateTotals(city, { ...asked, indicator: 'stunting', period: JULY }).city.reporting).toBe(2);
  });

  test('filters of children leave families unanswered', () => {
    const filters = { ...NO_FILTERS, classes: { poverty: ['1'] } };
    const asked = { level: 'village', indicator: 'family-poverty', period: YEAR, filters } as const;
    expect([...tabulate(city, asked).status]).toEqual([notApplicable, notApplicable]);
    expect(isAnswerable(city.manifest, indicatorOf(city, 'family-poverty'), filters)).toBe(false);
  });

  test('fewer than 30 families give no rate', () => {
    const few = unitCity({ families: [counted('1', 3), counted('5+', 26)] });
    const table = tabulate(few, {
      level: 'village',
      indicator: 'family-poverty',
      period: YEAR,
      filters: NO_FILTERS,
    });
    const options = { measure: 'rate', showSmallRates: false } as const;
    expect(measureOf(table, indicatorOf(few, 'family-poverty'), options).status[0]).toBe(tooFew);
  });

  test('a dataset offers what it counts', () => {
    const ids = indicatorsOf(city.manifest).map(({ id }) => id);
    expect(ids).toContain('stunting');
    expect(ids).toContain('family-poverty');
    expect(ids).not.toContain('person-poverty');
    const alone = { ...city.manifest, tables: city.manifest.tables.filter(({ unit }) => unit === 'family') };
    expect(indicatorsOf(alone).map(({ id }) => id)).toEqual(['family-poverty', 'stunting-risk']);
    expect(isAnswerable(alone, indicatorOf(city, 'coverage'))).toBe(false);
  });

  test('figures of families are part of the digest, and go along to other areas', () => {
    const other = unitCity({ families: [counted('1', 13), counted('5+', 27)] });
    expect(datasetDigest(other)).not.toBe(datasetDigest(city));
    const late = { ...city.unitCoverage!.family!, status: Uint8Array.of(0, ReportStatus.setAside) };
    expect(datasetDigest({ ...city, unitCoverage: { family: late } })).not.toBe(datasetDigest(city));
    expect(at(alignDataset(city, city.territory).dataset, 'family-poverty', YEAR)).toEqual(
      at(city, 'family-poverty', YEAR),
    );
  });
});

describe('the period that stands beside another', () => {
  const period = (id: string) => id as Period;
  const manifest = (...families: readonly string[]) => ({
    periods: [
      ...['2026-02', '2026-08'].map((id) => ({ id: period(id), complete: true, units: ['child' as const] })),
      ...families.map((id) => ({ id: period(id), complete: true, units: ['family' as const] })),
    ],
  });

  test.each([
    ['the year in which the month lies', ['2025', '2026', '2027'], '2026'],
    ['a semester before its year', ['2026', '2026-S1'], '2026-S1'],
    ['the last that ended before', ['2023', '2025', '2027'], '2025'],
    ['the first after, where none ended before', ['2027', '2028'], '2027'],
    ['the month itself', ['2026', '2026-02'], '2026-02'],
    ['the period asked for, where the unit is never counted', [], '2026-02'],
  ])('is %s', (_, families, expected) => {
    expect(periodBeside(manifest(...families), 'family', period('2026-02'))).toBe(expected);
  });

  test('of children beside a year of families is the last month of theirs that ended in it', () => {
    expect(periodBeside(manifest('2026'), 'child', period('2026'))).toBe('2026-08');
  });

  test('is always one in which the unit is counted', () => {
    const ids = fc.constantFrom('2024', '2025', '2026-S1', '2026-Q2', '2026-05', '2027').map(period);
    fc.assert(
      fc.property(fc.uniqueArray(ids, { minLength: 1 }), ids, (own, asked) => {
        const found = periodBeside(manifest(...own), 'family', asked);
        expect(own).toContain(found);
        if (own.includes(asked)) expect(found).toBe(asked);
        const later = own.filter((id) => comparePeriods(id, asked) > 0);
        // Never one from before where a later one holds the period asked for.
        if (own.every((id) => later.includes(id))) expect(later).toContain(found);
      }),
    );
  });
});

test('tables of one unit may be crossed in children of nobody else', () => {
  const city = unitCity();
  const mixed = tableOf([], [2], { dimensions: ['poverty'], periods: [YEAR] });
  // A table of children in the period of families answers for children alone.
  const dataset = { ...city, tables: [...city.tables, mixed] };
  expect(at(dataset, 'family-poverty', YEAR)[0 as AreaIndex]).toEqual([12, 40, observed]);
});

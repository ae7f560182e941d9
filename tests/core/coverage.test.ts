import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { coverageOf, coverageRate, coverageSum, villageCoverage } from '#core/coverage.ts';
import { tabulate, tabulateTotals } from '#core/tabulation.ts';
import { NO_FILTERS } from '#core/view.ts';
import { AUGUST, datasetOf, JULY } from './small-city.ts';

const { observed, notReported, notApplicable, noDenominator } = CellStatus;
const QUESTION = { level: 'village', indicator: 'coverage', period: JULY, filters: NO_FILTERS } as const;

describe('D and S', () => {
  const dataset = datasetOf({
    villagesPerDistrict: [2, 2, 1],
    tables: [],
    target: [100, Number.NaN, 40, 60, 0],
    measured: [80, 50, 30, Number.NaN, 4],
    notReported: [3],
  });
  const { coverage, territory } = dataset;

  test('of a village as reported, each alone', () => {
    const { measured, target, status } = villageCoverage(coverage, JULY);
    expect([...measured]).toEqual([80, 50, 30, Number.NaN, 4]);
    expect([...target]).toEqual([100, Number.NaN, 40, 60, 0]);
    expect([...status]).toEqual([observed, notApplicable, observed, notReported, noDenominator]);
  });

  test('of a district: unknown where one that reported lacks S, without those that have not', () => {
    const { measured, target, status } = coverageOf(coverage, territory, 'district', JULY);
    expect([...measured]).toEqual([Number.NaN, 30, 4]);
    expect([...target]).toEqual([Number.NaN, 40, 0]);
    expect([...status]).toEqual([notApplicable, observed, noDenominator]);
  });

  test('of some areas, each once; of none', () => {
    const villages = villageCoverage(coverage, JULY);
    expect(coverageSum(villages, [0, 2, 3, 0])).toEqual({ measured: 110, target: 140, status: observed });
    expect(coverageSum(villages, [0, 1]).status).toBe(notApplicable);
    expect(coverageSum(villages, [3]).status).toBe(notReported);
    expect(coverageSum(villages, []).status).toBe(notApplicable);
  });

  test('of a period that is not held: nobody has reported', () => {
    const { measured, status } = coverageOf(coverage, territory, 'village', AUGUST);
    expect(new Set(status)).toEqual(new Set([notReported]));
    expect([...measured].every(Number.isNaN)).toBe(true);
  });

  test('D/S has no value without a target', () => {
    expect([coverageRate(80, 100), coverageRate(4, 0), coverageRate(4, Number.NaN)]).toEqual([
      0.8,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

const child = fc.oneof(fc.nat(200), fc.constant(Number.NaN));
const village = fc.record({
  target: child,
  measured: child,
  report: fc.constantFrom(...Object.values(ReportStatus)),
});

test('law: the map of coverage and the D and S of every level, group and total are the same numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(village, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (city) => {
        const rows = city.flat();
        const rowsWith = (report: number) => [...rows.keys()].filter((i) => rows[i]!.report === report);
        const dataset = datasetOf({
          villagesPerDistrict: city.map(({ length }) => length),
          tables: [],
          target: rows.map(({ target }) => target),
          measured: rows.map(({ measured }) => measured),
          notReported: rowsWith(ReportStatus.notReported),
          incomplete: rowsWith(ReportStatus.incomplete),
          setAside: rowsWith(ReportStatus.setAside),
        });
        const { coverage, territory } = dataset;
        for (const level of ['village', 'district'] as const) {
          const map = tabulate(dataset, { ...QUESTION, level });
          const table = coverageOf(coverage, territory, level, JULY);
          expect(table.status).toEqual(map.status);
          for (const [i, status] of map.status.entries()) {
            if (status !== observed && status !== noDenominator) continue;
            expect([table.measured[i], table.target[i]]).toEqual([map.numerator[i], map.denominator[i]]);
          }
          const all = coverageSum(table, table.status.keys());
          const { city: total } = tabulateTotals(dataset, QUESTION);
          expect([all.measured, all.target, all.status]).toEqual([
            total.numerator,
            total.denominator,
            total.status,
          ]);
        }
      },
    ),
  );
});

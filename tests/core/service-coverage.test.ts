import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import type { Period } from '#core/period.ts';
import { ESSENTIAL_SERVICES, SERVICE_CATALOGUES, SERVICES_2025 } from '#core/service-catalogue.ts';
import {
  atTarget,
  type ServiceTable,
  serviceCell,
  serviceCells,
  serviceStatus,
  serviceSum,
  shortfall,
  worstServices,
} from '#core/service-coverage.ts';
import { catalogueFault, missingIndicators, type ServiceIndicator } from '#core/service-indicator.ts';

const indicator = (rest: Partial<ServiceIndicator> = {}): ServiceIndicator => ({
  ...ESSENTIAL_SERVICES.indicators[0]!,
  unit: 'child',
  target: 90,
  targetOrigin: 'own',
  ...rest,
});

test('the catalogue of 2022 is whole, that of 2025 says what it lacks, and neither is at fault', () => {
  for (const catalogue of SERVICE_CATALOGUES) expect(catalogueFault(catalogue)).toBeNull();
  const ids = ESSENTIAL_SERVICES.indicators.map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 29 }, (_, k) => `E${String(k + 1).padStart(2, '0')}`));
  expect(missingIndicators(ESSENTIAL_SERVICES)).toBe(0);
  expect(missingIndicators(SERVICES_2025)).toBe(31 - SERVICES_2025.indicators.length);
  expect(SERVICES_2025.indicators.filter(({ target }) => target !== null)).toEqual([]);
  const inverted = ESSENTIAL_SERVICES.indicators.filter(({ polarity }) => polarity === 'less-is-better');
  expect(inverted.map(({ id, target }) => [id, target])).toEqual([
    ['E12', 7.4],
    ['E13', 15.5],
  ]);
});

test('a catalogue at fault says how', () => {
  const fault = (indicators: readonly ServiceIndicator[]) => catalogueFault({ indicators })?.fault ?? null;
  expect(fault([indicator({ id: ' ' })])).toBe('id-empty');
  expect(fault([indicator(), indicator()])).toBe('id-twice');
  expect(fault([indicator({ target: 101 })])).toBe('target-range');
  expect(fault([indicator({ target: null })])).toBe('target-origin');
});

test('a zero of the form, a zero of service, no target group and an empty cell are four things', () => {
  expect(serviceCell(0, 40, false).state).toBe('zero');
  expect(serviceCell(0, 40, true).state).toBe('observed');
  expect(serviceCell(0, 0, false).state).toBe('noTarget');
  expect(serviceCell(Number.NaN, 40, true).state).toBe('missing');
  expect(serviceCell(3, Number.NaN, false).state).toBe('missing');
  expect(serviceCell(5, 4, false).state).toBe('contradiction');
  expect(serviceCell(5, 0, false).state).toBe('contradiction');
  expect(() => serviceCell(-1, 4, false)).toThrow('-1 of 4');
  expect(serviceStatus(serviceCell(0, 40, false))).toBe(CellStatus.notReported);
  expect(serviceStatus(serviceCell(0, 0, false))).toBe(CellStatus.noDenominator);
  expect(serviceStatus(serviceCell(2, 29, false))).toBe(CellStatus.tooFew);
  expect(serviceStatus(serviceCell(2, 30, false))).toBe(CellStatus.observed);
});

test('cells are found by indicator, period and area; in a period that is not there all are missing', () => {
  const table: ServiceTable = {
    indicators: [indicator({ id: 'a' }), indicator({ id: 'b' })],
    periods: ['2025-S1' as Period, '2025-S2' as Period],
    areas: 2,
    numerator: Float64Array.of(1, 2, 3, 4, 5, 0, 7, 0),
    denominator: new Float64Array(8).fill(9),
    countedZero: Uint8Array.of(0, 0, 0, 0, 0, 1, 0, 0),
  };
  expect(serviceCells(table, 1, '2025-S1' as Period).map(({ n, state }) => [n, state])).toEqual([
    [5, 'observed'],
    [0, 'observed'],
  ]);
  expect(serviceCells(table, 1, '2025-S2' as Period)[1]!.state).toBe('zero');
  expect(serviceCells(table, 0, '2026-S1' as Period).map(({ state }) => state)).toEqual([
    'missing',
    'missing',
  ]);
});

test('a sum leaves zeros that nobody confirmed out, and says what they would make of it', () => {
  const cells = [
    [8, 10],
    [0, 5],
    [0, 0],
    [Number.NaN, 4],
    [7, 6],
  ].map(([n, N]) => serviceCell(n!, N!, false));
  expect(serviceSum(cells)).toEqual({
    n: 8,
    N: 10,
    withZeros: 15,
    counts: { observed: 1, zero: 1, noTarget: 1, contradiction: 1, missing: 1 },
  });
});

test('the gap to a target, in percent points and in people', () => {
  expect(shortfall({ n: 70, N: 100 }, indicator())).toEqual({ points: 20, people: 20 });
  expect(shortfall({ n: 6, N: 7 }, indicator()).people).toBe(1);
  expect(shortfall({ n: 90, N: 100 }, indicator())).toEqual({ points: 0, people: 0 });
  // 16.1 * 1000 / 100 is a little more than 161 to a computer.
  expect(shortfall({ n: 161, N: 1000 }, indicator({ target: 16.1 }))).toEqual({ points: 0, people: 0 });
  const unmet = indicator({ target: 7.4, polarity: 'less-is-better' });
  expect(shortfall({ n: 100, N: 1000 }, unmet).points).toBeCloseTo(2.6, 12);
  expect(shortfall({ n: 100, N: 1000 }, unmet).people).toBe(26);
  expect(atTarget(serviceCell(74, 1000, false), unmet)).toBe(true);
  expect(atTarget(serviceCell(75, 1000, false), unmet)).toBe(false);
  expect(shortfall({ n: 1, N: 2 }, indicator({ target: null, targetOrigin: null })).points).toBeNaN();
});

test('people missing are the least that reach the target; points are the same seen from the other side', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 3000 })
        .chain((N) => fc.tuple(fc.integer({ min: 0, max: N }), fc.constant(N))),
      fc.integer({ min: 0, max: 1000 }),
      ([n, N], tenths) => {
        const target = tenths / 10;
        const more = indicator({ target });
        const { points, people } = shortfall({ n, N }, more);
        const reached = (count: number): boolean => count * 1000 >= tenths * N;
        expect(reached(n + people)).toBe(true);
        if (people > 0) expect(reached(n + people - 1)).toBe(false);
        const less = indicator({ target: 100 - target, polarity: 'less-is-better' });
        const mirrored = shortfall({ n: N - n, N }, less);
        expect(mirrored.points).toBeCloseTo(points, 8);
        expect(mirrored.people).toBe(people);
      },
    ),
  );
});

test('the worst service is furthest from its target; few people are no rate, but children missing are counted', () => {
  const indicators = [
    indicator({ id: 'a' }),
    indicator({ id: 'b', unit: 'family' }),
    indicator({ id: 'c' }),
    indicator({ id: 'd', target: null, targetOrigin: null }),
    indicator({ id: 'e' }),
    indicator({ id: 'f' }),
  ];
  const cells = [
    [60, 100],
    [10, 100],
    [0, 20],
    [0, 50],
    [0, 90],
    [95, 100],
  ].map(([n, N], k) => serviceCell(n!, N!, k === 2));
  expect(worstServices(cells, indicators)).toEqual({
    byPoints: [1, 0],
    byChildren: [0, 2],
    unjudged: [3, 4],
  });
});

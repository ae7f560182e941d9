import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { hotspotGroups, NO_PATTERN, PATTERNS, TIERS } from '#core/hotspot-pattern.ts';
import { type HotspotQuestion, hotspotMap } from '#core/hotspots.ts';
import { withLinkEdits } from '#core/link-edit.ts';
import { graphOf, type NeighborGraph, neighborLists } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';

const SIDE = 8;
const AREAS = SIDE * SIDE;
const column = (i: number) => i % SIDE;
const row = (i: number) => Math.floor(i / SIDE);

/** A chessboard whose fields touch their four neighbors. */
const BOARD = graphOf(
  Array.from({ length: AREAS }, (_, i) =>
    Array.from({ length: AREAS }, (_, j) => j).filter(
      (j) => Math.abs(column(i) - column(j)) + Math.abs(row(i) - row(j)) === 1,
    ),
  ),
  { kind: 'rook' },
);
const CENTROIDS: readonly LonLat[] = Array.from({ length: AREAS }, (_, i) => [column(i), row(i)]);

function question(rate: (i: number) => number, patch: Partial<HotspotQuestion> = {}): HotspotQuestion {
  const denominator = new Float64Array(AREAS).fill(200);
  return {
    method: 'clusters',
    counts: { numerator: Float64Array.from(denominator, (N, i) => Math.round(N * rate(i))), denominator },
    second: null,
    graph: BOARD,
    codes: CENTROIDS.map((_, i) => String(i).padStart(3, '0')),
    centroids: CENTROIDS,
    permutations: 9_999,
    seed: 1,
    variance: 'binomial',
    ...patch,
  };
}

/** A corner of nine fields that is high; the rest alternates a little. */
const corner = (i: number) => (column(i) < 3 && row(i) < 3 ? 0.5 : 0.2 + 0.01 * ((column(i) + row(i)) % 2));
const fdr = TIERS.indexOf('fdr');

describe('hotspots', () => {
  it.each(['clusters', 'hot-cold'] as const)(
    'find the high corner by %s, and nothing high elsewhere',
    (method) => {
      const map = finished(hotspotMap(question(corner, { method })));
      const [largest] = hotspotGroups(map, BOARD, fdr);
      expect(PATTERNS[largest?.pattern ?? -1]).toBe(method === 'clusters' ? 'high-high' : 'hot');
      const inCorner = (i: number) => column(i) < 3 && row(i) < 3;
      expect(largest?.areas).toContain(SIDE + 1);
      if (method === 'clusters') expect(largest?.areas.every(inCorner)).toBe(true);
      expect(map.global.p).toBeLessThan(1e-6);
      expect(map.global.statistic).toBeGreaterThan(0.3);
    },
  );

  it('find where both are high', () => {
    const counts = question(corner).counts;
    const map = finished(hotspotMap(question(corner, { method: 'co-location', second: counts })));
    expect(hotspotGroups(map, BOARD, fdr)[0]?.areas).toEqual(expect.arrayContaining([0, 1, SIDE]));
    const other = question((i) => (column(i) > 4 ? 0.5 : 0.2)).counts;
    const apart = finished(hotspotMap(question(corner, { method: 'co-location', second: other })));
    expect([...apart.pattern].every((pattern) => pattern === NO_PATTERN)).toBe(true);
  });

  it('leave out areas without a value, which are never anything', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(AREAS - 1), { maxLength: 30 }), (missing) => {
        const asked = question(corner, { permutations: 99 });
        for (const [k, i] of missing.entries()) {
          if (k % 2 === 0) asked.counts.numerator[i] = Number.NaN;
          else asked.counts.denominator[i] = 0;
        }
        const map = finished(hotspotMap(asked));
        for (const [i, near] of neighborLists(BOARD).entries()) {
          const told = near.filter((j) => !missing.includes(j)).map((j) => map.standardized[j]!);
          const mean = told.reduce((sum, rate) => sum + rate, 0) / told.length;
          if (!missing.includes(i)) expect(map.lag[i]).toBeCloseTo(mean, 12);
        }
        for (const i of missing) {
          expect([map.pattern[i], map.tier[i]]).toEqual([NO_PATTERN, 0]);
          expect([map.p[i], map.standardized[i], map.lag[i]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
        }
        expect(map.used + missing.length + map.isolates.length).toBe(AREAS);
      }),
      { numRuns: 30 },
    );
  });

  it('have no mean of neighbors where none of these has a value, and never 0', () => {
    const asked = question(corner, { permutations: 99 });
    for (const i of [1, SIDE]) asked.counts.numerator[i] = Number.NaN;
    const map = finished(hotspotMap(asked));
    expect(map.isolates).toEqual([0]);
    expect(map.standardized[0]).toBeGreaterThan(0);
    expect(map.lag[0]).toBeNaN();
    expect(map.lag.filter(Number.isNaN)).toHaveLength(3);
  });

  it('of equal values, of none, and of too few areas are no hotspots, and it is said why', () => {
    const even = finished(hotspotMap(question(() => 0.3)));
    expect([even.noVariation, Math.max(...even.tier)]).toEqual([true, 0]);
    const none = question(corner);
    none.counts.numerator.fill(Number.NaN);
    expect(finished(hotspotMap(none))).toMatchObject({ used: 0, funnel: null });
    const few = question(corner);
    few.counts.numerator.fill(Number.NaN, 19);
    const told = finished(hotspotMap(few));
    expect([told.tooFewAreas, Math.max(...told.tier)]).toEqual([true, 0]);
  });

  it('call no area high that is not above the rate of all areas, nor low one that is', () => {
    const area = fc.tuple(fc.integer({ min: 30, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true }));
    const areas = fc.array(area, { minLength: AREAS, maxLength: AREAS });
    fc.assert(
      fc.property(areas, fc.constantFrom('clusters', 'hot-cold'), (drawn, method) => {
        const denominator = Float64Array.from(drawn, ([N]) => N);
        const numerator = Float64Array.from(drawn, ([N, p]) => Math.round(N * p * p));
        const counts = { numerator, denominator };
        const map = finished(hotspotMap(question(() => 0, { counts, method, permutations: 19 })));
        const sum = (column: Float64Array) => column.reduce((a, b) => a + b);
        const overall = sum(numerator) / sum(denominator);
        for (const [i, pattern] of map.pattern.entries()) {
          const name = PATTERNS[pattern];
          const [own, around] = [numerator[i]! / denominator[i]!, map.lag[i]!];
          if (name === 'high-high' || name === 'high-low') expect(own).toBeGreaterThan(overall);
          if (name === 'low-low' || name === 'low-high') expect(own).toBeLessThanOrEqual(overall + 1e-12);
          if (name === 'high-high' || name === 'low-high') expect(around).toBeGreaterThan(0);
          if (name === 'low-low' || name === 'high-low') expect(around).toBeLessThanOrEqual(0);
          const neighbors = BOARD.offset[i + 1]! - BOARD.offset[i]!;
          const mean = (around * neighbors + map.standardized[i]!) / (neighbors + 1);
          if (name === 'hot') expect(mean).toBeGreaterThan(0);
          if (name === 'cold') expect(mean).toBeLessThan(0);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are the same for the same seed', () => {
    const [a, b] = [1, 2].map(() => finished(hotspotMap(question(corner))));
    expect(a).toEqual(b);
  });
});

describe('groups of hotspots', () => {
  it('hang together, part the areas, and are of one pattern', () => {
    const labels = fc.array(fc.tuple(fc.constantFrom(0, 1, NO_PATTERN), fc.nat(3)), {
      minLength: AREAS,
      maxLength: AREAS,
    });
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 3 }), (label, least) => {
        const [pattern, tier] = [0, 1].map((k) => Uint8Array.from(label, (one) => one[k as 0 | 1]));
        const groups = hotspotGroups({ pattern: pattern!, tier: tier! }, BOARD, least);
        const stands = label.flatMap(([one, level], i) => (one !== NO_PATTERN && level >= least ? [i] : []));
        expect(groups.flatMap(({ areas }) => areas).sort((a, b) => a - b)).toEqual(stands);
        const groupOf = new Map(groups.flatMap((group) => group.areas.map((i) => [i, group] as const)));
        const lists = neighborLists(BOARD);
        for (const i of stands) {
          for (const j of lists[i]!.filter((other) => stands.includes(other)))
            expect(groupOf.get(i) === groupOf.get(j)).toBe(pattern![i] === pattern![j]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('links by hand', () => {
  it('are made and cut both ways, and one undoes the other', () => {
    const lists = (graph: NeighborGraph) => neighborLists(graph);
    const cut = withLinkEdits(BOARD, [{ kind: 'cut', between: [0, 1] }]);
    expect([lists(cut)[0], lists(cut)[1]?.includes(0)]).toEqual([[SIDE], false]);
    const mended = withLinkEdits(cut, [{ kind: 'added', between: [1, 0] }]);
    expect(lists(mended)).toEqual(lists(BOARD));
    expect(withLinkEdits(BOARD, [])).toBe(BOARD);
  });
});

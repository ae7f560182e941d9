import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMERGING,
  EMERGING_PERIODS,
  emergingCategory,
  emergingHotspots,
  type Heat,
} from '#core/emerging-hotspot.ts';
import { createRandom } from '#core/random.ts';
import type { RateCounts } from '#core/rates.ts';
import type { NeighborGraph } from '#core/spatial-weights.ts';
import { finished } from '#core/stepped-work.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sharedPath } from '#tests/shared-data.ts';

const named = (z: readonly number[], heat: readonly Heat[]) => {
  const found = emergingCategory(z, heat);
  return found ? `${found.kind} ${found.heat > 0 ? 'hot' : 'cold'}` : 'no pattern';
};

/** A grid with queen neighbors. */
function grid(side: number): NeighborGraph {
  const offset = [0];
  const neighbor: number[] = [];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      for (let b = y - 1; b <= y + 1; b++)
        for (let a = x - 1; a <= x + 1; a++)
          if ((a !== x || b !== y) && a >= 0 && b >= 0 && a < side && b < side) neighbor.push(b * side + a);
      offset.push(neighbor.length);
    }
  return {
    offset: Uint32Array.from(offset),
    neighbor: Uint32Array.from(neighbor),
    borderMeters: null,
    rule: { kind: 'queen' },
    attached: [],
  };
}

const SIDE = 7;
const GRAPH = grid(SIDE);
const CORNER = [0, 1, SIDE, SIDE + 1];

/** 300 children an area, 20 % affected, 45 % in a corner in the periods that `hot` says. */
function counts(hot: boolean, missing: readonly number[] = []): RateCounts {
  const areas = SIDE * SIDE;
  return {
    numerator: Float64Array.from({ length: areas }, (_, i) =>
      missing.includes(i) ? Number.NaN : hot && CORNER.includes(i) ? 135 : 60 + (i % 5),
    ),
    denominator: Float64Array.from({ length: areas }, (_, i) => (missing.includes(i) ? Number.NaN : 300)),
  };
}

const mapOf = (periods: readonly RateCounts[]) =>
  finished(
    emergingHotspots({
      periods,
      variance: 'binomial',
      graph: GRAPH,
      codes: null,
      centroids: Array.from({ length: SIDE * SIDE }, (_, i) => [i % SIDE, Math.floor(i / SIDE)] as const),
      permutations: 4_999,
      seed: 1,
    }),
  );

describe('the category of an area', () => {
  it('equals the reference cases', () => {
    const path = sharedPath('vectors/ehsa/expected.json');
    if (path === null) return;
    const { cases } = JSON.parse(readFileSync(path, 'utf8')) as {
      cases: { name: string; z: number[]; bins: Heat[]; expected: string; ambiguous: boolean }[];
    };
    expect(cases.length).toBeGreaterThan(8);
    for (const { name, z, bins, expected, ambiguous } of cases)
      if (!ambiguous) expect(named(z, bins), name).toBe(expected);
  });

  it('is mirrored by cold', () => {
    const heat = fc.array(fc.constantFrom<Heat>(-1, 0, 1), { minLength: 8, maxLength: 14 });
    fc.assert(
      fc.property(heat, (bins) => {
        const z = bins.map((bin, k) => bin * 2.5 + k / 100);
        const one = emergingCategory(z, bins);
        const other = emergingCategory(
          z.map((each) => -each),
          bins.map((bin) => -bin + 0) as Heat[],
        );
        expect(other?.kind).toBe(one?.kind);
        expect(other?.heat).toBe(one ? -one.heat : undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('is one of a few series by hand', () => {
    const z = [1, 1, 1, 1, 1, 1, 1, 1];
    expect(named(z, [0, 0, 0, 0, 0, 0, 0, 1])).toBe('new hot');
    expect(named(z, [0, 0, 0, 0, 0, 0, 1, 1])).toBe('consecutive hot');
    expect(named(z, [0, 1, 0, 0, 0, 0, 1, 1])).toBe('sporadic hot');
    expect(named(z, [-1, 0, 0, 0, 0, 0, 0, 1])).toBe('oscillating hot');
    expect(named(z, [0, 1, 1, 0, 1, 1, 1, 0])).toBe('no pattern');
  });
});

describe('hotspots over periods', () => {
  it('finds a corner that is hot in the last two of eight, and says in how many', () => {
    const periods = Array.from({ length: 8 }, (_, k) => counts(k >= 6));
    const { category, hot, judged } = mapOf(periods);
    expect(category[0]).toBe(EMERGING.indexOf('consecutive') + 1);
    expect([hot[0], judged[0]]).toEqual([2, 1]);
    expect(category[24]).toBe(0);
  });

  it('judges nobody without a figure in the last period, nor with fewer than eight', () => {
    const periods = Array.from({ length: 9 }, (_, k) => counts(k >= 6, k === 8 ? [0] : k < 2 ? [1] : []));
    const { judged, periods: used } = mapOf(periods);
    expect([judged[0], judged[1], judged[SIDE]]).toEqual([0, 0, 1]);
    expect([used[0], used[1], EMERGING_PERIODS]).toEqual([8, 7, 8]);
  });

  it('names an area in few maps where there are no clusters', () => {
    const random = createRandom(7);
    const maps = LONG_FORM ? 400 : 15;
    let named = 0;
    for (let map = 0; map < maps; map++) {
      const periods = Array.from({ length: 8 }, (): RateCounts => {
        const numerator = Float64Array.from({ length: SIDE * SIDE }, () => {
          let n = 0;
          for (let child = 0; child < 60; child++) n += random.unit() < 0.25 ? 1 : 0;
          return n;
        });
        return { numerator, denominator: numerator.map(() => 60) };
      });
      if (mapOf(periods).category.some((own) => own !== 0)) named += 1;
    }
    // Two-sided FDR of the last period, with neighbors that share areas: at most 5 % + 2 SE, as a map without any.
    expect(named / maps).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / maps));
  });
});

import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '#core/area.ts';
import { type NeighborOptions, type NeighborResult, neighborGraph } from '#core/neighbor-graph.ts';
import { type NeighborRule, neighborLists } from '#core/spatial-weights.ts';
import { sharedPath } from '#tests/shared-data.ts';

type Boundaries = FeatureCollection<Polygon | MultiPolygon>;

const QUEEN: NeighborRule = { kind: 'queen' };
const ROOK: NeighborRule = { kind: 'rook' };

function find(
  boundaries: Parameters<typeof neighborGraph>[0],
  rule: NeighborRule,
  options: NeighborOptions = { islands: 'null' },
  centroids: readonly LonLat[] = [],
): NeighborResult {
  const work = neighborGraph(boundaries, centroids, rule, options);
  for (let before = 0; ; ) {
    const { done, value } = work.next();
    if (done) return value;
    expect(value).toBeGreaterThanOrEqual(before);
    expect(value).toBeLessThanOrEqual(1);
    before = value;
  }
}

const lists = (...of: Parameters<typeof find>): number[][] => neighborLists(find(...of).graph);

function map(...areas: (Position[] | null)[]): { features: { geometry: Polygon | null }[] } {
  return {
    features: areas.map((ring) => ({ geometry: ring && { type: 'Polygon', coordinates: [ring] } })),
  };
}

const box = (x: number, y: number, width = 1, height = width): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

function read<T>(path: string): T {
  return JSON.parse(readFileSync(sharedPath(path)!, 'utf8')) as T;
}

describe('as GEOS and spdep', () => {
  for (const [set, metric] of [
    ['columbus', 'euclidean'],
    ['columbus', 'haversine'],
    ['nc_sids', 'haversine'],
    ['nc_sids', 'euclidean'],
    ['synth51', 'haversine'],
    ['synth51', 'euclidean'],
  ] as const) {
    for (const kind of ['queen', 'rook'] as const) {
      test.skipIf(sharedPath(`vectors/${set}/input.geojson`) === null)(`${set}, ${kind}, ${metric}`, () => {
        const { weights } = read<{ weights: Record<string, number[][]> }>(`vectors/${set}/neighbors.json`);
        const { graph, report } = find(
          read(`vectors/${set}/input.geojson`),
          { kind },
          { islands: 'null', metric },
        );
        expect(neighborLists(graph)).toEqual(weights[kind]);
        expect(report.borders).toBe('exact');
      });
    }
  }

  test.skipIf(sharedPath('vectors/synth51/clean.geojson') === null)('synth51, the other files', () => {
    const { weights } = read<{ weights: Record<string, number[][]> }>('vectors/synth51/neighbors.json');
    const clean = read<Boundaries>('vectors/synth51/clean.geojson');
    expect(lists(clean, QUEEN)).toEqual(weights.queen);
    expect(lists(clean, ROOK)).toEqual(weights.rook);
    const attached = find(read('vectors/synth51/input.geojson'), QUEEN, { islands: 'attach' });
    expect(neighborLists(attached.graph)).toEqual(weights.queen_islands_attached);
    expect(attached.report.isolates).toEqual([44]);
  });
});

interface Dirty {
  readonly must: readonly (readonly [number, number, number])[];
  readonly optional: readonly (readonly [number, number, number, number])[];
}

describe('borders drawn twice', () => {
  for (const file of ['clean', 'dirty_a_jitter0.2m', 'dirty_c_jitter2m_drop25pct']) {
    for (const toleranceMeters of [10, 20, 30]) {
      for (const rule of [QUEEN, ROOK]) {
        const name = `synth51 ${file}, ${rule.kind}, ${toleranceMeters} m`;
        test.skipIf(sharedPath(`vectors/synth51/${file}.geojson`) === null)(name, () => {
          const { must, optional } = read<Dirty>('vectors/synth51/dirty_expected.json');
          const options = { islands: 'null', toleranceMeters } as const;
          const { graph, report } = find(read(`vectors/synth51/${file}.geojson`), rule, options);
          expect(report.borders).toBe(file === 'clean' ? 'exact' : 'proximity');
          const found = neighborLists(graph).flatMap((list, i) =>
            list.filter((j) => j > i).map((j) => `${i}-${j}`),
          );
          const named = (pairs: Dirty['must' | 'optional']) => pairs.map(([i, j]) => `${i}-${j}`);
          expect(named(must).filter((pair) => !found.includes(pair))).toEqual([]);
          expect(found.filter((pair) => ![...named(must), ...named(optional)].includes(pair))).toEqual([]);
          if (rule === ROOK && file === 'clean') expectLengths(graph, must, 0);
          if (rule === ROOK && file.includes('jitter0.2m')) expectLengths(graph, must, 3.6 * toleranceMeters);
        });
      }
    }
  }

  /** The reference lies on the ellipsoid: north to south it is 0.56 % shorter there. Borders drawn twice run on. */
  function expectLengths(graph: NeighborResult['graph'], must: Dirty['must'], runOn: number): void {
    for (const [i, j, meters] of must) {
      const neighbors = graph.neighbor.subarray(graph.offset[i]!, graph.offset[i + 1]!);
      const own = graph.borderMeters![graph.offset[i]! + neighbors.indexOf(j)]!;
      expect(own, `${i}-${j}`).toBeGreaterThan(0.998 * meters);
      expect(own, `${i}-${j}`).toBeLessThan(1.006 * meters + (runOn === 0 ? 0 : 0.01 * meters + runOn));
    }
  }

  /** Boxes 0.01 degrees wide (1.1 km) beside each other, the first ones a few meters off the next. */
  const row = (count: number, gaps: number): Position[][] =>
    Array.from({ length: count }, (_, i) =>
      box(i * 0.01 + (i < gaps ? i * 0.00005 : (gaps - 1) * 0.00005), 0, 0.01),
    );

  test('a true island turns nothing on', () => {
    const boundaries = map(box(0, 0, 0.01), box(0.01, 0, 0.01), box(0.5, 0, 0.01));
    expect(find(boundaries, QUEEN).report).toEqual({
      borders: 'exact',
      unmatchedShare: 0,
      isolates: [2],
      components: 2,
    });
  });

  test('more than one border of a hundred drawn twice turns it on for all', () => {
    const { graph, report } = find(map(...row(60, 3)), ROOK);
    expect(report).toMatchObject({ borders: 'proximity', isolates: [], components: 1 });
    expect(report.unmatchedShare).toBeCloseTo(2 / 59, 2);
    expect(graph.borderMeters![0]).toBeGreaterThan(1112);
    expect(graph.borderMeters![0]).toBeLessThan(1112 + 2 * 20);
  });

  test('fewer count for areas that would have no neighbor at all', () => {
    const { graph, report } = find(map(...row(300, 2)), ROOK);
    expect(report).toMatchObject({ borders: 'exact-but-isolates', isolates: [], components: 1 });
    expect(graph.neighbor[0]).toBe(1);
    const apart = find(map(...row(300, 2), box(-0.01, 0, 0.01)), ROOK);
    expect(apart.report).toMatchObject({ borders: 'exact', components: 2 });
  });

  test('corners drawn apart are a contact, not a border', () => {
    const boundaries = map(box(0, 0, 0.01), box(0.01003, 0.01003, 0.01));
    expect(lists(boundaries, QUEEN)).toEqual([[1], [0]]);
    expect(lists(boundaries, ROOK)).toEqual([[], []]);
    expect([...find(boundaries, QUEEN).graph.borderMeters!]).toEqual([0, 0]);
  });

  test('a vertex on the middle of a side is a touch, in degrees and in any plane', () => {
    const boundaries = map(box(0, 0, 2, 1), box(0, 1), box(1, 1));
    for (const metric of ['haversine', 'euclidean'] as const) {
      const { graph, report } = find(boundaries, ROOK, { islands: 'null', metric });
      expect(neighborLists(graph)).toEqual([
        [1, 2],
        [0, 2],
        [0, 1],
      ]);
      expect(report.borders).toBe('proximity');
    }
  });
});

describe('islands', () => {
  const boundaries = map(box(0, 0), box(1, 0), box(4, 0), box(9, 0), box(10.5, 0), null);

  test('are tied to the nearest boundary, both ways, and flagged', () => {
    const { graph, report } = find(boundaries, QUEEN, { islands: 'attach', metric: 'euclidean' });
    expect(neighborLists(graph)).toEqual([[1], [0, 2], [1], [4], [3], []]);
    expect([...graph.borderMeters!]).toEqual([1, 1, 0, 0, 0, 0].map((meters) => expect.closeTo(meters, 8)));
    expect(graph.attached).toEqual([
      { area: 2, to: 1, kilometers: expect.closeTo(2, 8) },
      { area: 3, to: 4, kilometers: expect.closeTo(0.5, 8) },
      { area: 4, to: 3, kilometers: expect.closeTo(0.5, 8) },
    ]);
    expect(report).toMatchObject({ isolates: [2, 3, 4, 5], components: 3 });
  });

  test('or left without', () => {
    const { graph, report } = find(boundaries, QUEEN, { islands: 'null', metric: 'euclidean' });
    expect(neighborLists(graph)).toEqual([[1], [0], [], [], [], []]);
    expect(graph.attached).toEqual([]);
    expect(report.components).toBe(5);
  });

  test('of a distance band too', () => {
    const centroids = [0.5, 1.5, 4.5, 9.5, 11, Number.NaN].map((x): LonLat => [x, 0.5]);
    const rule = { kind: 'distance-band', distance: 3, metric: 'euclidean' } as const;
    const { graph, report } = find(boundaries, rule, { islands: 'attach', metric: 'euclidean' }, centroids);
    expect(neighborLists(graph)).toEqual([[1], [0, 2], [1], [4], [3], []]);
    expect(report).toEqual({ borders: null, unmatchedShare: null, isolates: [5], components: 3 });
  });
});

test('what cannot be found is our own mistake', () => {
  const boundaries = map(box(0, 0));
  expect(() => find(boundaries, { kind: 'given', name: 'a file' })).toThrow('given');
  expect(() => find(boundaries, { kind: 'nearest', k: 1, metric: 'euclidean' })).toThrow('centroid');
  expect(() => find(boundaries, QUEEN, { islands: 'null', toleranceMeters: 0 })).toThrow('tolerance');
  expect(find(map(), QUEEN, { islands: 'attach' }).report.components).toBe(0);
});

describe('real boundaries', () => {
  for (const file of ['kupang-cahyadsn', 'kupang-hdx-bps2020', 'kotawaringin-barat-6201-cahyadsn']) {
    test.skipIf(sharedPath(`boundaries/${file}.geojson`) === null)(`${file}: one piece, symmetric`, () => {
      const { graph, report } = find(read(`boundaries/${file}.geojson`), QUEEN);
      const all = neighborLists(graph);
      for (const [i, list] of all.entries()) for (const j of list) expect(all[j]).toContain(i);
      expect(report).toMatchObject({
        borders: file.endsWith('cahyadsn') ? 'proximity' : 'exact',
        isolates: [],
        components: 1,
      });
    });
  }
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { rankSets } from '#core/rank-sets.ts';
import { finished } from '#core/stepped-work.ts';
import { analyzeCommand } from '#scripts/analyze.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Document {
  readonly used: number;
  readonly areas: readonly { readonly code: string | null; readonly [name: string]: unknown }[];
  readonly weights: { readonly neighbors: number[][]; readonly islands: number[] };
  readonly warnings: readonly string[];
}

type Feature = {
  properties: Record<string, unknown> | null;
  geometry: { type: string; coordinates: unknown } | null;
};

/** 30 squares in rows of 6, codes as BPS writes them. */
function city(): { type: string; features: Feature[] } {
  const features = Array.from({ length: 30 }, (_, i) => {
    const [x, y] = [i % 6, Math.floor(i / 6)];
    const ring = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ];
    return {
      type: 'Feature',
      properties: { code: `53.71.0${1 + y}.${1001 + x}`, value: ((i * 7) % 11) + x, flag: i % 2 === 0 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return { type: 'FeatureCollection', features };
}

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function command(content: unknown, args: readonly string[]) {
  const out = join(folder, 'out.json');
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = analyzeCommand(['--boundaries', save('areas.geojson', content), ...args, '--out', out]);
  const lines = said.mock.calls.flat().join('\n');
  said.mockRestore();
  return { code, lines, out };
}

function run(content: unknown, ...args: string[]): Document {
  const { code, lines, out } = command(content, args);
  expect(code, lines).toBe(0);
  return JSON.parse(readFileSync(out, 'utf8'));
}

function refusal(content: unknown, ...args: string[]): string {
  const { code, lines } = command(content, args);
  expect(code).toBe(2);
  return lines;
}

const MORAN = ['--method', 'local-moran', '--value', 'value', '--permutations', '0'];
const NEIGHBORS = ['--method', 'neighbors'];

describe('numbers that are not there', () => {
  test.each([[null], [''], [' '], ['NA'], ['NaN'], ['nan'], ['n/a'], ['-'], ['null'], [undefined]])(
    '%j is missing',
    (written) => {
      const areas = city();
      areas.features[8]!.properties!.value = written;
      const found = run(areas, ...MORAN);
      expect(found.areas[8]).toMatchObject({ value: null, p: null, class: 'no-data', reason: 'no-data' });
      expect(found.used).toBe(29);
    },
  );

  test('NaN as Python writes it into JSON is missing; in text it stays', () => {
    const text = JSON.stringify(city()).replace('"value":0', '"note":"a NaN, \\"NaN\\"","value":NaN');
    const found = run(text, ...MORAN);
    expect(found.areas[0]).toMatchObject({ value: null, reason: 'no-data' });
    expect(refusal(text.replace(':NaN', ':Infinity'), ...MORAN)).toContain('not JSON');
  });

  test('what is neither number nor missing is refused', () => {
    for (const written of [[1], { a: 1 }, 'inf', 'twelve']) {
      const areas = city();
      areas.features[8]!.properties!.value = written;
      expect(refusal(areas, ...MORAN)).toMatch(/value of feature 8: .* is no number/);
    }
    const flags = run(city(), '--method', 'join-count', '--value', 'flag');
    expect(flags.areas.slice(0, 2).map(({ value }) => value)).toEqual([1, 0]);
  });
});

describe('codes', () => {
  test('codes that are repeated or missing are said, and the numbers do not hang on the order of the file', () => {
    const areas = city();
    areas.features[4]!.properties!.code = areas.features[3]!.properties!.code;
    areas.features[5]!.properties!.code = null;
    const drawn = ['--method', 'gi', '--value', 'value', '--permutations', '99', '--key', 'code'];
    const found = run(areas, ...drawn);
    expect(found.warnings).toEqual(['repeated-codes: 1, first 53.71.01.1004', 'areas-without-code: 1']);
    expect(found.areas[5]!.code).toBeNull();
    const turned = run({ ...areas, features: areas.features.toReversed() }, ...drawn);
    expect(turned.areas.map(({ p }) => p).toReversed()).toEqual(found.areas.map(({ p }) => p));
  });

  test.each([
    ['with dots', (code: string) => code],
    ['without', (code: string) => code.replaceAll('.', '')],
    ['as a spreadsheet saved them', (code: string) => `${code.replaceAll('.', '')}.0`],
  ])('a table joins by codes %s', (_, written) => {
    const areas = city();
    const rows = areas.features.map(({ properties }, i) => `${written(String(properties!.code))};${i},25`);
    const table = save('table.csv', ['KODE;angka', ...rows.toReversed()].join('\r\n'));
    for (const plain of [false, true]) {
      if (plain)
        for (const { properties } of areas.features)
          properties!.code = Number(String(properties!.code).replaceAll('.', ''));
      const from = ['--table', table, '--key', 'code=KODE', '--method', 'classify', '--value', 'angka'];
      const found = run(areas, ...from);
      expect(found.areas.map(({ value }) => value)).toEqual(areas.features.map((_, i) => i + 0.25));
    }
  });
});

describe('geometries', () => {
  test('areas without a geometry keep their value, have no neighbor, and are said', () => {
    const areas = city();
    areas.features[0]!.geometry = null;
    areas.features[1]!.geometry = { type: 'MultiPolygon', coordinates: [] };
    for (const weights of ['queen', 'knn:4', 'distance:200']) {
      const found = run(areas, ...MORAN, '--weights', weights);
      expect(found.areas[0]).toMatchObject({ value: 0, statistic: null, p: null, class: 'no-neighbours' });
      expect(found.weights.neighbors.slice(0, 2)).toEqual([[], []]);
      expect(found.warnings).toEqual(['areas-without-geometry: 2, first feature 0']);
    }
  });

  test('rings are closed, whichever way they turn, in two or three dimensions, in one part or more', () => {
    const plain = run(city(), ...NEIGHBORS, '--weights', 'knn:3').weights.neighbors;
    const borders = run(city(), ...NEIGHBORS).weights.neighbors;
    for (const change of [
      (ring: number[][]) => ring.slice(0, -1),
      (ring: number[][]) => ring.toReversed(),
      (ring: number[][]) => ring.map((position) => [...position, 7]),
    ]) {
      const areas = city();
      for (const feature of areas.features) {
        const [ring] = feature.geometry!.coordinates as [number[][]];
        feature.geometry = { type: 'MultiPolygon', coordinates: [[change(ring)]] };
      }
      expect(run(areas, ...NEIGHBORS).weights.neighbors).toEqual(borders);
      expect(run(areas, ...NEIGHBORS, '--weights', 'knn:3').weights.neighbors).toEqual(plain);
    }
  });

  test.each([
    [
      'a word for a number',
      [
        [
          [0, 0],
          [1, 'x'],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
    [
      'a ring for a polygon',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
    ['a ring of nothing', [null]],
  ])('%s is refused', (_, coordinates) => {
    const areas = city();
    areas.features[3]!.geometry = { type: 'Polygon', coordinates };
    expect(refusal(areas, ...NEIGHBORS)).toContain('feature 3');
  });

  test('points have neighbors by distance, and no borders', () => {
    const areas = city();
    for (const feature of areas.features) {
      const [[[x, y]]] = feature.geometry!.coordinates as [[[number, number]]];
      feature.geometry = { type: 'Point', coordinates: [x + 0.5, y + 0.5] };
    }
    const squares = run(city(), ...MORAN, '--weights', 'knn:4');
    const points = run(areas, ...MORAN, '--weights', 'knn:4');
    expect(points.weights.neighbors).toEqual(squares.weights.neighbors);
    expect(points.areas).toEqual(squares.areas);
    expect(refusal(areas, ...MORAN)).toContain(
      'feature 0 is a Point, which has no border; give --weights knn:K',
    );
    expect(run(areas, '--method', 'classify', '--value', 'value').used).toBe(30);
  });

  test('a plane is measured in its own units', () => {
    const areas = city();
    for (const feature of areas.features) {
      const [ring] = feature.geometry!.coordinates as [number[][]];
      feature.geometry!.coordinates = [ring.map(([x, y]) => [500_000 + 1000 * x!, 9_000_000 + 1000 * y!])];
    }
    expect(refusal(areas, ...NEIGHBORS)).toContain('give --metric euclidean');
    const plane = [...NEIGHBORS, '--metric', 'euclidean'];
    expect(run(areas, ...plane).weights.neighbors).toEqual(run(city(), ...NEIGHBORS).weights.neighbors);
    const near = run(areas, ...plane, '--weights', 'distance:1000').weights.neighbors;
    expect(near).toEqual(run(areas, ...plane, '--weights', 'rook').weights.neighbors);
  });
});

test('few areas are said, also where they are fewer than vary, also of the whole map', () => {
  const areas = city();
  areas.features.length = 2;
  expect(run(areas, ...MORAN).areas[0]).toMatchObject({ class: 'not-significant', reason: 'too-few-areas' });
  expect(run(areas, '--method', 'moran', '--value', 'value').warnings).toContain('too-few-areas');
});

test('rank sets: those of the function, whatever the order of the file, and without areas that have no proportion', () => {
  const areas = city();
  const cases = (i: number) => 4 + ((i * 7) % 30);
  for (const [i, { properties }] of areas.features.entries())
    Object.assign(properties!, { cases: cases(i), people: 60 });
  Object.assign(areas.features[3]!.properties!, { cases: 61 });
  Object.assign(areas.features[4]!.properties!, { cases: null });
  const rate = ['--key', 'code', '--numerator', 'cases', '--denominator', 'people', '--method', 'rank-sets'];
  const found = run(areas, ...rate, '--permutations', '500', '--seed', '9');
  const kept = areas.features.flatMap((_, i) => (i === 3 || i === 4 ? [] : [i]));
  const counts = {
    numerator: Float64Array.from(kept, cases),
    denominator: Float64Array.from(kept, () => 60),
  };
  const { low, high } = finished(rankSets(counts, { seed: 9, simultaneous: false, draws: 500 }));
  expect(kept.map((i) => found.areas[i]!.rankLow)).toEqual([...low]);
  expect(kept.map((i) => found.areas[i]!.rankHigh)).toEqual([...high]);
  expect(found.areas[3]).toMatchObject({ rankLow: null, reason: 'more-cases-than-people' });
  expect(found.areas[4]).toMatchObject({ rank: null, rankHigh: null, reason: 'no-data' });
  const turned = { ...areas, features: areas.features.toReversed() };
  const again = run(turned, ...rate, '--permutations', '500', '--seed', '9').areas.toReversed();
  expect(again.map(({ rankLow }) => rankLow)).toEqual(found.areas.map(({ rankLow }) => rankLow));
  const all = run(areas, ...rate, '--permutations', '500', '--seed', '9', '--simultaneous');
  expect(kept.every((i) => Number(all.areas[i]!.rankHigh) >= Number(all.areas[i]!.rank))).toBe(true);
  expect(command(areas, [...rate, '--permutations', '50']).lines).toContain('--permutations is "50"');
  expect(command(areas, ['--method', 'moran', '--value', 'value', '--simultaneous']).lines).toContain(
    'rank-sets',
  );
});

test('high is above the reference that is given', () => {
  const found = (reference: readonly string[]) =>
    run(city(), '--method', 'local-moran', '--value', 'value', '--permutations', '0', ...reference).areas;
  for (const { value, pattern } of found(['--reference', '9'])) {
    if (typeof pattern === 'string') expect(pattern.startsWith('high')).toBe(Number(value) > 9);
  }
  expect(found(['--reference', '9']).map(({ p }) => p)).toEqual(found([]).map(({ p }) => p));
  expect(command(city(), ['--method', 'moran', '--value', 'value', '--reference', '9']).code).toBe(2);
});

describe('what the reader should know', () => {
  const areas = city();
  for (const [i, { properties }] of areas.features.entries()) {
    Object.assign(properties!, { cases: i, people: 20 });
  }
  const rows = areas.features.map(({ properties }) => String(properties!.code));
  const joined = (text: string) => [
    ...['--table', save('table.csv', text), '--key', 'code', '--method', 'classify'],
    ...['--value', 'number'],
  ];

  test('more cases than people', () => {
    const rate = ['--numerator', 'cases', '--denominator', 'people', '--method', 'rates'];
    expect(run(areas, ...rate).warnings).toEqual(['more-cases-than-people: 9, first cases of feature 21']);
    expect(run(areas, ...rate).areas[21]).toMatchObject({
      ...{ value: 1.05, raw: null, reason: 'more-cases-than-people' },
    });
    const events = run(areas, ...rate, '--rate-variance', 'poisson').areas[21];
    expect(events).toMatchObject({ raw: 1.05, wilsonLow: null, wilsonHigh: null, reason: null });
  });

  test('values beyond the edges, which are in the outer classes', () => {
    const classes = ['--method', 'classify', '--value', 'cases', '--edges', '5,10,20'];
    const found = run(areas, ...classes);
    expect(found.warnings).toEqual(['values-beyond-edges: 14']);
    expect([0, 9, 10, 29].map((i) => found.areas[i]!.class)).toEqual([0, 0, 1, 1]);
  });

  test('numbers that can be read two ways, and where', () => {
    const table = rows.map((code, i) => `${code};${i < 2 ? i : `${i}.250`}`);
    const [warning] = run(areas, ...joined(['code;number', ...table].join('\n'))).warnings;
    expect(warning).toContain(`28 as 1.250 taken for decimals`);
    expect(warning).toContain(`number of ${rows[2]}`);
  });

  test('rows longer than the others, and tables without rows', () => {
    const table = ['code,number', ...rows.map((code, i) => `${code},${i}${i === 4 ? ',5' : ''}`)];
    expect(run(areas, ...joined(table.join('\n'))).warnings).toEqual(['row/ragged: row 6']);
    expect(refusal(areas, ...joined('code;number\n'))).toContain('has no row with a code');
  });
});

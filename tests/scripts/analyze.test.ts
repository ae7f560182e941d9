import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { METHODS } from '#scripts/analyze/options.ts';
import { OWN_METHODS, SERIES_METHODS } from '#scripts/analyze/own-methods.ts';
import { analyzeCommand } from '#scripts/analyze.ts';
import { sharedPath } from '#tests/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface AreaRow {
  readonly index: number;
  readonly code: string | null;
  readonly class: string | number | null;
  readonly reason: string | null;
  readonly tier: string;
  readonly [name: string]: unknown;
}

interface Document {
  readonly used: number;
  readonly areas: readonly AreaRow[];
  // biome-ignore lint/suspicious/noExplicitAny: its shape goes with the method.
  readonly global: any;
  readonly weights: {
    readonly neighbors: number[][];
    readonly islands: number[];
    readonly components: number;
  };
  readonly inference: { readonly permutations: number; readonly seed: number; readonly correction: string };
  readonly warnings: readonly string[];
}

function run(...args: string[]): Document {
  const out = join(folder, 'out.json');
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = analyzeCommand([...args, '--out', out]);
  const lines = said.mock.calls.flat().join('\n');
  said.mockRestore();
  expect(code, lines).toBe(0);
  return JSON.parse(readFileSync(out, 'utf8'));
}

function refusal(...args: string[]): string {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = analyzeCommand([...args, '--out', join(folder, 'none.json')]);
  const lines = said.mock.calls.flat().join('\n');
  said.mockRestore();
  expect(code).toBe(2);
  return lines;
}

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A lattice of 5 x 5 squares with codes, values rising to the east, and one area without a value. */
function lattice(order = (i: number) => i) {
  const features = Array.from({ length: 25 }, (_, i) => {
    const [x, y] = [120 + (i % 5) / 100, -10 + Math.floor(i / 5) / 100];
    const ring = [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ];
    return {
      type: 'Feature',
      properties: {
        code: `53.71.01.${1001 + i}`,
        value: i === 7 ? null : (i % 5) * 10 + ((i * 7) % 4),
        high: i % 5 > 2 ? 1 : 0,
        cases: i === 3 ? 0 : (i % 5) + 1,
        people: i === 3 ? 0 : 20 + i,
      },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return { type: 'FeatureCollection', features: features.map((_, k) => features[order(k)]!) };
}

const sets =
  sharedPath('vectors/README.md') === null ? null : sharedPath('vectors/README.md')!.replace('README.md', '');
// biome-ignore lint/suspicious/noExplicitAny: the shape is the file's.
const json = (path: string): any => JSON.parse(readFileSync(`${sets}${path}`, 'utf8'));

/** Largest relative difference, absolute below 1e-9 of the largest number; nulls must meet nulls. */
function deviation(mine: readonly unknown[], theirs: readonly (number | null)[]): number {
  const largest = Math.max(...theirs.map((value) => Math.abs(value ?? 0)));
  return Math.max(
    ...theirs.map((value, i) => {
      if (value === null) return mine[i] === null ? 0 : Number.POSITIVE_INFINITY;
      return Math.abs((mine[i] as number) - value) / Math.max(Math.abs(value), 1e-6 * largest);
    }),
  );
}

const column = (document: Document, name: string) => document.areas.map((area) => area[name]);
const base = (set: string, scheme: string) => [
  '--boundaries',
  `${sets}${set}/input.geojson`,
  '--weights-file',
  `${sets}${set}/neighbors.json`,
  '--scheme',
  scheme,
];

describe.skipIf(sets === null)('the command against R', () => {
  test('local and global statistics of columbus, every scheme and style', () => {
    const { local, global } = json('columbus/expected.json');
    for (const variable of ['CRIME', 'INC', 'HOVAL']) {
      for (const scheme of ['queen', 'rook', 'gal', 'knn4']) {
        for (const style of ['W', 'B']) {
          const wanted = local[variable][scheme][style];
          const args = [
            ...base('columbus', scheme),
            '--value',
            variable,
            '--style',
            style,
            '--permutations',
            '0',
          ];
          const moran = run(...args, '--method', 'local-moran');
          const { conditional } = wanted.localmoran;
          expect(deviation(column(moran, 'statistic'), wanted.localmoran.Ii)).toBeLessThan(1e-9);
          expect(deviation(column(moran, 'expected'), conditional.E)).toBeLessThan(1e-9);
          expect(deviation(column(moran, 'variance'), conditional.V)).toBeLessThan(1e-9);
          expect(deviation(column(moran, 'z'), conditional.z)).toBeLessThan(1e-9);
          const whole = global[variable][scheme][style];
          const { statistic, expected, variance, z, p } = moran.global;
          const random = whole.randomisation;
          const reference = [whole.I, whole.EI, random.VI, random.z, random.p_two];
          expect(deviation([statistic, expected, variance, z, p], reference)).toBeLessThan(1e-9);
          for (const [method, name] of [
            ['gi', 'localG'],
            ['gi-star', 'localGstar'],
          ] as const) {
            const found = run(...args, '--method', method);
            expect(deviation(column(found, 'statistic'), wanted[name].G)).toBeLessThan(1e-9);
            expect(deviation(column(found, 'variance'), wanted[name].V)).toBeLessThan(1e-9);
            expect(deviation(column(found, 'z'), wanted[name].z)).toBeLessThan(1e-9);
            expect(deviation(column(found, 'p'), wanted[name].p_two)).toBeLessThan(1e-9);
          }
        }
      }
    }
  });

  test('two variables', () => {
    const { bivariate } = json('columbus/expected.json');
    const wanted = bivariate.CRIME_INC.queen.W;
    const args = [
      ...base('columbus', 'queen'),
      '--value',
      'CRIME',
      '--value2',
      'INC',
      '--permutations',
      '99',
    ];
    const lee = run(...args, '--method', 'lee');
    expect(deviation(column(lee, 'statistic'), wanted.lee.localL)).toBeLessThan(1e-9);
    expect(deviation([lee.global.statistic], [wanted.lee.L])).toBeLessThan(1e-9);
    const moran = run(...args, '--method', 'bivariate');
    expect(deviation(column(moran, 'statistic'), wanted.localmoran_bv.Ii)).toBeLessThan(1e-9);
    expect(deviation([moran.global.statistic], [wanted.moran_bv.I])).toBeLessThan(1e-9);
  });

  test('rates and their standardized Moran', () => {
    const rates = json('nc_sids/expected.json').rates.SID74_BIR74;
    const args = [
      ...base('nc_sids', 'queen'),
      ...['--numerator', 'SID74', '--denominator', 'BIR74', '--rate-variance', 'poisson'],
    ];
    const found = run(...args, '--method', 'rates');
    for (const [name, wanted] of [
      ['raw', rates.raw],
      ['wilsonLow', rates.wilson95.lo],
      ['wilsonHigh', rates.wilson95.hi],
      ['ebGlobal', rates.EB_global_poisson.est],
      ['ebLocal', rates.byW.queen.EBlocal_geoda.est],
      ['ebStandardized', rates.byW.queen.EBI.z],
    ] as const)
      expect(deviation(column(found, name), wanted), name).toBeLessThan(1e-9);
    const { perm } = json('nc_sids/expected_pysal.json');
    const local = run(...args, '--method', 'eb-local-moran', '--permutations', '9999');
    const wanted = perm['EBrate_z|SID74_BIR74|queen'].p_two_sided as number[];
    wanted.forEach((p, i) => {
      const error = 2 * (5 * Math.sqrt((p / 2) * (1 - p / 2) * (1 / 9999 + 1e-6)) + 2 / 9999);
      expect(Math.abs((local.areas[i]!.p as number) - p)).toBeLessThanOrEqual(error);
    });
  });

  test('classes, the scan, missing values', () => {
    const { classification } = json('columbus/expected.json');
    for (const k of [3, 5, 7]) {
      const args = [
        ...base('columbus', 'queen'),
        '--method',
        'classify',
        '--value',
        'CRIME',
        '--k',
        String(k),
      ];
      const fisher = run(...args);
      expect(deviation(fisher.global.breaks, classification.CRIME[k].fisher.brks)).toBeLessThan(1e-12);
      expect(column(fisher, 'class')).toEqual(classification.CRIME[k].fisher.class0);
    }
    const [wanted] = json('scan/expected.json').results['nc_sids|SID79_BIR79|bernoulli'].clusters;
    const rate = ['--numerator', 'SID79', '--denominator', 'BIR79', '--metric', 'euclidean'];
    const scan = run(...base('nc_sids', 'queen'), ...rate, '--method', 'scan', '--permutations', '99');
    expect(scan.global.clusters[0]).toMatchObject({ center: wanted.center, members: wanted.members });
    expect(deviation([scan.global.clusters[0].llr], [wanted.llr])).toBeLessThan(1e-9);
    const gaps = json('edge_cases/missing_columbus.json');
    const boundaries = json('columbus/input.geojson');
    gaps.x.forEach((x: number | null, i: number) => {
      boundaries.features[i].properties.CRIME = x;
    });
    const args = base('columbus', 'queen');
    args[1] = save('gaps.geojson', boundaries);
    const moran = run(...args, '--method', 'local-moran', '--value', 'CRIME', '--permutations', '0');
    expect(deviation(column(moran, 'statistic'), gaps.localmoran_Ii)).toBeLessThan(1e-9);
    const { I, EI, VI, z, p_two } = gaps.global;
    const { statistic, expected, variance, z: mine, p } = moran.global;
    expect(deviation([statistic, expected, variance, mine, p], [I, EI, VI, z, p_two])).toBeLessThan(1e-9);
    expect(gaps.missing.map((i: number) => moran.areas[i]!.class)).toEqual(gaps.missing.map(() => 'no-data'));
    expect(moran.areas[0]).toMatchObject({ class: 'no-neighbours', p: null, q: null });
  });

  test('neighbors of the boundaries themselves', () => {
    const { weights } = json('synth51/neighbors.json');
    const boundaries = ['--boundaries', `${sets}synth51/input.geojson`, '--method', 'neighbors'];
    expect(run(...boundaries, '--islands', 'null').weights.neighbors).toEqual(weights.queen);
    const attached = run(...boundaries);
    expect(attached.weights.neighbors).toEqual(weights.queen_islands_attached);
    expect(attached.weights).toMatchObject({ rule: 'queen', islands: [44], components: 3 });
    const nearest = [...boundaries, '--weights', 'knn:4', '--metric', 'euclidean'];
    expect(run(...nearest).weights.neighbors).toEqual(weights.knn4);
  });

  test.each(['columbus', 'nc_sids', 'synth51'])('borders of %s, in degrees and in a plane', (set) => {
    const { weights } = json(`${set}/neighbors.json`);
    const boundaries = ['--boundaries', `${sets}${set}/input.geojson`, '--method', 'neighbors'];
    for (const rule of ['queen', 'rook']) {
      for (const metric of ['haversine', 'euclidean']) {
        const args = ['--weights', rule, '--metric', metric, '--islands', 'null'];
        expect(run(...boundaries, ...args).weights.neighbors).toEqual(weights[rule]);
      }
    }
  });

  test('p of two seeds differ by chance only', () => {
    const draws = 9999;
    for (const [set, value] of [
      ['columbus', 'CRIME'],
      ['nc_sids', 'SID74'],
    ] as const) {
      const args = [...base(set, 'queen'), '--method', 'local-moran', '--value', value];
      const seeded = (seed: string) => run(...args, '--permutations', String(draws), '--seed', seed);
      const [first, again, second] = [seeded('1'), seeded('1'), seeded('2')];
      expect(again).toEqual(first);
      first.areas.forEach((area, i) => {
        const [p, q] = [area.p as number, second.areas[i]!.p as number];
        const share = (p + q) / 4;
        const error = 2 * Math.sqrt((2 * share * (1 - share)) / draws);
        expect(Math.abs(p - q)).toBeLessThanOrEqual(5 * error + 2 / draws);
      });
      expect(column(second, 'p')).not.toEqual(column(first, 'p'));
    }
  });
});

describe('the command', () => {
  test('gives each area the same numbers whatever the order of the file', () => {
    const shuffle = (i: number) => (i * 7 + 3) % 25;
    const plain = save('plain.geojson', lattice());
    const shuffled = save('shuffled.geojson', lattice(shuffle));
    for (const key of [['--key', 'code'], []]) {
      for (const method of [
        ['--method', 'local-moran', '--value', 'value', '--permutations', '999'],
        ['--method', 'scan', '--numerator', 'cases', '--denominator', 'people', '--permutations', '99'],
        ['--method', 'lee', '--value', 'value', '--value2', 'high', '--permutations', '99'],
      ]) {
        const first = run('--boundaries', plain, ...key, ...method);
        const second = run('--boundaries', shuffled, ...key, ...method);
        second.areas.forEach(({ index, ...row }, k) => {
          const { index: at, ...same } = first.areas[shuffle(k)]!;
          expect([index, at]).toEqual([k, shuffle(k)]);
          expect(row).toEqual(same);
        });
        if (!('clusters' in first.global)) expect(second.global).toEqual(first.global);
      }
    }
  });

  test('says why an area has no number', () => {
    const boundaries = ['--boundaries', save('plain.geojson', lattice()), '--key', 'code'];
    const moran = run(...boundaries, '--method', 'local-moran', '--value', 'value', '--permutations', '99');
    expect(moran.areas[7]).toMatchObject({
      code: '53.71.01.1008',
      class: 'no-data',
      reason: 'no-data',
      p: null,
    });
    expect(moran.used).toBe(24);
    const rates = run(
      ...boundaries,
      '--method',
      'rates',
      '--numerator',
      'cases',
      '--denominator',
      'people',
      '--k',
      '3',
    );
    expect(rates.areas[3]).toMatchObject({ class: 'no-data', reason: 'no-population', raw: null });
    const joins = run(...boundaries, '--method', 'join-count', '--value', 'high');
    expect(joins.areas[0]).toMatchObject({ class: 'not-significant', reason: 'not-marked', p: null });
    expect(joins.areas[14]).toMatchObject({ statistic: 5 });
    expect(joins.areas[14]!.p).toBeCloseTo(126 / 42_504, 14);
  });

  test('joins a table by code, dots or none, decimal commas, and says what does not fit', () => {
    const rows = Array.from({ length: 24 }, (_, i) => `537101${1001 + i};${i === 2 ? '' : `${i},5`}`);
    const table = save('table.csv', ['code;"rate, %"', ...rows, '9999;1,5'].join('\n'));
    const args = ['--boundaries', save('plain.geojson', lattice()), '--table', table, '--key', 'code'];
    const found = run(...args, '--method', 'classify', '--value', 'rate, %', '--breaks', 'equal', '--k', '2');
    expect(column(found, 'value').slice(0, 5)).toEqual([0.5, 1.5, null, 3.5, 4.5]);
    expect(found.areas[24]!.reason).toBe('no-data');
    expect(found.global.breaks).toEqual([0.5, 12, 23.5]);
    expect(found.warnings).toEqual(['table-rows-without-area: 1, first 9999', 'areas-without-table-row: 1']);
  });

  test('few areas and equal values are never significant', () => {
    const few = lattice();
    few.features.length = 10;
    const args = ['--method', 'local-moran', '--value', 'value', '--permutations', '999'];
    const found = run('--boundaries', save('few.geojson', few), ...args);
    expect(found.warnings).toContain('too-few-areas');
    expect(found.areas.every((area) => area.class !== 'high-high' && area.tier === 'none')).toBe(true);
    expect(found.areas[0]!.p).not.toBeNull();
    const even = lattice();
    for (const { properties } of even.features) properties.value = 0.1 + 0.2;
    for (const method of ['local-moran', 'gi', 'moran']) {
      const flat = run('--boundaries', save('even.geojson', even), '--method', method, '--value', 'value');
      expect(new Set(column(flat, 'reason'))).toEqual(new Set(['no-variation']));
      expect(column(flat, 'p').every((p) => p === null)).toBe(true);
    }
  });

  test('refuses, and says what to mend', () => {
    const plain = save('plain.geojson', lattice());
    const boundaries = ['--boundaries', plain];
    const rate = ['--numerator', 'cases', '--denominator', 'people'];
    expect(refusal(...boundaries, '--method', 'moran', ...rate)).toContain('eb-local-moran');
    expect(refusal(...boundaries, '--method', 'gi', '--value', 'nothing')).toContain('code, value, high');
    expect(refusal(...boundaries, '--method', 'join-count', '--value', 'value')).toContain('0 and 1 only');
    expect(refusal(...boundaries, '--method', 'kriging')).toContain('give one of moran');
    expect(refusal(...boundaries, '--method', 'gi')).toContain('needs --value');
    expect(refusal(...boundaries, '--method', 'gi', '--value', 'value', '--weights', 'knn')).toContain(
      'knn:K',
    );
    expect(refusal(...boundaries, '--method', 'gi', '--value', 'code')).toContain('is no number');
    expect(refusal('--boundaries', join(folder, 'absent'), '--method', 'neighbors')).toContain(
      'no such file',
    );
    expect(refusal('--boundaries', save('bad.json', '{'), '--method', 'neighbors')).toContain('not JSON');
    const lists = save('lists.json', { weights: { short: [[1], [0]] } });
    const short = [...boundaries, '--method', 'neighbors', '--weights-file', lists];
    expect(refusal(...short, '--scheme', 'short')).toContain('2 lists for 25 areas');
    expect(refusal(...short, '--scheme', 'long')).toContain('there are short');
    const over = [...boundaries, '--method', 'scan', '--numerator', 'people', '--denominator', 'cases'];
    expect(refusal(...over)).toContain('--model poisson');
  });

  test('--help names every method and default', () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(analyzeCommand(['--help'])).toBe(0);
    const help = said.mock.calls.flat().join('\n');
    said.mockRestore();
    for (const method of [...METHODS, ...Object.keys({ ...OWN_METHODS, ...SERIES_METHODS })])
      expect(help).toContain(method);
    for (const standard of [
      '99999',
      'default 1)',
      'fisher)',
      'default 5',
      'bernoulli)',
      '0.5',
      'queen)',
      'haversine)',
      'attach)',
      'default W',
    ])
      expect(help).toContain(standard);
  });
});

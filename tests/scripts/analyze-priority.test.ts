import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { analyzeCommand } from '#scripts/analyze.ts';
import { sharedPath } from '#tests/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-priority-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly index: number;
  readonly code: string | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly expectedRank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly inTop: number | null;
  readonly contributions: readonly (number | null)[];
  readonly beyondGoalposts: readonly (boolean | null)[];
  readonly reason: string | null;
  readonly lacks: string | null;
}

interface Document {
  readonly used: number;
  readonly areas: readonly Row[];
  // biome-ignore lint/suspicious/noExplicitAny: read where it is checked.
  readonly global: any;
  readonly inference: { readonly seed: number };
  readonly warnings: readonly string[];
}

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function command(boundaries: string, criteria: unknown, ...args: string[]) {
  const out = join(folder, 'out.json');
  const path = typeof criteria === 'string' ? criteria : save('criteria.json', criteria);
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const given = ['--boundaries', boundaries, '--method', 'priority', '--criteria', path, '--out', out];
  const code = analyzeCommand([...given, ...args]);
  const lines = said.mock.calls.flat().join('\n');
  said.mockRestore();
  return { code, lines, out };
}

function run(boundaries: string, criteria: unknown, ...args: string[]): Document {
  const { code, lines, out } = command(boundaries, criteria, ...args);
  expect(code, lines).toBe(0);
  return JSON.parse(readFileSync(out, 'utf8'));
}

function refusal(boundaries: string, criteria: unknown, ...args: string[]): string {
  const { code, lines } = command(boundaries, criteria, ...args);
  expect(code).toBe(2);
  return lines;
}

const PEOPLE = [100, 200, null, 0, 20, 400];
const CASES = [10, 40, 5, 0, 4, 200];
const POOR = [30, 20, 10, 5, 5, 60];

/** Six squares in a row; the third has no count, the fourth nobody, the fifth few people. */
function row(order = (i: number) => i) {
  const features = PEOPLE.map((people, i) => ({
    type: 'Feature',
    properties: { code: `a${i}`, cases: CASES[i], people, poor: POOR[i], served: 100 - 10 * i },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [i, 0],
          [i + 1, 0],
          [i + 1, 1],
          [i, 1],
          [i, 0],
        ],
      ],
    },
  }));
  return { type: 'FeatureCollection', features: features.map((_, k) => features[order(k)]!) };
}

const rate = { numerator: 'cases', denominator: 'people', direction: 'more-is-worse' };
const SICK = { ...rate, scaling: 'goalposts', low: 0, high: 0.5, weight: 3 };
const POORNESS = { field: 'poor', direction: 'more-is-worse', scaling: 'percentile', weight: 1 };

describe('the priority command', () => {
  const boundaries = save('row.geojson', row());

  test('scores, ranks, contributions and reasons that a person can check', () => {
    const { areas, used, global } = run(boundaries, { criteria: [SICK, POORNESS], top: 1, runs: 200 });
    expect(used).toBe(3);
    // Sick: 20, 40 and 100 of 100; poor among the three compared: 50, 0 and 100. Weights 3 to 1.
    expect(areas.map(({ score }) => score)).toEqual([27.5, 30, null, null, null, 100]);
    expect(areas.map(({ rank }) => rank)).toEqual([3, 2, null, null, null, 1]);
    expect(areas[0]!.contributions).toEqual([15, 12.5]);
    expect(areas.map(({ reason }) => reason)).toEqual([
      null,
      null,
      'no-data',
      'no-population',
      'too-few-people',
      null,
    ]);
    expect(areas[2]).toMatchObject({ lacks: 'cases/people', inTop: null, contributions: [null, null] });
    expect(areas[5]).toMatchObject({ rankLow: 1, rankHigh: 1, inTop: 1, robust: true });
    expect(global.criteria[0]).toMatchObject({ name: 'cases/people', weight: 0.75, low: 0, high: 0.5 });
    expect(global).toMatchObject({ aggregation: 'arithmetic', top: 1, runs: 200 });
    const all = run(boundaries, { criteria: [SICK], leastDenominator: 0, runs: 0 });
    expect(all.areas[4]).toMatchObject({ score: 40, expectedRank: null, reason: null });
    expect(all.areas[3]!.reason).toBe('no-population');
  });

  test('more-is-better turns the scale, and areas beyond a goalpost keep their order', () => {
    const served = { field: 'served', direction: 'more-is-better', scaling: 'goalposts', low: 50, high: 80 };
    const { areas, global } = run(boundaries, { criteria: [served] });
    expect(areas.map(({ rank }) => rank)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(areas.map(({ score }) => score).slice(0, 3)).toEqual([0, 0, 0]);
    expect(areas.map(({ beyondGoalposts }) => beyondGoalposts)).toEqual([
      [true],
      [true],
      ...[[false], [false], [false], [false]],
    ]);
    expect(global.criteria[0]).toMatchObject({ drawnIn: 2, weight: 1 });
    expect(global.top).toBe(6);
  });

  test('the order of the file changes nothing, the seed only what is drawn', () => {
    const shuffle = (i: number) => (i * 5 + 2) % 6;
    const shuffled = save('shuffled.geojson', row(shuffle));
    const question = { criteria: [SICK, { ...POORNESS, scaling: 'z' }], aggregation: 'geometric' };
    for (const key of [['--key', 'code'], []]) {
      const [first, second] = [run(boundaries, question, ...key), run(shuffled, question, ...key)];
      second.areas.forEach(({ index, ...rest }, k) => {
        const { index: _, ...same } = first.areas[shuffle(k)]!;
        expect([index, rest]).toEqual([k, same]);
      });
      expect(second.global).toEqual(first.global);
    }
    const [plain, option] = [run(boundaries, question), run(boundaries, question, '--seed', '9')];
    expect(option.inference.seed).toBe(9);
    expect(option.areas[0]!.score).toBe(plain.areas[0]!.score);
    expect(option.areas[0]!.expectedRank).not.toBe(plain.areas[0]!.expectedRank);
    expect(run(boundaries, { ...question, seed: 9 }, '--seed', '2')).toEqual(option);
  });

  test('nothing to vary, nothing varies', () => {
    const { areas, global } = run(boundaries, { criteria: [SICK, POORNESS], vary: [] });
    for (const area of areas) expect(area.expectedRank).toBe(area.rank);
    expect(global.varianceShares.interaction).toBe(0);
  });

  test('where no area has every criterion nothing is ranked, and it is said', () => {
    const bare = row();
    for (const { properties } of bare.features) properties.poor = Number.NaN;
    const none = save('none.geojson', bare);
    const { areas, used, warnings } = run(none, { criteria: [POORNESS], top: 3 });
    expect([used, warnings]).toEqual([0, ['no-area-has-every-criterion']]);
    expect(areas[0]).toMatchObject({ score: null, rank: null, expectedRank: null, robust: null });
  });

  test('refuses bad criteria, with what, where and how to mend', () => {
    const with_ = (changes: object) => ({ criteria: [POORNESS, { ...SICK, ...changes }] });
    const refused = (changes: object) => refusal(boundaries, with_(changes));
    expect(refused({ direction: 'up' })).toMatch(
      /criteria\[1\]: direction is "up": give one of more-is-worse/,
    );
    expect(refused({ direction: undefined })).toContain('direction is missing');
    expect(refused({ scaling: 'rank' })).toContain('give one of goalposts, z, percentile');
    expect(refused({ low: null })).toContain('low is missing');
    expect(refused({ high: '0.5' })).toContain('high is "0.5": give a number');
    expect(refused({ low: 1 })).toContain('more than low (1)');
    expect(refused({ weight: -1 })).toContain('weight is -1: give 0 or more');
    expect(refused({ wieght: 1 })).toContain('has "wieght", which is unknown: it takes field, name');
    expect(refused({ denominator: undefined })).toContain('denominator is missing');
    expect(refused({ field: 'poor' })).toContain('it, or numerator and denominator');
    expect(refused({ denominator: 'folk' })).toContain('no property "folk"; there are code, cases');
    expect(refused({ numerator: 'people', denominator: 'poor' })).toContain('more than poor');
    expect(refusal(boundaries, { criteria: [] })).toContain('give at least one');
    expect(refusal(boundaries, { criteria: [{ ...SICK, weight: 0 }] })).toContain('every weight is 0');
    const asked = (rest: object) => refusal(boundaries, { criteria: [SICK], ...rest });
    expect(asked({ aggregation: 'mean' })).toContain('arithmetic, geometric, mazziotta-pareto');
    expect(asked({ runs: 1 })).toContain('runs is 1: give 0, or 2 to 65534');
    expect(asked({ seed: -1 })).toContain('seed is -1');
    expect(asked({ top: 4 })).toContain('top is 4, but 3 areas have every criterion: give 1 to 3');
    expect(asked({ vary: ['luck'] })).toContain('a list of weights');
    expect(refusal(boundaries, [])).toContain('is no object');
    expect(refusal(boundaries, join(folder, 'absent'))).toContain('no such file');
    expect(refusal(boundaries, { criteria: [SICK] }, '--value', 'poor')).toContain('from --criteria');
  });

  test('--help names every member that the file takes, and its default', () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    analyzeCommand(['--help']);
    const help = said.mock.calls.flat().join('\n');
    said.mockRestore();
    const unknown = (changes: object) =>
      refusal(boundaries, { criteria: [{ ...SICK, ...changes }], ...changes });
    const named = unknown({ strange: 1 }).split('it takes ')[1]!.split(', ');
    const ofCriteria = refusal(boundaries, { criteria: [{ strange: 1 }] })
      .split('it takes ')[1]!
      .split(', ');
    for (const member of [...named, ...ofCriteria]) expect(help).toContain(member.trim());
    const { global } = run(boundaries, { criteria: [SICK, POORNESS] });
    for (const standard of [global.runs, global.aggregation, global.concentration, global.leastDenominator])
      expect(help).toContain(`(default ${standard})`);
  });

  test('says what it did not use', () => {
    const rates = { ...SICK, high: 50 };
    const { warnings } = run(boundaries, { criteria: [rates, { ...POORNESS, low: 0, high: 1 }] });
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual([
      'goalposts-beyond-rates',
      'goalposts-not-used',
    ]);
  });
});

const vectors = sharedPath('vectors/composite/expected.json');
const synth51 = sharedPath('vectors/synth51/input.geojson');

describe.skipIf(vectors === null || synth51 === null)('the shared vectors, through the command', () => {
  const all = vectors === null ? {} : JSON.parse(readFileSync(vectors, 'utf8'));
  const sources = [
    { numerator: 'stunted', denominator: 'under5' },
    { numerator: 'wasted', denominator: 'under5' },
    { numerator: 'extreme_poor', denominator: 'households' },
  ];

  /** The worst relative deviation of scores, after a change of scale; ranks must be the same. */
  function deviation(
    found: Document,
    scores: readonly number[],
    ranks: readonly number[],
    shift = 0,
    by = 1,
  ) {
    expect(found.areas.map(({ rank }) => rank)).toEqual(ranks);
    const off = scores.map((wanted, i) => {
      const { score, contributions } = found.areas[i]!;
      const sum = contributions.reduce<number>((all, each) => all + each!, 0);
      expect(Math.abs(sum - score!)).toBeLessThan(1e-9);
      return Math.abs((score! + shift) / by - wanted) / Math.max(1, Math.abs(wanted));
    });
    return Math.max(...off);
  }

  test.each([
    ['equal_raw', 'X_raw'],
    ['weighted_raw_50_20_30', 'X_raw'],
    ['equal_eb', 'X_eb'],
  ])('%s to 1e-9', (name, input) => {
    const expected = all[name];
    const columns: number[][] = [0, 1, 2].map((k) => all[input].map((each: number[]) => each[k]!));
    const boundaries = JSON.parse(readFileSync(synth51!, 'utf8'));
    boundaries.features.forEach((feature: { properties: Record<string, unknown> }, i: number) => {
      columns.forEach((column, k) => {
        feature.properties[`eb${k}`] = column[i];
      });
    });
    const path = save('synth51.geojson', boundaries);
    const ask = (scaling: string, aggregation: string, weights: readonly number[]) => {
      const criteria = columns.map((column, k) => ({
        ...(input === 'X_raw' ? sources[k] : { field: `eb${k}` }),
        direction: 'more-is-worse',
        scaling,
        ...(scaling === 'goalposts' ? { low: Math.min(...column), high: Math.max(...column) } : {}),
        weight: weights[k],
      }));
      return run(path, { criteria, aggregation, runs: 0 });
    };
    const { weights } = expected;
    const found = {
      arithmetic: deviation(
        ask('goalposts', 'arithmetic', weights),
        expected.arith_minmax_0_100,
        expected.rank_arith,
      ),
      geometric: deviation(
        ask('goalposts', 'geometric', weights),
        expected.geom_minmax_1_100,
        expected.rank_geom,
      ),
      z: deviation(ask('z', 'arithmetic', weights), expected.arith_z_pop, expected.rank_z, -50, 10),
      percentile: deviation(
        ask('percentile', 'arithmetic', weights),
        expected.arith_percent_rank_0_100,
        expected.rank_percent,
      ),
      pareto: deviation(
        ask('z', 'mazziotta-pareto', [1, 1, 1]),
        expected.mpi_plus_equal_weights,
        expected.rank_mpi,
        50,
      ),
    };
    if (process.env.PETA_DEVIATIONS) console.log(name, found);
    for (const off of Object.values(found)) expect(off).toBeLessThan(1e-9);
  });
});

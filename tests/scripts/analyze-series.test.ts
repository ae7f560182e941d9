import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { analyzeCommand } from '#scripts/analyze.ts';
import { sharedPath } from '#tests/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-series-'));
afterAll(() => rmSync(folder, { recursive: true }));

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function command(method: string, ...args: readonly string[]) {
  const out = join(folder, 'out.json');
  rmSync(out, { force: true });
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = analyzeCommand(['--method', method, '--out', out, ...args]);
  const lines = said.mock.calls.flat().join('\n');
  said.mockRestore();
  return { code, lines, read: () => JSON.parse(readFileSync(out, 'utf8')) };
}

/** The vectors' file, read and as the command reads it. */
function vectors(path: string, method: string, ...args: readonly string[]) {
  const found = sharedPath(`vectors/${path}`);
  if (found === null) return null;
  const { code, lines, read } = command(method, '--series', found, ...args);
  expect(code, lines).toBe(0);
  return { expected: JSON.parse(readFileSync(found, 'utf8')), areas: read().areas };
}

function expectClose(own: readonly number[], expected: readonly number[]) {
  expect(own.length).toBe(expected.length);
  for (const [k, value] of expected.entries()) expect(own[k]).toBeCloseTo(value, 10);
}

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];

describe('the command of series', () => {
  test('mann-kendall reads the reference file as it is and gives its numbers', () => {
    const found = vectors('timeseries/mann_kendall.json', 'mann-kendall');
    if (found === null) return;
    for (const own of found.areas) {
      const expected = found.expected.series[own.code];
      expect([own.n, own.s]).toEqual([expected.n, expected.S]);
      expectClose(
        [own.variance, own.z, own.pNormal, own.slope, own.tauA],
        [
          expected.varS,
          expected.z_continuity,
          expected.p_two_sided_normal,
          expected.sen_slope,
          expected.tau_a,
        ],
      );
      if (expected.p_exact_no_ties !== null) expectClose([own.pExact], [expected.p_exact_no_ties]);
      if (expected.tau_b === null) expect(own.tauB).toBeNull();
      else expectClose([own.tauB], [expected.tau_b]);
    }
    expect(found.areas.map((own: { class: string }) => own.class)).toContain('too-short');
  });

  test('p-chart and ewma read the reference file as it is and give its numbers', () => {
    const chart = vectors('timeseries/pchart.json', 'p-chart');
    const ewma = vectors('timeseries/pchart.json', 'ewma');
    const frozen = vectors('timeseries/pchart.json', 'p-chart', '--baseline', '8');
    if (chart === null || ewma === null || frozen === null) return;
    const [own, { expected }] = [chart.areas[0], chart];
    expectClose([own.center, own.sigmaZ], [expected.pbar, expected.laney_sigma_z]);
    expectClose(own.z, expected.z);
    expectClose(own.lcl, expected.lcl);
    expectClose(own.ucl, expected.ucl);
    expectClose(own.laneyLcl, expected.laney_lcl);
    expectClose(own.laneyUcl, expected.laney_ucl);
    expectClose(ewma.areas[0].ewma, expected.ewma_z);
    expectClose(ewma.areas[0].ewmaLimit, expected.ewma_limit);
    expectClose([frozen.areas[0].center], [expected.pbar_baseline8]);
  });

  test('a table with a row an area and period: a row that is missing is a gap, with its place in time', () => {
    const rows = QUARTERS.flatMap((quarter, k) => [
      `53.71.01.1001;${quarter};${400 - 40 * k};1000`,
      ...(k === 2 ? [] : [`53.71.01.1002;${quarter};${k % 2 === 0 ? 210 : 200};1000`]),
    ]);
    const path = save('long.csv', ['kode;periode;kasus;diukur', ...rows].join('\n'));
    const args = ['--series', path, '--key', 'kode', '--numerator', 'kasus', '--denominator', 'diukur'];
    const { areas, warnings } = command('mann-kendall', ...args).read();
    expect(areas).toMatchObject([
      { code: '53.71.01.1001', n: 8, class: 'falling', slope: expect.closeTo(-0.04, 12), reason: null },
      { code: '53.71.01.1002', n: 7, class: 'not-significant' },
    ]);
    expect(areas[0].pRepeated).toBeLessThan(0.01);
    expect(warnings).toEqual([]);
    expect(command('p-chart', ...args, '--baseline', '4').read().areas[0]).toMatchObject({
      periods: QUARTERS,
      class: 'changed',
      baseline: 4,
    });
  });

  test('fields of the areas in the order of time', () => {
    const feature = (code: string, values: readonly (number | null)[]) => ({
      type: 'Feature',
      properties: { code, ...Object.fromEntries(values.map((value, k) => [`q${k}`, value])) },
      geometry: { type: 'Point', coordinates: [values[0] ?? 0, 0] },
    });
    const features = [feature('a', [1, 2, 3, 4, 5]), feature('b', [1, null, null, null, null])];
    const path = save('areas.geojson', { type: 'FeatureCollection', features });
    const args = ['--boundaries', path, '--key', 'code', '--value', 'q0,q1,q2,q3,q4'];
    const { areas } = command('mann-kendall', ...args).read();
    expect(areas).toMatchObject([
      { code: 'a', s: 10, class: 'maybe-rising', p: expect.closeTo(1 / 60, 12), slope: 1 },
      { code: 'b', n: 1, p: null, class: 'too-short', reason: 'too-short' },
    ]);
    const spaced = command('mann-kendall', ...args, '--periods', '2021,2022,2023,2024,2026').read();
    expect(spaced.areas[0].slope).toBe(1);
  });

  test('ears looks at the last of ten periods, among all areas where cases and people are given', () => {
    const quiet = { k: [20, 21, 19, 20, 22, 20, 18, 21, 20, 20], n: Array(10).fill(100) };
    const loud = { ...quiet, k: [...quiet.k.slice(0, 9), 60] };
    const short = { k: [1, 2], n: [9, 9] };
    const path = save('months.json', { quiet, loud, short });
    const { areas } = command('ears', '--series', path).read();
    expect(areas.map((own: { class: string }) => own.class)).toEqual(['none', 'look-at-data', 'too-short']);
    expect(areas[1].alarms.at(-1)).toBe('c1');
    expect(areas[2].reason).toBe('too-short');
  });

  test('inequality of cases and people, of rates and people, and of a table with a row an area and group', () => {
    const [k, n] = [
      [61, 58, 49, 12],
      [150, 163, 148, 98],
    ];
    const lists = save('groups.json', { kota: { k, n }, kecil: { k: [1, null, 2], n: [9, 9, 9] } });
    const [city, small] = command('inequality', '--series', lists).read().areas;
    expect(city).toMatchObject({
      class: 'poor-worse-off',
      reason: null,
    });
    expect(city.difference.value).toBeCloseTo(61 / 150 - 12 / 98, 12);
    expect(small).toMatchObject({ reason: 'group-not-known', class: 'no-data', sii: { value: null } });
    const rates = save('rates.json', { x: k.map((cases, j) => (100 * cases) / n[j]!), n });
    const percent = command('inequality', '--series', rates, '--scale', '100').read().areas[0];
    expect(percent.sii.value).toBeCloseTo(city.sii.value, 12);
    expect(command('inequality', '--series', rates).lines).toContain('give --scale 100 of percent');
    const rows = k.map((cases, j) => `Kota;Desil ${j + 1};${cases};${n[j]}`).toReversed();
    const table = save('groups.csv', ['wilayah;desil;kasus;anak', ...rows].join('\n'));
    const fields = ['--key', 'wilayah', '--numerator', 'kasus', '--denominator', 'anak'];
    const own = command('inequality', '--series', table, ...fields).read().areas[0];
    expect([own.code, own.groups, own.rci]).toEqual(['Kota', ['1', '2', '3', '4'], city.rci]);
    const better = command('inequality', '--series', lists, '--direction', 'more-is-better').read().areas[0];
    expect([better.sii.value, better.class]).toEqual([-city.sii.value, 'rich-worse-off']);
    expect(command('inequality', '--series', save('d.csv', 'desil;k;n\n1 - 2;3;4')).lines).toContain(
      'is no one group',
    );
  });

  test('change of the last two periods, or of two by name, and what fewer measured children make of it', () => {
    const periods = ['2025-Q1', '2025-Q2', '2025-Q4'];
    const path = save('change.json', {
      alak: { k: [30, 110, 60], n: [100, 300, 320], s: [350, 350, 350], periods },
      oebobo: { k: [30, 100, 60], n: [100, 500, 300], s: [600, 600, 600], periods },
      maulafa: { k: [30, 20, null], n: [100, 110, null], s: [600, 600, 600], periods },
    });
    const { areas } = command('change', '--series', path, '--target', 's').read();
    expect(areas[0]).toMatchObject({ from: '2025-Q2', to: '2025-Q4', class: 'down', fall: 'with-rate' });
    // Six months: 35 of 350 come, so 385 children, of whom at least 235 were measured twice.
    expect(areas[0].sameChildren).toMatchObject({ least: 235, most: 300 });
    expect(areas[1]).toMatchObject({
      cases: -40,
      casesByRate: 0,
      class: 'not-significant',
      fall: 'only-fewer-measured',
    });
    expect(areas[2]).toMatchObject({ p: null, class: 'no-data', reason: 'no-data', sameChildren: null });
    const named = command('change', '--series', path, '--from', 'TW I 2025', '--to', '2025-Q2').read()
      .areas[2];
    expect([named.difference, named.low, named.pFisher]).toEqual(
      [-0.118181818181818, -0.231753336118384, 0.0521590501851926].map((each) => expect.closeTo(each, 9)),
    );
    expect(command('change', '--series', path, '--from', '2024').lines).toContain('no period of alak');
    expect(command('change', '--series', path, '--from', '2025-Q4').lines).toContain(
      'an earlier period to a later',
    );
  });

  test('emerging reads the reference cases as they are, and says of each what they say', () => {
    const found = vectors('ehsa/expected.json', 'emerging');
    if (found === null) return;
    const own = found.areas.map(({ code, class: says }: Record<string, unknown>) => [code, says]);
    expect(own).toEqual(
      found.expected.cases.map(({ name, expected }: Record<string, unknown>) => [name, expected]),
    );
    for (const [k, { mk_S, mk_p }] of found.expected.cases.entries())
      expectClose([found.areas[k].trendS, found.areas[k].trendP], [mk_S, mk_p]);
  });

  test('emerging of a map: a corner that is hot in the last two of eight periods', () => {
    const [side, periods] = [6, 8];
    const corner = (i: number) => i % side < 2 && i < 2 * side;
    const features = Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [120 + (i % side) / 100, -10 + Math.floor(i / side) / 100];
      const [a, b] = [x + 0.01, y + 0.01];
      const ring = [[x, y], [a, y], [a, b], [x, b], [x, y]]; // biome-ignore format: a square
      return {
        type: 'Feature',
        properties: { code: `a${i}` },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    });
    const map = save('map.geojson', { type: 'FeatureCollection', features });
    const rows = features.flatMap(({ properties: { code } }, i) =>
      Array.from({ length: periods }, (_, k) => {
        const cases = corner(i) && k >= 6 ? 140 : 60 + ((i * 7 + k) % 5);
        return i === 35 && k === 7 ? '' : `${code},2024-${String(k + 1).padStart(2, '0')},${cases},300`;
      }),
    );
    const table = save('map.csv', ['kode,bulan,kasus,anak', ...rows.filter((row) => row !== '')].join('\n'));
    const args = ['--boundaries', map, '--key', 'code=kode', '--series', table, '--permutations', '9999'];
    const { areas, used, inference } = command(
      'emerging',
      ...args,
      '--numerator',
      'kasus',
      '--denominator',
      'anak',
    ).read();
    expect(areas[0]).toMatchObject({
      class: 'consecutive hot',
      hot: 2,
      bins: [0, 0, 0, 0, 0, 0, 1, 1],
      reason: null,
    });
    expect(areas[21]).toMatchObject({ class: 'no pattern', periods: 8 });
    expect(areas[35]).toMatchObject({ class: 'too-short', periods: 7, reason: 'too-short' });
    expect([used, inference.permutations]).toEqual([35, 9999]);
  });

  test('target: from 4,000 to 2,000 in six months, and a prevalence', () => {
    const periods = ['2024-06', '2024-07', '2024-08', '2024-09', '2024-10'];
    const path = save('target.json', {
      kota: { k: [4400, 4300, 4200, 4100, 4000], n: Array(5).fill(20000), periods },
      turun: { k: [4400, 4100, 3800, 3500, 3200], n: [22000, 20500, 19000, 17500, 16000], periods },
    });
    const asked = ['--series', path, '--measure', 'cases', '--goal', '2000', '--due', '2025-04'];
    const { areas } = command('target', ...asked).read();
    expect(areas[0]).toMatchObject({
      latest: { value: 4000, period: '2024-10' },
      class: 'off-track',
      fall: 'with-rate',
    });
    expect([areas[0].required, areas[0].pace, areas[0].projected]).toEqual(
      [-2000 / 6, -100, 3400].map((each) => expect.closeTo(each, 6)),
    );
    expect(areas[1].fall).toBe('only-fewer-measured');
    const rate = ['--series', path, '--measure', 'prevalence', '--goal', '14.2', '--due', 'April 2025'];
    expect(command('target', ...rate).read()).toMatchObject({
      global: { value: 0.142, measure: 'rate' },
      used: 2,
    });
    expect(command('target', ...asked.slice(0, -1), '2025').lines).toContain('--due is "2025"');
    expect(command('target', ...asked.slice(0, -2)).lines).toContain('--due is missing');
  });

  test('what is wrong is said with its place, and nothing is written', () => {
    const refusal = (content: unknown, ...args: readonly string[]) => {
      const { code, lines, read } = command('mann-kendall', '--series', save('bad', content), ...args);
      expect(code).toBe(2);
      expect(read).toThrow();
      return lines;
    };
    expect(refusal('a;b\n1;2')).toContain('no column "period"');
    expect(refusal('periode;x\nMaret 2025;1\n2025-Q1;2')).toContain('several kinds');
    expect(refusal('periode;x\nkemarin;1')).toContain('"kemarin" is no period');
    expect(refusal('kode;periode;x\n1;2025-Q1;1\n1;2025-Q1;2', '--key', 'kode')).toContain(
      'row 3 repeats 2025-Q1 of 1',
    );
    expect(refusal({ a: { y: [1] } })).toContain('no series');
    expect(refusal({ a: { k: [5], n: [4] } })).toContain('cases are 0 to all');
    expect(refusal({ a: { x: [1, 'satu'] } })).toContain('"satu" is no number');
    expect(command('mann-kendall').lines).toContain('--series is missing');
    expect(command('p-chart', '--series', save('x.json', { a: { x: [1, 2] } })).lines).toContain(
      'needs cases and people',
    );
    const over = command('p-chart', '--series', save('y.json', { a: { k: [1], n: [2] } }), '--baseline', '2');
    expect(over.lines).toContain('1 to 1 of a');
    expect(command('mann-kendall', '--baseline', '2').lines).toContain(
      '--baseline goes with --method p-chart',
    );
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { analyzeCommand } from '#scripts/analyze.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-exceedance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CASES = [12, 40, 55, 9, 120, 70, 3, 28, 5, null];
const PEOPLE = [100, 150, 160, 90, 400, 180, 60, 31, 20, 50];

function command(...args: readonly string[]) {
  const [input, out] = [join(folder, 'areas.geojson'), join(folder, 'out.json')];
  const features = CASES.map((n, i) => ({
    type: 'Feature',
    properties: { n, N: PEOPLE[i] },
    geometry: { type: 'Point', coordinates: [i, 0] },
  }));
  writeFileSync(input, JSON.stringify({ type: 'FeatureCollection', features }));
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = analyzeCommand([
    ...['--boundaries', input, '--numerator', 'n', '--denominator', 'N', '--out', out],
    ...args,
  ]);
  const lines = said.mock.calls.flat().join('\n');
  said.mockRestore();
  return { code, lines, read: () => JSON.parse(readFileSync(out, 'utf8')) };
}

test('each area with its probability, or the reason why it has none', () => {
  const document = command('--method', 'exceedance', '--threshold', '0.2').read();
  const [first, second] = document.areas;
  expect(first.value).toBe(0.12);
  expect(first.probability).toBeLessThan(0.05);
  expect([first.class, second.class, second.reason]).toEqual([0, 4, null]);
  expect(document.areas.slice(8)).toMatchObject([
    { value: null, probability: null, class: null, reason: 'too-few' },
    { value: null, probability: null, class: null, reason: 'missing' },
  ]);
  expect(document).toMatchObject({ used: 9, global: { threshold: 0.2, distinguishes: true } });
  const city = command('--method', 'exceedance', '--threshold', 'city').read();
  expect(city.global.threshold).toBe(342 / 1191);
});

test('a threshold that is none, or of another method, is refused', () => {
  const { code, lines } = command('--method', 'exceedance', '--threshold', '20');
  expect([code, lines]).toEqual([2, 'analyze: --threshold is "20": give a rate between 0 and 1, or city']);
  expect(command('--method', 'exceedance').lines).toContain('--threshold is missing');
  expect(command('--method', 'rates', '--threshold', '0.2').lines).toContain(
    '--threshold goes with --method exceedance',
  );
});

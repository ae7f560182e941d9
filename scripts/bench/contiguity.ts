/**
 * Times who neighbors whom on real boundaries, beside reading them: `node --max-old-space-size=6000 --import tsx
 * scripts/bench/contiguity.ts [file ...]`, by default all 83,402 villages of Indonesia (GeoJSON, or one feature a line,
 * gzipped or not). Says what was found.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from '#core/area.ts';
import { neighborGraph } from '#core/neighbor-graph.ts';
import type { NeighborRule } from '#core/spatial-weights.ts';
import { ROOT } from '#scripts/tool.ts';

const RULES: readonly NeighborRule[] = [{ kind: 'queen' }, { kind: 'nearest', k: 6, metric: 'haversine' }];

type Village = Feature<Polygon | MultiPolygon>;

function timed<T>(label: string, work: () => T): { result: T; ms: number } {
  const started = performance.now();
  const result = work();
  const ms = performance.now() - started;
  console.log(`  ${label.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms`);
  return { result, ms };
}

function featuresOf(lines: readonly string[]): Village[] {
  if (lines.length > 1) return lines.map((line) => JSON.parse(line) as Village);
  return (JSON.parse(lines[0] ?? '') as { features: Village[] }).features;
}

function read(path: string): string[] {
  const packed = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(packed) : packed).toString('utf8');
  return /\.(geojsonl|ndjson)(\.gz)?$/.test(path) ? text.trimEnd().split('\n') : [text];
}

/** The middle of the box of all vertices: near enough to time by. */
function middleOf({ geometry }: Village): LonLat {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygons.flat(2) as [number, number][]) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [(west + east) / 2, (south + north) / 2];
}

function measure(path: string): void {
  console.log(`\n${path}`);
  const lines = read(path);
  const parsed = timed('JSON.parse', () => featuresOf(lines));
  lines.length = 0;
  const features = parsed.result;
  const centroids = features.map(middleOf);
  for (const rule of RULES) {
    let [longest, last, steps] = [0, performance.now(), 0];
    const { result, ms } = timed(rule.kind, () => {
      const work = neighborGraph({ features }, centroids, rule, { islands: 'attach' });
      for (;;) {
        const { done, value } = work.next();
        const now = performance.now();
        [longest, last, steps] = [Math.max(longest, now - last), now, steps + 1];
        if (done) return value;
      }
    });
    const { graph, report } = result;
    const share =
      report.unmatchedShare === null ? '' : ` (${(100 * report.unmatchedShare).toFixed(2)} % unmatched)`;
    const farthest = Math.max(0, ...graph.attached.map(({ kilometers }) => kilometers));
    console.log(
      `    ${(ms / parsed.ms).toFixed(2)} x the parse; ${steps} steps, longest ${longest.toFixed(0)} ms`,
    );
    console.log(
      `    ${features.length} areas, ${graph.neighbor.length} links, borders ${report.borders}${share}`,
    );
    console.log(
      `    ${report.isolates.length} isolates (attached over up to ${farthest.toFixed(1)} km), ${report.components} components`,
    );
  }
}

const shared = process.env.PETA_SHARED ?? resolve(ROOT, '../shared');
const paths =
  process.argv.length > 2
    ? process.argv.slice(2)
    : [resolve(shared, 'boundaries/indonesia-desa-cahyadsn.geojsonl.gz')];
for (const path of paths) {
  if (existsSync(path)) measure(path);
  else console.log(`SKIPPED: ${path} not found`);
}

/**
 * Releases of random cities, hidden and attacked: `tsx scripts/bench/release.ts [cities] [villages]` (200 cities of 8
 * villages by default; a month and the semester that it ends). Prints cells tested, exact and unsafe ones, the share of
 * villages with a published stunting rate, its error, and processor time.
 */
import { auditRelease } from '#core/release-audit.ts';
import type { Release, ReleaseInput } from '#core/release-counts.ts';
import { protectRelease } from '#core/release-protection.ts';
import { finished } from '#core/stepped-work.ts';
import { randomCity } from '#scripts/dataset/random-city.ts';
import { releasedDataset } from '#scripts/dataset/released-dataset.ts';

const PERIODS = ['2026-06', '2026-S1'];

/** Errors in percentage points of the monthly stunting rates that are published; NaN where a village has none. */
function errorsOf({ counts, territory }: ReleaseInput, { cells }: Release): readonly number[] {
  return territory.villages.areas.map(({ code }, village) => {
    const shown = (position: string): number => {
      const row = cells.table.findIndex(
        (table, k) =>
          table === 'stunting' &&
          cells.area[k] === code &&
          cells.period[k] === PERIODS[0] &&
          cells.classes.stunting[k] === position,
      );
      return row < 0 ? 0 : (cells.count[row] ?? Number.NaN);
    };
    const [affected, none] = [shown('moderate'), shown('none')];
    if (!(affected + none >= 30)) return Number.NaN;
    const own = [...counts.children.keys()].filter(
      (row) =>
        counts.village[row] === village && counts.period[row] === 0 && counts.classes.stunting[row]! < 3,
    );
    const truth = own.filter((row) => counts.classes.stunting[row]! < 2).length / own.length;
    return Math.abs(affected / (affected + none) - truth) * 100;
  });
}

const [cities = 200, villages = 8] = process.argv.slice(2).map(Number);
const errors: number[] = [];
const sum = { cities: 0, cells: 0, exact: 0, unsafe: 0, impossible: 0, refused: 0 };
let narrowest = Number.POSITIVE_INFINITY;
let [protecting, shown, rows] = [0, 0, 0];
for (let seed = 1; seed <= cities; seed++) {
  const input = randomCity({ seed, districts: 1 + (seed % 3), villages, periods: PERIODS });
  const started = process.cpuUsage();
  const result = finished(protectRelease(input));
  protecting += process.cpuUsage(started).user / 1e6;
  sum.cities += 1;
  if (!result.ok) {
    sum.refused += 1;
    continue;
  }
  const report = finished(auditRelease(releasedDataset(input, result.value)));
  sum.cells += report.cells;
  sum.exact += report.exact;
  sum.unsafe += report.unsafe;
  sum.impossible += report.impossible.length;
  narrowest = Math.min(narrowest, report.narrowest ?? narrowest);
  errors.push(...errorsOf(input, result.value));
  const { count } = result.value.cells;
  rows += count.length;
  shown += count.filter((one) => one !== null).length;
}
const known = errors.filter((error) => !Number.isNaN(error)).sort((a, b) => a - b);
const at = (share: number): number => known[Math.floor(share * (known.length - 1))] ?? Number.NaN;
process.stdout.write(
  `${JSON.stringify({
    ...sum,
    narrowest,
    cellsShown: shown / rows,
    villagesWithRate: known.length / errors.length,
    medianErrorPoints: at(0.5),
    p95ErrorPoints: at(0.95),
    cpuSecondsPerCity: protecting / cities,
  })}\n`,
);
process.exitCode = sum.exact + sum.unsafe + sum.impossible + sum.refused > 0 ? 1 : 0;

/**
 * Times the priority index: `tsx scripts/bench/priority.ts [areas ...]` (51, 1200 and 83000 by default). After a weight
 * has changed: scores, ranks, contributions and the list with its curve, beside a row object an area and Array.sort,
 * which must give the same ranks. Then the uncertainty as the page asks for it.
 */
import { strict as assert } from 'node:assert';
import { performance } from 'node:perf_hooks';
import { type Criterion, scaleCriteria } from '#core/criterion-scaling.ts';
import { areaList, PLAIN_RULE } from '#core/list-rule.ts';
import { contributionsOf, priorityIndex } from '#core/priority-index.ts';
import { priorityUncertainty } from '#core/priority-uncertainty.ts';
import { createRandom } from '#core/random.ts';
import { printTiming, type Timing, timingOf } from './timing.ts';

const TOP = 8;
const DISTRICT = 9;
/** As app/priority-desk.ts: areas by runs. */
const MOST_DRAWN = 10_000_000;

function criteriaOf(areas: number): readonly Criterion[] {
  const random = createRandom(5);
  return ['a', 'b', 'c'].map((id): Criterion => {
    const denominator = Float64Array.from({ length: areas }, () => 60 + random.below(600));
    const numerator = denominator.map((N) => Math.floor(N * (0.05 + 0.3 * random.unit())));
    const values = numerator.map((n, i) => n / (denominator[i] ?? 1));
    const scaling = { kind: 'goalposts', low: 0, high: 0.4 } as const;
    return {
      id,
      values,
      counts: { numerator, denominator },
      direction: 'more-is-worse',
      scaling,
      weight: 1,
    };
  });
}

function timed(runs: number, work: (run: number) => unknown): Timing {
  if (runs > 1) work(0);
  const taken = Array.from({ length: runs }, (_, run) => {
    const started = performance.now();
    work(run);
    return performance.now() - started;
  });
  return timingOf(taken);
}

interface Row {
  readonly area: number;
  readonly urgencies: readonly number[];
  score: number;
  rank: number;
}

/** What is written first when nobody has measured. */
function rankRows(rows: readonly Row[], weights: readonly number[]): readonly Row[] {
  const all = weights.reduce((sum, weight) => sum + weight);
  for (const row of rows) {
    row.score = row.urgencies.reduce((sum, urgency, k) => sum + (urgency * (weights[k] ?? 0)) / all, 0);
  }
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  sorted.forEach((row, at) => {
    const before = sorted[at - 1];
    row.rank = before && Math.abs(before.score - row.score) < 1e-8 ? before.rank : at + 1;
  });
  return sorted;
}

function measure(areas: number): void {
  const criteria = criteriaOf(areas);
  const scaled = scaleCriteria(criteria);
  const runs = areas > 10_000 ? 20 : 300;
  const weightsAt = (run: number) => [20 + (run % 50), 40, 30];
  const cases = criteria[0]?.counts?.numerator ?? null;
  const districtOf = Uint32Array.from({ length: areas }, (_, i) => Math.floor(i / DISTRICT));
  const rows = Array.from({ length: areas }, (_, area): Row => {
    const urgencies = scaled.urgency.map((column) => column[area] ?? Number.NaN);
    return { area, urgencies, score: 0, rank: 0 };
  });
  const { rank } = priorityIndex(scaled, weightsAt(7), 'arithmetic');
  let agree = 0;
  for (const row of rankRows(rows, weightsAt(7))) if (row.rank === rank[row.area]) agree += 1;
  assert(agree >= areas * 0.999, `${agree} of ${areas} ranks agree`);
  console.log(`\n${areas} areas, three criteria`);
  const peer = timed(runs, (run) => rankRows(rows, weightsAt(run)));
  printTiming('scores and ranks, row objects', peer);
  printTiming(
    'scores and ranks',
    timed(runs, (run) => priorityIndex(scaled, weightsAt(run), 'arithmetic')),
    peer,
  );
  const whole = (rule: Partial<typeof PLAIN_RULE>) =>
    timed(runs, (run) => {
      const index = priorityIndex(scaled, weightsAt(run), 'arithmetic');
      contributionsOf(scaled, index);
      areaList({ ...PLAIN_RULE, ...rule }, TOP, { rank: index.rank, cases, districtOf });
    });
  printTiming('and contributions, list, curve', whole({}), peer);
  printTiming('and with a quota', whole({ least: 1, most: 3 }), peer);
  const draws = Math.min(2_000, Math.floor(MOST_DRAWN / areas));
  const quota = { districtOf, least: 0, most: 3 };
  for (const [label, extra] of [
    ['', {}],
    [', with a quota', { quota }],
  ] as const) {
    const drawn = timed(areas > 1_000 ? 1 : 5, () => {
      const work = priorityUncertainty(criteria, {
        seed: 1,
        aggregation: 'arithmetic',
        top: TOP,
        runs: draws,
        ...extra,
      });
      while (!work.next().done);
    });
    printTiming(`${draws} runs${label}`, drawn);
  }
  console.log(`  resident at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

const sizes = process.argv.slice(2).map(Number);
for (const areas of sizes.length > 0 ? sizes : [51, 1_200, 83_000]) measure(areas);

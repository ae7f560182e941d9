/**
 * Times all that the room of monitoring says of all areas, but clusters over time: `tsx scripts/bench/monitoring.ts
 * [areas ...]` (51 and 1200 by default). 36 months: trends by every month and as the app has them, charts, early signs.
 */
import { CellStatus } from '#core/area-table.ts';
import { areaTrends, trendSteps } from '#core/area-trend.ts';
import { controlChart } from '#core/control-chart.ts';
import { aberrationP, earlyAberration } from '#core/early-aberration.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { createRandom } from '#core/random.ts';
import { printTiming, timingOf } from './timing.ts';

const [RUNS, MONTHS, BASELINE] = [15, 36, 12];
const stunting = indicators(1).find(({ id }) => id === 'stunting')!;
const months = Array.from(
  { length: MONTHS },
  (_, k) => `${2023 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}` as Period,
);
const times = months.map((_, k) => k);

const given = process.argv.slice(2).map(Number);
for (const areas of given.length > 0 ? given : [51, 1_200]) {
  const random = createRandom(1);
  const tables = months.map((period) => ({
    level: 'village' as const,
    indicator: 'stunting' as const,
    period,
    numerator: Float64Array.from({ length: areas }, () => 60 + Math.floor(40 * random.unit())),
    denominator: Float64Array.from({ length: areas }, () => 300 + Math.floor(100 * random.unit())),
    status: new Uint8Array(areas).fill(CellStatus.observed),
  }));
  const every = new Map(months.map((month, k) => [month, k]));
  const parts = {
    'trends, as the app has them': () => {
      const steps = trendSteps(months, months[MONTHS - 1]!);
      const measures = steps.map(({ period }) =>
        measureOf(tables[every.get(period)!]!, stunting, { measure: 'rate', showSmallRates: false }),
      );
      areaTrends(
        measures,
        steps.map(({ step }) => step),
        true,
      );
    },
    'charts of all areas': () => {
      for (let i = 0; i < areas; i++) {
        const of = (column: 'numerator' | 'denominator') => tables.map((table) => table[column][i]!);
        controlChart(of('numerator'), of('denominator'), BASELINE);
      }
    },
    'early signs of all areas': () => {
      for (let i = 0; i < areas; i++) {
        const of = (column: 'numerator' | 'denominator') => tables.map((table) => table[column][i]!);
        const [n, N] = [of('numerator'), of('denominator')];
        aberrationP(n, N, times, MONTHS - 1);
        earlyAberration(
          n.map((each, k) => each / N[k]!),
          MONTHS - 1,
        );
      }
    },
  };
  for (const [name, part] of Object.entries(parts)) {
    const taken = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      part();
      return performance.now() - started;
    });
    printTiming(`${areas} areas, ${name}`, timingOf(taken));
  }
}

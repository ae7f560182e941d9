/**
 * How many maps name an area where nothing changes (docs/methods.md, fourth of the simulations):
 * `tsx scripts/bench/null-maps.ts [maps]`. 51 areas of 150 measured children, 25 % affected; a child keeps its state until
 * it leaves and is replaced by another. Per cent of maps that name some area, by what a month replaces: a change between
 * two periods, the last of 24 months against the first twelve, early signs, and the trend of 8 quarters.
 */

import { CellStatus } from '#core/area-table.ts';
import { areaTrends, TrendVerdict } from '#core/area-trend.ts';
import { changeBetween, Verdict } from '#core/change.ts';
import { aberrationP, earlyAberration } from '#core/early-aberration.ts';
import { adjustedForDiscoveries, DISCOVERY_RATE } from '#core/false-discovery.ts';
import { indicators } from '#core/indicator.ts';
import { measureOf } from '#core/measure.ts';
import type { Period } from '#core/period.ts';
import { createRandom, type Random } from '#core/random.ts';
import { repeatedDepartureP } from '#core/repeated-trend.ts';

const [AREAS, CHILDREN, RATE, MONTHS, BASELINE] = [51, 150, 0.25, 24, 12];
const [maps = 500] = process.argv.slice(2).map(Number);
const stunting = indicators(1).find(({ id }) => id === 'stunting')!;

/** Affected children by month. */
function unchanging(random: Random, leaving: number): Float64Array {
  const own = Array.from({ length: CHILDREN }, () => random.unit() < RATE);
  return Float64Array.from({ length: MONTHS }, () => {
    for (const child of own.keys()) if (random.unit() < leaving) own[child] = random.unit() < RATE;
    return own.filter(Boolean).length;
  });
}

function measured(series: readonly Float64Array[], month: number) {
  return measureOf(
    {
      level: 'village',
      indicator: 'stunting',
      period: `2024-${String((month % 12) + 1).padStart(2, '0')}` as Period,
      numerator: Float64Array.from(series, (own) => own[month]!),
      denominator: Float64Array.from(series, () => CHILDREN),
      status: Uint8Array.from(series, () => CellStatus.observed),
    },
    stunting,
    { measure: 'rate', showSmallRates: false },
  );
}

const some = (p: readonly number[]) =>
  adjustedForDiscoveries(Float64Array.from(p)).some((q) => q <= DISCOVERY_RATE);
const times = Array.from({ length: MONTHS }, (_, k) => k);
const last = MONTHS - 1;
const people = new Float64Array(MONTHS).fill(CHILDREN);
const base = times.slice(0, BASELINE);

const named = {
  change: (series: readonly Float64Array[]) =>
    changeBetween(measured(series, last - 3), measured(series, last)).verdict.some(
      (own) => own === Verdict.up || own === Verdict.down,
    ),
  chart: (series: readonly Float64Array[]) =>
    some(series.map((own) => repeatedDepartureP(own, people, times, last, base))),
  ears: (series: readonly Float64Array[]) => {
    const p = series.map((own) => aberrationP(own, people, times, last));
    const q = adjustedForDiscoveries(Float64Array.from(p));
    return series.some((own, i) => q[i]! <= DISCOVERY_RATE && earlyAberration(own, last).alarm !== null);
  },
  trend: (series: readonly Float64Array[]) => {
    const quarters = Array.from({ length: MONTHS / 3 }, (_, k) => 3 * k + 2);
    const measures = quarters.map((month) => measured(series, month));
    const steps = quarters.map((_, k) => k - quarters.length + 1);
    const { verdict } = areaTrends(measures, steps, true);
    return verdict.some((own) => own === TrendVerdict.falling || own === TrendVerdict.rising);
  },
};

for (const leaving of [1, 0.4, 0.15, 0.05, 0.02]) {
  const random = createRandom(20_261_201);
  const count: Record<keyof typeof named, number> = { change: 0, chart: 0, ears: 0, trend: 0 };
  for (let map = 0; map < maps; map++) {
    const series = Array.from({ length: AREAS }, () => unchanging(random, leaving));
    for (const [name, names] of Object.entries(named)) if (names(series)) count[name as keyof typeof named]++;
  }
  const shares = Object.entries(count).map(([name, maps_]) => `${name} ${((100 * maps_) / maps).toFixed(1)}`);
  console.log(`${100 * leaving} % leave a month: ${shares.join(', ')} (of ${maps} maps, per cent)`);
}

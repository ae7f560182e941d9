import { areaCode } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import { ESSENTIAL_SERVICES } from '#core/service-catalogue.ts';
import type { ServiceUnit } from '#core/service-indicator.ts';
import type { ServiceRecord, ServiceRow } from '#core/service-record.ts';
import type { Kelurahan } from './kelurahan.ts';
import { randomStream } from './random.ts';

const PERIODS = ['2025-S1', '2025-S2', '2026-S1'] as readonly string[] as readonly Period[];
/** About how many there are in a kelurahan; invented. */
const PEOPLE: Readonly<Record<ServiceUnit, number>> = {
  child: 180,
  woman: 90,
  couple: 60,
  family: 700,
  household: 850,
  pregnancy: 70,
};
/** Of whom there are few. */
const FEW: Readonly<Record<string, number>> = { E10: 14, E16: 4, E18: 16 };
/** What a form may hold instead of a count, each so often in a hundred. */
const [EMPTY, ASKED_ZERO, NOBODY] = [3, 5, 7] as const;

/** Coverage of services that nobody measured: each kelurahan a little better or worse than the city, slowly better. */
export function inventedServices(seed: number, kelurahan: readonly Kelurahan[]): ServiceRecord {
  const random = randomStream(seed, 'services');
  const { indicators } = ESSENTIAL_SERVICES;
  const rows: ServiceRow[] = [];
  const reach = indicators.map(({ polarity }) =>
    polarity === 'less-is-better' ? 0.08 + 0.12 * random.uniform() : 0.45 + 0.45 * random.uniform(),
  );
  for (const { code } of kelurahan) {
    const own = 0.3 * (random.uniform() - 0.5);
    indicators.forEach(({ id, unit, polarity }, k) => {
      const people = Math.round((FEW[id] ?? PEOPLE[unit]) * (0.5 + random.uniform()));
      PERIODS.forEach((period, p) => {
        const drawn = Math.floor(100 * random.uniform());
        const better = polarity === 'less-is-better' ? -1 : 1;
        const rate = reach[k]! + better * (own + 0.04 * p) + 0.1 * (random.uniform() - 0.5);
        const served = Math.round(people * Math.min(0.99, Math.max(0.01, rate)));
        const counts =
          drawn < EMPTY
            ? [null, null]
            : drawn < ASKED_ZERO
              ? [0, people]
              : drawn < NOBODY
                ? [0, 0]
                : [served, people];
        const [numerator = null, denominator = null] = counts;
        rows.push({
          indicator: id,
          area: areaCode(code),
          period,
          numerator,
          denominator,
          countedZero: false,
        });
      });
    });
  }
  return { indicators, rows };
}

import { MONTHS } from './calendar.ts';
import type { City } from './city.ts';
import { type RandomStream, randomStream } from './random.ts';

/** One invented child. Months are numbers of the demo's calendar; births before the demo are negative. */
export interface Child {
  readonly area: number;
  readonly born: number;
  /** First and last month in which the child lives in its kelurahan as an under-five. */
  readonly arrives: number;
  readonly leaves: number;
  /** Positions of the class in CLASSES of #core/dimension.ts. */
  readonly sex: number;
  readonly poverty: number;
  readonly ageKnown: boolean;
  /** Lasting deviations of the child, in standard deviations. */
  readonly shortness: number;
  readonly thinness: number;
  readonly lightness: number;
  readonly readiness: number;
}

const UNDER_FIVE_MONTHS = 60;
const MOVING_IN = 0.09;
const MOVING_OUT = 0.09;
/** Makes up for the children born elsewhere who have not arrived, and for those who have left. */
const COHORT_FACTOR = 1.115;
const SEX_UNKNOWN = 2;
const POVERTY_UNKNOWN = 5;
/** Upper ends of the shares of deciles 1 to 4 among the city's children, as standard normal quantiles. */
const DECILE_ENDS = [-1.165, -0.69, -0.36, -0.08] as const;

function povertyClass(random: RandomStream, city: City, area: number): number {
  const wealth = 0.95 * random.normal() - city.poverty[area]!;
  if (random.chance(city.povertyUnknown[area]!)) return POVERTY_UNKNOWN;
  const decile = DECILE_ENDS.findIndex((end) => wealth < end);
  return decile < 0 ? DECILE_ENDS.length : decile;
}

function child(random: RandomStream, city: City, area: number, born: number): Child {
  const lastAge = UNDER_FIVE_MONTHS - 1;
  const cameAt = random.chance(MOVING_IN) ? 1 + Math.floor(random.uniform() * lastAge) : 0;
  const wentAt = random.chance(MOVING_OUT) ? Math.floor(random.uniform() * lastAge) : lastAge;
  return {
    area,
    born,
    arrives: born + cameAt,
    leaves: born + wentAt,
    sex: random.chance(0.003) ? SEX_UNKNOWN : random.chance(0.512) ? 0 : 1,
    poverty: povertyClass(random, city, area),
    ageKnown: !random.chance(0.004),
    shortness: random.normal(),
    thinness: random.normal(),
    lightness: random.normal(),
    readiness: random.normal(),
  };
}

/** Every child who is under five at some time of the demo. Slightly fewer are born every year. */
export function bornChildren(seed: number, city: City): readonly Child[] {
  const random = randomStream(seed, 'births');
  const children: Child[] = [];
  for (const [area, size] of city.children.entries()) {
    let owed = random.uniform();
    for (let born = 1 - UNDER_FIVE_MONTHS; born < MONTHS; born += 1) {
      const season = 1 + 0.06 * Math.sin((2 * Math.PI * (born + 4)) / 12);
      const decline = 1 - 0.012 * ((born + 30) / 12);
      owed += (size / UNDER_FIVE_MONTHS) * COHORT_FACTOR * season * decline * (0.75 + 0.5 * random.uniform());
      for (; owed >= 1; owed -= 1) {
        const one = child(random, city, area, born);
        if (one.leaves >= one.arrives && one.leaves >= 0) children.push(one);
      }
    }
  }
  return children;
}

import { ReportStatus } from '#core/cells.ts';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { calendarMonth, MONTHS } from './calendar.ts';
import type { Child } from './children.ts';
import type { City } from './city.ts';
import { type RandomStream, randomStream } from './random.ts';

/** No measurement of the child in the month. */
export const NOT_MEASURED = -1;

const SEVERE = 0;
const MODERATE = 1;
const NONE = 2;
const UNKNOWN = 3;
const AGE_UNKNOWN = 5;

/** By poverty class (decile 1 to 4, 5 and above, unknown): added propensity, in standard deviations. */
const POOR_STUNTED = [0.34, 0.2, 0.1, 0.02, -0.12, 0] as const;
const POOR_WASTED = [0.3, 0.14, 0.05, 0, -0.08, 0] as const;
/** By age class. */
const AGE_STUNTED = [-0.55, -0.3, 0.05, 0.2, 0.08, 0] as const;
const AGE_WASTED = [0.12, 0.1, 0.06, -0.04, -0.07, 0] as const;
/** By calendar month, January first: the lean season ends with the harvest of April and May. */
const SEASON_WASTED = [0.1, 0.13, 0.12, 0.05, -0.03, -0.08, -0.1, -0.09, -0.06, -0.03, 0, 0.05] as const;
/** By calendar month: log odds of coming, with the weighing operations of February and August. */
const SEASON_ATTENDING = [-0.25, 1.55, 0, -0.1, 0.02, -0.05, -0.1, 1.7, 0.1, 0, 0.02, -0.3] as const;
const ENTERED_SO_FAR = 0.45;

function ageClass(months: number): number {
  return months < 6 ? 0 : months < 12 ? 1 : months < 24 ? 2 : months < 36 ? 3 : 4;
}

/** Class of a z-score by the limits of Permenkes 2/2020: exactly -2 is not affected, exactly -3 not severe. */
function nutritionClass(z: number): number {
  return z < -3 ? SEVERE : z < -2 ? MODERATE : NONE;
}

function comes(random: RandomStream, city: City, child: Child, month: number, status: ReportStatus): boolean {
  const age = month - child.born;
  const young = age < 24 ? 0.35 : age < 36 ? 0 : -0.3;
  const odds =
    0.72 +
    city.attendance[child.area]! +
    0.55 * child.readiness +
    young +
    SEASON_ATTENDING[calendarMonth(month) - 1]! +
    0.006 * month;
  const came = random.chance(1 / (1 + Math.exp(-odds)));
  const entered = random.chance(ENTERED_SO_FAR);
  return came && status !== ReportStatus.notReported && (status === ReportStatus.reported || entered);
}

/** Standard normal parts of one measurement, drawn whether or not the child comes. */
interface Draws {
  readonly thin: number;
  readonly height: number;
  readonly weight: number;
  readonly noHeight: boolean;
  readonly noWeight: boolean;
}

function combinationOf(city: City, child: Child, month: number, draws: Draws): number {
  const age = ageClass(month - child.born);
  const short = 0.95 * child.shortness + 0.31 * draws.height;
  const light = 0.55 * child.lightness + 0.25 * draws.weight;
  const haz =
    -0.955 -
    city.stunting[child.area]! -
    POOR_STUNTED[child.poverty]! -
    AGE_STUNTED[age]! +
    0.005 * month -
    short;
  const whz =
    -0.31 -
    city.wasting[child.area]! -
    POOR_WASTED[child.poverty]! -
    AGE_WASTED[age]! -
    SEASON_WASTED[calendarMonth(month) - 1]! +
    0.0015 * month -
    1.19 * draws.thin;
  const waz = -0.43 + 0.52 * haz + 0.58 * whz + 0.5 * light;
  const sexKnown = child.sex < 2;
  const ageForHeight = sexKnown && child.ageKnown && !draws.noHeight;
  const stunting = ageForHeight ? nutritionClass(haz) : UNKNOWN;
  const wasting = sexKnown && !draws.noHeight && !draws.noWeight ? nutritionClass(whz) : UNKNOWN;
  const underweight = sexKnown && child.ageKnown && !draws.noWeight ? nutritionClass(waz) : UNKNOWN;
  const classes = [
    child.sex,
    child.ageKnown ? age : AGE_UNKNOWN,
    stunting,
    wasting,
    underweight,
    child.poverty,
  ];
  return CHILD_DIMENSIONS.reduce(
    (number, dimension, k) => number * CLASSES[dimension].length + classes[k]!,
    0,
  );
}

/**
 * Measures every child in every month in which it lives here, comes and is reported.
 * @param statuses report status at position month * kelurahan + i.
 * @returns combination number of the classes at position child * MONTHS + month, or NOT_MEASURED.
 */
export function measuredChildren(
  seed: number,
  city: City,
  children: readonly Child[],
  statuses: readonly ReportStatus[],
): Int16Array {
  const random = randomStream(seed, 'measurements');
  const combinations = new Int16Array(children.length * MONTHS).fill(NOT_MEASURED);
  for (const [k, child] of children.entries()) {
    let passing = random.normal();
    for (let month = Math.max(0, child.arrives); month <= Math.min(MONTHS - 1, child.leaves); month += 1) {
      passing = 0.8 * passing + 0.6 * random.normal();
      const draws: Draws = {
        thin: 0.72 * child.thinness + 0.694 * passing,
        height: random.normal(),
        weight: random.normal(),
        noHeight: random.chance(0.009),
        noWeight: random.chance(0.003),
      };
      const status = statuses[month * city.kelurahan.length + child.area]!;
      if (!comes(random, city, child, month, status)) continue;
      combinations[k * MONTHS + month] = combinationOf(city, child, month, draws);
    }
  }
  return combinations;
}

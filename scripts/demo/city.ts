import type { Kelurahan } from './kelurahan.ts';
import { distance, type Point, toPlane } from './plane.ts';
import { randomStream } from './random.ts';

/** What makes the kelurahan of the demo city differ. Invented; all columns by kelurahan. */
export interface City {
  readonly kelurahan: readonly Kelurahan[];
  /** Under-fives living there in an ordinary month. */
  readonly children: Float64Array;
  /** Added to every child's propensity to be stunted or wasted, in standard deviations. */
  readonly stunting: Float64Array;
  readonly wasting: Float64Array;
  /** Added to the household's poverty, in standard deviations. */
  readonly poverty: Float64Array;
  /** Added to the log odds of coming to be measured. */
  readonly attendance: Float64Array;
  /** Share of children whose welfare decile is not known. */
  readonly povertyUnknown: Float64Array;
}

const CHILDREN = 23_100;
const OLD_TOWN = toPlane(123.59, -10.168);
/** Kelurahan so small that a rate says little. */
const TINY: Readonly<Record<string, number>> = {
  '53.71.06.1002': 24,
  '53.71.06.1005': 46,
  '53.71.01.1007': 74,
};
const LARGEST = 1_080;
/** District of the southern hills, where stunting is high beyond what distance from the sea explains. */
const HILLS = { district: '53.71.02', stunting: 0.26 } as const;

function standardized(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}

/** A spatially smooth field: normal noise averaged with a Gaussian kernel, standardized. */
function smoothField(seed: number, name: string, places: readonly Point[], reach: number): Float64Array {
  const random = randomStream(seed, name);
  const noise = places.map(() => random.normal());
  const field = Float64Array.from(places, (place) => {
    let sum = 0;
    let total = 0;
    for (const [j, other] of places.entries()) {
      const weight = Math.exp(-((distance(place, other) / reach) ** 2));
      sum += weight * noise[j]!;
      total += weight;
    }
    return sum / total;
  });
  return standardized(field);
}

/** The larger the kelurahan the more children, fewer in the outskirts; scaled to the city's number, tiny and very large kelurahan apart. */
function childrenOf(
  seed: number,
  kelurahan: readonly Kelurahan[],
  places: readonly Point[],
  surfaceKm2: Float64Array,
): Float64Array {
  const random = randomStream(seed, 'children');
  const wanted = Float64Array.from(places, (place, i) => {
    const outskirts = Math.exp(-Math.max(0, distance(place, OLD_TOWN) - 4_500) / 7_000);
    return outskirts * surfaceKm2[i]! ** 0.62 * Math.exp(0.24 * random.normal());
  });
  const isTiny = (i: number): boolean => TINY[kelurahan[i]!.code] !== undefined;
  const tiny = Object.values(TINY).reduce((sum, count) => sum + count, 0);
  let result = wanted;
  for (let round = 0; round < 6; round += 1) {
    const total = result.reduce((sum, count, i) => sum + (isTiny(i) ? 0 : count), 0);
    const factor = (CHILDREN - tiny) / total;
    result = result.map((count, i) => TINY[kelurahan[i]!.code] ?? Math.min(LARGEST, count * factor));
  }
  return result;
}

/** Invents the city: stunting high in the southern hills and low on the coast, poverty and attendance in patches. */
export function inventedCity(seed: number, kelurahan: readonly Kelurahan[], surfaceKm2: Float64Array): City {
  const places = kelurahan.map(({ longitude, latitude }) => toPlane(longitude, latitude));
  const inland = standardized(Float64Array.from(places, ([x, y]) => 0.3 * x - 0.95 * y)).map((value) =>
    Math.min(1.7, value),
  );
  const hills = Float64Array.from(kelurahan, (area) => (area.districtCode === HILLS.district ? 1 : 0));
  const field = (name: string, reach: number): Float64Array => smoothField(seed, name, places, reach);
  const own = (name: string): Float64Array => {
    const random = randomStream(seed, name);
    return Float64Array.from(places, () => random.normal());
  };
  const [stuntingPatch, stuntingOwn] = [field('stunting', 2_400), own('stunting-own')];
  const [wastingPatch, wastingOwn] = [field('wasting', 2_000), own('wasting-own')];
  const [povertyPatch, povertyOwn] = [field('poverty', 1_900), own('poverty-own')];
  const [attendancePatch, attendanceOwn] = [field('attendance', 2_600), own('attendance-own')];
  const unknownOwn = own('poverty-unknown');
  const combined = (parts: readonly (readonly [number, Float64Array])[]): Float64Array =>
    Float64Array.from(places, (_, i) => parts.reduce((sum, [share, column]) => sum + share * column[i]!, 0));
  return {
    kelurahan,
    children: childrenOf(seed, kelurahan, places, surfaceKm2),
    stunting: combined([
      [0.25, inland],
      [HILLS.stunting, hills],
      [0.13, stuntingPatch],
      [0.15, stuntingOwn],
    ]),
    wasting: combined([
      [0.05, inland],
      [0.13, wastingPatch],
      [0.07, wastingOwn],
    ]),
    poverty: combined([
      [0.14, inland],
      [0.26, povertyPatch],
      [0.1, povertyOwn],
    ]),
    attendance: combined([
      [-0.12, inland],
      [0.33, attendancePatch],
      [0.2, attendanceOwn],
    ]),
    povertyUnknown: unknownOwn.map((value) => Math.min(0.2, Math.max(0.02, 0.08 + 0.025 * value))),
  };
}

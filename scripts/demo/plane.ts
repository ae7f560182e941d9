/** Position in local meters, x east and y north. */
export type Point = readonly [x: number, y: number];
export type LonLatPair = [longitude: number, latitude: number];

const ORIGIN = { longitude: 123.6, latitude: -10.19 };
/** Length of a degree on WGS 84 at the origin's latitude. */
const METERS_PER_DEGREE = { longitude: 109_590, latitude: 110_609 };

export function toPlane(longitude: number, latitude: number): Point {
  return [
    (longitude - ORIGIN.longitude) * METERS_PER_DEGREE.longitude,
    (latitude - ORIGIN.latitude) * METERS_PER_DEGREE.latitude,
  ];
}

/** Degrees with five decimals (about one meter). */
export function toDegrees([x, y]: Point): LonLatPair {
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return [
    round(ORIGIN.longitude + x / METERS_PER_DEGREE.longitude),
    round(ORIGIN.latitude + y / METERS_PER_DEGREE.latitude),
  ];
}

export function distance(a: Point, b: Point): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

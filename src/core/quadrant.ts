import type { AreaMeasure } from './area-table.ts';
import { roundTo } from './rates.ts';

/** Parts of a plane that an upright and a level line divide: above both lines, above one of them, above none. */
export type Quadrant = 'both' | 'onlyX' | 'onlyY' | 'neither';

/** Where the plane is divided; NaN where there is no line. */
export interface QuadrantLines {
  readonly x: number;
  readonly y: number;
}

export interface QuadrantPoint {
  readonly x: number;
  readonly y: number;
  /** Children affected. */
  readonly cases: number;
}

export interface QuadrantSum {
  readonly areas: number;
  readonly cases: number;
}

/** Rates per 1 are printed with one decimal of a percentage; counts are whole. */
const DECIMALS = 3;
const MEAN_DECIMALS = 1;

/** A value as it is printed: what is compared is what is read. NaN stays NaN. */
export function printedLine(value: number): number {
  return roundTo(value, DECIMALS);
}

/**
 * The line that divides counts unless the reader sets one: their mean over the areas that have one, rounded to one
 * decimal. An area above it holds more than an equal share of the children. NaN where no area has a count. A
 * convention of this program: no rule gives one.
 */
export function meanLine({ value }: Pick<AreaMeasure, 'value'>): number {
  let [sum, areas] = [0, 0];
  for (const each of value) {
    if (Number.isNaN(each)) continue;
    sum += each;
    areas += 1;
  }
  return areas === 0 ? Number.NaN : roundTo(sum / areas, MEAN_DECIMALS);
}

/** On which side of the lines a point lies, as printed; on a line is not above it. Both lines must be known. */
export function quadrantOf({ x, y }: Pick<QuadrantPoint, 'x' | 'y'>, lines: QuadrantLines): Quadrant {
  const [right, above] = [printedLine(x) > printedLine(lines.x), printedLine(y) > printedLine(lines.y)];
  if (right) return above ? 'both' : 'onlyX';
  return above ? 'onlyY' : 'neither';
}

/** Areas and cases by quadrant, which together are all that were given; null where a line is missing. */
export function quadrantSums(
  points: readonly QuadrantPoint[],
  lines: QuadrantLines,
): Readonly<Record<Quadrant, QuadrantSum>> | null {
  if (Number.isNaN(lines.x) || Number.isNaN(lines.y)) return null;
  const none = () => ({ areas: 0, cases: 0 });
  const sums = { both: none(), onlyX: none(), onlyY: none(), neither: none() };
  for (const point of points) {
    const sum = sums[quadrantOf(point, lines)];
    sum.areas += 1;
    sum.cases += point.cases;
  }
  return sums;
}

import { type ChartScale, chartScale } from '#app/chart-scale.ts';
import type { Absentee, Quadrants } from '#app/chart-words.ts';
import { type IndicatorRates, indicatorRates } from '#app/indicator-rates.ts';
import type { Picture } from '#app/picture.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Dataset } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { PlaneDot } from './plane-dots.ts';

export interface ScatterPoint {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Children of the upright indicator: the size of the circle. */
  readonly children: number;
}

export interface ScatterPoints {
  readonly points: readonly ScatterPoint[];
  /** Areas without a point, with the status of the level indicator where that has no value, else of the upright one. */
  readonly without: readonly Absentee[];
}

/** Areas of which both rates are known. */
export function scatterPoints(x: IndicatorRates, y: IndicatorRates): ScatterPoints {
  const points: ScatterPoint[] = [];
  const without: Absentee[] = [];
  for (let index = 0; index < x.measure.value.length; index += 1) {
    const status = [x, y]
      .map(({ measure }) => measure.status[index] ?? CellStatus.notApplicable)
      .find((each) => each !== CellStatus.observed);
    if (status !== undefined) without.push({ index, status });
    else
      points.push({
        index,
        x: x.measure.value[index] ?? Number.NaN,
        y: y.measure.value[index] ?? Number.NaN,
        children: y.measure.table.denominator[index] ?? 0,
      });
  }
  return { points, without };
}

const RADII = { least: 3, most: 11 } as const;

/** Circles whose surface grows with N, in the colors that the areas have on the map. */
export function scatterDots(
  points: readonly ScatterPoint[],
  { classOf, colors }: Picture['shading'],
): readonly PlaneDot[] {
  const most = points.reduce((largest, { children }) => Math.max(largest, children), 1);
  return points.map(({ index, x, y, children }) => ({
    index,
    x,
    y,
    look: 'sized',
    color: colors[classOf[index] ?? NO_CLASS] ?? '#fff',
    radius: Math.max(RADII.least, RADII.most * Math.sqrt(children / most)),
  }));
}

export type Quadrant = keyof Quadrants;

/** On which side of the city's values a point lies; on the value itself is not above it. */
export function quadrantOf(
  { x, y }: Pick<ScatterPoint, 'x' | 'y'>,
  city: { x: number; y: number },
): Quadrant {
  if (x > city.x) return y > city.y ? 'both' : 'onlyX';
  return y > city.y ? 'onlyY' : 'neither';
}

/** Points by quadrant, or null where the city lacks one of the values. */
export function countQuadrants(
  points: readonly ScatterPoint[],
  city: { x: number; y: number },
): Quadrants | null {
  if (Number.isNaN(city.x) || Number.isNaN(city.y)) return null;
  const counts = { both: 0, onlyX: 0, onlyY: 0, neither: 0 };
  for (const point of points) counts[quadrantOf(point, city)] += 1;
  return counts;
}

/** Two indicators of a view, ready to be drawn against each other. */
export interface Plotted {
  readonly x: IndicatorRates;
  readonly y: IndicatorRates;
  readonly points: readonly ScatterPoint[];
  readonly without: readonly Absentee[];
  readonly city: { readonly x: number; readonly y: number };
  readonly quadrants: Quadrants | null;
  readonly scale: { readonly x: ChartScale; readonly y: ChartScale };
}

export function plotted(
  dataset: Dataset,
  view: Picture['view'],
  xId: IndicatorId,
  yId: IndicatorId,
): Plotted {
  const [x, y] = [indicatorRates(dataset, view, xId), indicatorRates(dataset, view, yId)];
  const { points, without } = scatterPoints(x, y);
  const city = { x: x.city.value[0] ?? Number.NaN, y: y.city.value[0] ?? Number.NaN };
  const reach = (of: 'x' | 'y') => chartScale([...points.map((point) => point[of]), city[of]], 5, false);
  return {
    x,
    y,
    points,
    without,
    city,
    quadrants: countQuadrants(points, city),
    scale: { x: reach('x'), y: reach('y') },
  };
}

import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Dataset } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { meanLine, printedLine, type QuadrantPoint } from '#core/quadrant.ts';
import type { View } from '#core/view.ts';
import type { Absentee } from './absentee.ts';
import type { ScatterAxis } from './chart-choices.ts';
import { type ChartScale, chartScale } from './chart-scale.ts';
import { type IndicatorMeasure, indicatorMeasure, type MeasuredView } from './indicator-measure.ts';
import type { Picture } from './picture.ts';
import type { PlaneDot } from './plane-dots.ts';

/** An axis with its indicator named. */
export interface KnownAxis extends ScatterAxis {
  readonly indicator: IndicatorId;
}

export interface ScatterPoint extends QuadrantPoint {
  readonly index: number;
  /** Children of the upright indicator: the size of the circle. */
  readonly children: number;
}

/** Two axes of a view, ready to be drawn against each other. */
export interface Plotted {
  readonly x: IndicatorMeasure;
  readonly y: IndicatorMeasure;
  /** Areas that have a value on both axes. */
  readonly points: readonly ScatterPoint[];
  /** Areas without a point, with the status of the level axis where that has no value, else of the upright one. */
  readonly without: readonly Absentee[];
  /** Whose cases are summed, and how many the city has; NaN where that is not known. */
  readonly cases: { readonly of: IndicatorId; readonly total: number } | null;
}

/** Where the plane is divided, and by what. */
export interface AxisLine {
  readonly at: number;
  readonly kind: 'city' | 'mean' | 'own';
}

const RADII = { least: 3, most: 11 } as const;

/** Whose cases the quadrants hold: those counted on an axis, else those of the upright rate, else of the level one. */
function casesOf(x: IndicatorMeasure, y: IndicatorMeasure): IndicatorMeasure | null {
  const affected = [y, x].filter(({ indicator }) => indicator.kind === 'prevalence');
  return affected.find(({ measure }) => measure.measure === 'count') ?? affected[0] ?? null;
}

/** Linear in areas. */
export function plotted(dataset: Dataset, view: MeasuredView, xAxis: KnownAxis, yAxis: KnownAxis): Plotted {
  const [x, y] = [xAxis, yAxis].map((axis) =>
    indicatorMeasure(dataset, view, axis.indicator, axis.measure),
  ) as [IndicatorMeasure, IndicatorMeasure];
  const counted = casesOf(x, y);
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
        cases: counted?.measure.table.numerator[index] ?? 0,
      });
  }
  const total = counted?.city.table.numerator[0] ?? Number.NaN;
  return { x, y, points, without, cases: counted && { of: counted.indicator.id, total } };
}

/** What a line of one's own is kept by: another level or measure needs another. */
export function lineKey(level: View['level'], { indicator, measure }: IndicatorMeasure): string {
  return `${level} ${indicator.id} ${measure.measure}`;
}

/** The reader's own line, else the rate of the city, or the mean of the counts. */
export function axisLine(side: IndicatorMeasure, own: number | undefined): AxisLine {
  if (own !== undefined) return { at: own, kind: 'own' };
  return side.measure.measure === 'count'
    ? { at: meanLine(side.measure), kind: 'mean' }
    : { at: printedLine(side.city.value[0] ?? Number.NaN), kind: 'city' };
}

/** An axis that holds every point and its line. */
export function axisScale(points: readonly ScatterPoint[], of: 'x' | 'y', line: AxisLine): ChartScale {
  return chartScale([...points.map((point) => point[of]), line.at], 5, false);
}

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

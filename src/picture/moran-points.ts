import { TIERS } from '#core/hotspot-pattern.ts';
import { QUADRANTS, quadrantsAbout } from '#core/local-moran.ts';
import { OVERALL_RATE } from '#core/rates.ts';
import { restrictGraph } from '#core/spatial-weights.ts';
import type { Absentee } from './absentee.ts';
import { type ChartScale, chartScale } from './chart-scale.ts';
import { FAINT, statusWithout } from './hotspot-dots.ts';
import { FDR, type HotspotLayer } from './hotspot-layer.ts';
import { patternName, RING_COLORS, tierName } from './hotspot-look.ts';
import type { PlaneDot } from './plane-dots.ts';

export type MoranQuadrant = (typeof QUADRANTS)[number];

export interface MoranDot extends PlaneDot {
  readonly quadrant: MoranQuadrant;
}

/** Each area's standardized value against the mean of its neighbors', ready to be drawn. */
export interface MoranPlot {
  readonly dots: readonly MoranDot[];
  readonly quadrants: Readonly<Record<MoranQuadrant, number>>;
  /** Where the quadrants meet, on both axes: the rate of all areas together. */
  readonly center: number;
  /** Ends of the line through the mean of the values whose slope is Moran's I; null where there is none. */
  readonly line: readonly [from: LinePoint, to: LinePoint] | null;
  /** Areas with a value and without a neighbor that has one. */
  readonly alone: number;
  /** Areas without a value. */
  readonly without: readonly Absentee[];
  readonly scale: { readonly x: SpanScale; readonly y: SpanScale };
}

type LinePoint = readonly [x: number, y: number];

/** An axis that need not begin at 0. */
export interface SpanScale extends ChartScale {
  readonly start: number;
}

/** Round ticks from just below the smallest to just above the largest value. */
export function spanScale(values: readonly number[], intervals: number): SpanScale {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const step = chartScale([most - least], intervals, false).ticks[1] ?? 1;
  const [first, last] = [Math.floor(least / step), Math.ceil(most / step)];
  const ticks = Array.from({ length: Math.max(1, last - first) + 1 }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
  return { start: ticks[0]!, end: ticks.at(-1)!, ticks };
}

function lookOf(layer: HotspotLayer, index: number): Pick<PlaneDot, 'look' | 'color'> {
  const [pattern, tier] = [patternName(layer, index), tierName(layer, index)];
  if (pattern === null || tier === null) return FAINT;
  return { look: tier === TIERS[FDR] ? 'filled' : 'ring', color: RING_COLORS[pattern] };
}

/** Linear in areas and links. At least one area must have a neighbor. */
export function moranPlot(layer: HotspotLayer): MoranPlot {
  const { map, graph } = layer.answer;
  const { standardized, lag, global } = map;
  const kept: number[] = [];
  const without: Absentee[] = [];
  for (const [i, value] of standardized.entries()) {
    if (Number.isNaN(value)) without.push({ index: i, status: statusWithout(layer, i) });
    else kept.push(i);
  }
  const values = Float64Array.from(kept, (i) => standardized[i]!);
  const quadrant = quadrantsAbout(values, { graph: restrictGraph(graph, kept), style: 'W' }, OVERALL_RATE);
  const counts = { 'high-high': 0, 'low-high': 0, 'low-low': 0, 'high-low': 0 };
  const dots: MoranDot[] = [];
  for (const [k, index] of kept.entries()) {
    const name = QUADRANTS[quadrant[k]! - 1];
    if (name === undefined) continue;
    counts[name] += 1;
    const { look, color } = lookOf(layer, index);
    dots.push({ index, x: values[k]!, y: lag[index]!, look, color, quadrant: name });
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = spanScale([...dots.map((dot) => dot.x), OVERALL_RATE], 6);
  const at = (value: number) => [value, mean + global.statistic * (value - mean)] as const;
  const line = Number.isNaN(global.statistic) ? null : ([at(x.start), at(x.end)] as const);
  const ends = line ? [line[0][1], line[1][1]] : [];
  const y = spanScale([...dots.map((dot) => dot.y), OVERALL_RATE, ...ends], 5);
  return {
    dots,
    quadrants: counts,
    center: OVERALL_RATE,
    line,
    alone: kept.length - dots.length,
    without,
    scale: { x, y },
  };
}

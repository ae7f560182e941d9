import type { NeighborGraph, SpatialWeights, WeightsStyle } from './spatial-weights.ts';

/** A column less its mean. */
export interface CenteredColumn {
  readonly mean: number;
  /** Value less mean, by area. */
  readonly deviation: Float64Array;
  /** Sum of the squares of `deviation`. */
  readonly sumOfSquares: number;
}

/** Below this share of the largest number a difference is taken for rounding, not for a difference. */
const ROUNDING = 1e-13;

/** The least and the largest value, or null where fewer than three are given or all are equal but for rounding. */
export function variationOf(values: Float64Array): { readonly least: number; readonly most: number } | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const varies = most - least > ROUNDING * Math.max(Math.abs(least), Math.abs(most));
  return values.length > 2 && varies ? { least, most } : null;
}

/** A column less its mean (all areas, those without neighbors too), or null where variationOf finds none. No NaN. */
export function centered(values: Float64Array): CenteredColumn | null {
  if (!variationOf(values)) return null;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  const mean = total / values.length;
  const deviation = new Float64Array(values.length);
  let sumOfSquares = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = values[i]! - mean;
    deviation[i] = difference;
    sumOfSquares += difference * difference;
  }
  return { mean, deviation, sumOfSquares };
}

/** Neighbors of each area. */
export function degreesOf({ offset }: NeighborGraph): Uint32Array {
  const degrees = new Uint32Array(offset.length - 1);
  for (let i = 0; i < degrees.length; i++) degrees[i] = offset[i + 1]! - offset[i]!;
  return degrees;
}

/** What one of `degree` neighbors weighs; 0 where there is none. */
export function weightOf(style: WeightsStyle, degree: number): number {
  if (degree === 0) return 0;
  return style === 'W' ? 1 / degree : 1;
}

/**
 * The weighted sum of each area's neighbors: their mean with style W, their sum with B; 0 for an area without any, as
 * spdep has it with zero.policy. Linear in the links.
 * @param values complete, no NaN, of the areas of the graph.
 */
export function spatialLag(values: Float64Array, { graph, style }: SpatialWeights): Float64Array {
  const { offset, neighbor } = graph;
  const lag = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const start = offset[i]!;
    const end = offset[i + 1]!;
    let sum = 0;
    for (let e = start; e < end; e++) sum += values[neighbor[e]!]!;
    lag[i] = style === 'W' && end > start ? sum / (end - start) : sum;
  }
  return lag;
}

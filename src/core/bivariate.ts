import type { AreaMeasure } from './area-table.ts';
import { edgesFor, legendDecimals, NO_CLASS } from './classification.ts';
import type { Indicator } from './indicator.ts';
import { pairStatus } from './pair-status.ts';
import { invariant } from './problem.ts';
import { unitsOf } from './rates.ts';
import type { Overlay } from './view.ts';

/** Classes of each of two indicators that are laid over each other. */
export const OVERLAY_CLASSES = 3;

/**
 * Inner edges of one indicator: rates per 1, ascending, distinct, rounded as the legend prints them. Two of them part
 * low, medium and high; one parts low and high; without any every value is low.
 */
export type ThreeClassEdges = Float64Array;

/** Two rates of the same areas, classed together. */
export interface Bivariate {
  readonly firstEdges: ThreeClassEdges;
  readonly secondEdges: ThreeClassEdges;
  /** By area: 3 * (class of the second) + class of the first, 0 low to 2 high; NO_CLASS where status is not observed. */
  readonly classOf: Uint8Array;
  /** CellStatus by area, as pairStatus has it. */
  readonly status: Uint8Array;
  /** By class, 9. */
  readonly areasPerClass: Uint32Array;
}

/**
 * Edges between low, medium and high of one indicator.
 *
 * own: the two given. bands: where the indicator has bands, its medium edge and its high edge (stunting 10 and 20 %,
 * wasting 5 and 10 %: de Onis et al. 2019). Everywhere else tertiles of the values (type 7, Hyndman & Fan 1996), with
 * values and edges rounded as they are printed; an edge below which no value lies is dropped, so that equal values are
 * low together rather than medium. NaN values are passed over; of none there are no tertiles.
 * @param values rates per 1 from which tertiles are cut.
 */
export function threeClassEdges(
  values: Float64Array,
  indicator: Pick<Indicator, 'bands'>,
  kind: Overlay['classes']['kind'],
  own: readonly [low: number, high: number] | null = null,
): ThreeClassEdges {
  const options = { bands: indicator.bands, decimals: legendDecimals('rate') };
  if (own !== null) return edgesFor(values, { kind: 'fixed', breaks: own }, options);
  if (kind === 'bands' && indicator.bands !== null) {
    const [, , medium, high] = [0, ...indicator.bands];
    invariant(medium !== undefined && high !== undefined, 'bands reach to high');
    return edgesFor(values, { kind: 'fixed', breaks: [medium, high] }, options);
  }
  return edgesFor(values, { kind: 'quantile', classes: OVERLAY_CLASSES }, options);
}

/** The class of a rate per 1 among three, 0 low to 2 high, by the value as printed; NO_CLASS of NaN. */
export function threeClassOf(value: number, edges: ThreeClassEdges): number {
  if (Number.isNaN(value)) return NO_CLASS;
  const decimals = legendDecimals('rate');
  const units = unitsOf(value, decimals);
  let passed = 0;
  for (const edge of edges) if (unitsOf(edge, decimals) <= units) passed++;
  return edges.length === 1 ? 2 * passed : passed;
}

/**
 * Classes of two rates together. An area that lacks either has no class and is counted in none; its status says why.
 * O(areas).
 * @throws where the measures are counts, or of different geographies.
 */
export function bivariateOf(
  first: AreaMeasure,
  second: AreaMeasure,
  edges: { readonly first: ThreeClassEdges; readonly second: ThreeClassEdges },
): Bivariate {
  invariant(first.measure === 'rate' && second.measure === 'rate', 'two rates are laid over each other');
  invariant(first.value.length === second.value.length, 'two columns of one geography');
  const status = pairStatus(first.status, second.status);
  const areasPerClass = new Uint32Array(OVERLAY_CLASSES * OVERLAY_CLASSES);
  const classOf = new Uint8Array(status.length).fill(NO_CLASS);
  for (let i = 0; i < classOf.length; i++) {
    const column = threeClassOf(first.value[i]!, edges.first);
    const row = threeClassOf(second.value[i]!, edges.second);
    if (row === NO_CLASS || column === NO_CLASS) continue;
    const cell = OVERLAY_CLASSES * row + column;
    classOf[i] = cell;
    areasPerClass[cell]! += 1;
  }
  return { firstEdges: edges.first, secondEdges: edges.second, classOf, status, areasPerClass };
}

import type { AreaMeasure } from '#core/area-table.ts';
import type { Indicator } from '#core/indicator.ts';

/** What every question is told of. */
export interface ToldGround {
  readonly measure: AreaMeasure;
  readonly indicator: Indicator;
}

/** The areas to talk about, most urgent first. */
export interface ToldAreas {
  /** Area indices. */
  readonly areas: readonly number[];
  /** Place by position; equal ones share it. */
  readonly places: readonly number[];
}

export const worseUp = ({ polarity }: Indicator): boolean => polarity === 'more-is-worse';

/** Areas whose key is a number, ascending; equal keys keep the order of the areas. */
export function ordered(keys: ArrayLike<number>): ToldAreas {
  const areas = Array.from(keys, (_, index) => index)
    .filter((index) => !Number.isNaN(keys[index]))
    .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  const places: number[] = [];
  areas.forEach((index, k) => {
    const equal = k > 0 && keys[index] === keys[areas[k - 1] ?? -1];
    places.push(equal ? (places[k - 1] ?? 1) : k + 1);
  });
  return { areas, places };
}

/** The rank of the areas that are kept, NaN for the others. */
export function rankKeys({ measure }: ToldGround, keep: (index: number) => boolean): Float64Array {
  return Float64Array.from(measure.rank, (rank, i) => (rank > 0 && keep(i) ? rank : Number.NaN));
}

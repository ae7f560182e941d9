import type { Indicator } from '#core/indicator.ts';
import type { Picture } from '#picture/picture.ts';
import type { TalkList } from './question-view.ts';

export const worseUp = ({ polarity }: Indicator): boolean => polarity === 'more-is-worse';

/** Areas whose key is a number, ascending; equal keys keep the order of the areas. */
export function ordered(keys: ArrayLike<number>): Pick<TalkList, 'areas' | 'places'> {
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

export function rankKeys({ measure }: Picture, keep: (index: number) => boolean): Float64Array {
  return Float64Array.from(measure.rank, (rank, i) => (rank > 0 && keep(i) ? rank : Number.NaN));
}

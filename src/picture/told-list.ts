import { layerOf, toldAreas } from './layer.ts';
import { isListed } from './listed-areas.ts';
import type { Picture } from './picture.ts';
import type { PriorityLayer } from './priority-layer.ts';
import type { ToldAreas } from './told-areas.ts';

/** How many areas are told where the question does not say itself how long its list is. */
const TOLD = 10;

/** The areas that map, slide and paper name first, with the number each bears there. */
export interface ToldList extends ToldAreas {
  /** How many could be told. */
  readonly of: number;
}

/** The list of an index, whole, or all that was decided of it; of any other question the first ten. */
export function toldList(picture: Pick<Picture, 'layer' | 'measure' | 'indicator'>): ToldList {
  const { areas, places } = toldAreas(picture);
  const priority = layerOf(picture, 'priority');
  // Those in the list come first: their places are the lowest.
  const length = priority ? listLength(priority, areas) : TOLD;
  return { areas: areas.slice(0, length), places: places.slice(0, length), of: areas.length };
}

function listLength(layer: PriorityLayer, areas: readonly number[]): number {
  return layer.decision === null ? areas.filter((i) => isListed(layer, i)).length : areas.length;
}

import { useMemo } from 'react';
import type { AreaIndex } from '#core/area.ts';
import { createNeighborFinder, type Neighbors } from '#core/neighbors.ts';
import type { Picture } from '#picture/picture.ts';

/** Who lies beside an area. */
export function useNeighbors(
  { atlas, view, geography }: Pick<Picture, 'atlas' | 'view' | 'geography'>,
  index: AreaIndex,
): Neighbors {
  const boundaries = view.level === 'village' ? atlas.boundaries.villages : atlas.boundaries.districts;
  const find = useMemo(
    () =>
      createNeighborFinder(
        boundaries,
        geography.areas.map(({ centroid }) => centroid),
      ),
    [boundaries, geography],
  );
  return useMemo(() => find(index), [find, index]);
}

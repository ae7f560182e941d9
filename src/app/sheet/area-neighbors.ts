import { useMemo } from 'react';
import type { AreaIndex } from '#core/area.ts';
import { hasGeography } from '#core/dataset.ts';
import { createNeighborFinder, type Neighbors } from '#core/neighbors.ts';
import type { Picture } from '#picture/picture.ts';

const NO_NEIGHBORS: Neighbors = { areas: [], nearest: false };

/** Who lies beside an area; nobody where areas are drawn from names alone. */
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
  const placed = hasGeography(atlas.manifest);
  return useMemo(() => (placed ? find(index) : NO_NEIGHBORS), [find, index, placed]);
}

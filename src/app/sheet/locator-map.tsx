import { useMemo } from 'react';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { locatorOf } from '#export/locator.ts';
import type { Picture } from '#picture/picture.ts';
import { useNeighbors } from './area-neighbors.ts';
import './locator-map.css';

interface LocatorMapProps extends Pick<PanelProps, 'words'> {
  readonly picture: Pick<Picture, 'atlas' | 'view' | 'geography'>;
  readonly index: AreaIndex;
}

/** Where the area lies in its city: itself dark, its neighbors pale. */
export function LocatorMap({ picture, words, index }: LocatorMapProps) {
  const { atlas, view, geography } = picture;
  const { villages, districts } = atlas.boundaries;
  const boundaries = view.level === 'village' ? villages : districts;
  const { areas, nearest } = useNeighbors(picture, index);
  const locator = useMemo(
    () => locatorOf(boundaries, districts, index, nearest ? [] : areas),
    [boundaries, districts, index, areas, nearest],
  );
  if (locator === null) return null;
  const { width, height, city, neighbors, area } = locator;
  const label = words.sheet.locator(geography.areas[index]?.name ?? '', atlas.territory.name);
  return (
    <svg
      className="locator-map"
      viewBox={`-60 -60 ${width + 120} ${height + 120}`}
      role="img"
      aria-label={label}
    >
      <path className="city" d={city} />
      <path className="beside" d={neighbors} />
      <path className="own" d={area} />
    </svg>
  );
}

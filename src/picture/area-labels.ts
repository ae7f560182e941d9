import { CellStatus } from '#core/area-table.ts';
import type { SceneLabel } from '#map/scene.ts';
import type { Picture } from './picture.ts';
import { toldList } from './told-list.ts';

/** Names of the areas by index: those told bear their number, those outside the filter stand back. */
export function areaLabels(
  picture: Pick<Picture, 'layer' | 'measure' | 'indicator' | 'geography' | 'shading'>,
): readonly SceneLabel[] {
  const { geography, shading } = picture;
  const { areas, places } = toldList(picture);
  const numbers = new Map(areas.map((index, k) => [index, places[k] ?? k + 1]));
  return geography.areas.map(({ name, centroid }, i) => ({
    text: name,
    point: centroid,
    number: numbers.get(i) ?? null,
    muted: shading.status[i] === CellStatus.notApplicable,
  }));
}

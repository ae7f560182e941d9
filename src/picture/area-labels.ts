import { CellStatus } from '#core/area-table.ts';
import type { SceneLabel } from '#map/scene.ts';
import type { Picture } from './picture.ts';
import { isPartlyReported } from './report-status.ts';
import { toldList } from './told-list.ts';

/** Names of the areas by index: those told bear their number, those that reported in part their sign, those outside the filter stand back. */
function areaLabels(picture: Picture): readonly SceneLabel[] {
  const { geography, shading } = picture;
  const { areas, places } = toldList(picture);
  const numbers = new Map(areas.map((index, k) => [index, places[k] ?? k + 1]));
  return geography.areas.map(({ name, centroid }, i) => ({
    text: name,
    point: centroid,
    number: numbers.get(i) ?? null,
    muted: shading.status[i] === CellStatus.notApplicable,
    partial: isPartlyReported(picture, i),
  }));
}

/** The labels of one picture after the other: the same object as long as they say the same. */
export function createAreaLabels(): (picture: Picture) => readonly SceneLabel[] {
  let last: { parts: readonly unknown[]; labels: readonly SceneLabel[] } | null = null;
  return (picture) => {
    const { layer, measure, indicator, shading, atlas, view } = picture;
    const { level, period, filters } = view;
    const parts = [layer, measure, indicator, shading, atlas, level, period, filters.districts];
    if (last?.parts.every((part, k) => part === parts[k])) return last.labels;
    last = { parts, labels: areaLabels(picture) };
    return last.labels;
  };
}

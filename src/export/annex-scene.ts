import { buildScene, type MapScene } from '#map/scene.ts';
import { decisionLayer, decisionShading } from '#picture/decision-layer.ts';
import type { Decided } from '#picture/decision-value.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';

/** The map of an annex: what was decided as fill, and each area of its table by the number of its row. */
export function annexScene(picture: PriorityPicture, decided: Decided, rows: readonly number[]): MapScene {
  const { atlas, geography, view, priority } = picture;
  const { period, filters } = view;
  const asked = { period, filters, territory: atlas.territory };
  const decision = decisionLayer(priority.listing, decided, geography, asked);
  const shading = decisionShading(decision, priority.listing);
  const number = new Map(rows.map((i, k) => [i, String(k + 1)]));
  return buildScene({
    boundaries: view.level === 'village' ? atlas.boundaries.villages : atlas.boundaries.districts,
    outlines: atlas.boundaries.districts,
    labels: geography.areas.map(({ centroid }, i) => ({ text: number.get(i) ?? '', point: centroid })),
    classOf: shading.classOf,
    status: shading.status,
    colors: shading.colors,
    hatched: shading.hatched,
    selected: [],
    hovered: null,
  });
}

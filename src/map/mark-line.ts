import type { Position } from 'geojson';
import type { BoundaryCollection } from '#core/boundary.ts';
import { outlineRings } from '#core/merged-outline.ts';
import { invariant } from '#core/problem.ts';
import { casingColor, type LineLook, linkLook, ringLook, STRENGTHS } from './mark-look.ts';
import { PLACE_HALO, PLACE_INK } from './place-look.ts';
import type { LinkMark, RingMark, SceneMarks, ZoneMarks } from './scene-marks.ts';

/** Lines of one look, in degrees. Rings are closed: the last position is the first. */
export interface MarkLines {
  readonly color: string;
  readonly casingColor: string;
  readonly look: LineLook;
  readonly lines: readonly (readonly Position[])[];
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** One outline around all touching areas of one color and strength; weak before strong. Linear in their vertices. */
export function ringLines(rings: readonly RingMark[], boundaries: BoundaryCollection): readonly MarkLines[] {
  const ordered = [...rings].sort((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength));
  return grouped(ordered, ({ color, strength }) => color + strength).map((group) => {
    const { color, strength } = group[0]!;
    const areas = group.map(({ index }) => {
      const feature = boundaries.features[index];
      invariant(feature !== undefined, `a ring around area ${index} of ${boundaries.features.length}`);
      return feature.geometry;
    });
    return {
      color,
      casingColor: casingColor(color),
      look: ringLook(strength),
      lines: outlineRings(areas),
    };
  });
}

/** Links kind by kind; those made by hand above the others. */
export function linkLines(links: readonly LinkMark[]): readonly MarkLines[] {
  return (['touching', 'attached', 'cut', 'added'] as const).flatMap((kind): MarkLines[] => {
    const lines = links.filter((link) => link.kind === kind).map(({ from, to }) => [[...from], [...to]]);
    const { color, ...look } = linkLook(kind);
    return lines.length === 0 ? [] : [{ color, casingColor: casingColor(color), look, lines }];
  });
}

function zoneLines({ look, surfaces }: ZoneMarks): MarkLines {
  const lines = surfaces.flatMap((surface) =>
    surface.type === 'Polygon' ? surface.coordinates : surface.coordinates.flat(),
  );
  return { color: PLACE_INK, casingColor: PLACE_HALO, look, lines };
}

/** All lines of marks from below: broken ones, then unbroken; links, then rings, then zones. */
export function markLines(
  { links, rings, zones }: SceneMarks,
  boundaries: BoundaryCollection,
): readonly MarkLines[] {
  const all = [...linkLines(links), ...ringLines(rings, boundaries), ...zones.map(zoneLines)];
  return [...all.filter(({ look }) => look.dash !== null), ...all.filter(({ look }) => look.dash === null)];
}

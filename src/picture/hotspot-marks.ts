import type { AreaIndex, Geography } from '#core/area.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import type { LinkMark, SceneMarks } from '#map/scene-marks.ts';
import type { HotspotLayer } from './hotspot-layer.ts';
import { patternName, RING_COLORS, TIER_STRENGTH, tierName } from './hotspot-look.ts';
import type { Picture } from './picture.ts';
import { placeMarks } from './place-overlay.ts';
import { remember } from './remember.ts';

const SYMBOL_COLOR = '#1f1f1c';
/** Radius of the largest count, in CSS px. */
const LARGEST_RADIUS = 18;
/** Of more links than this no eye makes anything. */
const MOST_LINKS = 30_000;

function ringsOf(layer: HotspotLayer): SceneMarks['rings'] {
  return Array.from(layer.answer.map.tier.keys()).flatMap((i) => {
    const [pattern, tier] = [patternName(layer, i), tierName(layer, i)];
    if (pattern === null || tier === null) return [];
    return [{ index: i as AreaIndex, color: RING_COLORS[pattern], strength: TIER_STRENGTH[tier] }];
  });
}

/** The largest number of children in an area: what the largest circle stands for. */
export function largestBurden({ table }: AreaMeasure): number {
  return table.numerator.reduce(
    (largest, n, i) => (table.status[i] === CellStatus.observed && n > largest ? n : largest),
    0,
  );
}

function symbolsOf(measure: AreaMeasure, { areas }: Geography): SceneMarks['symbols'] {
  const { numerator, status } = measure.table;
  const largest = largestBurden(measure);
  return areas.flatMap(({ centroid }, i) => {
    const n = numerator[i] ?? Number.NaN;
    if (status[i] !== CellStatus.observed || !(n > 0)) return [];
    return [{ point: centroid, radiusPx: LARGEST_RADIUS * Math.sqrt(n / largest), color: SYMBOL_COLOR }];
  });
}

function linksOf({ input, answer }: HotspotLayer): SceneMarks['links'] {
  const { areas, indexOf } = input.geography;
  const { offset, neighbor, attached } = answer.graph;
  if (neighbor.length > MOST_LINKS) return [];
  const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const kinds = new Map<string, LinkMark['kind']>();
  for (const { area, to } of attached) kinds.set(key(area, to), 'attached');
  for (const { kind, between } of input.choice.edits) {
    const [a, b] = between.map((code) => indexOf.get(code));
    if (a !== undefined && b !== undefined) kinds.set(key(a, b), kind);
  }
  const link = (a: number, b: number, kind: LinkMark['kind']): LinkMark[] => {
    const [from, to] = [areas[a]?.centroid, areas[b]?.centroid];
    return from && to ? [{ from, to, kind }] : [];
  };
  const links: LinkMark[] = [];
  const seen = new Set<string>();
  for (const i of areas.keys()) {
    for (let e = offset[i]!; e < offset[i + 1]!; e++) {
      const name = key(i, neighbor[e]!);
      if (seen.has(name)) continue;
      seen.add(name);
      links.push(...link(i, neighbor[e]!, kinds.get(name) ?? 'touching'));
    }
  }
  for (const [name, kind] of kinds) {
    const [a = -1, b = -1] = name.split(' ').map(Number);
    if (kind === 'cut') links.push(...link(a, b, kind));
  }
  return links;
}

/** What lies over the colors of a picture; null where nothing does. Remembers its parts. */
export function createMarks(): (picture: Picture, linksShown: boolean) => SceneMarks | null {
  const rings = remember(ringsOf);
  const symbols = remember(symbolsOf);
  const links = remember(linksOf);
  const services = remember(placeMarks);
  const none: readonly never[] = [];
  const join = remember(
    (
      ringed: SceneMarks['rings'],
      circled: SceneMarks['symbols'],
      linked: SceneMarks['links'],
      { places, zones }: Pick<SceneMarks, 'places' | 'zones'>,
    ): SceneMarks | null =>
      ringed.length + circled.length + linked.length + places.length + zones.length === 0
        ? null
        : { rings: ringed, symbols: circled, links: linked, zones, places },
  );
  return ({ hotspots, view, measure, geography, places }, linksShown) =>
    join(
      hotspots ? rings(hotspots) : none,
      view.burden ? symbols(measure, geography) : none,
      hotspots && linksShown ? links(hotspots) : none,
      services(places),
    );
}

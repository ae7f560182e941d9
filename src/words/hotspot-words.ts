import type { AreaIndex } from '#core/area.ts';
import type { NeighborChoice } from '#core/view.ts';
import { FDR, type HotspotLayer } from '#picture/hotspot-layer.ts';
import {
  type PatternName,
  patternName,
  RING_COLORS,
  type TierName,
  tierName,
} from '#picture/hotspot-look.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import { DASH, type Format } from './format.ts';
import type { Words } from './id.ts';
import { lowerFirst } from './phrase.ts';

/** Below this a p is not told further: what it would add is no evidence that a reader can use. */
const LEAST_P = 0.001;

/** p-values as they are read: '< 0,001', '0,013', '0,31'. */
export function pText(p: number, words: Words): string {
  if (!Number.isFinite(p)) return DASH;
  const number = new Intl.NumberFormat(words.language.locale, {
    maximumSignificantDigits: 2,
    maximumFractionDigits: 3,
  });
  return p < LEAST_P ? `< ${number.format(LEAST_P)}` : number.format(p);
}

/** Decimals that tell how small a p can be: 0.00002, 0.0013. */
export function exactPText(p: number, words: Words): string {
  if (!Number.isFinite(p)) return DASH;
  const number = new Intl.NumberFormat(words.language.locale, {
    maximumSignificantDigits: 2,
    maximumFractionDigits: 6,
  });
  return p < 1e-6 ? `< ${number.format(1e-6)}` : number.format(p);
}

export function statisticText(value: number, words: Words): string {
  if (!Number.isFinite(value)) return DASH;
  return new Intl.NumberFormat(words.language.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
    .format(value)
    .replace('-', '\u2212');
}

export function neighborsText(choice: NeighborChoice, words: Words): string {
  const say = words.hotspots.neighbors;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 2 });
  switch (choice.kind) {
    case 'nearest':
      return say.nearest(number.format(choice.k));
    case 'distance-band':
      return say.within(number.format(choice.kilometers));
    default:
      return say[choice.kind];
  }
}

/** What is high or low: 'stunting', or both names of an overlay. */
export function hotspotSubject({ view, layer }: Picture, { input }: HotspotLayer, words: Words): string {
  const first = lowerFirst(words.indicator[view.indicator].short);
  const overlay = layerOf({ layer }, 'overlay');
  return input.choice.method === 'co-location' && overlay
    ? words.layers.overlay.both(first, lowerFirst(words.indicator[overlay.indicator.id].short))
    : first;
}

function listed(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** Names of the districts that hold areas, in the order of the areas. */
function places({ atlas, geography }: Picture, areas: readonly number[], words: Words): string {
  const { districts } = atlas.territory;
  const names = areas.flatMap((i) => {
    const parent = geography.areas[i]?.parent;
    const at = parent == null ? undefined : districts.indexOf.get(parent);
    return at === undefined ? [] : [districts.areas[at]!.name];
  });
  const distinct = [...new Set(names)];
  return distinct.length === 0 ? atlas.territory.name : listed(distinct, words.sentence.and);
}

export interface HotspotLine {
  readonly key: string;
  readonly text: string;
  /** Names of the areas. */
  readonly members: string;
  readonly pattern: PatternName;
  readonly areas: readonly AreaIndex[];
}

/** What is proven, a sentence for each group. */
export function hotspotLines(
  picture: Picture,
  layer: HotspotLayer,
  words: Words,
  format: Format,
): readonly HotspotLine[] {
  const say = words.hotspots;
  const tier = say.tiers.fdr;
  return layer.groups.flatMap(({ areas }) => {
    const [first = -1] = areas;
    const pattern = patternName(layer, first);
    if (pattern === null) return [];
    const named = say.cluster[pattern](hotspotSubject(picture, layer, words));
    const where = places(picture, areas, words);
    const names = areas.map((i) => picture.geography.areas[i]?.name ?? DASH);
    const text =
      areas.length === 1
        ? say.single(names[0] ?? DASH, where, named, tier)
        : say.group(format.count(areas.length), words.level[picture.view.level], where, named, tier);
    return [
      {
        key: `${pattern} ${first}`,
        text,
        members: areas.length === 1 ? '' : listed(names, words.sentence.and),
        pattern,
        areas: areas as readonly AreaIndex[],
      },
    ];
  });
}

/** The tested state of the whole, when nothing can be said of areas; null where it can. */
export function hotspotTrouble(
  picture: Picture,
  layer: HotspotLayer,
  words: Words,
  format: Format,
): string | null {
  const { map } = layer.answer;
  const level = words.level[picture.view.level];
  if (map.tooFewAreas) return words.hotspots.tooFew(format.count(map.used), '20', level);
  return map.noVariation ? words.hotspots.noVariation : null;
}

/** One sentence for the whole map. */
export function hotspotSummary(picture: Picture, layer: HotspotLayer, words: Words, format: Format): string {
  const say = words.hotspots;
  const trouble = hotspotTrouble(picture, layer, words, format);
  if (trouble) return trouble;
  const exploratory = layer.tiers.reduce((sum, count, tier) => sum + (tier > 0 && tier < FDR ? count : 0), 0);
  const proven = hotspotLines(picture, layer, words, format);
  const parts = proven.length === 0 ? [say.none5] : proven.map(({ text }) => `${text}.`);
  if (exploratory > 0)
    parts.push(say.exploratory(format.count(exploratory), words.level[picture.view.level]));
  return parts.join(' ');
}

/** What hotspots add to the words about one area. */
export function hotspotAreaLines(layer: HotspotLayer, index: number, words: Words): readonly string[] {
  const { map } = layer.answer;
  const [pattern, tier] = [patternName(layer, index), tierName(layer, index)];
  if (pattern === null || Number.isNaN(map.p[index])) return [];
  const said =
    tier === null
      ? words.hotspots.patterns['not-significant']
      : words.hotspots.area(words.hotspots.patterns[pattern], words.hotspots.tiers[tier]);
  return [`${said}, ${words.hotspots.p(pText(map.p[index] ?? Number.NaN, words))}`];
}

export interface HotspotLegend {
  readonly heading: string;
  readonly entries: readonly {
    readonly pattern: PatternName;
    readonly label: string;
    readonly color: string;
    readonly count: string;
    readonly areas: readonly AreaIndex[];
  }[];
  /** How strength is drawn, for the tiers that occur. */
  readonly tiers: readonly { readonly tier: TierName; readonly label: string }[];
}

/** What was tested, also where the colors are of counts, of another indicator with it, or of a change. */
function tested(picture: Picture, layer: HotspotLayer, words: Words, format: Format): string {
  const { view } = picture;
  const isCount = view.measure === 'count' && layer.input.choice.method !== 'co-location';
  const subject = isCount
    ? lowerFirst(words.indicator[view.indicator].rate)
    : hotspotSubject(picture, layer, words);
  return layerOf(picture, 'change') === null ? subject : `${subject}, ${format.period(view.period)}`;
}

/** The patterns on the map with the number of their areas, of whatever tier. */
export function hotspotLegend(
  picture: Picture,
  layer: HotspotLayer,
  words: Words,
  format: Format,
): HotspotLegend {
  const areasOf = new Map<PatternName, AreaIndex[]>();
  const seen = new Set<TierName>();
  for (const i of layer.answer.map.tier.keys()) {
    const [pattern, tier] = [patternName(layer, i), tierName(layer, i)];
    if (pattern === null || tier === null) continue;
    seen.add(tier);
    areasOf.set(pattern, [...(areasOf.get(pattern) ?? []), i as AreaIndex]);
  }
  const order = Object.keys(RING_COLORS) as PatternName[];
  return {
    heading: words.hotspots.legend(
      tested(picture, layer, words, format),
      neighborsText(layer.input.choice.neighbors, words),
    ),
    entries: order.flatMap((pattern) => {
      const areas = areasOf.get(pattern);
      return areas
        ? [
            {
              pattern,
              label: words.hotspots.patterns[pattern],
              color: RING_COLORS[pattern],
              count: format.count(areas.length),
              areas,
            },
          ]
        : [];
    }),
    tiers: (['fdr', 'p01', 'p05'] as const)
      .filter((tier) => seen.has(tier))
      .map((tier) => ({ tier, label: words.hotspots.legendTier[tier] })),
  };
}

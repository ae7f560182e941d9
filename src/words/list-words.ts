import { isListed } from '#picture/listed-areas.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { decidedText } from './decision-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { lowerFirst } from './phrase.ts';

/** Marks an area that is only apparently good; always beside words. */
export const APPARENT_MARK = '◇';

/** By what the list is ordered, within a sentence: 'jumlah balita stunting'. */
export function orderName({ listing, indicators }: PriorityLayer, words: Words): string {
  const id = indicators[listing.counted]?.id;
  if (id === undefined || listing.order === 'index') return words.list.byIndex;
  return listing.order === 'rate'
    ? words.list.byRate(lowerFirst(words.indicator[id].short))
    : words.list.byCount(words.indicator[id].people);
}

/** The value by which an area is where it is in the list: '38,4 %', '112'; null where the index decides. */
export function orderValue(layer: PriorityLayer, i: number, format: Format): string | null {
  const { listing, measures } = layer;
  const measure = measures[listing.counted];
  if (listing.order === 'index' || measure === undefined) return null;
  const n = measure.table.numerator[i] ?? Number.NaN;
  return listing.order === 'count' ? format.count(n) : format.percent(measure.value[i] ?? Number.NaN);
}

function quotaParts({ choice, listing }: PriorityLayer, words: Words, format: Format): readonly string[] {
  const { least, most } = choice.list;
  if (listing.place.districtOf === null) return [];
  const say = words.list.said;
  const first = least > 0 ? [say.least(format.count(least))] : [];
  if (most === null) return first;
  return [...first, (least > 0 ? say.most : say.mostAlone)(format.count(most))];
}

function limitParts(layer: PriorityLayer, words: Words, format: Format): readonly string[] {
  const { choice, listing, indicators, measures } = layer;
  const { budget, perArea, perChild, share } = choice.list;
  const say = words.list.said;
  const id = indicators[listing.counted]?.id;
  if (listing.list.limitedBy === 'share' && id !== undefined)
    return [say.share(format.percentUnit(share), words.indicator[id].people)];
  if (listing.list.limitedBy !== 'budget') return [];
  const level = words.level[measures[0]?.table.level ?? 'village'];
  return [
    say.budget(format.count(budget ?? Number.NaN)),
    ...(perArea === null ? [] : [say.perArea(format.count(perArea), level)]),
    ...(perChild === null ? [] : [say.perChild(format.count(perChild))]),
  ];
}

/** What limits the list besides its length, and its quota. */
export function ruleParts(layer: PriorityLayer, words: Words, format: Format): readonly string[] {
  return [...limitParts(layer, words, format), ...quotaParts(layer, words, format)];
}

/** By which rule the areas are in the list; null where they are the first by the index, as many as asked for. */
export function ruleText(layer: PriorityLayer, words: Words, format: Format): string | null {
  const parts = ruleParts(layer, words, format);
  if (parts.length === 0 && layer.listing.order === 'index') return null;
  return [words.list.said.order(orderName(layer, words)), ...parts].join(', ');
}

export interface ApparentWords {
  /** 'semu baik: ditimbang 120 dari 190 (63,2 %)'. */
  readonly short: string;
  /** With the rate that is low. */
  readonly line: string;
}

/** null where an area is not apparently good. */
export function apparentWords(
  { apparent, listing, indicators, measures }: PriorityLayer,
  i: number,
  words: Words,
  format: Format,
): ApparentWords | null {
  const [indicator, measure] = [indicators[listing.counted], measures[listing.counted]];
  if (apparent[i] !== 1 || indicator === undefined || measure === undefined) return null;
  const { measured, target, weighed } = listing.place;
  const at = (column: Float64Array) => column[i] ?? Number.NaN;
  const parts = [
    format.count(at(measured)),
    format.count(at(target)),
    format.percentUnit(at(weighed)),
  ] as const;
  const name = lowerFirst(words.indicator[indicator.id].short);
  return {
    short: words.list.apparent.short(...parts),
    line: words.list.apparent.line(name, format.percentUnit(at(measure.value)), ...parts),
  };
}

/** Where an area stands in a list that the index alone does not order, and what was decided of it; null where neither. */
export function placeText(layer: PriorityLayer, i: number, words: Words, format: Format): string | null {
  const parts = [decidedText(layer, i, words, format), listPlaceText(layer, i, words, format)];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' ');
}

function listPlaceText(layer: PriorityLayer, i: number, words: Words, format: Format): string | null {
  if (ruleText(layer, words, format) === null) return null;
  const { list } = layer.listing;
  return isListed(layer, i)
    ? words.list.place(format.count(list.place[i] ?? Number.NaN), format.count(list.listed))
    : words.list.outside;
}

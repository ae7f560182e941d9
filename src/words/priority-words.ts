import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { restricts } from '#core/cell-selection.ts';
import { legendDecimals } from '#core/classification.ts';
import { LACKS_NONE } from '#core/criterion-scaling.ts';
import { DIMENSIONS } from '#core/dimension.ts';
import { printedParts } from '#core/printed-parts.ts';
import { ROBUST_SHARE, type Sureness, surenessOf } from '#core/priority-uncertainty.ts';
import { areAllTied } from '#core/standing.ts';
import type { Filters } from '#core/view.ts';
import { isListed } from '#picture/listed-areas.ts';
import type { Picture } from '#picture/picture.ts';
import { type PriorityLayer, SCORE_EDGES } from '#picture/priority-layer.ts';
import { remember } from '#picture/remember.ts';
import { otherPeriodText, standingRanges } from './decision-words.ts';
import { DASH, type Format } from './format.ts';
import type { Words } from './id.ts';
import { nameBeside } from './indicator-words.ts';
import { apparentWords, orderName, placeText, ruleText } from './list-words.ts';
import { lowerFirst, namesList } from './phrase.ts';
import { areaStatusLabel } from './status-words.ts';

/** One for each criterion, by position (Okabe & Ito 2008): told apart with any color vision. */
export const CRITERION_COLORS = ['#0072b2', '#e69f00', '#cc79a7', '#009e73', '#56b4e9', '#d55e00'] as const;

/** '63,2'. */
export function scoreText(score: number, format: Format): string {
  return format.percent(score / 100);
}

/** A share as a percentage with a decimal only where it has one: '40 %', '33,3 %'. */
export function weightText(share: number, words: Words): string {
  return `${weightNumber(words.language.locale).format(share * 100)}${words.language.percentSign}`;
}

/** Making one costs more than all that is written with it while a slider moves. */
const weightNumber = remember(
  (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
);

/** Whether the condition counted is the filter itself: all who are left have it, also where they are few. */
function isWhole({ numerator, denominator }: AreaMeasure['table']): boolean {
  const counted = [...denominator.keys()].filter((i) => (denominator[i] ?? 0) > 0);
  return counted.length > 1 && counted.every((i) => numerator[i] === denominator[i]);
}

/** That a filter makes criteria the same in all areas, so that their weights tell nothing; null where it does not. */
export function constantText(
  { measures, period }: Pick<PriorityLayer, 'measures' | 'period'>,
  { classes }: Filters,
  words: Words,
): string | null {
  if (!restricts(classes, DIMENSIONS)) return null;
  const names = measures
    .filter(({ rank, table }) => areAllTied(rank) || isWhole(table))
    .map(({ table }, k) => (k === 0 ? (name: string) => name : lowerFirst)(nameBeside(table, period, words)));
  return names.length === 0 ? null : words.priority.constant(namesList(names, words));
}

/** A criterion within a sentence, with its period where it is another: 'kemiskinan ekstrem'. */
export function criterionName(
  { measures, period }: Pick<PriorityLayer, 'measures' | 'period'>,
  k: number,
  words: Words,
): string {
  const table = measures[k]?.table;
  return table === undefined ? '' : lowerFirst(nameBeside(table, period, words));
}

/** 'stunting 40 %, wasting 60 %; aritmetik, rentang tetap'. */
export function priorityFormula(layer: PriorityLayer, words: Words): string {
  const say = words.priority;
  const weights = layer.indicators.map((_, k) =>
    say.weighted(criterionName(layer, k, words), weightText(layer.index.weights[k] ?? 0, words)),
  );
  const { aggregation, scaling } = layer.choice;
  return say.formula(weights.join(', '), say.aggregations[aggregation], say.scalings[scaling]);
}

/** What the sentence above the map says of an index. */
export function priorityParts(layer: PriorityLayer, words: Words, format: Format): readonly string[] {
  const { scaled, choice, measures } = layer;
  const level = words.level[measures[0]?.table.level ?? 'village'];
  const all = format.count(scaled.lacks.length);
  const { decision } = layer;
  const other = decision && otherPeriodText(decision, words, format);
  return [
    ...(other === null ? [] : [other]),
    ...(decision === null
      ? []
      : [words.decision.summaryOf(decision.title, format.count(decision.chosen.length), level)]),
    priorityFormula(layer, words),
    words.priority.own,
    words.priority.scored(format.count(scaled.complete.length), all, level),
    ...(choice.colors === 'list' ? [listTitle(layer, words, format)] : []),
    ...(choice.colors === 'list' ? [ruleText(layer, words, format) ?? []].flat() : []),
  ];
}

/** '8 kelurahan teratas', or how many a rule lets in. */
export function listTitle(layer: PriorityLayer, words: Words, format: Format): string {
  if (layer.listing.list.ranked === 0) return words.list.empty.short;
  const level = words.level[layer.measures[0]?.table.level ?? 'village'];
  return ruleText(layer, words, format) === null
    ? words.priority.list(format.count(layer.top), level)
    : words.list.listed(format.count(layer.listing.list.listed), level);
}

/** Classes of the legend, lowest first; none where the list that would make them is empty. */
export function priorityRanges(layer: PriorityLayer, words: Words, format: Format) {
  const { choice, top } = layer;
  const say = words.priority;
  if (layer.decision !== null) return standingRanges(words);
  if (choice.colors === 'list' && layer.listing.list.ranked === 0) return [];
  if (choice.colors === 'list' && ruleText(layer, words, format) !== null)
    return [words.list.rest, words.list.next, words.list.inList];
  if (choice.colors === 'list') {
    const count = (n: number) => format.count(n);
    const ranks = (from: number, to: number) =>
      from === to ? say.rankAt(count(from)) : say.ranks(count(from), count(to));
    return [say.ranksFrom(count(2 * top + 1)), ranks(top + 1, 2 * top), ranks(1, top)];
  }
  const edges = SCORE_EDGES.map((edge) => format.count(edge));
  return Array.from({ length: edges.length + 1 }, (_, k) => {
    const [low, high] = [edges[k - 1], edges[k]];
    return low === undefined
      ? words.legend.below(high ?? '')
      : high === undefined
        ? words.legend.from(low)
        : words.legend.between(low, high);
  });
}

/** Why an area has no score: 'tanpa skor: wasting terlalu sedikit (N < 30)'; null where it has one. */
export function lackText(picture: Picture, layer: PriorityLayer, index: number, words: Words): string | null {
  const k = layer.scaled.lacks[index] ?? LACKS_NONE;
  const indicator = layer.indicators[k];
  if (indicator === undefined) return null;
  const status = layer.status[index] ?? CellStatus.notApplicable;
  const why = areaStatusLabel(status, { ...picture, indicator }, index, words);
  return words.priority.noScore(criterionName(layer, k, words), why);
}

/** '1–6', or a dash until it is known. */
export function rankRangeText({ uncertainty }: PriorityLayer, index: number, format: Format): string {
  const [low, high] = [uncertainty?.low[index], uncertainty?.high[index]];
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return DASH;
  return low === high ? format.count(low) : `${format.count(low)}–${format.count(high)}`;
}

/**
 * Whether an area is in or out of the list whatever was chosen; null where that is not known, and where the list holds
 * every area, so that none can leave it.
 */
export function robustness(layer: PriorityLayer, i: number): Sureness | null {
  const { uncertainty, listing } = layer;
  const inTop = uncertainty?.inTop[i] ?? Number.NaN;
  if (uncertainty === null || Number.isNaN(inTop) || listing.list.listed >= listing.list.ranked) return null;
  return surenessOf(isListed(layer, i), inTop, uncertainty.runs);
}

/** 'tahan', 'di batas' or 'rapuh', and of what; null as robustness. The only words for it, on the screen and off it. */
export function sureWord(layer: PriorityLayer, i: number, { priority }: Words): string | null {
  const sure = robustness(layer, i);
  if (sure === null) return null;
  return isListed(layer, i) ? priority[sure] : `${priority[sure]} (${priority.outside})`;
}

/** Marks an area with a value beyond its goalposts; always beside words. */
export const BEYOND_MARK = '⇥';

/** Which criteria of an area lie beyond the range that urgency is told in; null where none does, or it has no score. */
export function beyondText(layer: PriorityLayer, i: number, words: Words): string | null {
  const names = layer.scaled.beyond.flatMap((cut, k) =>
    Number.isNaN(cut[i] ?? Number.NaN) || cut[i] === 0 ? [] : [criterionName(layer, k, words)],
  );
  return names.length === 0 ? null : words.priority.beyond(names.join(', '));
}

/** Points of each criterion in the score of an area, rounded as printed so that they add up to it. */
export function pointsOf({ contributions, index }: PriorityLayer, area: number): readonly number[] {
  const share = (column: Float64Array) => (column[area] ?? Number.NaN) / 100;
  const parts = printedParts(contributions.map(share), share(index.score), legendDecimals('rate'));
  return parts.map((part) => 100 * part);
}

/**
 * '96 %'; what is nearly certain but did not always occur is '>99 %', and what nearly never did '<1 %'. A share short of
 * what is called robust is never printed as reaching it.
 */
export function chanceText(share: number, format: Format): string {
  const whole = (part: number) => format.percentUnit(part).replace(/[.,]0/, '');
  if (share < 1 && share > 0.99) return `>${whole(0.99)}`;
  if (share > 0 && share < 0.01) return `<${whole(0.01)}`;
  const rounded = Math.round(share * 100) / 100;
  if (share < ROBUST_SHARE && rounded >= ROBUST_SHARE) return whole(ROBUST_SHARE - 0.01);
  if (share > 1 - ROBUST_SHARE && rounded <= 1 - ROBUST_SHARE) return whole(1 - ROBUST_SHARE + 0.01);
  return whole(rounded);
}

/** '1–13': the ranks that the counts of the rate alone leave open; null where they are not drawn, as for an index. */
export function rankSetText({ uncertainty }: PriorityLayer, index: number, format: Format): string | null {
  const [low, high] = [uncertainty?.rankSets?.low[index], uncertainty?.rankSets?.high[index]];
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return null;
  return low === high ? format.count(low) : `${format.count(low)}–${format.count(high)}`;
}

/** How sure the rank of an area is, a sentence each. */
export function sureLines(
  layer: PriorityLayer,
  area: number,
  words: Words,
  format: Format,
): readonly string[] {
  const { uncertainty } = layer;
  if (uncertainty === null) return [words.sheet.notSure];
  const at = (column: Float64Array) => column[area] ?? Number.NaN;
  if (Number.isNaN(at(uncertainty.median))) return [];
  const sure = sureWord(layer, area, words);
  const share = chanceText(at(uncertainty.inTop), format);
  const set = rankSetText(layer, area, format);
  return [
    ...(sure === null ? [] : [words.sheet.sure(share, format.count(uncertainty.runs), sure)]),
    words.sheet.ranks(
      format.count(at(uncertainty.median)),
      format.count(at(uncertainty.low)),
      format.count(at(uncertainty.high)),
    ),
    ...(set === null ? [] : [words.sheet.rankSet(set)]),
  ];
}

/** What each criterion adds to the score of an area, a line each; then how sure its rank is. */
export function priorityLines(
  layer: PriorityLayer,
  index: number,
  words: Words,
  format: Format,
): readonly string[] {
  const say = words.priority;
  const scored = layer.scaled.lacks[index] === LACKS_NONE;
  const points = pointsOf(layer, index);
  const lines = layer.measures.map((measure, k) => {
    const value = format.percentUnit(measure.value[index] ?? Number.NaN);
    return say.line(criterionName(layer, k, words), value, scoreText(points[k] ?? Number.NaN, format));
  });
  const place = placeText(layer, index, words, format);
  const apparent = apparentWords(layer, index, words, format);
  const beyond = beyondText(layer, index, words);
  const listed = [place, apparent?.line ?? null, beyond].flatMap((line) => line ?? []);
  if (!scored) return listed;
  lines.push(...listed);
  const { uncertainty } = layer;
  const [low, high] = [uncertainty?.low[index], uncertainty?.high[index]];
  const sure = sureWord(layer, index, words);
  if (low === undefined || high === undefined || sure === null) return lines;
  const range = [format.count(low), format.count(high)] as const;
  const told =
    layer.listing.order === 'index'
      ? say.rankRange(...range)
      : words.list.rateRange(...range, orderName(layer, words));
  const set = rankSetText(layer, index, format);
  return [...lines, `${told}, ${sure}`, ...(set === null ? [] : [words.sheet.rankSet(set)])];
}

import { type RateChange, Verdict, verdictCounts } from '#core/change.ts';
import type { Estimate, WelfareGroup } from '#core/inequality.ts';
import { type GapLayer, hasFigures, WIDE_GAP } from '#picture/gap-layer.ts';
import { verdictNamed } from './change-words.ts';
import { DASH, type Format } from './format.ts';
import type { Words } from './id.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN, periodOfView, type Telling } from './layer-wording.ts';
import { periodParts } from './period-words.ts';
import { lowerFirst } from './phrase.ts';

type Spoken = Pick<Telling, 'words' | 'format'>;

/** 'termiskin lebih tinggi', or null where nothing is said. */
export function gapWord(verdict: number, words: Words): string | null {
  const named = verdictNamed(verdict);
  return named && words.gap.verdicts[named];
}

/** '25,1 % (120/478)' */
export function groupText({ n, N }: WelfareGroup, { words, format }: Spoken): string {
  return words.gap.group(format.percentUnit(n / N), format.count(n), format.count(N));
}

/** '+8,2 … +14,0' */
export function gapRange({ low, high }: RateChange, index: number, { words, format }: Spoken): string {
  const [from, to] = [low[index] ?? Number.NaN, high[index] ?? Number.NaN];
  return words.layers.change.interval(format.points(from), format.points(to));
}

/** '1,80': a ratio or an index, with two decimals. */
export function plainText(value: number, words: Words): string {
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return Number.isFinite(value)
    ? new Intl.NumberFormat(words.language.locale, two).format(value).replace('-', '\u2212')
    : DASH;
}

/** '+11,1 (8,0 s.d. 14,2)': a measure with its interval. */
export function estimateText(
  { value, low, high }: Estimate,
  write: (value: number) => string,
  words: Words,
): string {
  return Number.isNaN(value) ? DASH : words.gap.panel.estimate(write(value), write(low), write(high));
}

function counts({ areas }: GapLayer, format: Format): Readonly<Record<'up' | 'down' | 'unclear', string>> {
  const all = verdictCounts(areas.verdict, areas.status);
  const of = (verdict: Verdict) => format.count(all[verdict] ?? 0);
  return { up: of(Verdict.up), down: of(Verdict.down), unclear: of(Verdict.unclear) };
}

export const gapWording: LayerWording<GapLayer> = {
  ...PLAIN,
  title: (_, { picture: { view, atlas }, words, format }) =>
    words.gap.title(
      lowerFirst(indicatorName(view, atlas.manifest, words)),
      words.level[view.level],
      format.period(view.period),
    ),
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { view, totals } = picture;
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format);
    const { up, down, unclear } = counts(layer, format);
    return [
      words.gap.said(up, down, unclear),
      words.gap.compared,
      ...marks,
      ...incomplete,
      ...filters,
      ...rest,
    ];
  },
  legend: {
    ...PLAIN,
    heading: (_, { picture: { view }, words }) =>
      words.gap.heading(lowerFirst(words.indicator[view.indicator].short)),
    classes: (_, telling) => {
      const { down, unclear, up, wide } = telling.words.gap.classes;
      const edge = telling.format.count(WIDE_GAP * 100);
      return legendClasses([down, unclear, up(edge), wide(edge)], telling);
    },
    notes: (_, { words }) => [words.gap.note],
    periods: (_, telling) => periodOfView(telling),
    isCut: () => false,
  },
  areaLines: (layer, index, { words, format }) => {
    const told = { words, format };
    const groups = layer.groupsOf('area', index);
    const [poor, rich] = [groups[0], groups.at(-1)];
    if (!hasFigures(layer.areas, index) || !poor || !rich) return [];
    const word = gapWord(layer.areas.verdict[index] ?? Verdict.none, words);
    return [
      words.gap.line(
        groupText(poor, told),
        groupText(rich, told),
        format.points(layer.areas.difference[index] ?? Number.NaN),
      ),
      ...(word === null ? [] : [word]),
    ];
  },
};

import { type AreaTrends, NAMED_PERIODS, TREND_PERIODS, TrendVerdict } from '#core/area-trend.ts';
import { periodKind } from '#core/period.ts';
import { TREND_CLASSES, type TrendLayer } from '#picture/trend-layer.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN, type Telling } from './layer-wording.ts';
import { periodParts } from './period-words.ts';
import { lowerFirst } from './phrase.ts';

type Spoken = Pick<Telling, 'words' | 'format'>;

function kindOf({ periods }: TrendLayer) {
  const last = periods.at(-1);
  return last === undefined ? 'month' : periodKind(last);
}

/** 'triwulan': by what a slope is told. */
export function stepWord(layer: TrendLayer, words: Words): string {
  return words.trend.step[kindOf(layer)];
}

/** '−0,8 poin per triwulan'. */
export function slopeText(layer: TrendLayer, slope: number, { words, format }: Spoken): string {
  return words.trend.slope(format.points(slope), stepWord(layer, words));
}

/** 'turun', 'tidak tampak': null where the last period has no figure. */
export function trendWord(verdict: number, words: Words): string | null {
  return words.trend.short[TREND_CLASSES.indexOf(verdict)] ?? null;
}

/** '8 triwulan (Triwulan IV 2024 – Triwulan III 2026)' */
export function spanText(layer: TrendLayer, { words, format }: Spoken): string {
  const { periods } = layer;
  const [first, last] = [periods[0], periods.at(-1)];
  return words.trend.series(
    format.count(periods.length),
    words.trend.steps[kindOf(layer)],
    first ? format.period(first) : '',
    last ? format.period(last) : '',
  );
}

/** What is said of a line by itself: one test, not one of many. */
export function ownVerdict(layer: TrendLayer, trends: AreaTrends, index: number, told: Spoken): string {
  const { words, format } = told;
  const say = words.trend.panel.verdicts;
  const slope = slopeText(layer, trends.slope[index] ?? Number.NaN, told);
  switch (trends.verdict[index]) {
    case TrendVerdict.short:
      return say.short(format.count(trends.periods[index] ?? 0));
    case TrendVerdict.unclear:
      return say.unclear(slope);
    case TrendVerdict.falling:
    case TrendVerdict.maybeFalling:
      return say.falling(slope);
    case TrendVerdict.rising:
    case TrendVerdict.maybeRising:
      return say.rising(slope);
    default:
      return say.none;
  }
}

/** How many areas are shown to fall and to rise, and how many are not. */
export function trendCounts({ counts }: TrendLayer): {
  readonly falling: number;
  readonly rising: number;
  readonly unclear: number;
  readonly short: number;
} {
  const of = (verdict: TrendVerdict) => counts[verdict] ?? 0;
  return {
    falling: of(TrendVerdict.falling),
    rising: of(TrendVerdict.rising),
    unclear: of(TrendVerdict.unclear) + of(TrendVerdict.maybeFalling) + of(TrendVerdict.maybeRising),
    short: of(TrendVerdict.short),
  };
}

/** What has to be known to read the verdicts. */
export function trendNotes(layer: TrendLayer, { words, format }: Spoken): readonly string[] {
  const say = words.trend.notes;
  const { length } = layer.periods;
  const [least, named] = [TREND_PERIODS, NAMED_PERIODS].map(format.count);
  return [
    length < TREND_PERIODS
      ? say.short(least ?? '')
      : length < NAMED_PERIODS
        ? say.least(named ?? '')
        : say.reading,
    ...(kindOf(layer) === 'month' ? [say.months] : []),
  ];
}

function saidCounts(layer: TrendLayer, words: Words, format: Format): readonly string[] {
  const { falling, rising, unclear, short } = trendCounts(layer);
  const judged = falling + rising + unclear;
  return [
    ...(judged > 0
      ? [words.trend.said(format.count(falling), format.count(rising), format.count(unclear))]
      : []),
    ...(short > 0 ? [words.trend.tooShort(format.count(short))] : []),
  ];
}

export const trendWording: LayerWording<TrendLayer> = {
  ...PLAIN,
  title: (_, { picture: { view, atlas }, words, format }) =>
    words.trend.title(
      lowerFirst(indicatorName(view, atlas.manifest, words)),
      words.level[view.level],
      format.period(view.period),
    ),
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { view, totals } = picture;
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format);
    const open = layer.incomplete.length;
    return [
      ...saidCounts(layer, words, format),
      [
        spanText(layer, { words, format }),
        ...(open > 0 ? [words.trend.incomplete(format.count(open))] : []),
      ].join(', '),
      ...marks,
      ...incomplete,
      ...filters,
      ...rest,
    ];
  },
  legend: {
    ...PLAIN,
    heading: (_, { picture: { view }, words }) =>
      words.trend.heading(lowerFirst(words.indicator[view.indicator].short)),
    classes: (_, telling) => legendClasses(telling.words.trend.classes, telling),
    notes: (layer, telling) => trendNotes(layer, telling),
    periods: (layer, { format }) => {
      const [first, last] = [layer.periods[0], layer.periods.at(-1)];
      return first && last ? `${format.period(first)} → ${format.period(last)}` : '';
    },
    isCut: () => false,
  },
  areaLines: ({ ...layer }, index, { words, format }) => {
    const { areas } = layer;
    const verdict = areas.verdict[index] ?? TrendVerdict.none;
    const periods = format.count(areas.periods[index] ?? 0);
    const word = trendWord(verdict, words);
    if (word === null) return [];
    if (verdict === TrendVerdict.short) return [words.trend.ofPeriods(periods)];
    const slope = slopeText(layer, areas.slope[index] ?? Number.NaN, { words, format });
    return [words.trend.line(word, slope, periods)];
  },
};

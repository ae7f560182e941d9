import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { type RateChange, Verdict } from '#core/change.ts';
import { coverageOf } from '#core/coverage.ts';
import type { Period } from '#core/period.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { partsOf } from './indicator-words.ts';
import { statusLabel } from './status-words.ts';

/** The verdicts that a legend counts, in its order. */
export const SAID_VERDICTS = ['up', 'down', 'unclear'] as const;

/** Ranges of the classes of a difference, strongest fall first. */
export function changeRanges(
  { classes }: Pick<ChangeLayer, 'classes'>,
  words: Words,
  format: Format,
): readonly string[] {
  const { change } = words.layers;
  const edges = Array.from(classes.edges, format.points);
  return Array.from({ length: edges.length + 1 }, (_, k) => {
    const [low, high] = [edges[k - 1], edges[k]];
    if (low === undefined) return change.atMost(high ?? '');
    if (high === undefined) return change.atLeast(low);
    const middle = edges.length / 2;
    return k < middle
      ? change.fall(low, high)
      : k > middle
        ? change.rise(low, high)
        : change.steady(low, high);
  });
}

/** Edges between the classes of a difference as short as they can be: '−10', '+2,5'. */
export function edgeMarks({ classes }: Pick<ChangeLayer, 'classes'>, format: Format): readonly string[] {
  return Array.from(classes.edges, (edge) => format.points(edge).replace(/[.,]0$/, ''));
}

/** A verdict by its name; null where nothing is said. */
export function verdictNamed(verdict: number): (typeof SAID_VERDICTS)[number] | null {
  return SAID_VERDICTS.find((name) => Verdict[name] === verdict) ?? null;
}

/** 'naik', 'turun', 'tak cukup bukti', or null where nothing is said. */
export function verdictWord(verdict: number, words: Words): string | null {
  const said = verdictNamed(verdict);
  return said ? words.layers.change.verdicts[said] : null;
}

/** '+3,2' with '95 %: −1,0 s.d. +7,4', the latter null where there is none; null where there is no difference. */
export function differenceWords(
  { difference, low, high }: Pick<RateChange, 'difference' | 'low' | 'high'>,
  index: number,
  words: Words,
  format: Format,
): { readonly points: string; readonly interval: string | null } | null {
  const own = difference[index] ?? Number.NaN;
  const [from, to] = [low[index] ?? Number.NaN, high[index] ?? Number.NaN];
  if (Number.isNaN(own)) return null;
  const interval = Number.isNaN(from)
    ? null
    : words.layers.change.interval(format.points(from), format.points(to));
  return { points: format.points(own), interval };
}

/** 'selisih −3,2 poin, turun' of one area; null where there is no difference. */
export function pointsWords(
  { change }: ChangeLayer,
  index: number,
  words: Words,
  format: Format,
): string | null {
  const told = differenceWords(change, index, words, format);
  const verdict = verdictWord(change.verdict[index] ?? Verdict.none, words);
  return told && [words.layers.change.difference(told.points), verdict].filter(Boolean).join(', ');
}

/** A rate of one area: '18,4 % (38 dari 206)', or why there is none. */
export function areaValueWords(
  picture: Picture,
  measure: AreaMeasure,
  index: number,
  words: Words,
  format: Format,
): string {
  const status = measure.status[index] ?? CellStatus.notApplicable;
  const [n, total] = [measure.table.numerator[index], measure.table.denominator[index]];
  const known = status === CellStatus.observed || status === CellStatus.tooFew;
  const value =
    status === CellStatus.observed
      ? format.percentUnit(measure.value[index] ?? Number.NaN)
      : statusLabel(status, picture, words);
  const parts = partsOf(measure.table.indicator, n ?? Number.NaN, total ?? Number.NaN, words, format);
  return known ? words.layers.change.withParts(value, parts) : value;
}

/** How many children were measured (D) in one area and period; NaN where unknown. */
function measuredIn({ atlas, view, indicator }: Picture, period: Period, index: number): number {
  if (indicator.unit !== 'child') return Number.NaN;
  return coverageOf(atlas.coverage, atlas.territory, view.level, period).measured[index] ?? Number.NaN;
}

/** What a comparison adds to the words of one area: the other period, the difference, who was measured. */
export function changeLines(
  picture: Picture,
  layer: ChangeLayer,
  index: number,
  words: Words,
  format: Format,
): readonly string[] {
  const { change, comparedWith, earlier, later } = layer;
  const say = words.layers.change;
  const other = change.earlier.table.period === comparedWith ? change.earlier : change.later;
  const told = differenceWords(change, index, words, format);
  const verdict = verdictWord(change.verdict[index] ?? Verdict.none, words);
  const [before, after] = [measuredIn(picture, earlier, index), measuredIn(picture, later, index)];
  return [
    say.at(format.period(comparedWith), areaValueWords(picture, other, index, words, format)),
    ...(told ? [[say.difference(told.points), told.interval, verdict].filter(Boolean).join('; ')] : []),
    ...(Number.isNaN(before) && Number.isNaN(after)
      ? []
      : [say.measured(format.count(before), format.count(after))]),
  ];
}

/** How many areas their own intervals would name, beside those that are. */
export function aloneText({ aloneVerdicts }: ChangeLayer, words: Words, format: Format): string {
  const count = (verdict: Verdict) => format.count(aloneVerdicts[verdict] ?? 0);
  return words.layers.change.alone(count(Verdict.up), count(Verdict.down));
}

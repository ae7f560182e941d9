import { CellStatus } from '#core/area-table.ts';
import { type Day, dayNumber } from '#core/calendar-day.ts';
import { deadlineOf } from '#core/entry-stage.ts';
import { ENTRY_EDGES, type EntryLayer, type EntryUnits, printedShare } from '#picture/entry-layer.ts';
import type { Words } from './id.ts';
import { type LayerWording, legendClasses, PLAIN, type Telling } from './layer-wording.ts';

type Spoken = Pick<Telling, 'words' | 'format'>;

/** '9 November 2026', or that there is no snapshot. */
export function snapshotText({ days, at }: EntryLayer, { words, format }: Spoken): string {
  const day = days[at];
  return day === undefined ? words.entry.noSnapshot : format.day(day);
}

/** '52,6 %': 100 % only where nobody is missing. */
export function shareText(n: number, N: number, { format }: Pick<Telling, 'format'>): string {
  return format.percentUnit(printedShare(n, N));
}

/** '52,6 % (1.234 dari 2.345 balita sasaran)'; null where there is no share. */
export function rateText({ n, N, status }: EntryUnits, index: number, told: Spoken): string | null {
  const [own = Number.NaN, of = Number.NaN] = [n[index], N[index]];
  if (status[index] !== CellStatus.observed) return null;
  const { words, format } = told;
  return words.entry.rate(shareText(own, of, told), format.count(own), format.count(of));
}

/** Why a unit has no share; null where it has one. */
export function entryReason({ status, N }: EntryUnits, index: number, words: Words): string | null {
  const { why } = words.entry;
  switch (status[index]) {
    case CellStatus.observed:
      return null;
    case CellStatus.notReported:
      return why.notReported;
    case CellStatus.noDenominator:
      return N[index] === 0 ? why.zero : why.noTarget;
    default:
      return why.noPart;
  }
}

/** 'batas 20 November 2026, 11 hari lagi'; null without a stage. */
export function deadlineText({ stage, days, at }: EntryLayer, { words, format }: Spoken): string | null {
  const day: Day | undefined = days[at];
  if (stage === null || day === undefined) return null;
  const deadline = deadlineOf(stage);
  const left = dayNumber(deadline) - dayNumber(day);
  const { daysLeft, dayPassed, dueToday, deadline: until } = words.entry;
  const rest = left > 0 ? daysLeft(format.count(left)) : left < 0 ? dayPassed(format.count(-left)) : dueToday;
  return `${until(format.day(deadline))}, ${rest}`;
}

/** What has to be known to read the shares. */
export function entryNotes(layer: EntryLayer, { words }: Pick<Telling, 'words'>): readonly string[] {
  const say = words.entry.notes;
  if (layer.isDivided) return [say.divided];
  if (layer.days.length === 0) return [say.none];
  const partly = layer.areas.reported.some((own, i) => own > 0 && own < (layer.areas.posts[i] ?? 0));
  return [say.reading, ...(partly ? [say.hatched] : [])];
}

function saidParts(layer: EntryLayer, told: Telling): readonly string[] {
  const { words, format } = told;
  const { city, silent } = layer;
  if (layer.isDivided || layer.days.length === 0) return entryNotes(layer, told);
  const rate = rateText(city, 0, told);
  const deadline = deadlineText(layer, told);
  const posts = words.entry.posts(format.count(city.reported[0] ?? 0), format.count(city.posts[0] ?? 0));
  return [
    ...(rate === null ? [] : [rate]),
    posts,
    ...(silent > 0 ? [words.entry.silent(format.count(silent), words.level.village)] : []),
    ...(deadline === null ? [] : [deadline]),
  ];
}

export const entryWording: LayerWording<EntryLayer> = {
  ...PLAIN,
  title: (layer, told) =>
    told.words.entry.title(
      told.words.entry.parts[layer.part].phrase,
      told.words.level[told.picture.view.level],
      snapshotText(layer, told),
    ),
  parts: (layer, { marks, filters }, told) => [
    ...saidParts(layer, told),
    ...(layer.period === null ? [] : [told.format.period(layer.period)]),
    ...marks,
    ...filters,
  ],
  legend: {
    ...PLAIN,
    heading: ({ part }, { words }) => words.entry.heading(words.entry.parts[part].phrase),
    classes: (_, told) => {
      const { below, between, complete } = told.words.entry.classes;
      const edges = ENTRY_EDGES.map((edge) => told.format.count(edge * 100));
      const [first = '', ...others] = edges;
      const labels = [below(first), ...others.map((edge, k) => between(edges[k] ?? '', edge)), complete];
      return legendClasses(labels, told);
    },
    notes: (layer, told) => entryNotes(layer, told),
    periods: (layer, told) => snapshotText(layer, told),
    isCut: () => false,
  },
  area: ({ areas }, index, told) => {
    const { words, format } = told;
    const [n = Number.NaN, N = Number.NaN] = [areas.n[index], areas.N[index]];
    const observed = areas.status[index] === CellStatus.observed;
    return {
      value: observed ? shareText(n, N, told) : (entryReason(areas, index, words) ?? ''),
      observed,
      partial: null,
      parts: observed ? words.entry.children(format.count(n), format.count(N)) : null,
      interval: null,
      band: null,
      crosses: null,
      rank: null,
    };
  },
  areaLines: ({ areas }, index, { words, format }) => {
    const [missing = Number.NaN, gain = Number.NaN] = [areas.missing[index], areas.gain[index]];
    const [reported = 0, posts = 0] = [areas.reported[index], areas.posts[index]];
    return [
      ...(Number.isNaN(missing) ? [] : [words.entry.missing(format.count(missing))]),
      ...(Number.isNaN(gain) ? [] : [words.entry.gain(signed(gain, words))]),
      ...(posts > 1 ? [words.entry.posts(format.count(reported), format.count(posts))] : []),
    ];
  },
};

/** '9 Nov', or with its year. */
export function shortDay(day: Day, words: Words, withYear: boolean): string {
  const date = new Intl.DateTimeFormat(words.language.locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
  });
  return date.format(new Date(`${day}T00:00:00Z`));
}

/** '+12', '0', '−3'. */
export function signed(value: number, words: Words): string {
  if (!Number.isFinite(value)) return '–';
  const { locale } = words.language;
  return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value).replace('-', '\u2212');
}

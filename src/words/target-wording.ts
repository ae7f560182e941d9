import type { TargetRow } from '#core/target-table.ts';
import { NO_TARGET, STANDINGS, type TargetLayer, type TargetLine } from '#picture/target-layer.ts';
import { DASH, type Format } from './format.ts';
import type { Words } from './id.ts';
import { type LayerWording, legendClasses, PLAIN, periodOfView, type Telling } from './layer-wording.ts';
import { periodParts } from './period-words.ts';
import { lowerFirst } from './phrase.ts';

type Spoken = Pick<Telling, 'words' | 'format'>;

/** '14,2 %', or '2.000 balita'. */
export function targetValue(measure: TargetRow['measure'], value: number, { words, format }: Spoken): string {
  return measure === 'rate' ? format.percentUnit(value) : `${format.count(value)} ${words.units.child.noun}`;
}

/** '−0,07': points of a month are small. */
function hundredths(points: number, words: Words): string {
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const;
  return Number.isFinite(points)
    ? new Intl.NumberFormat(words.language.locale, two).format(points).replace('-', '\u2212')
    : DASH;
}

/** '−0,07 poin', or '−120 balita': a change a month. */
export function targetPace(measure: TargetRow['measure'], change: number, { words, format }: Spoken): string {
  const say = words.target.panel;
  if (measure === 'rate') return say.points(hundredths(change * 100, words));
  const signed = `${change > 0 ? '+' : ''}${format.count(Math.round(change) + 0)}`.replace('-', '\u2212');
  return say.cases(Number.isFinite(change) ? signed : format.count(Number.NaN));
}

/** 'menuju target', or that there is none. */
export function standingText(line: TargetLine | null | undefined, words: Words): string {
  const standing = line?.path?.standing;
  return standing === undefined ? words.target.none : words.target.standings[standing];
}

export function targetClasses(words: Words): readonly string[] {
  return [...STANDINGS.map((standing) => words.target.standings[standing]), words.target.none];
}

function saidCounts({ counts }: TargetLayer, words: Words, format: Format): string {
  const of = (...standings: readonly (typeof STANDINGS)[number][]) =>
    format.count(standings.reduce((sum, each) => sum + (counts[STANDINGS.indexOf(each)] ?? 0), 0));
  return words.target.said(
    of('reached', 'on-track'),
    of('off-track', 'missed'),
    format.count(counts[NO_TARGET] ?? 0),
  );
}

export const targetWording: LayerWording<TargetLayer> = {
  ...PLAIN,
  title: ({ asked }, { picture: { view }, words, format }) =>
    words.target.title(
      words.target.names[asked.measure],
      lowerFirst(words.indicator[view.indicator].short),
      words.level[view.level],
      format.period(view.period),
    ),
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { view, totals } = picture;
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format);
    const [next] = layer.city.filter(({ row }) => row.measure === layer.asked.measure);
    const told = { words, format };
    const city = next
      ? [
          `${picture.atlas.territory.name} ${words.target.line(
            targetValue(next.row.measure, next.row.value, told),
            format.day(next.row.due),
            standingText(next, words),
          )}`,
        ]
      : [];
    return [...city, saidCounts(layer, words, format), ...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    ...PLAIN,
    heading: ({ asked }, { picture: { view }, words }) =>
      words.target.heading(
        words.target.names[asked.measure],
        lowerFirst(words.indicator[view.indicator].short),
      ),
    classes: (_, telling) => legendClasses(targetClasses(telling.words), telling),
    notes: (_, { words }) => [words.target.note],
    periods: (_, telling) => periodOfView(telling),
    isCut: () => false,
  },
  areaLines: (layer, index, { words, format }) => {
    const line = layer.areas[index];
    if (!line) return [words.target.none];
    const { measure, value, due } = line.row;
    return [
      words.target.line(
        targetValue(measure, value, { words, format }),
        format.day(due),
        standingText(line, words),
      ),
    ];
  },
};

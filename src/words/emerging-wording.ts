import { CellStatus } from '#core/area-table.ts';
import { EMERGING, EMERGING_PERIODS } from '#core/emerging-hotspot.ts';
import { type EmergingLayer, emergingClass, NO_EMERGING } from '#picture/emerging-layer.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN } from './layer-wording.ts';
import { periodParts } from './period-words.ts';
import { lowerFirst } from './phrase.ts';

/** By class of the map. */
export function emergingClasses(words: Words): readonly string[] {
  const say = words.emerging;
  return [
    ...EMERGING.map((kind) => say.high(say.kinds[kind])),
    ...EMERGING.map((kind) => say.low(say.kinds[kind])),
    say.none,
    say.notJudged,
  ];
}

/** 'kantong tinggi, baru'; null where an area has no figure. */
export function emergingWord(layer: EmergingLayer, index: number, words: Words): string | null {
  if (layer.status[index] !== CellStatus.observed) return null;
  return emergingClasses(words)[emergingClass(layer, index)] ?? null;
}

function stateParts({ input, map, periods, counts }: EmergingLayer, words: Words, format: Format) {
  const say = words.emerging;
  if (input === null) return [say.tooShort(format.count(EMERGING_PERIODS), format.count(periods.length))];
  if (map === null) return [say.running];
  const sum = (from: number) =>
    counts.subarray(from, from + EMERGING.length).reduce((all, areas) => all + areas, 0);
  return [say.said(format.count(sum(0)), format.count(sum(EMERGING.length)))];
}

export const emergingWording: LayerWording<EmergingLayer> = {
  ...PLAIN,
  title: (_, { picture: { view, atlas }, words, format }) =>
    words.emerging.title(
      lowerFirst(indicatorName(view, atlas.manifest, words)),
      words.level[view.level],
      format.period(view.period),
    ),
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { view, totals } = picture;
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format);
    return [...stateParts(layer, words, format), ...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    ...PLAIN,
    heading: (_, { picture: { view }, words }) =>
      words.emerging.heading(lowerFirst(words.indicator[view.indicator].short)),
    classes: (layer, telling) =>
      legendClasses(emergingClasses(telling.words), telling).filter(
        (_, k) => k === NO_EMERGING || (layer.counts[k] ?? 0) > 0,
      ),
    notes: (_, { words, format }) => [words.emerging.note(format.count(EMERGING_PERIODS))],
    periods: ({ periods }, { format }) => {
      const [first, last] = [periods[0], periods.at(-1)];
      return first && last ? `${format.period(first)} → ${format.period(last)}` : '';
    },
    isCut: () => false,
  },
  areaLines: (layer, index, { words, format }) => {
    const word = emergingWord(layer, index, words);
    const { map } = layer;
    if (word === null || map === null) return [];
    const at = (column: Uint8Array) => format.count(column[index] ?? 0);
    return [words.emerging.line(word, at(map.hot), at(map.cold), at(map.periods))];
  },
};

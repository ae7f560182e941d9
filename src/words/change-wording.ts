import { Verdict } from '#core/change.ts';
import type { Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import { aloneText, changeLines, changeRanges, pointsWords, SAID_VERDICTS } from './change-words.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN } from './layer-wording.ts';
import { periodParts } from './period-words.ts';

export const changeWording: LayerWording<ChangeLayer> = {
  ...PLAIN,
  title: ({ earlier, later }, { picture: { view, atlas }, words, format }) =>
    words.layers.change.title(
      indicatorName(view, atlas.manifest, words),
      words.level[view.level],
      format.period(later),
      format.period(earlier),
    ),
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const of = (period: Period, { city }: Totals) => {
      const { incomplete, rest } = periodParts(picture, period, city, words, format);
      return words.layers.change.at(format.period(period), [...incomplete, ...rest].join(', '));
    };
    return [...marks, ...filters, of(layer.earlier, layer.earlierTotals), of(layer.later, layer.laterTotals)];
  },
  legend: {
    ...PLAIN,
    heading: (_, { picture: { view }, words }) =>
      words.layers.change.heading(words.indicator[view.indicator].short),
    classes: (layer, telling) => legendClasses(changeRanges(layer, telling.words, telling.format), telling),
    notes: (layer, { picture: { indicator }, words, format }) => {
      const say = words.layers.change;
      if (indicator.kind === 'coverage') return [say.noInterval];
      const counts = SAID_VERDICTS.map(
        (verdict) => `${say.verdicts[verdict]} ${format.count(layer.verdicts[Verdict[verdict]] ?? 0)}`,
      );
      return [counts.join(' · '), aloneText(layer, words, format), say.hatch, say.guide];
    },
    periods: ({ earlier, later }, { format }) => `${format.period(earlier)} → ${format.period(later)}`,
    isCut: () => false,
  },
  points: (layer, index, { words, format }) => pointsWords(layer, index, words, format),
  areaLines: (layer, index, { picture, words, format }) => changeLines(picture, layer, index, words, format),
};

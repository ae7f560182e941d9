import type { AgreementLayer } from '#picture/agreement-layer.ts';
import type { Picture } from '#picture/picture.ts';
import { secondPicture } from '#picture/second-picture.ts';
import { agreeingText, agreementLines, agreementPoints, sourceName } from './agreement-words.ts';
import { changeRanges } from './change-words.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN } from './layer-wording.ts';
import { periodParts } from './period-words.ts';

export const agreementWording: LayerWording<AgreementLayer> = {
  ...PLAIN,
  title: ({ period }, { picture: { view, atlas }, words, format }) => {
    const [first, second] = [format.period(view.period), format.period(period)];
    const periods = period === view.period ? first : words.sources.periods(first, second);
    return words.sources.title(indicatorName(view, atlas.manifest, words), words.level[view.level], periods);
  },
  /** How many areas agree, then what is said of each source alone. */
  parts: (layer, { filters }, { picture, words, format }) => {
    const of = (one: Picture) => {
      const { incomplete, rest } = periodParts(one, one.view.period, one.totals.city, words, format);
      return [...incomplete, ...rest].join(', ');
    };
    return [
      ...filters,
      agreeingText(layer, picture, words, format),
      words.sources.first(of(picture)),
      words.sources.second(sourceName(layer.source, words), of(secondPicture(picture, layer))),
    ];
  },
  legend: {
    ...PLAIN,
    heading: (_, { picture: { view }, words }) => words.sources.legend(words.indicator[view.indicator].short),
    classes: (layer, telling) => legendClasses(changeRanges(layer, telling.words, telling.format), telling),
    notes: (layer, { picture, words, format }) => {
      const { summary, choice } = layer;
      const say = words.sources;
      return [
        agreeingText(layer, picture, words, format),
        `${say.far} ${format.count(summary.far)}`,
        `${say.onlyFirst} ${format.count(summary.onlyFirst)} · ${say.onlySecond} ${format.count(summary.onlySecond)}`,
        say.convention(format.count(choice.agreesWithin)),
      ];
    },
    periods: ({ period }, { picture: { view }, words, format }) =>
      period === view.period
        ? format.period(view.period)
        : words.sources.periods(format.period(view.period), format.period(period)),
    isCut: () => false,
  },
  points: (layer, index, { words, format }) => agreementPoints(layer, index, words, format),
  areaLines: (layer, index, { picture, words, format }) =>
    agreementLines(picture, layer, index, words, format),
  sources: ({ source }, first, { words }) => `${first}; ${sourceName(source, words)}`,
};

import type { ExceedanceLayer } from '#picture/exceedance-layer.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN, periodOfView } from './layer-wording.ts';
import { periodParts } from './period-words.ts';
import { lowerFirst } from './phrase.ts';

/** A probability is never printed as certain: '> 99,9', '< 0,1'. */
export function probabilityText(probability: number, words: Words, format: Format): string {
  if (probability > 0.999) return words.exceedance.above(format.percent(0.999));
  if (probability < 0.001) return words.exceedance.below(format.percent(0.001));
  return format.percent(probability);
}

/** '20,0 %': the threshold that is asked. */
export function thresholdText({ map }: ExceedanceLayer, format: Format): string {
  return format.percentUnit(map.threshold);
}

/** 'ambang 20,0 % (WHO/UNICEF)'. */
export function thresholdOrigin(layer: ExceedanceLayer, words: Words, format: Format): string {
  return words.exceedance.thresholds[layer.asked.kind](thresholdText(layer, format));
}

export const exceedanceWording: LayerWording<ExceedanceLayer> = {
  ...PLAIN,
  title: (layer, { picture: { view, atlas }, words, format }) =>
    words.exceedance.title(
      lowerFirst(indicatorName(view, atlas.manifest, words)),
      thresholdText(layer, format),
      words.level[view.level],
      format.period(view.period),
    ),
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { view, totals } = picture;
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format);
    const same = layer.map.distinguishes ? [] : [words.exceedance.notes.same];
    return [...same, thresholdOrigin(layer, words, format), ...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    ...PLAIN,
    heading: (layer, { picture: { view }, words, format }) =>
      words.exceedance.heading(
        lowerFirst(words.indicator[view.indicator].short),
        thresholdText(layer, format),
      ),
    classes: (_, telling) => legendClasses(telling.words.exceedance.classes, telling),
    notes: ({ map }, { words }) => {
      const { reading, how, same } = words.exceedance.notes;
      return map.distinguishes ? [reading, how] : [same];
    },
    periods: (_, telling) => periodOfView(telling),
    isCut: () => false,
  },
  areaLines: (layer, index, { words, format }) => {
    const probability = layer.map.probability[index] ?? Number.NaN;
    const say = words.exceedance;
    if (!layer.map.distinguishes) return [say.notes.same];
    return Number.isNaN(probability)
      ? []
      : [
          say.area(
            thresholdText(layer, format),
            `${probabilityText(probability, words, format)}${words.language.percentSign}`,
          ),
        ];
  },
};

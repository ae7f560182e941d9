import { unitOfIndicator } from '#core/indicator.ts';
import type { SingleLayer } from '#picture/single-layer.ts';
import { classLabels } from './class-words.ts';
import { indicatorName } from './indicator-words.ts';
import { isCutByView, type LayerWording, legendClasses, PLAIN, periodOfView } from './layer-wording.ts';
import { periodParts } from './period-words.ts';

export const singleWording: LayerWording<SingleLayer> = {
  ...PLAIN,
  title: (_, { picture: { view, atlas }, words, format }) =>
    words.sentence.title(
      indicatorName(view, atlas.manifest, words),
      words.level[view.level],
      format.period(view.period),
    ),
  parts: (_, { marks, filters }, { picture, words, format }) => {
    const { incomplete, rest } = periodParts(
      picture,
      picture.view.period,
      picture.totals.city,
      words,
      format,
    );
    return [...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    ...PLAIN,
    heading: (_, { picture: { view }, words }) => {
      const { short, unit } = words.indicator[view.indicator];
      return `${short}, ${view.measure === 'rate' ? unit : words.units[unitOfIndicator(view.indicator)].noun}`;
    },
    classes: (_, telling) =>
      legendClasses(classLabels(telling.picture, telling.words, telling.format), telling),
    notes: () => [],
    periods: (_, telling) => periodOfView(telling),
    isCut: (_, telling) => isCutByView(telling),
  },
};

import type { RegionLayer } from '#picture/region-layer.ts';
import { withProxy } from './indicator-words.ts';
import { type LayerWording, PLAIN, periodOfView } from './layer-wording.ts';
import { countedParts, periodParts } from './period-words.ts';
import { lowerFirst, namesList } from './phrase.ts';
import { regionClassWords, regionLines, regionNotes, regionParts } from './region-words.ts';

export const regionWording: LayerWording<RegionLayer> = {
  ...PLAIN,
  title: ({ problems }, { picture: { view, atlas }, words, format }) => {
    const [first = '', ...more] = problems.map(({ indicator }) =>
      withProxy(indicator.id, 'short', atlas.manifest, words),
    );
    const names = namesList([first, ...more.map(lowerFirst)], words);
    return words.regions.title(names, words.level[view.level], format.period(view.period));
  },
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const totals = layer.problems.map(({ indicator, totals: { city } }) => [indicator, city] as const);
    const { incomplete, rest } = periodParts(
      picture,
      picture.view.period,
      picture.totals.city,
      words,
      format,
      countedParts(totals, words, format),
    );
    return [...regionParts(picture, layer, words, format), ...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    ...PLAIN,
    heading: (_, { words }) => words.regions.label,
    classes: (layer, { picture, words, format }) => regionClassWords(picture, layer, words, format),
    notes: (layer, { picture, words, format }) => regionNotes(picture, layer, words, format),
    periods: (_, telling) => periodOfView(telling),
    isCut: () => false,
  },
  areaLines: (layer, index, { picture, words, format }) => regionLines(picture, layer, index, words, format),
};

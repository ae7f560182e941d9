import type { OverlayLayer } from '#picture/overlay-layer.ts';
import { indicatorName, withProxy } from './indicator-words.ts';
import { type LayerWording, PLAIN, periodOfView } from './layer-wording.ts';
import { overlayGrid, overlayLines, secondName } from './overlay-words.ts';
import { countedParts, periodParts } from './period-words.ts';
import { lowerFirst } from './phrase.ts';

export const overlayWording: LayerWording<OverlayLayer> = {
  ...PLAIN,
  title: (layer, { picture: { view, atlas }, words, format }) => {
    const second = lowerFirst(withProxy(layer.indicator.id, 'short', atlas.manifest, words));
    const { period } = layer.measure.table;
    const dated = period === view.period ? second : words.sentence.of(second, format.period(period));
    const both = words.layers.overlay.both(indicatorName(view, atlas.manifest, words), dated);
    return words.sentence.title(both, words.level[view.level], format.period(view.period));
  },
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { indicator, totals, view } = picture;
    const counted = countedParts(
      [
        [indicator, totals.city],
        [layer.indicator, layer.totals.city],
      ],
      words,
      format,
    );
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format, counted);
    return [...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    heading: (layer, { picture, words }) =>
      words.layers.overlay.heading(
        words.indicator[picture.view.indicator].short,
        lowerFirst(secondName(picture, layer, words)),
      ),
    classes: () => [],
    grid: (layer, { picture, words, format }) => overlayGrid(picture, layer, words, format),
    notes: () => [],
    periods: (_, telling) => periodOfView(telling),
    isCut: ({ overlay, indicator }, { picture }) =>
      overlay.classes.kind === 'tertiles' ||
      (overlay.classes.kind === 'bands' && !(picture.indicator.bands && indicator.bands)),
  },
  areaLines: (layer, index, { picture, words, format }) => overlayLines(picture, layer, index, words, format),
};

import { CellStatus } from '#core/area-table.ts';
import { OVERLAY_CLASSES, type ThreeClassEdges } from '#core/bivariate.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import type { OverlayLayer } from '#picture/overlay-layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { nameBeside, partsOf } from './indicator-words.ts';
import { lowerFirst } from './phrase.ts';
import { areaStatusLabel } from './status-words.ts';

/** One indicator along a side of the nine cells. */
export interface OverlayAxis {
  readonly name: string;
  /** 'rendah < 10,0', by class, as far as there are classes. */
  readonly classes: readonly string[];
  /** As printed. */
  readonly edges: readonly string[];
}

export interface OverlayCell {
  readonly color: string;
  readonly count: string;
  /** 'stunting tinggi, kemiskinan ekstrem rendah: 4 kelurahan'. */
  readonly name: string;
}

/** The nine cells of a legend, by class: from the bottom row up, in each from the left. */
export interface OverlayGrid {
  readonly across: OverlayAxis;
  readonly up: OverlayAxis;
  readonly cells: readonly OverlayCell[];
}

export function overlayGrid(
  picture: Picture,
  layer: OverlayLayer,
  words: Words,
  format: Format,
): OverlayGrid {
  const { shading, view, indicator } = picture;
  const { firstEdges, secondEdges } = layer.bivariate;
  const level = words.level[view.level];
  return {
    across: axisOf(words.indicator[indicator.id].short, firstEdges, words, format),
    up: axisOf(secondName(picture, layer, words), secondEdges, words, format),
    cells: shading.colors.map((color, k) => {
      const areas = shading.areasPerClass[k] ?? 0;
      const count = format.count(areas);
      const name = words.layers.overlay.cellAreas(cellName(picture, layer, k, words), count, level);
      return { color, count, name };
    }),
  };
}

/** The second indicator, with its period where it is another. */
export function secondName(
  { view }: Picture,
  { measure }: Pick<OverlayLayer, 'measure'>,
  words: Words,
): string {
  return nameBeside(measure.table, view.period, words);
}

function axisOf(name: string, edges: ThreeClassEdges, words: Words, format: Format): OverlayAxis {
  const { degrees } = words.layers.overlay;
  const printed = Array.from(edges, format.percent);
  const [low, high] = [printed[0], printed.at(-1)];
  const ranges =
    low === undefined || high === undefined
      ? [words.legend.single]
      : printed.length === 1
        ? [words.legend.below(low), words.legend.from(low)]
        : [words.legend.below(low), words.legend.between(low, high), words.legend.from(high)];
  const named = printed.length === 1 ? [degrees[0], degrees[2]] : degrees;
  return {
    name,
    classes: ranges.map((range, k) => `${named[k] ?? ''} ${range}`),
    edges: printed,
  };
}

/** 'stunting tinggi, kemiskinan ekstrem rendah'. */
export function cellName({ indicator }: Picture, layer: OverlayLayer, cell: number, words: Words): string {
  const { degree, degrees, cell: both } = words.layers.overlay;
  const named = ({ id }: Indicator, k: number) =>
    degree(lowerFirst(words.indicator[id].short), degrees[k] ?? '');
  return both(
    named(indicator, cell % OVERLAY_CLASSES),
    named(layer.indicator, Math.floor(cell / OVERLAY_CLASSES)),
  );
}

/** Another indicator of one area: '18,4 % (38 dari 206)', or why there is none. */
export function secondValue(
  picture: Picture,
  layer: Pick<OverlayLayer, 'indicator' | 'measure'>,
  index: number,
  words: Words,
  format: Format,
): string {
  const { measure } = layer;
  const status = measure.status[index] ?? CellStatus.notApplicable;
  const [n, total] = [measure.table.numerator[index], measure.table.denominator[index]];
  const parts = partsOf(layer.indicator.id, n ?? Number.NaN, total ?? Number.NaN, words, format);
  if (status === CellStatus.observed)
    return words.layers.change.withParts(format.percentUnit(measure.value[index] ?? Number.NaN), parts);
  const why = areaStatusLabel(status, { ...picture, indicator: layer.indicator }, index, words);
  return status === CellStatus.tooFew ? words.layers.change.withParts(why, parts) : why;
}

/** What the overlay adds to the words of one area. */
export function overlayLines(
  picture: Picture,
  layer: OverlayLayer,
  index: number,
  words: Words,
  format: Format,
): readonly string[] {
  const cell = layer.bivariate.classOf[index] ?? NO_CLASS;
  const value = secondValue(picture, layer, index, words, format);
  return [
    words.layers.overlay.value(secondName(picture, layer, words), value),
    ...(cell === NO_CLASS ? [] : [cellName(picture, layer, cell, words)]),
  ];
}

import { NO_CLASS } from '#core/classification.ts';
import type { Period } from '#core/period.ts';
import { problemsOf, REGION_CLASSES } from '#core/region-classes.ts';
import type { Picture } from '#picture/picture.ts';
import type { RegionLayer, ShownProblem } from '#picture/region-layer.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { nameBeside, partsOf } from './indicator-words.ts';
import { secondValue } from './overlay-words.ts';
import { lowerFirst, namesList } from './phrase.ts';

/** Most problems last, as a legend is read from below. */
export const REGION_ORDER = [0, 4, 2, 1, 6, 5, 3, 7] as const;

/** Within a sentence: 'kemiskinan ekstrem'. */
function problemName({ measure }: Pick<ShownProblem, 'measure'>, period: Period, words: Words): string {
  return lowerFirst(nameBeside(measure.table, period, words));
}

/** The side of a threshold on which an area has the problem: '≥ 20,0 %', of coverage '< 80,0 %'. */
export function boundText(
  { indicator, threshold }: ShownProblem,
  words: Words,
  format: Format,
): string | null {
  if (threshold === null) return null;
  const { from, below } = words.legend;
  return (indicator.polarity === 'more-is-worse' ? from : below)(format.percentUnit(threshold));
}

/** Whose threshold it is. */
export function originText(problem: ShownProblem, words: Words, format: Format): string {
  const { origins, noTertile } = words.regions;
  const { origin, indicator, threshold, tertileOf } = problem;
  if (origin !== 'tertile') return origins[origin];
  if (threshold === null) return noTertile;
  const tertile = indicator.polarity === 'more-is-worse' ? origins.upperTertile : origins.lowerTertile;
  return tertile(format.period(tertileOf));
}

/** 'S + W + K', or that there is none. */
export function regionMarks({ problems }: RegionLayer, region: number, words: Words): string {
  const marks = problemsOf(region).map((k) => {
    const id = problems[k]?.indicator.id;
    return id === undefined ? '' : words.regions.marks[id];
  });
  return marks.length === 0 ? words.regions.none : marks.join(' + ');
}

/** 'stunting, wasting, dan kemiskinan ekstrem', or that there is none. */
export function regionNames({ problems, period }: RegionLayer, region: number, words: Words): string {
  const names = problemsOf(region).flatMap((k) => {
    const problem = problems[k];
    return problem ? [problemName(problem, period, words)] : [];
  });
  return names.length === 0 ? words.regions.none : namesList(names, words);
}

/** A letter for each problem, with its threshold and whose it is. */
export function regionKey(
  { problems, period }: RegionLayer,
  words: Words,
  format: Format,
): readonly { readonly mark: string; readonly bound: string; readonly origin: string }[] {
  return problems.map((problem) => {
    const name = problemName(problem, period, words);
    const bound = boundText(problem, words, format);
    return {
      mark: words.regions.marks[problem.indicator.id],
      bound: bound === null ? name : words.regions.bound(name, bound),
      origin: originText(problem, words, format),
    };
  });
}

/** A combination with its areas, and where it has problems the children of each: 'wasting: 4 kelurahan; wasting 31 dari 402 balita'. */
export function regionAreas(
  picture: Picture,
  layer: RegionLayer,
  region: number,
  words: Words,
  format: Format,
): string {
  const { areasPerClass, counts } = layer.classes;
  const areas = areasPerClass[region] ?? 0;
  const children = problemsOf(region).flatMap((k) => {
    const [problem, own] = [layer.problems[k], counts[k]];
    if (areas === 0 || !problem || !own || problem.indicator.kind === 'coverage') return [];
    const name = problemName(problem, layer.period, words);
    const [n, total] = [own.numerator[region] ?? Number.NaN, own.denominator[region] ?? Number.NaN];
    const { id, unit } = problem.indicator;
    return unit === 'child'
      ? [words.regions.children(name, format.count(n), format.count(total))]
      : [words.layers.overlay.parts(name, partsOf(id, n, total, words, format))];
  });
  const level = words.level[picture.view.level];
  const told = words.regions.areas(regionNames(layer, region, words), format.count(areas), level);
  return [told, ...children].join('; ');
}

/** Classes of a legend by REGION_ORDER: letters, color and number of areas. */
export function regionClassWords({ shading }: Picture, layer: RegionLayer, words: Words, format: Format) {
  return REGION_ORDER.map((region) => ({
    label: regionMarks(layer, region, words),
    color: shading.colors[region] ?? '#ffffff',
    count: format.count(shading.areasPerClass[region] ?? 0),
  }));
}

/** What has to be known to read the eight colors. */
export function regionNotes(picture: Picture, layer: RegionLayer, words: Words, format: Format) {
  const say = words.regions;
  const unsure = say.unsureCount(format.count(layer.classes.unsure), words.level[picture.view.level]);
  return [
    ...regionKey(layer, words, format).map(({ mark, bound, origin }) => say.key(mark, bound, origin)),
    say.hatch,
    unsure,
    say.own,
  ];
}

/** What the sentence above the map says of three problems. */
export function regionParts(picture: Picture, layer: RegionLayer, words: Words, format: Format) {
  const say = words.regions;
  const level = words.level[picture.view.level];
  const { areasPerClass, unsure } = layer.classes;
  return [
    say.thresholds(
      regionKey(layer, words, format)
        .map(({ bound }) => bound)
        .join(', '),
    ),
    say.all(format.count(areasPerClass[REGION_CLASSES - 1] ?? 0), level),
    ...(unsure > 0 ? [say.unsureCount(format.count(unsure), level)] : []),
  ];
}

/** What three problems add to the words of one area. */
export function regionLines(
  picture: Picture,
  layer: RegionLayer,
  index: number,
  words: Words,
  format: Format,
): readonly string[] {
  const say = words.regions;
  const { classOf, unsureOf } = layer.classes;
  const region = classOf[index] ?? NO_CLASS;
  const open = unsureOf[index] ?? 0;
  const others = layer.problems.filter(({ indicator }) => indicator.id !== picture.indicator.id);
  const values = others.map((problem) =>
    words.layers.overlay.value(
      nameBeside(problem.measure.table, layer.period, words),
      secondValue(picture, problem, index, words, format),
    ),
  );
  return [
    ...values,
    ...(region === NO_CLASS ? [] : [say.having(regionNames(layer, region, words))]),
    ...(open > 0 ? [say.unsureOf(regionNames(layer, open, words))] : []),
  ];
}

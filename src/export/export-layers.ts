import { CellStatus } from '#core/area-table.ts';
import { Verdict } from '#core/change.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import type { HotspotLayer } from '#picture/hotspot-layer.ts';
import { patternName, tierName } from '#picture/hotspot-look.ts';
import { isListed } from '#picture/listed-areas.ts';
import type { OverlayLayer } from '#picture/overlay-layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import type { RegionLayer } from '#picture/region-layer.ts';
import { secondPicture } from '#picture/second-picture.ts';
import { agreementVerdict, lackingText, sourceName } from '#words/agreement-words.ts';
import { changeRanges, verdictWord } from '#words/change-words.ts';
import type { Format } from '#words/format.ts';
import { neighborsText } from '#words/hotspot-words.ts';
import type { Words } from '#words/id.ts';
import { nameBeside } from '#words/indicator-words.ts';
import { apparentWords, orderName, ruleText } from '#words/list-words.ts';
import { cellName } from '#words/overlay-words.ts';
import { layerTitle } from '#words/place-words.ts';
import {
  beyondText,
  criterionName,
  lackText,
  pointsOf,
  priorityFormula,
  sureWord,
  weightText,
} from '#words/priority-words.ts';
import { regionMarks, regionNames } from '#words/region-words.ts';
import { areaStatusLabel } from '#words/status-words.ts';
import { type ExportColumn, numberColumn, percentOf, textColumn } from './export-column.ts';

const at = (column: ArrayLike<number>, i: number): number => column[i] ?? Number.NaN;

/** What a second indicator adds to the table. Its headers are none by which counts are known again. */
export function overlayColumns(
  picture: Picture,
  layer: OverlayLayer,
  rows: readonly number[],
  words: Words,
): readonly ExportColumn[] {
  const heads = words.export.columns;
  const { table, value, status } = layer.measure;
  const other = { ...picture, indicator: layer.indicator };
  return [
    textColumn('second', heads.second, rows, () => words.indicator[layer.indicator.id].short),
    ...(table.period === picture.view.period
      ? []
      : [textColumn('secondPeriod', heads.secondPeriod, rows, () => table.period)]),
    numberColumn('secondNumerator', heads.secondNumerator, 0, rows, (i) => at(table.numerator, i)),
    numberColumn('secondDenominator', heads.secondDenominator, 0, rows, (i) => at(table.denominator, i)),
    numberColumn('secondValue', heads.secondValue, 1, rows, (i) => percentOf(at(value, i))),
    textColumn('secondStatus', heads.secondStatus, rows, (i) => {
      const own = status[i] ?? CellStatus.notApplicable;
      return own === CellStatus.observed
        ? words.export.hasValue
        : areaStatusLabel(own, other, i, words, 'setAsideShort');
    }),
    textColumn('cell', heads.cell, rows, (i) => {
      const cell = layer.bivariate.classOf[i] ?? NO_CLASS;
      return cell === NO_CLASS ? '' : cellName(picture, layer, cell, words);
    }),
  ];
}

/** What a comparison adds to the table: the other period, the difference in percentage points, what may be said. */
export function changeColumns(
  layer: ChangeLayer,
  rows: readonly number[],
  words: Words,
  format: Format,
): readonly ExportColumn[] {
  const heads = words.export.columns;
  const { change, comparedWith, classes } = layer;
  const other = change.earlier.table.period === comparedWith ? change.earlier : change.later;
  const ranges = changeRanges(layer, words, format);
  const points = (column: Float64Array) => (i: number) => percentOf(at(column, i));
  return [
    textColumn('other', heads.other, rows, () => comparedWith),
    numberColumn('otherValue', heads.otherValue, 1, rows, points(other.value)),
    numberColumn('difference', heads.difference, 1, rows, points(change.difference)),
    numberColumn('differenceLow', heads.differenceLow, 1, rows, points(change.low)),
    numberColumn('differenceHigh', heads.differenceHigh, 1, rows, points(change.high)),
    textColumn(
      'verdict',
      heads.verdict,
      rows,
      (i) => verdictWord(change.verdict[i] ?? Verdict.none, words) ?? '',
    ),
    textColumn('changeClass', heads.changeClass, rows, (i) => ranges[classes.classOf[i] ?? NO_CLASS] ?? ''),
  ];
}

/** What a second source adds to the table: its name, period, n, N and value, the difference, how N compare. */
export function agreementColumns(
  picture: Picture,
  layer: AgreementLayer,
  rows: readonly number[],
  words: Words,
): readonly ExportColumn[] {
  const heads = words.sources.columns;
  const { second, difference, denominatorRatio } = layer.agreement;
  const { table, value, status } = second;
  const other = secondPicture(picture, layer);
  const name = sourceName(layer.source, words);
  const ratio = (i: number) => Math.round(100 * at(denominatorRatio, i)) / 100;
  return [
    textColumn('secondSource', heads.second, rows, () => name),
    textColumn('secondPeriod', heads.period, rows, () => layer.period),
    numberColumn('secondNumerator', heads.numerator, 0, rows, (i) => at(table.numerator, i)),
    numberColumn('secondDenominator', heads.denominator, 0, rows, (i) => at(table.denominator, i)),
    numberColumn('secondValue', heads.value, 1, rows, (i) => percentOf(at(value, i))),
    numberColumn('difference', heads.difference, 1, rows, (i) => percentOf(at(difference, i))),
    textColumn('agreement', heads.verdict, rows, (i) => {
      const verdict = agreementVerdict(layer, i);
      return verdict ? words.sources.verdicts[verdict] : (lackingText(layer, i, words) ?? '');
    }),
    numberColumn('ratio', heads.ratio, 2, rows, ratio),
    textColumn('secondStatus', heads.status, rows, (i) => {
      const own = status[i] ?? CellStatus.notApplicable;
      return own === CellStatus.observed
        ? words.export.hasValue
        : areaStatusLabel(own, other, i, words, 'setAsideShort');
    }),
  ];
}

/** What three problems add to the table: each with n, N, value and threshold, what they are together, and what is open. */
export function regionColumns(
  picture: Picture,
  layer: RegionLayer,
  rows: readonly number[],
  words: Words,
): readonly ExportColumn[] {
  const heads = words.regions.columns;
  const { classOf, unsureOf } = layer.classes;
  const together = (i: number) => {
    const region = classOf[i] ?? NO_CLASS;
    if (region === NO_CLASS) return '';
    const marks = regionMarks(layer, region, words);
    return region === 0 ? marks : `${marks}: ${regionNames(layer, region, words)}`;
  };
  return [
    ...layer.problems.flatMap(({ indicator, measure, threshold }, k) => {
      const { table, value, status } = measure;
      const name = nameBeside(table, layer.period, words);
      const why = (i: number) => {
        const own = status[i] ?? CellStatus.notApplicable;
        return own === CellStatus.observed
          ? words.export.hasValue
          : areaStatusLabel(own, { ...picture, indicator }, i, words, 'setAsideShort');
      };
      const limit = threshold === null ? Number.NaN : percentOf(threshold);
      return [
        numberColumn(`problem-numerator-${k}`, heads.numerator(name), 0, rows, (i) => at(table.numerator, i)),
        numberColumn(`problem-denominator-${k}`, heads.denominator(name), 0, rows, (i) =>
          at(table.denominator, i),
        ),
        numberColumn(`problem-${k}`, heads.value(name), 1, rows, (i) => percentOf(at(value, i))),
        numberColumn(`problem-threshold-${k}`, heads.threshold(name), 1, rows, () => limit),
        textColumn(`problem-status-${k}`, heads.status(name), rows, why),
      ];
    }),
    textColumn('region', heads.region, rows, together),
    textColumn('regionUnsure', heads.unsure, rows, (i) =>
      (unsureOf[i] ?? 0) === 0 ? '' : regionNames(layer, unsureOf[i] ?? 0, words),
    ),
  ];
}

/** What hotspots add to the table: the pattern of those that stand out, on what evidence, p, and how they were found. */
export function hotspotColumns(
  layer: HotspotLayer,
  rows: readonly number[],
  words: Words,
): readonly ExportColumn[] {
  const heads = words.export.columns;
  const say = words.hotspots;
  const { choice } = layer.input;
  const how = [
    say.methods[choice.method],
    neighborsText(choice.neighbors, words),
    ...(choice.method === 'co-location'
      ? []
      : [`${say.permutations} ${choice.permutations}`, `${say.seed} ${choice.seed}`]),
  ].join(' · ');
  return [
    textColumn('hotspot', heads.hotspot, rows, (i) => {
      const [pattern, tier] = [patternName(layer, i), tierName(layer, i)];
      return pattern === null || tier === null ? '' : say.patterns[pattern];
    }),
    textColumn('hotspotTier', heads.hotspotTier, rows, (i) => {
      const tier = tierName(layer, i);
      return tier === null ? '' : say.tiers[tier];
    }),
    numberColumn('hotspotP', heads.hotspotP, 6, rows, (i) => at(layer.answer.map.p, i)),
    textColumn('hotspotHow', heads.hotspotHow, rows, () => how),
  ];
}

/** What an index adds to the table: score, how sure its rank is, each criterion with its points, the weights. */
export function priorityColumns(
  picture: Picture,
  layer: PriorityLayer,
  rows: readonly number[],
  words: Words,
  format: Format,
): readonly ExportColumn[] {
  const heads = words.priority.columns;
  const { index, uncertainty, measures, top, listing } = layer;
  const list = words.list.columns;
  const rule = ruleText(layer, words, format);
  const order = listing.order === 'index' ? null : orderName(layer, words);
  // As they are printed: one decimal.
  const points = (own: number | undefined) => percentOf((own ?? Number.NaN) / 100);
  const parts = new Map(rows.map((i) => [i, pointsOf(layer, i)]));
  const sure = (i: number) => sureWord(layer, i, words) ?? '';
  return [
    numberColumn('score', heads.score, 1, rows, (i) => points(index.score[i])),
    ...(uncertainty
      ? [
          numberColumn('rankLow', order === null ? heads.rankLow : list.rateLow(order), 0, rows, (i) =>
            at(uncertainty.low, i),
          ),
          numberColumn('rankHigh', order === null ? heads.rankHigh : list.rateHigh(order), 0, rows, (i) =>
            at(uncertainty.high, i),
          ),
          numberColumn('inTop', rule === null ? heads.inTop(format.count(top)) : list.inList, 1, rows, (i) =>
            percentOf(at(uncertainty.inTop, i)),
          ),
          textColumn('sure', heads.sure, rows, sure),
        ]
      : []),
    ...measures.flatMap((measure, k) => {
      const name = criterionName(layer, k, words);
      const weight = weightText(index.weights[k] ?? 0, words);
      return [
        numberColumn(`criterion-${k}`, heads.value(name), 1, rows, (i) => percentOf(at(measure.value, i))),
        numberColumn(`points-${k}`, heads.points(name, weight), 1, rows, (i) => points(parts.get(i)?.[k])),
      ];
    }),
    textColumn('listed', list.listed, rows, (i) => (isListed(layer, i) ? list.yes : list.no)),
    ...(rule === null
      ? []
      : [
          numberColumn('place', list.place, 0, rows, (i) =>
            isListed(layer, i) ? at(listing.list.place, i) : Number.NaN,
          ),
          textColumn('rule', list.rule, rows, () => rule),
        ]),
    textColumn('apparent', list.apparent, rows, (i) => apparentWords(layer, i, words, format)?.short ?? ''),
    textColumn('beyond', heads.beyond, rows, (i) => beyondText(layer, i, words) ?? ''),
    textColumn('lacks', heads.lacks, rows, (i) => lackText(picture, layer, i, words) ?? ''),
    textColumn('weights', heads.weights, rows, () => priorityFormula(layer, words)),
  ];
}

/** n and N of each criterion. @param heads under which they stand. */
export function criterionCounts(
  layer: PriorityLayer,
  rows: readonly number[],
  words: Words,
  heads: { readonly affected: (name: string) => string; readonly base: (name: string) => string },
): readonly ExportColumn[] {
  return layer.measures.flatMap(({ table }, k) => {
    const name = criterionName(layer, k, words);
    return [
      numberColumn(`criterion-n-${k}`, heads.affected(name), 0, rows, (i) => at(table.numerator, i)),
      numberColumn(`criterion-all-${k}`, heads.base(name), 0, rows, (i) => at(table.denominator, i)),
    ];
  });
}

/** How many services each layer shown has in an area, its file in the header. */
export function serviceColumns(
  { places }: Picture,
  rows: readonly number[],
  words: Words,
): readonly ExportColumn[] {
  return places
    .filter(({ shown }) => shown)
    .map(({ located: { layer }, countOf }, k) =>
      numberColumn(
        `places-${k}`,
        words.places.column(layerTitle(layer, words), layer.source),
        0,
        rows,
        (i) => countOf[i] ?? Number.NaN,
      ),
    );
}

import { CellStatus, MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { restricts } from '#core/cell-selection.ts';
import { ReportStatus } from '#core/cells.ts';
import { NO_CLASS } from '#core/classification.ts';
import { CONDITION_DIMENSIONS, POPULATION_DIMENSIONS } from '#core/dimension.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { agreementLines } from './agreement-words.ts';
import { changeLines } from './change-words.ts';
import { DASH, type Format } from './format.ts';
import { hotspotAreaLines } from './hotspot-words.ts';
import { overlayLines } from './overlay-words.ts';
import type { Picture } from './picture.ts';
import { placeLines } from './place-words.ts';
import type { PriorityLayer } from './priority-layer.ts';
import { lackText, priorityLines, scoreText } from './priority-words.ts';
import { regionLines } from './region-words.ts';
import type { Words } from './words/id.ts';

/** Why an area has no value, in words. */
export function statusLabel(status: number, picture: Picture, words: Words): string {
  switch (status) {
    case CellStatus.notReported:
      return words.status.notReported;
    case CellStatus.suppressed: {
      const { minimumCell } = picture.atlas.manifest;
      return minimumCell === null ? words.status.suppressed : `${words.status.suppressed} (< ${minimumCell})`;
    }
    case CellStatus.noDenominator:
      return restricts(picture.view.filters.classes, POPULATION_DIMENSIONS)
        ? words.status.nobody
        : words.status.noDenominator;
    case CellStatus.notApplicable:
      return picture.view.filters.districts.length > 0 &&
        isAnswerable(picture.atlas.manifest, picture.indicator, picture.view.filters)
        ? words.status.notApplicable
        : words.status.unknownDimension;
    case CellStatus.tooFew:
      return words.status.tooFew(String(MINIMUM_RATE_DENOMINATOR));
    default:
      return '';
  }
}

/** What came in of an area in the period shown. Of a kecamatan: setAside where that is so of a kelurahan, else reported. */
export function reportOf({ atlas, view }: Picture, index: number): ReportStatus {
  const { coverage, territory } = atlas;
  const p = coverage.periods.indexOf(view.period);
  if (p < 0) return ReportStatus.reported;
  const statuses = coverage.status.subarray(p * coverage.areas, (p + 1) * coverage.areas);
  if (view.level === 'village') return (statuses[index] ?? ReportStatus.reported) as ReportStatus;
  const faulty = statuses.some(
    (status, i) => status === ReportStatus.setAside && territory.districtOf[i] === index,
  );
  return faulty ? ReportStatus.setAside : ReportStatus.reported;
}

/** Why an area has no value in the period shown: what was set aside has been reported. */
export function areaStatusLabel(
  status: number,
  picture: Picture,
  index: number,
  words: Words,
  form: 'setAside' | 'setAsideShort' = 'setAside',
): string {
  const faulty = status === CellStatus.notReported && reportOf(picture, index) === ReportStatus.setAside;
  return faulty ? words.status[form] : statusLabel(status, picture, words);
}

/** Range of each class as the legend prints it, lowest first, with the band's name where the classes are bands. */
export function classLabels(picture: Picture, words: Words, format: Format): readonly string[] {
  const { classification, view } = picture;
  const write = view.measure === 'rate' ? format.percent : format.count;
  const edges = Array.from(classification.edges, write);
  return Array.from({ length: classification.classes }, (_, k) => {
    const low = edges[k - 1];
    const high = edges[k];
    const range =
      low === undefined && high === undefined
        ? words.legend.single
        : low === undefined
          ? words.legend.below(high ?? '')
          : high === undefined
            ? words.legend.from(low)
            : words.legend.between(low, high);
    const band = namesBands(picture) ? words.bands[k] : undefined;
    return band ? `${range} ${band}` : range;
  });
}

/** Band names are for the prevalence itself, not for a part of the affected. */
function namesBands({ view }: Picture): boolean {
  return view.classification.kind === 'bands' && !restricts(view.filters.classes, CONDITION_DIMENSIONS);
}

/** Bands by their names, other classes by their ranges. */
function classNames(picture: Picture, words: Words, format: Format): readonly string[] {
  return namesBands(picture) ? words.bands : classLabels(picture, words, format);
}

/** The class in which a value lies. */
function classAt(edges: Float64Array, value: number): number {
  let k = 0;
  while (k < edges.length && value >= (edges[k] ?? Number.POSITIVE_INFINITY)) k += 1;
  return k;
}

/** What is known of one area, in words: for the tooltip, the spoken sentence and the card. */
export interface AreaWords {
  readonly name: string;
  readonly district: string | null;
  /** '18,4 %' or '38 balita', or the reason why there is none. */
  readonly value: string;
  readonly observed: boolean;
  /** That the area reported only in part, or null. */
  readonly partial: string | null;
  /** '38 dari 206', or null where the parts are not known. */
  readonly parts: string | null;
  readonly interval: string | null;
  /** The class or band, by its legend label. */
  readonly band: string | null;
  /** Bands that the interval spans, where more than one. */
  readonly crosses: string | null;
  readonly rank: string | null;
  /** What an overlay, a comparison, a second source or services add, a line each. */
  readonly more: readonly string[];
}

export function areaWords(picture: Picture, index: number, words: Words, format: Format): AreaWords {
  const own = indicatorAreaWords(picture, index, words, format);
  const said = picture.priority
    ? { ...own, ...scoreWords(picture, picture.priority, index, words, format) }
    : own;
  return { ...said, more: [...said.more, ...placeLines(picture, index, words, format)] };
}

/** What an index says instead: the score and its parts, or what it lacks. */
function scoreWords(
  picture: Picture,
  layer: PriorityLayer,
  index: number,
  words: Words,
  format: Format,
): Omit<AreaWords, 'name' | 'district' | 'partial'> {
  const lack = lackText(picture, layer, index, words);
  const rank = layer.index.rank[index] ?? 0;
  const score = scoreText(layer.index.score[index] ?? Number.NaN, format);
  return {
    value: lack ?? words.priority.score(score),
    observed: lack === null,
    parts: null,
    interval: null,
    band: null,
    crosses: null,
    rank: rank > 0 ? words.area.rank(format.count(rank), format.count(layer.scaled.complete.length)) : null,
    more: [
      ...priorityLines(layer, index, words, format),
      ...(picture.hotspots ? hotspotAreaLines(picture.hotspots, index, words) : []),
    ],
  };
}

function indicatorAreaWords(picture: Picture, index: number, words: Words, format: Format): AreaWords {
  const { measure, geography, atlas, classification, view } = picture;
  const area = geography.areas[index];
  const { districts } = atlas.territory;
  const status = measure.status[index] ?? CellStatus.notApplicable;
  const observed = status === CellStatus.observed;
  const n = measure.table.numerator[index] ?? Number.NaN;
  const total = measure.table.denominator[index] ?? Number.NaN;
  const low = measure.low[index] ?? Number.NaN;
  const high = measure.high[index] ?? Number.NaN;
  const value = measure.value[index] ?? Number.NaN;
  const ranked = measure.rank.reduce((count, rank) => count + (rank > 0 ? 1 : 0), 0);
  const rank = measure.rank[index] ?? 0;
  const labels = classLabels(picture, words, format);
  const classOf = classification.classOf[index] ?? NO_CLASS;
  const isRate = view.measure === 'rate';
  const [from, to] = [classAt(classification.edges, low), classAt(classification.edges, high)];
  return {
    name: area?.name ?? DASH,
    district:
      area?.parent == null ? null : (districts.areas[districts.indexOf.get(area.parent) ?? -1]?.name ?? null),
    value: observed
      ? isRate
        ? format.percentUnit(value)
        : `${format.count(value)} ${words.unitCount}`
      : areaStatusLabel(status, picture, index, words),
    observed,
    partial: reportOf(picture, index) === ReportStatus.incomplete ? words.status.partial : null,
    parts:
      Number.isNaN(n) || Number.isNaN(total) ? null : words.area.parts(format.count(n), format.count(total)),
    interval:
      Number.isNaN(low) || Number.isNaN(high)
        ? null
        : words.area.interval(format.percent(low), format.percent(high)),
    band: classOf === NO_CLASS ? null : (labels[classOf] ?? null),
    crosses:
      isRate && observed && !Number.isNaN(low) && to > from
        ? words.area.crosses(
            classNames(picture, words, format)
              .slice(from, to + 1)
              .join(' – '),
          )
        : null,
    rank: rank > 0 ? words.area.rank(format.count(rank), format.count(ranked)) : null,
    more: [
      ...(picture.overlay
        ? overlayLines(picture, picture.overlay, index, words, format)
        : picture.change
          ? changeLines(picture, picture.change, index, words, format)
          : picture.agreement
            ? agreementLines(picture, picture.agreement, index, words, format)
            : picture.regions
              ? regionLines(picture, picture.regions, index, words, format)
              : []),
      ...(picture.hotspots ? hotspotAreaLines(picture.hotspots, index, words) : []),
    ],
  };
}

import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { agreementLines } from './agreement-words.ts';
import { changeLines } from './change-words.ts';
import { classAt, classLabels, classNames } from './class-words.ts';
import { DASH, type Format } from './format.ts';
import { hotspotAreaLines } from './hotspot-words.ts';
import type { Words } from './id.ts';
import { overlayLines } from './overlay-words.ts';
import { placeLines } from './place-words.ts';
import { lackText, priorityLines, scoreText } from './priority-words.ts';
import { regionLines } from './region-words.ts';
import { areaStatusLabel, reportOf } from './status-words.ts';

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

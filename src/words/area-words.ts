import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { NO_CLASS } from '#core/classification.ts';
import { areAllTied } from '#core/standing.ts';
import type { Picture } from '#picture/picture.ts';
import { reportOf } from '#picture/report-status.ts';
import { classAt, classLabels, classNames } from './class-words.ts';
import { DASH, type Format } from './format.ts';
import { hotspotAreaLines } from './hotspot-words.ts';
import type { Words } from './id.ts';
import { partsOf } from './indicator-words.ts';
import type { AreaWords } from './layer-wording.ts';
import { layerWords } from './layer-words.ts';
import { placeLines } from './place-words.ts';
import { areaStatusLabel } from './status-words.ts';

export function areaWords(picture: Picture, index: number, words: Words, format: Format): AreaWords {
  const say = layerWords(picture, words, format);
  return {
    ...indicatorAreaWords(picture, index, words, format),
    ...say.area(index),
    more: [
      ...say.areaLines(index),
      ...(picture.hotspots ? hotspotAreaLines(picture.hotspots, index, words) : []),
      ...placeLines(picture, index, words, format),
    ],
  };
}

function indicatorAreaWords(
  picture: Picture,
  index: number,
  words: Words,
  format: Format,
): Omit<AreaWords, 'more'> {
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
        : `${format.count(value)} ${words.units[picture.indicator.unit].noun}`
      : areaStatusLabel(status, picture, index, words),
    observed,
    partial: reportOf(picture, index) === ReportStatus.incomplete ? words.status.partial : null,
    parts: Number.isNaN(n) || Number.isNaN(total) ? null : partsOf(view.indicator, n, total, words, format),
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
    rank:
      rank > 0 && !areAllTied(measure.rank)
        ? words.area.rank(format.count(rank), format.count(ranked))
        : null,
  };
}

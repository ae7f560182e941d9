import type { PanelProps } from '#app/panel-props.ts';
import { OVERLAY_CLASSES } from '#core/bivariate.ts';
import { Verdict } from '#core/change.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import { problemsOf, REGION_CLASSES } from '#core/region-classes.ts';
import type { Picture } from '#picture/picture.ts';
import type { RegionLayer } from '#picture/region-layer.ts';
import { sourceName } from '#words/agreement-words.ts';
import { DASH } from '#words/format.ts';
import { orderName, orderValue, ruleText } from '#words/list-words.ts';
import { cellName } from '#words/overlay-words.ts';
import { rankRangeText, robustness, scoreText } from '#words/priority-words.ts';

export interface TalkColumn {
  /** As short as it has to be beside the names; `about` says the same in full. */
  readonly header: string;
  readonly about: string;
  readonly write: (index: number) => string;
  /** false where the number allows nothing to be said: its interval holds 0. */
  readonly isSure: (index: number) => boolean;
}

/** The areas to talk about, most urgent first, and what is said of each. */
export interface TalkList {
  /** By which rule the areas are here; null: by the rank that the columns show. */
  readonly caption: string | null;
  /** `#rrggbb` of the one class of the map in which all of them lie; null: of several. */
  readonly color: string | null;
  /** Area indices. */
  readonly areas: readonly number[];
  /** Place in the list by its position; equal ones share it. */
  readonly places: readonly number[];
  readonly columns: readonly TalkColumn[];
}

type Told = Pick<PanelProps, 'picture' | 'words' | 'format'>;

/** Of one indicator by rank, of two those that are worst in both, of two periods by how much worse it became. */
export function talkList(told: Told): TalkList {
  const { picture } = told;
  if (picture.priority) return priorityList(told, picture.priority);
  if (picture.overlay) return overlayList(told, picture.overlay);
  if (picture.regions) return regionList(told, picture.regions);
  if (picture.change) return changeList(told, picture.change);
  if (picture.agreement) return agreementList(told, picture.agreement);
  return rankedList(told);
}

const worseUp = ({ polarity }: Indicator): boolean => polarity === 'more-is-worse';

/** Areas whose key is a number, ascending; equal keys keep the order of the areas. */
function ordered(keys: ArrayLike<number>): Pick<TalkList, 'areas' | 'places'> {
  const areas = Array.from(keys, (_, index) => index)
    .filter((index) => !Number.isNaN(keys[index]))
    .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  const places: number[] = [];
  areas.forEach((index, k) => {
    const equal = k > 0 && keys[index] === keys[areas[k - 1] ?? -1];
    places.push(equal ? (places[k - 1] ?? 1) : k + 1);
  });
  return { areas, places };
}

function rankKeys({ measure }: Picture, keep: (index: number) => boolean): Float64Array {
  return Float64Array.from(measure.rank, (rank, i) => (rank > 0 && keep(i) ? rank : Number.NaN));
}

function rankedList({ picture, words, format }: Told): TalkList {
  const { measure, view, indicator } = picture;
  const rate = view.measure === 'rate';
  const write = rate ? format.percent : format.count;
  return {
    caption: null,
    color: null,
    ...ordered(rankKeys(picture, () => true)),
    columns: [
      {
        header: rate ? words.table.value : words.table.count,
        about: words.indicator[indicator.id][view.measure],
        write: (i) => write(measure.value[i] ?? Number.NaN),
        isSure: () => true,
      },
    ],
  };
}

function priorityList({ words, format }: Told, layer: NonNullable<Picture['priority']>): TalkList {
  const { index, listing } = layer;
  const order = orderName(layer, words);
  return {
    caption: ruleText(layer, words, format),
    color: null,
    ...ordered(Float64Array.from(listing.list.place, (place) => (place > 0 ? place : Number.NaN))),
    columns: [
      ...(listing.order === 'index'
        ? []
        : [
            {
              header: listing.order === 'rate' ? words.table.value : words.table.count,
              about: order,
              write: (i: number) => orderValue(layer, i, format) ?? DASH,
              isSure: () => true,
            },
          ]),
      {
        header: words.priority.table.score,
        about: words.priority.name,
        write: (i) => scoreText(index.score[i] ?? Number.NaN, format),
        isSure: () => true,
      },
      ...(layer.uncertainty && listing.order === 'index'
        ? [
            {
              header: words.priority.table.range,
              about: words.priority.columns.ranks,
              write: (i: number) => rankRangeText(layer, i, format),
              isSure: (i: number) => (robustness(layer, i) ?? 'sure') === 'sure',
            },
          ]
        : []),
    ],
  };
}

function overlayList(told: Told, layer: NonNullable<Picture['overlay']>): TalkList {
  const { picture, words, format } = told;
  const { measure, indicator, view } = picture;
  const worst = (one: Indicator) => (worseUp(one) ? OVERLAY_CLASSES - 1 : 0);
  const cell = OVERLAY_CLASSES * worst(layer.indicator) + worst(indicator);
  const list = ordered(rankKeys(picture, (i) => layer.bivariate.classOf[i] === cell));
  const column = (arrow: string, one: Indicator, values: Float64Array): TalkColumn => ({
    header: `${words.table.value} ${arrow}`,
    about: words.indicator[one.id].rate,
    write: (i) => format.percent(values[i] ?? Number.NaN),
    isSure: () => true,
  });
  return {
    caption: words.layers.overlay.cellAreas(
      cellName(picture, layer, cell, words),
      format.count(list.areas.length),
      words.level[view.level],
    ),
    color: picture.shading.colors[cell] ?? null,
    ...list,
    // As on the sides of the legend.
    columns: [column('→', indicator, measure.value), column('↑', layer.indicator, layer.measure.value)],
  };
}

/** The areas that have the most problems of all: all three where some have them. */
function regionList({ picture, words, format }: Told, layer: RegionLayer): TalkList {
  const { classOf } = layer.classes;
  const problems = Array.from(classOf, (region) => (region === NO_CLASS ? 0 : problemsOf(region).length));
  const most = problems.reduce((max, count) => Math.max(max, count), 0);
  const list = ordered(rankKeys(picture, (i) => most > 0 && problems[i] === most));
  const { one, two, three } = words.regions.most;
  const caption = most === 3 ? three : most === 2 ? two : one;
  return {
    caption: caption(format.count(list.areas.length), words.level[picture.view.level]),
    color: most === 3 ? (picture.shading.colors[REGION_CLASSES - 1] ?? null) : null,
    ...list,
    columns: layer.problems.map(({ indicator, measure }) => ({
      header: `% ${words.regions.marks[indicator.id]}`,
      about: words.indicator[indicator.id].rate,
      write: (i) => format.percent(measure.value[i] ?? Number.NaN),
      isSure: () => true,
    })),
  };
}

function changeList({ picture, words, format }: Told, { change }: NonNullable<Picture['change']>): TalkList {
  const up = worseUp(picture.indicator);
  const { difference } = change;
  return {
    caption: up ? words.presentation.rises : words.presentation.falls,
    color: null,
    ...ordered(up ? difference.map((points) => -points) : difference),
    columns: [
      {
        header: words.layers.change.column,
        about: words.layers.change.heading(words.indicator[picture.indicator.id].short),
        write: (i) => format.points(difference[i] ?? Number.NaN),
        isSure: (i) => change.verdict[i] !== Verdict.unclear,
      },
    ],
  };
}

/** Where the sources differ most, either way. */
function agreementList(
  { words, format }: Told,
  { agreement, source }: NonNullable<Picture['agreement']>,
): TalkList {
  const { difference } = agreement;
  return {
    caption: words.sources.talk,
    color: null,
    ...ordered(difference.map((points) => -Math.abs(points))),
    columns: [
      {
        header: words.sources.talkColumn,
        about: sourceName(source, words),
        write: (i) => format.points(difference[i] ?? Number.NaN),
        isSure: () => true,
      },
    ],
  };
}

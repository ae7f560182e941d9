import type { AreaMeasure } from '#core/area-table.ts';
import { villageCoverage } from '#core/coverage.ts';
import type { Indicator } from '#core/indicator.ts';
import {
  boundsOf,
  type KnownChildren,
  type NoBounds,
  type UnmeasuredBounds,
  unmeasuredBounds,
  unmeasuredRatio,
  wholeTarget,
} from '#core/unmeasured-bounds.ts';
import { isListed } from './listed-areas.ts';
import type { Picture } from './picture.ts';
import type { PriorityLayer } from './priority-layer.ts';
import type { Reasons } from './priority-reasons.ts';

type Asked = Pick<Picture, 'atlas' | 'view' | 'geography'>;

/** S of an area of the view's level, of all its villages. */
function targetOf({ atlas, view, geography }: Asked, index: number): number {
  const { target } = villageCoverage(atlas.coverage, view.period);
  if (view.level === 'village') return target[index] ?? Number.NaN;
  const { districts, districtOf } = atlas.territory;
  const own = districts.indexOf.get(geography.areas[index]?.code ?? districts.areas[0]!.code);
  return wholeTarget(
    target,
    [...districtOf.keys()].filter((i) => districtOf[i] === own),
  );
}

function childrenOf(picture: Asked, { table }: AreaMeasure, index: number): KnownChildren {
  return {
    n: table.numerator[index] ?? Number.NaN,
    N: table.denominator[index] ?? Number.NaN,
    S: targetOf(picture, index),
  };
}

/** What the measured allow for the rate of all children of an area, or why nothing can be said. */
export function areaBounds(picture: Picture, index: number): UnmeasuredBounds | NoBounds {
  const none = boundsOf(picture.indicator, picture.view.filters);
  return none ?? unmeasuredBounds(childrenOf(picture, picture.measure, index));
}

/** The same of the city, or of what the filter of districts leaves of it. */
export function cityBounds({ atlas, view, indicator, totals }: Picture): UnmeasuredBounds | NoBounds {
  const none = boundsOf(indicator, view.filters);
  if (none !== null) return none;
  const kept = new Set<string | null>(view.filters.districts);
  const { areas } = atlas.territory.villages;
  const villages = [...areas.keys()].filter((i) => kept.size === 0 || kept.has(areas[i]?.parent ?? null));
  const { target } = villageCoverage(atlas.coverage, view.period);
  const { numerator: n, denominator: N } = totals.city;
  return unmeasuredBounds({ n, N, S: wholeTarget(target, villages) });
}

/** What the unmeasured would have to be for an area to change its place in the list, by one criterion. */
export interface UnmeasuredPlace {
  readonly criterion: number;
  readonly listed: boolean;
  /** Children of unknown status. */
  readonly unknown: number;
  /** How many times the measured rate; 'never' where no rate of theirs would do. */
  readonly ratio: number | 'never';
}

/** The rate at which an area leaves the list, or enters it; NaN where no single rate of it decides. */
function thresholdOf(
  layer: PriorityLayer,
  area: number,
  criterion: number,
  reasons: Reasons | null,
): number | 'never' {
  const { listing, choice, measures } = layer;
  if (listing.order === 'index') {
    if (!reasons?.byIndex || !reasons.listed || reasons.valuesLeftOut) return Number.NaN;
    const way = reasons.ways.find((each) => each.kind === 'value' && each.criterion === criterion);
    return way === undefined ? 'never' : way.to;
  }
  const whole = choice.list.least === 0 && choice.list.most === null && listing.list.limitedBy === 'areas';
  if (listing.order !== 'rate' || criterion !== listing.counted || !whole) return Number.NaN;
  const listed = isListed(layer, area);
  const rates = Array.from(measures[criterion]?.value ?? []).filter(
    (rate, i) => i !== area && !Number.isNaN(rate) && isListed(layer, i) !== listed,
  );
  if (rates.length === 0) return Number.NaN;
  return rates.reduce((most, rate) => (listed ? Math.max(most, rate) : Math.min(most, rate)));
}

/**
 * By criterion that counts affected children, where anything can be said.
 * @param reasons of the area: reasonsOf.
 */
export function unmeasuredPlaces(
  picture: Asked,
  layer: PriorityLayer,
  area: number,
  reasons: Reasons | null,
): readonly UnmeasuredPlace[] {
  const worse = ({ kind, polarity }: Indicator) => kind === 'prevalence' && polarity === 'more-is-worse';
  return layer.indicators.flatMap((indicator, criterion) => {
    const measure = layer.measures[criterion];
    if (measure === undefined || !worse(indicator)) return [];
    if (boundsOf(indicator, picture.view.filters) !== null) return [];
    const children = childrenOf(picture, measure, area);
    const bounds = unmeasuredBounds(children);
    const threshold = thresholdOf(layer, area, criterion, reasons);
    if (typeof bounds === 'string' || Number.isNaN(threshold)) return [];
    const ratio = threshold === 'never' ? threshold : unmeasuredRatio(children, threshold);
    return ratio === null
      ? []
      : [{ criterion, listed: isListed(layer, area), unknown: bounds.unknown, ratio }];
  });
}

import type { AreaMeasure } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
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

/** The villages of an area of the view's level. */
function villagesOf({ atlas, view, geography }: Asked, index: number): readonly number[] {
  if (view.level === 'village') return [index];
  const { districts, districtOf } = atlas.territory;
  const own = districts.indexOf.get(geography.areas[index]?.code ?? districts.areas[0]!.code);
  return [...districtOf.keys()].filter((i) => districtOf[i] === own);
}

function childrenOf(picture: Asked, { table }: AreaMeasure, index: number): KnownChildren {
  const { target } = villageCoverage(picture.atlas.coverage, picture.view.period);
  return {
    n: table.numerator[index] ?? Number.NaN,
    N: table.denominator[index] ?? Number.NaN,
    S: wholeTarget(target, villagesOf(picture, index)),
  };
}

export interface ShownBounds extends UnmeasuredBounds {
  /** Of the unknown those that were measured, but of unknown status (D - N). 0 where that cannot be told apart. */
  readonly withoutStatus: number;
}

/** The bounds of some villages together, with those of D that are not in N. */
function shownBounds({ atlas, view }: Asked, children: KnownChildren, villages: readonly number[]) {
  const bounds = unmeasuredBounds(children);
  if (typeof bounds === 'string') return bounds;
  const { coverage } = atlas;
  const from = coverage.periods.indexOf(view.period) * coverage.areas;
  const came = villages.filter((i) => {
    const report = coverage.status[from + i];
    return report === ReportStatus.reported || report === ReportStatus.incomplete;
  });
  const left = came.reduce((sum, i) => sum + (coverage.measured[from + i] ?? Number.NaN), 0) - children.N;
  return { ...bounds, withoutStatus: left > 0 && left <= bounds.unknown ? left : 0 };
}

/** What the measured allow for the rate of all children of an area, or why nothing can be said. */
export function areaBounds(picture: Picture, index: number): ShownBounds | NoBounds {
  const none = boundsOf(picture.indicator, picture.view.filters);
  const children = childrenOf(picture, picture.measure, index);
  return none ?? shownBounds(picture, children, villagesOf(picture, index));
}

/** The same of the city, or of what the filter of districts leaves of it. */
export function cityBounds(picture: Picture): ShownBounds | NoBounds {
  const { atlas, view, indicator, totals } = picture;
  const none = boundsOf(indicator, view.filters);
  if (none !== null) return none;
  const kept = new Set<string | null>(view.filters.districts);
  const { areas } = atlas.territory.villages;
  const villages = [...areas.keys()].filter((i) => kept.size === 0 || kept.has(areas[i]?.parent ?? null));
  const { target } = villageCoverage(atlas.coverage, view.period);
  const { numerator: n, denominator: N } = totals.city;
  return shownBounds(picture, { n, N, S: wholeTarget(target, villages) }, villages);
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

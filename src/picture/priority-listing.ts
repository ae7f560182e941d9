import type { AreaMeasure } from '#core/area-table.ts';
import { coverageOf, coverageRate } from '#core/coverage.ts';
import { apparentlyGood } from '#core/coverage-curve.ts';
import type { Indicator } from '#core/indicator.ts';
import { type AreaList, areaList, type ListRule } from '#core/list-rule.ts';
import { measureOf } from '#core/measure.ts';
import type { PriorityIndex } from '#core/priority-index.ts';
import type { Priority, View } from '#core/view.ts';
import type { Atlas } from './atlas.ts';
import { remember } from './remember.ts';

export interface Rates {
  readonly indicator: Indicator;
  readonly measure: AreaMeasure;
}

/** Where areas lie, and how many of their children were weighed. Columns by area. */
export interface ListPlace {
  /** null where the areas are districts themselves. */
  readonly districtOf: Uint32Array | null;
  /** D, S and D/S, per 1; NaN where unknown. */
  readonly measured: Float64Array;
  readonly target: Float64Array;
  readonly weighed: Float64Array;
  readonly showSmallRates: boolean;
}

export interface PriorityListing {
  readonly list: AreaList;
  /** What orders it: as asked, but the index where no criterion counts affected children. */
  readonly order: ListRule['order'];
  /** Position of the criterion whose affected children are counted; -1 where none counts any. */
  readonly counted: number;
  /** Observed where an area could be in the list; else why not. */
  readonly status: Uint8Array;
  readonly place: ListPlace;
}

export function listPlace(
  atlas: Atlas,
  level: View['level'],
  period: View['period'],
  showSmallRates: boolean,
): ListPlace {
  const { measured, target } = coverageOf(atlas.coverage, atlas.territory, level, period);
  return {
    districtOf: level === 'village' ? atlas.territory.districtOf : null,
    measured,
    target,
    weighed: measured.map((d, i) => coverageRate(d, target[i] ?? Number.NaN)),
    showSmallRates,
  };
}

/** The criterion chosen, where it is one and counts affected children; else the first that does. */
function countedOf({ of }: ListRule, rates: readonly Rates[]): number {
  const counts = ({ indicator }: Rates) => indicator.kind === 'prevalence';
  const chosen = rates.findIndex((each) => each.indicator.id === of && counts(each));
  return chosen >= 0 ? chosen : rates.findIndex(counts);
}

/** Remembers ranks by count, and what no weight touches. */
export function createListings() {
  const countRanks = remember(({ indicator, measure }: Rates, showSmallRates: boolean) =>
    measureOf(measure.table, indicator, { measure: 'count', showSmallRates }),
  );
  const ordered = remember(areaList);
  const grounds = remember(
    (rank: Uint32Array, cases: Float64Array | null, districtOf: Uint32Array | null) => ({
      rank,
      cases,
      districtOf,
    }),
  );
  const flags = remember((measure: AreaMeasure, { weighed }: ListPlace, edge: number) =>
    apparentlyGood(measure.value, weighed, edge),
  );
  return {
    of(
      { list: rule, top }: Priority,
      index: PriorityIndex,
      status: Uint8Array,
      rates: readonly Rates[],
      place: ListPlace,
    ): PriorityListing {
      const counted = countedOf(rule, rates);
      const own = rates[counted];
      const order = own ? rule.order : 'index';
      const measure =
        own && order !== 'index'
          ? order === 'rate'
            ? own.measure
            : countRanks(own, place.showSmallRates)
          : null;
      const ground = grounds(
        measure?.rank ?? index.rank,
        own?.measure.table.numerator ?? null,
        place.districtOf,
      );
      const list = ordered(rule, top, ground);
      return { list, order, counted, status: measure?.status ?? status, place };
    },
    /** Of no area where the criterion counted is not of children measured. */
    apparent({ list: rule, leastWeighed }: Priority, rates: readonly Rates[], place: ListPlace): Uint8Array {
      const own = rates[countedOf(rule, rates)];
      return own?.indicator.unit === 'child'
        ? flags(own.measure, place, leastWeighed)
        : new Uint8Array(place.weighed.length);
    },
  };
}

import type { CoverageTable } from './cells.ts';
import type { Dataset, Manifest } from './dataset.ts';
import { type Indicator, indicators } from './indicator.ts';
import { comparePeriods, monthsOf, type Period } from './period.ts';
import { type Unit, unitOf } from './unit.ts';

const CHILDREN: readonly Unit[] = ['child'];

/** What came in of a unit. Of families and persons `measured` is all of them, and no target is known. */
export function coverageOfUnit(dataset: Dataset, unit: Unit): CoverageTable {
  if (unit === 'child') return dataset.coverage;
  const areas = dataset.territory.villages.areas.length;
  return dataset.unitCoverage?.[unit] ?? emptyCoverage(areas);
}

function emptyCoverage(areas: number): CoverageTable {
  return {
    periods: [],
    areas,
    target: new Float64Array(),
    measured: new Float64Array(),
    status: new Uint8Array(),
  };
}

/** The periods in which a dataset counts a unit, in its order. */
export function periodsOfUnit({ periods }: Pick<Manifest, 'periods'>, unit: Unit): Manifest['periods'] {
  return periods.filter(({ units = CHILDREN }) => units.includes(unit));
}

/** Whether a dataset has figures of a unit. */
export function countsUnit({ tables }: Pick<Manifest, 'tables'>, unit: Unit): boolean {
  return tables.some((table) => unitOf(table) === unit);
}

/** The indicators that a dataset can have: those of the units it counts, in their order. */
export function indicatorsOf(
  manifest: Pick<Manifest, 'tables' | 'extremePovertyDecile'>,
): readonly Indicator[] {
  return indicators(manifest.extremePovertyDecile).filter(({ unit }) => countsUnit(manifest, unit));
}

/**
 * The period in which a unit is shown beside another that is shown in `period`: the same where it is counted then.
 * Families are listed far more seldom than children are measured, so else it is the shortest period of theirs in which
 * it lies, else the latest that ended before or with it, else the first after it; the period itself where the dataset
 * never counts the unit. Whoever shows it says which it is (AreaTable.period).
 */
export function periodBeside(manifest: Pick<Manifest, 'periods'>, unit: Unit, period: Period): Period {
  const own = periodsOfUnit(manifest, unit)
    .map(({ id }) => id)
    .sort(comparePeriods);
  if (own.includes(period)) return period;
  const months = new Set(monthsOf(period));
  const around = own
    .filter((id) => [...months].every((month) => monthsOf(id).includes(month)))
    .sort((a, b) => monthsOf(a).length - monthsOf(b).length);
  return around[0] ?? own.findLast((id) => comparePeriods(id, period) < 0) ?? own[0] ?? period;
}

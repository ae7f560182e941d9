import type { AreaCode } from './area.ts';
import { ReportStatus } from './cells.ts';
import { coverageOfUnit } from './counted-units.ts';
import type { Dataset } from './dataset.ts';
import type { Period } from './period.ts';
import { type Unit, unitOf } from './unit.ts';

/** What is known of the areas of one level before any child is counted. Columns by area index. */
export interface AreaScope {
  /** 1 where the district filter keeps the area; a district without a village is never kept. */
  readonly kept: Uint8Array;
  /** 1 where the area, or one of its villages, has reported the period (in full or in part). */
  readonly reporting: Uint8Array;
  /** Children who should be measured (S); NaN unknown. */
  readonly target: Float64Array;
}

/**
 * The villages of a period, and what came in of a unit. Where the coverage table does not hold the period, they have reported if any cell table
 * holds it; their targets are unknown.
 */
export function villageScope(
  dataset: Dataset,
  period: Period,
  districts: readonly AreaCode[],
  unit: Unit = 'child',
): AreaScope {
  const { territory } = dataset;
  const coverage = coverageOfUnit(dataset, unit);
  const areas = territory.villages.areas.length;
  const wanted = new Set(districts);
  const keptDistrict = territory.districts.areas.map((area) => wanted.size === 0 || wanted.has(area.code));
  const kept = new Uint8Array(areas);
  for (let i = 0; i < areas; i++) kept[i] = keptDistrict[territory.districtOf[i]!] === true ? 1 : 0;
  const p = coverage.periods.indexOf(period);
  if (p < 0) {
    const counted = dataset.tables.some((table) => unitOf(table) === unit && table.periods.includes(period))
      ? 1
      : 0;
    const reporting = new Uint8Array(areas).fill(counted);
    return { kept, reporting, target: new Float64Array(areas).fill(Number.NaN) };
  }
  const reported = coverage.status.subarray(p * areas, (p + 1) * areas);
  return {
    kept,
    reporting: reported.map((status) =>
      status === ReportStatus.notReported || status === ReportStatus.setAside ? 0 : 1,
    ),
    target: coverage.target.subarray(p * areas, (p + 1) * areas),
  };
}

/** The districts of the same period, from their villages. */
export function districtScope(dataset: Dataset, villages: AreaScope): AreaScope {
  const { districts, districtOf } = dataset.territory;
  const kept = new Uint8Array(districts.areas.length);
  const reporting = new Uint8Array(districts.areas.length);
  const target = new Float64Array(districts.areas.length);
  for (let i = 0; i < districtOf.length; i++) {
    const district = districtOf[i]!;
    kept[district]! |= villages.kept[i]!;
    reporting[district]! |= villages.reporting[i]!;
    target[district]! += villages.target[i]!;
  }
  return { kept, reporting, target };
}

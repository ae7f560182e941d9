import type { Territory } from '#core/area.ts';
import { layoutCells } from '#core/cell-layout.ts';
import { type CoverageTable, ReportStatus } from '#core/cells.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { latestComplete } from '#core/period.ts';
import { tabulate } from '#core/tabulation.ts';
import { NO_FILTERS } from '#core/view.ts';
import type { FirstView } from '#data/first-view.ts';
import { territoryOf } from '#data/package-territory.ts';
import type { DemoBoundaries } from './boundaries.ts';
import { COMBINATIONS, type PeriodCounts } from './counts.ts';
import { CELL_TABLE } from './demo-manifest.ts';

function coverageOf({ entry, target, measured, status }: PeriodCounts): CoverageTable {
  return {
    periods: [entry.id],
    areas: status.length,
    target: Float64Array.from(target),
    measured: Float64Array.from(measured, (count, i) =>
      status[i] === ReportStatus.notReported ? Number.NaN : count,
    ),
    status: Uint8Array.from(status),
  };
}

function cellTable({ entry, cells, status }: PeriodCounts): Dataset['tables'][number] {
  const positions = [...cells.keys()].filter((position) => cells[position] !== 0);
  return layoutCells(
    {
      area: Uint32Array.from(positions, (position) => Math.floor(position / COMBINATIONS)),
      period: new Uint16Array(positions.length),
      combination: Uint16Array.from(positions, (position) => position % COMBINATIONS),
      count: Uint32Array.from(positions, (position) => cells[position]!),
    },
    {
      id: CELL_TABLE,
      level: 'village',
      dimensions: CHILD_DIMENSIONS,
      periods: [entry.id],
      areas: status.length,
    },
  );
}

/** Stunting in the latest complete month: what the app paints while the engine loads. */
export function demoFirstView(
  manifest: Manifest,
  { areas, districts }: Pick<DemoBoundaries, 'areas' | 'districts'>,
  counts: readonly PeriodCounts[],
): FirstView {
  const period = latestComplete(manifest.periods, 'month');
  const latest = counts.find(({ entry }) => entry.id === period);
  if (period === null || latest === undefined) throw new Error('the demo has no complete month');
  const placed = territoryOf({ manifest, areas, districts });
  if (!placed.ok) throw new Error('the boundaries of the demo are faulty');
  const { territory } = placed.value;
  const coverage = coverageOf(latest);
  const dataset: Dataset = { manifest, territory, tables: [cellTable(latest)], coverage };
  const table = tabulate(dataset, { level: 'village', indicator: 'stunting', period, filters: NO_FILTERS });
  return { manifest, period, ...placesOf(territory), coverage, table };
}

function placesOf({ villages, districts, districtOf }: Territory): Pick<FirstView, 'areas' | 'districts'> {
  return {
    areas: villages.areas.map(({ code, name, centroid, surfaceKm2 }, i) => {
      const district = districts.areas[districtOf[i]!]!;
      return { code, name, districtCode: district.code, districtName: district.name, centroid, surfaceKm2 };
    }),
    districts: districts.areas.map(({ code, name, centroid, surfaceKm2 }) => ({
      code,
      name,
      centroid,
      surfaceKm2,
    })),
  };
}

import { parquetWriteBuffer } from 'hyparquet-writer';
import type { BudgetRow } from '#core/budget-record.ts';
import { ReportStatus } from '#core/cells.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { reportWord } from '#core/report-word.ts';
import type { ServiceRecord } from '#core/service-record.ts';
import { budgetFiles } from '#data/budget-files.ts';
import { encodeFirstView } from '#data/first-view.ts';
import { monitoringFiles } from '#data/monitoring-files.ts';
import { digestsOf } from '#data/package-files.ts';
import { serviceFiles } from '#data/service-files.ts';
import { type DemoBoundaries, drawnBoundaries } from './boundaries.ts';
import { inventedBudget } from './budget.ts';
import { bornChildren } from './children.ts';
import { inventedCity } from './city.ts';
import { cellColumns, countedPeriods, type PeriodCounts } from './counts.ts';
import { CELL_TABLE, demoManifest } from './demo-manifest.ts';
import { demoFirstView } from './demo-view.ts';
import type { Kelurahan } from './kelurahan.ts';
import { measuredChildren } from './measurements.ts';
import { demoMonitoring } from './monitoring.ts';
import { reportStatuses } from './reporting.ts';
import { inventedServices } from './services.ts';

/** The demo before it is written to files. */
export interface Demo {
  readonly seed: number;
  readonly kelurahan: readonly Kelurahan[];
  readonly boundaries: DemoBoundaries;
  readonly counts: readonly PeriodCounts[];
  readonly services: ServiceRecord;
  readonly budget: readonly BudgetRow[];
}

/** Invents the children of the city, measures and counts them. The children themselves are not kept. */
export function inventedDemo(seed: number, kelurahan: readonly Kelurahan[]): Demo {
  const boundaries = drawnBoundaries(seed, kelurahan);
  const city = inventedCity(seed, kelurahan, boundaries.surfaceKm2);
  const children = bornChildren(seed, city);
  const statuses = reportStatuses(seed, kelurahan);
  const combinations = measuredChildren(seed, city, children, statuses);
  return {
    seed,
    kelurahan,
    boundaries,
    counts: countedPeriods(kelurahan.length, children, combinations, statuses),
    services: inventedServices(seed, kelurahan),
    budget: inventedBudget(seed, kelurahan),
  };
}

function cellsParquet({ kelurahan, counts }: Demo): Uint8Array {
  const cells = cellColumns(
    counts,
    kelurahan.map(({ code }) => code),
  );
  const text = (name: string, data: string[]) => ({ name, data, type: 'STRING' as const, nullable: false });
  const buffer = parquetWriteBuffer({
    columnData: [
      text(
        'table',
        cells.count.map(() => CELL_TABLE),
      ),
      text('area', cells.area),
      text('period', cells.period),
      ...CHILD_DIMENSIONS.map((dimension, k) => text(dimension, cells.classes[k]!)),
      { name: 'count', data: Int32Array.from(cells.count), type: 'INT32' },
    ],
    rowGroupSize: cells.count.length,
    statistics: false,
    createdBy: 'peta-sasaran',
  });
  return new Uint8Array(buffer);
}

function coverageCsv({ kelurahan, counts }: Demo): string {
  const rows = counts.flatMap(({ entry, target, measured, status }) =>
    kelurahan.map(({ code }, i) => {
      const known = status[i] === ReportStatus.notReported ? '' : measured[i]!;
      return `${code},${entry.id},${target[i]},${known},${reportWord(status[i]!)}`;
    }),
  );
  return `${['area,period,target,measured,status', ...rows].join('\n')}\n`;
}

/** The files of the demo package, by name. The manifest comes last, so that it never stands without the rest. */
export function demoFiles(demo: Demo): ReadonlyMap<string, string | Uint8Array> {
  const monitored = monitoringFiles(demoMonitoring(demo));
  const further = [monitored, serviceFiles(demo.services), budgetFiles(demo.budget)];
  const manifest = {
    ...demoManifest(demo.counts.map(({ entry }) => entry)),
    extras: further.flatMap(({ extras }) => extras),
  };
  const view = demoFirstView(manifest, demo.boundaries, demo.counts);
  const parts = new Map<string, string | Uint8Array>([
    ['areas.geojson', JSON.stringify(demo.boundaries.areas)],
    ['districts.geojson', JSON.stringify(demo.boundaries.districts)],
    ['cells.parquet', cellsParquet(demo)],
    ['coverage.csv', coverageCsv(demo)],
    ...further.flatMap(({ parts: own }) => own.map((part) => [part.path, part.bytes] as const)),
  ]);
  const bytes = [...parts].map(([path, part]) => ({
    path,
    bytes: typeof part === 'string' ? new TextEncoder().encode(part) : part,
  }));
  return new Map<string, string | Uint8Array>([
    ...parts,
    ['first-view.json', JSON.stringify(encodeFirstView(view))],
    [
      'manifest.json',
      `${JSON.stringify({ ...manifest, digests: digestsOf(bytes) }, null, 2)}
`,
    ],
  ]);
}

import type { BridgeRow } from './bridge-table.ts';
import { type EntryRow, entryPost } from './entry-snapshot.ts';
import type { EntryStage } from './entry-stage.ts';
import type { SourceFigure } from './source-series.ts';
import type { TargetRow } from './target-table.ts';

/** What a dataset holds for monitoring beside its counts. None of it describes a person. */
export interface Monitoring {
  readonly entries: readonly EntryRow[];
  readonly stages: readonly EntryStage[];
  readonly targets: readonly TargetRow[];
  readonly series: readonly SourceFigure[];
  readonly bridge: readonly BridgeRow[];
}

export const MONITORING_KINDS = ['entries', 'stages', 'targets', 'series', 'bridge'] as const;
export type MonitoringKind = (typeof MONITORING_KINDS)[number];

export const NO_MONITORING: Monitoring = { entries: [], stages: [], targets: [], series: [], bridge: [] };

export function isEmptyMonitoring(monitoring: Monitoring): boolean {
  return Object.values(monitoring).every((rows: readonly unknown[]) => rows.length === 0);
}

function newer<Row>(
  before: readonly Row[],
  added: readonly Row[],
  key: (row: Row) => string,
): readonly Row[] {
  const named = new Set(added.map(key));
  return [...before.filter((row) => !named.has(key(row))), ...added];
}

/** Both together: where both speak of the same thing, what was added takes its place. */
export function joinMonitoring(before: Monitoring, added: Monitoring): Monitoring {
  return {
    entries: newer(
      before.entries,
      added.entries,
      (row) => `${row.snapshot}|${row.period ?? ''}|${entryPost(row)}`,
    ),
    stages: newer(before.stages, added.stages, ({ id }) => id),
    targets: newer(
      before.targets,
      added.targets,
      ({ level, area, indicator, measure, due }) => `${level}|${area ?? ''}|${indicator}|${measure}|${due}`,
    ),
    series: newer(before.series, added.series, (row) => JSON.stringify(row)),
    bridge: newer(before.bridge, added.bridge, ({ from, to }) => `${from}|${to}`),
  };
}

import { joinMonitoring, type Monitoring, NO_MONITORING } from '#core/monitoring.ts';
import type { Problem } from '#core/problem.ts';
import { type MonitoringFileReading, readMonitoringFile } from '#data/monitoring-file.ts';
import type { ReadFile } from '#data/office-file.ts';
import type { AreaContext } from '#data/row-area.ts';

/** A file for monitoring as it lies open. */
export interface DeskMonitoring {
  readonly name: string;
  readonly file: Extract<ReadFile, { readonly kind: 'monitoring' }>;
}

const known = new WeakMap<
  DeskMonitoring['file'],
  {
    readonly ground: AreaContext['territory'];
    readonly decisions: AreaContext['decisions'];
    readonly reading: MonitoringFileReading;
  }
>();

/** What a file says of the areas that will be on the screen. Read again only where these are others. */
export function monitoringReading({ file }: DeskMonitoring, ground: AreaContext): MonitoringFileReading {
  const before = known.get(file);
  if (before?.ground === ground.territory && before.decisions === ground.decisions) return before.reading;
  const reading = readMonitoringFile(file, ground);
  known.set(file, { ground: ground.territory, decisions: ground.decisions, reading });
  return reading;
}

export function monitoringProblems(own: DeskMonitoring, ground: AreaContext): readonly Problem[] {
  return [...own.file.problems, ...monitoringReading(own, ground).problems];
}

/** All files together; the later goes before where both speak of the same. */
export function monitoringOf(files: readonly DeskMonitoring[], ground: AreaContext): Monitoring {
  return files.reduce<Monitoring>(
    (sum, own) => joinMonitoring(sum, monitoringReading(own, ground).monitoring),
    NO_MONITORING,
  );
}

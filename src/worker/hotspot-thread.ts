import type { HotspotAnswer, HotspotJob, SentAreas } from '#core/hotspot-job.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import { createJobThread, type JobOptions, type JobPort } from './job-thread.ts';

/** Computes hotspots beside the page. */
export interface HotspotThread {
  /** Runs a job on areas. These are asked for, and sent, where they are others than the last time. */
  run(of: object, areas: () => SentAreas, job: HotspotJob, options: JobOptions): Promise<HotspotAnswer>;
}

/** The worker is kept for the neighbors it has found. */
export function createHotspotThread(
  open: () => JobPort<HotspotJob, HotspotAnswer, SentAreas> = openWorker,
): HotspotThread {
  const thread = createJobThread('hotspot worker', open);
  return { run: (of, areas, job, options) => thread.run(job, options, { of, make: areas }) };
}

function openWorker(): Worker {
  return openWatchedWorker({
    kind: 'hotspots',
    start: (name) => new Worker(new URL('./hotspot-worker.ts', import.meta.url), { type: 'module', name }),
    breathes: true,
  });
}

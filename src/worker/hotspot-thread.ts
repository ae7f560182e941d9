import type { EmergingMap } from '#core/emerging-hotspot.ts';
import type { EmergingJob, HotspotAnswer, HotspotJob, SentAreas } from '#core/hotspot-job.ts';
import { invariant } from '#core/problem.ts';
import { openWatchedWorker } from '#thread/watched-worker.ts';
import { createJobThread, type JobOptions, type JobPort } from './job-thread.ts';

/** Computes hotspots beside the page. */
export interface HotspotThread {
  /** Runs a job on areas. These are asked for, and sent, where they are others than the last time. */
  run(of: object, areas: () => SentAreas, job: HotspotJob, options: JobOptions): Promise<HotspotAnswer>;
  emerging(of: object, areas: () => SentAreas, job: EmergingJob, options: JobOptions): Promise<EmergingMap>;
}

/** The worker is kept for the neighbors it has found. */
export function createHotspotThread(
  open: () => JobPort<HotspotJob | EmergingJob, HotspotAnswer | EmergingMap, SentAreas> = openWorker,
): HotspotThread {
  const thread = createJobThread('hotspot worker', open);
  return {
    run: async (of, areas, job, options) => {
      const answer = await thread.run(job, options, { of, make: areas });
      invariant('map' in answer, 'hotspots answer hotspots');
      return answer;
    },
    emerging: async (of, areas, job, options) => {
      const answer = await thread.run(job, options, { of, make: areas });
      invariant('category' in answer, 'categories answer categories');
      return answer;
    },
  };
}

function openWorker(): Worker {
  return openWatchedWorker({
    kind: 'hotspots',
    start: (name) => new Worker(new URL('./hotspot-worker.ts', import.meta.url), { type: 'module', name }),
    breathes: true,
  });
}

import type { EmergingMap } from '#core/emerging-hotspot.ts';
import { type EmergingInput, emergingAreas, emergingJob, isSameEmerging } from '#picture/emerging-layer.ts';
import type { Loadable } from '#picture/loadable.ts';
import type { HotspotThread } from '#worker/hotspot-thread.ts';
import { createStage, type Stage } from './stage.ts';

export type EmergingDesk = Stage<EmergingInput>;

/** Keeps the categories of hotspots over time in step with what is wanted, in a worker of their own. */
export function createEmergingDesk(
  publish: (now: Loadable<EmergingInput, EmergingMap>) => void,
  openThread: () => Promise<HotspotThread> = async () =>
    (await import('#worker/hotspot-thread.ts')).createHotspotThread(),
): EmergingDesk {
  let thread: Promise<HotspotThread> | null = null;
  return createStage<EmergingInput, EmergingMap>(
    async (input, options) => {
      thread ??= openThread().catch((reason: unknown) => {
        thread = null;
        throw reason;
      });
      return (await thread).emerging(
        input.boundaries,
        () => emergingAreas(input),
        emergingJob(input),
        options,
      );
    },
    isSameEmerging,
    publish,
  );
}

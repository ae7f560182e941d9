import type { NeighborChoice } from '#core/view.ts';
import {
  type HotspotInput,
  type HotspotLayer,
  hotspotLayer,
  isSameInput,
  jobOf,
  sentAreas,
} from '#picture/hotspot-layer.ts';
import type { HotspotState, OtherNeighbors } from '#picture/hotspot-state.ts';
import type { HotspotThread } from '#worker/hotspot-thread.ts';
import { createStage, type Stage, type StageOptions } from './stage.ts';

export type HotspotDesk = Stage<HotspotInput>;

/** With more areas than this the comparison under other neighbors is left out: it would take as long again. */
export const MOST_COMPARED = 10_000;
const COMPARED: readonly NeighborChoice[] = [{ kind: 'queen' }, { kind: 'nearest', k: 6 }];

export function otherChoices({ choice }: HotspotInput): readonly NeighborChoice[] {
  return COMPARED.filter(({ kind }) => kind !== choice.neighbors.kind);
}

/** Keeps hotspots in step with what is wanted. The worker and its code are fetched with the first question. */
export function createHotspotDesk(
  publish: (change: Partial<HotspotState>) => void,
  openThread: () => Promise<HotspotThread> = async () =>
    (await import('#worker/hotspot-thread.ts')).createHotspotThread(),
): HotspotDesk {
  let thread: Promise<HotspotThread> | null = null;
  const run = async (input: HotspotInput, neighbors: NeighborChoice, options: StageOptions) => {
    thread ??= openThread().catch((reason: unknown) => {
      thread = null;
      throw reason;
    });
    const areas = () => sentAreas(input);
    return (await thread).run(input.boundaries, areas, jobOf(input, neighbors), options);
  };

  const others = createStage<HotspotInput, readonly OtherNeighbors[]>(
    async (input, options) => {
      const answers: OtherNeighbors[] = [];
      for (const neighbors of otherChoices(input)) {
        answers.push({ neighbors, answer: await run(input, neighbors, options) });
      }
      return answers;
    },
    isSameInput,
    (now) => publish({ others: now }),
  );
  const layer = createStage<HotspotInput, HotspotLayer>(
    async (input, options) => hotspotLayer(input, await run(input, input.choice.neighbors, options)),
    isSameInput,
    (now) => {
      publish({ layer: now });
      const few = now.state === 'ready' && now.input.geography.areas.length <= MOST_COMPARED;
      others.want(few ? now.input : null);
    },
  );
  return layer;
}

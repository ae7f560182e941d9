import type { Aggregation } from '#core/priority-index.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import type { PriorityJob } from '#worker/priority-message.ts';
import type { PriorityThread } from '#worker/priority-thread.ts';
import type { Picture } from './picture.ts';
import type { PriorityLayer } from './priority-layer.ts';
import { createStage, type Loadable, type Stage } from './stage.ts';

export type PriorityState = Loadable<PriorityLayer, PriorityUncertainty>;
export type PriorityDesk = Stage<PriorityLayer>;

/** With more areas than this the draws would take minutes. */
export const MOST_DRAWN = 5_000;
/** As long as a slider moves nothing is computed beside the page. */
export const REST_MS = 250;

/** What a picture asks for; null where it asks for none, or nothing can be ranked. */
export function uncertaintyInput({ priority, atlas }: Picture): PriorityLayer | null {
  if (priority === null || atlas.dataset === null) return null;
  const { complete, lacks } = priority.scaled;
  return complete.length > 0 && lacks.length <= MOST_DRAWN ? priority : null;
}

/** The colors of the map are no part of the question. */
export function isSameQuestion(a: PriorityLayer, b: PriorityLayer): boolean {
  const asked = ({ choice, top }: PriorityLayer) => JSON.stringify({ ...choice, colors: null, top });
  return (
    a.scaled.lacks.length === b.scaled.lacks.length &&
    a.measures.length === b.measures.length &&
    a.measures.every((measure, k) => measure === b.measures[k]) &&
    asked(a) === asked(b)
  );
}

/** Mazziotta-Pareto is drawn only where the reader has chosen it. */
export function jobOf({ criteria, choice, top }: PriorityLayer): PriorityJob {
  const { aggregation, seed, runs } = choice;
  const usual: readonly Aggregation[] = ['arithmetic', 'geometric'];
  const aggregations = usual.includes(aggregation) ? usual : [...usual, aggregation];
  return { criteria, options: { seed, runs, top, aggregation, aggregations } };
}

/** Keeps the uncertainty in step with what is wanted. The worker and its code are fetched with the first question. */
export function createPriorityDesk(
  publish: (now: PriorityState) => void,
  openThread: () => Promise<PriorityThread> = async () =>
    (await import('#worker/priority-thread.ts')).createPriorityThread(),
): PriorityDesk {
  let thread: Promise<PriorityThread> | null = null;
  return createStage<PriorityLayer, PriorityUncertainty>(
    async (layer, options) => {
      thread ??= openThread().catch((reason: unknown) => {
        thread = null;
        throw reason;
      });
      return (await thread).run(jobOf(layer), options);
    },
    isSameQuestion,
    publish,
  );
}

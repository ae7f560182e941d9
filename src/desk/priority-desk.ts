import { CellStatus } from '#core/area-table.ts';
import { LEAST_RUNS } from '#core/link-part.ts';
import { quotaOf } from '#core/list-rule.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import type { PriorityState } from '#picture/priority-state.ts';
import type { PriorityJob } from '#worker/priority-message.ts';
import type { PriorityThread } from '#worker/priority-thread.ts';
import { createStage, type Stage } from './stage.ts';

export type PriorityDesk = Stage<PriorityLayer>;

/** So many ranks are drawn at most, areas by runs: in more areas there are fewer runs, and the panel says how many. */
const MOST_DRAWN = 10_000_000;
/** A slider that has not moved for as long rests: until then nothing is computed beside the page. */
export const REST_MS = 250;

/** What a picture asks for; null where it asks for none, or nothing can be ranked. */
export function uncertaintyInput({ layer, atlas }: Pick<Picture, 'layer' | 'atlas'>): PriorityLayer | null {
  const priority = layerOf({ layer }, 'priority');
  if (priority === null || atlas.dataset === null) return null;
  return priority.top > 0 ? priority : null;
}

/** Runs that are made: as asked, but fewer where areas are very many. */
export function runsFor({ choice: { runs }, scaled: { lacks } }: PriorityLayer): number {
  return Math.min(runs, Math.max(LEAST_RUNS, Math.floor(MOST_DRAWN / lacks.length)));
}

/** The colors of the map are no part of the question, and of what limits the list only the length that results. */
export function isSameQuestion(a: PriorityLayer, b: PriorityLayer): boolean {
  const asked = ({ choice, top, listing: { order, counted } }: PriorityLayer) => {
    const { criteria, scaling, aggregation, seed, runs, concentration, list } = choice;
    const drawn = [criteria, scaling, aggregation, seed, runs, concentration];
    return JSON.stringify([...drawn, top, order, counted, list.least, list.most]);
  };
  return (
    a.scaled.lacks.length === b.scaled.lacks.length &&
    a.measures.length === b.measures.length &&
    a.measures.every((measure, k) => measure === b.measures[k]) &&
    asked(a) === asked(b)
  );
}

/** A list by rate or count is as sure as that rate alone: no weight, scaling or aggregation is drawn. */
export function jobOf(layer: PriorityLayer): PriorityJob {
  const { criteria, choice, top, listing } = layer;
  const { aggregation, seed, concentration } = choice;
  const quota = quotaOf(choice.list, listing.place.districtOf);
  const common = { seed, runs: runsFor(layer), top, quota };
  const rate = rateAlone(layer);
  if (rate !== null) {
    const { times, ...criterion } = rate;
    const fixed = { aggregation, concentration: Number.POSITIVE_INFINITY, scalings: [], aggregations: [] };
    return { criteria: [criterion], options: { ...common, ...fixed, times, rankSets: times === null } };
  }
  return { criteria, options: { ...common, aggregation, concentration } };
}

/** The rate that orders the list, of all areas that could be in it; null where the index does. */
function rateAlone({ measures, criteria, listing }: PriorityLayer) {
  const { counted, order, status } = listing;
  const [own, criterion] = [measures[counted], criteria[counted]];
  if (order === 'index' || own === undefined || criterion === undefined) return null;
  const { numerator, denominator } = own.table;
  return {
    ...criterion,
    values: numerator.map((n, i) =>
      status[i] === CellStatus.observed ? n / (denominator[i] ?? Number.NaN) : Number.NaN,
    ),
    scaling: { kind: 'percentile' },
    weight: 1,
    times: order === 'count' ? denominator : null,
  } as const;
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

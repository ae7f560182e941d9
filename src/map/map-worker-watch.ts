import { getGlobalDispatcher, setWorkerUrl } from 'maplibre-gl';
import { lifeName, watchLife } from '#thread/life-watch.ts';
import workerUrl from './map-worker.ts?worker&url';

/** Restarted so often, then left alone. */
const MOST_DEATHS = 3;
const START_MS = 20_000;

/** Its worker's name, which no other page knows. */
export const MAP_WORKER = lifeName('map');

interface Map {
  /** Nothing is being cut: the worker would answer. */
  readonly isIdle: () => boolean;
  /** The worker is gone for good. */
  readonly onGone: () => void;
}

/** MapLibre has one worker for all maps of a page: started by the first, ended with the last. */
const maps = new Set<Map>();
let stop: (() => void) | null = null;
let deaths = 0;

function watch(): void {
  let started = false;
  stop = watchLife(MAP_WORKER, {
    limits: { startMs: START_MS, askEveryMs: 1_200, unanswered: 3 },
    isIdle: () => [...maps].every(({ isIdle }) => isIdle()),
    onStart: () => {
      started = true;
    },
    onDeath: () => {
      stop = null;
      deaths += 1;
      if (!started || deaths > MOST_DEATHS) return giveUp();
      watch();
      // Asks the worker first: MapLibre may have put another in its place already.
      void getGlobalDispatcher().ensureWorkers();
    },
  });
}

function giveUp(): void {
  stop?.();
  stop = null;
  for (const { onGone } of [...maps]) onGone();
}

/**
 * To be called before a map is made: sets the worker that it will have, and watches it. A worker that ends silently is
 * replaced, and MapLibre then puts its sources back as after the loss of a graphics context.
 * @returns what is to be called once the map is removed, and where it says that its worker could not be fetched.
 */
export function joinMapWorker(map: Map): { leave(): void; failed(): void } {
  setWorkerUrl(`${workerUrl}?life=${MAP_WORKER}`);
  maps.add(map);
  if (stop === null) watch();
  return {
    leave() {
      maps.delete(map);
      if (maps.size > 0) return;
      stop?.();
      stop = null;
    },
    failed: giveUp,
  };
}

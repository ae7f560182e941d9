import { narrowAnswers } from '#core/prevalence-sums.ts';
import type { PictureStore } from './picture-store.ts';

/** A reader who goes on sooner is not waited for. */
const REST_MS = 200;
/** A step of the work takes a millisecond or so. */
const STEP_MS = 2;

/** The part of a browser that says when nobody waits. */
export interface IdleTime {
  /** Calls when there is time, with how much is left of it; gives what takes that back. */
  whenIdle(work: (left: () => number) => void): () => void;
}

export const BROWSER_IDLE: IdleTime = {
  whenIdle(work) {
    if (!('requestIdleCallback' in globalThis)) {
      const started = setTimeout(() => work(() => STEP_MS), STEP_MS);
      return () => clearTimeout(started);
    }
    const asked = requestIdleCallback((deadline) => work(() => deadline.timeRemaining()));
    return () => cancelIdleCallback(asked);
  },
};

/**
 * While nobody waits, narrows the tables that answer the question on the screen: the next answer of the same
 * dimensions is then made of fewer cells, and is the same. Another question ends the work for the one before.
 */
export function narrowAtRest(pictures: PictureStore, { whenIdle }: IdleTime = BROWSER_IDLE): void {
  let end = (): void => undefined;
  let question: readonly unknown[] = [];
  pictures.subscribe(() => {
    const shown = pictures.getState();
    if (shown === null || shown.dimmed) return;
    const { atlas, view, indicator } = shown.picture;
    const { dataset } = atlas;
    const asked = [dataset, view.period, view.filters, indicator];
    if (dataset === null || asked.every((part, k) => part === question[k])) return;
    question = asked;
    end();
    const work = narrowAnswers(dataset, view, indicator);
    const goOn = (left: () => number): void => {
      do if (work.next().done) return;
      while (left() > STEP_MS);
      end = whenIdle(goOn);
    };
    const resting = setTimeout(() => {
      end = whenIdle(goOn);
    }, REST_MS);
    end = () => clearTimeout(resting);
  });
}

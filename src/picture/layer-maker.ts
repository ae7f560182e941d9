import type { AreaMeasure } from '#core/area-table.ts';
import type { Classification } from '#core/classification.ts';
import type { Manifest } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import type { QuestionKind, QuestionOf, View } from '#core/view.ts';
import type { Answer } from './answer.ts';
import type { Atlas } from './atlas.ts';
import type { Decided } from './decision-value.ts';
import type { Shading } from './shading.ts';
import type { ToldAreas, ToldGround } from './told-areas.ts';

/** What every question is asked of: the indicator of the view, answered, measured and classed. */
export interface LayerGround {
  readonly atlas: Atlas;
  readonly view: View;
  /** What was decided of the list in the room of proposals; null elsewhere, and where nothing was begun. */
  readonly decided: Decided | null;
  readonly answer: Answer;
  readonly measure: AreaMeasure;
  readonly classification: Classification;
  /** The values from which classes are cut. */
  readonly base: AreaMeasure;
  /** The period from which classes are cut, unfiltered; null: what is shown. */
  readonly lockedPeriod: Period | null;
  readonly showSmallRates: boolean;
}

/** What a question adds to its ground, and what the areas are filled with for it. */
export interface Layered<Layer> {
  readonly layer: Layer;
  readonly shading: Shading;
  /** By which the areas stand, where it is not their value: 1 first, 0 without. */
  readonly ranks?: Uint32Array;
}

/**
 * Derives the layer of one kind of question. A maker remembers its stages, so that a change runs only what depends on
 * it. 'waiting': it cannot be answered before the engine is in. null: not by these data, and the ground stands alone.
 */
export type LayerMaker<Kind extends QuestionKind, Layer> = () => (
  ground: LayerGround,
  question: QuestionOf<Kind>,
) => Layered<Layer> | 'waiting' | null;

/** A change of a view while it is brought in keeping with itself. */
export interface Settling {
  readonly before: View;
  readonly next: View;
  /** What was asked for just now. */
  readonly patch: Partial<View>;
  readonly manifest: Manifest;
}

/** What a kind of question is below its words: how it goes on, and what is made of it. */
export interface LayerKind<Kind extends QuestionKind, Layer> {
  /** How the question goes on when something beside it has changed; null where it cannot. */
  readonly settle: (asked: QuestionOf<Kind>, at: Settling) => QuestionOf<Kind> | null;
  readonly make: LayerMaker<Kind, Layer>;
  /** The areas to talk about, most urgent first. */
  told(ground: ToldGround, layer: Layer): ToldAreas;
}

/** For questions of several indicators: whoever asks for one indicator asks for no other question than its own. */
export function unlessIndicatorMoves<Asked>(asked: Asked, { before, next, patch }: Settling): Asked | null {
  return patch.question === undefined && before.indicator !== next.indicator ? null : asked;
}

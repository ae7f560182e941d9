import type { QuestionKind } from '#core/view.ts';

/** What the areas are filled with, on the map and in every picture made of it. */
export interface Shading {
  readonly kind: QuestionKind;
  /** By area; NO_CLASS where status is not observed. */
  readonly classOf: Uint8Array;
  /** CellStatus by area. */
  readonly status: Uint8Array;
  /** `#rrggbb` by class. */
  readonly colors: readonly string[];
  readonly areasPerClass: Uint32Array;
  /**
   * 1 by area where a light hatch lies over the color: a change without enough evidence, a problem that an
   * interval leaves open. null: nowhere.
   */
  readonly hatched: Uint8Array | null;
}

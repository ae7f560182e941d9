import type { AreaMeasure } from './area-table.ts';
import { type ClassificationMethod, classify, edgesFor, legendDecimals } from './classification.ts';

/** What another way of making classes would change. Classes count from 0, the lowest values. */
export interface ClassChange {
  readonly method: ClassificationMethod;
  readonly edges: Float64Array;
  /** How many classes the method makes; where that is not the number compared with, changes are partly its doing. */
  readonly classes: number;
  /** By area; NO_CLASS where there is no value. */
  readonly classOf: Uint8Array;
  /** Areas whose class has another number. */
  readonly changed: number;
  /** Areas that come into the highest class, and that leave it. */
  readonly intoHighest: number;
  readonly outOfHighest: number;
}

/**
 * How many areas would change class under other methods: a map whose classes hang on the method says little about
 * areas near an edge. Each method classes the same values as printed (edgesFor, classify). Areas without a value change
 * nowhere. O(methods areas log areas).
 * @param compared edges of the map shown, from edgesFor.
 * @param bands the indicator's own edges, or null; without them no method may be `bands`.
 * @throws as edgesFor and classify.
 */
export function classSensitivity(
  measure: AreaMeasure,
  compared: Float64Array,
  methods: readonly ClassificationMethod[],
  bands: readonly number[] | null,
): readonly ClassChange[] {
  const options = { bands, decimals: legendDecimals(measure.measure) };
  const own = classify(measure, { kind: 'fixed', breaks: Array.from(compared) }, compared);
  return methods.map((method) => {
    const edges = edgesFor(measure.value, method, options);
    const { classes, classOf } = classify(measure, method, edges);
    const of = (test: (before: number, after: number) => boolean): number =>
      classOf.reduce((sum, after, i) => sum + (test(own.classOf[i]!, after) ? 1 : 0), 0);
    const wasHighest = (before: number): boolean => before === own.classes - 1;
    const isHighest = (after: number): boolean => after === classes - 1;
    return {
      method,
      edges,
      classes,
      classOf,
      changed: of((before, after) => before !== after),
      intoHighest: of((before, after) => !wasHighest(before) && isHighest(after)),
      outOfHighest: of((before, after) => wasHighest(before) && !isHighest(after)),
    };
  });
}

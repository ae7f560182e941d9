export type ClassificationMethod =
  | { readonly kind: 'quantile'; readonly classes: number }
  | { readonly kind: 'equal-interval'; readonly classes: number }
  | { readonly kind: 'natural-breaks'; readonly classes: number }
  | { readonly kind: 'standard-deviation'; readonly step: number }
  /** Inner edges between classes, ascending, in the unit of the values (rates per 1). `bands`: the indicator's own. */
  | { readonly kind: 'bands' }
  | { readonly kind: 'fixed'; readonly breaks: readonly number[] };

/** Class of an area that has no value: drawn as no data, counted in no class. */
export const NO_CLASS = 255;

export interface Classification {
  readonly method: ClassificationMethod;
  /**
   * Inner edges, ascending and distinct, already rounded as the legend prints them: k classes have k - 1 edges.
   * Class 0 is below edges[0]; class i is [edges[i - 1], edges[i]); the last is everything from the last edge up.
   */
  readonly edges: Float64Array;
  readonly classes: number;
  readonly classOf: Uint8Array;
  readonly areasPerClass: Uint32Array;
}

import type { Funnel } from './funnel.ts';
import type { Hotspots } from './view.ts';

/** Plain columns, because they cross threads. NaN where there is no number. */
export interface HotspotMap {
  readonly method: Hotspots['method'];
  /** Index into PATTERNS of what the area would be were it significant; NO_PATTERN where the statistic points nowhere. */
  readonly pattern: Uint8Array;
  /** Index into TIERS. */
  readonly tier: Uint8Array;
  readonly statistic: Float64Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** Empirical Bayes standardized rate of the first indicator, and the mean of its neighbors'. */
  readonly standardized: Float64Array;
  readonly lag: Float64Array;
  /** Moran's I of `standardized`, analytic under randomization; NaN where there is nothing to test. */
  readonly global: { readonly statistic: number; readonly z: number; readonly p: number };
  /** null where no area has a rate. Its columns are NaN and 0 where an area takes no part. */
  readonly funnel: Funnel | null;
  /** Areas that take part, and of these the neighbors: least, mean, most. */
  readonly used: number;
  readonly neighbors: { readonly least: number; readonly mean: number; readonly most: number };
  readonly components: number;
  /** Areas with a value and without a neighbor that has one. */
  readonly isolates: readonly number[];
  readonly tooFewAreas: boolean;
  readonly noVariation: boolean;
}

import type { Tier } from '#core/dataset.ts';

/** What is known of a dataset that is kept on this machine before it is opened; its name is kept with it alone. */
export interface KeptDataset {
  readonly tier: Tier;
  /** Moments as ISO 8601 writes them. */
  readonly keptAt: string;
  readonly until: string;
}

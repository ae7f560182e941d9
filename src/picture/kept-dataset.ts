import type { Tier } from '#core/dataset.ts';

/** A dataset that the reader has asked to be kept on this machine, as it is named before it is opened. */
export interface KeptDataset {
  readonly name: string;
  readonly tier: Tier;
  /** Moments as ISO 8601 writes them. */
  readonly keptAt: string;
  readonly until: string;
}

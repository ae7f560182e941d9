import type { Dataset } from '#core/dataset.ts';
import { datasetDigest } from '#core/dataset-digest.ts';

const digests = new WeakMap<Dataset, string>();

/** The digest of a dataset's figures, made once. */
export function figuresOf(dataset: Dataset): string {
  const known = digests.get(dataset) ?? datasetDigest(dataset);
  digests.set(dataset, known);
  return known;
}

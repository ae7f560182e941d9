import type { RateVariance } from './empirical-bayes.ts';
import type { Indicator } from './indicator.ts';

/**
 * Which conventions of this program made a number. A link, a proposal, a recipe or a receipt names the version under
 * which it was made, so that it can be read with the old conventions, or say first what has moved since.
 */
export type MethodVersion = 1 | 2;

/** That of what is made now. */
export const METHOD_VERSION: MethodVersion = 2;

/** A convention by which numbers of two versions differ. */
export type MethodChange =
  /** Goalposts of the priority index (core/criterion-goalposts.ts), hence scores, ranks and lists. */
  | 'goalposts'
  /** Variance of standardized rates (core/empirical-bayes.ts), hence hotspots. */
  | 'rate-variance'
  /** High and low are told by the rate of all areas, no longer by the mean of standardized rates (core/local-moran.ts). */
  | 'hotspot-reference'
  /** Areas of equal score are told apart by what goalposts cut off (core/priority-index.ts). */
  | 'tie-break'
  /** Limits of the funnel where rates vary much more than chance (core/funnel.ts). */
  | 'funnel'
  /** Changes between periods are named after correction for many tests (core/change.ts). */
  | 'change-evidence'
  /** A place between sure and unsure is said to be on the edge (core/priority-uncertainty.ts). */
  | 'edge-band';

/** What each version moved against the one before. */
export const METHOD_CHANGES: Readonly<Record<MethodVersion, readonly MethodChange[]>> = {
  1: [],
  2: [
    'goalposts',
    'rate-variance',
    'hotspot-reference',
    'tie-break',
    'funnel',
    'change-evidence',
    'edge-band',
  ],
};

/** Whether a number read from outside is a version that this program knows. */
export function isMethodVersion(version: number): version is MethodVersion {
  return Object.hasOwn(METHOD_CHANGES, version);
}

/** What moved from one version to a later one, each once, in the order of METHOD_CHANGES; none where it is no later. */
export function methodChanges(from: MethodVersion, to: MethodVersion): readonly MethodChange[] {
  const versions = Object.entries(METHOD_CHANGES).filter(([v]) => Number(v) > from && Number(v) <= to);
  return [...new Set(versions.flatMap(([, changes]) => changes))];
}

/** Variance of the standardized rates of an indicator. D is no sample of S and may exceed it: coverage is never binomial. */
export function rateVarianceOf({ kind }: Pick<Indicator, 'kind'>, version: MethodVersion): RateVariance {
  return version >= 2 && kind === 'prevalence' ? 'binomial' : 'poisson';
}

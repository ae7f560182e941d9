import { restricts } from './cell-selection.ts';
import { DIMENSIONS } from './dimension.ts';
import type { Indicator } from './indicator.ts';
import type { Filters } from './view.ts';

/** Children of one area, or of several together. NaN where unknown. */
export interface KnownChildren {
  /** Affected. */
  readonly n: number;
  /** Of known status for the indicator. */
  readonly N: number;
  /** All who were to be measured (S), those of areas that have not reported too. */
  readonly S: number;
}

/** Why nothing can be said of the unmeasured. */
export type NoBounds =
  /** D/S is itself about who was measured. */
  | 'coverage'
  /** Of families and persons nobody is measured. */
  | 'other-unit'
  /** S is not broken down by sex, age, decile or condition. */
  | 'filtered'
  /** There is no n or N. */
  | 'no-counts'
  /** S is unknown, or 0. */
  | 'no-target'
  /** N is above S: children of elsewhere were measured, or the target is old. */
  | 'more-than-target';

/** The rate of all children, measured or not, lies between these, per 1. */
export interface UnmeasuredBounds {
  readonly low: number;
  readonly high: number;
  /** S - N: children of unknown status. */
  readonly unknown: number;
}

/** Whether a question can have bounds at all, else why not. */
export function boundsOf(
  { kind, unit }: Pick<Indicator, 'kind' | 'unit'>,
  { classes }: Pick<Filters, 'classes'>,
): Extract<NoBounds, 'coverage' | 'other-unit' | 'filtered'> | null {
  if (kind === 'coverage') return 'coverage';
  if (unit !== 'child') return 'other-unit';
  return restricts(classes, DIMENSIONS) ? 'filtered' : null;
}

/**
 * The rates of all S children that the measured ones allow, whatever the others are like: [n / S, (n + S - N) / S]
 * (Manski 1990, Am. Econ. Rev. 80:319; Horowitz & Manski 1998, J. Econometrics 84:37). No sampling, no chance: they are
 * no interval of confidence, and are not to be drawn as one. Where all are known they are the rate.
 */
export function unmeasuredBounds({ n, N, S }: KnownChildren): UnmeasuredBounds | NoBounds {
  if (!(n >= 0 && N >= n)) return 'no-counts';
  if (!(S > 0)) return 'no-target';
  if (N > S) return 'more-than-target';
  return { low: n / S, high: (n + S - N) / S, unknown: S - N };
}

/** S of several areas, all of them: NaN where that of any is unknown, or there is none. @param areas by index. */
export function wholeTarget(target: Float64Array, areas: Iterable<number>): number {
  let [sum, count] = [0, 0];
  for (const i of areas) {
    sum += target[i] ?? Number.NaN;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum;
}

/**
 * How many times the measured rate the children of unknown status must have for the rate of all to be `threshold`:
 * r = (threshold S - n) / ((S - N) n / N). Below 1 they are better off than the measured, above 1 worse.
 *
 * `never`: no rate of theirs, from none to all, brings it there; also where none is unknown. A measured rate of 0 has no
 * multiple: null, as where there are no bounds.
 * @param threshold per 1.
 */
export function unmeasuredRatio(children: KnownChildren, threshold: number): number | 'never' | null {
  const bounds = unmeasuredBounds(children);
  const { n, N, S } = children;
  if (typeof bounds === 'string' || n === 0 || Number.isNaN(threshold)) return null;
  if (bounds.unknown === 0 || threshold < bounds.low || threshold > bounds.high) return 'never';
  return (threshold * S - n) / ((bounds.unknown * n) / N);
}

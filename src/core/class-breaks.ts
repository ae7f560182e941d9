import { ckmeans } from 'simple-statistics';
import { invariant } from './problem.ts';

export type BreakMethod =
  | { readonly kind: 'fisher' | 'quantile' | 'equal' | 'sd'; readonly classes: number }
  /** All breaks, the outer ones too: k classes have k + 1. */
  | { readonly kind: 'fixed'; readonly breaks: readonly number[] };

/** Most classes: a class fits 8 bits. */
const MOST_CLASSES = 255;

/**
 * Breaks of k classes, outer ones included, ascending and not rounded, as classInt 0.4-9 of R gives them.
 *
 * fisher: least squares within the classes, exact (Fisher 1958, J. Am. Stat. Assoc. 53:789; Wang & Song 2011); a break
 * lies midway between the values it parts, the outer ones are the extremes. Of all values always: classInt samples them
 * where more than 3,000 differ.
 * quantile: type 7 (Hyndman & Fan 1996); where many values are equal, so are breaks.
 * equal: between the extremes.
 * sd: round numbers of sample standard deviations about the mean (R's pretty); about as many classes as asked for.
 * fixed: as given, sorted; they need not span the values.
 *
 * As in classInt, where values differ in no more ways than there are classes, each is a class of its own, whatever the
 * method but fixed: breaks lie midway, the outer ones half the mean gap outside. Equal values make one class, twice
 * that value as its breaks (classInt refuses); no values, no breaks. O(n log n); fisher O(classes n log n).
 * @param values finite, in any order.
 * @throws where a value is not finite, classes is not a whole number of 1 to 255, or fewer than two breaks are given.
 */
export function classBreaks(values: Float64Array, method: BreakMethod): Float64Array {
  invariant(values.every(Number.isFinite), 'finite values');
  if (method.kind === 'fixed') {
    invariant(method.breaks.length >= 2, 'two breaks or more');
    return Float64Array.from(method.breaks).sort();
  }
  const { kind, classes } = method;
  invariant(Number.isInteger(classes) && classes >= 1 && classes <= MOST_CLASSES, `${classes} classes`);
  const sorted = values.slice().sort();
  const distinct = sorted.filter((value, i) => value !== sorted[i - 1]);
  if (distinct.length < 2) return Float64Array.of(...distinct, ...distinct);
  if (classes >= distinct.length) return breaksBetween(distinct);
  switch (kind) {
    case 'fisher':
      return fisherBreaks(sorted, classes);
    case 'quantile':
      return breaksAt(classes, (k) => quantile(sorted, k * (1 / classes)));
    case 'equal':
      return equalBreaks(sorted, classes);
    case 'sd':
      return deviationBreaks(sorted, classes);
  }
}

/**
 * The class of each value, from 0: class k is [breaks[k], breaks[k + 1]), closed below; the last is closed above too.
 * Values outside the breaks are in the first or the last class (R's findInterval, all.inside = TRUE). Where breaks are
 * equal, the class between them is empty. O(n log classes).
 * @param values without NaN.
 * @param breaks ascending, from classBreaks; of these values or others.
 * @throws where there are fewer than 2 breaks or more than 256.
 */
export function classesBetween(values: Float64Array, breaks: Float64Array): Uint8Array {
  const last = breaks.length - 2;
  invariant(last >= 0 && last < MOST_CLASSES, `${breaks.length} breaks`);
  return Uint8Array.from(values, (value) => {
    let [low, high] = [1, last + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (breaks[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  });
}

/** Quantile by linear interpolation (type 7 of Hyndman & Fan 1996). @param sorted ascending. @param share 0 to 1. */
export function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  const part = position - Math.floor(position);
  return low === high ? low : (1 - part) * low + part * high;
}

/** Breaks of classes equally wide; see classBreaks. @param sorted ascending, not empty. */
export function equalBreaks(sorted: Float64Array, classes: number): Float64Array {
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  return breaksAt(classes, (k) => (k === classes ? most : least + k * ((most - least) / classes)));
}

/**
 * Breaks of Fisher's classes; see classBreaks.
 * @param sorted ascending, not empty.
 * @param classes at most as many as values differ.
 */
export function fisherBreaks(sorted: Float64Array, classes: number): Float64Array {
  // Mirrored, because of partitions equally good classInt takes the one with the larger upper classes.
  const mirrored = ckmeans(
    Array.from(sorted, (value) => -value),
    classes,
  );
  const breaks = breaksAt(mirrored.length, (k) => (k === 0 ? sorted[0]! : sorted.at(-1)!));
  for (let k = 1; k < mirrored.length; k++) {
    const [above, below] = [mirrored[mirrored.length - 1 - k]!, mirrored[mirrored.length - k]!];
    breaks[k] = -(above.at(-1)! + below[0]!) / 2;
  }
  return breaks;
}

function breaksAt(classes: number, at: (k: number) => number): Float64Array {
  return Float64Array.from({ length: classes + 1 }, (_, k) => at(k));
}

/** One class for each of two or more distinct ascending values. */
function breaksBetween(distinct: Float64Array): Float64Array {
  const end = distinct.length - 1;
  const margin = (distinct[end]! - distinct[0]!) / end / 2;
  return breaksAt(end + 1, (k) => {
    if (k === 0) return distinct[0]! - margin;
    if (k > end) return distinct[end]! + margin;
    return distinct[k - 1]! + (distinct[k]! - distinct[k - 1]!) / 2;
  });
}

function deviationBreaks(sorted: Float64Array, classes: number): Float64Array {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (sorted.length - 1));
  const steps = roundNumbers((sorted[0]! - mean) / deviation, (sorted.at(-1)! - mean) / deviation, classes);
  return steps.map((step) => step * deviation + mean);
}

/** R's pretty(c(least, most), n = intervals): about as many equal intervals, of 1, 2, 5 or 10 times a power of ten. */
function roundNumbers(least: number, most: number, intervals: number): Float64Array {
  const [bias, fiveBias, slack] = [1.5, 2.75, 1e-10];
  const wanted = (most - least) / intervals;
  const base = 10 ** Math.floor(Math.log10(wanted));
  let unit = base;
  if (2 * base - wanted < bias * (wanted - unit)) unit = 2 * base;
  if (unit > base && 5 * base - wanted < fiveBias * (wanted - unit)) unit = 5 * base;
  if (unit > 2 * base && 10 * base - wanted < bias * (wanted - unit)) unit = 10 * base;
  const first = Math.floor(least / unit + slack);
  const last = Math.ceil(most / unit - slack);
  return breaksAt(last - first, (k) => (first + k) * unit);
}

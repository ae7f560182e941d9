import { type AreaMeasure, CellStatus } from './area-table.ts';
import { equalBreaks, fisherBreaks, quantile } from './class-breaks.ts';
import { invariant } from './problem.ts';
import { unitsOf } from './rates.ts';

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

/** Most classes that any method makes. */
const MAXIMUM_CLASSES = 9;
const STEPS_EACH_SIDE = 3;
const CELL_STATUSES = Object.keys(CellStatus).length;

export interface EdgeOptions {
  /** The indicator's own edges for the measure shown, or null where it has none (counts have none). */
  readonly bands: readonly number[] | null;
  /** Decimals of the stored unit to which the legend prints (see legendDecimals). */
  readonly decimals: number;
}

/** Decimals of the stored unit that are printed: rates per 1 as a percentage with one decimal, counts whole. */
export function legendDecimals(measure: AreaMeasure['measure']): number {
  return measure === 'rate' ? 3 : 0;
}

/** The method itself, or five quantiles where it asks for bands and there are none. */
export function methodFor(
  method: ClassificationMethod,
  bands: readonly number[] | null,
): ClassificationMethod {
  return method.kind === 'bands' && bands === null ? { kind: 'quantile', classes: 5 } : method;
}

/**
 * Inner edges for values: ascending, distinct, exactly as the legend prints them. NaN values are passed over; without
 * values only bands and fixed breaks have edges.
 *
 * Values are rounded as they are printed before anything is computed, and edges are rounded up at halves: so the
 * legend, the class and the number in the table agree (a rate of 0.29996 is printed 30,0 % and lies in "from 30").
 *
 * quantile: type 7 (Hyndman & Fan 1996), R's default. equal-interval: between the extremes.
 * natural-breaks: least within-class squares, exact (Fisher 1958; Wang & Song 2011); an edge lies midway between the
 * values it parts, as in classInt's fisher, so that an area that moves a little does not change class. With fewer
 * distinct values than classes, one class each.
 * standard-deviation: the mean, and up to three steps of the sample standard deviation (n - 1) either side; classInt
 * would move these to round numbers.
 * bands, fixed: as given. Of the other methods, edges that leave the first or the last class without values are
 * dropped. O(n log n); natural breaks O(classes n log n).
 * @throws where classes is not a whole number of 1 to 9, the step is not positive, or bands are asked for without any.
 */
export function edgesFor(
  values: Float64Array,
  method: ClassificationMethod,
  options: EdgeOptions,
): Float64Array {
  const { bands, decimals } = options;
  if (method.kind === 'fixed')
    return edgesOf(
      method.breaks.map((edge) => unitsOf(edge, decimals)),
      decimals,
    );
  if (method.kind === 'bands') {
    invariant(bands !== null, 'bands of an indicator that has them');
    return edgesOf(
      bands.map((edge) => unitsOf(edge, decimals)),
      decimals,
    );
  }
  const units = values
    .filter((value) => !Number.isNaN(value))
    .map((value) => unitsOf(value, decimals))
    .sort();
  if (units.length === 0) return new Float64Array(0);
  const [least, most] = [units[0]!, units.at(-1)!];
  const edges = innerEdges(units, method).map(ceilHalf);
  return edgesOf(
    edges.filter((edge) => edge > least && edge <= most),
    decimals,
  );
}

/** Nearest whole number, halves up. */
function ceilHalf(value: number): number {
  return Math.floor(value + 0.5);
}

function edgesOf(units: readonly number[], decimals: number): Float64Array {
  const distinct = Float64Array.from(new Set(units)).sort();
  return distinct.map((unit) => unit / 10 ** decimals);
}

/** Edges of sorted whole numbers, not yet rounded. */
function innerEdges(
  units: Float64Array,
  method: Exclude<ClassificationMethod, { readonly kind: 'bands' | 'fixed' }>,
): readonly number[] {
  if (method.kind === 'standard-deviation') return deviationEdges(units, method.step);
  const { classes } = method;
  invariant(Number.isInteger(classes) && classes >= 1 && classes <= MAXIMUM_CLASSES, `${classes} classes`);
  switch (method.kind) {
    case 'quantile':
      return Array.from({ length: classes - 1 }, (_, k) => quantile(units, (k + 1) / classes));
    case 'equal-interval':
      return Array.from(equalBreaks(units, classes).subarray(1, -1));
    case 'natural-breaks':
      return Array.from(fisherBreaks(units, Math.min(classes, new Set(units).size)).subarray(1, -1));
  }
}

function deviationEdges(units: Float64Array, step: number): readonly number[] {
  invariant(step > 0 && Number.isFinite(step), `step of ${step} standard deviations`);
  const mean = units.reduce((sum, unit) => sum + unit, 0) / units.length;
  const squares = units.reduce((sum, unit) => sum + (unit - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, units.length - 1));
  return Array.from(
    { length: 2 * STEPS_EACH_SIDE + 1 },
    (_, k) => mean + (k - STEPS_EACH_SIDE) * step * deviation,
  );
}

/**
 * Puts each area that has a value into its class, by the value as printed (roundTo with legendDecimals): class i is
 * [edges[i - 1], edges[i]). Areas without a value are in NO_CLASS and counted nowhere. O(areas * classes).
 * @param edges ascending and distinct, from edgesFor; they need not come from these values (locked classes).
 * @throws where the edges do not ascend.
 */
export function classify(
  measure: AreaMeasure,
  method: ClassificationMethod,
  edges: Float64Array,
): Classification {
  const decimals = legendDecimals(measure.measure);
  const bounds = edges.map((edge) => unitsOf(edge, decimals));
  invariant(bounds.length < NO_CLASS, 'a class fits 8 bits');
  invariant(
    bounds.every((bound, k) => k === 0 || bound > bounds[k - 1]!),
    'edges ascend as printed',
  );
  const classes = edges.length + 1;
  const areasPerClass = new Uint32Array(classes);
  const classOf = new Uint8Array(measure.value.length).fill(NO_CLASS);
  for (let i = 0; i < classOf.length; i++) {
    const value = measure.value[i]!;
    if (Number.isNaN(value)) continue;
    const units = unitsOf(value, decimals);
    let own = 0;
    while (own < bounds.length && bounds[own]! <= units) own++;
    classOf[i] = own;
    areasPerClass[own]! += 1;
  }
  return { method, edges, classes, classOf, areasPerClass };
}

/** Areas of each CellStatus, by its number: what the legend writes beside its hatches. */
export function statusCounts(status: Uint8Array): number[] {
  const counts = Array.from({ length: CELL_STATUSES }, () => 0);
  for (const each of status) counts[each]! += 1;
  return counts;
}

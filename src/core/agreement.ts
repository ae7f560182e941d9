import { type AreaMeasure, CellStatus } from './area-table.ts';
import { type ChangeClasses, classifyChange } from './change.ts';
import { rankCorrelation } from './criterion-correlation.ts';
import type { Polarity } from './indicator.ts';
import { rankByUrgency } from './measure.ts';
import { pairStatus } from './pair-status.ts';
import { type Period, periodKind } from './period.ts';
import { invariant } from './problem.ts';
import { normalReach } from './rates.ts';

/** Which source lacks a value of an area. */
export const Lacking = { none: 0, first: 1, second: 2, both: 3 } as const;
export type Lacking = (typeof Lacking)[keyof typeof Lacking];

/** One indicator of the same areas in two sources. Columns by area. */
export interface Agreement {
  readonly first: AreaMeasure;
  readonly second: AreaMeasure;
  /** Second minus first, per 1; NaN exactly where status is not observed. */
  readonly difference: Float64Array;
  /** N of the second by N of the first; NaN where either is not known, or is 0. */
  readonly denominatorRatio: Float64Array;
  /** CellStatus, as pairStatus has it. */
  readonly status: Uint8Array;
  /** Lacking: which source has no value. */
  readonly lacking: Uint8Array;
}

/**
 * How the rates of a second source differ from those of the first, area by area. Two sources count mostly the same
 * children, so that the samples are not independent and no test of their difference is made. Where either lacks a value
 * there is no difference, and `lacking` says which. The periods may differ. O(areas).
 * @throws where the measures are counts, of different indicators or of different geographies.
 */
export function agreementBetween(first: AreaMeasure, second: AreaMeasure): Agreement {
  invariant(first.measure === 'rate' && second.measure === 'rate', 'agreement is of rates');
  invariant(first.table.indicator === second.table.indicator, 'agreement is of one indicator');
  invariant(first.value.length === second.value.length, 'two columns of one geography');
  const lacks = ({ status }: AreaMeasure, i: number) => (status[i] === CellStatus.observed ? 0 : 1);
  const N = [first.table.denominator, second.table.denominator] as const;
  return {
    first,
    second,
    difference: first.value.map((value, i) => second.value[i]! - value),
    denominatorRatio: N[0].map((own, i) => (own > 0 && N[1][i]! > 0 ? N[1][i]! / own : Number.NaN)),
    status: pairStatus(first.status, second.status),
    lacking: first.status.map((_, i) => lacks(first, i) + 2 * lacks(second, i)),
  };
}

/** Beyond these one source counts a fifth fewer, or a fourth more, children than the other: a convention of ours. */
export const FAR_DENOMINATORS = [0.8, 1.25] as const;

/** Whether N of the two sources differ so far that they can hardly be of the same children; false where unknown. */
export function isFar(ratio: number, [low, high]: readonly [number, number] = FAR_DENOMINATORS): boolean {
  return ratio < low || ratio > high;
}

/**
 * Edges of the seven classes of a difference, per 1: the points within which sources agree, two and a half and five
 * times as many, either side. A convention of ours, fixed so that indicators and periods compare; at 2 and at 1 point
 * they are those of a change.
 * @param points whole, at least 1.
 */
export function agreementEdges(points: number): Float64Array {
  invariant(Number.isInteger(points) && points >= 1, 'whole points');
  return Float64Array.of(-5, -2.5, -1, 1, 2.5, 5).map((times) => (times * points) / 100);
}

/** By class of a difference: the second is lower, agrees, or is higher. */
export const AgreementVerdict = { lower: 0, agrees: 1, higher: 2 } as const;

export type AgreementVerdict = (typeof AgreementVerdict)[keyof typeof AgreementVerdict];

/** The verdict of a class of so many; null of NO_CLASS. */
export function verdictOfClass(classOf: number, classes: number): AgreementVerdict | null {
  if (classOf >= classes) return null;
  const middle = (classes - 1) / 2;
  return classOf === middle
    ? AgreementVerdict.agrees
    : classOf < middle
      ? AgreementVerdict.lower
      : AgreementVerdict.higher;
}

/** Areas by class of their difference as printed: the middle class agrees, and holds neither of its edges. */
export function agreementClasses(
  { difference }: Pick<Agreement, 'difference'>,
  points: number,
): ChangeClasses {
  return classifyChange(difference, agreementEdges(points));
}

export interface AgreementSummary {
  /** Areas with a value in both sources; the rest is of these. */
  readonly areas: number;
  /** Areas by AgreementVerdict. */
  readonly verdicts: readonly [lower: number, agrees: number, higher: number];
  /** Mean difference, per 1; NaN without an area. */
  readonly mean: number;
  /** Limits of agreement, per 1: mean -/+ 1.96 standard deviations of the differences; NaN below 3 areas. */
  readonly low: number;
  readonly high: number;
  /** Spearman's rho of the rates; NaN below 3 areas or where either source does not vary. */
  readonly rho: number;
  /** Areas whose denominators are far apart (isFar). */
  readonly far: number;
  /** Areas with a value in the one source only. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

const LEAST_AREAS = 3;

/**
 * How far two sources agree: mean difference and its 95 % limits of agreement (Bland & Altman 1986, Lancet 327:307),
 * every area counting the same; rank correlation (Spearman 1904) with ties at their mean rank. O(areas log areas).
 */
export function agreementSummary(agreement: Agreement, classes: ChangeClasses): AgreementSummary {
  const { first, second, difference, denominatorRatio, lacking } = agreement;
  const both = Uint32Array.from(lacking.keys()).filter((i) => lacking[i] === Lacking.none);
  const areas = both.length;
  const verdicts: [number, number, number] = [0, 0, 0];
  let [sum, far] = [0, 0];
  for (const i of both) {
    const verdict = verdictOfClass(classes.classOf[i]!, classes.edges.length + 1);
    if (verdict !== null) verdicts[verdict] += 1;
    sum += difference[i]!;
    if (isFar(denominatorRatio[i]!)) far += 1;
  }
  const mean = areas > 0 ? sum / areas : Number.NaN;
  let squares = 0;
  for (const i of both) squares += (difference[i]! - mean) ** 2;
  const reach = areas < LEAST_AREAS ? Number.NaN : normalReach(0.95) * Math.sqrt(squares / (areas - 1));
  const of = ({ value }: AreaMeasure) => Float64Array.from(both, (i) => value[i]!);
  const count = (who: Lacking) => lacking.reduce((total, each) => (each === who ? total + 1 : total), 0);
  return {
    areas,
    verdicts,
    mean,
    low: mean - reach,
    high: mean + reach,
    rho: rankCorrelation(of(first), of(second)),
    far,
    onlyFirst: count(Lacking.second),
    onlySecond: count(Lacking.first),
  };
}

/** Ranks of the areas that have a value in both sources, by area; 0 for the others. */
export interface RankPairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly ranked: number;
}

/** Both sources ranked over the same areas: 1 the most urgent, equal rates share a rank. O(areas log areas). */
export function rankPairs({ first, second, lacking }: Agreement, polarity: Polarity): RankPairs {
  const shared = ({ value }: AreaMeasure) =>
    value.map((each, i) => (lacking[i] === Lacking.none ? each : Number.NaN));
  return {
    first: rankByUrgency(shared(first), polarity),
    second: rankByUrgency(shared(second), polarity),
    ranked: lacking.reduce((count, each) => (each === Lacking.none ? count + 1 : count), 0),
  };
}

/** The areas whose ranks differ most, at most `most`, the largest change first; of equal ones the more urgent. */
export function largestShifts({ first, second }: RankPairs, most: number): Uint32Array {
  const shift = (i: number) => Math.abs(second[i]! - first[i]!);
  const urgency = (i: number) => Math.min(first[i]!, second[i]!);
  return Uint32Array.from(first.keys())
    .filter((i) => shift(i) > 0)
    .sort((a, b) => shift(b) - shift(a) || urgency(a) - urgency(b) || a - b)
    .slice(0, most);
}

/**
 * The period of a list that is nearest to another of its kind, the earlier of two as near; null where the list has none
 * of the kind.
 */
export function nearestPeriod(list: readonly Period[], period: Period): Period | null {
  const kind = periodKind(period);
  const place = (one: Period) =>
    Number(one.slice(0, 4)) * STEPS[kind] + Number(one.replace(/^\d{4}(-\D?)?/, ''));
  const away = (one: Period) => Math.abs(place(one) - place(period));
  return (
    list
      .filter((one) => periodKind(one) === kind)
      .sort((a, b) => away(a) - away(b) || place(a) - place(b))[0] ?? null
  );
}

const STEPS = { month: 12, quarter: 4, semester: 2, year: 1 } as const;

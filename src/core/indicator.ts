import type { DimensionId } from './dimension.ts';
import type { Unit } from './unit.ts';

export type Polarity = 'more-is-worse' | 'more-is-better';

/** A condition on one dimension: the classes that count as affected. */
export interface Condition {
  readonly dimension: DimensionId;
  readonly classes: readonly string[];
}

/**
 * `prevalence`: children, families or persons meeting every condition, of those whose class is known in every dimension
 * named. Only tables of the unit answer, and filters on classes are of children: they leave the other units unanswered.
 * `coverage`: children measured (D) of the target population (S).
 */
export type Indicator =
  | {
      readonly id: IndicatorId;
      readonly unit: Unit;
      readonly kind: 'prevalence';
      readonly polarity: Polarity;
      readonly conditions: readonly Condition[];
      readonly bands: readonly number[] | null;
    }
  | {
      readonly id: IndicatorId;
      readonly unit: 'child';
      readonly kind: 'coverage';
      readonly polarity: Polarity;
      readonly bands: null;
    };

export type IndicatorId =
  | 'stunting'
  | 'severe-stunting'
  | 'wasting'
  | 'severe-wasting'
  | 'underweight'
  | 'extreme-poverty'
  | 'stunting-wasting'
  | 'stunting-poverty'
  | 'wasting-poverty'
  | 'family-poverty'
  | 'stunting-risk'
  | 'person-poverty'
  | 'coverage';

/** Indicators of families and persons; all others are of children. */
const UNIT_OF: Readonly<Partial<Record<IndicatorId, Unit>>> = {
  'family-poverty': 'family',
  'stunting-risk': 'family',
  'person-poverty': 'person',
};

export function unitOfIndicator(id: IndicatorId): Unit {
  return UNIT_OF[id] ?? 'child';
}

/** Edges between the five prevalence bands, per 1 (WHO/UNICEF: de Onis et al. 2019, Public Health Nutr. 22:175). */
export const STUNTING_BANDS = [0.025, 0.1, 0.2, 0.3] as const;
export const WASTING_BANDS = [0.025, 0.05, 0.1, 0.15] as const;

const AFFECTED = ['severe', 'moderate'] as const;
const stunting: Condition = { dimension: 'stunting', classes: AFFECTED };
const wasting: Condition = { dimension: 'wasting', classes: AFFECTED };
const underweight: Condition = { dimension: 'underweight', classes: AFFECTED };

/** Households up to and including the given decile. */
function poorHouseholds(decile: 1 | 2 | 3 | 4): Condition {
  return { dimension: 'poverty', classes: ['1', '2', '3', '4'].slice(0, decile) };
}

/**
 * The indicators the program knows, in the order in which they are offered.
 * @param extremePovertyDecile the dataset's proxy for extreme poverty, from its manifest.
 */
export function indicators(extremePovertyDecile: 1 | 2 | 3 | 4): readonly Indicator[] {
  const poor = poorHouseholds(extremePovertyDecile);
  const prevalence = (
    id: IndicatorId,
    conditions: readonly Condition[],
    bands: readonly number[] | null = null,
  ): Indicator => ({
    id,
    unit: unitOfIndicator(id),
    kind: 'prevalence',
    polarity: 'more-is-worse',
    conditions,
    bands,
  });
  return [
    prevalence('stunting', [stunting], STUNTING_BANDS),
    prevalence('severe-stunting', [{ dimension: 'stunting', classes: ['severe'] }]),
    prevalence('wasting', [wasting], WASTING_BANDS),
    prevalence('severe-wasting', [{ dimension: 'wasting', classes: ['severe'] }]),
    prevalence('underweight', [underweight]),
    prevalence('extreme-poverty', [poor]),
    prevalence('stunting-wasting', [stunting, wasting]),
    prevalence('stunting-poverty', [stunting, poor]),
    prevalence('wasting-poverty', [wasting, poor]),
    prevalence('family-poverty', [poor]),
    prevalence('stunting-risk', [{ dimension: 'risk', classes: ['at-risk'] }]),
    prevalence('person-poverty', [poor]),
    { id: 'coverage', unit: 'child', kind: 'coverage', polarity: 'more-is-better', bands: null },
  ];
}

/**
 * The dimensions by which children, families or persons are counted, and the classes of each, in the order in which
 * they are stored. Every dimension ends with `unknown`: a child whose class is not known is counted there, never dropped.
 * `none` in the three nutrition dimensions means "measured and not affected".
 */
export const CLASSES = {
  sex: ['male', 'female', 'unknown'],
  /** Completed months at the measurement. */
  age: ['0-5', '6-11', '12-23', '24-35', '36-59', 'unknown'],
  /** Length/height for age: severe < -3 SD (sangat pendek), moderate -3 to < -2 SD (pendek). */
  stunting: ['severe', 'moderate', 'none', 'unknown'],
  /** Weight for length/height: severe < -3 SD (gizi buruk), moderate -3 to < -2 SD (gizi kurang). */
  wasting: ['severe', 'moderate', 'none', 'unknown'],
  /** Weight for age: severe < -3 SD (sangat kurang), moderate -3 to < -2 SD (kurang). */
  underweight: ['severe', 'moderate', 'none', 'unknown'],
  /** Welfare decile of the family, or of the child's or person's; 1 is the poorest. */
  poverty: ['1', '2', '3', '4', '5+', 'unknown'],
  /** Of families: at risk of stunting (keluarga berisiko stunting, KRS). */
  risk: ['at-risk', 'none', 'unknown'],
} as const;

export type DimensionId = keyof typeof CLASSES;
export type ClassOf<D extends DimensionId> = (typeof CLASSES)[D][number];
export const DIMENSIONS = Object.keys(CLASSES) as readonly DimensionId[];
/** Those by which children are counted. */
export const CHILD_DIMENSIONS = [
  'sex',
  'age',
  'stunting',
  'wasting',
  'underweight',
  'poverty',
] as const satisfies readonly DimensionId[];
export type ChildDimensionId = (typeof CHILD_DIMENSIONS)[number];

/** Restrict both numerator and denominator. */
export const POPULATION_DIMENSIONS = ['sex', 'age', 'poverty'] as const satisfies readonly DimensionId[];
/** Restrict the numerator only. */
export const CONDITION_DIMENSIONS = [
  'stunting',
  'wasting',
  'underweight',
] as const satisfies readonly DimensionId[];

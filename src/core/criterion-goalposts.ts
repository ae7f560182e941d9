import type { Scaling } from './criterion-scaling.ts';
import type { IndicatorId } from './indicator.ts';
import type { MethodVersion } from './method-version.ts';

type Goalposts = Extract<Scaling, { readonly kind: 'goalposts' }>;

const between = (low: number, high: number): Goalposts => ({ kind: 'goalposts', low, high });

/** Bands and round numbers, beyond which real kelurahan lay. */
const FIRST: Readonly<Record<IndicatorId, Goalposts>> = {
  stunting: between(0, 0.4),
  'severe-stunting': between(0, 0.2),
  wasting: between(0, 0.2),
  'severe-wasting': between(0, 0.1),
  underweight: between(0, 0.4),
  'extreme-poverty': between(0, 0.4),
  'stunting-wasting': between(0, 0.1),
  'stunting-poverty': between(0, 0.2),
  'wasting-poverty': between(0, 0.1),
  'family-poverty': between(0, 0.4),
  'stunting-risk': between(0, 1),
  'person-poverty': between(0, 0.4),
  coverage: between(0.5, 1),
};

/**
 * Ranges that hold rates of real kelurahan, so that the most urgent are told apart; each starts at none. They are wide
 * rather than tight: a value beyond is cut off, while a range too wide only makes a criterion weigh less.
 */
const HOLDING: Readonly<Record<IndicatorId, Goalposts>> = {
  // Twice the highest band. Kelurahan of one city reached 55 % of the children weighed; cut at 40 % three tied for first.
  stunting: between(0, 0.6),
  // Half of stunting: the severe are a part of the stunted, seldom more than half.
  'severe-stunting': between(0, 0.3),
  // Twice the highest band (15 %), as for stunting.
  wasting: between(0, 0.3),
  // Half of wasting.
  'severe-wasting': between(0, 0.15),
  // Between wasting and stunting, of which it is the common sign, and nearer to stunting.
  underweight: between(0, 0.5),
  // A decile of the nation may hold nearly all families of a poor area, and datasets take one to four deciles.
  'extreme-poverty': between(0, 1),
  // Likewise.
  'family-poverty': between(0, 1),
  'person-poverty': between(0, 1),
  // Of all families of the nation a fifth were at risk (2023); of an area it may be most.
  'stunting-risk': between(0, 1),
  // Both in one child: half of the rarer, wasting.
  'stunting-wasting': between(0, 0.15),
  // Where nearly all families are poor, nearly all stunted children are poor too: the whole range of stunting.
  'stunting-poverty': between(0, 0.6),
  // Likewise that of wasting.
  'wasting-poverty': between(0, 0.3),
  // Of one city more than half of the kelurahan lay below 50 % in a year.
  coverage: between(0, 1),
};

/**
 * What urgency 0 and 100 mean for an indicator's rate, per 1: fixed, never from the areas compared, so that periods
 * compare (OECD & JRC 2008, step 5). A convention of this program, no official one.
 */
export function goalpostsOf(id: IndicatorId, version: MethodVersion): Goalposts {
  return (version === 1 ? FIRST : HOLDING)[id];
}

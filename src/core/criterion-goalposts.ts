import type { Scaling } from './criterion-scaling.ts';
import type { IndicatorId } from './indicator.ts';
import { STUNTING_BANDS, WASTING_BANDS } from './indicator.ts';

type Goalposts = Extract<Scaling, { readonly kind: 'goalposts' }>;

const between = (low: number, high: number): Goalposts => ({ kind: 'goalposts', low, high });

/** 0 to the upper edge of the highest band, which is taken to be as wide as the one below it. */
function aboveBands(edges: readonly number[]): Goalposts {
  const [below = 0, last = 1] = edges.slice(-2);
  return between(0, (2 * last * 1000 - below * 1000) / 1000);
}

/**
 * What urgency 0 and 100 mean, per 1. Where bands are known they are the measure; else round numbers that rates of
 * kelurahan seldom pass. A convention of this program, no official one, and the same for all data: periods compare.
 */
const GOALPOSTS: Readonly<Record<IndicatorId, Goalposts>> = {
  stunting: aboveBands(STUNTING_BANDS),
  'severe-stunting': between(0, 0.2),
  wasting: aboveBands(WASTING_BANDS),
  'severe-wasting': between(0, 0.1),
  underweight: between(0, 0.4),
  'extreme-poverty': between(0, 0.4),
  'stunting-wasting': between(0, 0.1),
  'stunting-poverty': between(0, 0.2),
  'wasting-poverty': between(0, 0.1),
  coverage: between(0.5, 1),
};

/** Fixed goalposts of an indicator's rate, per 1; never from the areas compared (OECD & JRC 2008, step 5). */
export function goalpostsOf(id: IndicatorId): Goalposts {
  return GOALPOSTS[id];
}

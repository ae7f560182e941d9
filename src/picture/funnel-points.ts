import { FunnelFlag, type FunnelShape, funnelLimits } from '#core/funnel.ts';
import type { Absentee } from './absentee.ts';
import { type ChartScale, chartScale } from './chart-scale.ts';
import { FAINT, statusWithout } from './hotspot-dots.ts';
import type { HotspotLayer } from './hotspot-layer.ts';
import { RING_COLORS } from './hotspot-look.ts';
import type { PlaneDot } from './plane-dots.ts';

export type FunnelVerdict = 'above' | 'above-warning' | 'within' | 'below-warning' | 'below';

/** From the highest to the lowest. */
export const VERDICTS: readonly FunnelVerdict[] = [
  'above',
  'above-warning',
  'within',
  'below-warning',
  'below',
];

const VERDICT_OF: Readonly<Record<FunnelFlag, FunnelVerdict>> = {
  [FunnelFlag.within]: 'within',
  [FunnelFlag.high]: 'above-warning',
  [FunnelFlag.low]: 'below-warning',
  [FunnelFlag.veryHigh]: 'above',
  [FunnelFlag.veryLow]: 'below',
};

const LOOKS: Readonly<Record<FunnelVerdict, Pick<PlaneDot, 'look' | 'color'>>> = {
  above: { look: 'filled', color: RING_COLORS.hot },
  'above-warning': { look: 'ring', color: RING_COLORS.hot },
  within: FAINT,
  'below-warning': { look: 'ring', color: RING_COLORS.cold },
  below: { look: 'filled', color: RING_COLORS.cold },
};

/** x: children; y: rate, per 1. */
export interface FunnelDot extends PlaneDot {
  readonly cases: number;
  /** How far from the mean, in standard deviations of chance alone. */
  readonly z: number;
  /** null where there are no limits. */
  readonly verdict: FunnelVerdict | null;
}

/** Limits for a rate among N children, per 1. */
export interface LimitPoint {
  readonly N: number;
  readonly inner: readonly [low: number, high: number];
  readonly outer: readonly [low: number, high: number];
}

export interface FunnelData {
  readonly dots: readonly FunnelDot[];
  readonly shape: FunnelShape;
  /** Empty where the overall rate is not between 0 and 1: nothing can be said of chance. */
  readonly limits: readonly LimitPoint[];
  readonly verdicts: Readonly<Record<FunnelVerdict, number>>;
  /** By limits of chance alone. */
  readonly chanceVerdicts: Readonly<Record<FunnelVerdict, number>>;
  /** Areas without a rate. */
  readonly without: readonly Absentee[];
  readonly scale: { readonly x: ChartScale; readonly y: ChartScale };
}

const STEPS = 80;

/** The 95 and the 99.8 % limits from 1 child to `most`, closer together where they bend more. */
export function limitCurves(shape: FunnelShape, most: number): readonly LimitPoint[] {
  const people = Array.from({ length: STEPS }, (_, k) => Math.round(1 + (most - 1) * (k / (STEPS - 1)) ** 2));
  return [...new Set(people)].map((N) => ({
    N,
    inner: funnelLimits(shape, N, 0.95),
    outer: funnelLimits(shape, N, 0.998),
  }));
}

/** Every area with a rate, however few its children; null where there is none. */
export function funnelData(layer: HotspotLayer): FunnelData | null {
  const { funnel } = layer.answer.map;
  if (funnel === null) return null;
  const { numerator, denominator } = layer.input.table;
  const limited = funnel.mean > 0 && funnel.mean < 1;
  const dots: FunnelDot[] = [];
  const without: Absentee[] = [];
  const none = { above: 0, 'above-warning': 0, within: 0, 'below-warning': 0, below: 0 };
  const [verdicts, chanceVerdicts] = [{ ...none }, { ...none }];
  for (const [index, z] of funnel.z.entries()) {
    if (Number.isNaN(z)) {
      without.push({ index, status: statusWithout(layer, index) });
      continue;
    }
    const [cases, children] = [numerator[index]!, denominator[index]!];
    const verdict = limited ? VERDICT_OF[funnel.flag[index] as FunnelFlag] : null;
    if (verdict) verdicts[verdict] += 1;
    if (limited) chanceVerdicts[VERDICT_OF[funnel.chanceFlag[index] as FunnelFlag]] += 1;
    const { look, color } = verdict ? LOOKS[verdict] : FAINT;
    dots.push({ index, x: children, y: cases / children, look, color, cases, z, verdict });
  }
  const x = chartScale(
    dots.map((dot) => dot.x),
    5,
    true,
  );
  const y = chartScale([...dots.map((dot) => dot.y), funnel.mean], 5, false);
  const limits = limited ? limitCurves(funnel, x.end) : [];
  return { dots, shape: funnel, limits, verdicts, chanceVerdicts, without, scale: { x, y } };
}

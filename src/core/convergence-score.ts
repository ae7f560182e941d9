import { rankScores } from './priority-index.ts';
import { invariant } from './problem.ts';
import { atTarget, type ServiceCell } from './service-coverage.ts';
import type { ServiceIndicator } from './service-indicator.ts';

/**
 * What a score is. No national formula for kelurahan is public, so the office chooses, and the formula is always shown.
 * - received: sum of services received by sum of services due, in percent (as the village scorecard of Kemendesa has it).
 * - mean: mean of the coverages, each at most 100 percent.
 * - at-target: how many indicators are at their target, in percent of those that have one.
 */
export const CONVERGENCE_FORMULAS = ['received', 'mean', 'at-target'] as const;
export type ConvergenceFormula = (typeof CONVERGENCE_FORMULAS)[number];

/**
 * Share of the indicators that must be there for an area to be ranked: with fewer, scores are of other services and
 * comparing them says nothing. A convention of this program.
 */
export const LEAST_SHARE_USED = 0.5;

export interface AreaConvergence {
  /** Percent, 0 to 100; NaN where no indicator could be used. */
  readonly score: number;
  /** The score with unconfirmed zeros taken for counts; equal to it where there are none. */
  readonly withZeros: number;
  /** How many indicators the score rests on, and how many could not be used, by reason. */
  readonly used: number;
  readonly zero: number;
  readonly noTarget: number;
  readonly contradiction: number;
  readonly missing: number;
  /** at-target alone: observed, but without a target to be held against. */
  readonly untargeted: number;
}

/**
 * The score of one area. Where less is better, those who are not affected are counted, so that nothing is added up
 * against its meaning (unmet need, unwanted pregnancies).
 * @param cells by indicator.
 */
export function areaConvergence(
  cells: readonly ServiceCell[],
  indicators: readonly ServiceIndicator[],
  formula: ConvergenceFormula,
): AreaConvergence {
  invariant(cells.length === indicators.length, 'a cell for each indicator');
  const counts = { used: 0, zero: 0, noTarget: 0, contradiction: 0, missing: 0, untargeted: 0 };
  const sums = [emptySum(), emptySum()] as const;
  cells.forEach((cell, k) => {
    const indicator = indicators[k]!;
    const usable = cell.state === 'observed' || cell.state === 'zero';
    if (usable && formula === 'at-target' && indicator.target === null) {
      counts.untargeted += 1;
      return;
    }
    if (cell.state === 'observed') {
      counts.used += 1;
      add(sums[0], cell, indicator, formula);
    } else {
      counts[cell.state] += 1;
    }
    if (usable) add(sums[1], cell, indicator, formula);
  });
  return { score: percent(sums[0]), withZeros: percent(sums[1]), ...counts };
}

interface Sum {
  above: number;
  below: number;
}

function emptySum(): Sum {
  return { above: 0, below: 0 };
}

function add(sum: Sum, cell: ServiceCell, indicator: ServiceIndicator, formula: ConvergenceFormula): void {
  const served = indicator.polarity === 'less-is-better' ? cell.N - cell.n : cell.n;
  if (formula === 'received') {
    sum.above += served;
    sum.below += cell.N;
    return;
  }
  sum.above += formula === 'mean' ? Math.min(1, served / cell.N) : Number(atTarget(cell, indicator));
  sum.below += 1;
}

function percent({ above, below }: Sum): number {
  return below === 0 ? Number.NaN : (100 * above) / below;
}

export interface ConvergenceScores {
  readonly formula: ConvergenceFormula;
  /** Places of indicators that no area has in this period: they are missing everywhere, and stand apart. */
  readonly absent: readonly number[];
  readonly areas: readonly AreaConvergence[];
  /**
   * By area, 1 the lowest score, which is the most urgent; equals share a rank (1, 1, 3). 0 where there is no score, or
   * it rests on less than LEAST_SHARE_USED of the indicators that some area has.
   */
  readonly rank: Uint32Array;
}

/**
 * Scores of all areas. An indicator that is missing in every area is left out of all, and listed. Linear but for the
 * sorting of ranks.
 * @param cells by indicator, by area.
 */
export function convergenceScores(
  cells: readonly (readonly ServiceCell[])[],
  indicators: readonly ServiceIndicator[],
  formula: ConvergenceFormula,
): ConvergenceScores {
  const there = [...cells.keys()].filter((k) => cells[k]!.some(({ state }) => state !== 'missing'));
  const own = there.map((k) => indicators[k]!);
  const count = cells[0]?.length ?? 0;
  const areas = Array.from({ length: count }, (_, i) =>
    areaConvergence(
      there.map((k) => cells[k]![i]!),
      own,
      formula,
    ),
  );
  const due = formula === 'at-target' ? own.filter(({ target }) => target !== null).length : own.length;
  const ranked = Float64Array.from(areas, ({ score, used }) =>
    used >= LEAST_SHARE_USED * due ? 100 - score : Number.NaN,
  );
  return {
    formula,
    absent: [...cells.keys()].filter((k) => !there.includes(k)),
    areas,
    rank: rankScores(ranked),
  };
}

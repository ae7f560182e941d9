import { type CoverageCurve, coverageCurve, rankOrder } from '#core/coverage-curve.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { PriorityLayer } from './priority-layer.ts';

/** What the areas hold that are taken in the order of the index. */
export interface ListCover {
  /** The first criterion that counts affected children. */
  readonly indicator: IndicatorId;
  readonly curve: CoverageCurve;
  /** Known affected children of all areas, those without a score too. */
  readonly all: number;
}

/** Areas of rank 1 to the length of the list, most urgent first; those that share its last rank are all in it. */
export function listedAreas({ index, top }: PriorityLayer): readonly number[] {
  return Array.from(rankOrder(index.rank)).filter((i) => index.rank[i]! <= top);
}

/** null where no criterion counts affected children. */
export function listCover({ indicators, measures, index }: PriorityLayer): ListCover | null {
  const k = indicators.findIndex(({ kind }) => kind === 'prevalence');
  const [indicator, measure] = [indicators[k], measures[k]];
  if (indicator === undefined || measure === undefined) return null;
  const cases = measure.table.numerator;
  const curve = coverageCurve(rankOrder(index.rank), cases, new Float64Array(cases.length));
  const all = cases.reduce((sum, n) => sum + (Number.isNaN(n) ? 0 : n), 0);
  return all > 0 ? { indicator: indicator.id, curve, all } : null;
}

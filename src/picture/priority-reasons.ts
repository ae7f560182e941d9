import { legendDecimals } from '#core/classification.ts';
import { valueCounterfactual, weightCounterfactual } from '#core/counterfactual.ts';
import { quotaOf } from '#core/list-rule.ts';
import { isListed, listedAreas } from './listed-areas.ts';
import type { PriorityLayer } from './priority-layer.ts';

/** One change that, alone, takes an area out of the list; rounded so that what is printed does so. */
export interface WayOut {
  readonly kind: 'value' | 'weight';
  /** Position of the criterion. */
  readonly criterion: number;
  readonly side: 'below' | 'above';
  /** Per 1, as `from`. */
  readonly from: number;
  readonly to: number;
}

export interface Reasons {
  readonly area: number;
  readonly listed: boolean;
  /** Whether places are told by the index alone: with a quota, or another order, no score takes an area out of the list. */
  readonly byIndex: boolean;
  /** Points of the score missing to the last area of the list; 0 in it, NaN where the index does not decide. */
  readonly gap: number;
  readonly ways: readonly WayOut[];
  /** Whether ways out by values were left out, because each is found by trial. */
  readonly valuesLeftOut: boolean;
}

/** With more areas than this changes of values that no formula gives are not looked for. */
const MOST_TRIED = 2_000;
const UNIT = 10 ** legendDecimals('rate');

function wayOut(
  kind: WayOut['kind'],
  criterion: number,
  { from, to }: { readonly from: number; readonly to: number },
): WayOut {
  const below = to < from;
  // The last printed digit moves outward; a change of less than that is the present value itself.
  const outward = below ? Math.floor(to * UNIT + 1e-9) : Math.ceil(to * UNIT - 1e-9);
  return { kind, criterion, side: below ? 'below' : 'above', from, to: outward / UNIT };
}

/** Why an area is in the list or not, and what would change that; null where it has no score. */
export function reasonsOf(layer: PriorityLayer, area: number): Reasons | null {
  const { criteria, scaled, index, choice, top, listing } = layer;
  const score = index.score[area] ?? Number.NaN;
  if (Number.isNaN(score) || top === 0) return null;
  const listed = isListed(layer, area);
  const quota = quotaOf(choice.list, listing.place.districtOf);
  const byIndex = listing.order === 'index' && quota === null;
  if (!byIndex) return { area, listed, byIndex, gap: Number.NaN, ways: [], valuesLeftOut: false };
  const byFormula = choice.scaling === 'goalposts' && choice.aggregation === 'arithmetic';
  const valuesLeftOut = !byFormula && index.score.length > MOST_TRIED;
  if (!listed) {
    const last = listedAreas(layer).at(-1) ?? area;
    return {
      area,
      listed,
      byIndex,
      gap: (index.score[last] ?? score) - score,
      ways: [],
      valuesLeftOut: false,
    };
  }
  const ways = criteria.flatMap((_, criterion): readonly WayOut[] => {
    const query = { area, criterion, top, aggregation: choice.aggregation };
    const value = valuesLeftOut ? null : valueCounterfactual(criteria, query);
    const weight = weightCounterfactual(scaled, index.weights, query);
    return [
      ...(value ? [wayOut('value', criterion, value)] : []),
      ...(weight ? [wayOut('weight', criterion, weight)] : []),
    ];
  });
  return { area, listed, byIndex, gap: 0, ways, valuesLeftOut };
}

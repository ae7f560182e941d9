import { type IndicatorId, indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { ChartChoices, ScatterAxis } from './chart-choices.ts';
import { layerOf } from './layer.ts';
import type { Picture } from './picture.ts';
import type { KnownAxis } from './scatter-points.ts';

/** A pair of axes that one press reaches: rate and number of the map's indicator, or its rate and another's. */
export type ReadyPair = 'burden' | 'two';

export interface ScatterAxes {
  readonly x: KnownAxis;
  readonly y: KnownAxis;
  /** What may lie on an axis. Of coverage no cases can be counted. */
  readonly offered: readonly KnownAxis[];
  /** Which ready pair this is. */
  readonly pair: ReadyPair;
  readonly burdenKnown: boolean;
  readonly ready: (pair: ReadyPair) => Readonly<Record<'x' | 'y', ScatterAxis>>;
}

export function axisId({ indicator, measure }: KnownAxis): string {
  return `${indicator} ${measure}`;
}

/** The axes of a scatter: as chosen, else the burden, or the two of an overlay. */
export function scatterAxes(
  { view, atlas: { manifest }, indicator, layer }: Pick<Picture, 'view' | 'atlas' | 'indicator' | 'layer'>,
  choices: Pick<ChartChoices, 'x' | 'y'>,
): ScatterAxes {
  const overlay = layerOf({ layer }, 'overlay');
  const answerable = indicators(manifest.extremePovertyDecile).filter((one) =>
    isAnswerable(manifest, one, view.filters),
  );
  const ids = answerable.map(({ id }) => id);
  const wanted = [overlay?.indicator.id, 'extreme-poverty' as const, ...ids];
  const isOther = (id: IndicatorId | undefined): id is IndicatorId =>
    id !== undefined && id !== view.indicator && ids.includes(id);
  const other = wanted.find(isOther) ?? view.indicator;
  const burdenKnown = indicator.kind === 'prevalence';
  const ready = (pair: ReadyPair) => ({
    y: { indicator: null, measure: 'rate' } as const,
    x:
      pair === 'burden'
        ? ({ indicator: null, measure: 'count' } as const)
        : ({ indicator: other, measure: 'rate' } as const),
  });
  const usual = ready(burdenKnown && !overlay ? 'burden' : 'two');
  const known = (axis: ScatterAxis): KnownAxis => ({ ...axis, indicator: axis.indicator ?? view.indicator });
  // What was chosen before may not be answered by this data, or under these filters.
  const chosen = (of: 'x' | 'y'): KnownAxis => {
    const axis = known(choices[of] ?? usual[of]);
    const fits = ids.includes(axis.indicator) && (axis.measure === 'rate' || axis.indicator !== 'coverage');
    return fits ? axis : known(usual[of]);
  };
  const [x, y] = [chosen('x'), chosen('y')];
  const shown = (axis: KnownAxis, measure: ScatterAxis['measure']) =>
    axis.indicator === view.indicator && axis.measure === measure;
  return {
    x,
    y,
    offered: answerable.flatMap(({ id, kind }): readonly KnownAxis[] => [
      { indicator: id, measure: 'rate' },
      ...(kind === 'prevalence' ? [{ indicator: id, measure: 'count' } as const] : []),
    ]),
    pair: shown(x, 'count') && shown(y, 'rate') ? 'burden' : 'two',
    burdenKnown,
    ready,
  };
}

import { CellStatus } from '#core/area-table.ts';
import { type Exceedance, type ExceedanceMap, exceedanceMap, type RateThreshold } from '#core/exceedance.ts';
import { indicators } from '#core/indicator.ts';
import type { Totals } from '#core/tabulation.ts';
import { changePalette } from '#map/color.ts';
import type { LayerKind, LayerMaker, Settling } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** How probable it is that an area's rate lies above a threshold. */
export interface ExceedanceLayer {
  readonly kind: 'exceedance';
  readonly asked: RateThreshold;
  readonly map: ExceedanceMap;
}

/** From surely below to surely above, the pale middle for what is told neither way. */
const COLORS = [0, 1, 3, 5, 6].flatMap((k) => changePalette('more-is-worse')[k] ?? []);

function thresholdOf(asked: RateThreshold, { city }: Totals): number | null {
  if (asked.kind !== 'city') return asked.rate;
  return city.status === CellStatus.observed && city.denominator > 0
    ? city.numerator / city.denominator
    : null;
}

function shadingOf({ map: { classOf, status, areasPerClass } }: ExceedanceLayer): Shading {
  return { kind: 'exceedance', classOf, status, colors: COLORS, areasPerClass, hatched: null };
}

const makeExceedanceLayer: LayerMaker<'exceedance', ExceedanceLayer> = () => {
  const maps = remember(exceedanceMap);
  const layers = remember(
    (asked: RateThreshold, map: ExceedanceMap): ExceedanceLayer => ({ kind: 'exceedance', asked, map }),
  );
  const shadings = remember(shadingOf);
  return ({ answer, measure }, { threshold: asked }) => {
    const threshold = thresholdOf(asked, answer.totals);
    if (threshold === null || answer.indicator.kind !== 'prevalence' || measure.measure !== 'rate')
      return null;
    const layer = layers(asked, maps(measure, threshold));
    return { layer, shading: shadings(layer) };
  };
};

/** With another indicator an edge of its bands is that of the same place; coverage is no sample and has no question. */
function settle(asked: Exceedance, { before, next, manifest }: Settling): Exceedance | null {
  const all = indicators(manifest.extremePovertyDecile);
  const now = all.find(({ id }) => id === next.indicator);
  if (now?.kind !== 'prevalence') return null;
  const { threshold } = asked;
  if (threshold.kind !== 'band' || now.bands?.includes(threshold.rate)) return asked;
  const place = all.find(({ id }) => id === before.indicator)?.bands?.indexOf(threshold.rate) ?? -1;
  const rate = now.bands?.[place];
  return rate === undefined ? null : { kind: 'exceedance', threshold: { kind: 'band', rate } };
}

export const exceedanceKind: LayerKind<'exceedance', ExceedanceLayer> = {
  settle,
  make: makeExceedanceLayer,
  /** Those most probably above first. */
  told: (_, { map: { probability } }) => ordered(probability.map((p) => -p)),
};

import { describe, expect, it } from 'vitest';
import type { Period } from '#core/period.ts';
import { openingView } from '#picture/opening-view.ts';
import { settleLayers } from '#picture/view-layers.ts';
import { atlasOf } from '#tests/state/kept-view.ts';

const { manifest } = atlasOf();
const periods = ['2021', '2022', '2023'].map((id) => ({ id: id as Period, complete: true }));
const years = { ...manifest, periods };
const [FIRST, SECOND, LAST] = periods.map(({ id }) => id) as [Period, Period, Period];
const view = { ...openingView(years), period: FIRST };

describe('stepping through periods', () => {
  it('compares nothing unasked, from the first period that has none before it', () => {
    expect(settleLayers(view, { period: SECOND }, years).comparedWith).toBeNull();
    expect(settleLayers({ ...view, period: SECOND }, { period: LAST }, years).comparedWith).toBeNull();
  });

  it('keeps comparing with the one before where that was asked', () => {
    const asked = settleLayers({ ...view, period: SECOND }, { comparedWith: FIRST }, years);
    expect(settleLayers(asked, { period: LAST }, years).comparedWith).toBe(SECOND);
  });
});

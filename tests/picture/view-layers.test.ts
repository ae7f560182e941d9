import { describe, expect, it } from 'vitest';
import type { Period } from '#core/period.ts';
import { SINGLE } from '#core/view.ts';
import { openingView } from '#picture/opening-view.ts';
import { settleView } from '#picture/view-layers.ts';
import { atlasOf } from '#tests/state/kept-view.ts';

const { manifest } = atlasOf();
const periods = ['2021', '2022', '2023'].map((id) => ({ id: id as Period, complete: true }));
const years = { ...manifest, periods };
const [FIRST, SECOND, LAST] = periods.map(({ id }) => id) as [Period, Period, Period];
const view = { ...openingView(years), period: FIRST };

describe('stepping through periods', () => {
  it('compares nothing unasked, from the first period that has none before it', () => {
    expect(settleView(view, { period: SECOND }, years).question).toEqual(SINGLE);
    expect(settleView({ ...view, period: SECOND }, { period: LAST }, years).question).toEqual(SINGLE);
  });

  it('keeps comparing with the one before where that was asked', () => {
    const asked = settleView({ ...view, period: SECOND }, { question: { kind: 'change', comparedWith: FIRST } }, years);
    expect(settleView(asked, { period: LAST }, years).question).toEqual({
      kind: 'change',
      comparedWith: SECOND,
    });
  });
});

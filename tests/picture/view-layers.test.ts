import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exceedance, RateThreshold } from '#core/exceedance.ts';
import { indicators } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import { QUESTION_KINDS } from '#core/question-kinds.ts';
import { isAskedIn } from '#core/room-rules.ts';
import {
  type Change,
  type Overlay,
  type Question,
  type QuestionKind,
  ROOMS,
  SINGLE,
  TREND,
  type View,
} from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { comparablePeriods } from '#picture/comparable-periods.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { openingRegions } from '#picture/region-layer.ts';
import { OPENING_SECOND } from '#picture/second-data.ts';
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
    const asked = settleView(
      { ...view, period: SECOND },
      { question: { kind: 'change', comparedWith: FIRST } },
      years,
    );
    expect(settleView(asked, { period: LAST }, years).question).toEqual({
      kind: 'change',
      comparedWith: SECOND,
    });
  });
});

describe('a settled view', () => {
  const { manifest: months } = atlasOf();
  const opening = openingView(months);
  const ids = indicators(months.extremePovertyDecile).map(({ id }) => id);
  const indicator = fc.constantFrom(...ids);
  const period = fc.constantFrom(...months.periods.map(({ id }) => id));
  const question: fc.Arbitrary<Question> = fc.oneof(
    fc.constant(SINGLE),
    indicator.map((id): Overlay => ({ kind: 'overlay', indicator: id, classes: { kind: 'tertiles' } })),
    period.map((comparedWith): Change => ({ kind: 'change', comparedWith })),
    fc.constant(OPENING_SECOND),
    fc
      .constantFrom<RateThreshold>({ kind: 'city' }, { kind: 'band', rate: 0.2 }, { kind: 'own', rate: 0.25 })
      .map((threshold): Exceedance => ({ kind: 'exceedance', threshold })),
    fc.constantFrom<Question>(
      TREND,
      { kind: 'gap' },
      { kind: 'emerging' },
      { kind: 'budget', year: 2026, key: 'equal' },
      { kind: 'service', shown: { kind: 'score', formula: 'mean' }, period: '2026-S1' as Period },
      { kind: 'entry', part: 'nik', snapshot: null, stage: null },
      { kind: 'target', measure: 'rate' },
    ),
    fc.constantFrom(openingRegions(ids) ?? SINGLE, openingRegions(ids.toReversed()) ?? SINGLE),
    fc.shuffledSubarray(ids, { minLength: 1, maxLength: 3 }).map((some) => openingPriority(some) ?? SINGLE),
  );
  const patch: fc.Arbitrary<Partial<View>> = fc.record(
    {
      room: fc.constantFrom(...ROOMS),
      indicator,
      measure: fc.constantFrom('rate' as const, 'count' as const),
      period,
      level: fc.constantFrom('village' as const, 'district' as const),
      question,
      hotspots: fc.constantFrom(null, DEFAULT_HOTSPOTS),
      burden: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const settledBy = (patches: readonly Partial<View>[]) =>
    patches.reduce<View>((before, each) => settleView(before, each, months), opening);
  const patches = fc.array(patch, { minLength: 1, maxLength: 6 });

  it('asks in a room what is asked there, of rates, with marks only over what carries them', () => {
    const kinds = new Set<QuestionKind>();
    fc.assert(
      fc.property(patches, (all) => {
        const view = settledBy(all);
        kinds.add(view.question.kind);
        expect(isAskedIn(view.room, view)).toBe(true);
        if (view.hotspots !== null) {
          expect(view.room).toBe('clusters');
          expect(QUESTION_KINDS[view.question.kind].carriesHotspots).toBe(true);
        }
        if (view.question.kind !== 'single') expect(view.measure).toBe('rate');
        if (view.question.kind === 'overlay') expect(view.question.indicator).not.toBe(view.indicator);
        if (view.question.kind === 'change')
          expect(comparablePeriods(months.periods, view.period)).toContain(view.question.comparedWith);
        if (view.question.kind === 'exceedance') {
          const { threshold } = view.question;
          const asked = indicators(months.extremePovertyDecile).find(({ id }) => id === view.indicator);
          expect(asked?.kind).toBe('prevalence');
          if (threshold.kind === 'band') expect(asked?.bands).toContain(threshold.rate);
        }
        if (view.question.kind === 'regions')
          expect(view.question.problems.map((problem) => problem.indicator)).toContain(view.indicator);
      }),
      { numRuns: 500 },
    );
    expect([...kinds].sort()).toEqual(Object.keys(QUESTION_KINDS).sort());
  });

  it('stays as it is when nothing is asked, and when all of it is asked again', () => {
    fc.assert(
      fc.property(patches, (all) => {
        const view = settledBy(all);
        expect(settleView(view, {}, months)).toEqual(view);
        expect(settleView(view, view, months)).toEqual(view);
        expect(settleView(opening, view, months)).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });

  it('is what any text reads as, parts of two links in one included', () => {
    const { territory } = atlasOf();
    const parts = (one: View) => encodeView(one).split(';').slice(1);
    fc.assert(
      fc.property(patches, patches, fc.infiniteStream(fc.boolean()), (some, others, taken) => {
        const mixed = [...parts(settledBy(some)), ...parts(settledBy(others))].filter(
          () => taken.next().value,
        );
        const read = decodeView(['v2', ...mixed].join(';'), months, territory, opening, true);
        expect(read.ok && settleView(read.value, {}, months)).toEqual(read.ok && read.value);
      }),
      { numRuns: 500 },
    );
  });

  it('has the question, marks or room that were asked for, where it can', () => {
    fc.assert(
      fc.property(patches, fc.constantFrom(...ROOMS), (all, room) => {
        const before = settledBy(all);
        const marked = settleView(before, { hotspots: DEFAULT_HOTSPOTS }, months);
        expect([marked.room, marked.hotspots]).toEqual(['clusters', DEFAULT_HOTSPOTS]);
        const index = settleView(before, { question: openingPriority(ids) ?? SINGLE }, months);
        expect(index.question.kind).toBe('priority');
        const gone = settleView(before, { room }, months);
        if (QUESTION_KINDS[before.question.kind].rooms.includes(room)) {
          expect(gone).toEqual({
            ...before,
            room,
            hotspots: room === 'clusters' ? before.hotspots : null,
          });
        } else expect(gone.question).toBe(before.question);
      }),
    );
  });
});

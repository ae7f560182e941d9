import { yearBefore } from '#core/change.ts';
import type { Manifest } from '#core/dataset.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { type Period, periodKind, previousPeriod } from '#core/period.ts';
import { homeRoom, isAskedIn, ROOM_RULES } from '#core/room-rules.ts';
import {
  type Change,
  type Question,
  type QuestionKind,
  type QuestionOf,
  type Regions,
  SINGLE,
  type View,
} from '#core/view.ts';

type Periods = Manifest['periods'];

/** Periods with which another can be compared: all others of its kind, in their order. */
export function comparablePeriods(periods: Periods, period: Period): readonly Period[] {
  return periods
    .map(({ id }) => id)
    .filter((id) => id !== period && periodKind(id) === periodKind(period))
    .sort();
}

/** The periods most often compared with; null where the dataset has none. */
export function usualPeriods(
  periods: Periods,
  period: Period,
): { readonly previous: Period | null; readonly yearAgo: Period | null } {
  const ids = periods.map(({ id }) => id);
  const yearAgo = yearBefore(period);
  return { previous: previousPeriod(ids, period), yearAgo: ids.includes(yearAgo) ? yearAgo : null };
}

interface Settling {
  readonly before: View;
  readonly next: View;
  /** What was asked for just now. */
  readonly patch: Partial<View>;
  readonly manifest: Manifest;
}

/** The other period after the shown one has moved: the one before stays the one before, a year ago stays so. */
function follow({ comparedWith }: Change, { before, next, manifest }: Settling): Period | null {
  const { periods } = manifest;
  const [old, now] = [usualPeriods(periods, before.period), usualPeriods(periods, next.period)];
  if (comparedWith === old.previous) return now.previous;
  if (comparedWith === old.yearAgo) return now.yearAgo;
  return comparedWith;
}

function indicatorMoved({ before, next }: Settling): boolean {
  return before.indicator !== next.indicator;
}

/** How a question goes on when something beside it has changed; null where it cannot. */
const SETTLED: {
  readonly [Kind in QuestionKind]: (asked: QuestionOf<Kind>, at: Settling) => QuestionOf<Kind> | null;
} = {
  single: (asked) => asked,
  overlay: (asked, { next }) => (asked.indicator === next.indicator ? null : asked),
  change: (asked, at) => {
    const moved = at.patch.question === undefined && at.before.period !== at.next.period;
    const comparedWith = moved ? follow(asked, at) : asked.comparedWith;
    const fits =
      comparedWith !== null && comparablePeriods(at.manifest.periods, at.next.period).includes(comparedWith);
    if (!fits) return null;
    return comparedWith === asked.comparedWith ? asked : { kind: 'change', comparedWith };
  },
  agreement: (asked) => asked,
  // Whoever asks for one indicator asks for no other question than its own.
  regions: (asked, at) => (at.patch.question === undefined && indicatorMoved(at) ? null : asked),
  priority: (asked, at) => (at.patch.question === undefined && indicatorMoved(at) ? null : asked),
};

function indicatorAmong({ problems }: Regions, indicator: IndicatorId): IndicatorId {
  return problems.some((problem) => problem.indicator === indicator) ? indicator : problems[0].indicator;
}

/** The question after a change: of rates, in keeping with the rest, and giving way to marks that were asked for. */
function settledQuestion(at: Settling): Question {
  const { next, patch } = at;
  const { question } = next;
  const asked = patch.question !== undefined;
  if (!asked && patch.hotspots != null && !ROOM_RULES[question.kind].carriesHotspots) return SINGLE;
  if (!asked && next.measure !== 'rate') return SINGLE;
  const settle = SETTLED[question.kind] as (asked: Question, at: Settling) => Question | null;
  return settle(question, at) ?? SINGLE;
}

/**
 * A view after a change, its question, marks and room in keeping with the rest. Every question but single is of rates;
 * whoever asks for counts wants none, whoever asks for another indicator no index and no three problems, and whoever
 * asks for hotspots nothing that they cannot lie over. A question that is not asked in the room moves to its home.
 */
export function settleView(before: View, patch: Partial<View>, manifest: Manifest): View {
  const next = { ...before, ...patch };
  const question = settledQuestion({ before, next, patch, manifest });
  const carries = ROOM_RULES[question.kind].carriesHotspots;
  const leavesRoom = patch.hotspots === undefined && patch.room !== undefined && patch.room !== 'clusters';
  const hotspots = carries && !leavesRoom ? next.hotspots : null;
  const settled = {
    ...next,
    measure: question.kind === 'single' ? next.measure : 'rate',
    question,
    hotspots,
    // The table is of one of the three.
    indicator: question.kind === 'regions' ? indicatorAmong(question, next.indicator) : next.indicator,
  } as const;
  return { ...settled, room: isAskedIn(next.room, settled) ? next.room : homeRoom(settled) };
}

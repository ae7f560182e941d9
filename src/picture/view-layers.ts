import { periodBeside } from '#core/counted-units.ts';
import type { Manifest } from '#core/dataset.ts';
import { type IndicatorId, unitOfIndicator } from '#core/indicator.ts';
import { QUESTION_KINDS } from '#core/question-kinds.ts';
import { homeRoom, isAskedIn } from '#core/room-rules.ts';
import { type Question, type Regions, SINGLE, type View } from '#core/view.ts';
import { settledBy } from './layer.ts';
import type { Settling } from './layer-maker.ts';

function indicatorAmong({ problems }: Regions, indicator: IndicatorId): IndicatorId {
  return problems.some((problem) => problem.indicator === indicator) ? indicator : problems[0].indicator;
}

/** The question after a change: of rates, in keeping with the rest, and giving way to marks that were asked for. */
function settledQuestion(at: Settling): Question {
  const { next, patch } = at;
  const { question } = next;
  const asked = patch.question !== undefined;
  if (!asked && patch.hotspots != null && !QUESTION_KINDS[question.kind].carriesHotspots) return SINGLE;
  if (!asked && next.measure !== 'rate') return SINGLE;
  return settledBy(question, at) ?? SINGLE;
}

/** Whoever asks for an indicator of another unit asks in a period in which that is counted. */
function withOwnPeriod(before: View, next: View, manifest: Manifest): View {
  const unit = unitOfIndicator(next.indicator);
  if (unit === unitOfIndicator(before.indicator)) return next;
  const period = periodBeside(manifest, unit, next.period);
  return period === next.period ? next : { ...next, period };
}

/**
 * A view after a change, its question, marks and room in keeping with the rest. Every question but single is of rates;
 * whoever asks for counts wants none, whoever asks for another indicator no index and no three problems, and whoever
 * asks for hotspots nothing that they cannot lie over. A question that is not asked in the room moves to its home.
 */
export function settleView(before: View, patch: Partial<View>, manifest: Manifest): View {
  const next = withOwnPeriod(before, { ...before, ...patch }, manifest);
  const question = settledQuestion({ before, next, patch, manifest });
  const carries = QUESTION_KINDS[question.kind].carriesHotspots;
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

import { periodBeside } from '#core/counted-units.ts';
import { hasGeography, type Manifest } from '#core/dataset.ts';
import { unitOfIndicator } from '#core/indicator.ts';
import { QUESTION_KINDS } from '#core/question-kinds.ts';
import { indicatorAmong } from '#core/region-classes.ts';
import { homeRoom, isAskedIn } from '#core/room-rules.ts';
import { type Question, SINGLE, type View } from '#core/view.ts';
import { settledBy } from './layer.ts';
import type { Settling } from './layer-maker.ts';

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
 * asks for hotspots nothing that they cannot lie over. Areas drawn from names alone have no hotspots. A question that is not asked in the room moves to its home.
 */
export function settleView(before: View, asked: Partial<View>, manifest: Manifest): View {
  const patch = hasGeography(manifest) ? asked : { ...asked, hotspots: null };
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

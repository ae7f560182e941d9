import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { QUESTION_KINDS } from '#core/question-kinds.ts';
import { isAskedIn, QUESTION_PARTNERS } from '#core/room-rules.ts';
import { type Room, SINGLE, TREND, type View } from '#core/view.ts';
import { periodsOf, trendPeriod } from '#picture/comparable-periods.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { scenarioView } from '#picture/scenario-view.ts';
import { settleView } from '#picture/view-layers.ts';
import { openScenario } from './scenario.ts';
import { type AppState, type AppStore, type RoomQuestion, setView } from './store.ts';

type Known = Pick<AppState, 'atlas' | 'questions' | 'priorityBefore'>;

/** What a room asks that was never entered: as little as it can be about. */
function openingQuestion(room: Room, view: View, { atlas, priorityBefore }: Known): Partial<RoomQuestion> {
  switch (room) {
    case 'clusters': {
      const carries = QUESTION_KINDS[view.question.kind].carriesHotspots;
      return { question: carries ? view.question : SINGLE, hotspots: DEFAULT_HOTSPOTS };
    }
    case 'priority': {
      if (!atlas) return { question: SINGLE, hotspots: null };
      const { manifest } = atlas;
      const answerable = indicators(manifest.extremePovertyDecile)
        .filter((one) => isAnswerable(manifest, one))
        .map(({ id }) => id);
      const known =
        priorityBefore?.criteria.every(({ indicator }) => answerable.includes(indicator)) ?? false;
      const question = known ? priorityBefore : openingPriority(answerable);
      return { question: question ?? SINGLE, hotspots: null };
    }
    case 'monitoring':
      return { question: TREND, hotspots: null };
    case 'proposal':
    case 'map':
    case 'data':
      return {
        question: isAskedIn(room, { ...view, hotspots: null }) ? view.question : SINGLE,
        hotspots: null,
      };
  }
}

/** null where the data cannot answer it: then no other question takes its place. */
function showProposal(store: AppStore, asked: View | null): void {
  if (asked === null) {
    setView(store, { question: SINGLE, hotspots: null, room: 'proposal' });
    return;
  }
  const { selected: _, ...question } = asked;
  setView(store, { ...question, room: 'proposal' });
}

/**
 * The period in which a room is entered: that of the room before, but that a trend is told by quarters, and that whoever
 * comes back from there comes back to the month it was entered with.
 */
function entryPeriod(room: Room, view: View, { atlas, questions }: Known): View['period'] {
  if (!atlas) return view.period;
  const periods = periodsOf(atlas.manifest, view.indicator);
  if (room === 'monitoring') return trendPeriod(periods, view.period);
  const before = view.room === 'monitoring' ? questions[room]?.period : undefined;
  return before !== undefined && trendPeriod(periods, before) === view.period ? before : view.period;
}

/**
 * Goes to a room and its own question: that of the proposal worked on, or as it was left, else as little as the room can
 * be about. What the periods since gone through leave nothing to compare with is said.
 */
export function enterRoom(store: AppStore, room: Room): void {
  const state = store.getState();
  const { view, atlas } = state;
  if (!view || !atlas || view.room === room) return;
  // The question of a proposal is its own: it neither follows that of the list nor takes its place.
  const scenario = room === 'proposal' || view.room === 'proposal' ? openScenario(state) : null;
  if (scenario !== null && room === 'proposal') {
    showProposal(store, scenarioView(atlas, scenario, view));
    return;
  }
  if (scenario === null && QUESTION_PARTNERS[view.room] === room) {
    setView(store, { room });
    return;
  }
  const kept = state.questions[room];
  if (!kept) {
    setView(store, { ...openingQuestion(room, view, state), period: entryPeriod(room, view, state), room });
    return;
  }
  const { period: _, ...own } = kept;
  const period = entryPeriod(room, view, state);
  const { question } = settleView({ ...view, ...kept, room }, { period }, atlas.manifest);
  setView(store, { ...own, period, question, room });
  if (kept.question.kind !== 'single' && question.kind === 'single')
    store.setState({ notice: { kind: 'layers', ended: [kept.question.kind], shown: null } });
}

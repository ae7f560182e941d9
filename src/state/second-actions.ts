import { SINGLE, type View } from '#core/view.ts';
import { OPENING_SECOND, type SecondData } from '#picture/second-data.ts';
import { type AppStore, type RoomQuestions, type Step, setView } from './store.ts';

/** Lays a second source beside the data on the screen, and shows it against them. */
export function placeSecond(store: AppStore, second: SecondData): void {
  const { atlas } = store.getState();
  if (!atlas) return;
  store.setState({ atlas: { ...atlas, second } });
  setView(store, { question: OPENING_SECOND });
}

export function describeSecond(store: AppStore, words: Partial<Pick<SecondData, 'title' | 'date'>>): void {
  const { atlas } = store.getState();
  if (atlas?.second) store.setState({ atlas: { ...atlas, second: { ...atlas.second, ...words } } });
}

/** Forgets the second source, in the views that may be taken back and in the rooms too. */
export function removeSecond(store: AppStore): void {
  const { atlas, view, questions, past, future } = store.getState();
  if (!atlas || !view) return;
  const { second: _, ...rest } = atlas;
  const without = <Asked extends Pick<View, 'question'>>(one: Asked): Asked =>
    one.question.kind === 'agreement' ? { ...one, question: SINGLE } : one;
  const withoutAny = (kept: RoomQuestions): RoomQuestions =>
    Object.fromEntries(Object.entries(kept).map(([room, one]) => [room, without(one)]));
  const stepWithout = (step: Step): Step => ({
    ...step,
    view: without(step.view),
    questions: withoutAny(step.questions),
  });
  store.setState({
    atlas: rest,
    view: without(view),
    questions: withoutAny(questions),
    past: past.map(stepWithout),
    future: future.map(stepWithout),
  });
}

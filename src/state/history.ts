import type { Question, QuestionKind, QuestionOf, View } from '#core/view.ts';
import type { Atlas } from '#picture/atlas.ts';
import { dataKey } from '#picture/data-key.ts';
import { takesBack } from '#picture/notice.ts';
import { type AppState, type AppStore, goingAlong, type Step } from './store.ts';

const MOST_STEPS = 100;

function sameBut(part: keyof View, before: View, after: View): boolean {
  return Object.entries(after).every(([key, value]) => key === part || before[key as keyof View] === value);
}

/** Whether a step only goes on with the one before, as when edges are typed letter by letter. */
function continues(before: View, after: View): boolean {
  const typed = before.classification.kind === 'fixed' && after.classification.kind === 'fixed';
  return typed && sameBut('classification', before, after);
}

/** A question without what is moved by a slider; null where none of it is. */
const SLIDING: { readonly [Kind in QuestionKind]?: (asked: QuestionOf<Kind>) => unknown } = {
  regions: ({ problems }) => problems.map(({ indicator }) => indicator),
  priority: ({ criteria, list, top: _, ...rest }) => ({
    ...rest,
    list: { ...list, share: null },
    criteria: criteria.map(({ indicator }) => indicator),
  }),
};

/** Whether only a slider has moved: thresholds of three problems, weights of an index, the length of its list. */
function slides(before: View, after: View): boolean {
  const [a, b] = [before.question, after.question];
  const still = SLIDING[b.kind] as ((asked: Question) => unknown) | undefined;
  return (
    still !== undefined &&
    a.kind === b.kind &&
    a !== b &&
    JSON.stringify(still(a)) === JSON.stringify(still(b)) &&
    sameBut('question', before, after)
  );
}

/** What slides on within this time is one step. */
const SLIDE_MS = 600;

/** Whether a view of the one holds for the other: the whole of a dataset follows its first answer. */
function sameData(before: Atlas | null, after: Atlas | null): boolean {
  if (before === null || after === null || before === after) return before === after;
  // A second source laid beside the data leaves them what they are.
  if (before.dataset !== null) return before.dataset === after.dataset;
  return dataKey(before) === dataKey(after);
}

function stepOf({ view, scenarios, scenarioOpen, questions }: AppState): Step | null {
  return view && { view, scenarios, scenarioOpen, questions };
}

/** Remembers every change of the view and of what is decided, so that it can be taken back. Other data end it. */
export function keepHistory(store: AppStore): void {
  let lastSlide = Number.NEGATIVE_INFINITY;
  store.subscribe((state, before) => {
    if (!sameData(before.atlas, state.atlas)) {
      if (state.past.length > 0 || state.future.length > 0) store.setState({ past: [], future: [] });
      return;
    }
    const step = stepOf(before);
    if (!step || !state.view || state.past !== before.past) return;
    const decided = state.scenarios !== before.scenarios;
    if (state.view === step.view && !decided) return;
    const sliding = !decided && slides(step.view, state.view);
    const slidOn = sliding && performance.now() - lastSlide < SLIDE_MS;
    lastSlide = sliding ? performance.now() : Number.NEGATIVE_INFINITY;
    const goesOn = !decided && (slidOn || continues(step.view, state.view));
    const past = goesOn ? state.past : [...state.past, step];
    // Its way back is that of its own step, which is no longer the last.
    const outlived = !goesOn && state.notice === before.notice && takesBack(state.notice);
    store.setState({ past: past.slice(-MOST_STEPS), future: [], ...(outlived ? { notice: null } : {}) });
  });
}

function stepTo(store: AppStore, step: Step, steps: Pick<AppState, 'past' | 'future'>): void {
  const { view: before, hovered } = store.getState();
  store.setState({
    ...step,
    ...steps,
    ...goingAlong(before, step.view),
    hovered: before?.level === step.view.level ? hovered : null,
    notice: null,
  });
}

export function undo(store: AppStore): void {
  const state = store.getState();
  const { past, future } = state;
  const [last, now] = [past.at(-1), stepOf(state)];
  if (now && last) stepTo(store, last, { past: past.slice(0, -1), future: [now, ...future] });
}

export function redo(store: AppStore): void {
  const state = store.getState();
  const { past, future } = state;
  const [next, ...rest] = future;
  const now = stepOf(state);
  if (now && next) stepTo(store, next, { past: [...past, now], future: rest });
}

const TEXT = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable]';

/** Ctrl+Z takes back, Ctrl+Shift+Z or Ctrl+Y brings again; text being typed keeps its own. */
export function listenForUndo(store: AppStore, target: Window): void {
  target.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || store.getState().importing) return;
    if (event.target instanceof Element && event.target.matches(TEXT)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo(store);
    else undo(store);
  });
}

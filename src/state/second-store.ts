import type { AreaCode } from '#core/area.ts';
import type { View } from '#core/view.ts';
import { remember } from '#picture/remember.ts';
import { secondView } from './second-view.ts';
import { type AppState, type AppStore, setView } from './store.ts';

function chosen(view: View | null, selected: readonly AreaCode[]): View | null {
  return view === null || view.selected === selected ? view : { ...view, selected };
}

/** Whether the pointer and the selection of two views mean the same areas. */
export function isLinked(first: View | null, second: View | null): boolean {
  return first !== null && first.level === second?.level;
}

/**
 * Keeps a second store, which another map and legend read, beside the first: its view follows that of the arrangement,
 * and what is pointed at or selected in one is so in both where both show areas of one level. Undo, link and saved
 * views are those of the first alone, and so are marks, which are computed for it. Returns what ends it.
 */
export function followFirst(first: AppStore, second: AppStore): () => void {
  const drawable = remember(
    (view: View): View => (view.hotspots || view.burden ? { ...view, hotspots: null, burden: false } : view),
  );
  const down = (state: AppState): void => {
    const { atlas, view, arrangement, hovered, presenting, language } = state;
    const before = second.getState();
    const asked = atlas && view && secondView(view, arrangement, atlas.manifest);
    const linked = isLinked(view, asked);
    const still = before.view?.level === asked?.level;
    const selected = linked && view ? view.selected : still ? (before.view?.selected ?? []) : [];
    second.setState({
      atlas,
      view: chosen(asked && drawable(asked), selected),
      hovered: linked ? hovered : still ? before.hovered : null,
      presenting,
      language,
    });
  };
  const up = (state: AppState, before: AppState): void => {
    const own = first.getState();
    if (!isLinked(own.view, state.view)) return;
    if (state.hovered !== before.hovered && state.hovered !== own.hovered)
      first.setState({ hovered: state.hovered });
    const selected = state.view?.selected;
    if (selected && selected !== before.view?.selected && selected !== own.view?.selected)
      setView(first, { selected });
  };
  down(first.getState());
  const stops = [first.subscribe(down), second.subscribe(up)];
  return () => {
    for (const stop of stops) stop();
  };
}

import { savedHere, showSaved, stepSaved } from './saved-views.ts';
import { type AppStore, stepPeriod } from './store.ts';

/** Panels away, the first saved view on the screen; the whole of it where the browser allows it. */
export function startPresentation(store: AppStore): void {
  store.setState({ presenting: true, blank: false, hovered: null, notice: null });
  const [first] = savedHere(store.getState());
  if (first) showSaved(store, first);
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function endPresentation(store: AppStore): void {
  store.setState({ presenting: false, blank: false });
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

/**
 * Goes through the saved views, or through the periods where there are none; a proposal is of one period, so that its
 * slide stays. A blank screen is shown again.
 */
function turn(store: AppStore, step: -1 | 1): void {
  store.setState({ blank: false });
  if (savedHere(store.getState()).length > 0) stepSaved(store, step);
  else if (store.getState().view?.room !== 'proposal') stepPeriod(store, step);
}

/** What a key, most often of a clicker, does in a presentation; false where it does nothing. */
export function stepSlide(store: AppStore, key: string, inMap: boolean): boolean {
  switch (key) {
    case ' ':
    case 'PageDown':
      turn(store, 1);
      return true;
    case 'PageUp':
      turn(store, -1);
      return true;
    case 'ArrowRight':
    case 'ArrowLeft':
      if (inMap) return false;
      turn(store, key === 'ArrowRight' ? 1 : -1);
      return true;
    case 'b':
    case 'B':
    case '.':
      store.setState(({ blank }) => ({ blank: !blank }));
      return true;
    // With it a clicker starts a presentation; here it would load the page again and lose what is open.
    case 'F5':
      return true;
    case 'Escape':
      endPresentation(store);
      return true;
    default:
      return false;
  }
}

import { savedHere, stepSaved } from './saved-views.ts';
import { type AppStore, stepPeriod } from './store.ts';

/** Panels away; the whole screen where the browser allows it. */
export function startPresentation(store: AppStore): void {
  store.setState({ presenting: true, hovered: null });
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function endPresentation(store: AppStore): void {
  store.setState({ presenting: false });
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

/**
 * What a key does in a presentation; false where it does nothing. Page Up and Page Down, the keys of a clicker, go
 * through the saved views, or through the periods where there are none; left and right always go through the periods.
 */
export function stepSlide(store: AppStore, key: string, inMap: boolean): boolean {
  const turn = savedHere(store.getState()).length > 0 ? stepSaved : stepPeriod;
  switch (key) {
    case 'PageDown':
      turn(store, 1);
      return true;
    case 'PageUp':
      turn(store, -1);
      return true;
    case 'ArrowRight':
    case 'ArrowLeft':
      if (inMap) return false;
      stepPeriod(store, key === 'ArrowRight' ? 1 : -1);
      return true;
    case 'Escape':
      endPresentation(store);
      return true;
    default:
      return false;
  }
}

import type { AppStore } from './store.ts';

/** Opens help at what the reader is doing; closes it where it is open. Nothing else changes. */
export function openHelp(store: AppStore): void {
  const { help, presenting, view } = store.getState();
  if (help !== null) store.setState({ help: null });
  else if (view) store.setState({ help: presenting ? 'presentation' : view.room });
}

const TEXT = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable]';

/** F1 and ? open help and close it again; a question mark that is being typed stays one. */
export function listenForHelp(store: AppStore, target: Window): void {
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'F1' && event.key !== '?') return;
      if (event.key === '?' && event.target instanceof Element && event.target.matches(TEXT)) return;
      event.preventDefault();
      event.stopPropagation();
      openHelp(store);
    },
    true,
  );
}

import type { View } from '#core/view.ts';
import { encodeView } from '#core/view-codec.ts';
import { dataKey } from '#picture/data-key.ts';
import type { Link } from '#picture/link-value.ts';
import { hashOf, linkOf, openLink } from './link.ts';
import type { AppStore } from './store.ts';

/** The fragment of the page's address, `#` included, and the browser's list of pages visited. */
export interface AddressBar {
  read(): string;
  push(hash: string): void;
  replace(hash: string): void;
  onChange(listener: () => void): void;
}

export function browserAddress(): AddressBar {
  return {
    read: () => location.hash,
    push: (hash) => history.pushState(null, '', hash),
    replace: (hash) => history.replaceState(null, '', hash),
    onChange: (listener) => addEventListener('hashchange', listener),
  };
}

/** Changes that follow each other faster are one step for the Back button. */
const PAUSE_MS = 300;

function sameQuestion(a: View, b: View): boolean {
  return encodeView({ ...a, selected: [] }) === encodeView({ ...b, selected: [] });
}

/**
 * Keeps address and view the same. A new question is a step for the Back button; a mere selection is not. Once the
 * first data stand, the address that the page was opened with is followed; a link for other data is told, and waits
 * until these are opened.
 */
export function followAddress(store: AppStore, bar: AddressBar): void {
  let data: string | null = null;
  let waiting: Link | null = null;
  let written: View | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (as: 'push' | 'replace') => {
    clearTimeout(timer);
    const { atlas, view, panels } = store.getState();
    if (!atlas || !view) return;
    const hash = hashOf(view, atlas, panels[view.room]);
    if (hash !== bar.read()) bar[as](hash);
    written = view;
  };

  const follow = (link: Link) => {
    const foreign = link.data !== null && link.data !== data;
    waiting = foreign ? link : null;
    openLink(store, link);
    if (!foreign) write('replace');
  };

  bar.onChange(() => {
    if (data === null) return;
    const link = linkOf(bar.read());
    if (link) follow(link);
    else write('replace');
  });

  store.subscribe((state, before) => {
    const { atlas, view } = state;
    if (!atlas || !view) return;
    const key = dataKey(atlas);
    if (key !== data) {
      const link = data === null ? linkOf(bar.read()) : waiting;
      data = key;
      if (link && (link !== waiting || link.data === key)) {
        follow(link);
        // The page was opened with this view: there is nothing to take back.
        store.setState({ past: [], future: [] });
      } else write('replace');
    } else if (view !== before.view || state.panels !== before.panels) {
      clearTimeout(timer);
      timer = setTimeout(() => write(written && sameQuestion(written, view) ? 'replace' : 'push'), PAUSE_MS);
    }
  });
}

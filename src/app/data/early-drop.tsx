import type { AppStore } from '#state/store.ts';
import { useWindowDrop } from './window-drop.ts';

const ignore = () => {};

/** Takes what is dropped before the file dialog is there to take it: the browser would leave the page for the file. */
export function EarlyDrop({ store }: { readonly store: AppStore }) {
  useWindowDrop(
    (files) => store.setState(({ brought }) => ({ importing: true, brought: [...brought, ...files] })),
    ignore,
  );
  return null;
}

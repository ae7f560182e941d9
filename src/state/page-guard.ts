import type { Tier } from '#core/dataset.ts';
import { isRecord, type MachineStorage, readKept, writeKept } from './machine-storage.ts';
import { isUnsaved } from './scenario.ts';
import type { AppState, AppStore } from './store.ts';

const OPENED_KEY = 'peta-sasaran/opened';
const TIERS: readonly Tier[] = ['example', 'internal', 'release'];

/** Whether something of the reader's would be gone with the page: data, what is laid over them, views, or what was decided. */
export function isLostWithPage(state: AppState): boolean {
  const { opened, atlas, places } = state;
  const open = opened !== null || atlas?.manifest.tier === 'internal';
  const laid = atlas?.dataset?.laid !== undefined || (atlas?.targets ?? []).length > 0;
  const data = (open && state.datasetKept !== 'kept') || atlas?.second !== undefined || laid;
  const { saved, savedKept, savedFiled } = state;
  const views = saved.length > 0 && !savedKept && saved !== savedFiled;
  return data || places.length > 0 || views || isUnsaved(state);
}

/** Asks before the page is left or loaded again with any of it. */
export function guardPage(store: AppStore, page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener('beforeunload', (event) => {
    if (isLostWithPage(store.getState())) event.preventDefault();
  });
}

function openedIn(value: unknown): AppState['opened'] {
  if (!isRecord(value) || typeof value.name !== 'string') return null;
  const tier = TIERS.find((one) => one === value.tier);
  return tier === undefined ? null : { name: value.name.slice(0, 200), tier };
}

/**
 * Keeps the name and tier of what the reader has opened for as long as the tab is there, no figure of it; and says after
 * the page was loaded again what was open before.
 */
export function keepOpened(store: AppStore, tab: MachineStorage | null): void {
  store.setState({ openedBefore: openedIn(readKept(tab, OPENED_KEY)) });
  store.subscribe((state, before) => {
    if (state.opened === before.opened && state.openedBefore === before.openedBefore) return;
    writeKept(tab, OPENED_KEY, state.opened ?? state.openedBefore);
  });
}

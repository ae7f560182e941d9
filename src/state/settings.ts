import { isRecord, type MachineStorage, readKept, writeKept } from './machine-storage.ts';
import type { AppState, AppStore } from './store.ts';

export const SETTINGS_KEY = 'peta-sasaran/settings';

type Settings = Pick<AppState, 'language' | 'folded'>;

/** Of what is kept, the parts that can be understood. */
function settingsOf(kept: unknown): Partial<Settings> {
  if (!isRecord(kept) || kept.version !== 1) return {};
  const { language, folded } = kept;
  return {
    ...(language === 'id' || language === 'en' ? { language } : {}),
    ...(isRecord(folded) ? { folded: { left: folded.left === true, right: folded.right === true } } : {}),
  };
}

/** Language and folded panels as they were left, from now on kept. */
export function keepSettings(store: AppStore, storage: MachineStorage | null): void {
  store.setState(settingsOf(readKept(storage, SETTINGS_KEY)));
  store.subscribe(({ language, folded }, before) => {
    if (language === before.language && folded === before.folded) return;
    writeKept(storage, SETTINGS_KEY, { version: 1, language, folded });
  });
}

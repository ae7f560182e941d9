import * as v from 'valibot';
import { type MachineStorage, readKept, writeKept } from './machine-storage.ts';
import type { AppState, AppStore } from './store.ts';

export const SETTINGS_KEY = 'peta-sasaran/settings';

type Settings = Pick<AppState, 'language' | 'folded'>;

const folded = v.fallback(v.boolean(), false);
const settings = v.object({
  version: v.literal(1),
  language: v.fallback(v.optional(v.picklist(['id', 'en'])), undefined),
  folded: v.fallback(v.optional(v.object({ left: folded, right: folded })), undefined),
});

/** Of what is kept, the parts that can be understood. */
function settingsOf(kept: unknown): Partial<Settings> {
  const read = v.safeParse(settings, kept);
  if (!read.success) return {};
  const { language, folded } = read.output;
  return { ...(language ? { language } : {}), ...(folded ? { folded } : {}) };
}

/** Language and folded panels as they were left, from now on kept. */
export function keepSettings(store: AppStore, storage: MachineStorage | null): void {
  store.setState(settingsOf(readKept(storage, SETTINGS_KEY)));
  store.subscribe(({ language, folded }, before) => {
    if (language === before.language && folded === before.folded) return;
    writeKept(storage, SETTINGS_KEY, { version: 1, language, folded });
  });
}

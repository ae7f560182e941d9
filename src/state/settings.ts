import * as v from 'valibot';
import { readKept, writeKept } from './machine-storage.ts';
import type { SharedMachine } from './shared-machine.ts';
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

function isFoldedAlike(one: Settings['folded'], other: Settings['folded']): boolean {
  return one.left === other.left && one.right === other.right;
}

/** Kept by a version after this one: left as it is. */
function isLater(kept: unknown): boolean {
  const read = v.safeParse(v.object({ version: v.number() }), kept);
  return read.success && read.output.version > 1;
}

/**
 * Language and folded panels as they were left, from now on kept. Of what another window has kept meanwhile, only what
 * this one changes is written over.
 */
export function keepSettings(store: AppStore, machine: SharedMachine): void {
  const { storage } = machine;
  store.setState(settingsOf(readKept(storage, SETTINGS_KEY)));
  store.subscribe(({ language, folded }, before) => {
    const change = {
      ...(language === before.language ? {} : { language }),
      ...(isFoldedAlike(folded, before.folded) ? {} : { folded }),
    };
    if (Object.keys(change).length === 0) return;
    machine.alone(() => {
      const kept = readKept(storage, SETTINGS_KEY);
      if (isLater(kept)) return;
      const now = store.getState();
      const settings = { language: now.language, folded: now.folded, ...settingsOf(kept), ...change };
      writeKept(storage, SETTINGS_KEY, { version: 1, ...settings });
    });
  });
}

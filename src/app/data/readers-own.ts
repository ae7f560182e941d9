import type { AppState } from '#state/store.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { shippedText } from '#words/shipped-text.ts';

/**
 * What the reader has brought, written or had kept, each in a line; none where only the example is there.
 * @param kept the title of the data that are kept on this computer; null where there are none.
 */
export function readersOwn(state: AppState, kept: string | null, words: Words, format: Format): string[] {
  const say = words.keeping.wipe;
  const { opened, atlas, places, surveys, saved, scenarios, aside } = state;
  const asides = Object.values(aside).reduce((sum, entries) => sum + (entries?.length ?? 0), 0);
  const counted = (n: number, line: (count: string) => string) => (n > 0 ? [line(format.count(n))] : []);
  return [
    ...(opened ? [say.open(shippedText(opened.name, words), words.tier[opened.tier])] : []),
    ...(kept === null ? [] : [say.kept(shippedText(kept, words))]),
    ...(atlas?.second ? [say.second(atlas.second.title)] : []),
    ...counted(places.length, say.places),
    ...(Object.keys(surveys).length > 0 ? [say.surveys] : []),
    ...counted(atlas?.targets?.length ?? 0, say.targets),
    ...counted(saved.length, say.views),
    ...counted(scenarios.length, say.proposals),
    ...counted(asides, say.aside),
  ];
}

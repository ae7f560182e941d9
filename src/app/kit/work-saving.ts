import { fileName } from '#report/file-name.ts';
import type { AppStore } from '#state/store.ts';
import { workFile } from '#state/work-file.ts';
import type { Words } from '#words/id.ts';
import { leave } from './way-out.ts';

/** Hands over what the reader has made, from the store alone: whatever part of the page is broken has no say in it. */
export function saveWork(store: AppStore, words: Words): void {
  const { scenarios, atlas } = store.getState();
  const say = words.keeping.broken;
  const tier = atlas?.manifest.tier ?? 'internal';
  // Reasons may hold figures; titles and questions do not.
  leave(scenarios.length > 0 ? tier : 'no-figures', (door) => {
    const parts = [atlas?.manifest.territory ?? '', say.file];
    const name = fileName({
      mark: scenarios.length > 0 ? words.export.marks[tier] : '',
      parts,
      ending: 'json',
    });
    const state = store.getState();
    door.hand(name, workFile(state, say.lastView), 'application/json');
    store.setState({ scenariosSaved: state.scenarios, savedFiled: state.saved });
  });
}

import type { AreaCode } from '#core/area.ts';
import type { Picture } from '#picture/picture.ts';
import { type AppStore, setView } from '#state/store.ts';

/** Codes of the areas for which the test holds. */
export function codesWhere({ geography }: Picture, test: (index: number) => boolean): readonly AreaCode[] {
  return geography.areas.filter((_, i) => test(i)).map(({ code }) => code);
}

/** Whether exactly these areas are selected. */
export function areSelected({ view }: Picture, codes: readonly AreaCode[]): boolean {
  const selected = new Set(view.selected);
  return codes.length > 0 && codes.length === selected.size && codes.every((code) => selected.has(code));
}

/** Selects these areas; once more, and nothing is selected. */
export function toggleAreas(store: AppStore, picture: Picture, codes: readonly AreaCode[]): void {
  setView(store, { selected: areSelected(picture, codes) ? [] : codes });
}

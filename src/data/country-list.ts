import { type AreaList, parseAreaList } from '#core/area-list.ts';

let loaded: Promise<AreaList | null> | null = null;

/**
 * The country's list of villages, fetched with the first file of boundaries (about 415 kB gzip). Null where it cannot
 * be fetched: files with codes of their own are read without it.
 */
export function loadAreaList(): Promise<AreaList | null> {
  loaded ??= import('./area-list.json').then(
    ({ default: { list } }) => parseAreaList(list),
    () => {
      loaded = null;
      return null;
    },
  );
  return loaded;
}

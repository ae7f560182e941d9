import { type AreaList, type ListNames, listNames, parseAreaList } from '#core/area-list.ts';

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

const searches = new WeakMap<AreaList, ListNames>();

/** The names of a list ready to be looked up, made once. */
export function searchOf(list: AreaList): ListNames {
  const known = searches.get(list) ?? listNames(list);
  searches.set(list, known);
  return known;
}

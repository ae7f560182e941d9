import { loadAreaList } from '#data/country-list.ts';
import type { ListedVillage } from '#data/table-ground.ts';
import { listedVillages } from '#data/tile-ground.ts';

/** Every village of the country with its district and regency. */
export async function countryList(): Promise<readonly ListedVillage[]> {
  const list = await loadAreaList();
  if (list === null) throw new Error('the list of villages cannot be read');
  return listedVillages(list);
}

import { dottedCode } from '#core/area-codes.ts';
import { loadAreaList } from '#data/country-list.ts';
import type { ListedVillage } from '#data/table-ground.ts';

/** Every village of the country with its district and regency. */
export async function countryList(): Promise<readonly ListedVillage[]> {
  const list = await loadAreaList();
  if (list === null) throw new Error('the list of villages cannot be read');
  return list.villages.map(({ digits, name, district }) => ({
    code: dottedCode(digits),
    name,
    district: list.districts[district]?.name ?? '',
    regency: list.regencies.get(digits.slice(0, 4))?.name ?? '',
  }));
}

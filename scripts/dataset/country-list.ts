import { getDistricts, getRegencies, getVillages } from 'idn-area-data';
import type { ListedVillage } from '#data/table-ground.ts';

function words(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s(.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Every village of the country with its district and regency. */
export async function countryList(): Promise<readonly ListedVillage[]> {
  const [villages, districts, regencies] = await Promise.all([getVillages(), getDistricts(), getRegencies()]);
  const regency = new Map(regencies.map(({ code, name }) => [code, words(name)]));
  const district = new Map(
    districts.map(({ code, name, regency_code }) => [
      code,
      { name, regency: regency.get(regency_code) ?? '' },
    ]),
  );
  return villages.map(({ code, name, district_code }) => ({
    code,
    name,
    district: district.get(district_code)?.name ?? '',
    regency: district.get(district_code)?.regency ?? '',
  }));
}

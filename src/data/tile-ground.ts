import { dottedCode } from '#core/area-codes.ts';
import { type AreaList, regencyName } from '#core/area-list.ts';
import { type ReadTerritory, tiledTerritory } from './boundary-territory.ts';
import type { ReadFile } from './office-file.ts';
import { groundOfList, type ListedVillage } from './table-ground.ts';

const listed = new WeakMap<AreaList, readonly ListedVillage[]>();

/** Every village of the country with its district and regency, as tables are held against it; made once of a list. */
export function listedVillages(list: AreaList): readonly ListedVillage[] {
  const known = listed.get(list);
  if (known) return known;
  const made = list.villages.map(({ digits, name, district }) => ({
    code: dottedCode(digits),
    name,
    district: list.districts[district]?.name ?? '',
    regency: list.regencies.get(digits.slice(0, 4))?.name ?? '',
  }));
  listed.set(list, made);
  return made;
}

/**
 * The villages of the regency that tables are of, drawn as tiles: what stands in for boundaries that nobody has opened.
 * All of the regency, so that those without a row are seen not to have reported. Null where the tables name no regency.
 */
export function tileGround(files: readonly ReadFile[], list: AreaList): ReadTerritory | null {
  const found = groundOfList(files, listedVillages(list));
  if (found === null) return null;
  const digits = found.villages.areas.map(({ code }) => code.replaceAll('.', ''));
  const name = regencyName(list, digits[0] ?? '') ?? found.name;
  return tiledTerritory(list, digits, name, found.villages.source);
}

import { householdColumns } from '#core/household-points.ts';
import { headerWords } from '#core/personal-header.ts';
import { serviceKindIn } from '#core/places.ts';
import type { Problem } from '#core/problem.ts';
import type { PlaceList } from './place-reading.ts';
import { isPlaceSheet, listIn } from './place-table.ts';
import type { RawSheet } from './raw-table.ts';

/** The address of whatever is listed, not of where somebody lives. */
const ADDRESS = /^(?:alamat|address)(?: (?:lengkap|jalan))?$/;
const NAME = /(?:^| )(?:nama|name|nm)(?: |$)/;
const AREA =
  /(?:^| )(?:kelurahan|kel|desa|kecamatan|kec|kabupaten|kab|kota|provinsi|prov|wilayah|village|district)(?: |$)/;

/**
 * Whether a list is of services by its own rows, whatever the file is called: three rows of four say which service
 * they are, names mostly differ, and no other column names something. People who are listed with their Posyandu repeat
 * it. A convention of ours, meant to err towards refusing.
 */
function listsServices({ header, rows, name, kind }: PlaceList): boolean {
  const heads = header.map(headerWords);
  if (name === null || rows.length === 0) return false;
  const named = (words: string, c: number) =>
    c !== name && NAME.test(words) && !AREA.test(words) && serviceKindIn(words) === null;
  if (heads.some(named)) return false;
  const names = rows.map((row) => (row[name] ?? '').trim().toLowerCase()).filter((text) => text !== '');
  if (new Set(names).size * 2 < names.length) return false;
  if (serviceKindIn(heads[name] ?? '') !== null) return true;
  const said = rows.filter((row) => [row[kind ?? name], row[name]].some((text) => serviceKindIn(text ?? '')));
  return said.length * 4 >= rows.length * 3;
}

/**
 * Notes on columns of addresses that are left out of a list of services; null where the file is to be refused: there is
 * more that is personal, or the places may be homes.
 */
export function addressesLeftOut(
  personal: readonly Problem[],
  listOf: (at: Problem['at']) => PlaceList | null,
): readonly Problem[] | null {
  const excused = personal.every(({ code, at }) => {
    if (code !== 'personal/named-column' || !ADDRESS.test(headerWords(at?.column ?? ''))) return false;
    const list = listOf(at);
    return list !== null && listsServices(list) && householdColumns(list).length === 0;
  });
  if (!excused) return null;
  return personal.map(({ at }) => ({ code: 'places/address-left-out', severity: 'note', ...(at && { at }) }));
}

/** As above, of the sheets that are shown: in a hidden one nothing is excused. */
export function sheetAddressesLeftOut(
  personal: readonly Problem[],
  shown: readonly RawSheet[],
  file: string,
): readonly Problem[] | null {
  return addressesLeftOut(personal, (at) => {
    const sheet = shown.find(({ name }) => name === (at?.sheet ?? ''));
    return sheet && isPlaceSheet(sheet, file) ? listIn(sheet) : null;
  });
}

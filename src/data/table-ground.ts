import type { Area, Territory } from '#core/area.ts';
import { areaCode } from '#core/area.ts';
import { readCode } from '#core/area-codes.ts';
import { normalizeDistrictName, normalizeVillageName, writtenParts } from '#core/area-names.ts';
import { buildTerritory } from '#core/territory.ts';
import type { ReadFile } from './office-file.ts';
import { layOut } from './table-layout.ts';

/** A village of the country's list, with what it lies in. */
export interface ListedVillage {
  /** Dotted, as Kemendagri writes it. */
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly regency: string;
}

interface ListedKeys {
  readonly regency: string;
  readonly regencyWords: string;
  readonly village: string;
  readonly district: string;
}

const keysOfLists = new WeakMap<readonly ListedVillage[], readonly ListedKeys[]>();

/** The list normalized, once. */
function keysOf(list: readonly ListedVillage[]): readonly ListedKeys[] {
  const known = keysOfLists.get(list);
  if (known) return known;
  const keys = list.map(
    ({ code, name, district, regency }): ListedKeys => ({
      regency: regencyOf(code),
      regencyWords: plain(regency),
      village: normalizeVillageName(name),
      district: normalizeDistrictName(district),
    }),
  );
  keysOfLists.set(list, keys);
  return keys;
}

const regencyOf = (code: string): string => code.replace(/\D/g, '').slice(0, 4);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** What the tables say of where they are: codes and names in their columns, and their titles. */
interface Clues {
  readonly regencies: ReadonlySet<string>;
  readonly villages: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
  readonly titles: string;
}

function cluesOf(files: readonly ReadFile[]): Clues {
  const regencies = new Set<string>();
  const villages = new Set<string>();
  const districts = new Set<string>();
  const titles: string[] = [];
  for (const file of files) {
    if (file.kind !== 'table') continue;
    for (const sheet of file.sheets) {
      const laid = layOut(sheet, file.name);
      const { columns, dataRow, titles: own } = laid.recognition;
      titles.push(...own);
      districts.add(normalizeDistrictName(sheet.name));
      const unnamed = !columns.some(({ role }) => role === 'name' || role.startsWith('code'));
      for (const row of laid.sheet.rows.slice(dataRow - 1)) {
        for (const { index, role } of columns) {
          const cell = (row[index] ?? '').trim();
          const code = role.startsWith('code') || role === 'districtCode' ? readCode(cell) : null;
          if (code && 'digits' in code && code.digits.length >= 4) regencies.add(code.digits.slice(0, 4));
          if ((role === 'district' || role === 'name') && cell !== '')
            districts.add(normalizeDistrictName(cell));
          if (role === 'name' || role === 'ignored')
            titles.push(cell.length < 40 && /^(?:kota|kab)/i.test(cell) ? cell : '');
          const mayName = role === 'name' || (unnamed && role === 'ignored');
          if (!mayName || !/\p{L}/u.test(cell)) continue;
          villages.add(normalizeVillageName(cell));
          const parts = writtenParts(cell);
          if (parts === null) continue;
          villages.add(normalizeVillageName(parts.name));
          if (parts.district !== '') districts.add(normalizeDistrictName(parts.district));
          const within = readCode(parts.digits);
          if ('digits' in within) regencies.add(within.digits.slice(0, 4));
        }
      }
    }
  }
  return { regencies, villages, districts, titles: ` ${titles.map(plain).join(' ')} ` };
}

/**
 * The regency of the country's list that tables without boundaries are of: the one their codes name, else the one that
 * has most of their villages and districts, a title that names it counting for more. Null where two have as many, or
 * less than half of the names are of one.
 */
export function groundOfList(files: readonly ReadFile[], list: readonly ListedVillage[]): Territory | null {
  const clues = cluesOf(files);
  const score = new Map<string, { villages: Set<string>; districts: Set<string>; named: boolean }>();
  for (const { regency, regencyWords, village, district } of keysOf(list)) {
    const found = score.get(regency) ?? {
      villages: new Set(),
      districts: new Set(),
      named: clues.titles.includes(` ${regencyWords} `),
    };
    score.set(regency, found);
    if (clues.villages.has(village)) found.villages.add(village);
    if (clues.districts.has(district)) found.districts.add(district);
  }
  const byCode = [...clues.regencies].filter((regency) => score.has(regency));
  const [only] = byCode;
  if (only !== undefined && byCode.length === 1) return territoryOf(list, only);
  const points = ([, { villages, districts, named }]: readonly [
    string,
    { villages: Set<string>; districts: Set<string>; named: boolean },
  ]): number => villages.size + districts.size + (named ? 2 + clues.villages.size / 2 : 0);
  const ranked = [...score]
    .filter(([regency]) => byCode.length === 0 || byCode.includes(regency))
    .sort((a, b) => points(b) - points(a));
  const [best, next] = ranked;
  if (!best || points(best) === 0 || (next && points(next) === points(best))) return null;
  return territoryOf(list, best[0]);
}

function territoryOf(list: readonly ListedVillage[], regency: string): Territory {
  const own = list.filter(({ code }) => regencyOf(code) === regency);
  const place = { centroid: [Number.NaN, Number.NaN], surfaceKm2: Number.NaN } as const;
  const districts = new Map(own.map(({ code, district }) => [code.slice(0, 8), district]));
  const source = { publisher: '', title: '', url: '', license: '', retrieved: '' };
  const villages = own.map(
    ({ code, name }): Area => ({ code: areaCode(code), name, parent: areaCode(code.slice(0, 8)), ...place }),
  );
  const upper = [...districts].map(
    ([code, name]): Area => ({ code: areaCode(code), name, parent: null, ...place }),
  );
  return buildTerritory(own[0]?.regency ?? '', villages, upper, source, '');
}

import { likenessOf, nameForms, normalizeDistrictName, normalizeVillageName } from './area-names.ts';

/** A village of the country's list: ten digits (Kemendagri, without dots), its name, and its district's position. */
export interface ListedVillage {
  readonly digits: string;
  readonly name: string;
  readonly district: number;
}

/** A district (six digits) or regency (four) of the list. */
export interface ListedUpper {
  readonly digits: string;
  readonly name: string;
}

/** All villages of the country in the order of their codes (Kemendagri). */
export interface AreaList {
  readonly villages: readonly ListedVillage[];
  readonly districts: readonly ListedUpper[];
  readonly regencies: ReadonlyMap<string, ListedUpper>;
  readonly provinces: ReadonlyMap<string, string>;
  readonly byCode: ReadonlyMap<string, ListedVillage>;
  readonly districtByCode: ReadonlyMap<string, ListedUpper>;
}

/**
 * Writes the list as text: a line `=53 name` a province, `-71 name` a regency, `+01 name|...` a district with its
 * villages; a village's four digits stand before its name (`1007:name`) only where they do not follow its neighbor's.
 */
export function writeAreaList(
  provinces: readonly ListedUpper[],
  regencies: readonly ListedUpper[],
  districts: readonly ListedUpper[],
  villages: readonly { readonly digits: string; readonly name: string }[],
): string {
  const lines: string[] = [];
  const byDistrict = new Map<string, { readonly digits: string; readonly name: string }[]>();
  for (const village of villages) {
    const key = village.digits.slice(0, 6);
    const list = byDistrict.get(key);
    if (list) list.push(village);
    else byDistrict.set(key, [village]);
  }
  const inside = (upper: ListedUpper, all: readonly ListedUpper[]) =>
    all.filter(({ digits }) => digits.startsWith(upper.digits));
  for (const province of provinces) {
    lines.push(`=${province.digits} ${province.name}`);
    for (const regency of inside(province, regencies)) {
      lines.push(`-${regency.digits.slice(2)} ${regency.name}`);
      for (const district of inside(regency, districts)) {
        let next = '';
        const entries = (byDistrict.get(district.digits) ?? []).map(({ digits, name }) => {
          const own = digits.slice(6);
          const entry = own === next ? name : `${own}:${name}`;
          next = String(Number(own) + 1).padStart(4, '0');
          return entry;
        });
        lines.push(`+${[`${district.digits.slice(4)} ${district.name}`, ...entries].join('|')}`);
      }
    }
  }
  return lines.join('\n');
}

/** Reads what {@link writeAreaList} wrote. Cost: linear; about 84,000 villages. */
export function parseAreaList(text: string): AreaList {
  const villages: ListedVillage[] = [];
  const districts: ListedUpper[] = [];
  const regencies = new Map<string, ListedUpper>();
  const provinces = new Map<string, string>();
  let province = '';
  let regency = '';
  for (const line of text.split('\n')) {
    const digits = line.slice(1, 3);
    if (line.startsWith('=')) {
      province = digits;
      provinces.set(province, line.slice(4));
    } else if (line.startsWith('-')) {
      regency = province + digits;
      regencies.set(regency, { digits: regency, name: line.slice(4) });
    } else if (line.startsWith('+')) {
      const [name = '', ...entries] = line.slice(4).split('|');
      const district = districts.push({ digits: regency + digits, name }) - 1;
      let next = 0;
      for (const entry of entries) {
        const numbered = /^\d{4}:/.test(entry);
        const own = numbered ? Number(entry.slice(0, 4)) : next;
        next = own + 1;
        const code = regency + digits + String(own).padStart(4, '0');
        villages.push({ digits: code, name: numbered ? entry.slice(5) : entry, district });
      }
    }
  }
  return {
    villages,
    districts,
    regencies,
    provinces,
    byCode: new Map(villages.map((village) => [village.digits, village])),
    districtByCode: new Map(districts.map((district) => [district.digits, district])),
  };
}

/** Name of the regency of a code of four digits or more, or null. 'KOTA KUPANG' is given as 'Kota Kupang'. */
export function regencyName(list: AreaList, digits: string): string | null {
  const name = list.regencies.get(digits.slice(0, 4))?.name;
  return name === undefined
    ? null
    : name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/**
 * What a written name was taken for in the whole country. `found`: equal after normalization, and no other village
 * of the districts meant bears it. `ambiguous` and `unknown` name no village: their candidates are for the reader.
 */
export type ListMatch =
  | { readonly kind: 'found'; readonly village: ListedVillage }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly candidates: readonly ListedVillage[] };

/** Village names of the country, ready to be looked up. */
export interface ListNames {
  /**
   * @param district name as written; '' where the file has none: then only a name borne once is found.
   * @param regency name as written, four digits, or ''.
   * @param suggest false leaves out the candidates of unknown names, which are what costs.
   */
  find(name: string, district: string, regency: string, suggest?: boolean): ListMatch;
  /** Whether any district of the country bears the name. */
  isDistrict(name: string): boolean;
  isRegency(name: string): boolean;
  /** Every village that bears the name. */
  named(name: string): readonly ListedVillage[];
}

const CANDIDATES = 5;

/** 'Kab. Kupang' and 'KABUPATEN KUPANG' alike, 'Kupang (Kota)' and 'Kota Kupang'; 'Kupang' alone may be both. */
function regencyKey(text: string): { readonly kind: 'kota' | 'kabupaten' | ''; readonly key: string } {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(.+) (kota|kab(?:upaten)?)$/, '$2 $1');
  const kind = /^(?:kota|kotamadya)\b/.test(words)
    ? 'kota'
    : /^kab(?:upaten)?\b/.test(words)
      ? 'kabupaten'
      : '';
  const bare = words.replace(/^(?:kota(?:madya)? |kab(?:upaten)? )*(?:adm(?:inistrasi)? )?/, '');
  return { kind, key: bare.replace(/ /g, '') };
}

/** Cost: linear in the villages of the country, once. */
export function listNames(list: AreaList): ListNames {
  const byKey = new Map<string, ListedVillage[]>();
  for (const village of list.villages) {
    const key = normalizeVillageName(village.name);
    const same = byKey.get(key);
    if (same) same.push(village);
    else byKey.set(key, [village]);
  }
  const districtKeys = list.districts.map(({ name }) => normalizeDistrictName(name));
  const districtsNamed = new Map<string, number[]>();
  districtKeys.forEach((key, d) => {
    districtsNamed.set(key, [...(districtsNamed.get(key) ?? []), d]);
  });
  const firstOf = new Map<number, number>();
  list.villages.forEach(({ district }, v) => {
    if (!firstOf.has(district)) firstOf.set(district, v);
  });
  const regencyKeys = new Map([...list.regencies].map(([digits, { name }]) => [digits, regencyKey(name)]));

  const inRegency = (district: number, regency: string): boolean => {
    if (regency === '') return true;
    const own = (list.districts[district]?.digits ?? '').slice(0, 4);
    if (/^\d{4}$/.test(regency)) return own === regency;
    const [meant, known] = [regencyMeant(regency), regencyKeys.get(own)];
    return known !== undefined && known.key === meant.key && (meant.kind === '' || known.kind === meant.kind);
  };
  const knownKeys = new Set([...regencyKeys.values()].map(({ key }) => key));
  /** 'KotaKupang', as GADM writes it, is no regency of that name, but one without the word before it is. */
  const regencyMeant = (text: string): ReturnType<typeof regencyKey> => {
    const own = regencyKey(text);
    const squeezed = /^(kota|kabupaten|kab)(?=.)/.exec(own.key)?.[0];
    if (own.kind !== '' || knownKeys.has(own.key) || squeezed === undefined) return own;
    const key = own.key.slice(squeezed.length);
    return knownKeys.has(key) ? { kind: squeezed === 'kota' ? 'kota' : 'kabupaten', key } : own;
  };
  const named = (name: string): readonly ListedVillage[] => {
    const [whole, bare] = nameForms(name);
    return byKey.get(whole) ?? (bare === undefined ? undefined : byKey.get(bare)) ?? [];
  };
  const districtsMeant = (district: string, regency: string): readonly number[] => {
    const digits = district.replace(/\D/g, '');
    const byCode = digits.length === 6 ? list.districts.findIndex((one) => one.digits === digits) : -1;
    const meant = byCode >= 0 ? [byCode] : (districtsNamed.get(normalizeDistrictName(district)) ?? []);
    return meant.filter((d) => inRegency(d, regency));
  };
  const villagesOf = (district: number): readonly ListedVillage[] => {
    const found: ListedVillage[] = [];
    for (let v = firstOf.get(district) ?? list.villages.length; ; v++) {
      const village = list.villages[v];
      if (village?.district !== district) return found;
      found.push(village);
    }
  };
  const likeliest = (name: string, districts: readonly number[]): readonly ListedVillage[] =>
    districts
      .flatMap(villagesOf)
      .flatMap((village) => {
        const likeness = likenessOf(name, village.name);
        return likeness === null ? [] : [{ village, likeness }];
      })
      .sort((a, b) => a.likeness - b.likeness)
      .slice(0, CANDIDATES)
      .map(({ village }) => village);

  return {
    named,
    isDistrict: (name) => districtsNamed.has(normalizeDistrictName(name)),
    isRegency: (name) => {
      return knownKeys.has(regencyMeant(name).key);
    },
    find(name, district, regency, suggest = true) {
      const same = named(name);
      const within = district.trim() === '' ? null : districtsMeant(district, regency);
      const meant = same.filter(({ district: d }) =>
        within === null ? inRegency(d, regency) : within.includes(d),
      );
      const [only, second] = meant;
      if (only !== undefined && second === undefined) return { kind: 'found', village: only };
      if (second !== undefined) return { kind: 'ambiguous', candidates: meant.slice(0, CANDIDATES) };
      if (!suggest) return { kind: 'unknown', candidates: [] };
      const near = within === null ? [] : likeliest(name, within);
      const elsewhere = same.filter(({ district: d }) => !near.some((v) => v.district === d));
      const key = normalizeDistrictName(district);
      // Those of the same regency first, then those of a district of the same name in another.
      const rank = ({ district: d }: ListedVillage): number =>
        inRegency(d, regency) ? 0 : districtKeys[d] === key ? 1 : 2;
      const likely = elsewhere.filter((village) => rank(village) < 2).sort((a, b) => rank(a) - rank(b));
      return { kind: 'unknown', candidates: [...near, ...likely].slice(0, CANDIDATES) };
    },
  };
}

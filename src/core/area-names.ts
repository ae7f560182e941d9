import type { AreaCode, AreaIndex, Territory } from './area.ts';

/** Villages of a territory by normalized name, and its districts likewise. */
export interface NameIndex {
  readonly territory: Territory;
  /** Normalized name by area index. */
  readonly keys: readonly string[];
  /** Initials of its words, and its old spellings folded, by area index: for suggestions. */
  readonly initials: readonly string[];
  readonly folded: readonly string[];
  readonly villages: ReadonlyMap<string, readonly AreaIndex[]>;
  readonly districts: ReadonlyMap<string, readonly number[]>;
}

/**
 * What a written name was taken for. `exact`: equal after normalization; `variant` where it is not written as in the
 * territory. `decided`: by the reader's own table of equivalents. `ambiguous` and `unknown` name no area: their
 * candidates are for the reader to choose from, the likeliest first.
 */
export type NameMatch =
  | { readonly kind: 'exact'; readonly area: AreaIndex; readonly variant: boolean }
  | { readonly kind: 'decided'; readonly area: AreaIndex }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly AreaIndex[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly AreaIndex[] };

const VILLAGE_PREFIXES = new Set(
  'kel kelurahan desa ds nama gampong gp nagari kalurahan pekon tiyuh ohoi lembang'.split(' '),
);
/** Words for a village that are as often a part of its name (Kampung Baru): left out only where it fits so alone. */
const LOOSE_PREFIXES = new Set('kampung kampong kmp kp negeri'.split(' '));
const DISTRICT_PREFIXES = new Set(['kec', 'kecamatan', 'distrik', 'kapanewon', 'kemantren']);
const NUMERALS: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  enam: '6',
  tujuh: '7',
  delapan: '8',
  sembilan: '9',
  sepuluh: '10',
};

/** Long tables say the same names again and again: so many of them are kept in mind, then forgotten together. */
const REMEMBERED = 50_000;

function remembered(normalize: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = normalize(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, now);
    return now;
  };
}

function wordsOf(text: string, prefixes: ReadonlySet<string>): readonly string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    // Namosain (Kel.), (K) Bello: what kind of village it is, beside its name.
    .replace(/\(\s*(?:kel|kelurahan|k|desa|ds|d)\.?\s*\)/gi, ' ')
    // BakunaseDua, as GADM squeezes names; capitals alone stay (PakamIII may be I II).
    .replace(/(\p{Ll})(\p{Lu})(?=\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let first = 0;
  while (first < words.length - 1 && prefixes.has(words[first] ?? '')) first++;
  return words
    .slice(first)
    .map((word, k) => (k === 0 ? word : (NUMERALS[word] ?? word.replace(/^0+(?=\d)/, ''))));
}

/**
 * A village name with everything left out that offices write differently: case, accents, punctuation, hyphens, spaces
 * (Tode Kisar, Todekisar), the prefixes Kel., Kelurahan and Desa, and Roman, written or zero-padded numerals after
 * the first word (Bakunase II, Bakunase Dua, Bakunase 2). '' for a name without letters or digits.
 */
export const normalizeVillageName = remembered((text) => wordsOf(text, VILLAGE_PREFIXES).join(''));

/** The keys under which a village name may be kept: whole, then without a leading Kampung or Negeri where it has one. */
export function nameForms(text: string): readonly [whole: string, ...bare: string[]] {
  const [first = '', ...others] = wordsOf(text, VILLAGE_PREFIXES);
  const whole = [first, ...others].join('');
  return LOOSE_PREFIXES.has(first) && others.length > 0 ? [whole, others.join('')] : [whole];
}

/** A name with what else stands in its cell: digits of a code before it, a district after it; '' where there is none. */
export interface WrittenParts {
  readonly name: string;
  readonly district: string;
  readonly digits: string;
}

const CODED = /^((?:\d{2}\.\d{1,2}\.\d{1,2}\.\d{4})|\d{10})[\s:/|)–—-]*(?=\p{L})/u;
const NUMBERED = /^\d{1,3}\s*[.)]\s*(?=\p{L})/u;
const PLACED =
  /^(.+?)\s*(?:[,;/|(]|\s[–—-]\s|\s(?=kec(?:amatan)?\b))\s*(?:(?:kec(?:amatan)?|distrik)\b[.:]?\s*)?([^,;/|()]+?)\)?$/iu;

/**
 * Takes apart a cell that says more than a name: `53.71.01.1001 - Namosain`, `3. Namosain`, `Kel. Namosain / Kec. Alak`.
 * Null where it says nothing more. Whether the parts are what they seem is for the territory to say.
 */
export function writtenParts(text: string): WrittenParts | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const code = CODED.exec(plain);
  const rest = code ? plain.slice(code[0].length) : plain.replace(NUMBERED, '');
  const [, name = rest, district = ''] = PLACED.exec(rest) ?? [];
  const digits = code?.[1] ?? '';
  return name === plain ? null : { name, district, digits };
}

/** The same for a district: prefixes Kec. and Kecamatan. */
export const normalizeDistrictName = remembered((text) => wordsOf(text, DISTRICT_PREFIXES).join(''));

/** Cost: linear in the number of areas. */
export function nameIndex(territory: Territory): NameIndex {
  const villages = new Map<string, AreaIndex[]>();
  const keys = territory.villages.areas.map((area) => normalizeVillageName(area.name));
  keys.forEach((key, i) => {
    const list = villages.get(key);
    if (list) list.push(i as AreaIndex);
    else villages.set(key, [i as AreaIndex]);
  });
  const districts = new Map<string, number[]>();
  territory.districts.areas.forEach((area, d) => {
    const key = normalizeDistrictName(area.name);
    districts.set(key, [...(districts.get(key) ?? []), d]);
  });
  return {
    territory,
    keys,
    initials: territory.villages.areas.map(initialsOf),
    folded: keys.map(foldSpelling),
    villages,
    districts,
  };
}

/** The districts a written district name or code means; empty where it means none of the territory. */
export function matchDistricts(index: NameIndex, written: string): readonly number[] {
  const byName = index.districts.get(normalizeDistrictName(written));
  if (byName) return byName;
  const digits = written.replace(/\D/g, '');
  if (digits.length < 6) return [];
  const found = index.territory.districts.areas.findIndex((area) => area.code.replace(/\D/g, '') === digits);
  return found < 0 ? [] : [found];
}

/** Key of a reader's decision: the name as written, and the district as written where the table gives one. */
export function decisionKey(name: string, district: string): string {
  const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ');
  return squeeze(district) === '' ? squeeze(name) : `${squeeze(name)} / ${squeeze(district)}`;
}

/**
 * Finds the village a written name means: never by likeness, only by equality after normalization or by the reader's
 * decision. A district given must be that of the village; an unknown district makes the name unknown too.
 * @param district name or code as written, '' where the table has none.
 * @param decisions by {@link decisionKey}; a key without a district holds for every district.
 * @param suggest false leaves out the candidates of unknown names, which are what costs.
 */
export function matchVillageName(
  index: NameIndex,
  written: string,
  district: string,
  decisions: ReadonlyMap<string, AreaCode>,
  suggest = true,
): NameMatch {
  const decided = decisions.get(decisionKey(written, district)) ?? decisions.get(decisionKey(written, ''));
  const area = decided === undefined ? undefined : index.territory.villages.indexOf.get(decided);
  if (area !== undefined) return { kind: 'decided', area };
  const named = villagesNamed(index, written);
  const within = district.trim() === '' ? null : matchDistricts(index, district);
  const kept =
    within === null ? named : named.filter((i) => within.includes(index.territory.districtOf[i] ?? -1));
  const [only, second] = kept;
  if (second !== undefined) return { kind: 'ambiguous', candidates: kept };
  if (only !== undefined) return { kind: 'exact', area: only, variant: isVariant(index, written, only) };
  return { kind: 'unknown', candidates: suggest ? suggestVillages(index, written, within) : [] };
}

/** By the whole name, else without a leading Kampung or Negeri. */
function villagesNamed(index: NameIndex, written: string): readonly AreaIndex[] {
  const [whole, bare] = nameForms(written);
  return index.villages.get(whole) ?? (bare === undefined ? undefined : index.villages.get(bare)) ?? [];
}

function isVariant(index: NameIndex, written: string, area: AreaIndex): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(written) !== plain(index.territory.villages.areas[area]?.name ?? '');
}

/** At most this many candidates are offered for a name that fits none. */
const SUGGESTIONS = 3;

/**
 * Villages a written name may mean, the likeliest first: the same name in another district, initials (LLBK), then
 * the smallest edit distance after folding old spellings (oe, dj, tj, double letters), no more than a quarter of the
 * name. Villages of the districts given come before others. Cost: villages times the square of the name length.
 */
export function suggestVillages(
  index: NameIndex,
  written: string,
  districts: readonly number[] | null,
): readonly AreaIndex[] {
  const key = normalizeVillageName(written);
  if (key === '') return [];
  const folded = foldSpelling(key);
  const scored: { area: AreaIndex; score: number }[] = [];
  for (let i = 0; i < index.keys.length; i++) {
    const inside = districts === null || districts.includes(index.territory.districtOf[i] ?? -1);
    const distance = nearness(index, key, folded, i);
    if (distance !== null) scored.push({ area: i as AreaIndex, score: distance + (inside ? 0 : 0.5) });
  }
  return scored
    .sort((a, b) => a.score - b.score || a.area - b.area)
    .slice(0, SUGGESTIONS)
    .map(({ area }) => area);
}

/** LLBK of Lai Lai Bisi Kopan; '' for a single word. */
function initialsOf({ name }: { readonly name: string }): string {
  const words = wordsOf(name, VILLAGE_PREFIXES);
  return words.length > 1 ? words.map((word) => word[0]).join('') : '';
}

/** Distance of a name from that of village i, or null where it is too far to be meant. */
function nearness(index: NameIndex, key: string, folded: string, i: number): number | null {
  if (key === index.initials[i]) return 0;
  return distanceOf(key, folded, index.keys[i] ?? '', index.folded[i] ?? '');
}

function distanceOf(key: string, folded: string, name: string, nameFolded: string): number | null {
  if (key === name) return 0;
  const limit = Math.max(1, Math.floor(Math.max(key.length, name.length) / 4));
  if (Math.abs(key.length - name.length) > limit * 2) return null;
  const distance = Math.min(editDistance(key, name), editDistance(folded, nameFolded) + 0.25);
  return distance <= limit + 0.25 && distance < name.length / 2 ? distance : null;
}

/**
 * How far a written name is from a village's, for suggestions only: 0 for equal names and for initials (LLBK), else
 * the edit distance as in {@link suggestVillages}; null where it is too far to be meant.
 */
export function likenessOf(written: string, name: string): number | null {
  const [key, official] = [normalizeVillageName(written), normalizeVillageName(name)];
  if (key === '' || key === initialsOf({ name })) return key === '' ? null : 0;
  return distanceOf(key, foldSpelling(key), official, foldSpelling(official));
}

function foldSpelling(key: string): string {
  return key.replace(/oe/g, 'u').replace(/dj/g, 'j').replace(/tj/g, 'c').replace(/(.)\1/g, '$1');
}

/** Optimal string alignment distance (Damerau, 1964): insertions, deletions, substitutions, adjacent swaps. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

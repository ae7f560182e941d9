import type { AreaList } from '#core/area-list.ts';
import { listNames } from '#core/area-list.ts';
import { normalizeVillageName } from '#core/area-names.ts';
import { matchNames } from '#data/boundary-matching.ts';

/**
 * How offices write a name otherwise than the list: the same letters with other spaces, signs, cases, prefixes or
 * numerals, which must be found; and other letters, which must be asked about. The kinds are those of real variants.
 */
export type Dirt = 'writing' | 'spelling';

const NUMERALS = [
  ['I', 'Satu', '1'],
  ['II', 'Dua', '2'],
  ['III', 'Tiga', '3'],
  ['IV', 'Empat', '4'],
  ['V', 'Lima', '5'],
] as const;

function otherNumeral(name: string, k: number): string {
  const words = name.split(' ');
  const last = words.at(-1)?.toLowerCase() ?? '';
  const known = NUMERALS.find((forms) => forms.some((form) => form.toLowerCase() === last));
  if (known === undefined || words.length < 2) return name;
  return [...words.slice(0, -1), known[k % known.length]!].join(' ');
}

/** Batu Plat: Batuplat, Batu-Plat, Batu  Plat, BATU PLAT, Kel. Batu Plat; Airnona: Air Nona; Bakunase Dua: Bakunase II. */
const WRITING: readonly ((name: string, k: number) => string)[] = [
  (name) => name.replace(' ', ''),
  (name) => name.replaceAll(' ', '-'),
  (name) => name.replace(' ', ' - '),
  (name) => name.replace(' ', '  '),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => `Kel. ${name}`,
  (name) => `Desa ${name}`,
  (name, k) => otherNumeral(name, k),
  (name) => (name.length > 5 && !name.includes(' ') ? `${name.slice(0, 3)} ${name.slice(3)}` : name),
];

/** Bello: Belo; Tuak Daun Merah: TDM; a letter left out, doubled or turned. */
const SPELLING: readonly ((name: string, k: number) => string)[] = [
  (name) => name.replace(/(\p{L})\1/u, '$1'),
  (name) =>
    name
      .split(' ')
      .map((word) => word[0] ?? '')
      .join(''),
  (name, k) => name.slice(0, 1 + (k % (name.length - 1))) + name.slice(2 + (k % (name.length - 1))),
  (name, k) => name.slice(0, 1 + (k % name.length)) + name.slice(k % name.length),
  (name) => name.replace(/([aiueo])([b-df-hj-np-tv-z])/i, '$2$1'),
];

export interface NameFinding {
  readonly names: number;
  readonly found: number;
  /** Taken for another village. */
  readonly wrong: readonly string[];
  /** Not found, and asked about; of these the right village is among the candidates. */
  readonly asked: number;
  readonly offered: number;
  /** Not found, and said so, beyond the questions that are asked at once. */
  readonly later: number;
  /** Neither found, nor asked about, nor said. */
  readonly lost: number;
  /** Changed into the very name of another village of the kecamatan: nothing could tell, and left out. */
  readonly another: number;
}

/**
 * Writes the names of the country's villages as offices do, a file of names and kecamatan for each regency, and holds
 * what boundaries without codes would be given against the village meant.
 * @param every takes each so manieth regency.
 */
export function nameFinding(list: AreaList, dirt: Dirt, every = 1): NameFinding {
  const search = listNames(list);
  const ways = dirt === 'writing' ? WRITING : SPELLING;
  const byRegency = new Map<string, (typeof list.villages)[number][]>();
  for (const village of list.villages) {
    const key = village.digits.slice(0, 4);
    const group = byRegency.get(key);
    if (group) group.push(village);
    else byRegency.set(key, [village]);
  }
  const wrong: string[] = [];
  let [names, found, asked, offered, later, lost, another] = [0, 0, 0, 0, 0, 0, 0];
  for (const [turn, villages] of [...byRegency.values()].entries()) {
    if (turn % every !== 0) continue;
    const own = villages.map((village, k) => ({
      village,
      written: ways[(k + turn) % ways.length]!(village.name, k + turn),
    }));
    const borne = new Map<string, Set<string>>();
    for (const { digits, name, district } of villages) {
      const key = `${district} ${normalizeVillageName(name)}`;
      borne.set(key, (borne.get(key) ?? new Set()).add(digits));
    }
    const kept = own.filter(({ village, written }) => {
      const bearers = borne.get(`${village.district} ${normalizeVillageName(written)}`);
      const clear = bearers === undefined || bearers.has(village.digits);
      if (!clear) another++;
      return clear && /\p{L}/u.test(written);
    });
    const columns = new Map([
      ['NAMOBJ', kept.map(({ written }) => written)],
      ['WADMKC', kept.map(({ village }) => list.districts[village.district]?.name ?? '')],
    ]);
    const properties = { village: ['NAMOBJ'], sure: 0, district: ['WADMKC'], regency: [] };
    const matching = matchNames(columns, properties, kept.length, list, search, new Map());
    const questions = new Map(matching?.questions.map((question) => [question.id, question]));
    names += kept.length;
    for (const [k, { village, written }] of kept.entries()) {
      const digits = matching?.code.digits[k] ?? '';
      const question = questions.get(`area:${k + 1}`) ?? questions.get('regency');
      if (digits === village.digits) found++;
      else if (digits !== '') wrong.push(`${written} (${village.digits}): ${digits}`);
      else if (question === undefined && matching?.open.has(k)) later++;
      else if (question === undefined) lost++;
      else {
        asked++;
        if (question.options.some(({ id }) => id === village.digits)) offered++;
      }
    }
  }
  return { names, found, wrong, asked, offered, later, lost, another };
}

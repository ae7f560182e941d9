import type { VillageKind } from '#core/village-kind.ts';
import type { Words } from './id.ts';

const NAMES: Readonly<Record<Exclude<VillageKind, 'kelurahan'>, string>> = {
  desa: 'desa',
  both: 'desa/kelurahan',
};

function renamed(text: string, name: string): string {
  if (/desa/i.test(text)) return text;
  const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
  return text.replaceAll('kelurahan', name).replaceAll('Kelurahan', capital);
}

/** Every text of the program's own; what is made of what a reader has written is not looked at. */
function renamedAll(value: unknown, name: string): unknown {
  if (typeof value === 'string') return renamed(value, name);
  if (Array.isArray(value)) return value.map((one) => renamedAll(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamedAll(one, name)]));
}

/** Stands for names of areas, which keep theirs. */
const NAMED = '\u0001';

/** What a letter says of so many villages. */
function letterSayings(letter: Words['letter'], name: string): Partial<Words['letter']> {
  return {
    coverageReporting: (...parts) => renamed(letter.coverageReporting(...parts), name),
    still: (...parts) => renamed(letter.still(...parts), name),
    allReported: (...parts) => renamed(letter.allReported(...parts), name),
    missing: (n, all, names) => renamed(letter.missing(n, all, NAMED), name).replace(NAMED, () => names),
    moreCalls: (...parts) => renamed(letter.moreCalls(...parts), name),
    list: {
      ...(renamedAll(letter.list, name) as Words['letter']['list']),
      of: (...parts) => renamed(letter.list.of(...parts), name),
    },
  };
}

const made = new Map<string, Map<Words, Words>>();

/** The words for a territory of kelurahan, of desa, or of both; null: the codes do not tell, and kelurahan stands for both. */
export function villageWords(words: Words, kind: VillageKind | null): Words {
  if (kind === null || kind === 'kelurahan') return words;
  const name = NAMES[kind];
  const ofKind = made.get(kind) ?? new Map<Words, Words>();
  made.set(kind, ofKind);
  const before = ofKind.get(words);
  if (before !== undefined) return before;
  const { where, sources, letter, ...others } = words;
  const numbered = renamedAll({ where, sources, letter }, name) as Pick<
    Words,
    'where' | 'sources' | 'letter'
  >;
  const now: Words = {
    ...(renamedAll(others, name) as Omit<Words, 'where' | 'sources' | 'letter'>),
    letter: { ...numbered.letter, ...letterSayings(letter, name) },
    where: { ...numbered.where, villages: (n) => renamed(where.villages(n), name) },
    sources: {
      ...numbered.sources,
      city: {
        ...numbered.sources.city,
        counted: (areas, of) => renamed(sources.city.counted(areas, of), name),
      },
    },
  };
  ofKind.set(words, now);
  return now;
}

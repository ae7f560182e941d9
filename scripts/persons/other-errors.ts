import { randomStream } from '#scripts/demo/random.ts';
import type { PersonFiles, PersonTable } from './person-files.ts';

/*
 * A second way in which clean files go wrong, made apart from the first: people hear names, shorten them, turn their
 * words, write the year of a birth wrong, guess the sex; whole posyandu leave identifiers out.
 */

type Random = ReturnType<typeof randomStream>;

const HEARD: readonly (readonly [RegExp, string])[] = [
  [/f/g, 'p'],
  [/v/g, 'f'],
  [/z/g, 's'],
  [/kh/g, 'h'],
  [/sy/g, 's'],
  [/y$/g, 'i'],
  [/ie?/g, 'i'],
  [/nn/g, 'n'],
  [/h$/g, ''],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
];

function heardName(random: Random, name: string): string {
  const words = name.toLowerCase().split(' ');
  const kind = random.uniform();
  if (kind < 0.4) {
    const [from, to] = HEARD[Math.floor(random.uniform() * HEARD.length)]!;
    return words.map((word) => word.replace(from, to)).join(' ');
  }
  if (kind < 0.6) return words.length > 2 ? words.slice(0, -1).join(' ') : words.join(' ');
  if (kind < 0.75) return words.length > 1 ? [...words.slice(1), words[0]!].join(' ') : words.join('');
  if (kind < 0.9) return words.map((word, k) => (k > 0 && word.length > 4 ? `${word[0]}.` : word)).join(' ');
  return words.join('');
}

function otherBirth(random: Random, written: string): string {
  const slashed = written.includes('/');
  const [year = '', month = '', day = ''] = slashed ? written.split('/').reverse() : written.split('-');
  const kind = random.uniform();
  const moved =
    kind < 0.35
      ? [String(Number(year) - 1), month, day]
      : kind < 0.7
        ? [year, month, '01']
        : Number(day) <= 12
          ? [year, day, month]
          : [year, month, String(Math.max(1, Number(day) - 1)).padStart(2, '0')];
  return slashed ? [...moved].reverse().join('/') : moved.join('-');
}

/** A digit doubled and the last lost, or two neighbors turned. */
function slippedDigits(random: Random, digits: string): string {
  const at = 6 + Math.floor(random.uniform() * 8);
  return random.chance(0.5)
    ? `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`
    : `${digits.slice(0, at)}${digits[at]}${digits.slice(at)}`.slice(0, 16);
}

interface Columns {
  readonly nik: number;
  readonly kk: number;
  readonly name: number;
  readonly birth: number;
  readonly sex: number;
  readonly posyandu: number;
}

function columnsOf(header: readonly string[]): Columns {
  const at = (...names: readonly string[]): number => header.findIndex((name) => names.includes(name));
  return {
    nik: at('NIK'),
    kk: at('Nomor KK'),
    name: at('Nama', 'Nama Anak'),
    birth: at('Tgl Lahir', 'Tanggal Lahir'),
    sex: at('JK', 'Jenis Kelamin'),
    posyandu: at('Posyandu'),
  };
}

function spoilt(table: PersonTable, random: Random, careless: (posyandu: string) => boolean): PersonTable {
  const [header = [], ...rows] = table.rows;
  const columns = columnsOf(header);
  // What a child's own cadre writes, she writes so every month.
  const kept = new Map<string, string>();
  const once = (kind: string, row: number, make: () => string): string => {
    const key = `${kind}|${table.truth[row]?.child}`;
    const known = kept.get(key) ?? make();
    kept.set(key, known);
    return known;
  };
  const changed = rows.map((cells, row) => {
    const own = [...cells];
    const drop = careless(`${own[columns.posyandu]}`);
    const set = (column: number, text: string): void => {
      if (column >= 0) own[column] = text;
    };
    const name = own[columns.name] ?? '';
    set(
      columns.name,
      once('name', row, () => (random.chance(0.12) ? heardName(random, name) : name)),
    );
    const birth = own[columns.birth] ?? '';
    set(
      columns.birth,
      once('birth', row, () => (random.chance(0.03) ? otherBirth(random, birth) : birth)),
    );
    if (random.chance(0.01)) set(columns.sex, '');
    const nik = own[columns.nik] ?? '';
    const missing = once('nik', row, () => (random.chance(drop ? 0.7 : 0.08) ? 'missing' : ''));
    set(
      columns.nik,
      missing !== '' ? '' : random.chance(0.015) && nik !== '' ? slippedDigits(random, nik) : nik,
    );
    const kk = own[columns.kk] ?? '';
    const noKk = once('kk', row, () => (random.chance(drop ? 0.5 : 0.1) ? 'missing' : ''));
    set(columns.kk, noKk !== '' ? '' : kk);
    return own;
  });
  return { ...table, rows: [header, ...changed] };
}

/** Files without errors, spoilt in another way than `personFiles` spoils its own. */
export function otherErrors(files: PersonFiles, seed: number): PersonFiles {
  const random = randomStream(seed, 'other-errors');
  const habits = new Map<string, boolean>();
  const careless = (posyandu: string): boolean => {
    const known = habits.get(posyandu) ?? random.chance(0.25);
    habits.set(posyandu, known);
    return known;
  };
  return { ...files, measurements: files.measurements.map((table) => spoilt(table, random, careless)) };
}

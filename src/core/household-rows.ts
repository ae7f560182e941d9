import { identityNumberIn, plainText } from './identity-number.ts';
import type { HeadedRows, PersonRows } from './person-rows.ts';
import { headerWords } from './personal-header.ts';

const HOME_KEY =
  /^(?:id|no|nomor|kode|nomer)(?: unik| urut)? (?:rumah tangga|ruta|rt|keluarga|kk|krt|kepala keluarga|household|family|hh)\b|\b(?:household|family|hh|ruta|keluarga) ?(?:id|no|number|code|key)\b|^id ?(?:ruta|rumahtangga|keluarga)$/;
const HOME_TRAIT =
  /\b(?:anggota|art|jiwa dalam|household size|family size|members?|luas lantai|jenis lantai|jenis dinding|jenis atap|sumber air|sumber penerangan|bahan bakar|kepemilikan rumah|jamban|desil|decile|kepala keluarga)\b/;
/** More members, rooms or children than any household has. */
const MOST_IN_HOME = 30;
const FEWEST_HOMES = 3;
const SAMPLED_ROWS = 50;
const VILLAGE_CODE = /^(?:\d{2}\.\d{2}\.\d{2}\.\d{4}|\d{10})$/;

type Column = readonly string[];

function columnOf({ rows }: HeadedRows, c: number): Column {
  return rows.map((row) => plainText(row[c] ?? ''));
}

const filledOf = (column: Column): Column => column.filter((cell) => cell !== '' && cell !== '-');

function areSmall(column: Column): boolean {
  const cells = filledOf(column);
  return cells.length > 0 && cells.every((cell) => /^\d{1,2}$/.test(cell) && Number(cell) <= MOST_IN_HOME);
}

/**
 * Whether each row stands for one household: a key of households, different in every row, beside what one household
 * has (members, a decile, a floor); or such things alone where areas repeat. Null where it does not. Linear.
 */
export function householdRows(table: HeadedRows): PersonRows | null {
  const heads = table.header.map(headerWords);
  const keys = heads.flatMap((words, c) => (HOME_KEY.test(words) ? [c] : []));
  const traits = heads.flatMap((words, c) => {
    const count = /^(?:jumlah|total|banyak)/.test(words) && !/anggota|art\b/.test(words);
    if (!HOME_TRAIT.test(words) || count) return [];
    const cells = filledOf(columnOf(table, c));
    if (cells.length < FEWEST_HOMES) return [];
    return areSmall(cells) || cells.some((cell) => /\p{L}/u.test(cell)) ? [c] : [];
  });
  const key = keys.find((c) => {
    const cells = filledOf(columnOf(table, c));
    return cells.length >= FEWEST_HOMES && new Set(cells).size * 10 >= cells.length * 9 && !areCounts(cells);
  });
  const rows = table.rows.filter((row) => row.filter((cell) => cell.trim() !== '').length > 1).length;
  if (key !== undefined && traits.length > 0) return { columns: [key, ...traits], rows };
  if (traits.length < 2) return null;
  const repeated = heads.some((words, c) => {
    if (!/\b(?:kelurahan|desa|kel|village)\b/.test(words)) return false;
    const cells = filledOf(columnOf(table, c));
    return cells.length >= FEWEST_HOMES && new Set(cells).size * 2 <= cells.length;
  });
  const decile = traits.some(
    (c) => /\b(?:desil|decile)\b/.test(heads[c] ?? '') && !/\d/.test(heads[c] ?? ''),
  );
  return repeated && decile ? { columns: traits, rows } : null;
}

/** Numbers of families of an area are large; keys are small, or long, or have letters. */
function areCounts(cells: Column): boolean {
  const numbers = cells.map((cell) => Number(cell.replace(/[.,]/g, '')));
  return (
    numbers.every((value) => Number.isFinite(value) && value >= 20 && value < 100_000) && !isRun(numbers)
  );
}

function isRun(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.every((value, k) => k === 0 || value - (sorted[k - 1] ?? 0) <= 2);
}

/**
 * A column headed `nama` alone beside codes of villages, whose names differ where the code is the same: names of
 * persons, not of areas. Its position, or null.
 */
export function bareNames(table: HeadedRows): number | null {
  const heads = table.header.map(headerWords);
  const name = heads.findIndex((words) => /^(?:nama|name|nama lengkap|full name)$/.test(words));
  if (name < 0) return null;
  const code = table.header.findIndex((_, c) => {
    const cells = filledOf(table.rows.map((row) => plainText(row[c] ?? '')));
    return (
      cells.length > 0 && cells.filter((cell) => VILLAGE_CODE.test(cell)).length * 10 >= cells.length * 9
    );
  });
  const village = heads.findIndex((words) => /\b(?:kelurahan|desa|village)\b/.test(words));
  const key = code >= 0 ? code : village;
  if (key < 0 || key === name) return null;
  const names = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const [area, text] = [plainText(row[key] ?? ''), plainText(row[name] ?? '').toLowerCase()];
    if (area === '' || !/\p{L}{2}/u.test(text)) continue;
    names.set(area, (names.get(area) ?? new Set()).add(text));
  }
  const several = [...names.values()].filter((found) => found.size > 1).length;
  return several > 0 && several * 5 >= names.size ? name : null;
}

const NOT_PIECES =
  /\b(?:kode|code|id|bps|kemendagri|periode|period|tahun|bulan|year|month|jumlah|total|sls)\b/;

/** Neighboring columns whose digits make an identity number together in most rows: their positions. */
export function splitIdentifiers(table: HeadedRows): readonly (readonly number[])[] {
  const heads = table.header.map(headerWords);
  /** Usual number of digits in a column that may hold a part; 0 where it does not. */
  const lengths = heads.map((words, c) => {
    if (NOT_PIECES.test(words)) return 0;
    const some = table.rows.slice(0, SAMPLED_ROWS).map((row) => plainText(row[c] ?? ''));
    const digits = filledOf(some).filter((cell) => /^\d{2,14}$/.test(cell));
    return digits.length * 2 > filledOf(some).length ? (digits[0]?.length ?? 0) : 0;
  });
  const found: number[][] = [];
  for (let c = 0; c < heads.length; c++) {
    for (const width of [2, 3, 4]) {
      const parts = Array.from({ length: width }, (_, k) => c + k);
      const total = parts.reduce((sum, k) => sum + (lengths[k] ?? 0), 0);
      if (total !== 16 || parts.some((k) => !lengths[k]) || table.rows.length < FEWEST_HOMES) continue;
      const joined = table.rows.map((row) => parts.map((k) => plainText(row[k] ?? '')).join(''));
      const filled = joined.filter((text) => text !== '');
      const whole = filled.filter(
        (text) => /^\d{16}$/.test(text) && identityNumberIn(text)?.form === 'whole',
      );
      if (whole.length * 2 > filled.length) found.push(parts);
    }
  }
  return found;
}

import type { AreaIndex, Territory } from './area.ts';

/** The two official numberings of villages. They share their digits but not their meaning. */
export type CodeSystem = 'kemendagri' | 'bps';

/**
 * A village code as it was written. `dotted` can only be Kemendagri (53.71.01.1001); ten bare `digits` may be either
 * system; `upper` is the code of a district, regency or province; `damaged` cannot be trusted any more.
 */
export type WrittenCode =
  | { readonly kind: 'dotted' | 'digits'; readonly digits: string }
  | { readonly kind: 'upper'; readonly digits: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly reason: 'exponent' | 'rounded' | 'length' };

/** Village codes of a territory by their ten digits, per system; null where the territory does not know the system. */
export interface TerritoryCodes {
  readonly kemendagri: ReadonlyMap<string, AreaIndex> | null;
  readonly bps: ReadonlyMap<string, AreaIndex> | null;
}

/**
 * What a column of codes was taken for, and on what evidence.
 * `system` is null where both readings fit equally well or the column holds no usable code.
 * Counts are of distinct codes; `agreeing` counts those whose area also bears the name written beside the code.
 */
export interface CodeDecision {
  readonly system: CodeSystem | null;
  /** False where the system is certain from the form of the codes but the territory does not know it. */
  readonly known: boolean;
  readonly codes: number;
  readonly matched: Readonly<Record<CodeSystem, number>>;
  readonly agreeing: Readonly<Record<CodeSystem, number>> | null;
  /** The same for districts: codes whose area lies in the district written beside them. */
  readonly inDistrict: Readonly<Record<CodeSystem, number>> | null;
}

const DOTTED = /^(\d{2})\.(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const GROUPED = /^\d{1,3}([.,' ])\d{3}(\1\d{3}){2}$/;
const DOTTED_UPPER = /^\d{2}(\.\d{2}){0,2}$/;

/**
 * Reads one code. Accepted: dots, ten digits, a leading apostrophe, a trailing `.0`, digits grouped in thousands,
 * and dotted parts that lost a leading zero (53.71.1.1001). Refused as damaged: exponent forms (5,37E+09), fractions,
 * and any other number of digits, because nothing says which digit is gone.
 */
export function readCode(text: string): WrittenCode {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/^'/, '');
  if (plain === '' || plain === '-') return { kind: 'missing' };
  const dotted = DOTTED.exec(plain);
  if (dotted) {
    const [, province = '', regency = '', district = '', village = ''] = dotted;
    return {
      kind: 'dotted',
      digits: province + regency.padStart(2, '0') + district.padStart(2, '0') + village,
    };
  }
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(plain)) return { kind: 'damaged', reason: 'exponent' };
  const whole = plain.replace(/^(\d+)[.,]0+$/, '$1');
  const digits = GROUPED.test(whole) ? whole.replace(/\D/g, '') : whole;
  if (/^\d{10}$/.test(digits)) return { kind: 'digits', digits };
  if (/^\d+[.,]\d+$/.test(digits) && digits.length > 5) return { kind: 'damaged', reason: 'rounded' };
  if (DOTTED_UPPER.test(digits) || /^\d{4}$|^\d{6,7}$/.test(digits)) {
    return { kind: 'upper', digits: digits.replaceAll('.', '') };
  }
  return { kind: 'damaged', reason: 'length' };
}

/** '5371011001' as '53.71.01.1001': how Kemendagri codes are stored and shown. */
export function dottedCode(digits: string): string {
  return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`;
}

/** A code written in four columns: province, regency, district, village. */
export interface CodeParts {
  readonly province: string;
  readonly regency: string;
  readonly district: string;
  readonly village: string;
}

/**
 * Ten digits from four columns, and the system they tell: villages are numbered from 1001 in four digits by
 * Kemendagri (2 + 2 + 2 + 4), from 001 in three by BPS (2 + 2 + 3 + 3). Zeros lost at the front are put back; a part
 * that repeats the parts before it (53, 5371, 5371010 ...) is cut. Digits are '' for a row that does not fit; the
 * whole is null where no row fits, or where rows tell both systems.
 */
export function joinCodeParts(
  rows: readonly CodeParts[],
): { readonly system: CodeSystem; readonly digits: readonly string[] } | null {
  const plain = rows.map(({ province, regency, district, village }) =>
    [province, regency, district, village].map((text) => text.replace(/[\s.']+/g, '').replace(/[.,]0+$/, '')),
  );
  const own = plain.map((parts) => {
    let before = '';
    return parts.map((part) => {
      const cut = before !== '' && part.length > before.length && part.startsWith(before);
      const rest = cut ? part.slice(before.length) : part;
      before = cut ? part : before + part;
      return rest;
    });
  });
  const villages = own.map(([, , , village = '']) => village).filter((text) => /^\d{1,4}$/.test(text));
  const isLong = (text: string): boolean => text.length === 4 && text[0] !== '0';
  if (villages.length === 0 || (villages.some(isLong) && !villages.every(isLong))) return null;
  const system = villages.every(isLong) ? 'kemendagri' : 'bps';
  const widths = system === 'kemendagri' ? [2, 2, 2, 4] : [2, 2, 3, 3];
  const digits = own.map((parts) => {
    const fits = parts.every((part, k) => /^\d+$/.test(part) && part.length <= (widths[k] ?? 0));
    return fits ? parts.map((part, k) => part.padStart(widths[k] ?? 0, '0')).join('') : '';
  });
  return digits.some((code) => code !== '') ? { system, digits } : null;
}

/**
 * The system of a set of village codes, from their form alone: any dot is Kemendagri. Otherwise the seventh digits are
 * weighed: Kemendagri has 1, 2 or 3 there (kelurahan, desa, desa adat), BPS mostly 0. BPS where a tenth of the codes or
 * more have another digit than these three; fewer are slips. Null for no usable code.
 */
export function codeSystemOf(codes: Iterable<string>): CodeSystem | null {
  let usable = 0;
  let foreign = 0;
  for (const text of codes) {
    const code = readCode(text);
    if (code.kind === 'dotted') return 'kemendagri';
    if (code.kind !== 'digits') continue;
    usable++;
    if (!'123'.includes(code.digits[6] ?? '')) foreign++;
  }
  if (usable === 0) return null;
  return foreign * 10 >= usable ? 'bps' : 'kemendagri';
}

/**
 * Village codes of a territory per system: its own, and those its boundaries carry besides (any written form).
 * Alternate codes that repeat the territory's own are left out; the rest are taken for the other system.
 */
export function territoryCodes(
  territory: Territory,
  alternateCodes: ReadonlyMap<string, AreaIndex> | null,
): TerritoryCodes {
  const own = new Map<string, AreaIndex>();
  territory.villages.areas.forEach((area, i) => {
    const code = readCode(area.code);
    if (code.kind === 'dotted' || code.kind === 'digits') own.set(code.digits, i as AreaIndex);
  });
  const other = new Map<string, AreaIndex>();
  for (const [text, i] of alternateCodes ?? []) {
    const code = readCode(text);
    if (code.kind !== 'dotted' && code.kind !== 'digits') continue;
    if (own.get(code.digits) !== i) other.set(code.digits, i);
  }
  const ownSystem = codeSystemOf(territory.villages.areas.map((area) => area.code));
  const mine = own.size > 0 ? own : null;
  const theirs = other.size > 0 ? other : null;
  return ownSystem === 'bps' ? { kemendagri: theirs, bps: mine } : { kemendagri: mine, bps: theirs };
}

/** Whether what is written in a row is that of the area; null where the row says nothing of the kind. */
export type Agreement = (row: number, area: AreaIndex) => boolean | null;

/**
 * Decides the system of a whole column, never of a single code: the digits of the systems collide (5371031001 is
 * Kelapa Lima for Kemendagri and Bakunase for BPS). Certain are dots (Kemendagri) and seventh digits that only BPS
 * has (codeSystemOf). Otherwise the names and districts written beside the codes are held against their areas: the
 * system wins with which more of them agree, and at least half must. Without either, the system wins in which more
 * codes exist, and all must; where the territory knows one system only, codes of one district decide nothing, because
 * the other system may number another district alike, unless they are all of the territory, or the names beside them
 * are of nothing in it: then each row says that its name is not the code's.
 * Where every code known in one system bears its area's name and none is known in the other, the rest may be unknown.
 * @param column codes as written, by row.
 * @param agrees whether the name written in that row is that of the area; null where the table has no names.
 * @param lies whether the area lies in the district written in that row; null where the table has no districts.
 * @param namesUnlike whether names stand in the rows and none is like any of the territory.
 */
export function decideCodeSystem(
  column: readonly string[],
  codes: TerritoryCodes,
  agrees: Agreement | null,
  lies: Agreement | null = null,
  namesUnlike: () => boolean = () => false,
): CodeDecision {
  const rowOf = new Map<string, number>();
  column.forEach((text, row) => {
    const code = readCode(text);
    if ((code.kind === 'dotted' || code.kind === 'digits') && !rowOf.has(code.digits))
      rowOf.set(code.digits, row);
  });
  const matched = { kemendagri: 0, bps: 0 };
  const named: Tally = { agreeing: { kemendagri: 0, bps: 0 }, judged: { kemendagri: 0, bps: 0 } };
  const placed: Tally = { agreeing: { kemendagri: 0, bps: 0 }, judged: { kemendagri: 0, bps: 0 } };
  for (const [digits, row] of rowOf) {
    for (const system of ['kemendagri', 'bps'] as const) {
      const area = codes[system]?.get(digits);
      if (area === undefined) continue;
      matched[system]++;
      count(named, system, agrees?.(row, area) ?? null);
      count(placed, system, lies?.(row, area) ?? null);
    }
  }
  const evidence = {
    codes: rowOf.size,
    matched,
    agreeing: agrees ? named.agreeing : null,
    inDistrict: lies ? placed.agreeing : null,
  };
  const system = chosenSystem(column, codes, matched, [named, placed], rowOf, namesUnlike);
  return { ...evidence, system, known: system !== null && codes[system] !== null };
}

interface Tally {
  readonly agreeing: Record<CodeSystem, number>;
  readonly judged: Record<CodeSystem, number>;
}

function count({ agreeing, judged }: Tally, system: CodeSystem, agreement: boolean | null): void {
  if (agreement === null) return;
  judged[system]++;
  if (agreement) agreeing[system]++;
}

function ahead(counts: Readonly<Record<CodeSystem, number>>): CodeSystem | null {
  return counts.kemendagri > counts.bps ? 'kemendagri' : counts.bps > counts.kemendagri ? 'bps' : null;
}

function chosenSystem(
  column: readonly string[],
  codes: TerritoryCodes,
  matched: Readonly<Record<CodeSystem, number>>,
  tallies: readonly Tally[],
  digits: ReadonlyMap<string, number>,
  namesUnlike: () => boolean,
): CodeSystem | null {
  if (digits.size === 0) return null;
  if (column.some((text) => readCode(text).kind === 'dotted')) return 'kemendagri';
  if (codeSystemOf(digits.keys()) === 'bps') return 'bps';
  const told = tallies.filter(({ judged }) => judged.kemendagri + judged.bps > 0);
  const same = sameAreas(digits, codes);
  const winner = told.map(({ agreeing }) => ahead(agreeing)).find((system) => system !== null) ?? null;
  if (told.length > 0) {
    const system = winner ?? same;
    const held = (s: CodeSystem): boolean =>
      told.some(({ agreeing, judged }) => agreeing[s] > 0 && agreeing[s] * 2 >= judged[s]);
    if (system === null || !held(system)) return null;
    const [{ agreeing } = told[0]!] = tallies;
    const proven = agreeing[system] === matched[system] && matched[otherSystem(system)] === 0;
    return proven || matched[system] * 2 >= digits.size ? system : null;
  }
  const system = ahead(matched) ?? same;
  if (system === null || matched[system] < digits.size) return null;
  const isOnly = codes[otherSystem(system)] === null;
  const length = system === 'bps' ? 7 : 6;
  const districts = new Set([...digits.keys()].map((code) => code.slice(0, length)));
  const isPart = digits.size < (codes[system]?.size ?? 0);
  return isOnly && districts.size === 1 && isPart && !namesUnlike() ? null : system;
}

function otherSystem(system: CodeSystem): CodeSystem {
  return system === 'bps' ? 'kemendagri' : 'bps';
}

function sameAreas(digits: ReadonlyMap<string, number>, codes: TerritoryCodes): CodeSystem | null {
  for (const key of digits.keys()) if (codes.kemendagri?.get(key) !== codes.bps?.get(key)) return null;
  return 'kemendagri';
}

import { type ColumnRole, type HeaderRole, isCountRole, type RoleReason } from './column-role.ts';
import { type HeaderPeriod, type HeaderToken, headerWords } from './header-words.ts';
import type { ClassPart, CountedUnit, Meaning, NutritionDimension } from './vocabulary.ts';

export interface HeaderReading {
  readonly role: HeaderRole;
  readonly confidence: 'high' | 'low';
  readonly why: RoleReason;
  /** What the header would be without the words that qualify it or are not known; null for a sure one. */
  readonly candidate: HeaderRole | null;
  /** Those words, as plain text. */
  readonly qualifiers: readonly string[];
  readonly unit: CountedUnit;
  readonly period: HeaderPeriod | null;
  readonly sex: 'male' | 'female' | null;
  /** Completed months to which the header limits its children; null where it means all under five. */
  readonly months: readonly [number, number] | null;
  /** Of a percentage or a class: what is counted, for comparisons. */
  readonly of: string | null;
  /** The words alone decide: TB/U or a threshold stands beside the class. */
  readonly indexed: boolean;
  /** The classes of which one may be meant, where it is named by a short word that has several; else null. */
  readonly short: ShortClass | null;
  /** Children weighed, where others are measured in length. */
  readonly byWeight: boolean;
  /** The header itself speaks of children. */
  readonly ofChildren: boolean;
  /** Deciles of welfare that it counts, the first and the last, where it says nothing more of them; else null. */
  readonly deciles: readonly [number, number] | null;
}

export interface ShortClass {
  readonly dimension: NutritionDimension;
  readonly text: string;
  readonly parts: readonly ClassPart[];
}

type Kind = Meaning['is'];
const COUNTING: ReadonlySet<Kind> = new Set([
  'class',
  'condition',
  'index',
  'body',
  'threshold',
  'measured',
  'weighed',
  'unmeasured',
  'target',
  'coverage',
  'share',
  'total',
  'case',
  'value',
  'people',
  'poor',
  'risk',
  'decile',
  'normal',
]);

/** The tokens of one header, asked by kind. */
class Tokens {
  readonly all: readonly HeaderToken[];

  constructor(all: readonly HeaderToken[]) {
    this.all = all;
  }

  of<K extends Kind>(...kinds: readonly K[]): readonly (HeaderToken & { meaning: Meaning & { is: K } })[] {
    return this.all.filter(
      ({ meaning }) => meaning !== null && kinds.some((kind) => meaning.is === kind),
    ) as never;
  }

  has(...kinds: readonly Kind[]): boolean {
    return this.of(...kinds).length > 0;
  }

  only(...kinds: readonly Kind[]): boolean {
    return this.of(...kinds).length === this.all.length;
  }

  /** Words that no rule accounts for, given the kinds that the rule does. */
  beside(...kinds: readonly Kind[]): readonly string[] {
    const known = new Set<Kind>([...kinds, 'filler']);
    return this.all
      .filter(({ meaning }) => meaning === null || !known.has(meaning.is))
      .map(({ text }) => text);
  }
}

/** Under `Desil` the lower row says which. */
function decileOf(tokens: Tokens) {
  const found = tokens.of('decile');
  return found.find(({ meaning }) => meaning.span !== null) ?? found[0];
}

interface Derived {
  readonly role: HeaderRole;
  readonly of?: string | null;
  /** Words that leave the role unsure. */
  readonly rest: readonly string[];
}

/** Columns that count families or persons: all of them, the extremely poor, those at risk of stunting. */
function unitRole(tokens: Tokens, unit: CountedUnit): Derived | null {
  const all = unit === 'family' ? 'families' : 'persons';
  const plain = ['people', 'total', 'target', 'level', 'case', 'value'] as const;
  if (tokens.has('share', 'coverage')) return null;
  const decile = decileOf(tokens);
  if (tokens.has('poor') || decile?.meaning.part === '1')
    return { role: `${all}.poor`, rest: tokens.beside(...plain, 'poor', 'decile') };
  if (tokens.has('risk')) return { role: 'families.risk', rest: tokens.beside(...plain, 'risk') };
  if (decile || tokens.has('class', 'condition', 'index')) return null;
  return { role: all, rest: tokens.beside(...plain) };
}

function placeRole(tokens: Tokens): Derived | null {
  if (tokens.has(...COUNTING)) return null;
  const levels = new Set(tokens.of('level').map(({ meaning }) => meaning.level));
  const code = tokens.has('code');
  const rest = tokens.beside('level', 'code', 'name', 'system');
  if (levels.size === 0 && !code && !tokens.has('name')) return null;
  const system = tokens.of('system')[0]?.meaning.system;
  if (levels.has('neighborhood')) return { role: 'neighborhood', rest };
  if (levels.has('facility')) {
    const posyandu = tokens.all.some(({ text }) => /^pos/.test(text) && !text.startsWith('poskes'));
    return { role: posyandu ? 'posyandu' : 'puskesmas', rest };
  }
  if (levels.has('village') || (levels.has('place') && levels.size === 1)) {
    if (!code) return { role: 'name', rest };
    return { role: system ? `code.${system}` : 'code', rest };
  }
  if (levels.has('district')) return { role: code ? 'districtCode' : 'district', rest };
  if (levels.has('regency')) return { role: 'ignored', rest: [] };
  if (!code) return { role: 'name', rest };
  return { role: system ? `code.${system}` : 'code', rest };
}

function timeRole(tokens: Tokens): Derived | null {
  const kinds = new Set(tokens.of('time').map(({ meaning }) => meaning.kind));
  if (kinds.size === 0 || tokens.has('old', 'class', 'condition', 'share', 'people', 'target')) return null;
  const rest = tokens.beside('time', 'measured', 'weighed').filter((word) => !/^(ukur|timbang)$/.test(word));
  const [only] = kinds;
  return { role: kinds.size === 1 && only ? only : 'period', rest };
}

function describing(tokens: Tokens): Derived | null {
  const kind = tokens.has('kind') || /^status gizi/.test(tokens.all[0]?.text ?? '');
  const beside = ['people', 'total', ...(kind ? ['index', 'condition'] : [])];
  if (tokens.has(...[...COUNTING].filter((one) => !beside.includes(one)))) return null;
  if (tokens.has('sexes') || (tokens.has('sex') && tokens.only('sex', 'filler')))
    return { role: 'sex', rest: tokens.beside('sexes', 'sex') };
  if (tokens.has('old') && !tokens.has('total'))
    return { role: 'age', rest: tokens.beside('old', 'kind', 'time', 'people', 'ages') };
  if (!kind || tokens.has('total')) return null;
  return { role: 'category', rest: tokens.beside('kind', 'people', 'index', 'condition') };
}

type ClassToken = { readonly dimension: NutritionDimension; readonly part: string; readonly level: number };

function classesOf(tokens: Tokens): readonly ClassToken[] {
  const index = tokens.of('index').at(-1)?.meaning.dimension ?? null;
  const condition = tokens.of('condition').at(-1)?.meaning.dimension ?? null;
  return tokens.of('class').map(({ meaning, level }) => {
    const { dimension, part } = meaning;
    const own = index ?? (dimension === 'stunting' && part === 'over' ? null : condition) ?? dimension;
    return { dimension: own, part, level };
  });
}

function nutritionRole(tokens: Tokens): { role: HeaderRole; level: number; direct: boolean } | null {
  const classes = classesOf(tokens);
  const index = tokens.of('index').at(-1);
  const condition = tokens.of('condition').at(-1);
  const threshold = tokens.of('threshold').at(-1);
  const [first] = classes;
  if (first) {
    const parts = new Set(classes.map(({ part }) => part));
    const level = Math.max(...classes.map((one) => one.level));
    const oneDimension = classes.every(({ dimension }) => dimension === first.dimension);
    if (!oneDimension) return null;
    const both = parts.has('severe') && parts.has('moderate') && parts.size === 2;
    if (!both && parts.size > 1) return null;
    return { role: `${first.dimension}.${both ? 'total' : first.part}` as HeaderRole, level, direct: true };
  }
  const context = index ?? condition;
  const dimension = context?.meaning.dimension ?? null;
  if (tokens.has('normal'))
    return {
      role: dimension === null ? 'class-normal' : (`${dimension}.none` as HeaderRole),
      level: tokens.of('normal').at(-1)?.level ?? 0,
      direct: true,
    };
  if (dimension !== null && index && threshold)
    return {
      role: `${dimension}.${threshold.meaning.part}` as HeaderRole,
      level: threshold.level,
      direct: true,
    };
  if (condition)
    return { role: `${condition.meaning.dimension}.total`, level: condition.level, direct: true };
  return null;
}

/** Short names of classes that mean them only beside an index. P alone may be perempuan. */
const SHORT_PARTS: Readonly<Record<string, readonly ClassPart[]>> = {
  p: ['moderate'],
  k: ['moderate'],
};
const ANY_PART: readonly ClassPart[] = ['severe', 'moderate', 'total', 'none'];

/** A class named by one short word (BB/TB GB, TB/U P), or by one that is not known, beside nothing else that counts. */
function shortClassOf(tokens: Tokens): ShortClass | null {
  const index = tokens.of('index').at(-1)?.meaning.dimension ?? null;
  const [short] = tokens.of('short');
  if (short && tokens.beside('index', 'short', 'total', 'people').length === 0) {
    const { dimension, parts } = short.meaning;
    return index === null || index === dimension ? { dimension, text: short.text, parts } : null;
  }
  const [word, ...others] = tokens.all.filter(({ meaning }) => meaning?.is !== 'index');
  if (index === null || !word || others.length > 0) return null;
  const parts = SHORT_PARTS[word.text] ?? (word.meaning === null ? ANY_PART : null);
  return parts && { dimension: index, text: word.text, parts };
}

const NUTRITION = [
  'class',
  'condition',
  'index',
  'threshold',
  'normal',
  'total',
  'case',
  'people',
  'ages',
  'sex',
  'old',
  'time',
  'level',
] as const;

function countRole(tokens: Tokens): Derived | null {
  const nutrition = nutritionRole(tokens);
  const measuring = tokens.of('measured', 'weighed').at(-1);
  const target = tokens.of('target').at(-1);
  if (tokens.has('unmeasured')) return { role: 'ignored', rest: [] };
  if (tokens.has('coverage'))
    return {
      role: 'percent.coverage',
      rest: tokens.beside(
        'coverage',
        'share',
        'total',
        'people',
        'measured',
        'weighed',
        'target',
        'ages',
        'sex',
      ),
    };
  if (tokens.has('share')) return shareRole(tokens, nutrition?.role ?? null);
  const decile = decileOf(tokens);
  if (decile || (tokens.has('poor') && nutrition === null)) {
    const part = decile ? decile.meaning.part : '1';
    const rest = tokens.beside('decile', 'poor', 'total', 'people', 'ages', 'sex', 'level', 'case');
    return { role: part === null ? 'ignored' : (`poverty.${part}` as ColumnRole), rest };
  }
  if (nutrition !== null && target) return { role: nutrition.role, rest: [target.text] };
  if (nutrition !== null && measuring) {
    const above = nutrition.level < measuring.level;
    if (above && nutrition.role.includes('.'))
      return {
        role: `measured.${nutrition.role.split('.')[0]}` as ColumnRole,
        rest: tokens.beside(...NUTRITION, 'measured', 'weighed', 'body'),
      };
    const below = nutrition.level > measuring.level;
    const rest = tokens.beside(...NUTRITION, 'body', ...(below ? (['measured', 'weighed'] as const) : []));
    return { role: nutrition.role, rest };
  }
  if (nutrition !== null) return { role: nutrition.role, rest: tokens.beside(...NUTRITION, 'body') };
  if (measuring && target) return { role: 'measured', rest: [target.text] };
  const people = ['total', 'people', 'ages', 'sex', 'old', 'time', 'level', 'body', 'index'] as const;
  if (measuring) {
    const index = tokens.of('index', 'body').at(-1)?.meaning.dimension;
    const role = index === undefined ? 'measured' : (`measured.${index}` as const);
    return { role, rest: tokens.beside(...people, 'measured', 'weighed') };
  }
  if (target) return { role: 'target', rest: tokens.beside(...people, 'target') };
  if (tokens.has('people')) return { role: 'total-children', rest: tokens.beside(...people) };
  if (tokens.has('case')) return { role: 'case', rest: tokens.beside('case', 'total') };
  if (tokens.has('total', 'value')) return { role: 'value', rest: tokens.beside('total', 'value') };
  return null;
}

function shareRole(tokens: Tokens, nutrition: HeaderRole | null): Derived {
  const rest = tokens.beside(...NUTRITION, 'share', 'body', 'measured', 'weighed', 'poor', 'decile', 'value');
  if (tokens.has('poor', 'decile')) return { role: 'percent.poverty', rest };
  if (nutrition?.endsWith('.total'))
    return { role: `percent.${nutrition.slice(0, -6)}` as ColumnRole, of: nutrition, rest };
  if (nutrition !== null) return { role: 'ignored', of: nutrition, rest: [] };
  const dimension = tokens.of('index').at(-1)?.meaning.dimension;
  if (dimension !== undefined) return { role: `percent.${dimension}`, of: `${dimension}.total`, rest };
  return { role: tokens.has('measured', 'weighed') ? 'percent.coverage' : 'percent', rest };
}

/** A header that denies its class counts the others; any other denial leaves nothing to be sure of. */
function denied(derived: Derived, tokens: Tokens): Derived {
  const words = tokens.of('not').map(({ text }) => text);
  const rest = derived.rest.filter((word) => !words.includes(word));
  const whole = /^(stunting|wasting|underweight)\.total$/.exec(derived.role);
  if (whole && words.length === 1 && !tokens.has('class'))
    return { role: `${whole[1] as NutritionDimension}.none`, rest };
  if (derived.role.startsWith('percent') || derived.of) return { role: 'ignored', rest: [] };
  return { ...derived, rest: [...rest, ...words] };
}

function monthsOf(tokens: Tokens): readonly [number, number] | null {
  const limits = [
    ...tokens.of('people').flatMap(({ meaning }) => (meaning.months ? [meaning.months] : [])),
    ...tokens.of('ages').map(({ meaning }) => meaning.months),
  ];
  if (limits.length === 0) return null;
  const from = Math.max(...limits.map(([low]) => low));
  const to = Math.min(...limits.map(([, high]) => high));
  return from <= 0 && to >= 59 ? null : [from, to];
}

/** Whom a header counts: the first that it names (keluarga dengan balita stunting are families). */
function unitOf(tokens: Tokens): CountedUnit {
  const [first] = tokens.of('people', 'risk');
  if (first === undefined) return 'child';
  return first.meaning.is === 'people' ? first.meaning.unit : 'family';
}

/**
 * Reads one header by all its words: the role that they give together, and what of them no rule accounts for. A header
 * with a word too many (berisiko stunting, target stunting, a word that is not known) has no role, but a `candidate`:
 * for the cells or the reader to decide. A header of several rows is given as its parts, the upper one first.
 */
export function readHeader(header: string | readonly string[]): HeaderReading {
  const segments = typeof header === 'string' ? [header] : header;
  const { tokens: all, period } = headerWords(segments);
  const tokens = new Tokens(all);
  const sexes = new Set(tokens.of('sex').map(({ meaning }) => meaning.sex));
  const [sex] = sexes;
  const unit = unitOf(tokens);
  const span = decileOf(tokens)?.meaning.span ?? null;
  const frame = {
    unit,
    period,
    sex: sexes.size === 1 && (sex === 'male' || sex === 'female') ? sex : null,
    months: monthsOf(tokens),
    indexed: tokens.has('index', 'threshold'),
    byWeight: tokens.has('weighed') && !tokens.has('measured'),
    ofChildren: tokens.of('people').some(({ meaning }) => meaning.unit === 'child'),
    short: null,
    deciles: tokens.beside('decile', 'people', 'total', 'case', 'target').length === 0 ? span : null,
  };
  const plain = { candidate: null, qualifiers: [], of: null } as const;
  const ignored = (why: RoleReason, confidence: 'high' | 'low' = 'high'): HeaderReading => ({
    role: 'ignored',
    confidence,
    why,
    ...plain,
    ...frame,
  });
  if (all.length === 0)
    return period === null ? ignored('unknown') : { ...ignored('header'), role: 'case', confidence: 'low' };
  if (all[0]?.meaning?.is === 'note') return ignored('unknown');
  const derived = timeRole(tokens) ?? placeRole(tokens) ?? describing(tokens);
  const short = derived === null && unit === 'child' ? shortClassOf(tokens) : null;
  if (short)
    return {
      ...ignored('qualified', 'low'),
      candidate: `${short.dimension}.${short.parts[0] ?? 'total'}`,
      qualifiers: [short.text],
      sex: null,
      short,
    };
  const counted = derived ?? (unit === 'child' ? countRole(tokens) : unitRole(tokens, unit));
  if (counted === null) return unit === 'child' ? ignored('unknown', 'low') : ignored('other-unit');
  const { role, of = null, rest } = tokens.has('not') ? denied(counted, tokens) : counted;
  const places = derived === null && !tokens.has('people', 'measured', 'weighed', 'target');
  const levels = places ? tokens.of('level').map(({ text }) => text) : [];
  const unsure = [...new Set([...rest, ...levels])];
  if (role === 'ignored') return { ...ignored('unknown'), of };
  if (unsure.length > 0)
    return { ...ignored('qualified', 'low'), candidate: role, qualifiers: unsure, of: null };
  return {
    role,
    confidence: 'high',
    why: 'header',
    ...plain,
    ...frame,
    of: of ?? (isCountRole(role as ColumnRole) ? role : null),
  };
}

import type { LinkWeights } from '#core/preparation-report.ts';
import { arrowStream } from '#data/coded-columns.ts';
import type { Engine } from '#data/engine.ts';
import type { Child } from './child-grouping.ts';
import type { GroupedHouseholds, Household, Member } from './household-grouping.ts';
import type { Link } from './household-link.ts';
import { differingDigits } from './identity-text.ts';
import {
  ALL_PAIRS,
  BY_CHILD_NIK,
  BY_KK,
  BY_PARENT_NIK,
  COMPARED_PAIRS,
  NO_DAY,
  OPEN_TABLES,
  randomPairs,
} from './link-sql.ts';
import { assigned, type Candidate } from './pair-assignment.ts';
import { estimateWeights, levelShares, type Pattern, type PatternCount } from './pattern-em.ts';
import { type Day, isoDay, swappedDay } from './person-date.ts';
import { nameLikeness } from './person-name.ts';
import type { Pseudonym } from './pseudonym.ts';

export interface Linking {
  /** By child; null: not found, which is not "not poor". */
  readonly links: readonly (Link | null)[];
  /** Estimated on these data; null where nobody was left to compare. */
  readonly weights: LinkWeights | null;
  /** Children for whom rules or lists name households of other deciles, or two pairs are as likely: left unlinked. */
  readonly ambiguous: number;
  readonly comparedPairs: number;
}

/** Fields compared, and how many levels each has. */
export const COMPARED_FIELDS = ['name', 'birth', 'sex', 'parents', 'nik', 'kk'] as const;
export const FIELD_LEVELS: readonly number[] = [5, 4, 2, 3, 2, 2];

const SAMPLED_PAIRS = 200_000;
const CALL_MS = 300_000;

type PseudonymOf = (label: 'nik' | 'kk', digits: string) => Pseudonym;

const roundedDigits = (digits: string): number => (digits.endsWith('0') ? 1 : 0);
const ymd = (day: Day | null): string => (day === null ? '' : isoDay(day).replaceAll('-', ''));

interface IdRow {
  readonly child: number;
  readonly digits: string;
  /** Others of the child come as often or more. */
  readonly rarer: boolean;
}

function idTable(rows: readonly IdRow[], label: 'nik' | 'kk', name: 'nik' | 'kk', pseudonymOf: PseudonymOf) {
  return arrowStream({
    child: Int32Array.from(rows, ({ child }) => child),
    [name]: BigInt64Array.from(rows, ({ digits }) => pseudonymOf(label, digits)),
    rounded: Uint8Array.from(rows, ({ digits }) => roundedDigits(digits)),
    rarer: Uint8Array.from(rows, ({ rarer }) => (rarer ? 1 : 0)),
  });
}

async function insertPeople(
  engine: Engine,
  children: readonly Child[],
  { households, members }: GroupedHouseholds,
  pseudonymOf: PseudonymOf,
): Promise<void> {
  const ids = (of: (child: Child) => readonly string[]): readonly IdRow[] =>
    children.flatMap((child, k) => of(child).map((digits, at) => ({ child: k, digits, rarer: at > 0 })));
  const orNone = (label: 'nik' | 'kk', digits: string): bigint =>
    digits === '' ? 0n : pseudonymOf(label, digits);
  const tables: readonly (readonly [string, Uint8Array])[] = [
    [
      'child',
      arrowStream({
        child: Int32Array.from(children, (_, k) => k),
        name: children.map(({ name }) => name),
        sex: children.map(({ sex }) => sex),
        birth: Int32Array.from(children, ({ birth }) => birth ?? NO_DAY),
        swapped: Int32Array.from(
          children,
          ({ birth }) => (birth === null ? null : swappedDay(birth)) ?? NO_DAY - 1,
        ),
        ymd: children.map(({ birth }) => ymd(birth).padEnd(8, '?')),
        area: Int32Array.from(children, ({ area }) => area),
      }),
    ],
    [
      'child_nik',
      idTable(
        ids(({ niks }) => niks),
        'nik',
        'nik',
        pseudonymOf,
      ),
    ],
    [
      'child_kk',
      idTable(
        ids(({ kks }) => kks),
        'kk',
        'kk',
        pseudonymOf,
      ),
    ],
    [
      'child_parent',
      idTable(
        ids(({ parentNiks }) => parentNiks),
        'nik',
        'nik',
        pseudonymOf,
      ),
    ],
    [
      'member',
      arrowStream({
        member: Int32Array.from(members, (_, k) => k),
        household: Int32Array.from(members, ({ household }) => household),
        nik: BigInt64Array.from(members, ({ nik }) => orNone('nik', nik)),
        name: members.map(({ name }) => name),
        sex: members.map(({ sex }) => sex),
        birth: Int32Array.from(members, ({ birth }) => birth ?? NO_DAY),
        ymd: members.map(({ birth }) => ymd(birth).padEnd(8, '!')),
        area: Int32Array.from(members, ({ area }) => area),
      }),
    ],
    [
      'household',
      arrowStream({
        household: Int32Array.from(households, (_, k) => k),
        kk: BigInt64Array.from(households, ({ kk }) => orNone('kk', kk)),
        area: Int32Array.from(households, ({ area }) => area),
      }),
    ],
  ];
  for (const [name, ipc] of tables)
    await engine.insertArrow({ schema: 'linkage', name }, ipc, { timeoutMs: CALL_MS });
}

async function numbers(
  engine: Engine,
  sql: string,
  names: readonly string[],
): Promise<readonly ArrayLike<number>[]> {
  const table = await engine.query(sql, [], { timeoutMs: CALL_MS });
  if (table.numRows === 0) return names.map(() => []);
  return names.map((name) => Array.from(table.getChild(name).toArray() as ArrayLike<number>));
}

/** Households that each child may belong to by one rule. */
async function candidatesBy(engine: Engine, sql: string): Promise<ReadonlyMap<number, readonly number[]>> {
  const [children, households] = await numbers(engine, sql, ['child', 'household']);
  const found = new Map<number, number[]>();
  for (let k = 0; k < children!.length; k++) {
    const own = found.get(children![k]!);
    if (own) own.push(households![k]!);
    else found.set(children![k]!, [households![k]!]);
  }
  return found;
}

/** One household of several that a rule names: by the KK, else whichever where all have the same decile; null else. */
function settled(
  candidates: readonly number[],
  byKk: readonly number[],
  households: readonly Household[],
): number | null {
  const [first] = candidates;
  if (first === undefined) return null;
  if (candidates.length === 1) return first;
  const both = candidates.filter((household) => byKk.includes(household));
  if (both.length === 1) return both[0]!;
  const deciles = new Set(candidates.map((household) => households[household]?.decile));
  return deciles.size === 1 ? first : null;
}

/** 1 where two identifiers are at most two digits apart, as a slip of the hand leaves them; -1 where one is missing. */
function identifierLevel(own: readonly string[], other: string): number {
  if (own.length === 0 || other === '') return -1;
  return own.some((digits) => differingDigits(digits, other) <= 2) ? 1 : 0;
}

/** Names of a child's parents among the adults of a household: 2 the same, 1 alike, 0 none. */
function parentLevel(parents: readonly string[], adults: readonly string[]): number {
  if (parents.length === 0 || adults.length === 0) return -1;
  let best = 0;
  for (const parent of parents) {
    for (const adult of adults) {
      if (parent === adult) return 2;
      if (best === 0 && nameLikeness(parent, adult) >= 0.92) best = 1;
    }
  }
  return best;
}

const ADULT_DAYS = 15 * 365;

/** Names of the grown members of each household; who has no birth date is taken for one. */
function adultNames(
  members: readonly Member[],
  households: number,
  today: Day,
): readonly (readonly string[])[] {
  const names: string[][] = Array.from({ length: households }, () => []);
  for (const { household, name, birth } of members)
    if (name !== '' && (birth === null || birth < today - ADULT_DAYS)) names[household]!.push(name);
  return names;
}

/**
 * The household of each child: by the child's NIK, the KK, a parent's NIK, and for who is left by name, birth date and
 * sex within the village (Fellegi & Sunter, 1969), beside what NIK, KK and parents' names add. Nothing depends on the
 * order of the rows or on the key.
 */
export async function linkHouseholds(
  engine: Engine,
  children: readonly Child[],
  grouped: GroupedHouseholds,
  pseudonymOf: PseudonymOf,
  today: Day,
): Promise<Linking> {
  const { households, members } = grouped;
  const links: (Link | null)[] = children.map(() => null);
  if (households.length === 0 || children.length === 0)
    return { links, weights: null, ambiguous: 0, comparedPairs: 0 };
  await engine.query('CREATE SCHEMA linkage');
  try {
    await insertPeople(engine, children, grouped, pseudonymOf);
    const byNik = await candidatesBy(engine, BY_CHILD_NIK);
    const byKk = await candidatesBy(engine, BY_KK);
    const byParent = await candidatesBy(engine, BY_PARENT_NIK);
    const rules = [
      ['child-nik', byNik],
      ['kk', byKk],
      ['parent-nik', byParent],
    ] as const;
    let ambiguous = 0;
    children.forEach((_, child) => {
      const own = rules.find(([, found]) => found.has(child));
      if (own === undefined) return;
      const [rule, found] = own;
      const household = settled(found.get(child)!, byKk.get(child) ?? [], households);
      if (household === null) ambiguous++;
      else links[child] = { child, household, rule, member: null, probability: 1 };
    });
    const decided = children.flatMap((_, child) =>
      rules.some(([, found]) => found.has(child)) ? [child] : [],
    );
    const settledIpc = arrowStream({ child: Int32Array.from(decided) });
    await engine.insertArrow({ schema: 'linkage', name: 'settled' }, settledIpc);
    for (const sql of OPEN_TABLES) await engine.query(sql, [], { timeoutMs: CALL_MS });
    const likely = await linkByNames(
      engine,
      children,
      grouped,
      adultNames(members, households.length, today),
    );
    for (const link of likely.links) links[link.child] = link;
    return {
      links,
      weights: likely.weights,
      ambiguous: ambiguous + likely.ambiguous,
      comparedPairs: likely.compared,
    };
  } finally {
    await engine.query('DROP SCHEMA linkage CASCADE');
  }
}

interface NamedLinks {
  readonly links: readonly Link[];
  readonly weights: LinkWeights | null;
  readonly ambiguous: number;
  readonly compared: number;
}

async function linkByNames(
  engine: Engine,
  children: readonly Child[],
  { members, households }: GroupedHouseholds,
  adults: readonly (readonly string[])[],
): Promise<NamedLinks> {
  const [[pairs = 0] = []] = (await numbers(engine, ALL_PAIRS, ['pairs'])) as readonly number[][];
  if (pairs === 0) return { links: [], weights: null, ambiguous: 0, compared: 0 };
  const every = Math.max(1, Math.ceil(pairs / SAMPLED_PAIRS));
  const sample = await numbers(engine, randomPairs(every), ['name', 'birth', 'sex', 'pairs']);
  const found = await numbers(engine, COMPARED_PAIRS, ['child', 'member', 'name', 'birth', 'sex']);
  const extended = (child: number, member: number, levels: readonly number[]): Pattern => {
    const [own, other] = [children[child]!, members[member]!];
    return [
      ...levels,
      parentLevel(own.parents, adults[other.household] ?? []),
      identifierLevel(own.niks, other.nik),
      identifierLevel(own.kks, households[other.household]?.kk ?? ''),
    ];
  };
  const candidates = Array.from(found[0]!, (child, k): Candidate => {
    const member = found[1]![k]!;
    return { child, member, pattern: extended(child, member, [found[2]![k]!, found[3]![k]!, found[4]![k]!]) };
  });
  const counts = patternCounts(candidates);
  const random = Array.from(sample[3]!, (count, k) => ({
    pattern: [sample[0]![k]!, sample[1]![k]!, sample[2]![k]!, -1, -1, -1],
    count,
  }));
  const known = levelShares(otherPatterns(candidates), FIELD_LEVELS);
  const weights = estimateWeights({ compared: counts, random, known, pairs }, FIELD_LEVELS);
  const chosen = assigned(candidates, weights, members);
  return { ...chosen, weights, compared: candidates.length };
}

/** Of pairs that names and dates speak against: how often the other fields agree by chance. */
function otherPatterns(candidates: readonly Candidate[]): readonly PatternCount[] {
  return patternCounts(candidates.filter(({ pattern: [name = 0, birth = 0] }) => name === 0 || birth === 0));
}

function patternCounts(candidates: readonly Candidate[]): readonly PatternCount[] {
  const tally = new Map<string, { pattern: Pattern; count: number }>();
  for (const { pattern } of candidates) {
    const key = pattern.join();
    const known = tally.get(key);
    if (known) known.count++;
    else tally.set(key, { pattern, count: 1 });
  }
  return [...tally.values()];
}

import type { LinkWeights } from '#core/preparation-report.ts';
import type { Member } from './household-grouping.ts';
import type { Link } from './household-link.ts';
import { matchProbability, matchWeight, type Pattern } from './pattern-em.ts';

/** A pair is taken from this probability on: docs/linkage.md. */
const ACCEPTED = 0.9;
/** Two candidates closer than this (log2) are as likely as each other. */
const APART = 2;

/** A child and a member who were compared. */
export interface Candidate {
  readonly child: number;
  readonly member: number;
  readonly pattern: Pattern;
}

interface Weighed extends Candidate {
  readonly weight: number;
  readonly probability: number;
}

/** The likeliest pairs first, each child and each member once; a child with two households as likely is left alone. */
export function assigned(
  candidates: readonly Candidate[],
  weights: LinkWeights,
  members: readonly Member[],
): { readonly links: readonly Link[]; readonly ambiguous: number } {
  const likely = candidates
    .map((one): Weighed => {
      const probability = matchProbability(weights, one.pattern);
      return { ...one, probability, weight: matchWeight(weights, one.pattern) };
    })
    .filter(({ probability }) => probability >= 0.5)
    .sort((a, b) => b.weight - a.weight || a.child - b.child || a.member - b.member);
  const rivals = (one: Weighed, key: 'child' | 'member', other: Weighed): boolean =>
    other !== one &&
    other[key] === one[key] &&
    one.weight - other.weight < APART &&
    (key === 'child'
      ? members[other.member]?.household !== members[one.member]?.household
      : other.child !== one.child);
  const ofChild = grouped(likely, 'child');
  const ofMember = grouped(likely, 'member');
  const links: Link[] = [];
  const taken = new Set<number>();
  const seen = new Set<number>();
  let ambiguous = 0;
  for (const one of likely) {
    if (seen.has(one.child) || taken.has(one.member)) continue;
    if (one.probability < ACCEPTED) continue;
    seen.add(one.child);
    const tied =
      ofChild.get(one.child)!.some((other) => rivals(one, 'child', other) && !taken.has(other.member)) ||
      ofMember.get(one.member)!.some((other) => rivals(one, 'member', other) && !seen.has(other.child));
    if (tied) {
      ambiguous++;
      continue;
    }
    taken.add(one.member);
    const household = members[one.member]!.household;
    links.push({
      child: one.child,
      household,
      rule: 'name-date',
      member: one.member,
      probability: one.probability,
    });
  }
  return { links, ambiguous };
}

function grouped(
  pairs: readonly Weighed[],
  key: 'child' | 'member',
): ReadonlyMap<number, readonly Weighed[]> {
  const found = new Map<number, Weighed[]>();
  for (const pair of pairs) {
    const own = found.get(pair[key]);
    if (own) own.push(pair);
    else found.set(pair[key], [pair]);
  }
  return found;
}

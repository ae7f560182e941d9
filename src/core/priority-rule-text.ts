import type { Indicator } from './indicator.ts';
import { type ListRule, PLAIN_RULE } from './list-rule.ts';
import { DIRICHLET_CONCENTRATION } from './priority-uncertainty.ts';
import type { Priority } from './view.ts';

/** What an index says of its list and its uncertainty beyond the parts that every link has. */
type Rule = Pick<Priority, 'list' | 'concentration' | 'leastWeighed'>;

export const MOST_CONCENTRATION = 1000;
export const LARGEST_AMOUNT = 1e15;
export const LARGEST_QUOTA = 1000;
/** Our own convention: no official edge is known. */
export const LEAST_WEIGHED = 0.6;

/** An index says nothing of these by itself: the first by the index, without quota, no amount given. */
export const USUAL_RULE: Rule = {
  list: PLAIN_RULE,
  concentration: DIRICHLET_CONCENTRATION,
  leastWeighed: LEAST_WEIGHED,
};

/** Whole numbers by their name: where they stand, their least, their most, and how many make 1. */
const NUMBERS = {
  budget: ['budget', 0, LARGEST_AMOUNT, 1],
  area: ['perArea', 0, LARGEST_AMOUNT, 1],
  child: ['perChild', 0, LARGEST_AMOUNT, 1],
  share: ['share', 1, 100, 100],
  least: ['least', 0, LARGEST_QUOTA, 1],
  most: ['most', 1, LARGEST_QUOTA, 1],
  dirichlet: ['concentration', 1, MOST_CONCENTRATION, 1],
  weighed: ['leastWeighed', 1, 100, 100],
} as const;

type Flat = ListRule & Omit<Rule, 'list'>;

function flat({ list, concentration, leastWeighed }: Rule): Flat {
  return { ...list, concentration, leastWeighed };
}

const USUAL = flat(USUAL_RULE);

/** What is not as usual, for instance `order~count`, `within~budget`, `budget~4000000000`, `most~2`. */
export function priorityRuleText(rule: Rule): readonly string[] {
  const own = flat(rule);
  const words = [
    ...(own.order === USUAL.order ? [] : [`order~${own.order}`]),
    ...(own.of === null ? [] : [`of~${own.of}`]),
    ...(own.limit === USUAL.limit ? [] : [`within~${own.limit}`]),
  ];
  const numbers = Object.entries(NUMBERS).flatMap(([name, [key, , , parts]]) => {
    const value = own[key];
    return value === null || value === USUAL[key] ? [] : [`${name}~${Math.round(value * parts)}`];
  });
  return [...words, ...numbers];
}

function readSetting(name: string, text: string, known: readonly Indicator[]): Partial<Flat> | null {
  if (name === 'order') return text === 'rate' || text === 'count' ? { order: text } : null;
  if (name === 'within') return text === 'budget' || text === 'share' ? { limit: text } : null;
  if (name === 'of') {
    const of = known.find(({ id, kind }) => id === text && kind === 'prevalence')?.id;
    return of === undefined ? null : { of };
  }
  if (!Object.hasOwn(NUMBERS, name) || !/^\d{1,16}$/.test(text)) return null;
  const [key, least, most, parts] = NUMBERS[name as keyof typeof NUMBERS];
  const value = Number(text);
  return value >= least && value <= most ? { [key]: value / parts } : null;
}

/** What priorityRuleText wrote; null where something is unknown, said twice, or at odds. */
export function readPriorityRule(texts: readonly string[], known: readonly Indicator[]): Rule | null {
  let own = USUAL;
  const said = new Set<string>();
  for (const part of texts) {
    const [name = '', text = '', ...rest] = part.split('~');
    const setting = rest.length > 0 || said.has(name) ? null : readSetting(name, text, known);
    if (setting === null) return null;
    said.add(name);
    own = { ...own, ...setting };
  }
  const { concentration, leastWeighed, ...list } = own;
  return list.most !== null && list.least > list.most ? null : { list, concentration, leastWeighed };
}

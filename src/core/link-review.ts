import type { LinkRule } from './preparation-report.ts';
import { wilsonInterval } from './rates.ts';
import { safeCsv } from './safe-csv.ts';

/*
 * The clerical review of links: of each rule a few are looked at, and what was found is kept by the places of the rows,
 * never by what they hold.
 */

/** What the reader said of a pair: one child and its family, others, or that it cannot be told. */
export type Verdict = 'same' | 'other' | 'unsure';

/** Whether two identifiers agree; unknown where either is missing. */
export type Agreement = 'same' | 'other' | 'unknown';

/** A link that is to be looked at, without anything that identifies anybody. */
export interface ReviewedLink {
  /** Digest of the file, sheet and row of either side: the same as long as the files are. */
  readonly key: string;
  readonly rule: LinkRule;
  /** Code of the child's village. */
  readonly area: string;
  readonly nik: Agreement;
  readonly kk: Agreement;
}

/** What of one person is shown, for one pair, when it is asked for. */
export interface ShownPerson {
  readonly name: string;
  /** ISO 8601; '' where not known. */
  readonly birth: string;
  readonly sex: 'male' | 'female' | 'unknown';
}

export interface ShownPair {
  readonly child: ShownPerson;
  /** Of the family, whose name is most like the child's. */
  readonly member: ShownPerson;
}

export type Verdicts = ReadonlyMap<string, Verdict>;

/** Links of one rule, and what was found of those looked at. */
export interface RuleReview {
  readonly rule: LinkRule;
  readonly links: number;
  readonly sampled: number;
  readonly same: number;
  readonly other: number;
  readonly unsure: number;
}

export interface LinkReview {
  readonly rules: readonly RuleReview[];
  /**
   * Share of right links, the rules weighted by their links; NaN before each rule that links has been looked at. Who is
   * unsure says nothing of it.
   */
  readonly precision: number;
  /** Ends of the 95 % intervals of the rules (Wilson, 1927), weighted alike: wider than 95 % asks for. */
  readonly low: number;
  readonly high: number;
}

/** What a review tells of all links: a stratified sample, by rule. */
export function linkReview(
  byRule: Readonly<Record<LinkRule, number>>,
  sample: readonly ReviewedLink[],
  verdicts: Verdicts,
): LinkReview {
  const rules = (Object.keys(byRule) as LinkRule[])
    .filter((rule) => byRule[rule] > 0)
    .map((rule): RuleReview => {
      const own = sample.filter((link) => link.rule === rule);
      const said = (verdict: Verdict): number =>
        own.filter(({ key }) => verdicts.get(key) === verdict).length;
      return {
        rule,
        links: byRule[rule],
        sampled: own.length,
        same: said('same'),
        other: said('other'),
        unsure: said('unsure'),
      };
    });
  const all = rules.reduce((sum, { links }) => sum + links, 0);
  let [precision, low, high] = [0, 0, 0];
  for (const { links, same, other } of rules) {
    const [from, to] = wilsonInterval(same, same + other);
    precision += (links / all) * (same / (same + other));
    low += (links / all) * from;
    high += (links / all) * to;
  }
  return rules.length === 0
    ? { rules, precision: Number.NaN, low: Number.NaN, high: Number.NaN }
    : { rules, precision, low, high };
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  same: 'sama',
  other: 'beda',
  unsure: 'ragu',
};
export const VERDICT_HEADER = [
  'sidik_anak',
  'lembar_anak',
  'baris_anak',
  'sidik_keluarga',
  'lembar_keluarga',
  'baris_keluarga',
  'putusan',
] as const;

/** The places of a pair as one key, and back. */
export const PLACE_MARK = '\t';

/** Verdicts as a file: places of rows and words alone. */
export function verdictsCsv(verdicts: Verdicts): string {
  const rows = [...verdicts].map(([key, verdict]) => [...key.split(PLACE_MARK), VERDICT_WORDS[verdict]]);
  return safeCsv([VERDICT_HEADER, ...rows.sort((a, b) => (a.join() < b.join() ? -1 : 1))]);
}

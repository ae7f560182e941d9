import type { AreaCode } from '#core/area.ts';
import {
  type Agreement,
  PLACE_MARK,
  type ReviewedLink,
  type ShownPair,
  type ShownPerson,
  VERDICT_HEADER,
  VERDICT_WORDS,
  type Verdict,
  type Verdicts,
} from '#core/link-review.ts';
import { parseDelimited } from '#data/delimited-text.ts';
import type { ChildRecord } from './child-record.ts';
import type { Member } from './household-grouping.ts';
import { LINK_RULES, type Link } from './household-link.ts';
import { type Day, isoDay } from './person-date.ts';
import { nameLikeness } from './person-name.ts';
import type { PreparationRun } from './preparation-run.ts';
import type { SheetRows } from './record-ledger.ts';

/** A link that is looked at: what anybody may see of it, and what one person sees of one pair when asked. */
export interface SampledLink {
  readonly head: ReviewedLink;
  readonly pair: ShownPair;
}

/** So many links of a rule are looked at, or all. */
const OF_EACH_RULE = 25;

/** Files by what they hold: a row number of another file would be another person. */
export type FileDigests = ReadonlyMap<SheetRows, string>;

interface Place {
  readonly sheet: SheetRows;
  readonly row: number;
}

function placeKey(digests: FileDigests, child: Place, member: Place): string {
  return [child, member]
    .flatMap(({ sheet, row }) => [
      digests.get(sheet) ?? '',
      sheet.sheet.replaceAll(PLACE_MARK, ' '),
      String(row),
    ])
    .join(PLACE_MARK);
}

function shown({ name, birth, sex }: Pick<Member, 'name' | 'birth' | 'sex'>): ShownPerson {
  const day: Day | null = birth;
  return { name, birth: day === null ? '' : isoDay(day), sex };
}

function agreement(own: readonly string[], other: readonly string[]): Agreement {
  const known = other.filter((digits) => digits !== '');
  if (own.length === 0 || known.length === 0) return 'unknown';
  return known.some((digits) => own.includes(digits)) ? 'same' : 'other';
}

/** Every k-th link of a rule, in the order of the children by content. */
function spread(links: readonly Link[], most: number): readonly Link[] {
  if (links.length <= most) return links;
  return Array.from({ length: most }, (_, n) => links[Math.floor(((n + 0.5) * links.length) / most)]!);
}

/**
 * A sample of links to be looked at, the same for the same files whatever the order of rows and the key: of each rule up to
 * 25, evenly spread. Of a family the member is shown whose name is most like the child's.
 */
export function reviewSample(
  { children, households, linking }: PreparationRun,
  digests: FileDigests,
  codes: readonly AreaCode[],
): readonly SampledLink[] {
  const first = new Map<number, ChildRecord>();
  for (const { child, record } of children.months) if (!first.has(child)) first.set(child, record);
  const ofHousehold = new Map<number, Member[]>();
  for (const member of households.members) {
    const own = ofHousehold.get(member.household);
    if (own) own.push(member);
    else ofHousehold.set(member.household, [member]);
  }
  const found = linking.links.flatMap((link) => (link === null ? [] : [link]));
  return LINK_RULES.flatMap((rule) =>
    spread(
      found.filter((link) => link.rule === rule),
      OF_EACH_RULE,
    ),
  ).flatMap((link): SampledLink[] => {
    const child = children.children[link.child]!;
    const record = first.get(link.child);
    const family = ofHousehold.get(link.household) ?? [];
    const likeness = (member: Member): number => nameLikeness(child.name, member.name);
    const member = family.reduce<Member | undefined>(
      (best, one) => (best === undefined || likeness(one) > likeness(best) ? one : best),
      link.member === null ? undefined : households.members[link.member],
    );
    if (record === undefined || member === undefined) return [];
    const head: ReviewedLink = {
      key: placeKey(digests, record, member),
      rule: link.rule,
      area: codes[child.area]!,
      nik: agreement(child.niks, [member.nik]),
      kk: agreement(child.kks, [households.households[link.household]?.kk ?? '']),
    };
    return [{ head, pair: { child: shown(child), member: shown(member) } }];
  });
}

/** The run without the links that somebody has looked at and found to be of others; how many these are. */
export function withoutRejected(
  run: PreparationRun,
  digests: FileDigests,
  verdicts: Verdicts,
): { readonly run: PreparationRun; readonly rejected: number } {
  const keys = new Set([...verdicts].flatMap(([key, verdict]) => (verdict === 'other' ? [key] : [])));
  if (keys.size === 0) return { run, rejected: 0 };
  const first = new Map<number, ChildRecord>();
  for (const { child, record } of run.children.months) if (!first.has(child)) first.set(child, record);
  const members = new Map<number, Member[]>();
  for (const member of run.households.members)
    members.set(member.household, [...(members.get(member.household) ?? []), member]);
  let rejected = 0;
  const links = run.linking.links.map((link) => {
    const record = link === null ? undefined : first.get(link.child);
    if (link === null || record === undefined) return link;
    const own = (members.get(link.household) ?? []).some((member) =>
      keys.has(placeKey(digests, record, member)),
    );
    if (own) rejected += 1;
    return own ? null : link;
  });
  return { run: { ...run, linking: { ...run.linking, links } }, rejected };
}

/** Null where the text is no file of verdicts; rows that say nothing usable are counted, 1-based. */
export function parseVerdicts(
  text: string,
): { readonly verdicts: Verdicts; readonly unusable: readonly number[] } | null {
  const read = parseDelimited(text.replace(/^\ufeff/, ''));
  if (!read.ok) return null;
  const [header = [], ...rows] = read.value.rows;
  const at = VERDICT_HEADER.map((name) => header.map((own) => own.trim().toLowerCase()).indexOf(name));
  if (at.includes(-1)) return null;
  const said = new Map(Object.entries(VERDICT_WORDS).map(([verdict, word]) => [word, verdict as Verdict]));
  const verdicts = new Map<string, Verdict>();
  const unusable: number[] = [];
  rows.forEach((row, k) => {
    const cells = at.map((column) => (row[column] ?? '').trim().replace(/^'/, ''));
    const verdict = said.get((cells.pop() ?? '').toLowerCase());
    if (verdict === undefined) unusable.push(k + 2);
    else verdicts.set(cells.join(PLACE_MARK), verdict);
  });
  return { verdicts, unusable };
}

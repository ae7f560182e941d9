import type { AreaIndex } from '#core/area.ts';
import type { RowFlag } from '#core/preparation-report.ts';
import type { ChildRecord, WrittenChild } from './child-record.ts';
import { compareText, mostFrequent } from './household-grouping.ts';
import { differingDigits } from './identity-text.ts';
import type { Sex } from './person-cells.ts';
import type { Day } from './person-date.ts';
import { nameLikeness } from './person-name.ts';

/** A child of all files. Its position is its order by content, whatever the order of the rows. */
export interface Child {
  /** All that its rows write, the most frequent first; none for masked and missing ones. */
  readonly niks: readonly string[];
  readonly kks: readonly string[];
  readonly parentNiks: readonly string[];
  readonly name: string;
  readonly sex: Sex;
  readonly birth: Day | null;
  readonly parents: readonly string[];
  /** Of its last record. */
  readonly area: AreaIndex;
}

/** A record of a child in a month: at most one each. */
export interface ChildMonth {
  readonly child: number;
  readonly record: ChildRecord;
}

export interface GroupedChildren {
  readonly children: readonly Child[];
  readonly months: readonly ChildMonth[];
  /** Records beside the one that was kept of their month. */
  readonly duplicates: number;
  /** Flags that only several rows together show, by record. */
  readonly flags: ReadonlyMap<ChildRecord, readonly RowFlag[]>;
  /** Pairs of children that share a NIK and are not alike: kept apart. */
  readonly sharedNiks: number;
}

/** From here on two spellings may be one name (docs/linkage.md). */
const ALIKE = 0.92;
/** Less alike than this one NIK stands for two children; the first where their birth date is the same. */
const SAME_DAY_ALIKE = 0.7;
const SAME_NIK_ALIKE = 0.8;

/** Likeness of two names, whichever of their words comes first. */
function wordsLikeness(a: string, b: string): number {
  const sorted = (name: string): string => name.split(' ').sort().join(' ');
  return Math.max(nameLikeness(a, b), nameLikeness(sorted(a), sorted(b)));
}

/** A slip of one digit gives a NIK that another child of the same day may have: the name has to agree too. */
function isSameChild(first: WrittenChild, child: WrittenChild): boolean {
  if (first.name === '' || child.name === '') return first.birth === child.birth;
  return (
    wordsLikeness(first.name, child.name) >= (first.birth === child.birth ? SAME_DAY_ALIKE : SAME_NIK_ALIKE)
  );
}

interface Group {
  readonly written: WrittenChild[];
  readonly records: ChildRecord[];
}

function contentOf(child: WrittenChild): string {
  return [
    child.birth ?? '',
    child.name,
    child.sex,
    child.nik,
    child.kk,
    child.parents,
    child.parentNiks,
  ].join('|');
}

function recordOrder(a: ChildRecord, b: ChildRecord): number {
  return (
    (a.measuredOn ?? -1) - (b.measuredOn ?? -1) ||
    compareText(a.month, b.month) ||
    a.area - b.area ||
    a.filled - b.filled ||
    (a.weight ?? -1) - (b.weight ?? -1) ||
    (a.height ?? -1) - (b.height ?? -1) ||
    compareText(Object.values(a.classes).join(), Object.values(b.classes).join()) ||
    compareText(contentOf(a.child), contentOf(b.child)) ||
    compareText(`${a.puskesmas}|${a.posyandu}`, `${b.puskesmas}|${b.posyandu}`)
  );
}

function lastArea({ records }: Group): AreaIndex {
  return records.reduce((last, record) => (recordOrder(last, record) <= 0 ? record : last)).area;
}

/** Rows of one NIK, unless both name and birth date tell two children. */
function byNik(written: ReadonlyMap<WrittenChild, ChildRecord[]>): { groups: Group[]; shared: number } {
  const ofNik = new Map<string, WrittenChild[]>();
  for (const child of written.keys()) {
    if (child.nik === '') continue;
    const same = ofNik.get(child.nik);
    if (same) same.push(child);
    else ofNik.set(child.nik, [child]);
  }
  const groups: Group[] = [];
  let shared = 0;
  for (const same of ofNik.values()) {
    const own: Group[] = [];
    const ordered = same.sort((a, b) => compareText(contentOf(a), contentOf(b)));
    for (const child of ordered) {
      const fits = own.find(({ written: [first] }) => first !== undefined && isSameChild(first, child));
      const records = written.get(child) ?? [];
      if (fits) {
        fits.written.push(child);
        fits.records.push(...records);
      } else own.push({ written: [child], records: [...records] });
    }
    shared += own.length - 1;
    groups.push(...own);
  }
  return { groups, shared };
}

/** Whether two groups may be one child: names alike and one NIK missing, never both in one month; or a mistyped NIK. */
function mayBeOne(a: Group, b: Group): boolean {
  const [first, second] = [a.written[0]!, b.written[0]!];
  if (first.nik !== '' && second.nik !== '') {
    // Twins are born on one day, and their numbers follow each other: only the very same name is one child.
    return (
      first.name === second.name && first.nik !== second.nik && differingDigits(first.nik, second.nik) <= 2
    );
  }
  if (nameLikeness(first.name, second.name) < ALIKE) return false;
  const months = new Set(a.records.map(({ month }) => month));
  return first.name === second.name || !b.records.some(({ month }) => months.has(month));
}

/** Children without a NIK, and those whose NIK was once mistyped, joined within area, birth date and sex. */
function joined(groups: readonly Group[]): readonly Group[] {
  const buckets = new Map<string, Group[]>();
  const rest: Group[] = [];
  for (const group of groups) {
    const [first] = group.written;
    if (first === undefined || first.birth === null || first.name === '') {
      rest.push(group);
      continue;
    }
    const key = `${lastArea(group)}|${first.birth}|${first.sex}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(group);
    else buckets.set(key, [group]);
  }
  for (const bucket of buckets.values()) {
    const kept: Group[] = [];
    const ordered = bucket
      .map((group) => ({ group, key: contentOf(group.written[0]!) }))
      .sort((a, b) => b.group.records.length - a.group.records.length || compareText(a.key, b.key));
    for (const { group } of ordered) {
      const fits = kept.filter((other) => mayBeOne(other, group));
      const [only] = fits;
      if (only !== undefined && fits.length === 1) {
        only.written.push(...group.written);
        only.records.push(...group.records);
      } else kept.push(group);
    }
    rest.push(...kept);
  }
  return rest;
}

function byFrequency(texts: readonly string[]): readonly string[] {
  const tally = new Map<string, number>();
  for (const text of texts) if (text !== '') tally.set(text, (tally.get(text) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([text]) => text);
}

function childOf(group: Group): Child {
  const written = group.records.map(({ child }) => child);
  const birth = mostFrequent(written.map((child) => String(child.birth ?? '')));
  return {
    niks: byFrequency(written.map(({ nik }) => nik)),
    kks: byFrequency(written.map(({ kk }) => kk)),
    parentNiks: byFrequency(written.flatMap(({ parentNiks }) => parentNiks)),
    name: mostFrequent(written.map(({ name }) => name)),
    sex: mostFrequent(written.map(({ sex }) => sex)) as Sex,
    birth: birth === '' ? null : Number(birth),
    parents: byFrequency(written.flatMap(({ parents }) => parents)),
    area: lastArea(group),
  };
}

/** Of the records of a month the most complete, then the latest; equals by content. */
function bestOf(records: readonly ChildRecord[]): ChildRecord {
  return records.reduce((best, record) => {
    const order = record.filled - best.filled || recordOrder(record, best);
    return order > 0 ? record : best;
  });
}

/** Puts rows together into children, and keeps one record of each child and month. */
export function groupChildren(records: readonly ChildRecord[]): GroupedChildren {
  const written = new Map<WrittenChild, ChildRecord[]>();
  for (const record of records) {
    const own = written.get(record.child);
    if (own) own.push(record);
    else written.set(record.child, [record]);
  }
  const { groups, shared } = byNik(written);
  for (const [child, own] of written)
    if (child.nik === '') groups.push({ written: [child], records: [...own] });
  const ordered = joined(groups)
    .map((group) => {
      const child = childOf(group);
      const key = [child.area, child.birth ?? '', child.name, child.sex, child.niks, child.kks].join('|');
      return { group, child, key, tie: group.records.length };
    })
    .sort((a, b) => compareText(a.key, b.key) || a.tie - b.tie);
  const flags = new Map<ChildRecord, RowFlag[]>();
  const months: ChildMonth[] = [];
  let duplicates = 0;
  ordered.forEach(({ group }, child) => {
    const ofMonth = new Map<string, ChildRecord[]>();
    for (const record of group.records) {
      const own = ofMonth.get(record.month);
      if (own) own.push(record);
      else ofMonth.set(record.month, [record]);
    }
    for (const [, own] of [...ofMonth].sort((a, b) => compareText(a[0], b[0]))) {
      const best = bestOf(own);
      months.push({ child, record: best });
      duplicates += own.length - 1;
      const twice = own.filter((record) => record.child.nik !== '' && record.child.nik === best.child.nik);
      if (twice.length > 1) for (const record of twice) flags.set(record, ['nik-twice']);
    }
  });
  demoteDuplicates(records, months);
  return { children: ordered.map(({ child }) => child), months, duplicates, flags, sharedNiks: shared };
}

/** Rows none of whose records was kept are duplicates in the ledger. */
function demoteDuplicates(records: readonly ChildRecord[], months: readonly ChildMonth[]): void {
  const kept = new Set<string>();
  const sheets = new Map<ChildRecord['sheet'], number>();
  const id = ({ sheet, row }: ChildRecord): string => {
    const known = sheets.get(sheet) ?? sheets.size;
    sheets.set(sheet, known);
    return `${known}:${row}`;
  };
  for (const { record } of months) kept.add(id(record));
  for (const record of records) if (!kept.has(id(record))) record.sheet.demote(record.row);
}

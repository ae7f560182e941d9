import type { AreaIndex } from '#core/area.ts';
import type { Decile, MemberRecord } from './household-record.ts';
import type { Sex } from './person-cells.ts';
import type { Day } from './person-date.ts';
import type { SheetRows } from './record-ledger.ts';

/** A family of the lists. Its position is its order by content, whatever the order of the rows. */
export interface Household {
  readonly kk: string;
  readonly area: AreaIndex;
  /** unknown too where lists contradict each other. */
  readonly decile: Decile;
  readonly contradicted: boolean;
  readonly atRisk: boolean | null;
  /** Whether a list of welfare, and a list of risk (KRS), has it. */
  readonly inWelfareList: boolean;
  readonly inRiskList: boolean;
}

export interface Member {
  readonly household: number;
  readonly nik: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birth: Day | null;
  readonly area: AreaIndex;
  /** A row that names it. */
  readonly sheet: SheetRows;
  readonly row: number;
}

export interface GroupedHouseholds {
  readonly households: readonly Household[];
  readonly members: readonly Member[];
  /** Families whose lists name several deciles. */
  readonly contradictions: number;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text that comes most often; of equals the first in order. */
export function mostFrequent(texts: readonly string[]): string {
  const tally = new Map<string, number>();
  for (const text of texts) tally.set(text, (tally.get(text) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [text, count] of tally) {
    if (count > most || (count === most && text < best)) {
      best = text;
      most = count;
    }
  }
  return best;
}

function memberKey(member: MemberRecord): string {
  return [member.nik, member.name, member.birth ?? '', member.sex, member.area].join('|');
}

/** Rows put together into families; the same member of two lists is one. */
export function groupHouseholds(records: readonly MemberRecord[]): GroupedHouseholds {
  const groups = new Map<string, MemberRecord[]>();
  for (const record of records) {
    const group = groups.get(record.household);
    if (group) group.push(record);
    else groups.set(record.household, [record]);
  }
  const ordered = [...groups.values()]
    .map((group) => {
      const keyed = group
        .map((record) => ({ record, key: memberKey(record) }))
        .sort((a, b) => compareText(a.key, b.key));
      const [first] = keyed;
      return { keyed, key: `${first?.record.kk}|${keyed.map(({ key }) => key).join(';')}` };
    })
    .sort((a, b) => compareText(a.key, b.key));
  const households: Household[] = [];
  const members: Member[] = [];
  let contradictions = 0;
  for (const { keyed } of ordered) {
    const own = keyed.map(({ record }) => record);
    const deciles = new Set(own.map(({ decile }) => decile).filter((decile) => decile !== 'unknown'));
    const contradicted = deciles.size > 1;
    if (contradicted) contradictions++;
    const [decile = 'unknown'] = contradicted ? [] : deciles;
    const risks = own.flatMap(({ atRisk }) => (atRisk === null ? [] : [atRisk]));
    const household = households.length;
    households.push({
      kk: own.find(({ kk }) => kk !== '')?.kk ?? '',
      area: Number(mostFrequent(own.map(({ area }) => String(area)))) as AreaIndex,
      decile,
      contradicted,
      atRisk: risks.length === 0 ? null : risks.includes(true),
      inWelfareList: own.some(({ sheet }) => sheet.form !== 'krs'),
      inRiskList: own.some(({ sheet }) => sheet.form === 'krs'),
    });
    let before = '';
    for (const { record, key } of keyed) {
      if (key === before) continue;
      before = key;
      const { nik, otherNik, name, sex, birth, area, sheet, row } = record;
      members.push({ household, nik, name, sex, birth, area, sheet, row });
      if (otherNik !== '')
        members.push({ household, nik: otherNik, name: '', sex: 'unknown', birth: null, area, sheet, row });
    }
  }
  return { households, members, contradictions };
}

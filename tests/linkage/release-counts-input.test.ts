import { describe, expect, it } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import type { Child } from '#linkage/child-grouping.ts';
import type { ChildRecord } from '#linkage/child-record.ts';
import type { Household } from '#linkage/household-grouping.ts';
import type { Link } from '#linkage/household-link.ts';
import { dayOf } from '#linkage/person-date.ts';
import { SheetRows } from '#linkage/record-ledger.ts';
import { releaseCounts } from '#linkage/release-counts-input.ts';

const KK = '5371010101200001';
const area = 0 as AreaIndex;

function child(kks: readonly string[]): Child {
  return { niks: [], kks, parentNiks: [], name: '', sex: 'female', birth: null, parents: [], area };
}

function record(): ChildRecord {
  const own = child([]);
  return {
    sheet: new SheetRows('a.csv', '', 'eppgbm-a'),
    row: 2,
    child: { nik: '', kk: '', parentNiks: [], name: '', sex: own.sex, birth: null, parents: [] },
    area,
    puskesmas: '',
    posyandu: '',
    month: '2026-03',
    measuredOn: dayOf(2026, 3, 5),
    weight: null,
    height: null,
    months: 20,
    classes: { stunting: 'none', wasting: 'none', underweight: 'none' },
    filled: 0,
    flags: [],
  };
}

function household(kk: string): Household {
  return {
    kk,
    area,
    decile: '1',
    contradicted: false,
    atRisk: null,
    inWelfareList: true,
    inRiskList: false,
  };
}

/** Numbers of household of children, one measurement each. */
function households(
  children: readonly Child[],
  links: readonly (number | null)[],
  listed: readonly Household[],
): readonly number[] {
  const linked = links.map((to, k): Link | null =>
    to === null ? null : { child: k, household: to, rule: 'kk', member: null, probability: 1 },
  );
  const counts = releaseCounts({
    children: {
      children,
      months: children.map((_, k) => ({ child: k, record: record() })),
      duplicates: 0,
      flags: new Map(),
      sharedNiks: 0,
    },
    households: { households: listed, members: [], contradictions: 0 },
    linking: { links: linked, weights: null, ambiguous: 0, comparedPairs: 0 },
  });
  const month = counts.periods.indexOf('2026-03' as (typeof counts.periods)[number]);
  return [...counts.household.keys()]
    .filter((row) => counts.period[row] === month)
    .map((row) => counts.household[row]!);
}

describe('households of a release', () => {
  it('holds siblings of one KK for one household, whether a list has found both of them or one', () => {
    const [first, second] = households([child([KK]), child([KK])], [0, null], [household(KK)]);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
  });

  it('takes the KK of the list that a child without KK was linked to', () => {
    const [first, second, third] = households(
      [child([]), child([KK]), child([])],
      [0, null, 0],
      [household(KK)],
    );
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it('tells families of a list without KK apart, and knows nothing of who has neither', () => {
    const own = households(
      [child([]), child([]), child([]), child([])],
      [0, 1, 0, null],
      [household(''), household('')],
    );
    expect(own[0]).toBe(own[2]);
    expect(own[0]).not.toBe(own[1]);
    expect(own[3]).toBe(0);
  });
});

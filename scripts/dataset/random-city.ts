import { type Area, areaCode, type Source } from '#core/area.ts';
import { ReportStatus } from '#core/cells.ts';
import { CHILD_DIMENSIONS, type ChildDimensionId, CLASSES } from '#core/dimension.ts';
import { monthsOf, type Period } from '#core/period.ts';
import { createRandom, type Random } from '#core/random.ts';
import type { ReleaseInput } from '#core/release-counts.ts';
import { releaseRule } from '#core/release-rule.ts';
import { buildTerritory } from '#core/territory.ts';

export interface RandomCity {
  readonly seed: number;
  readonly districts: number;
  readonly villages: number;
  readonly periods: readonly string[];
  /** Children of the smallest village and of the largest. */
  readonly children?: readonly [number, number];
  /** Share of measurements of which a class is not known. */
  readonly unknown?: number;
}

const SOURCE: Source = { publisher: '', title: '', url: '', license: '', retrieved: '' };

interface Child {
  readonly village: number;
  readonly household: number;
  readonly classes: Record<ChildDimensionId, number>;
}

function pick(random: Random, shares: readonly number[]): number {
  let draw = random.unit();
  for (const [k, share] of shares.entries()) {
    draw -= share;
    if (draw < 0) return k;
  }
  return shares.length - 1;
}

function invented(
  random: Random,
  village: number,
  household: number,
  shares: VillageShares,
  lost: number,
): Child {
  const known = (position: number, dimension: ChildDimensionId, share = lost): number =>
    random.unit() < share ? CLASSES[dimension].length - 1 : position;
  const poor = random.unit() < shares.poor;
  const third = (share: number): readonly number[] => [share / 4, (share * 3) / 4, 1 - share];
  const stunted = Math.min(0.7, shares.stunted * (poor ? 1.6 : 1));
  const wasted = Math.min(0.4, shares.wasted * (poor ? 1.4 : 1));
  return {
    village,
    household,
    classes: {
      sex: random.below(2),
      age: pick(random, [0.1, 0.1, 0.2, 0.2, 0.4]),
      stunting: known(pick(random, third(stunted)), 'stunting'),
      wasting: known(pick(random, third(wasted)), 'wasting'),
      underweight: known(pick(random, third((stunted + wasted) / 2)), 'underweight'),
      poverty: known(poor ? 0 : 1 + random.below(4), 'poverty', 3 * lost),
    },
  };
}

interface VillageShares {
  readonly poor: number;
  readonly stunted: number;
  readonly wasted: number;
}

/**
 * Counts of an invented city, small villages among large ones, to hide and attack. Of each month four children in five are
 * measured; of a semester those who were in any of its months.
 */
export function randomCity(options: RandomCity): ReleaseInput {
  const { seed, districts, villages, children: [least, most] = [60, 1200], unknown = 0.02 } = options;
  const random = createRandom(seed);
  const pad = (k: number): string => String(k).padStart(2, '0');
  const area = (code: string, parent: string | null): Area => ({
    code: areaCode(code),
    name: code,
    parent: parent === null ? null : areaCode(parent),
    centroid: [0, 0],
    surfaceKm2: 1,
  });
  const districtAreas = Array.from({ length: districts }, (_, d) => area(`99.01.${pad(d + 1)}`, null));
  const villageAreas = Array.from({ length: villages }, (_, v) => {
    const parent = districtAreas[v % districts]!.code;
    return area(`${parent}.${1001 + Math.floor(v / districts)}`, parent);
  });
  const territory = buildTerritory('Kota Acak', villageAreas, districtAreas, SOURCE, '');
  const periods = options.periods as readonly Period[];
  const months = [...new Set(periods.flatMap(monthsOf))];
  const people: Child[] = [];
  let household = 0;
  for (let village = 0; village < villages; village++) {
    const size = Math.round(least * (most / least) ** random.unit());
    const shares = {
      poor: 0.05 + 0.3 * random.unit(),
      stunted: 0.08 + 0.27 * random.unit(),
      wasted: 0.03 + 0.1 * random.unit(),
    };
    for (let c = 0; c < size; c++) {
      if (c === 0 || random.unit() < 0.75) household += 1;
      people.push(invented(random, village, household, shares, unknown));
    }
  }
  const measured = people.map(() => new Set(months.filter(() => random.unit() < 0.8)));
  const rows = periods.flatMap((period, p) =>
    people.flatMap((child, c) =>
      monthsOf(period).some((month) => measured[c]!.has(month)) ? [{ child, p }] : [],
    ),
  );
  const size = periods.length * villages;
  const target = new Float64Array(size);
  const counted = new Float64Array(size);
  for (let p = 0; p < periods.length; p++)
    for (const { village } of people) target[p * villages + village]! += 1;
  for (const { child, p } of rows) counted[p * villages + child.village]! += 1;
  const classes = Object.fromEntries(
    CHILD_DIMENSIONS.map((one) => [one, Uint8Array.from(rows, ({ child }) => child.classes[one])]),
  ) as Record<ChildDimensionId, Uint8Array>;
  return {
    territory,
    counts: {
      periods,
      village: Uint32Array.from(rows, ({ child }) => child.village),
      period: Uint16Array.from(rows, ({ p }) => p),
      classes,
      household: Uint32Array.from(rows, ({ child }) => child.household),
      children: new Uint32Array(rows.length).fill(1),
    },
    coverage: {
      periods,
      areas: villages,
      target,
      measured: counted,
      status: new Uint8Array(size).fill(ReportStatus.reported),
    },
    extremePovertyDecile: 1,
    rule: releaseRule(),
    register: 'none',
    id: `kota-acak-${seed}`,
    date: '2026-11-30',
  };
}

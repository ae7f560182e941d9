import type { Territory } from '#core/area.ts';
import type { OverTarget, QualityGroup, QualityReport, RowFlag } from '#core/preparation-report.ts';
import type { GroupedChildren } from './child-grouping.ts';
import type { ChildRecord } from './child-record.ts';
import { compareText } from './household-grouping.ts';

export const ROW_FLAGS: readonly RowFlag[] = [
  'implausible',
  'label-differs',
  'label-unknown',
  'age-differs',
  'nik-date-differs',
  'date-swapped',
  'nik-twice',
];

interface Tally {
  rows: number;
  flags: Record<RowFlag, number>;
  weight: { figures: number; zeroOrFive: number };
  height: { figures: number; zeroOrFive: number };
}

function newTally(): Tally {
  return {
    rows: 0,
    flags: Object.fromEntries(ROW_FLAGS.map((flag) => [flag, 0])) as Record<RowFlag, number>,
    weight: { figures: 0, zeroOrFive: 0 },
    height: { figures: 0, zeroOrFive: 0 },
  };
}

function countDigit(tally: Tally['weight'], value: number | null): void {
  if (value === null) return;
  tally.figures++;
  if (Math.round(value * 10) % 5 === 0) tally.zeroOrFive++;
}

/** With its kecamatan, where another village bears the name. */
function villageNames({ villages, districts, districtOf }: Territory): readonly string[] {
  const bearers = new Map<string, number>();
  for (const { name } of villages.areas) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return villages.areas.map(({ name }, i) =>
    bearers.get(name) === 1 ? name : `${name} (${districts.areas[districtOf[i]!]!.name})`,
  );
}

/**
 * Villages and months whose registers name fewer children than were measured there. Registers (variant C) are lists that name children
 * who were not measured too; without one there is no target to exceed.
 */
function overTarget(
  records: readonly ChildRecord[],
  { months }: GroupedChildren,
  villages: readonly string[],
): readonly OverTarget[] {
  const registers = new Set(
    records.flatMap(({ measuredOn, sheet }) =>
      measuredOn === null && sheet.form === 'eppgbm-c' ? [sheet] : [],
    ),
  );
  const listed = new Map<string, number>();
  for (const { area, month, sheet } of records)
    if (registers.has(sheet)) listed.set(`${month}\t${area}`, (listed.get(`${month}\t${area}`) ?? 0) + 1);
  const measured = new Map<string, number>();
  for (const { record } of months) {
    const key = `${record.month}\t${record.area}`;
    if (record.measuredOn !== null) measured.set(key, (measured.get(key) ?? 0) + 1);
  }
  return [...listed]
    .map(([key, count]): OverTarget => {
      const [month = '', area = ''] = key.split('\t');
      return {
        village: villages[Number(area)] ?? '',
        month,
        listed: count,
        measured: measured.get(key) ?? 0,
      };
    })
    .filter((one) => one.measured > one.listed)
    .sort((a, b) => compareText(a.month, b.month) || compareText(a.village, b.village));
}

/** The quality of the rows by puskesmas, posyandu and kelurahan, with the numbers of the rows behind it. */
export function qualityReport(
  records: readonly ChildRecord[],
  children: GroupedChildren,
  territory: Territory,
): QualityReport {
  const villages = villageNames(territory);
  const tallies = new Map<string, Tally>();
  const rows = new Map<string, Set<number>>();
  for (const record of records) {
    if (record.measuredOn === null) continue;
    const flags = [...record.flags, ...(children.flags.get(record) ?? [])];
    const places = [
      `village\t${villages[record.area] ?? ''}`,
      `puskesmas\t${record.puskesmas}`,
      `posyandu\t${record.puskesmas} / ${record.posyandu}`,
    ];
    for (const place of places) {
      const tally = tallies.get(place) ?? newTally();
      tallies.set(place, tally);
      tally.rows++;
      for (const flag of flags) tally.flags[flag]++;
      countDigit(tally.weight, record.weight);
      countDigit(tally.height, record.height);
    }
    for (const flag of flags) {
      const key = `${record.sheet.file}\t${record.sheet.sheet}\t${flag}`;
      rows.set(key, (rows.get(key) ?? new Set()).add(record.row));
    }
  }
  return {
    overTarget: overTarget(records, children, villages),
    groups: [...tallies]
      .sort((a, b) => compareText(a[0], b[0]))
      .map(([place, tally]) => {
        const [level = '', name = ''] = place.split('\t');
        return {
          level: level as QualityGroup['level'],
          name,
          rows: tally.rows,
          flags: tally.flags,
          weightDigits: tally.weight,
          heightDigits: tally.height,
        };
      }),
    rows: [...rows]
      .sort((a, b) => compareText(a[0], b[0]))
      .map(([key, own]) => {
        const [file = '', sheet = '', flag = ''] = key.split('\t');
        return { file, sheet, flag: flag as RowFlag, rows: [...own].sort((a, b) => a - b) };
      }),
  };
}

/**
 * Makes `tests/fixtures/release-small` anew: six invented villages, hidden and audited as an office's are.
 * `tsx scripts/dataset/release-fixture.ts`. Its outlines are read from there; README.md is kept by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ReportStatus } from '#core/cells.ts';
import type { Manifest } from '#core/dataset.ts';
import { CHILD_DIMENSIONS, type ChildDimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { ReleaseInput } from '#core/release-counts.ts';
import { protectRelease } from '#core/release-protection.ts';
import { releaseRule } from '#core/release-rule.ts';
import { finished } from '#core/stepped-work.ts';
import { packageFiles } from '#data/package-files.ts';
import { parseAreas } from '#data/package-geojson.ts';
import { territoryOf } from '#data/package-territory.ts';

const FOLDER = resolve(import.meta.dirname, '../../tests/fixtures/release-small');
const PERIODS = ['2026-05', '2026-06', '2026-S1'].map((id) => id as Period);
const TITLE = { id: 'rilis-kecil', title: 'Rilis kecil untuk uji (rekaan)' };

interface Counted {
  readonly target: number;
  /** Children with each class, the rest without; none: not reported. */
  readonly children: {
    readonly all: number;
    readonly stunted: number;
    readonly wasted: number;
    readonly poor: number;
  } | null;
  readonly status?: ReportStatus;
}

const counted = (target: number, all: number, stunted: number, wasted: number, poor: number): Counted => ({
  target,
  children: { all, stunted, wasted, poor },
});
const NOT_REPORTED = (target: number): Counted => ({
  target,
  children: null,
  status: ReportStatus.notReported,
});
const incomplete = (own: Counted): Counted => ({ ...own, status: ReportStatus.incomplete });

/** By period and village: Melati, Kenanga, Mawar, Cempaka, Dahlia, Anggrek. */
const CITY: readonly (readonly Counted[])[] = [
  [
    counted(251, 201, 34, 16, 42),
    counted(192, 152, 9, 21, 31),
    counted(31, 26, 12, 3, 6),
    counted(272, 203, 61, 32, 48),
    counted(141, 108, 31, 18, 27),
    counted(0, 0, 0, 0, 0),
  ],
  [
    counted(249, 198, 29, 17, 41),
    counted(190, 161, 31, 22, 32),
    NOT_REPORTED(30),
    incomplete(counted(268, 199, 56, 31, 46)),
    counted(139, 92, 3, 17, 26),
    counted(0, 0, 0, 0, 0),
  ],
  [
    counted(249, 214, 36, 19, 44),
    counted(190, 166, 32, 23, 33),
    counted(30, 27, 13, 3, 6),
    counted(268, 211, 63, 34, 49),
    counted(139, 111, 32, 19, 28),
    counted(0, 0, 0, 0, 0),
  ],
];

/** Children one by one: classes fall on them by steps without a common divisor, so that they cross. */
function rowsOf(): ReleaseInput['counts'] {
  const columns = { village: [] as number[], period: [] as number[], household: [] as number[] };
  const classes = Object.fromEntries(CHILD_DIMENSIONS.map((one) => [one, [] as number[]])) as Record<
    ChildDimensionId,
    number[]
  >;
  for (const [p, villages] of CITY.entries())
    for (const [village, { children }] of villages.entries()) {
      const { all, stunted, wasted, poor } = children ?? { all: 0, stunted: 0, wasted: 0, poor: 0 };
      const step = (own: number, by: number): number => (own * by) % Math.max(1, all);
      for (let c = 0; c < all; c++) {
        columns.village.push(village);
        columns.period.push(p);
        columns.household.push(1 + village * 1000 + Math.floor((c * 4) / 5));
        classes.sex.push(c % 2);
        classes.age.push(Math.min(4, Math.floor(step(c, 7) / Math.max(1, all / 6))));
        classes.stunting.push(c < stunted ? (c % 4 === 0 ? 0 : 1) : 2);
        classes.wasting.push(step(c, 5) < wasted ? (c % 4 === 0 ? 0 : 1) : 2);
        classes.underweight.push(step(c, 11) < (stunted + wasted) / 2 ? 1 : 2);
        classes.poverty.push(step(c, 13) < poor ? 0 : 4);
      }
    }
  return {
    periods: PERIODS,
    village: Uint32Array.from(columns.village),
    period: Uint16Array.from(columns.period),
    household: Uint32Array.from(columns.household),
    children: new Uint32Array(columns.village.length).fill(1),
    classes: Object.fromEntries(
      CHILD_DIMENSIONS.map((one) => [one, Uint8Array.from(classes[one])]),
    ) as ReleaseInput['counts']['classes'],
  };
}

const source = (title: string, license = 'MIT') => ({
  publisher: 'Peta Sasaran',
  title,
  url: '',
  license,
  retrieved: '',
});
const areas = parseAreas(readFileSync(join(FOLDER, 'areas.geojson'), 'utf8'));
if (!areas.ok) throw new Error('areas.geojson of the fixture');
const about: Omit<Manifest, 'minimumCell' | 'rounding' | 'tables'> = {
  schema: 'peta-sasaran/2',
  ...TITLE,
  territory: 'Kabupaten Rekaan',
  tier: 'release',
  extremePovertyDecile: 1,
  boundaries: { kind: 'schematic', asOf: '', source: source('Enam kotak rekaan') },
  sources: [source('Angka rekaan untuk uji')],
  periods: PERIODS.map((id, p) => ({ id, complete: p !== 1 })),
  definitions: {},
};
const flat = CITY.flat();
const territory = territoryOf({
  manifest: { ...about, minimumCell: 10, rounding: 5, tables: [] },
  areas: areas.value,
  districts: null,
});
if (!territory.ok) throw new Error('territory of the fixture');
const released = finished(
  protectRelease({
    territory: territory.value.territory,
    counts: rowsOf(),
    coverage: {
      periods: PERIODS,
      areas: CITY[0]!.length,
      target: Float64Array.from(flat, ({ target }) => target),
      measured: Float64Array.from(flat, ({ children }) => children?.all ?? Number.NaN),
      status: Uint8Array.from(flat, ({ status }) => status ?? ReportStatus.reported),
    },
    extremePovertyDecile: 1,
    rule: releaseRule(),
    register: 'none',
    id: TITLE.id,
    date: '2026-11-30',
  }),
);
if (!released.ok) throw new Error(released.problems.map(({ code }) => code).join(', '));
const { manifest, audit, cells, coverage } = released.value;
const files = packageFiles({
  manifest: { ...about, ...manifest, audit: { program: 'peta-sasaran', date: '2026-11-30', ...audit } },
  areas: areas.value,
  districts: null,
  cells: { format: 'rows', rows: cells },
  coverage,
});
for (const { path, bytes } of files) writeFileSync(join(FOLDER, path), bytes);

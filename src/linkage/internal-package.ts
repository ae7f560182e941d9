import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Source, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { ENTRY_COUNTS, type Manifest, type PeriodEntry, type TableEntry } from '#core/dataset.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { monthsOf, type Period, parsePeriod } from '#core/period.ts';
import type { SheetForm } from '#core/preparation-report.ts';
import type { Unit } from '#core/unit.ts';
import type { ArchivePart } from '#data/archive-guard.ts';
import type { CellRows, CoverageRows, DatasetPackage, PackageAreaProperties } from '#data/dataset-package.ts';
import { MANIFEST_FILE } from '#data/manifest.ts';
import { digestsOf, packageFiles } from '#data/package-files.ts';
import { CHILD_TABLE } from './cell-building.ts';
import type { GroupedChildren } from './child-grouping.ts';
import type { Household } from './household-grouping.ts';

/** What the files cannot say of the package. */
export interface PackageSeed {
  readonly id: string;
  readonly title: string;
  readonly territory: string;
  readonly extremePovertyDecile: 1 | 2 | 3 | 4;
  readonly boundaries: Manifest['boundaries'];
}

/** Lists by the names that offices know them by. */
const FORM_SOURCES: Readonly<Partial<Record<SheetForm, string>>> = {
  'eppgbm-a': 'e-PPGBM',
  'eppgbm-b': 'e-PPGBM',
  'eppgbm-c': 'e-PPGBM',
  'eppgbm-d': 'e-PPGBM',
  eppgbm: 'Daftar pengukuran',
  'p3ke-member': 'P3KE',
  'p3ke-family': 'P3KE',
  dtsen: 'DTSEN',
  dtks: 'DTKS',
  'local-members': 'Daftar setempat',
  krs: 'KRS',
};

/** Each kind of list once, those of children first; names of files are left out, as they may name persons. */
function formSources(forms: readonly SheetForm[]): readonly Source[] {
  const titles = new Set(forms.flatMap((form) => FORM_SOURCES[form] ?? []));
  return [...new Set(Object.values(FORM_SOURCES))]
    .filter((title) => titles.has(title))
    .map((title) => ({ publisher: '', title, url: '', license: '', retrieved: '' }));
}

/** Targets and measured children of an area and month. */
interface AreaMonth {
  listed: number;
  measured: number;
  /** Every list of it names children who were not measured too. */
  registry: boolean;
}

/** The form that lists all children of a posyandu; others list those who came, and a row without figures is a slip. */
const REGISTER: SheetForm = 'eppgbm-c';

/** How many children are listed by area and month, and whether the lists are of all children. */
export function areaMonths(
  { months }: GroupedChildren,
  territory: Territory,
): ReadonlyMap<string, AreaMonth> {
  const registries = new Set(
    months.flatMap(({ record }) =>
      record.measuredOn === null && record.sheet.form === REGISTER ? [record.sheet] : [],
    ),
  );
  const found = new Map<string, AreaMonth>();
  for (const { record } of months) {
    const key = `${territory.villages.areas[record.area]!.code}|${record.month}`;
    const own = found.get(key) ?? { listed: 0, measured: 0, registry: true };
    found.set(key, own);
    own.listed++;
    if (record.measuredOn !== null) own.measured++;
    if (!registries.has(record.sheet)) own.registry = false;
  }
  return found;
}

/** A table of families, for the period that their list names. */
export interface FamilyCounts {
  readonly table: TableEntry;
  readonly period: Period;
  /** Rows of its lists that were left out. */
  readonly setAside: number;
  /** By area code and class. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function tallied(
  households: readonly Household[],
  territory: Territory,
  classOf: (household: Household) => string,
): FamilyCounts['counts'] {
  const counts = new Map<string, Map<string, number>>();
  for (const household of households) {
    const code = territory.villages.areas[household.area]!.code;
    const own = counts.get(code) ?? new Map<string, number>();
    counts.set(code, own);
    const name = classOf(household);
    own.set(name, (own.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Families by decile and by risk, where a list has them and says of what period it is. */
export function familyCounts(
  households: readonly Household[],
  territory: Territory,
  periods: { readonly welfare: string; readonly risk: string },
  setAside: { readonly welfare: number; readonly risk: number },
  flagOnly: boolean,
): readonly FamilyCounts[] {
  const welfare = households.filter((household) => household.inWelfareList && household.decile !== 'unknown');
  const risk = households.filter(({ inRiskList }) => inRiskList);
  const welfarePeriod = parsePeriod(periods.welfare);
  const riskPeriod = parsePeriod(periods.risk);
  const found: FamilyCounts[] = [];
  if (welfare.length > 0 && welfarePeriod !== null)
    found.push({
      table: {
        id: 'family-poverty',
        level: 'village',
        unit: 'family',
        dimensions: ['poverty'],
        ...(flagOnly ? { undivided: ['poverty'] as const } : {}),
      },
      period: welfarePeriod,
      setAside: setAside.welfare,
      counts: tallied(
        households.filter(({ inWelfareList }) => inWelfareList),
        territory,
        ({ decile }) => decile,
      ),
    });
  if (risk.length > 0 && riskPeriod !== null)
    found.push({
      table: { id: 'family-risk', level: 'village', unit: 'family', dimensions: ['risk'] },
      period: riskPeriod,
      setAside: setAside.risk,
      counts: tallied(risk, territory, ({ atRisk }) =>
        atRisk === null ? 'unknown' : atRisk ? 'at-risk' : 'none',
      ),
    });
  return found;
}

function withFamilies(cells: CellRows, families: readonly FamilyCounts[]): CellRows {
  const rows = {
    table: [...cells.table],
    area: [...cells.area],
    period: [...cells.period],
    count: [...cells.count],
    classes: Object.fromEntries(
      Object.entries(cells.classes).map(([name, column]) => [name, [...(column ?? [])]]),
    ),
  };
  if (families.some(({ table }) => table.id === 'family-risk')) rows.classes.risk = cells.table.map(() => '');
  for (const { table, period, counts } of families) {
    const [dimension] = table.dimensions;
    for (const [area, own] of [...counts].sort())
      for (const [name, count] of [...own].sort()) {
        rows.table.push(table.id);
        rows.area.push(area);
        rows.period.push(period);
        rows.count.push(count);
        for (const [column, values] of Object.entries(rows.classes))
          values.push(column === dimension ? name : '');
      }
  }
  return rows;
}

interface MeasuredCells {
  readonly cells: CellRows;
  readonly periods: readonly Period[];
  readonly areaMonths: ReadonlyMap<string, AreaMonth>;
  readonly families: readonly FamilyCounts[];
  /** Lists say of poverty a yes or no alone. */
  readonly flagOnly: boolean;
}

function coverageRows(
  territory: Territory,
  { cells, periods, areaMonths: months, families }: MeasuredCells,
): CoverageRows {
  const measured = new Map<string, number>();
  cells.area.forEach((area, k) => {
    const key = `${area}|${cells.period[k]}`;
    measured.set(key, (measured.get(key) ?? 0) + cells.count[k]!);
  });
  const rows = {
    unit: [] as Unit[],
    area: [] as string[],
    period: [] as string[],
    target: [] as (number | null)[],
    measured: [] as (number | null)[],
    status: [] as CoverageRows['status'][number][],
  };
  const add = (
    unit: Unit,
    area: string,
    period: string,
    target: number | null,
    count: number | undefined,
  ): void => {
    rows.unit.push(unit);
    rows.area.push(area);
    rows.period.push(period);
    rows.target.push(target);
    rows.measured.push(count ?? (target === null ? null : 0));
    rows.status.push(count === undefined && target === null ? 'not-reported' : 'reported');
  };
  for (const period of periods) {
    const last = monthsOf(period).at(-1)!;
    for (const { code } of territory.villages.areas) {
      const month = months.get(`${code}|${last}`);
      add('child', code, period, month?.registry ? month.listed : null, measured.get(`${code}|${period}`));
    }
  }
  const totals = new Map<string, number>();
  for (const { period, counts } of families)
    for (const [area, own] of counts) {
      const sum = [...own.values()].reduce((total, one) => total + one, 0);
      const key = `${area}|${period}`;
      totals.set(key, Math.max(totals.get(key) ?? 0, sum));
    }
  for (const period of new Set(families.map((family) => family.period)))
    for (const { code } of territory.villages.areas) {
      const total = totals.get(`${code}|${period}`);
      add('family', code, period, total ?? null, total);
    }
  return rows;
}

function periodEntries(
  territory: Territory,
  { periods, families, cells }: MeasuredCells,
  setAside: ReadonlyMap<string, number>,
): readonly PeriodEntry[] {
  const reported = new Map<string, Set<string>>();
  cells.area.forEach((area, k) => {
    const period = cells.period[k]!;
    reported.set(period, (reported.get(period) ?? new Set()).add(area));
  });
  const all = territory.villages.areas.length;
  const monthComplete = (month: string): boolean =>
    reported.get(month)?.size === all && (setAside.get(month) ?? 0) === 0;
  const told: PeriodEntry[] = periods.map((id) => {
    const months = monthsOf(id);
    const aside = months.reduce((sum, month) => sum + (setAside.get(month) ?? 0), 0);
    return { id, complete: months.every(monthComplete), ...(aside > 0 ? { setAside: aside } : {}) };
  });
  const known = new Set<string>(periods);
  for (const { period } of families) {
    if (known.has(period)) continue;
    known.add(period);
    const own = families.filter((one) => one.period === period);
    const counted = new Set(own.flatMap(({ counts }) => [...counts.keys()]));
    const aside = own.reduce((sum, one) => sum + one.setAside, 0);
    const complete = counted.size === all && aside === 0;
    told.push({ id: period, complete, ...(aside > 0 ? { setAside: aside } : {}) });
  }
  return told;
}

function areaCollection(
  territory: Territory,
  boundaries: BoundaryCollection,
): FeatureCollection<Polygon | MultiPolygon, PackageAreaProperties> {
  return {
    type: 'FeatureCollection',
    features: territory.villages.areas.map((village, i) => {
      const district = territory.districts.areas[territory.districtOf[i]!]!;
      return {
        type: 'Feature',
        properties: {
          code: village.code,
          name: village.name,
          districtCode: district.code,
          districtName: district.name,
        },
        geometry: boundaries.features[i]!.geometry,
      };
    }),
  };
}

/** Exact counts of an office as a package of its own, with entry counts beside the cells; no row of it is of a person. */
export function internalPackage(
  ground: { readonly territory: Territory; readonly boundaries: BoundaryCollection },
  seed: PackageSeed,
  measured: MeasuredCells,
  setAside: ReadonlyMap<string, number>,
  forms: readonly SheetForm[],
): DatasetPackage {
  const { territory, boundaries } = ground;
  const children: readonly TableEntry[] =
    measured.cells.table.length > 0
      ? [
          {
            id: CHILD_TABLE,
            level: 'village',
            dimensions: CHILD_DIMENSIONS,
            ...(measured.flagOnly ? { undivided: ['poverty'] as const } : {}),
          },
        ]
      : [];
  const manifest: Manifest = {
    schema: 'peta-sasaran/2',
    id: seed.id,
    title: seed.title,
    territory: seed.territory,
    tier: 'internal',
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: seed.extremePovertyDecile,
    boundaries: seed.boundaries,
    sources: formSources(forms),
    periods: periodEntries(territory, measured, setAside),
    tables: [...children, ...measured.families.map(({ table }) => table)],
    definitions: {},
    extras: [ENTRY_COUNTS],
  };
  return {
    manifest,
    areas: areaCollection(territory, boundaries),
    districts: null,
    cells: { format: 'rows', rows: withFamilies(measured.cells, measured.families) },
    coverage: coverageRows(territory, measured),
  };
}

/** The files of the package with its entry counts; the manifest, which vouches for all of them, comes first. */
export function internalFiles(pkg: DatasetPackage, entries: string): readonly ArchivePart[] {
  const extra: ArchivePart = { path: ENTRY_COUNTS.file, bytes: new TextEncoder().encode(entries) };
  const [, ...others] = packageFiles(pkg);
  const all = [...others, extra];
  const manifest = { ...pkg.manifest, digests: digestsOf(all) };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return [{ path: MANIFEST_FILE, bytes: new TextEncoder().encode(text) }, ...all];
}

import type { Territory } from '#core/area.ts';
import { areaCode } from '#core/area.ts';
import { INTERVENTION_KINDS } from '#core/budget.ts';
import type { BudgetRow } from '#core/budget-record.ts';
import type { PackageExtra } from '#core/dataset.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import type { ArchivePart } from './archive-guard.ts';
import { BUDGET_COLUMNS } from './budget-table.ts';
import { parseDelimited } from './delimited-text.ts';
import { decodeOwnText } from './text-encoding.ts';

/** Tagged activities as a part of a package. */
export const BUDGET_EXTRA = { id: 'budget', file: 'budget.csv', version: 1 } as const;
const TERRITORY = 'territory';
const PROPOSED = 'proposed';

/** Whether a part of a package holds activities as this program reads them. */
export function isBudget({ id, version }: Pick<PackageExtra, 'id' | 'version'>): boolean {
  return id === BUDGET_EXTRA.id && version === BUDGET_EXTRA.version;
}

type Read = BudgetRow | readonly [code: ProblemCode, column: string];

function rowOf(cells: readonly string[], areas: ReadonlySet<string>): Read {
  const [year = '', agency = '', program = '', activity = '', subActivity = '', places = ''] = cells;
  const [targetGroup = '', volume = '', money = '', source = '', told = '', proposed = ''] = cells.slice(6);
  const codes = places.split(' ').filter((code) => code !== '');
  const kind = [...INTERVENTION_KINDS, '' as const].find((one) => one === told);
  if (!/^20\d{2}$/.test(year)) return ['budget/year-missing', 'year'];
  if (!/^\d{1,15}$/.test(money)) return ['budget/amount-unreadable', 'amount'];
  if (kind === undefined) return ['budget/kind-unknown', 'kind'];
  if (places !== TERRITORY && codes.some((code) => !areas.has(code)))
    return ['package/cell-unknown-area', 'locations'];
  return {
    year: Number(year),
    agency,
    program,
    activity,
    subActivity,
    location:
      places === TERRITORY
        ? { kind: 'territory' }
        : codes.length === 0
          ? { kind: 'unknown' }
          : { kind: 'areas', areas: codes.map(areaCode) },
    targetGroup,
    volume,
    amount: Number(money),
    source,
    kind,
    proposed: proposed === PROPOSED,
  };
}

/** The activities of a package; null where it has none. Anything wrong refuses the package. */
export function readBudgetFiles(
  files: ReadonlyMap<string, Uint8Array>,
  extras: readonly PackageExtra[],
  areas: ReadonlySet<string>,
): Result<readonly BudgetRow[] | null> {
  const extra = extras.find(isBudget);
  if (extra === undefined) return { ok: true, value: null, problems: [] };
  const { file } = extra;
  const bytes = files.get(file);
  if (bytes === undefined)
    return { ok: false, problems: [{ code: 'package/file-missing', severity: 'error', at: { file } }] };
  const text = decodeOwnText(bytes, file);
  if (!text.ok) return text;
  const parsed = parseDelimited(text.value);
  if (!parsed.ok) return parsed;
  const [header = [], ...lines] = parsed.value.rows;
  const absent = BUDGET_COLUMNS.find((name, at) => header[at]?.trim() !== name);
  if (absent !== undefined || header.length !== BUDGET_COLUMNS.length) {
    const at = { file, column: absent ?? BUDGET_COLUMNS[0] };
    return { ok: false, problems: [{ code: 'column/missing', severity: 'error', at }] };
  }
  const rows: BudgetRow[] = [];
  const problems: Problem[] = [];
  lines.forEach((cells, k) => {
    const one = rowOf(cells, areas);
    if ('year' in one) rows.push(one);
    else problems.push({ code: one[0], severity: 'error', at: { file, column: one[1], row: k + 2 } });
  });
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, 20) }
    : { ok: true, value: rows, problems };
}

function textsOf(
  rows: readonly BudgetRow[],
  placeOf: (row: BudgetRow) => string,
): readonly (readonly string[])[] {
  return rows.map((row) => [
    String(row.year),
    row.agency,
    row.program,
    row.activity,
    row.subActivity,
    placeOf(row),
    row.targetGroup,
    row.volume,
    String(row.amount),
    row.source,
    row.kind,
    row.proposed ? PROPOSED : '',
  ]);
}

function placesOf({ location }: BudgetRow): string {
  return location.kind === 'areas'
    ? location.areas.join(' ')
    : location.kind === 'territory'
      ? TERRITORY
      : '';
}

/** The activities of a package as its part, with its entry in the manifest; none where there are none. */
export function budgetFiles(rows: readonly BudgetRow[] = []): {
  readonly parts: readonly ArchivePart[];
  readonly extras: readonly PackageExtra[];
} {
  if (rows.length === 0) return { parts: [], extras: [] };
  const text = safeCsv([BUDGET_COLUMNS, ...textsOf(rows, placesOf)], PLAIN_DIALECT);
  const part = { path: BUDGET_EXTRA.file, bytes: new TextEncoder().encode(text) };
  return { parts: [part], extras: [BUDGET_EXTRA] };
}

const HEADER = [
  'Tahun',
  'OPD',
  'Program',
  'Kegiatan',
  'Sub Kegiatan',
  'Lokasi',
  'Sasaran',
  'Volume',
  'Pagu (Rp)',
  'Sumber Dana',
  'Jenis Intervensi',
  'Usulan',
] as const;
const KIND_WORDS = {
  specific: 'spesifik',
  sensitive: 'sensitif',
  education: 'edukasi',
  accompaniment: 'pendampingan',
  '': '',
};

/** The list in an office's words, to be read again; without activities, the template. */
export function budgetRows(
  rows: readonly BudgetRow[],
  { villages, name }: Pick<Territory, 'villages' | 'name'>,
): readonly (readonly string[])[] {
  const nameOf = (code: string): string => villages.areas.find((area) => area.code === code)?.name ?? code;
  const unique = (own: string): boolean => villages.areas.filter((area) => area.name === own).length === 1;
  const placeOf = ({ location }: BudgetRow): string => {
    if (location.kind !== 'areas') return location.kind === 'territory' ? name : '';
    const names = location.areas.map(nameOf);
    return names.every(unique) ? names.join('; ') : location.areas.join('; ');
  };
  return [
    HEADER,
    ...textsOf(rows, placeOf).map((cells, k) => {
      const { kind, proposed } = rows[k]!;
      return [...cells.slice(0, -2), KIND_WORDS[kind], proposed ? 'Ya' : ''];
    }),
  ];
}

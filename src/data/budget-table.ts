import type { AreaCode, Territory } from '#core/area.ts';
import { matchDistricts, matchVillageName, type NameIndex, nameIndex } from '#core/area-names.ts';
import type { InterventionKind } from '#core/budget.ts';
import type { BudgetRow } from '#core/budget-record.ts';
import { headerWords } from '#core/personal-header.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import type { RawSheet } from './raw-table.ts';
import { isTotalLabel } from './total-label.ts';

/** Columns of a list of tagged activities: as a package names them, and as offices do. */
export const BUDGET_COLUMNS = [
  'year',
  'agency',
  'program',
  'activity',
  'sub_activity',
  'locations',
  'target_group',
  'volume',
  'amount',
  'source',
  'kind',
  'proposed',
] as const;
export type BudgetColumn = (typeof BUDGET_COLUMNS)[number];

const ALSO: Readonly<Record<BudgetColumn, RegExp>> = {
  year: /^(?:tahun|tahun anggaran|ta)$/,
  agency:
    /^(?:opd|skpd|perangkat daerah|pd|(?:opd|skpd|perangkat daerah) (?:penanggung jawab|pengampu|pelaksana))$/,
  program: /^(?:nama )?program$/,
  activity: /^(?:nama )?kegiatan(?: prioritas)?$/,
  sub_activity: /^(?:nama )?sub ?kegiatan$/,
  locations: /^lokasi(?: (?:kegiatan|desa kel|desa kelurahan|kelurahan|kel desa))?$/,
  target_group: /^(?:sasaran|sasaran kegiatan|kelompok sasaran|penerima manfaat)$/,
  volume: /^(?:volume|target volume|volume satuan|vol)$/,
  amount: /^(?:pagu|anggaran|pagu anggaran|jumlah anggaran|pagu indikatif|nilai anggaran)(?: rp| rupiah)?$/,
  source: /^(?:sumber|sumber dana|sumber anggaran|sumber pendanaan)$/,
  kind: /^(?:jenis|jenis intervensi|intervensi)$/,
  proposed: /^(?:usulan|status|status usulan)$/,
};
const KINDS: readonly (readonly [RegExp, InterventionKind])[] = [
  [/^(?:specific|(?:intervensi )?(?:gizi )?spesifik)$/i, 'specific'],
  [/^(?:sensitive|(?:intervensi )?(?:gizi )?sensitif)$/i, 'sensitive'],
  [/^(?:education|edukasi)$/i, 'education'],
  [/^(?:accompaniment|pendampingan)$/i, 'accompaniment'],
  [/^-?$/, ''],
];
const PROPOSED = /^(?:ya|yes|usulan|diusulkan|true|1|proposed)$/i;
const WHOLE_TERRITORY =
  /^(?:territory|(?:se|seluruh|semua) ?(?:kota|kabupaten|wilayah|kelurahan|desa|kecamatan)\b.*|kota|kabupaten)$/i;
const DISTRICT = /^kec(?:amatan|\.)?\s+/i;
const SEARCHED_ROWS = 20;
const TEXT_LIMIT = 300;
const YEAR = /\b(20\d{2})\b/;

export interface BudgetTable {
  readonly sheet: RawSheet;
  /** 0-based. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<BudgetColumn, number>;
}

/** Whether a sheet lists activities with money, by its header: an amount, and what is done. null where it does not. */
export function budgetTable(sheet: RawSheet): BudgetTable | null {
  for (const [headerRow, cells] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    const heads = cells.map(headerWords);
    const columns = new Map<BudgetColumn, number>();
    for (const name of BUDGET_COLUMNS) {
      const at = heads.findIndex((words) => words === name.replaceAll('_', ' ') || ALSO[name].test(words));
      if (at >= 0 && ![...columns.values()].includes(at)) columns.set(name, at);
    }
    if (columns.has('amount') && (columns.has('activity') || columns.has('sub_activity')))
      return { sheet, headerRow, columns };
  }
  return null;
}

export interface BudgetReading {
  readonly rows: readonly BudgetRow[];
  readonly read: number;
  readonly problems: readonly Problem[];
}

/**
 * Whole rupiah of a text ('Rp500.000.000', '500000000', '1.250.000,00'); null where it is none. A dot or comma before
 * three figures divides thousands, before two it begins the cents, which must be 0: nothing is rounded.
 */
export function readRupiah(text: string): number | null {
  const plain = text.replace(/^\s*(?:rp\.?|idr)?\s*/i, '').replace(/[\s,.]*-?\s*$/, '');
  const whole = plain.replace(/[.,]00?$/, '');
  if (!/^\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*$|^\d+$/.test(whole)) return null;
  const amount = Number(whole.replace(/[., ]/g, ''));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Reads a list of activities. A row without an amount or a year is set aside and told; a place that is not known is said. */
export function readBudget(table: BudgetTable, file: string, territory: Territory): BudgetReading {
  const { sheet, headerRow, columns } = table;
  const at = { file, ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
  const problems: Problem[] = [];
  const index = nameIndex(territory);
  const titles = [...sheet.rows.slice(0, headerRow).map((row) => row.join(' ')), sheet.name, file];
  const titled = titles.map((text) => YEAR.exec(text)?.[1]).find((year) => year !== undefined);
  const rows: BudgetRow[] = [];
  let read = 0;
  for (let r = headerRow + 1; r < sheet.rows.length; r++) {
    const cells = sheet.rows[r] ?? [];
    const text = (name: BudgetColumn): string =>
      (cells[columns.get(name) ?? -1] ?? '').replace(/\s+/g, ' ').trim().slice(0, TEXT_LIMIT);
    const named = ['program', 'activity', 'sub_activity'] as const;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (
      cells.some((cell) => isTotalLabel(cell.trim())) &&
      named.every((name) => text(name) === '' || isTotalLabel(text(name)))
    )
      continue;
    read += 1;
    const tell = (code: ProblemCode, column: BudgetColumn, severity: Problem['severity']): void => {
      const head = sheet.rows[headerRow]?.[columns.get(column) ?? -1]?.trim() ?? column;
      problems.push({ code, severity, at: { ...at, row: r + 1, column: head } });
    };
    const amount = readRupiah(text('amount'));
    const year = Number(/^(20\d{2})$/.exec(text('year'))?.[1] ?? (text('year') === '' ? titled : undefined));
    if (amount === null) tell('budget/amount-unreadable', 'amount', 'row');
    if (Number.isNaN(year)) tell('budget/year-missing', 'year', 'row');
    if (amount === null || Number.isNaN(year)) continue;
    const kind = KINDS.find(([pattern]) => pattern.test(text('kind')));
    if (!kind) tell('budget/kind-unknown', 'kind', 'warning');
    const location = locationIn((cells[columns.get('locations') ?? -1] ?? '').trim(), territory, index);
    if (location === 'strange') tell('budget/place-unknown', 'locations', 'warning');
    rows.push({
      year,
      agency: text('agency'),
      program: text('program'),
      activity: text('activity'),
      subActivity: text('sub_activity'),
      location: location === 'strange' ? { kind: 'unknown' } : location,
      targetGroup: text('target_group'),
      volume: text('volume'),
      amount,
      source: text('source'),
      kind: kind?.[1] ?? '',
      proposed: PROPOSED.test(text('proposed')),
    });
  }
  if (read > 0 && rows.length === 0) problems.push({ code: 'budget/nothing', severity: 'error', at });
  return { rows, read, problems };
}

/** Places in a cell: codes or names of villages, kecamatan as all of theirs. `strange`: one of them is none of ours. */
function locationIn(text: string, territory: Territory, index: NameIndex): BudgetRow['location'] | 'strange' {
  if (text === '' || text === '-') return { kind: 'unknown' };
  if (WHOLE_TERRITORY.test(text) || text.toLowerCase() === territory.name.toLowerCase())
    return { kind: 'territory' };
  const codes = text.split(/[\s;,]+/);
  const byCode = codes.flatMap((code) => territory.villages.areas.find((area) => area.code === code) ?? []);
  if (byCode.length === codes.length) return { kind: 'areas', areas: byCode.map(({ code }) => code) };
  const found: AreaCode[] = [];
  for (const part of text.split(/\s*[;,\n]\s*|\s+dan\s+/)) {
    if (part === '') continue;
    if (DISTRICT.test(part)) {
      const [only, ...more] = matchDistricts(index, part.replace(DISTRICT, ''));
      if (only === undefined || more.length > 0) return 'strange';
      territory.villages.areas.forEach(({ code }, i) => {
        if (territory.districtOf[i] === only) found.push(code);
      });
      continue;
    }
    const match = matchVillageName(index, part, '', new Map(), false);
    if (match.kind !== 'exact') return 'strange';
    found.push(territory.villages.areas[match.area]!.code);
  }
  return { kind: 'areas', areas: [...new Set(found)] };
}

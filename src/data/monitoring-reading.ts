import { type AreaCode, areaCode } from '#core/area.ts';
import type { BridgeRow } from '#core/bridge-table.ts';
import { type Day, findDay, readDay } from '#core/calendar-day.ts';
import { type EntryRow, entryPost } from '#core/entry-snapshot.ts';
import { type EntryStage, isInOrder } from '#core/entry-stage.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { type Monitoring, NO_MONITORING } from '#core/monitoring.ts';
import { inferNumberFormat, type NumberFormat, readNumber } from '#core/number-text.ts';
import type { Period } from '#core/period.ts';
import { readPeriod } from '#core/period-text.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import type { SourceFigure } from '#core/source-series.ts';
import type { TargetRow } from '#core/target-table.ts';
import type { Recognition } from './column-recognition.ts';
import type { MonitoringSheet } from './monitoring-table.ts';
import { type AreaContext, areaReader } from './row-area.ts';
import type { Ledger } from './sheet-reading.ts';

export interface MonitoringReading {
  readonly monitoring: Monitoring;
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** Against what its areas are held. null: its codes are taken as they are (a package names its own). */
export type MonitoringGround = AreaContext | null;

const INDICATORS: ReadonlyMap<string, IndicatorId> = new Map(
  indicators(1).map(({ id }) => [id as string, id]),
);
/** Names under which offices write the indicators of a table of targets. */
const INDICATOR_NAMES: ReadonlyMap<string, IndicatorId> = new Map([
  ['prevalensi stunting', 'stunting'],
  ['kasus stunting', 'stunting'],
  ['sangat pendek', 'severe-stunting'],
  ['gizi kurang dan gizi buruk', 'wasting'],
  ['kemiskinan ekstrem', 'extreme-poverty'],
  ['d/s', 'coverage'],
  ['cakupan penimbangan', 'coverage'],
]);
const LEVELS: ReadonlyMap<string, TargetRow['level']> = new Map([
  ['city', 'city'],
  ['kota', 'city'],
  ['kabupaten', 'city'],
  ['district', 'district'],
  ['kecamatan', 'district'],
  ['village', 'village'],
  ['kelurahan', 'village'],
  ['desa', 'village'],
]);
const MEASURES: ReadonlyMap<string, TargetRow['measure']> = new Map([
  ['cases', 'count'],
  ['kasus', 'count'],
  ['anak', 'count'],
  ['balita', 'count'],
  ['prevalence', 'rate'],
  ['prevalensi', 'rate'],
  ['persen', 'rate'],
  ['%', 'rate'],
]);
const PERCENT = 100;
const TEXT_LIMIT = 300;

type Cells = (name: string) => string;
type Where = { readonly file: string; readonly sheet?: string };

/** Faults of rows: a row that has one is set aside, and the fault names its column and never its value. */
class RowFaults {
  readonly problems: Problem[] = [];
  readonly #at: Where;

  constructor(at: Where) {
    this.#at = at;
  }

  add(code: ProblemCode, row: number, column: string, severity: Problem['severity'] = 'row'): null {
    this.problems.push({ code, severity, at: { ...this.#at, row, column } });
    return null;
  }
}

/** Reads the rows of a sheet. Areas that cannot be told set their row aside; nothing unreadable becomes 0. */
class SheetRows {
  readonly faults: RowFaults;
  readonly #own: MonitoringSheet;
  readonly #formats = new Map<string, NumberFormat>();

  constructor(own: MonitoringSheet, at: Where) {
    this.#own = own;
    this.faults = new RowFaults(at);
  }

  has(name: string): boolean {
    return this.#own.columns.has(name);
  }

  header(name: string): string {
    const { sheet, headerRow, columns } = this.#own;
    return sheet.rows[headerRow]?.[columns.get(name) ?? -1]?.trim() ?? name;
  }

  cells(row: number): Cells {
    const own = this.#own.sheet.rows[row] ?? [];
    return (name) => (own[this.#own.columns.get(name) ?? -1] ?? '').trim();
  }

  #formatOf(name: string, purpose: 'count' | 'percent'): NumberFormat {
    const { sheet, headerRow, columns } = this.#own;
    const known = this.#formats.get(name);
    if (known) return known;
    const at = columns.get(name) ?? -1;
    const format = inferNumberFormat(
      sheet.rows.slice(headerRow + 1).map((row) => row[at] ?? ''),
      purpose,
    );
    this.#formats.set(name, format);
    return format;
  }

  /** undefined: unreadable, and told. null: empty. */
  number(row: number, name: string, purpose: 'count' | 'percent', least = 0): number | null | undefined {
    if (!this.has(name)) return null;
    const read = readNumber(this.cells(row)(name), this.#formatOf(name, purpose));
    if (read.kind === 'missing') return null;
    if (read.kind !== 'number') {
      this.faults.add('number/unreadable', row + 1, this.header(name));
      return undefined;
    }
    const bad = read.value < least ? 'number/negative' : null;
    const fraction = purpose === 'count' && !Number.isInteger(read.value) ? 'number/fraction' : null;
    const code = bad ?? fraction;
    if (code === null) return read.value;
    this.faults.add(code, row + 1, this.header(name));
    return undefined;
  }

  day(row: number, name: string): Day | null {
    const text = this.cells(row)(name);
    return readDay(text) ?? this.faults.add('day/unreadable', row + 1, this.header(name));
  }

  word<Word>(row: number, name: string, words: ReadonlyMap<string, Word>): Word | null {
    const found = words.get(this.cells(row)(name).toLowerCase());
    return found ?? this.faults.add('monitoring/word-unknown', row + 1, this.header(name));
  }
}

function recognitionOf({ headerRow, columns, sheet }: MonitoringSheet): Recognition {
  const roles = [
    ['area', 'code'],
    ['name', 'name'],
    ['district', 'district'],
    ['posyandu', 'posyandu'],
  ] as const;
  return {
    headerRow: headerRow + 1,
    dataRow: headerRow + 2,
    columns: roles.flatMap(([name, role]) => {
      const index = columns.get(name);
      const isBlank = sheet.rows
        .slice(headerRow + 1)
        .every((cells) => (cells[index ?? -1] ?? '').trim() === '');
      if (index === undefined || isBlank) return [];
      const header = sheet.rows[headerRow]?.[index]?.trim() ?? name;
      return [{ index, header, role, confidence: 'high' as const, why: 'header' as const }];
    }),
    titlePeriod: null,
    titles: [],
    questions: [],
    problems: [],
  };
}

interface Areas {
  readonly problems: readonly Problem[];
  /** null: not told, and the row is set aside. */
  readonly codeOf: (row: number) => AreaCode | null;
  readonly isTotal: (row: number) => boolean;
  /** Of the rows that were read. */
  readonly told: readonly Problem[];
}

/** A package names its areas by code and no other way. */
function codedAreas({ sheet, columns }: MonitoringSheet, at: Where): Areas {
  const told: Problem[] = [];
  const written = (row: number) => (sheet.rows[row]?.[columns.get('area') ?? -1] ?? '').trim();
  return {
    problems: [],
    told,
    isTotal: () => false,
    codeOf: (row) => {
      if (written(row) !== '') return areaCode(written(row));
      told.push({ code: 'area/unknown-code', severity: 'row', at: { ...at, row: row + 1 } });
      return null;
    },
  };
}

function areasOf(own: MonitoringSheet, ground: MonitoringGround, at: Where): Areas {
  if (ground === null) return codedAreas(own, at);
  const told: Problem[] = [];
  const reader = areaReader(own.sheet.rows, recognitionOf(own), ground, at);
  return {
    problems: reader.problems,
    told,
    isTotal: (row) => reader.read(row).kind === 'total',
    codeOf: (row) => {
      const found = reader.read(row);
      if (found.kind === 'total') return null;
      told.push(...(found.kind === 'refused' ? [found.problem] : found.problems));
      return found.kind === 'area' ? (ground.territory.villages.areas[found.area]?.code ?? null) : null;
    },
  };
}

/** The day of a sheet without a column of days: its titles, its name, its file's. */
function titleDay({ sheet, headerRow }: MonitoringSheet, file: string): Day | null {
  const titles = [...sheet.rows.slice(0, headerRow).map((row) => row.join(' ')), sheet.name, file];
  return titles.map(findDay).find((day) => day !== null) ?? null;
}

const PARTS = [
  ['measured', 'measured'],
  ['nik', 'with_nik'],
  ['kk', 'with_kk'],
  ['linked', 'linked'],
] as const;

function entryRow(rows: SheetRows, row: number, area: AreaCode, day: Day | null): EntryRow | null {
  const cells = rows.cells(row);
  const snapshot = rows.has('snapshot') ? rows.day(row, 'snapshot') : day;
  const written = cells('period');
  const period: Period | null = written === '' ? null : readPeriod(written);
  if (written !== '' && period === null)
    return rows.faults.add('period/unreadable', row + 1, rows.header('period'));
  const target = rows.number(row, 'target', 'count');
  const [measured, nik, kk, linked] = PARTS.map(([, name]) => rows.number(row, name, 'count'));
  if (snapshot === null || target === undefined || measured === undefined) return null;
  if (nik === undefined || kk === undefined || linked === undefined) return null;
  const { puskesmas, posyandu } = { puskesmas: cells('puskesmas'), posyandu: cells('posyandu') };
  const over = PARTS.find(([, name]) => target !== null && (rows.number(row, name, 'count') ?? 0) > target);
  if (over) rows.faults.add('entry/exceeds-target', row + 1, rows.header(over[1]), 'warning');
  return { snapshot, area, puskesmas, posyandu, period, target, measured, nik, kk, linked };
}

function stageRow(rows: SheetRows, row: number): EntryStage | null {
  const cells = rows.cells(row);
  const [start, target, final] = (['start', 'target_date', 'final_date'] as const).map((name) =>
    rows.day(row, name),
  );
  const written = cells('extended_to')
    .split(/\s*[;,|]\s*|\s+(?=\d{4}-|\d{1,2}[/-]\d{1,2}[/-])/)
    .filter((text) => text !== '');
  const extensions = written.map(readDay);
  if (extensions.includes(null))
    return rows.faults.add('day/unreadable', row + 1, rows.header('extended_to'));
  if (!start || !target || !final) return null;
  const stage: EntryStage = {
    id: cells('stage').slice(0, TEXT_LIMIT),
    title: cells('title').slice(0, TEXT_LIMIT),
    start,
    target,
    final,
    extensions: extensions.flatMap((day) => day ?? []),
  };
  return isInOrder(stage) ? stage : rows.faults.add('stage/out-of-order', row + 1, rows.header('start'));
}

function targetRow(rows: SheetRows, row: number, areas: Areas, ground: MonitoringGround): TargetRow | null {
  const cells = rows.cells(row);
  const level = rows.word(row, 'level', LEVELS);
  const indicator = rows.word(row, 'indicator', new Map([...INDICATORS, ...INDICATOR_NAMES]));
  const measure = rows.word(row, 'measure', MEASURES);
  if (level === null || indicator === null || measure === null) return null;
  const purpose = measure === 'count' ? 'count' : 'percent';
  const value = rows.number(row, 'value', purpose);
  const baseline = rows.number(row, 'baseline', purpose);
  if (value === null) return rows.faults.add('monitoring/value-missing', row + 1, rows.header('value'));
  const due = rows.day(row, 'due');
  if (value === undefined || baseline === undefined || due === null) return null;
  const area = level === 'city' ? null : level === 'village' ? areas.codeOf(row) : districtOf(cells, ground);
  if (level !== 'city' && area === null)
    return level === 'village' ? null : rows.faults.add('area/unknown-code', row + 1, rows.header('area'));
  const day = cells('baseline_date') === '' ? null : rows.day(row, 'baseline_date');
  const scale = measure === 'rate' ? PERCENT : 1;
  return {
    level,
    area,
    indicator,
    measure,
    value: value / scale,
    due,
    from: baseline === null ? null : { value: baseline / scale, day },
    source: cells('source').slice(0, TEXT_LIMIT),
  };
}

/** A kecamatan by its code or, where the ground is known, by its name. */
function districtOf(cells: Cells, ground: MonitoringGround): AreaCode | null {
  const written = cells('area');
  if (ground === null) return written === '' ? null : areaCode(written);
  const { districts } = ground.territory;
  const code = areaCode(written);
  if (districts.indexOf.has(code)) return code;
  const name = (cells('district') || cells('name')).toLowerCase().replace(/^kec(?:amatan)?\.? /, '');
  return districts.areas.find((area) => area.name.toLowerCase() === name)?.code ?? null;
}

function seriesRow(rows: SheetRows, row: number): SourceFigure | null {
  const cells = rows.cells(row);
  const value = rows.number(row, 'value', 'percent', Number.NEGATIVE_INFINITY);
  if (value === undefined) return null;
  const text = (name: string) => cells(name).slice(0, TEXT_LIMIT);
  return {
    indicator: text('indicator'),
    period: text('period'),
    value,
    unit: text('unit'),
    counted: text('counted'),
    source: text('source'),
    url: text('url'),
  };
}

function bridgeRow(rows: SheetRows, row: number): BridgeRow | null {
  const cells = rows.cells(row);
  const share = rows.number(row, 'share', 'percent');
  const day = cells('since') === '' ? null : rows.day(row, 'since');
  if (share === undefined || (cells('since') !== '' && day === null)) return null;
  if (cells('from') === '' || cells('to') === '')
    return rows.faults.add(
      'monitoring/value-missing',
      row + 1,
      rows.header(cells('from') === '' ? 'from' : 'to'),
    );
  if (share !== null && share > PERCENT)
    return rows.faults.add('monitoring/share-above-whole', row + 1, rows.header('share'));
  return {
    from: areaCode(cells('from')),
    to: areaCode(cells('to')),
    day,
    share: share === null ? null : share / PERCENT,
    source: cells('source').slice(0, TEXT_LIMIT),
  };
}

/** Posts that stand twice in one snapshot: the first is kept where both say the same, else both are set aside. */
function withoutRepeated(
  found: readonly { readonly entry: EntryRow; readonly row: number }[],
  rows: SheetRows,
): readonly EntryRow[] {
  const byPost = new Map<string, { readonly entry: EntryRow; readonly row: number }[]>();
  for (const one of found) {
    const key = `${one.entry.snapshot}|${one.entry.period ?? ''}|${entryPost(one.entry)}`;
    const same = byPost.get(key);
    if (same) same.push(one);
    else byPost.set(key, [one]);
  }
  return [...byPost.values()].flatMap((same) => {
    const texts = new Set(same.map(({ entry }) => JSON.stringify(entry)));
    if (texts.size === 1) return same.slice(0, 1).map(({ entry }) => entry);
    for (const { row } of same) rows.faults.add('entry/repeated', row, rows.header('posyandu'));
    return [];
  });
}

/** A kelurahan as a whole beside its own posts in one snapshot is their sum, and is not counted again. */
function withoutWholes(entries: readonly EntryRow[]): readonly EntryRow[] {
  const key = ({ snapshot, period, area }: EntryRow) => `${snapshot}|${period ?? ''}|${area}`;
  const isPost = ({ puskesmas, posyandu }: EntryRow) => puskesmas !== '' || posyandu !== '';
  const finer = new Set(entries.filter(isPost).map(key));
  return entries.filter((entry) => isPost(entry) || !finer.has(key(entry)));
}

/** The rows of one sheet, whatever form it has. Pure: the same sheet and ground give the same. */
export function readMonitoring(
  own: MonitoringSheet,
  file: string,
  ground: MonitoringGround,
): MonitoringReading {
  const at = { file, ...(own.sheet.name === '' ? {} : { sheet: own.sheet.name }) };
  const rows = new SheetRows(own, at);
  const areas = areasOf(own, ground, at);
  const { kind } = own.form;
  const filled = own.sheet.rows.flatMap((cells, row) =>
    row > own.headerRow && cells.some((cell) => cell.trim() !== '') ? [row] : [],
  );
  const ledger = (used: number, notRows: number): Ledger => {
    const read = filled.length;
    return { read, used, summed: 0, setAside: read - used - notRows, notRows };
  };
  const day = kind !== 'entries' || rows.has('snapshot') ? null : titleDay(own, file);
  if (kind === 'entries' && !rows.has('snapshot') && day === null)
    return {
      monitoring: NO_MONITORING,
      ledger: ledger(0, 0),
      problems: [{ code: 'entry/no-snapshot', severity: 'error', at }],
    };
  const each = <Row>(read: (row: number) => Row | null): readonly Row[] =>
    filled.flatMap((row) => {
      const one = read(row);
      return one === null ? [] : [one];
    });
  const part = ((): Partial<Monitoring> => {
    switch (kind) {
      case 'entries': {
        const found = each((row) => {
          const area = areas.isTotal(row) ? null : areas.codeOf(row);
          const entry = area && entryRow(rows, row, area, day);
          return entry && { entry, row: row + 1 };
        });
        return { entries: withoutRepeated(found, rows) };
      }
      case 'stages':
        return { stages: each((row) => stageRow(rows, row)) };
      case 'targets':
        return { targets: each((row) => targetRow(rows, row, areas, ground)) };
      case 'series':
        return { series: each((row) => seriesRow(rows, row)) };
      case 'bridge':
        return { bridge: each((row) => bridgeRow(rows, row)) };
    }
  })();
  const taken = { ...NO_MONITORING, ...part };
  const entries = withoutWholes(taken.entries);
  const placed = kind === 'entries' || kind === 'targets';
  const totals = kind === 'entries' ? filled.filter(areas.isTotal).length : 0;
  const used = Object.values(part).reduce((sum, rowsOf) => sum + rowsOf.length, 0);
  const nothing: Problem = { code: 'monitoring/nothing', severity: 'error', at };
  return {
    monitoring: { ...taken, entries },
    ledger: ledger(
      used - (taken.entries.length - entries.length),
      totals + taken.entries.length - entries.length,
    ),
    problems: [
      ...(placed ? areas.problems : []),
      ...areas.told,
      ...rows.faults.problems,
      ...(used === 0 ? [nothing] : []),
    ],
  };
}

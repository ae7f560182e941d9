import type { Territory } from '#core/area.ts';
import { inferNumberFormat, readNumber } from '#core/number-text.ts';
import { type Period, periodKind } from '#core/period.ts';
import { findPeriod } from '#core/period-text.ts';
import { headerWords } from '#core/personal-header.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import { SERVICE_CATALOGUES } from '#core/service-catalogue.ts';
import type { ServiceIndicator } from '#core/service-indicator.ts';
import type { ServiceRecord, ServiceRow } from '#core/service-record.ts';
import type { Recognition } from './column-recognition.ts';
import type { ColumnRole } from './column-role.ts';
import type { RawSheet } from './raw-table.ts';
import { type AreaContext, areaReader } from './row-area.ts';
import { knownIndicators } from './service-files.ts';

/**
 * The form of the ministry for the coverage of services (Bangda): `No, ID Kecamatan, Kecamatan, ID Puskesmas, Nama
 * Puskesmas, ID Desa BPS, ID Desa Kemendagri, Nama Desa`, then numerator, denominator and percentage of an indicator.
 */
export interface ServiceForm {
  readonly sheet: RawSheet;
  /** 0-based. */
  readonly headerRow: number;
  readonly code: number;
  readonly name: number;
  readonly district: number;
  readonly blocks: readonly ServiceBlock[];
}

/** The columns of one indicator. */
interface ServiceBlock {
  readonly numerator: number;
  readonly denominator: number;
  /** Of the percentage, which is held against the counts and not kept. */
  readonly percent: number;
  /** As far as its own header says it. */
  readonly indicator: ServiceIndicator | null;
}

const SEARCHED_ROWS = 20;
const CODE = /^(?:id|kode) (?:desa|desa kelurahan|kelurahan) (?:kemendagri|dagri)$/;
const NAME = /^(?:nama )?(?:desa|desa kelurahan|kelurahan|kelurahan desa)$/;
const DISTRICT = /^(?:nama )?kecamatan$/;
const PERCENT = /persen|%/i;
const INDICATORS = SERVICE_CATALOGUES.flatMap(({ indicators }) => indicators);

/** Whether a sheet is such a form, by its header alone; null where it is not. */
export function serviceForm(sheet: RawSheet): ServiceForm | null {
  for (const [headerRow, cells] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    const heads = cells.map(headerWords);
    const find = (pattern: RegExp): number => heads.findIndex((head) => pattern.test(head));
    const [code, name, district] = [find(CODE), find(NAME), find(DISTRICT)];
    if (code < 0 || name < 0) continue;
    const first = Math.max(code, name) + 1;
    const percents = cells.flatMap((cell, at) => (at >= first + 2 && PERCENT.test(cell) ? [at] : []));
    const fits = percents.length > 0 && percents.every((at, k) => at === first + 2 + 3 * k);
    if (!fits) continue;
    const blocks = percents.map((percent) => ({
      numerator: percent - 2,
      denominator: percent - 1,
      percent,
      indicator: indicatorIn(
        [cells[percent - 2], sheet.rows[headerRow - 1]?.[percent - 2]].map((text) => text ?? '').join(' '),
      ),
    }));
    return { sheet, headerRow, code, name, district, blocks };
  }
  return null;
}

/** The indicator that a text names, by its id as a word or its whole name; null where it names none, or several. */
export function indicatorIn(text: string): ServiceIndicator | null {
  const words = ` ${headerWords(text)} `;
  const named = INDICATORS.filter(
    ({ id, name }) => words.includes(` ${id.toLowerCase()} `) || words.includes(` ${headerWords(name)} `),
  );
  const ids = new Set(named.map(({ id }) => id));
  return ids.size === 1 ? (named[0] ?? null) : null;
}

export interface ServiceFormReading {
  /** null where the form cannot be used. */
  readonly record: ServiceRecord | null;
  /** Rows of areas read, and of these those used. */
  readonly read: number;
  readonly used: number;
  readonly problems: readonly Problem[];
}

/** Where the form asks for '0' although there is nothing, no 0 of it is believed to be a count. */
const FORM_ZERO = false;
/** Percentages are written with one or two decimals. */
const PERCENT_TOLERANCE = 0.1;

/** Semester and year of the form: its titles, its sheet's name, its file's. */
function periodOf({ sheet, headerRow }: ServiceForm, file: string): Period | null {
  const titles = sheet.rows.slice(0, headerRow).map((row) => row.join(' '));
  const told = [...titles, sheet.name, file].flatMap((text) => findPeriod(text) ?? []);
  return told.find((period) => periodKind(period) === 'semester') ?? told[0] ?? null;
}

function recognitionOf({ sheet, headerRow, code, name, district }: ServiceForm): Recognition {
  const columns: readonly (readonly [number, ColumnRole])[] = [
    [code, 'code'],
    [name, 'name'],
    [district, 'district'],
  ];
  return {
    headerRow: headerRow + 1,
    dataRow: headerRow + 2,
    columns: columns.flatMap(([index, role]) =>
      index < 0
        ? []
        : [
            {
              index,
              header: sheet.rows[headerRow]?.[index]?.trim() ?? '',
              role,
              confidence: 'high' as const,
              why: 'header' as const,
            },
          ],
    ),
    titlePeriod: null,
    titles: [],
    questions: [],
    problems: [],
  };
}

/** Reads a form onto the areas of a territory. Nothing unreadable becomes 0, and every row set aside is told. */
export function readServiceForm(form: ServiceForm, file: string, territory: Territory): ServiceFormReading {
  const { sheet, headerRow, blocks } = form;
  const at = { file, ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
  const none = (code: ProblemCode): ServiceFormReading => ({
    record: null,
    read: 0,
    used: 0,
    problems: [{ code, severity: 'error', at }],
  });
  const period = periodOf(form, file);
  if (period === null) return none('service/period-unknown');
  const titles = sheet.rows.slice(0, headerRow).map((row) => row.join(' '));
  const titled = [...titles, sheet.name, file].map(indicatorIn).find((one) => one !== null) ?? null;
  const named = blocks.map(({ indicator }) => indicator ?? (blocks.length === 1 ? titled : null));
  if (named.includes(null)) return none('service/indicator-unknown');
  const context: AreaContext = { territory, alternateCodes: null, decisions: new Map() };
  const areas = areaReader(sheet.rows, recognitionOf(form), context, at);
  const problems: Problem[] = [...areas.problems];
  const numbers = blocks.map((block) => numbersOf(sheet, headerRow, block));
  const rows: ServiceRow[] = [];
  const seen = new Map<string, number>();
  let [read, used] = [0, 0];
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every((cell) => cell.trim() === '') || isNumbering(cells)) continue;
    const found = areas.read(row);
    if (found.kind === 'total') continue;
    read += 1;
    if (found.kind === 'refused') {
      problems.push(found.problem);
      continue;
    }
    problems.push(...found.problems);
    const area = territory.villages.areas[found.area]!.code;
    const before = seen.get(area);
    if (before !== undefined) {
      problems.push({ code: 'row/duplicate', severity: 'row', at: { ...at, row: row + 1, area } });
      continue;
    }
    seen.set(area, row);
    used += 1;
    blocks.forEach((_, b) => {
      const { numerator, denominator, faults } = numbers[b]!(cells);
      for (const { column, ...fault } of faults)
        problems.push({
          ...fault,
          at: { ...at, row: row + 1, column: sheet.rows[headerRow]?.[column]?.trim() ?? '' },
        });
      rows.push({
        indicator: named[b]!.id,
        area,
        period,
        numerator,
        denominator,
        countedZero: FORM_ZERO,
      });
    });
  }
  if (used === 0) problems.push({ code: 'service/nothing', severity: 'error', at });
  const indicators = knownIndicators(new Set(named.map((one) => one!.id)));
  return { record: used === 0 ? null : { indicators, rows }, read, used, problems };
}

/** A row below the header that counts its columns: 1, 2, 3 ... */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 3 && filled.every((cell, k) => cell === String(k + 1));
}

interface CellFault {
  readonly code: ProblemCode;
  readonly severity: Problem['severity'];
  readonly column: number;
  readonly detail?: NonNullable<Problem['detail']>;
}

function numbersOf(sheet: RawSheet, headerRow: number, block: ServiceBlock) {
  const column = (at: number): readonly string[] =>
    sheet.rows.slice(headerRow + 1).map((row) => row[at] ?? '');
  const formats = {
    counts: inferNumberFormat([...column(block.numerator), ...column(block.denominator)], 'count'),
    percents: inferNumberFormat(column(block.percent), 'percent'),
  };
  return (cells: readonly string[]) => {
    const faults: CellFault[] = [];
    const count = (at: number): number | null => {
      const one = readNumber(cells[at] ?? '', formats.counts);
      if (one.kind === 'missing') return null;
      const code: ProblemCode | null =
        one.kind !== 'number'
          ? 'number/unreadable'
          : one.value < 0
            ? 'number/negative'
            : Number.isInteger(one.value)
              ? null
              : 'number/fraction';
      if (one.kind === 'number' && code === null) return one.value;
      faults.push({ code: code ?? 'number/unreadable', severity: 'row', column: at });
      return null;
    };
    const [numerator, denominator] = [count(block.numerator), count(block.denominator)];
    if (numerator !== null && denominator !== null && numerator > denominator)
      faults.push({ code: 'service/exceeds', severity: 'warning', column: block.numerator });
    const percent = readNumber(cells[block.percent] ?? '', formats.percents);
    if (percent.kind === 'number' && numerator !== null && denominator !== null && denominator > 0) {
      const own = (100 * numerator) / denominator;
      const differs = [percent.value, percent.value * 100].every(
        (stated) => Math.abs(stated - own) > PERCENT_TOLERANCE,
      );
      if (differs)
        faults.push({
          code: 'count/stated-percent-differs',
          severity: 'warning',
          column: block.percent,
          detail: { stated: percent.value, numerator, denominator, computed: Number(own.toFixed(2)) },
        });
    }
    return { numerator, denominator, faults };
  };
}

const HEADER = [
  'No',
  'ID Kecamatan',
  'Kecamatan',
  'ID Puskesmas',
  'Nama Puskesmas',
  'ID Desa BPS',
  'ID Desa Kemendagri',
  'Nama Desa',
] as const;

/**
 * A period of services in the layout of the form, one indicator a block of three columns, to be read again or typed
 * over. What is not known (codes of puskesmas and of BPS) is empty; an empty cell of services stays empty.
 */
export function serviceFormRows(
  { indicators, rows }: ServiceRecord,
  period: Period,
  { villages, districts, districtOf }: Territory,
): readonly (readonly string[])[] {
  const cells = new Map(
    rows.filter((row) => row.period === period).map((row) => [`${row.indicator}|${row.area}`, row]),
  );
  const header = [
    ...HEADER,
    ...indicators.flatMap(({ id }) => [`${id} pembilang`, `${id} penyebut`, `${id} persentase`]),
  ];
  const body = villages.areas.map(({ code, name }, i) => {
    const district = districts.areas[districtOf[i]!];
    const place = [String(i + 1), district?.code ?? '', district?.name ?? '', '', '', '', code, name];
    return [...place, ...indicators.flatMap(({ id }) => blockTexts(cells.get(`${id}|${code}`)))];
  });
  return [[`Cakupan layanan ${formPeriod(period)}`], header, ...body];
}

function blockTexts(row: ServiceRow | undefined): readonly string[] {
  const [n, N] = [row?.numerator ?? null, row?.denominator ?? null];
  const percent = n === null || N === null || N === 0 ? '' : ((100 * n) / N).toFixed(2).replace('.', ',');
  return [n === null ? '' : String(n), N === null ? '' : String(N), percent];
}

/** As the form and findPeriod write it. */
function formPeriod(period: Period): string {
  const [year, part = ''] = period.split('-');
  return part.startsWith('S') ? `Semester ${part === 'S1' ? 'I' : 'II'} ${year}` : period;
}

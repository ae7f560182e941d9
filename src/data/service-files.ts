import { type AreaCode, areaCode } from '#core/area.ts';
import type { PackageExtra } from '#core/dataset.ts';
import { parsePeriod } from '#core/period.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { SERVICE_CATALOGUES } from '#core/service-catalogue.ts';
import type { ServiceIndicator } from '#core/service-indicator.ts';
import type { ServiceRecord, ServiceRow } from '#core/service-record.ts';
import type { ArchivePart } from './archive-guard.ts';
import { parseDelimited } from './delimited-text.ts';
import { countedProblem } from './problem-tally.ts';
import { decodeOwnText } from './text-encoding.ts';

/** Service coverage as a part of a package. */
export const SERVICES_EXTRA = { id: 'services', file: 'services.csv', version: 1 } as const;
const COLUMNS = ['indicator', 'area', 'period', 'numerator', 'denominator', 'zero'] as const;
/** Says of a 0 that it was counted. */
const COUNTED = 'counted';
const NAMED_ROWS = 5;
const WHOLE = /^\d{1,9}$/;

const KNOWN_INDICATORS: ReadonlyMap<string, ServiceIndicator> = new Map(
  SERVICE_CATALOGUES.flatMap(({ indicators }) => indicators.map((one) => [one.id, one])),
);

/** Indicators by id, in the order of the catalogues; ids that no catalogue has are left out. */
export function knownIndicators(ids: ReadonlySet<string>): readonly ServiceIndicator[] {
  return [...KNOWN_INDICATORS.values()].filter(({ id }) => ids.has(id));
}

type Read = ServiceRow | readonly [code: ProblemCode, column: string];

function countIn(text: string): number | null | undefined {
  if (text === '') return null;
  return WHOLE.test(text) ? Number(text) : undefined;
}

function rowOf(cells: readonly string[], areas: ReadonlySet<string>): Read {
  const [indicator = '', area = '', written = '', above = '', below = '', zero = ''] = cells.map((cell) =>
    cell.trim(),
  );
  if (!KNOWN_INDICATORS.has(indicator)) return ['service/indicator-unknown', 'indicator'];
  if (!areas.has(area)) return ['package/cell-unknown-area', 'area'];
  const period = parsePeriod(written);
  if (period === null) return ['period/unreadable', 'period'];
  const [numerator, denominator] = [countIn(above), countIn(below)];
  if (numerator === undefined) return ['number/unreadable', 'numerator'];
  if (denominator === undefined) return ['number/unreadable', 'denominator'];
  if (zero !== '' && zero !== COUNTED) return ['package/cell-unknown-class', 'zero'];
  return {
    indicator,
    area: areaCode(area) satisfies AreaCode,
    period,
    numerator,
    denominator,
    countedZero: zero === COUNTED,
  };
}

/**
 * The services of a package; null where it has none. Anything wrong refuses the package, as anything wrong in its cells
 * does.
 */
export function readServiceFiles(
  files: ReadonlyMap<string, Uint8Array>,
  extras: readonly PackageExtra[],
  areas: ReadonlySet<string>,
): Result<ServiceRecord | null> {
  const extra = extras.find(isServices);
  if (extra === undefined) return { ok: true, value: null, problems: [] };
  const { file } = extra;
  const bytes = files.get(file);
  const refuse = (problems: readonly Problem[]): Result<null> => ({ ok: false, problems });
  if (bytes === undefined) return refuse([{ code: 'package/file-missing', severity: 'error', at: { file } }]);
  const text = decodeOwnText(bytes, file);
  if (!text.ok) return text;
  const parsed = parseDelimited(text.value);
  if (!parsed.ok) return parsed;
  const [header = [], ...rows] = parsed.value.rows;
  const absent = COLUMNS.filter((name, at) => header[at]?.trim() !== name);
  if (absent.length > 0 || header.length !== COLUMNS.length)
    return refuse([
      { code: 'column/missing', severity: 'error', at: { file, column: absent[0] ?? COLUMNS[0] } },
    ]);
  const faults = new Map<string, { readonly code: ProblemCode; readonly column: string; rows: number[] }>();
  const read: ServiceRow[] = [];
  rows.forEach((cells, at) => {
    const one = rowOf(cells, areas);
    if ('indicator' in one) {
      read.push(one);
      return;
    }
    const [code, column] = one;
    const fault = faults.get(`${code} ${column}`) ?? { code, column, rows: [] };
    fault.rows.push(at + 2);
    faults.set(`${code} ${column}`, fault);
  });
  if (faults.size > 0)
    return refuse(
      [...faults.values()].map(({ code, column, rows: at }) =>
        countedProblem(code, 'error', file, column, at.length, at.slice(0, NAMED_ROWS)),
      ),
    );
  const indicators = knownIndicators(new Set(read.map(({ indicator }) => indicator)));
  return { ok: true, value: { indicators, rows: read }, problems: [] };
}

/** Whether a part of a package holds services as this program reads them. */
export function isServices({ id, version }: Pick<PackageExtra, 'id' | 'version'>): boolean {
  return id === SERVICES_EXTRA.id && version === SERVICES_EXTRA.version;
}

export function serviceCsv({ rows }: ServiceRecord): string {
  return safeCsv(
    [
      COLUMNS,
      ...rows.map(({ indicator, area, period, numerator, denominator, countedZero }) => [
        indicator,
        area,
        period,
        numerator === null ? '' : String(numerator),
        denominator === null ? '' : String(denominator),
        countedZero ? COUNTED : '',
      ]),
    ],
    PLAIN_DIALECT,
  );
}

/** The services of a package as its part, with its entry in the manifest; none where there are none. */
export function serviceFiles(record: ServiceRecord | undefined): {
  readonly parts: readonly ArchivePart[];
  readonly extras: readonly PackageExtra[];
} {
  if (record === undefined || record.rows.length === 0) return { parts: [], extras: [] };
  const bytes = new TextEncoder().encode(serviceCsv(record));
  return { parts: [{ path: SERVICES_EXTRA.file, bytes }], extras: [SERVICES_EXTRA] };
}

import type { Manifest } from '#core/dataset.ts';
import { DIMENSIONS } from '#core/dimension.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import { BLANK_CLASS } from './package-sql.ts';
import { countedProblem } from './problem-tally.ts';
import { textConstant } from './sql.ts';

const NAMED = 5;
/** Statuses of villages of which no numbers are held. */
const WITHOUT_NUMBERS = "('not-reported', 'set-aside')";
/** Largest count a cell can hold; one more means hidden. */
const MAX_COUNT = 0xffff_fffe;

/** A fault of single rows, as a condition of SQL. */
interface RowFault {
  readonly code: ProblemCode;
  readonly column: string;
  readonly severity: 'error' | 'warning';
  readonly when: string;
}

/** One question to the engine, and the problems in its answer. */
export interface PackageCheck {
  readonly sql: string;
  readonly problems: (rows: readonly Readonly<Record<string, unknown>>[]) => readonly Problem[];
}

const error = (code: ProblemCode, column: string, when: string): RowFault => ({
  code,
  column,
  severity: 'error',
  when,
});

function cellFaults({ minimumCell, rounding }: Manifest): readonly RowFault[] {
  const classes = DIMENSIONS.map((dimension) =>
    error(
      'package/cell-unknown-class',
      dimension,
      `CASE WHEN t.${dimension} = 1 THEN coalesce(c.${dimension}, ${BLANK_CLASS}) = ${BLANK_CLASS}
        ELSE c.${dimension} IS DISTINCT FROM ${BLANK_CLASS} END AND c."table" IS NOT NULL`,
    ),
  );
  const hidden = error('package/cell-hidden', 'count', 'c.count IS NULL');
  // A true count of minimumCell may be published rounded down.
  const smallest = minimumCell === null ? 0 : minimumCell - Math.floor((rounding ?? 0) / 2);
  return [
    error('package/cell-unknown-table', 'table', 'c."table" IS NULL'),
    error('package/cell-unknown-area', 'area', 'c.area IS NULL AND c."table" IS NOT NULL'),
    error('package/cell-unknown-period', 'period', 'c.period IS NULL'),
    ...classes,
    error('package/cell-negative', 'count', 'c.count < 0'),
    error('number/fraction', 'count', 'c.count <> floor(c.count)'),
    error('number/unreadable', 'count', `c.count > ${MAX_COUNT}`),
    ...(minimumCell === null ? [hidden] : []),
    error('package/below-minimum-cell', 'count', `c.count > 0 AND c.count < ${smallest}`),
    ...(rounding === null ? [] : [error('package/cell-not-rounded', 'count', `c.count % ${rounding} <> 0`)]),
  ];
}

const COVERAGE_FAULTS: readonly RowFault[] = [
  error('package/cell-unknown-area', 'area', 'c.area IS NULL'),
  error('package/cell-unknown-period', 'period', 'c.period IS NULL'),
  error('number/negative', 'target', 'c.target < 0'),
  error('number/negative', 'measured', 'c.measured < 0'),
  error('number/fraction', 'target', 'c.target <> floor(c.target)'),
  error('number/fraction', 'measured', 'c.measured <> floor(c.measured)'),
  error('package/measured-without-report', 'measured', `c.status IN ${WITHOUT_NUMBERS} AND c.measured > 0`),
  {
    code: 'count/measured-exceeds-target',
    column: 'measured',
    severity: 'warning',
    when: 'c.measured > c.target',
  },
];

/** All row faults of a table in one scan: for each its number and first few rows. `first` is the row of rowid 0. */
function rowCheck(from: string, file: string, first: number, faults: readonly RowFault[]): PackageCheck {
  const any = faults.map(({ when }) => `(${when})`).join(' OR ');
  const each = faults.map(({ when }, k) => `CASE WHEN ${when} THEN ${k} END`).join(', ');
  return {
    sql: `SELECT fault, count(*)::INTEGER AS count, array_to_string(min(row, ${NAMED}), ' ') AS rows
      FROM (SELECT c.row AS row, unnest([${each}]) AS fault FROM ${from} WHERE ${any})
      WHERE fault IS NOT NULL GROUP BY fault ORDER BY fault`,
    problems: (rows) =>
      rows.map(({ fault, count, rows: named }) => {
        const { code, severity, column } = faults[Number(fault)]!;
        return countedProblem(code, severity, file, column, Number(count), rowNumbers(named, first));
      }),
  };
}

function rowNumbers(named: unknown, first: number): number[] {
  return String(named)
    .split(' ')
    .map((row) => Number(row) + first);
}

function duplicateCheck(
  schema: string,
  kind: 'cells' | 'coverage',
  file: string,
  first: number,
): PackageCheck {
  // One number for all classes: grouping by nine columns takes three times as long.
  const classes = DIMENSIONS.reduce(
    (sum, dimension) => `(${sum} * 256 + coalesce(${dimension}, 254))`,
    '0::BIGINT',
  );
  const keys = kind === 'cells' ? `"table", area, period, ${classes}` : 'unit, area, period';
  return {
    sql: `SELECT count(*)::INTEGER AS count, array_to_string(min(row, ${NAMED}), ' ') AS rows FROM (
        SELECT max(row) AS row FROM ${schema}.${kind} GROUP BY ${keys} HAVING count(*) > 1)
      HAVING count(*) > 0`,
    problems: (rows) =>
      rows.map(({ count, rows: named }) =>
        countedProblem('package/cell-duplicate', 'error', file, '', Number(count), rowNumbers(named, first)),
      ),
  };
}

/** What each part of the package must keep for itself. `firstRow`: number of the first row of cells, as its file counts. */
export function partChecks(
  schema: string,
  manifest: Manifest,
  file: string,
  firstRow: number,
): readonly PackageCheck[] {
  const cells = `${schema}.cells c LEFT JOIN ${schema}.tables t ON t.position = c."table"`;
  return [
    rowCheck(cells, file, firstRow, cellFaults(manifest)),
    duplicateCheck(schema, 'cells', file, firstRow),
    rowCheck(`${schema}.coverage c`, 'coverage.csv', 2, COVERAGE_FAULTS),
    duplicateCheck(schema, 'coverage', 'coverage.csv', 2),
  ];
}

/** Places (village, period, table) at which a condition on their cells and coverage holds. */
function placeCheck(
  schema: string,
  code: ProblemCode,
  severity: 'error' | 'warning',
  file: string,
  condition: string,
): PackageCheck {
  return {
    sql: `SELECT a.code AS area, p.code AS period, t.id AS "table", s.cells, v.measured,
        count(*) OVER ()::INTEGER AS count
      FROM ${schema}.sums s
      FULL JOIN (
        SELECT t.position AS "table", v.* FROM ${schema}.coverage v, ${schema}.tables t
        WHERE t.level = 'village' AND t.unit = v.unit AND (t.position, v.period) IN (SELECT ("table", period) FROM ${schema}.sums)
      ) v ON v."table" = s."table" AND v.area = s.area AND v.period = s.period
      JOIN ${schema}.tables t ON t.position = coalesce(s."table", v."table") AND t.level = 'village'
      JOIN ${schema}.areas a ON a.level = 'village' AND a.position = coalesce(s.area, v.area)
      JOIN ${schema}.periods p ON p.position = coalesce(s.period, v.period)
      WHERE ${condition} ORDER BY p.position, a.position, t.position LIMIT ${NAMED}`,
    problems: (rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { area, period, table, count, cells, measured } = first;
      const numbers = {
        cells: Number(cells ?? 0),
        ...(measured === null ? {} : { measured: Number(measured) }),
      };
      const places = rows.map((row) => `${row.area} ${row.period}`).join(', ');
      const detail = { count: Number(count), table: String(table), places, ...numbers };
      return [{ code, severity, at: { file, area: String(area), period: String(period) }, detail }];
    },
  };
}

/** What cells and coverage must agree on, once each is right by itself. */
export function agreementChecks(schema: string, manifest: Manifest, file: string): readonly PackageCheck[] {
  const unreported = `coalesce(v.status, ${textConstant('not-reported')}) IN ${WITHOUT_NUMBERS} AND s.cells > 0`;
  const partial = manifest.tables
    .filter(({ absent = [] }) => absent.length > 0)
    .map(({ id }) => textConstant(id));
  const lacking = partial.length > 0 ? `AND NOT (s.cells IS NULL AND t.id IN (${partial.join(', ')}))` : '';
  const differs = `v.status NOT IN ${WITHOUT_NUMBERS} AND v.measured <> coalesce(s.cells, 0) ${lacking}`;
  const exact = manifest.minimumCell === null && manifest.rounding === null;
  return [
    placeCheck(schema, 'package/measured-without-report', 'error', file, unreported),
    ...(exact ? [placeCheck(schema, 'package/cells-differ-from-measured', 'warning', file, differs)] : []),
  ];
}

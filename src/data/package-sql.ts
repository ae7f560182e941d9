import { CLASSES, DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import type { Unit } from '#core/unit.ts';
import { textConstant } from './sql.ts';

/** In a class column: the row leaves the dimension empty. */
export const BLANK_CLASS = 255;

/**
 * Tables of one load, all in a schema of its own. As inserted: areas, periods, tables (what the manifest and the
 * boundaries say), cells_rows and cells_texts, coverage_rows and coverage_texts (see CodedColumns). Made here: cells
 * and coverage, with positions for words, NULL where a word means nothing, so that every fault can be counted; sums
 * of cells by table, area and period.
 */
export function resolveStatements(schema: string): readonly string[] {
  return [resolveCells(), resolveCoverage(), SUMS].map((sql) => sql.replaceAll('$.', `${schema}.`));
}

const SUMS = `CREATE TABLE $.sums AS
  SELECT "table", area, period, sum(count)::DOUBLE AS cells FROM $.cells GROUP BY ALL`;

function words(kind: string, field: string, lookup: string): string {
  return `${field}_word AS (
    SELECT x.position AS word, l.position AS position
    FROM $.${kind}_texts x LEFT JOIN (${lookup}) l ON l.code = x.text WHERE x.field = ${textConstant(field)})`;
}

function areaWords(kind: string): string {
  return `area_word AS (
    SELECT x.position AS word, v.position AS village, d.position AS district
    FROM $.${kind}_texts x
    LEFT JOIN $.areas v ON v.code = x.text AND v.level = 'village'
    LEFT JOIN $.areas d ON d.code = x.text AND d.level = 'district'
    WHERE x.field = 'area')`;
}

function classWords(dimension: DimensionId): string {
  const classes = CLASSES[dimension].map((name, k) => `(${k}::UTINYINT, ${textConstant(name)})`);
  const lookup = `SELECT * FROM (VALUES ${classes.join(', ')}, (${BLANK_CLASS}::UTINYINT, '')) c(position, code)`;
  return words('cells', dimension, lookup);
}

function resolveCells(): string {
  const lookups = [
    words('cells', 'table', 'SELECT position, id AS code FROM $.tables'),
    words('cells', 'period', 'SELECT position, code FROM $.periods'),
    areaWords('cells'),
    ...DIMENSIONS.map(classWords),
  ];
  const classes = DIMENSIONS.map((dimension) => `${dimension}_word.position AS ${dimension}`);
  const joins = DIMENSIONS.map(
    (dimension) => `JOIN ${dimension}_word ON ${dimension}_word.word = r.${dimension}`,
  );
  return `CREATE TABLE $.cells AS WITH ${lookups.join(', ')}
    SELECT r.rowid AS row, w.position AS "table",
      CASE t.level WHEN 'village' THEN a.village WHEN 'district' THEN a.district END AS area,
      p.position AS period, ${classes.join(', ')},
      CASE WHEN isnan(r.count) THEN NULL ELSE r.count END AS count
    FROM $.cells_rows r
    JOIN table_word w ON w.word = r."table"
    JOIN area_word a ON a.word = r.area
    JOIN period_word p ON p.word = r.period
    ${joins.join(' ')}
    LEFT JOIN $.tables t ON t.position = w.position`;
}

function resolveCoverage(): string {
  const lookups = [
    words('coverage', 'period', 'SELECT position, code FROM $.periods'),
    areaWords('coverage'),
  ];
  return `CREATE TABLE $.coverage AS WITH ${lookups.join(', ')}
    SELECT r.rowid AS row, a.village AS area, p.position AS period, s.text AS status, u.text AS unit,
      CASE WHEN isnan(r.target) THEN NULL ELSE r.target END AS target,
      CASE WHEN isnan(r.measured) THEN NULL ELSE r.measured END AS measured
    FROM $.coverage_rows r
    JOIN area_word a ON a.word = r.area
    JOIN period_word p ON p.word = r.period
    JOIN $.coverage_texts s ON s.position = r.status AND s.field = 'status'
    JOIN $.coverage_texts u ON u.position = r.unit AND u.field = 'unit'`;
}

/** Drops what only the resolving needed. */
export function tidyStatements(schema: string): readonly string[] {
  const inserted = ['cells_rows', 'cells_texts', 'coverage_rows', 'coverage_texts', 'sums'];
  return inserted.map((name) => `DROP TABLE ${schema}.${name}`);
}

/** Area, period, combination and count of a table's cells; the last dimension varies fastest. */
export function cellsQuery(
  schema: string,
  position: number,
  dimensions: readonly DimensionId[],
  hidden: number,
): string {
  const combination = dimensions.reduce(
    (sum, dimension) => `(${sum} * ${CLASSES[dimension].length} + ${dimension}::INTEGER)`,
    '0',
  );
  return `SELECT area::UINTEGER AS area, period::USMALLINT AS period, (${combination})::USMALLINT AS combination,
      coalesce(count, ${hidden})::UINTEGER AS count
    FROM ${schema}.cells WHERE "table" = ${position}`;
}

/** What came in of one unit. */
export function coverageQuery(schema: string, unit: Unit): string {
  return `SELECT area::UINTEGER AS area, period::USMALLINT AS period, target, measured,
      CASE status WHEN 'reported' THEN 0 WHEN 'not-reported' THEN 1 WHEN 'set-aside' THEN 3 ELSE 2 END::UTINYINT AS status
    FROM ${schema}.coverage WHERE unit = ${textConstant(unit)}`;
}

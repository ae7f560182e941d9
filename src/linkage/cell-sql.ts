import { textConstant } from '#data/sql.ts';

/**
 * Counts of one period from linked measurements, in the SQL that DuckDB, ClickHouse, Spark and Trino have in common
 * (docs/linkage.md): of each child its last measurement of the period.
 *
 * measurements (record_id, child_id, area, month, measured_on, sex, age_months, stunting, wasting, underweight): one row
 * a child and month, age -1 where not known. links (child_id, household_id), households (household_id, decile),
 * periods (period, month).
 */
export function cellSql(period: string): string {
  return `WITH ranked AS (
  SELECT m.child_id, p.period, m.area, m.sex, m.age_months, m.stunting, m.wasting, m.underweight,
    ROW_NUMBER() OVER (
      PARTITION BY m.child_id, p.period
      ORDER BY m.measured_on DESC, m.month DESC, m.record_id DESC
    ) AS place
  FROM measurements m
  INNER JOIN periods p ON p.month = m.month
  WHERE p.period = ${textConstant(period)}
),
classed AS (
  SELECT r.area, r.period, r.sex,
    CASE
      WHEN r.age_months < 0 THEN 'unknown'
      WHEN r.age_months <= 5 THEN '0-5'
      WHEN r.age_months <= 11 THEN '6-11'
      WHEN r.age_months <= 23 THEN '12-23'
      WHEN r.age_months <= 35 THEN '24-35'
      WHEN r.age_months <= 59 THEN '36-59'
      ELSE 'unknown'
    END AS age,
    r.stunting, r.wasting, r.underweight,
    COALESCE(h.decile, 'unknown') AS poverty
  FROM ranked r
  LEFT JOIN links l ON l.child_id = r.child_id
  LEFT JOIN households h ON h.household_id = l.household_id
  WHERE r.place = 1
)
SELECT area, period, sex, age, stunting, wasting, underweight, poverty, CAST(COUNT(*) AS INT) AS children
FROM classed
GROUP BY area, period, sex, age, stunting, wasting, underweight, poverty
ORDER BY area, period, sex, age, stunting, wasting, underweight, poverty`;
}

/** The columns of its answer but for the count. */
export const CELL_COLUMNS = [
  'area',
  'period',
  'sex',
  'age',
  'stunting',
  'wasting',
  'underweight',
  'poverty',
] as const;

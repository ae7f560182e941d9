/** SQL of the linking, for DuckDB: Jaro-Winkler and Hamming distances lie outside the portable subset. */

/** In a column of days: not known. */
export const NO_DAY = -999_999;
/** Likeness of names that confirms an equal NIK; a stricter one where it may have lost a digit or is the rarer of several. */
const CONFIRMED = 0.7;
const CONFIRMED_DOUBTFUL = 0.85;

/**
 * A child's NIK is a member's, and their names are alike: numbers of one birth date and district follow each other, so
 * that a slip of one digit is another child's of the same day.
 */
export const BY_CHILD_NIK = `
  SELECT DISTINCT c.child, m.household
  FROM linkage.child_nik n
  JOIN linkage.member m ON m.nik = n.nik
  JOIN linkage.child c ON c.child = n.child
  WHERE m.name = '' OR c.name = ''
    OR jaro_winkler_similarity(c.name, m.name)
      >= CASE WHEN n.rounded = 1 OR n.rarer = 1 THEN ${CONFIRMED_DOUBTFUL} ELSE ${CONFIRMED} END
  ORDER BY 1, 2`;

/** A child's KK is a household's of the same village, or of one in which somebody has the child's name. */
export const BY_KK = `
  SELECT DISTINCT k.child, h.household
  FROM linkage.child_kk k
  JOIN linkage.household h ON h.kk = k.kk
  JOIN linkage.child c ON c.child = k.child
  LEFT JOIN linkage.member m ON m.household = h.household AND m.name <> ''
    AND jaro_winkler_similarity(c.name, m.name) >= ${CONFIRMED_DOUBTFUL}
  WHERE c.area = h.area OR m.member IS NOT NULL
  ORDER BY 1, 2`;

export const BY_PARENT_NIK = `
  SELECT DISTINCT p.child, m.household
  FROM linkage.child_parent p
  JOIN linkage.member m ON m.nik = p.nik
  JOIN linkage.child c ON c.child = p.child
  WHERE p.rounded = 0 OR c.area = m.area
  ORDER BY 1, 2`;

/** Levels of agreement, the highest the best; -1 where a side is missing. */
const NAME_LEVEL = `CASE WHEN c.name = '' OR m.name = '' THEN -1
    WHEN c.name = m.name THEN 4
    WHEN jaro_winkler_similarity(c.name, m.name) >= 0.96 THEN 3
    WHEN jaro_winkler_similarity(c.name, m.name) >= 0.92 THEN 2
    WHEN jaro_winkler_similarity(c.name, m.name) >= 0.82 THEN 1
    ELSE 0 END`;
const BIRTH_LEVEL = `CASE WHEN c.birth = ${NO_DAY} OR m.birth = ${NO_DAY} THEN -1
    WHEN c.birth = m.birth THEN 3
    WHEN c.swapped = m.birth OR hamming(c.ymd, m.ymd) = 1 THEN 2
    WHEN abs(c.birth - m.birth) <= 31 THEN 1
    ELSE 0 END`;
const SEX_LEVEL = `CASE WHEN c.sex = 'unknown' OR m.sex = 'unknown' THEN -1 WHEN c.sex = m.sex THEN 1 ELSE 0 END`;

/** Children without a household yet, and members who may be children and are nobody's yet. */
export const OPEN_TABLES: readonly string[] = [
  `CREATE TABLE linkage.open_child AS
    SELECT c.* FROM linkage.child c LEFT JOIN linkage.settled s ON s.child = c.child
    WHERE s.child IS NULL AND c.name <> ''`,
  `CREATE TABLE linkage.open_member AS
    WITH taken AS (SELECT DISTINCT n.nik FROM linkage.child_nik n JOIN linkage.settled s ON s.child = n.child),
    span AS (SELECT min(birth) - 400 AS first, max(birth) + 400 AS last FROM linkage.open_child WHERE birth <> ${NO_DAY})
    SELECT m.* FROM linkage.member m
    CROSS JOIN span
    LEFT JOIN taken t ON t.nik = m.nik AND m.nik <> 0
    WHERE t.nik IS NULL AND m.name <> '' AND m.birth BETWEEN span.first AND span.last`,
];

/** How many pairs of one village there are, compared or not. */
export const ALL_PAIRS = `
  SELECT CAST(coalesce(sum(CAST(c.n AS DOUBLE) * m.n), 0) AS DOUBLE) AS pairs
  FROM (SELECT area, count(*) AS n FROM linkage.open_child GROUP BY area) c
  JOIN (SELECT area, count(*) AS n FROM linkage.open_member GROUP BY area) m ON m.area = c.area`;

/** Levels of a sample of all pairs of one village, nearly none of them matches. @param every one in so many. */
export function randomPairs(every: number): string {
  return `
  SELECT CAST(name AS INTEGER) AS name, CAST(birth AS INTEGER) AS birth, CAST(sex AS INTEGER) AS sex,
    CAST(count(*) AS DOUBLE) AS pairs
  FROM (
    SELECT ${NAME_LEVEL} AS name, ${BIRTH_LEVEL} AS birth, ${SEX_LEVEL} AS sex
    FROM linkage.open_child c JOIN linkage.open_member m ON m.area = c.area
    WHERE (CAST(c.child AS BIGINT) * 7919 + CAST(m.member AS BIGINT) * 104729) % ${every} = 0
  )
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** Pairs that may be one child: of one village, and near in birth date or alike in the beginning of the name. */
export const COMPARED_PAIRS = `
  SELECT CAST(c.child AS INTEGER) AS child, CAST(m.member AS INTEGER) AS member,
    CAST(${NAME_LEVEL} AS INTEGER) AS name, CAST(${BIRTH_LEVEL} AS INTEGER) AS birth, CAST(${SEX_LEVEL} AS INTEGER) AS sex
  FROM linkage.open_child c JOIN linkage.open_member m ON m.area = c.area
  WHERE c.birth = m.birth OR c.swapped = m.birth OR abs(c.birth - m.birth) <= 31 OR hamming(c.ymd, m.ymd) = 1
    OR (left(c.name, 6) = left(m.name, 6) AND abs(c.birth - m.birth) <= 800)
  ORDER BY 1, 2`;

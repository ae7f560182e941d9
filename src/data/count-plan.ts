import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import { inferNumberFormat, type NumberFormat, readNumber } from '#core/number-text.ts';
import type { Problem } from '#core/problem.ts';
import { columnOf, type Recognition, type RecognizedColumn } from './column-recognition.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import type { NutritionDimension } from './vocabulary.ts';

export type CountedDimension = NutritionDimension | 'poverty';

type Where = Readonly<NonNullable<Problem['at']>>;
type Rows = readonly (readonly string[])[];

/** How the affected children of a dimension are told; `complement`: by those who are not affected. */
type Telling = 'parts' | 'severe-and-total' | 'moderate-and-total' | 'total' | 'percent' | 'complement';

/** How each dimension of a sheet is to be read, and how each of its number columns is written. */
export interface CountPlan {
  readonly tellings: Readonly<Partial<Record<CountedDimension, Telling>>>;
  readonly undivided: readonly CountedDimension[];
  /** `lent`: another sheet gives the measured of the same area and period. */
  readonly measuredFrom: 'column' | 'lent' | CountedDimension;
  /** Roles whose number is the sum of several columns, none of which may be missing. */
  readonly summed: ReadonlySet<ColumnRole>;
  readonly columns: readonly RecognizedColumn[];
  readonly formats: ReadonlyMap<number, NumberFormat>;
  /** Percent columns written per 1 (0,26) instead of per 100. */
  readonly perOne: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

function telling(recognition: Pick<Recognition, 'columns'>, dimension: NutritionDimension): Telling | null {
  const known = (part: string): boolean =>
    columnOf(recognition, `${dimension}.${part}` as ColumnRole) !== null;
  if (known('severe') && known('moderate')) return 'parts';
  if (known('total'))
    return known('severe') ? 'severe-and-total' : known('moderate') ? 'moderate-and-total' : 'total';
  if (known('severe') || known('moderate')) return null;
  if (known('none')) return 'complement';
  return columnOf(recognition, `percent.${dimension}`) ? 'percent' : null;
}

function povertyTelling(recognition: Pick<Recognition, 'columns'>): Telling | null {
  const known = (part: string): boolean => columnOf(recognition, `poverty.${part}` as ColumnRole) !== null;
  if (known('1')) return ['2', '3', '4'].every(known) ? 'parts' : 'total';
  return columnOf(recognition, 'percent.poverty') ? 'percent' : null;
}

function isPartial(recognition: Pick<Recognition, 'columns'>, dimension: CountedDimension): boolean {
  return recognition.columns.some(({ role }) => role.startsWith(`${dimension}.`));
}

/**
 * Plans how the counts of a sheet are read. Without a column of children measured they are the sum of the classes of
 * the first dimension that gives severe, moderate and none; a sheet with neither has no denominator and is refused.
 */
export function planCounts(
  rows: Rows,
  recognition: Pick<Recognition, 'columns'>,
  at: Where,
  lent = false,
): CountPlan {
  const problems: Problem[] = [];
  const tellings: Partial<Record<CountedDimension, Telling>> = {};
  for (const dimension of [...CONDITION_DIMENSIONS, 'poverty'] as const) {
    const found = dimension === 'poverty' ? povertyTelling(recognition) : telling(recognition, dimension);
    if (found) tellings[dimension] = found;
    else if (isPartial(recognition, dimension)) {
      problems.push({
        code: 'column/missing',
        severity: 'warning',
        at,
        detail: { role: `${dimension}.total` },
      });
    }
    if (found === 'percent')
      problems.push({ code: 'count/from-percent', severity: 'warning', at, detail: { dimension } });
    if (found === 'complement')
      problems.push({ code: 'count/from-complement', severity: 'warning', at, detail: { dimension } });
    if (found === 'percent' || found === 'total' || found === 'complement') {
      problems.push({ code: 'column/undivided', severity: 'note', at, detail: { dimension } });
    }
  }
  const undivided = (Object.keys(tellings) as CountedDimension[]).filter((dimension) =>
    ['total', 'percent', 'complement'].includes(tellings[dimension] ?? ''),
  );
  const summable = CONDITION_DIMENSIONS.find(
    (dimension) =>
      tellings[dimension] !== undefined &&
      tellings[dimension] !== 'percent' &&
      tellings[dimension] !== 'complement' &&
      columnOf(recognition, `${dimension}.none`) !== null,
  );
  const measuredColumn = columnOf(recognition, 'measured');
  const borrowed = lent && measuredColumn === null && summable === undefined;
  if (measuredColumn === null && summable === undefined && !borrowed) {
    problems.push({ code: 'column/missing', severity: 'error', at, detail: { role: 'measured' } });
  } else if (measuredColumn === null && summable !== undefined && !borrowed) {
    problems.push({
      code: 'count/measured-from-parts',
      severity: 'note',
      at,
      detail: { dimension: summable },
    });
  }
  const columns = recognition.columns.filter(({ role }) => isCountRole(role) || role.startsWith('percent.'));
  const formats = formatsOf(rows, columns, at, problems);
  const perOne = new Set(
    columns.filter((column) => isPerOne(rows, column, formats)).map(({ index }) => index),
  );
  const measuredFrom = measuredColumn !== null ? 'column' : (summable ?? (borrowed ? 'lent' : 'column'));
  const summed = new Set(
    columns
      .filter(({ role, index }) => columns.some((other) => other.role === role && other.index !== index))
      .map(({ role }) => role)
      .filter((role) => !role.endsWith('.over')),
  );
  return { tellings, undivided, measuredFrom, summed, columns, formats, perOne, problems };
}

function formatsOf(
  rows: Rows,
  columns: readonly RecognizedColumn[],
  at: Where,
  problems: Problem[],
): ReadonlyMap<number, NumberFormat> {
  const formats = new Map<number, NumberFormat>();
  for (const { index, header, role } of columns) {
    const cells = rows.map((row) => row[index] ?? '');
    const format = inferNumberFormat(cells, isCountRole(role) ? 'count' : 'percent');
    formats.set(index, format);
    if (format.ambiguous > 0 && isCountRole(role)) {
      const detail = { count: format.ambiguous, as: format.ambiguousAs, because: format.because };
      problems.push({ code: 'number/ambiguous', severity: 'warning', at: { ...at, column: header }, detail });
    }
  }
  return formats;
}

function isPerOne(rows: Rows, column: RecognizedColumn, formats: ReadonlyMap<number, NumberFormat>): boolean {
  const format = formats.get(column.index);
  if (!format || isCountRole(column.role)) return false;
  const cells = rows.map((row) => row[column.index] ?? '');
  const values = cells
    .map((cell) => readNumber(cell, format))
    .flatMap((r) => (r.kind === 'number' ? [r.value] : []));
  return (
    values.some((v) => v > 0 && v < 1) &&
    values.every((v) => v <= 1) &&
    !cells.some((cell) => cell.includes('%'))
  );
}

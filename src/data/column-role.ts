/**
 * What a column of a table is taken for. `code` is of a system still to be decided. `tall` and `over` are measured
 * and not affected. `total` is severe and moderate together. `percent.*` is only compared with n/N, and used for n
 * alone where no count is given. `total-children` is a number of children that the header does not call measured or
 * target: which of the two it is depends on the other columns.
 * `measured.*` is the denominator of one dimension where each has its own. `value` is the number of a table that says in
 * another column (`category`) what it counts. `families.*` and `persons.*` count by another unit than children:
 * `poor` are the extremely poor or of decile 1, `risk` the families at risk of stunting (KRS).
 */
export const COLUMN_ROLES = [
  'ignored',
  'code',
  'code.kemendagri',
  'code.bps',
  'name',
  'district',
  'districtCode',
  'puskesmas',
  'posyandu',
  'neighborhood',
  'sex',
  'age',
  'category',
  'value',
  'period',
  'year',
  'month',
  'quarter',
  'semester',
  'target',
  'measured',
  'measured.stunting',
  'measured.wasting',
  'measured.underweight',
  'stunting.severe',
  'stunting.moderate',
  'stunting.none',
  'stunting.over',
  'stunting.total',
  'wasting.severe',
  'wasting.moderate',
  'wasting.none',
  'wasting.over',
  'wasting.total',
  'underweight.severe',
  'underweight.moderate',
  'underweight.none',
  'underweight.over',
  'underweight.total',
  'poverty.1',
  'poverty.2',
  'poverty.3',
  'poverty.4',
  'poverty.5+',
  'poverty.unknown',
  'families',
  'families.poor',
  'families.risk',
  'persons',
  'persons.poor',
  'percent.stunting',
  'percent.wasting',
  'percent.underweight',
  'percent.poverty',
  'percent.coverage',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Roles of which a table may have several columns. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set([
  'ignored',
  'puskesmas',
  'posyandu',
  'neighborhood',
  'districtCode',
]);
export function isRepeatable(role: ColumnRole): boolean {
  return REPEATABLE.has(role) || role.endsWith('.over');
}

export function isCountRole(role: ColumnRole): boolean {
  return (
    role === 'target' ||
    /^measured(\.|$)/.test(role) ||
    /^(stunting|wasting|underweight|poverty)\./.test(role)
  );
}

/** How a header was understood: for the reader to judge. `neighbor`: by the columns around it. */
export type RoleReason =
  | 'header'
  | 'neighbor'
  | 'percent-agrees'
  | 'only-total'
  | 'duplicate'
  | 'part'
  | 'summed'
  | 'qualified'
  | 'other-unit'
  | 'cells'
  | 'unknown'
  | 'chosen';

/** A role that the words give, and those of the undecided kind: which one it is depends on the other columns. */
export type HeaderRole = ColumnRole | 'total-children' | 'class-normal' | 'percent' | 'case';

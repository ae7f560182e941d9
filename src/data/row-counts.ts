import { CONDITION_DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import { readNumber } from '#core/number-text.ts';
import type { Problem } from '#core/problem.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import type { CountedDimension, CountPlan } from './count-plan.ts';

/** Children by class of one dimension, in the classes of #core/dimension.ts. */
export type ClassCounts = Readonly<Record<string, number>>;

/** What one row says. Null is not known, never 0. */
export interface RowCounts {
  readonly target: number | null;
  readonly measured: number;
  readonly counts: Readonly<Partial<Record<DimensionId, ClassCounts>>>;
}

export type RowReading =
  | { readonly kind: 'counts'; readonly value: RowCounts; readonly problems: readonly Problem[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

type Where = Readonly<NonNullable<Problem['at']>>;
type Values = Partial<Record<ColumnRole, number | null>>;

/** All numbers of one row by role; several columns of one role (risiko lebih, obesitas) are added. */
function readValues(
  row: readonly string[],
  plan: CountPlan,
  at: Where,
): { values: Values; problems: Problem[] } {
  const values: Values = {};
  const problems: Problem[] = [];
  const missingParts = new Set<ColumnRole>();
  for (const { index, header, role } of plan.columns) {
    const format = plan.formats.get(index);
    if (!format) continue;
    const reading = readNumber(row[index] ?? '', format);
    const where = { ...at, column: header };
    if (reading.kind === 'missing') {
      values[role] ??= null;
      if (plan.summed.has(role)) missingParts.add(role);
      continue;
    }
    const counted = isCountRole(role);
    if (reading.kind !== 'number') {
      const code = reading.kind === 'formula' ? 'number/formula' : 'number/unreadable';
      problems.push({ code, severity: counted ? 'row' : 'warning', at: where });
    } else if (reading.value < 0) {
      const detail = { value: reading.value };
      problems.push({ code: 'number/negative', severity: counted ? 'row' : 'warning', at: where, detail });
    } else if (counted && !Number.isInteger(reading.value)) {
      problems.push({
        code: 'number/fraction',
        severity: 'row',
        at: where,
        detail: { value: reading.value },
      });
    } else {
      values[role] = (values[role] ?? 0) + reading.value * (plan.perOne.has(index) ? 100 : 1);
      if (reading.marked) problems.push({ code: 'number/footnote', severity: 'warning', at: where });
    }
  }
  for (const role of missingParts) {
    if (values[role] !== null)
      problems.push({ code: 'row/part-missing', severity: 'row', at, detail: { role } });
  }
  return { values, problems };
}

interface Group {
  readonly severe: number;
  readonly affected: number;
  readonly none: number | null;
}

function affectedOf(
  dimension: CountedDimension,
  plan: CountPlan,
  values: Values,
  measured: number,
): Group | null {
  const value = (part: string): number | null => values[`${dimension}.${part}` as ColumnRole] ?? null;
  const over = value('over');
  const normal = value('none');
  const none = normal === null ? null : normal + (over ?? 0);
  const [severe, moderate, total] = [value('severe'), value('moderate'), value('total')];
  switch (plan.tellings[dimension]) {
    case 'parts':
      return severe === null || moderate === null ? null : { severe, affected: severe + moderate, none };
    case 'severe-and-total':
      return severe === null || total === null ? null : { severe, affected: total, none };
    case 'moderate-and-total':
      return moderate === null || total === null ? null : { severe: total - moderate, affected: total, none };
    case 'complement':
      return none === null ? null : { severe: 0, affected: measured - none, none };
    case 'total':
      return total === null ? null : { severe: 0, affected: total, none };
    case 'percent': {
      const percent = values[`percent.${dimension}` as ColumnRole] ?? null;
      return percent === null ? null : { severe: 0, affected: Math.round((percent / 100) * measured), none };
    }
    default:
      return null;
  }
}

type Checked = { readonly classes: ClassCounts | null; readonly problems: readonly Problem[] };

/** The classes of a nutrition dimension, with what the parts leave of the measured as unknown. */
function nutritionCounts(
  group: Group,
  measured: number,
  total: number | null,
  at: Where,
  dimension: string,
): Checked {
  const { severe, affected } = group;
  if (affected > measured) {
    const detail = { dimension, affected, measured };
    return {
      classes: null,
      problems: [{ code: 'count/affected-exceeds-measured', severity: 'row', at, detail }],
    };
  }
  if (severe < 0 || severe > affected) {
    const detail = {
      dimension,
      sum: severe < 0 ? affected - severe : severe,
      total: affected,
      of: 'affected',
    };
    return {
      classes: null,
      problems: [{ code: 'count/parts-differ-from-total', severity: 'row', at, detail }],
    };
  }
  const none = group.none ?? measured - affected;
  const sum = affected + none;
  const problems: Problem[] = [];
  const differ = (parts: number, whole: number, severity: 'row' | 'warning', of: string): void => {
    const detail = { dimension, sum: parts, total: whole, of };
    problems.push({ code: 'count/parts-differ-from-total', severity, at, detail });
  };
  if (sum !== measured) differ(sum, measured, sum > measured ? 'row' : 'warning', 'measured');
  if (total !== null && total !== affected) differ(affected, total, 'warning', 'affected');
  const classes = { severe, moderate: affected - severe, none, unknown: Math.max(0, measured - sum) };
  return { classes: sum > measured ? null : classes, problems };
}

function povertyCounts(plan: CountPlan, values: Values, measured: number, at: Where): Checked | null {
  const value = (part: string): number | null => values[`poverty.${part}` as ColumnRole] ?? null;
  const percent = values['percent.poverty'] ?? null;
  const first =
    plan.tellings.poverty === 'percent' ? percent && Math.round((percent / 100) * measured) : value('1');
  if (first === null) return null;
  const divided = plan.tellings.poverty === 'parts';
  const middle = divided ? (['2', '3', '4'] as const).map((part) => value(part)) : [0, 0, 0];
  if (middle.some((count) => count === null)) return null;
  const stated = divided ? value('5+') : null;
  const unknown = value('unknown') ?? 0;
  const below = first + middle.reduce((sum: number, count) => sum + (count ?? 0), 0) + unknown;
  const sum = below + (stated ?? 0);
  if (sum > measured) {
    const detail = { dimension: 'poverty', affected: sum, measured };
    return {
      classes: null,
      problems: [{ code: 'count/affected-exceeds-measured', severity: 'row', at, detail }],
    };
  }
  const rest = measured - sum;
  const detail = { dimension: 'poverty', sum, total: measured, of: 'measured' };
  const short: Problem = { code: 'count/parts-differ-from-total', severity: 'warning', at, detail };
  const classes = {
    '1': first,
    '2': middle[0] ?? 0,
    '3': middle[1] ?? 0,
    '4': middle[2] ?? 0,
    '5+': stated ?? rest,
    unknown: unknown + (stated === null ? 0 : rest),
  };
  return { classes, problems: stated !== null && rest > 0 ? [short] : [] };
}

function measuredOf(plan: CountPlan, values: Values, lent: number | null): number | null {
  if (plan.measuredFrom === 'lent') return lent;
  if (plan.measuredFrom === 'column') return values.measured ?? null;
  const group = affectedOf(plan.measuredFrom, plan, values, 0);
  return group?.none === null || group === null ? null : group.affected + group.none;
}

function isBlank(dimension: CountedDimension, values: Values): boolean {
  const own = Object.entries(values).filter(
    ([role]) => role.startsWith(`${dimension}.`) || role === `percent.${dimension}`,
  );
  return own.every(([, value]) => value === null);
}

/** Half of the last digit written, and never finer than 0.05 points. */
function toleranceOf(text: string, perOne: boolean): number {
  const decimals = /[.,](\d+)\s*%?\s*$/.exec(text.trim())?.[1]?.length ?? 0;
  return Math.max(0.05, 0.5 * 10 ** -decimals * (perOne ? 100 : 1)) + 1e-9;
}

function percentProblems(
  row: readonly string[],
  plan: CountPlan,
  value: RowCounts,
  values: Values,
  at: Where,
): Problem[] {
  return plan.columns.flatMap(({ role, index, header }): Problem[] => {
    const stated = values[role];
    const dimension = role.startsWith('percent.') ? role.slice(8) : null;
    if (dimension === null || stated === null || stated === undefined) return [];
    if (plan.tellings[dimension as CountedDimension] === 'percent') return [];
    const classes = value.counts[dimension as DimensionId];
    const affected =
      dimension === 'poverty' ? classes?.['1'] : classes && (classes.severe ?? 0) + (classes.moderate ?? 0);
    const [n, whole] = dimension === 'coverage' ? [value.measured, value.target] : [affected, value.measured];
    if (n === undefined || whole === null || whole === 0) return [];
    const computed = (n / whole) * 100;
    const known = dimension === 'coverage' ? whole : whole - (classes?.unknown ?? 0);
    const tolerance = toleranceOf(row[index] ?? '', plan.perOne.has(index));
    if ([computed, (n / known) * 100].some((percent) => Math.abs(percent - stated) <= tolerance)) return [];
    const detail = { stated, computed: Math.round(computed * 100) / 100, numerator: n, denominator: whole };
    return [
      { code: 'count/stated-percent-differs', severity: 'warning', at: { ...at, column: header }, detail },
    ];
  });
}

function plausibility(value: RowCounts, at: Where): Problem[] {
  const { target, measured } = value;
  if (measured === 0) {
    const severity = target !== null && target > 0 ? 'warning' : 'note';
    return [{ code: 'count/zero-over-zero', severity, at, detail: target === null ? {} : { target } }];
  }
  const exceeds = target !== null && measured > target;
  return exceeds
    ? [{ code: 'count/measured-exceeds-target', severity: 'warning', at, detail: { measured, target } }]
    : [];
}

/**
 * Reads the numbers of one row and checks them against each other. `blank` where every number is missing: the area has
 * not reported. Set aside (refused) are rows with an unreadable, negative or fractional count, no number measured, some
 * but not all of the classes of a dimension, more affected than measured, and classes that add up to more than the measured. Kept with
 * a warning: classes that add up to less (the difference becomes `unknown`), more measured than targeted, a stated
 * total or percentage that differs from the parts (the parts count; a percentage may be of all measured or of those of
 * known class), nobody measured of a positive target, and a dimension left blank, of which all measured are then
 * `unknown`.
 */
export function readCounts(
  row: readonly string[],
  plan: CountPlan,
  at: Where,
  lent: number | null = null,
): RowReading {
  const { values, problems } = readValues(row, plan, at);
  const refusing = problems.filter(({ severity }) => severity === 'row');
  if (refusing.length > 0) return { kind: 'refused', problems: refusing };
  if (Object.values(values).every((value) => value === null)) return { kind: 'blank' };
  const general = measuredOf(plan, values, lent);
  const missing = (role: string): Problem => ({
    code: 'number/missing',
    severity: 'row',
    at,
    detail: { role },
  });
  if (general === null) return { kind: 'refused', problems: [missing('measured')] };
  const measured = CONDITION_DIMENSIONS.reduce(
    (most, dimension) => Math.max(most, values[`measured.${dimension}`] ?? 0),
    general,
  );
  const counts: Partial<Record<DimensionId, ClassCounts>> = {};
  for (const dimension of Object.keys(plan.tellings) as CountedDimension[]) {
    if (isBlank(dimension, values)) {
      counts[dimension] = { unknown: measured };
      if (measured > 0) problems.push({ ...missing(dimension), severity: 'warning' });
      continue;
    }
    const own = (dimension === 'poverty' ? null : values[`measured.${dimension}`]) ?? general;
    const group = dimension === 'poverty' ? null : affectedOf(dimension, plan, values, own);
    const total = values[`${dimension}.total` as ColumnRole] ?? null;
    const checked =
      dimension === 'poverty'
        ? povertyCounts(plan, values, measured, at)
        : group && nutritionCounts(group, own, total, at, dimension);
    if (checked === null) return { kind: 'refused', problems: [missing(dimension)] };
    if (checked.classes === null) return { kind: 'refused', problems: checked.problems };
    counts[dimension] =
      dimension === 'poverty'
        ? checked.classes
        : { ...checked.classes, unknown: (checked.classes.unknown ?? 0) + measured - own };
    problems.push(...checked.problems);
  }
  const value: RowCounts = { target: values.target ?? null, measured, counts };
  problems.push(...plausibility(value, at), ...percentProblems(row, plan, value, values, at));
  return { kind: 'counts', value, problems };
}

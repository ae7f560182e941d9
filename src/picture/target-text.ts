import type { AreaCode } from '#core/area.ts';
import { readDay } from '#core/calendar-day.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { TargetRow } from '#core/target-table.ts';

/** A target as it is typed. */
export interface TargetTexts {
  readonly value: string;
  readonly due: string;
}
export type TargetFault = 'value' | 'due';

/** For what it is typed. */
export type TargetPlace = Pick<TargetRow, 'level'> & { readonly area: AreaCode | null };

const NUMBER = /^\d{1,7}(?:[.,]\d{1,2})?$/;

/** The target, or which of both fields cannot be read: 14,2 of a prevalence is 14,2 %, of cases a whole number. */
export function readTarget(
  { value, due }: TargetTexts,
  { level, area }: TargetPlace,
  indicator: IndicatorId,
  measure: TargetRow['measure'],
): TargetRow | readonly TargetFault[] {
  const day = readDay(due);
  const plain = value.trim();
  const number = measure === 'count' ? Number(plain.replaceAll('.', '')) : Number(plain.replace(',', '.'));
  const isCount = measure === 'count' && /^(?:\d{1,3}(?:\.\d{3})+|\d{1,7})$/.test(plain);
  const isRate = measure === 'rate' && NUMBER.test(plain) && number <= 100;
  const faults: TargetFault[] = [
    ...(isCount || isRate ? [] : (['value'] as const)),
    ...(day === null ? (['due'] as const) : []),
  ];
  if (faults.length > 0 || day === null) return faults;
  const scaled = measure === 'rate' ? Number((number / 100).toFixed(6)) : number;
  return { level, area, indicator, measure, value: scaled, due: day, from: null, source: '' };
}

/** Whether both are of the same place, indicator, measure and day. */
export function sameTarget(a: TargetRow, b: TargetRow): boolean {
  return (['level', 'area', 'indicator', 'measure', 'due'] as const).every((part) => a[part] === b[part]);
}

/** The reader's own with another: one for the same place, measure and day takes its place. */
export function withTarget(own: readonly TargetRow[], row: TargetRow): readonly TargetRow[] {
  return [...own.filter((each) => !sameTarget(each, row)), row];
}

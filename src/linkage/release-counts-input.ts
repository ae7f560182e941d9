import { CHILD_DIMENSIONS, type ChildDimensionId, CLASSES } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { ChildCounts } from '#core/release-counts.ts';
import { periodsOfMonths } from './cell-building.ts';
import type { ChildRecord } from './child-record.ts';
import type { PreparationRun } from './preparation-run.ts';

const AGE_ENDS = [5, 11, 23, 35, 59];

function classesOf(record: ChildRecord, decile: string): Readonly<Record<ChildDimensionId, string>> {
  const { months, classes, child } = record;
  const band = months === null || months < 0 ? -1 : AGE_ENDS.findIndex((end) => months <= end);
  return { ...classes, sex: child.sex, age: CLASSES.age[band] ?? 'unknown', poverty: decile };
}

/**
 * Children by village, period, class and household, of which a release is made: the same children in the same classes as
 * the internal cells, each once a period by its last measurement. Households are numbers of this call alone, by KK, else by
 * the list that names it; 0 where neither is known.
 */
export function releaseCounts({ children, households, linking }: PreparationRun): ChildCounts {
  const months = new Set(
    children.months.flatMap(({ record }) => (record.measuredOn === null ? [] : [record.month])),
  );
  const periods = periodsOfMonths([...months].sort());
  const ofMonth = new Map([...months].map((month) => [month, periodsOfMonths([month])]));
  const position = new Map(periods.map((period, p) => [period, p]));
  const last = new Map<
    string,
    { readonly child: number; readonly period: Period; readonly record: ChildRecord }
  >();
  for (const { child, record } of children.months) {
    if (record.measuredOn === null) continue;
    for (const period of ofMonth.get(record.month) ?? []) {
      const known = last.get(`${child} ${period}`)?.record;
      // Months come in order; within a month there is one record.
      if (known === undefined || record.measuredOn >= known.measuredOn!)
        last.set(`${child} ${period}`, { child, period, record });
    }
  }
  const rows = [...last.values()];
  const classed = rows.map(({ child, record }) => {
    const link = linking.links[child];
    return classesOf(record, (link && households.households[link.household]?.decile) ?? 'unknown');
  });
  const numbers = new Map<string, number>();
  // By KK where there is one, so that of siblings one linked and one not are of one household.
  const householdOf = (child: number): number => {
    const link = linking.links[child];
    const kk = (link && households.households[link.household]?.kk) || children.children[child]?.kks[0];
    const key = kk ? `kk:${kk}` : link ? `list:${link.household}` : '';
    if (key === '') return 0;
    const known = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, known);
    return known;
  };
  const column = (dimension: ChildDimensionId): Uint8Array => {
    const names: readonly string[] = CLASSES[dimension];
    return Uint8Array.from(classed, (own) => names.indexOf(own[dimension]));
  };
  return {
    periods,
    village: Uint32Array.from(rows, ({ record }) => record.area),
    period: Uint16Array.from(rows, ({ period }) => position.get(period)!),
    classes: Object.fromEntries(
      CHILD_DIMENSIONS.map((dimension) => [dimension, column(dimension)]),
    ) as Record<ChildDimensionId, Uint8Array>,
    household: Uint32Array.from(rows, ({ child }) => householdOf(child)),
    children: new Uint32Array(rows.length).fill(1),
  };
}

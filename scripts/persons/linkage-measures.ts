import type { Preparation } from '#linkage/preparation.ts';
import type { InventedVillage } from './invented-families.ts';
import type { PersonFiles } from './person-files.ts';

/** How a preparation compares with what is true of the invented files. */
export interface LinkageMeasures {
  readonly rows: number;
  /** Rows in the right village, in a wrong one, in none. */
  readonly areaRight: number;
  readonly areaWrong: number;
  readonly deterministic: { readonly links: number; readonly wrong: number };
  readonly all: { readonly links: number; readonly wrong: number };
  /** Children found in the files whose family the list has, and those linked to it. */
  readonly linkable: number;
  readonly found: number;
  /** Groups that hold rows of several children, and children whose rows are in several groups. */
  readonly mixed: number;
  readonly split: number;
  readonly groups: number;
}

function majority(values: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

/** @param fileOf name of the file in which a table was written. */
export function linkageMeasures(
  { run }: Preparation,
  files: PersonFiles,
  villages: readonly InventedVillage[],
  codes: readonly string[],
  fileOf: (table: string) => string,
): LinkageMeasures {
  const truthOf = new Map(files.measurements.map((table) => [fileOf(table.name), table.truth]));
  const rows = files.measurements.reduce((sum, { truth }) => sum + truth.length, 0);
  const childrenOf = new Map<number, number[]>();
  const groupsOf = new Map<number, Set<number>>();
  let areaRight = 0;
  let areaWrong = 0;
  for (const { child, record } of run.children.months) {
    const truth = truthOf.get(record.sheet.file)?.[record.row - 2];
    if (truth === undefined) continue;
    childrenOf.set(child, [...(childrenOf.get(child) ?? []), truth.child]);
    groupsOf.set(truth.child, (groupsOf.get(truth.child) ?? new Set()).add(child));
    if (codes[record.area] === villages[truth.village]?.code) areaRight++;
    else areaWrong++;
  }
  const deterministic = { links: 0, wrong: 0 };
  const all = { links: 0, wrong: 0 };
  const found = new Set<number>();
  for (const [child, truths] of childrenOf) {
    const link = run.linking.links[child];
    if (!link) continue;
    const own = majority(truths);
    const right = run.households.households[link.household]?.kk === files.householdOf[own];
    all.links++;
    if (!right) all.wrong++;
    if (link.rule !== 'name-date') {
      deterministic.links++;
      if (!right) deterministic.wrong++;
    }
    if (right) found.add(own);
  }
  const linkable = [...groupsOf.keys()].filter((child) => files.householdOf[child] !== '').length;
  return {
    rows,
    areaRight,
    areaWrong,
    deterministic,
    all,
    linkable,
    found: found.size,
    mixed: [...childrenOf.values()].filter((truths) => new Set(truths).size > 1).length,
    split: [...groupsOf.values()].filter((groups) => groups.size > 1).length,
    groups: childrenOf.size,
  };
}

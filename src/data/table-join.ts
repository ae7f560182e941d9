import type { AreaIndex, Territory } from '#core/area.ts';
import { CLASSES, DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { TableReading } from './table-import.ts';
import type { AcceptedRow } from './table-rows.ts';

/** Village and period of a row, as the key of a map. */
export const rowKey = (area: AreaIndex, period: Period): string => `${area} ${period}`;

interface SourcedRow {
  readonly row: AcceptedRow;
  readonly from: TableReading;
}

export interface JoinedRows {
  readonly rows: readonly AcceptedRow[];
  /** Groups of rows left out, because they contradict each other. */
  readonly contradictory: readonly (readonly AcceptedRow[])[];
  readonly problems: readonly Problem[];
}

/**
 * Rows of several sheets by village and period. Sheets of different subjects (stunting here, wasting there) complete
 * each other if they agree on the children measured and targeted; where they disagree, all of them are left out, and
 * a problem names the first two that do, and their figures.
 */
export function joinRows(readings: readonly TableReading[], territory: Territory): JoinedRows {
  const byKey = new Map<string, SourcedRow[]>();
  for (const from of readings) {
    if (from.refused) continue;
    for (const row of from.accepted) {
      const group = byKey.get(rowKey(row.area, row.period));
      if (group) group.push({ row, from });
      else byKey.set(rowKey(row.area, row.period), [{ row, from }]);
    }
  }
  const rows: AcceptedRow[] = [];
  const contradictory: AcceptedRow[][] = [];
  const problems: Problem[] = [];
  for (const group of byKey.values()) {
    const contradiction = group.length > 1 ? contradictionIn(group, territory) : null;
    const own = group.map(({ row }) => row);
    if (contradiction) {
      problems.push(contradiction);
      contradictory.push(own);
    } else rows.push(own.reduce(merged));
  }
  return { rows, contradictory, problems };
}

function merged(a: AcceptedRow, b: AcceptedRow): AcceptedRow {
  return { ...a, target: a.target ?? b.target, counts: { ...b.counts, ...a.counts } };
}

interface Difference {
  readonly what: string;
  readonly figure: number;
  readonly otherFigure: number;
}

/** The numbers of a dimension by the role of their column; affected children together where they are not divided. */
function figuresOf(
  counts: Readonly<Record<string, number>>,
  dimension: DimensionId,
  undivided: boolean,
): readonly (readonly [role: string, children: number])[] {
  const of = (name: string): number => counts[name] ?? 0;
  if (!undivided) return CLASSES[dimension].map((name) => [`${dimension}.${name}`, of(name)]);
  if (dimension === 'poverty') return [['poverty.1', of('1')]];
  return [
    [`${dimension}.total`, of('severe') + of('moderate')],
    [`${dimension}.none`, of('none')],
  ];
}

/** The first number that both rows give and in which they differ. */
function differenceOf({ row: a, from }: SourcedRow, other: SourcedRow): Difference | null {
  const b = other.row;
  if (a.measured !== b.measured) return { what: 'measured', figure: a.measured, otherFigure: b.measured };
  if (a.target !== null && b.target !== null && a.target !== b.target)
    return { what: 'target', figure: a.target, otherFigure: b.target };
  for (const dimension of DIMENSIONS) {
    const [own, theirs] = [a.counts[dimension], b.counts[dimension]];
    if (!own || !theirs) continue;
    const undivided = [from, other.from].some((reading) => reading.undivided.includes(dimension));
    const figures = figuresOf(theirs, dimension, undivided);
    for (const [k, [what, figure]] of figuresOf(own, dimension, undivided).entries()) {
      const otherFigure = figures[k]?.[1] ?? 0;
      if (figure !== otherFigure) return { what, figure, otherFigure };
    }
  }
  return null;
}

function contradictionIn(group: readonly SourcedRow[], territory: Territory): Problem | null {
  for (const [k, one] of group.entries()) {
    const { row, from } = one;
    for (const other of group.slice(k + 1)) {
      const difference = differenceOf(one, other);
      if (!difference) continue;
      const place = { file: from.file, ...(from.sheet === '' ? {} : { sheet: from.sheet }), row: row.row };
      const area = territory.villages.areas[row.area]?.name ?? '';
      const sheet = other.from.sheet === '' ? {} : { otherSheet: other.from.sheet };
      return {
        code: 'row/sheets-differ',
        severity: 'row',
        at: { ...place, area, period: row.period },
        detail: { ...difference, otherFile: other.from.file, ...sheet, otherRow: String(other.row.row) },
      };
    }
  }
  return null;
}

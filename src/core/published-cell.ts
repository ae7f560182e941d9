import { mergedClasses } from './cell-selection.ts';
import type { TableEntry } from './dataset.ts';
import { CLASSES, type DimensionId } from './dimension.ts';

/** Which children a cell counts: by dimension, bit c for class c; a dimension left out is not looked at. */
export type CellMasks = Readonly<Partial<Record<DimensionId, number>>>;

/** What anybody can read of one cell of an area and period. */
export interface PublishedCell {
  readonly masks: CellMasks;
  /** null where hidden. */
  readonly count: number | null;
}

/** One name for cells that count the same children, whatever their table. */
export function maskKey(masks: CellMasks): string {
  return Object.entries(masks)
    .map(([dimension, mask]) => `${dimension}:${mask}`)
    .sort()
    .join(' ');
}

/** The classes in which a table stores children of a dimension, and the mask of those whom each holds. */
export function storedClasses(
  { undivided = [] }: Pick<TableEntry, 'undivided'>,
  dimension: DimensionId,
): readonly { readonly position: number; readonly mask: number }[] {
  const merged = undivided.includes(dimension) ? mergedClasses(dimension) : [];
  const last = merged.at(-1);
  return CLASSES[dimension].flatMap((_, position) => {
    if (position === last) return { position, mask: merged.reduce((sum, one) => sum | (1 << one), 0) };
    return merged.includes(position) ? [] : { position, mask: 1 << position };
  });
}

/** A cell of a table: the positions of its classes, in the order of the table's dimensions. */
export interface StoredCell {
  readonly positions: readonly number[];
  readonly masks: CellMasks;
}

/** Every cell that a table can hold. */
export function storedCells(table: Pick<TableEntry, 'dimensions' | 'undivided'>): readonly StoredCell[] {
  let cells: readonly StoredCell[] = [{ positions: [], masks: {} }];
  for (const dimension of table.dimensions) {
    const classes = storedClasses(table, dimension);
    cells = cells.flatMap((cell) =>
      classes.map(({ position, mask }) => ({
        positions: [...cell.positions, position],
        masks: { ...cell.masks, [dimension]: mask },
      })),
    );
  }
  return cells;
}

/** Whether a cell holds children of an unknown class, which is the last of its dimension. */
export function holdsUnknown(masks: CellMasks): boolean {
  return Object.entries(masks).some(
    ([dimension, mask]) => ((mask >> (CLASSES[dimension as DimensionId].length - 1)) & 1) === 1,
  );
}

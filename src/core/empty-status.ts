import type { CellStatus } from './area-table.ts';

/** Every status that is drawn instead of a class. */
export type EmptyStatus = Exclude<CellStatus, typeof CellStatus.observed>;

import type { RowState, SheetForm, SheetLedger, UnusableReason } from '#core/preparation-report.ts';

export const ROW_STATES: readonly RowState[] = [
  'used',
  'listed',
  'duplicate',
  'outside',
  'unusable',
  'waiting',
];

interface Noted {
  state: RowState;
  reason: UnusableReason | null;
}

const RANK: Readonly<Record<RowState, number>> = {
  used: 0,
  listed: 1,
  duplicate: 2,
  waiting: 3,
  unusable: 4,
  outside: 5,
};

/** The rows of one sheet as they are read. A row of several months counts once, by the best that became of it. */
export class SheetRows {
  readonly file: string;
  readonly sheet: string;
  readonly form: SheetForm;
  readonly #rows = new Map<number, Noted>();

  constructor(file: string, sheet: string, form: SheetForm) {
    this.file = file;
    this.sheet = sheet;
    this.form = form;
  }

  note(row: number, state: RowState, reason: UnusableReason | null = null): void {
    const before = this.#rows.get(row);
    if (before === undefined || RANK[state] < RANK[before.state]) this.#rows.set(row, { state, reason });
  }

  /** A row that was used and turned out to be a duplicate in every month it tells of. */
  demote(row: number): void {
    const noted = this.#rows.get(row);
    if (noted !== undefined) noted.state = 'duplicate';
  }

  /** Rows of data so far. */
  get read(): number {
    return this.#rows.size;
  }

  ledger(): SheetLedger {
    const rows: Record<RowState, number[]> = {
      used: [],
      listed: [],
      duplicate: [],
      outside: [],
      unusable: [],
      waiting: [],
    };
    const reasons: Partial<Record<UnusableReason, number[]>> = {};
    for (const [row, { state, reason }] of this.#rows) {
      rows[state].push(row);
      if (state !== 'unusable' || reason === null) continue;
      reasons[reason] ??= [];
      reasons[reason].push(row);
    }
    const { file, sheet, form } = this;
    return { file, sheet, form, read: this.read, rows, reasons };
  }
}

import type { AreaIndex, Territory } from '#core/area.ts';
import { matchDistricts, nameIndex } from '#core/area-names.ts';
import { parsePeriod } from '#core/period.ts';
import type { Answers } from '#core/question.ts';
import type { OtherUnit } from '#core/unit.ts';
import { withAreaColumns } from './area-columns.ts';
import { type Recognition, withRole } from './column-recognition.ts';
import { isCountRole } from './column-role.ts';
import type { RawSheet } from './raw-table.ts';
import type { ReadingChoices } from './reading-choices.ts';
import {
  periodQuestionId,
  readTable,
  systemQuestionId,
  type TableContext,
  type TableReading,
} from './table-import.ts';
import { rowKey } from './table-join.ts';
import { type LaidSheet, layOut } from './table-layout.ts';
import {
  countsUnits,
  readUnitTables,
  readUnitTotals,
  type UnitTable,
  type UnitTotals,
  unitsWithoutAll,
} from './unit-tables.ts';

export type Verdict = 'accept' | 'ask' | 'reject';

/** Areas that tables are held against. */
export interface ReadingGround {
  readonly territory: Territory;
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
}

/** Rows of a sheet below its header, blank ones left out: read = used + summed + setAside + notRows. */
export interface Ledger {
  readonly read: number;
  readonly used: number;
  /** Added up with others of the same area and period. */
  readonly summed: number;
  readonly setAside: number;
  /** Totals, lines of text, repetitions. */
  readonly notRows: number;
}

export interface SheetReading {
  readonly file: string;
  readonly sheet: string;
  readonly raw: RawSheet;
  readonly recognition: Recognition;
  readonly table: TableReading;
  readonly verdict: Verdict | 'not-a-table';
  readonly ledger: Ledger;
  /** What it counts of families and persons. */
  readonly units: readonly UnitTable[];
  /** How many families or persons there are, where it says nothing more of them. */
  readonly totals: readonly UnitTotals[];
  /** Files and sheets that lend the denominator. */
  readonly lender: string | null;
}

/** The measured of areas and periods, from the sheets that have them. */
export interface Lending {
  readonly measured: ReadonlyMap<string, number>;
  readonly from: string;
}

/** The place of a sheet, for problems. */
export const placeOf = ({ file, sheet }: { file: string; sheet: string }) => ({
  file,
  ...(sheet === '' ? {} : { sheet }),
});
const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Readings of the rows of one sheet, whatever they count. */
function readingsOf({ recognition, table, units }: Pick<SheetReading, 'recognition' | 'table' | 'units'>) {
  const children = recognition.columns.some(({ role }) => isCountRole(role));
  const all = [...(children ? [table] : []), ...units.map((one) => one.table)];
  return all.filter(({ refused, accepted }) => !refused && accepted.length > 0);
}

/** Rows of a sheet that counts several things of which nothing is loaded; null where it counts one, whose they are. */
export function rowsLeftOut(
  sheet: Pick<SheetReading, 'recognition' | 'table' | 'units'>,
): ReadonlySet<number> | null {
  const readings = readingsOf(sheet);
  const [first, ...others] = readings.map(({ setAside }) => new Set(setAside.map(({ row }) => row)));
  if (first === undefined || others.length === 0) return null;
  return new Set([...first].filter((row) => others.every((rows) => rows.has(row))));
}

function ledgerOf(
  raw: RawSheet,
  { sheet, recognition }: LaidSheet,
  table: TableReading,
  units: readonly UnitTable[],
): Ledger {
  const dataRow = sheet.origins?.[recognition.dataRow - 1]?.[0] ?? recognition.dataRow;
  const below = recognition.columns.length === 0 ? raw.rows : raw.rows.slice(dataRow - 1);
  const read = below.filter((row) => !isBlank(row)).length;
  const notRows = table.totals.length + table.textLines + table.repeated;
  const left = rowsLeftOut({ recognition, table, units });
  // The rows of the first reading, and those that only others could use.
  const [first] = readingsOf({ recognition, table, units });
  const own = new Set((first ?? table).setAside.map(({ row }) => row)).size;
  const used = (first ?? table).used - table.summed + (left === null ? 0 : own - left.size);
  return { read, used, summed: table.summed, setAside: read - used - table.summed - notRows, notRows };
}

function noRows(raw: RawSheet): Ledger {
  const read = raw.rows.filter((row) => !isBlank(row)).length;
  return { read, used: 0, summed: 0, setAside: 0, notRows: read };
}

/** Of families and persons. */
export type UnitLenders = ReadonlyMap<OtherUnit, Lending>;
const NOBODY: UnitLenders = new Map();

/** Reads one sheet after another over one ground, with the same choices. */
export class SheetReader {
  readonly #ground: ReadingGround;
  readonly #choices: ReadingChoices;

  constructor(ground: ReadingGround, choices: ReadingChoices) {
    this.#ground = ground;
    this.#choices = choices;
  }

  sheet(
    file: string,
    raw: RawSheet,
    several: boolean,
    answers: Answers,
    lent: Lending | null,
    lentUnits: UnitLenders = NOBODY,
  ): SheetReading {
    const { decisions, periodDefault, roles } = this.#choices;
    const own = roles.filter((one) => one.file === file && one.sheet === raw.name);
    const laid = layOut(raw, file, { answers });
    const index = nameIndex(this.#ground.territory);
    const recognized = withAreaColumns(
      laid.recognition,
      laid.sheet,
      index,
      placeOf({ file, sheet: raw.name }),
    );
    const place = placeOf({ file, sheet: raw.name });
    const systems = recognized.columns.flatMap(({ index: column, header }) => {
      const system = answers.get(systemQuestionId(place, header));
      return system === 'kemendagri' || system === 'bps' ? [{ column, role: `code.${system}` as const }] : [];
    });
    const recognition = [...systems, ...own].reduce(
      (found, { column, role }) => withRole(found, column, role),
      recognized,
    );
    const title = raw.name.replace(/^[\d\s.)_-]+/, '');
    const districtDefault = title !== '' && matchDistricts(index, title).length > 0 ? title : '';
    const context: TableContext = {
      ...this.#ground,
      file,
      decisions,
      answers,
      periodDefault:
        periodDefault ??
        parsePeriod(answers.get(periodQuestionId(placeOf({ file, sheet: raw.name }))) ?? '') ??
        recognition.titlePeriod,
      ...(districtDefault === '' ? {} : { districtDefault }),
      ...(lent ? { lent: lent.measured } : {}),
    };
    const units = countsUnits(recognition) ? readUnitTables(laid.sheet, recognition, context, lentUnits) : [];
    const borrowed = unitsWithoutAll(units, recognition).flatMap((unit) => lentUnits.get(unit)?.from ?? []);
    const lenders = [...new Set([...(lent ? [lent.from] : []), ...borrowed])];
    const children = recognition.columns.some(({ role }) => isCountRole(role));
    const table =
      units.length > 0 && !children
        ? unitsAlone(units, recognition)
        : readTable(laid.sheet, recognition, context);
    const isTable = recognition.columns.length > 0;
    const verdict = !isTable && several ? 'not-a-table' : verdictOf(table);
    return {
      file,
      sheet: raw.name,
      raw,
      recognition,
      table,
      verdict,
      ledger: verdict === 'not-a-table' ? noRows(raw) : ledgerOf(raw, { ...laid, recognition }, table, units),
      units,
      totals: readUnitTotals(laid.sheet, recognition, context),
      lender: lenders.length > 0 ? lenders.join(', ') : null,
    };
  }
}

/** Of a sheet that counts no children the rows are those of its first unit that could be read. */
function unitsAlone(units: readonly UnitTable[], recognition: Recognition): TableReading {
  const { questions, problems } = recognition;
  const { table } = units.find((one) => one.table.accepted.length > 0) ?? units[0]!;
  const accepted = new Map(
    [table, ...units.map((one) => one.table)]
      .flatMap((one) => one.accepted)
      .reverse()
      .map((row) => [rowKey(row.area, row.period), row] as const),
  );
  const left = rowsLeftOut({ recognition, table, units });
  return {
    ...table,
    setAside: table.setAside.filter(({ row }) => left === null || left.has(row)),
    accepted: [...accepted.values()].sort((a, b) => a.row - b.row),
    dimensions: [],
    questions: [...questions, ...table.questions],
    problems,
  };
}

function verdictOf(table: TableReading): Verdict {
  if (table.questions.length > 0) return 'ask';
  return table.refused || table.accepted.length === 0 ? 'reject' : 'accept';
}

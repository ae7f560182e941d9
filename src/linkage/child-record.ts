import type { AreaIndex } from '#core/area.ts';
import { inferNumberFormat, readNumber } from '#core/number-text.ts';
import type { IdentityTally, RowFlag, UnusableReason } from '#core/preparation-report.ts';
import type { RawSheet } from '#data/raw-table.ts';
import type { AreaDoctor } from './area-doctor.ts';
import { classedGrowth, type GrowthClass, type GrowthIndex } from './growth-class.ts';
import { birthInNik, isRoundedColumn, readIdentity, talliedIdentity } from './identity-text.ts';
import { isNoPerson, type PersonCells, personCells, readSex, remembered, type Sex } from './person-cells.ts';
import {
  completedMonths,
  type Day,
  dateColumn,
  isoDay,
  monthOf,
  readDay,
  statedMonths,
  swappedDay,
} from './person-date.ts';
import { plainPersonName } from './person-name.ts';
import { type PersonSheet, statedPeriod, type WideBlock } from './person-sheet.ts';
import { SheetRows } from './record-ledger.ts';

/** A child as one or several rows write it. Identifiers are of this layer alone. */
export interface WrittenChild {
  /** Sixteen digits, or '' where missing, masked or damaged. */
  readonly nik: string;
  readonly kk: string;
  readonly parentNiks: readonly string[];
  readonly name: string;
  readonly sex: Sex;
  readonly birth: Day | null;
  readonly parents: readonly string[];
}

export interface ChildRecord {
  readonly sheet: SheetRows;
  readonly row: number;
  readonly child: WrittenChild;
  readonly area: AreaIndex;
  readonly puskesmas: string;
  readonly posyandu: string;
  /** yyyy-mm: of the measurement, else of the list that names the child; '' where neither is known. */
  readonly month: string;
  /** Null: listed, not measured. */
  readonly measuredOn: Day | null;
  readonly weight: number | null;
  readonly height: number | null;
  readonly months: number | null;
  readonly classes: Readonly<Record<GrowthIndex, GrowthClass>>;
  /** How many of the figures a row can have it has. */
  readonly filled: number;
  readonly flags: readonly RowFlag[];
}

export interface ChildSheet {
  readonly rows: SheetRows;
  readonly records: readonly ChildRecord[];
  readonly niks: IdentityTally;
  readonly kks: IdentityTally;
  /** Distinct children by the key of the name that waits for an area. */
  readonly waiting: ReadonlyMap<string, number>;
  /** The month that most of the sheet's measurements lie in, where nearly all do. */
  readonly month: string;
  /** Measurements that wait or cannot be used, by their month, or the sheet's where they have none. */
  readonly setAside: ReadonlyMap<string, number>;
}

const INDEXES = ['stunting', 'wasting', 'underweight'] as const;
const LABEL_OF = { stunting: 'heightLabel', wasting: 'wastingLabel', underweight: 'weightLabel' } as const;
const Z_OF = { stunting: 'heightZ', wasting: 'wastingZ', underweight: 'weightZ' } as const;
/** Share of the measurements of a sheet in one month from which the sheet is of that month. */
const ONE_MONTH = 0.6;
const OLDEST_MONTHS = 59;

/** Numbers of columns that share a decimal mark; an unreadable or missing one is null. */
function numberReader(texts: readonly string[]): (text: string) => number | null {
  const format = inferNumberFormat(texts, 'percent');
  return remembered((text) => {
    const read = readNumber(text, format);
    return read.kind === 'number' ? read.value : null;
  });
}

/** All that stands in the columns of a figure of a wide sheet, over the months. */
function blockTexts(
  sheet: RawSheet,
  dataRow: number,
  columns: readonly (number | null)[],
): readonly string[] {
  return columns.flatMap((column) =>
    column === null ? [] : sheet.rows.slice(dataRow).map((row) => row[column] ?? ''),
  );
}

/** The months in which the dates of a sheet lie, most first. */
function commonMonth(days: readonly Day[]): string {
  const tally = new Map<string, number>();
  for (const day of days) tally.set(monthOf(day), (tally.get(monthOf(day)) ?? 0) + 1);
  const [first] = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first !== undefined && first[1] >= days.length * ONE_MONTH ? first[0] : '';
}

interface Measured {
  readonly day: Day | null;
  readonly dateText: string;
  readonly ageText: string;
  readonly weight: number | null;
  readonly height: number | null;
  readonly z: Readonly<Record<GrowthIndex, number | null>>;
  readonly label: Readonly<Record<GrowthIndex, string>>;
}

const NO_Z = { stunting: null, wasting: null, underweight: null } as const;
const NO_LABEL = { stunting: '', wasting: '', underweight: '' } as const;

/** Reads the measurements of each row: one of a long sheet, up to one a month of a wide one. */
function measurementReader(
  sheet: RawSheet,
  person: PersonSheet,
  cells: PersonCells,
): (row: number) => readonly Measured[] {
  const text = (row: number, column: number | null): string =>
    column === null ? '' : (sheet.rows[row]?.[column] ?? '').trim();
  if (person.blocks.length > 0) {
    const weight = numberReader(
      blockTexts(
        sheet,
        person.dataRow,
        person.blocks.map((block) => block.weight),
      ),
    );
    const height = numberReader(
      blockTexts(
        sheet,
        person.dataRow,
        person.blocks.map((block) => block.height),
      ),
    );
    const dates = dateColumn(
      person.blocks.flatMap(({ measured }) =>
        sheet.rows.slice(person.dataRow).map((row) => row[measured] ?? ''),
      ),
    );
    const one = (row: number, block: WideBlock): Measured => ({
      day: readDay(text(row, block.measured), dates),
      dateText: text(row, block.measured),
      ageText: text(row, block.ageText),
      weight: weight(text(row, block.weight)),
      height: height(text(row, block.height)),
      z: NO_Z,
      label: NO_LABEL,
    });
    return (row) => {
      const all = person.blocks.map((block) => one(row, block));
      const told = all.filter(
        ({ dateText, weight: kg, height: cm }) => dateText !== '' || kg !== null || cm !== null,
      );
      return told.length > 0 ? told : all.slice(0, 1);
    };
  }
  const dates = cells.dates('measured');
  const dayOfText = remembered((text) => readDay(text, dates));
  const number = {
    weight: numberReader(cells.column('weight')),
    height: numberReader(cells.column('height')),
    stunting: numberReader(cells.column('heightZ')),
    wasting: numberReader(cells.column('wastingZ')),
    underweight: numberReader(cells.column('weightZ')),
  };
  return (row) => {
    const dateText = cells.text(row, 'measured');
    const z = (index: GrowthIndex): number | null => number[index](cells.text(row, Z_OF[index]));
    const label = (index: GrowthIndex): string => cells.text(row, LABEL_OF[index]);
    return [
      {
        day: dayOfText(dateText),
        dateText,
        ageText: cells.text(row, 'ageText'),
        weight: number.weight(cells.text(row, 'weight')),
        height: number.height(cells.text(row, 'height')),
        z: { stunting: z('stunting'), wasting: z('wasting'), underweight: z('underweight') },
        label: { stunting: label('stunting'), wasting: label('wasting'), underweight: label('underweight') },
      },
    ];
  };
}

const isDash = (text: string): boolean => /^[-–.*]*$/.test(text);

/** One child for equal cells, so that twelve months of a child are one object. */
export class WrittenChildren {
  readonly #known = new Map<string, WrittenChild>();
  /** Twelve months write the same names. */
  readonly name = remembered(plainPersonName);

  one(child: WrittenChild): WrittenChild {
    const key = [
      child.nik,
      child.kk,
      child.name,
      child.sex,
      child.birth,
      child.parentNiks,
      child.parents,
    ].join('|');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, child);
    return child;
  }
}

export interface ChildContext {
  readonly file: string;
  readonly doctor: AreaDoctor;
  /** The last day on which anything can have been measured: that of the export. */
  readonly snapshot: Day;
  readonly children: WrittenChildren;
}

/** The records of a sheet of measurements; every row that holds something has its place in the ledger. */
export function readChildSheet(sheet: RawSheet, person: PersonSheet, context: ChildContext): ChildSheet {
  const { doctor, snapshot } = context;
  const cells = personCells(sheet, person);
  const rows = new SheetRows(context.file, sheet.name, person.form);
  const niks: IdentityTally = { whole: 0, missing: 0, masked: 0, damaged: 0 };
  const kks: IdentityTally = { whole: 0, missing: 0, masked: 0, damaged: 0 };
  const roundedNik = isRoundedColumn(cells.column('nik'));
  const roundedKk = isRoundedColumn(cells.column('kk'));
  const births = cells.dates('birth');
  const birthOf = remembered((text) => readDay(text, births));
  const system = doctor.systemOf(
    cells.column('villageCode'),
    cells.column('village'),
    cells.column('district'),
  );
  const measurements = measurementReader(sheet, person, cells);
  const stated = statedPeriod(sheet, context.file, person.dataRow, 'month');
  const waiting = new Map<string, Set<WrittenChild>>();
  const measured = sheet.rows.map((_, row) => (row < person.dataRow ? [] : measurements(row)));
  const dates = measured.flatMap((own) => own.flatMap(({ day }) => (day === null ? [] : [day])));
  const month = person.blocks.length > 0 ? '' : stated || commonMonth(dates);
  const records: ChildRecord[] = [];
  const setAside = new Map<string, number>();
  const leaveOut = ({ day }: Measured): void => {
    const own = day === null ? month : monthOf(day);
    if (own !== '') setAside.set(own, (setAside.get(own) ?? 0) + 1);
  };

  const childOf = (row: number): WrittenChild => {
    const nik = talliedIdentity(niks, cells.text(row, 'nik'), roundedNik);
    const kk = cells.has('kk') ? talliedIdentity(kks, cells.text(row, 'kk'), roundedKk) : '';
    const parentNiks = cells
      .texts(row, 'parentNik')
      .flatMap((text) => text.split('/'))
      .flatMap((text) => {
        const read = readIdentity(text);
        return read.kind === 'whole' ? [read.digits] : [];
      });
    const parents = cells
      .texts(row, 'parents')
      .flatMap((text) => text.split('/'))
      .map(context.children.name)
      .filter((name) => name !== '');
    return context.children.one({
      nik,
      kk,
      parentNiks,
      name: context.children.name(cells.text(row, 'name')),
      sex: readSex(cells.text(row, 'sex')),
      birth: birthOf(cells.text(row, 'birth')),
      parents,
    });
  };

  for (let row = person.dataRow; row < sheet.rows.length; row++) {
    if (isNoPerson(sheet.rows[row] ?? [])) continue;
    const at = row + 1;
    const child = childOf(row);
    if (child.nik === '' && child.name === '') {
      rows.note(at, 'unusable', 'no-identity');
      for (const one of measured[row]!) leaveOut(one);
      continue;
    }
    const placed = doctor.place(
      {
        village: isDash(cells.place(row, 'village')) ? '' : cells.place(row, 'village'),
        district: cells.place(row, 'district'),
        code: cells.text(row, 'villageCode'),
        posyandu: cells.place(row, 'posyandu'),
        puskesmas: cells.place(row, 'puskesmas'),
      },
      system,
    );
    if (placed.kind !== 'area') {
      rows.note(at, placed.kind);
      if (placed.kind === 'waiting') {
        const children = waiting.get(placed.key) ?? new Set<WrittenChild>();
        waiting.set(placed.key, children.add(child));
        for (const one of measured[row]!) leaveOut(one);
      }
      continue;
    }
    for (const one of measured[row]!) {
      const made = recordOf(one, child, month, snapshot);
      if (typeof made === 'string') {
        rows.note(at, 'unusable', made);
        leaveOut(one);
        continue;
      }
      rows.note(at, made.measuredOn === null ? 'listed' : 'used');
      records.push({
        ...made,
        sheet: rows,
        row: at,
        child,
        area: placed.area,
        puskesmas: cells.place(row, 'puskesmas'),
        posyandu: cells.place(row, 'posyandu'),
      });
    }
  }
  const waitingCounts = new Map([...waiting].map(([key, children]) => [key, children.size]));
  return { rows, records, niks, kks, waiting: waitingCounts, month, setAside };
}

type Judged = Pick<
  ChildRecord,
  'month' | 'measuredOn' | 'weight' | 'height' | 'months' | 'classes' | 'filled' | 'flags'
>;

/** One measurement, judged; the reason where it cannot be used. Without any figure the child is listed, not measured. */
function recordOf(
  measured: Measured,
  child: WrittenChild,
  sheetMonth: string,
  snapshot: Day,
): Judged | UnusableReason {
  const flags: RowFlag[] = [];
  const classed = INDEXES.map((index) =>
    classedGrowth(index, isDash(measured.label[index]) ? '' : measured.label[index], measured.z[index]),
  );
  const labels = INDEXES.filter((index) => !isDash(measured.label[index])).length;
  const scores = INDEXES.filter((index) => measured.z[index] !== null).length;
  const figures = (measured.weight === null ? 0 : 1) + (measured.height === null ? 0 : 1);
  if (figures + labels + scores === 0) return listed(measured, child, sheetMonth);
  let { day } = measured;
  if (day === null) return isDash(measured.dateText) ? 'no-measurement' : 'date-unreadable';
  if (sheetMonth !== '' && monthOf(day) !== sheetMonth) {
    const other = swappedDay(day);
    if (other !== null && monthOf(other) === sheetMonth && other <= snapshot) {
      day = other;
      flags.push('date-swapped');
    }
  }
  if (day > snapshot) return 'date-future';
  const { birth } = child;
  if (birth !== null && birth > day) return 'birth-after-measurement';
  const told = statedMonths(measured.ageText);
  const months = birth === null ? told : completedMonths(birth, day);
  if (months !== null && months > OLDEST_MONTHS) return 'age-outside';
  if (birth !== null && told !== null && Math.abs(told - (months ?? 0)) > 1) flags.push('age-differs');
  if (classed.some(({ implausible }) => implausible)) flags.push('implausible');
  if (classed.some(({ disagrees }) => disagrees)) flags.push('label-differs');
  if (classed.some(({ strange }) => strange)) flags.push('label-unknown');
  if (child.nik !== '' && birth !== null && !bearsDate(child.nik, birth)) flags.push('nik-date-differs');
  const [stunting, wasting, underweight] = classed.map((one) => one.class);
  return {
    month: monthOf(day),
    measuredOn: day,
    weight: measured.weight,
    height: measured.height,
    months,
    classes: { stunting: stunting!, wasting: wasting!, underweight: underweight! },
    filled: figures + labels + scores,
    flags,
  };
}

function listed(
  { dateText }: Measured,
  { birth }: WrittenChild,
  sheetMonth: string,
): Judged | UnusableReason {
  if (!isDash(dateText)) return 'no-measurement';
  if (sheetMonth !== '' && birth !== null) {
    const [year = 0, month = 1] = sheetMonth.split('-').map(Number);
    const end = Date.UTC(year, month, 0) / 86_400_000;
    if (completedMonths(birth, end) > OLDEST_MONTHS || birth > end) return 'age-outside';
  }
  return {
    month: sheetMonth,
    measuredOn: null,
    weight: null,
    height: null,
    months: null,
    classes: { stunting: 'unknown', wasting: 'unknown', underweight: 'unknown' },
    filled: 0,
    flags: [],
  };
}

function bearsDate(nik: string, birth: Day): boolean {
  const iso = isoDay(birth);
  return birthInNik(nik).ddmmyy === `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(2, 4)}`;
}

import type { AreaCode } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Problem, Result } from '#core/problem.ts';
import type { Question } from '#core/question.ts';
import type { Recognition } from '#data/column-recognition.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import { type GatheredProblem, gatherProblems } from '#data/gathered-problems.ts';
import type { PackedTable, unpackTable } from '#data/packed-sheet.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { countsChildren, type Reading, readTogether } from '#data/reading.ts';
import type { ReadingChoices } from '#data/reading-choices.ts';
import type { Ledger, ReadingGround, SheetReading } from '#data/sheet-reading.ts';
import { datasetFromTables, type ManifestSeed } from '#data/table-dataset.ts';

/** The tables of a desk, and the areas that they are held against: what is sent once to be read again and again. */
export interface DeskInput {
  readonly tables: readonly PackedTable[];
  readonly ground: ReadingGround;
}

/** What a desk shows of one sheet; its rows stay where they were read. */
export interface SheetTold {
  readonly file: string;
  readonly sheet: string;
  readonly recognition: Recognition;
  /** The first cell of each column that is not empty. */
  readonly examples: readonly string[];
  readonly accepted: number;
  readonly ledger: Ledger;
  /** Faults of the whole sheet. */
  readonly errors: readonly Problem[];
}

/** A name in a table that no rule matches, and how many rows have it. */
export interface ToldName {
  readonly key: string;
  readonly suggestion: AreaCode | null;
  readonly rows: number;
}

/** Problems in the order in which they are shown: `first` of the gathered ones, and how many there are. */
export interface ToldProblems {
  readonly first: readonly GatheredProblem[];
  /** Of the gathered ones. */
  readonly bySeverity: Readonly<Counts>;
  /** Gathered warnings of each file. */
  readonly warnings: ReadonlyMap<string, number>;
  /** Each by itself. */
  readonly each: Readonly<Counts>;
}

/** What a page is told of all tables read together: as long as they are many, not as they are long. */
export interface DeskReading {
  readonly sheets: readonly SheetTold[];
  readonly questions: readonly Question[];
  readonly names: readonly ToldName[];
  /** Names beyond those. */
  readonly moreNames: number;
  /** Whether something of the tables can be loaded. */
  readonly hasRows: boolean;
  /** Whether the tables are, by most of their rows, of other areas than those they are held against. */
  readonly isElsewhere: boolean;
  readonly problems: ToldProblems;
}

type Counts = Record<Problem['severity'], number>;

function countsOf(problems: readonly Problem[]): Counts {
  const counts: Counts = { error: 0, row: 0, warning: 0, note: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

export const SEVERITIES: readonly Problem['severity'][] = ['error', 'row', 'warning', 'note'];
/** Problems of a page of the list. */
export const LISTED_PROBLEMS = 200;
/** More open names than this are no list to decide on: the most frequent are. */
const LISTED_NAMES = 200;

/** The worst first; those of one severity as they came. */
export function bySeverity(problems: readonly Problem[]): readonly Problem[] {
  return SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}

function examplesOf({ rows }: RawSheet, { columns, dataRow }: Recognition): readonly string[] {
  return columns.map(({ index }) => {
    for (let row = dataRow - 1; row < rows.length; row++) {
      const cell = rows[row]?.[index]?.trim() ?? '';
      if (cell !== '') return cell;
    }
    return '';
  });
}

function sheetTold({ file, sheet, raw, recognition, table, ledger }: SheetReading): SheetTold {
  return {
    file,
    sheet,
    recognition,
    examples: examplesOf(raw, recognition),
    accepted: table.accepted.length,
    ledger,
    errors: table.problems.filter(({ severity }) => severity === 'error'),
  };
}

function openNames(sheets: readonly SheetReading[]): readonly ToldName[] {
  const names = new Map<string, { suggestion: AreaCode | null; rows: number }>();
  for (const { table } of sheets) {
    for (const { problems } of table.setAside) {
      for (const { detail } of problems) {
        const key = detail?.decision;
        if (typeof key !== 'string') continue;
        const suggestion =
          typeof detail?.suggestionCode === 'string' ? (detail.suggestionCode as AreaCode) : null;
        names.set(key, { suggestion, rows: (names.get(key)?.rows ?? 0) + 1 });
      }
    }
  }
  return [...names].map(([key, name]) => ({ key, ...name }));
}

/** Problems of rows that say: these are areas of somewhere else. */
const ELSEWHERE = new Set(['area/unknown-code', 'area/unknown-name', 'area/ambiguous-name']);

function isElsewhere(sheets: readonly SheetReading[]): boolean {
  if (sheets.some(({ table }) => table.problems.some(({ code }) => code === 'area/code-system-absent')))
    return true;
  let strange = 0;
  for (const { table } of sheets)
    for (const { problems } of table.setAside)
      if (problems.some(({ code }) => ELSEWHERE.has(code))) strange++;
  const known = sheets.reduce((sum, { table }) => sum + table.accepted.length, 0);
  return strange > known;
}

function problemsTold(gathered: readonly GatheredProblem[], each: readonly Problem[]): ToldProblems {
  const warnings = new Map<string, number>();
  for (const { problem } of gathered) {
    const file = problem.at?.file;
    if (problem.severity === 'warning' && file !== undefined)
      warnings.set(file, (warnings.get(file) ?? 0) + 1);
  }
  return {
    first: gathered.slice(0, LISTED_PROBLEMS),
    bySeverity: countsOf(gathered.map(({ problem }) => problem)),
    warnings,
    each: countsOf(each),
  };
}

/** All tables of a desk read together, whole: it stays in the worker, and is asked for parts. */
export class WholeReading {
  readonly told: DeskReading;
  readonly reading: Reading;
  readonly #ground: ReadingGround;
  readonly #ordered: readonly Problem[];
  readonly #gathered: readonly GatheredProblem[];

  constructor(
    tables: readonly ReturnType<typeof unpackTable>[],
    ground: ReadingGround,
    choices: ReadingChoices,
  ) {
    const reading = readTogether(tables, ground, choices);
    const sheets = reading.files.flatMap((file) => file.sheets);
    this.reading = reading;
    this.#ground = ground;
    this.#ordered = bySeverity(reading.problems);
    this.#gathered = gatherProblems(this.#ordered);
    const names = openNames(sheets);
    const listed =
      names.length <= LISTED_NAMES
        ? names
        : [...names].sort((a, b) => b.rows - a.rows).slice(0, LISTED_NAMES);
    this.told = {
      sheets: sheets.map(sheetTold),
      questions: reading.questions,
      names: listed,
      moreNames: names.length - listed.length,
      hasRows: this.#readings().length + this.#units().length > 0,
      isElsewhere: isElsewhere(sheets),
      problems: problemsTold(this.#gathered, this.#ordered),
    };
  }

  /** Gathered problems, the worst first. */
  gathered(from: number, to: number): readonly GatheredProblem[] {
    return this.#gathered.slice(from, to);
  }

  /** Each problem by itself, the worst first. */
  problems(from: number, to: number): readonly Problem[] {
    return this.#ordered.slice(from, to);
  }

  /** Internal counts from the tables, without the boundaries, which stay with the page. */
  package(seed: ManifestSeed): Result<DatasetPackage> {
    const none: BoundaryCollection = { type: 'FeatureCollection', features: [] };
    return datasetFromTables(this.#readings(), this.#ground.territory, none, seed, this.#units());
  }

  #accepted(): readonly SheetReading[] {
    return this.reading.files.flatMap((file) => file.sheets).filter(({ verdict }) => verdict === 'accept');
  }

  /** The sheets from which rows of children are loaded. */
  #readings() {
    return this.#accepted()
      .filter(countsChildren)
      .map(({ table }) => table);
  }

  /** What is loaded of families and persons. */
  #units() {
    return this.#accepted()
      .flatMap(({ units }) => units)
      .filter(({ table }) => table.accepted.length > 0);
  }
}

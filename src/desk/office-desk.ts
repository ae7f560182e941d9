import type { AreaCode } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import type { Problem, Result } from '#core/problem.ts';
import type { Answers, Question } from '#core/question.ts';
import type { BoundaryAnswers } from '#data/boundary-question.ts';
import type { ReadTerritory } from '#data/boundary-territory.ts';
import type { Recognition } from '#data/column-recognition.ts';
import type { ColumnRole } from '#data/column-role.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import { attributeName } from '#data/file-job.ts';
import type { ReadFile } from '#data/office-file.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { countsChildren, type Reading, readTogether } from '#data/reading.ts';
import type { ReadingChoices } from '#data/reading-choices.ts';
import type { Ledger, SheetReading } from '#data/sheet-reading.ts';
import { datasetFromTables } from '#data/table-dataset.ts';
import { emptyReading, type TableReading } from '#data/table-import.ts';
import type { UnitTable } from '#data/unit-tables.ts';
import {
  type BoundaryDesk,
  fileSource,
  type Ground,
  groundOf,
  layBoundaries,
  removeBoundaries,
  waitsForAnswer,
} from './boundary-desk.ts';
import { type DeskMemory, withMemories } from './desk-memory.ts';
import { type DeskPlaces, isDecided, openPlaces, type PlaceGround, placeProblems } from './place-desk.ts';

export interface DeskTable {
  readonly name: string;
  readonly sheets: readonly RawSheet[];
  /** Position of the sheet that is shown; all are read. */
  readonly sheet: number;
  readonly recognition: Recognition;
  /** Problems of the file itself; those of its rows are in `reading`. */
  readonly problems: readonly Problem[];
  readonly reading: TableReading;
  /** What became of the rows of all sheets. */
  readonly ledger: Ledger;
}

export interface DeskPackage {
  readonly name: string;
  readonly pkg: DatasetPackage;
  readonly problems: readonly Problem[];
}

/** The office's files as they lie open, and what the reader decided about them. Made anew at every change. */
export interface Desk extends BoundaryDesk {
  readonly tables: readonly DeskTable[];
  readonly pkg: DeskPackage | null;
  readonly places: readonly DeskPlaces[];
  /** What the reader confirmed of other tables, with what it said of these. */
  readonly memories: readonly DeskMemory[];
  readonly refused: readonly { readonly name: string; readonly problems: readonly Problem[] }[];
  readonly decisions: ReadonlyMap<string, AreaCode>;
  readonly answers: Answers;
  readonly roles: ReadingChoices['roles'];
  readonly periodDefault: Period | null;
  /** All tables read together. */
  readonly together: Reading | null;
  /** What tables are held against: boundaries opened, tiles, or what is on the screen. */
  readonly ground: Ground;
}

export function emptyDesk(screen: Ground): Desk {
  return {
    territoryName: screen.territory.name,
    boundaries: null,
    tiles: null,
    mapQuestions: [],
    tables: [],
    pkg: null,
    places: [],
    memories: [],
    refused: [],
    decisions: new Map(),
    answers: new Map(),
    roles: [],
    periodDefault: null,
    together: null,
    screen,
    ground: screen,
  };
}

function withGround(desk: Desk): Desk {
  return readAgain({ ...desk, ground: groundOf(desk) });
}

const NOTHING_READ: Ledger = { read: 0, used: 0, summed: 0, setAside: 0, notRows: 0 };

/** Reads all tables anew, together; of each file the sheet is shown that was, or the first from which rows are taken. */
function readAgain(desk: Desk): Desk {
  const files = desk.tables.map(
    ({ name, sheets, problems }) => ({ kind: 'table', name, sheets, problems }) as const,
  );
  const { answers, decisions, periodDefault, roles } = desk;
  const together =
    files.length === 0
      ? null
      : readTogether(files, desk.ground, { answers, decisions, periodDefault, roles });
  const tables = desk.tables.map((table): DeskTable => {
    const own = together?.files.find(({ name }) => name === table.name)?.sheets ?? [];
    const likely = own.findIndex(({ table: reading }) => reading.accepted.length > 0);
    const at = table.sheet >= 0 ? table.sheet : Math.max(0, likely);
    const shown = own[at];
    const ledger = own.reduce(
      (sum, { ledger: one }) => ({
        read: sum.read + one.read,
        used: sum.used + one.used,
        summed: sum.summed + one.summed,
        setAside: sum.setAside + one.setAside,
        notRows: sum.notRows + one.notRows,
      }),
      NOTHING_READ,
    );
    return shown
      ? { ...table, sheet: at, recognition: shown.recognition, reading: shown.table, ledger }
      : table;
  });
  return { ...desk, tables, together };
}

/** A table as it is laid down: read with the others. */
function unread({
  name,
  sheets,
  problems,
}: {
  name: string;
  sheets: readonly RawSheet[];
  problems: readonly Problem[];
}): DeskTable {
  const recognition: Recognition = {
    headerRow: 1,
    dataRow: 1,
    columns: [],
    titlePeriod: null,
    titles: [],
    questions: [],
    problems: [],
  };
  return {
    name,
    sheets,
    sheet: -1,
    recognition,
    problems,
    reading: emptyReading(name),
    ledger: NOTHING_READ,
  };
}

/** Lays further files on the desk. Every table is matched again against what boundaries lie there then. */
export function layFiles(
  desk: Desk,
  files: readonly ReadFile[],
  packages: readonly DeskPackage[],
  answers: ReadonlyMap<string, BoundaryAnswers> = new Map(),
): Desk {
  const refused = desk.refused.filter(({ name }) => !files.some((file) => file.name === name));
  let next: Desk = layBoundaries<Desk>(
    { ...desk, refused, pkg: packages.at(-1) ?? desk.pkg },
    files,
    answers,
  );
  next = withGround(next);
  for (const file of files) {
    // A file that asks is not refused.
    if (file.kind === 'refused' && (file.questions ?? []).length === 0)
      next = { ...next, refused: [...next.refused, { name: file.name, problems: file.problems }] };
    if (file.kind === 'places') {
      const others = next.places.filter(({ name }) => name !== file.name);
      next = { ...next, places: [...others, openPlaces(file)] };
    }
    if (file.kind === 'memory') {
      const { name, memory } = file;
      const memories = next.memories.filter((one) => one.name !== name);
      next = { ...next, memories: [...memories, { name, memory, problems: [] }] };
    }
    if (file.kind !== 'table') continue;
    const others = next.tables.filter(({ name }) => name !== file.name);
    next = { ...next, tables: [...others, unread(file)] };
  }
  return readAgain(withMemories(next, desk));
}

function changeTable(desk: Desk, name: string, change: (table: DeskTable) => DeskTable): Desk {
  return { ...desk, tables: desk.tables.map((table) => (table.name === name ? change(table) : table)) };
}

/** Shows another sheet of a workbook. */
export function chooseSheet(desk: Desk, name: string, at: number): Desk {
  return readAgain(changeTable(desk, name, (table) => ({ ...table, sheet: at })));
}

export function chooseRole(desk: Desk, name: string, column: number, role: ColumnRole): Desk {
  const table = desk.tables.find((one) => one.name === name);
  const sheet = table?.sheets[table.sheet]?.name ?? '';
  const others = desk.roles.filter(
    (one) => one.file !== name || one.sheet !== sheet || one.column !== column,
  );
  return readAgain({ ...desk, roles: [...others, { file: name, sheet, column, role }] });
}

/** What has to be said before anything is loaded. */
export function openQuestions(desk: Desk): readonly Question[] {
  return desk.together?.questions ?? [];
}

/** Answers a question; null takes the answer back. */
export function answerQuestion(desk: Desk, id: string, option: string | null): Desk {
  const answers = new Map(desk.answers);
  if (option === null) answers.delete(id);
  else answers.set(id, option);
  return readAgain({ ...desk, answers });
}

export function choosePeriod(desk: Desk, periodDefault: Period | null): Desk {
  return readAgain({ ...desk, periodDefault });
}

/** Says which village a written name means; null takes the decision back. */
export function decideName(desk: Desk, key: string, code: AreaCode | null): Desk {
  const decisions = new Map(desk.decisions);
  if (code === null) decisions.delete(key);
  else decisions.set(key, code);
  return readAgain({ ...desk, decisions });
}

export function nameTerritory(desk: Desk, territoryNameChosen: string): Desk {
  return withGround({ ...desk, territoryName: territoryNameChosen });
}

/** Draws the areas of the tables as tiles while nobody has opened their boundaries; null takes them away again. */
export function standTiles(desk: Desk, tiles: ReadTerritory | null): Desk {
  const name = (tiles ?? desk.screen).territory.name;
  return withGround({ ...desk, tiles, territoryName: name });
}

/** Problems of rows that say: these are areas of somewhere else. */
const ELSEWHERE = new Set(['area/unknown-code', 'area/unknown-name', 'area/ambiguous-name']);

/** Whether the tables are, by most of their rows, of other areas than those they are held against. */
export function lacksBoundaries({ boundaries, tiles, pkg, together }: Desk): boolean {
  if (boundaries !== null || tiles !== null || pkg !== null || together === null) return false;
  const sheets = together.files.flatMap((file) => file.sheets).map(({ table }) => table);
  if (sheets.some(({ problems }) => problems.some(({ code }) => code === 'area/code-system-absent')))
    return true;
  const strange = sheets
    .flatMap(({ setAside }) => setAside)
    .filter(({ problems }) => problems.some(({ code }) => ELSEWHERE.has(code)));
  const known = sheets.reduce((sum, { accepted }) => sum + accepted.length, 0);
  return strange.length > known;
}

/** Takes a file off the desk; with boundaries go the tables that their properties made. */
export function removeFile(desk: Desk, name: string): Desk {
  const maps = desk.boundaries?.name === name ? desk.boundaries.files : [name];
  const gone = [name, ...maps.map(attributeName)];
  const next: Desk = {
    ...removeBoundaries(desk, name),
    tables: desk.tables.filter((table) => !gone.includes(table.name)),
    pkg: desk.pkg?.name === name ? null : desk.pkg,
    places: desk.places.filter((places) => places.name !== name),
    memories: desk.memories.filter((one) => one.name !== name),
    refused: desk.refused.filter((file) => file.name !== name),
  };
  return withGround(next);
}

/** Every problem of everything on the desk, in the order of the files; then those between its tables. */
export function deskProblems(desk: Desk): readonly Problem[] {
  return [
    ...desk.refused.flatMap(({ problems }) => problems),
    ...(desk.boundaries?.problems ?? []),
    ...desk.memories.flatMap(({ problems }) => problems),
    ...(desk.together?.problems ?? []),
    ...(desk.pkg?.problems ?? []),
    ...desk.places.flatMap((places) => [...places.problems, ...groundProblems(desk, places)]),
  ];
}

/** Places are counted in the areas that will be on the screen. */
function placeGround(desk: Desk): PlaceGround {
  return hasDataset(desk) ? desk.ground : desk.screen;
}

export function groundProblems(desk: Desk, places: DeskPlaces): readonly Problem[] {
  return placeProblems(places, placeGround(desk));
}

export function changePlaces(
  desk: Desk,
  name: string,
  patch: Partial<Pick<DeskPlaces, 'kind' | 'title' | 'affirmed'>>,
): Desk {
  const places = desk.places.map((one) => (one.name === name ? { ...one, ...patch } : one));
  return { ...desk, places };
}

/** A name in a table that no rule matches: for the reader to decide, or as decided. */
export interface OpenName {
  readonly key: string;
  readonly suggestion: AreaCode | null;
  readonly decided: AreaCode | null;
  readonly rows: number;
}

export function openNames(desk: Desk): readonly OpenName[] {
  const names = new Map<string, OpenName>();
  for (const [key, decided] of desk.decisions) names.set(key, { key, suggestion: null, decided, rows: 0 });
  const sheets = desk.together?.files.flatMap((file) => file.sheets) ?? [];
  for (const { table } of sheets) {
    for (const { detail } of table.setAside.flatMap(({ problems }) => problems)) {
      const key = detail?.decision;
      if (typeof key !== 'string') continue;
      const old = names.get(key);
      const suggestion =
        typeof detail?.suggestionCode === 'string' ? (detail.suggestionCode as AreaCode) : null;
      names.set(key, { key, suggestion, decided: old?.decided ?? null, rows: (old?.rows ?? 0) + 1 });
    }
  }
  return [...names.values()];
}

/** Whether there is something to put on the map, and nothing that the reader has still to say. */
export function isReady(desk: Desk): boolean {
  const decided = desk.places.every((places) => isDecided(places, groundProblems(desk, places)));
  const asked = openQuestions(desk).length > 0 || waitsForAnswer(desk);
  return decided && !asked && (hasDataset(desk) || desk.places.length > 0);
}

/** Whether the files make a dataset of their own, and not only places over the one on the screen. */
export function hasDataset(desk: Desk): boolean {
  return desk.pkg !== null || readingsOf(desk).length > 0 || unitsOf(desk).length > 0;
}

function acceptedSheets(desk: Desk): readonly SheetReading[] {
  const sheets = desk.together?.files.flatMap((file) => file.sheets) ?? [];
  return sheets.filter(({ verdict }) => verdict === 'accept');
}

/** The sheets from which rows of children are loaded. */
function readingsOf(desk: Desk): readonly TableReading[] {
  return acceptedSheets(desk)
    .filter(countsChildren)
    .map(({ table }) => table);
}

/** What is loaded of families and persons. */
function unitsOf(desk: Desk): readonly UnitTable[] {
  return acceptedSheets(desk)
    .flatMap(({ units }) => units)
    .filter(({ table }) => table.accepted.length > 0);
}

/** The package that the files on the desk make: the one opened, else internal counts from the tables. */
export function packageOnDesk(desk: Desk): Result<DatasetPackage> {
  if (desk.pkg) return { ok: true, value: desk.pkg.pkg, problems: desk.pkg.problems };
  const { territory, boundaries, about } = desk.ground;
  const title = desk.tables.map(({ name }) => name).join(', ');
  const seed = {
    id: title,
    title,
    boundaries: about,
    sources: desk.tables.map(({ name }) => fileSource(name)),
    extremePovertyDecile: 1,
    definitions: {},
  } as const;
  return datasetFromTables(readingsOf(desk), territory, boundaries, seed, unitsOf(desk));
}

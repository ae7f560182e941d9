import type { AreaCode } from '#core/area.ts';
import { isEmptyMonitoring, type Monitoring } from '#core/monitoring.ts';
import type { Period } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import type { Answers, Question } from '#core/question.ts';
import type { BoundaryAnswers } from '#data/boundary-question.ts';
import type { ReadTerritory } from '#data/boundary-territory.ts';
import type { ColumnRole } from '#data/column-role.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import { attributeName } from '#data/file-job.ts';
import type { LaidFile, PackedTable } from '#data/packed-sheet.ts';
import type { ReadingChoices } from '#data/reading-choices.ts';
import type { AreaContext } from '#data/row-area.ts';
import type { Ledger } from '#data/sheet-reading.ts';
import type { ManifestSeed } from '#data/table-dataset.ts';
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
import type { DeskInput, DeskReading, SheetTold } from './desk-reading.ts';
import { type DeskMonitoring, monitoringOf, monitoringProblems } from './monitoring-desk.ts';
import { type DeskPlaces, isDecided, openPlaces, type PlaceGround, placeProblems } from './place-desk.ts';

export interface DeskTable {
  readonly name: string;
  readonly sheets: PackedTable['sheets'];
  /** Position of the sheet that is shown; all are read. -1 while nothing says which is likely. */
  readonly sheet: number;
  /** Problems of the file itself; those of its rows are in the desk's reading. */
  readonly problems: readonly Problem[];
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
  readonly monitoring: readonly DeskMonitoring[];
  /** What the reader confirmed of other tables, with what it said of these. */
  readonly memories: readonly DeskMemory[];
  readonly refused: readonly { readonly name: string; readonly problems: readonly Problem[] }[];
  readonly decisions: ReadonlyMap<string, AreaCode>;
  readonly answers: Answers;
  readonly roles: ReadingChoices['roles'];
  readonly periodDefault: Period | null;
  /** All tables read together, as they last were; null where there are none, or none was read yet. */
  readonly reading: DeskReading | null;
  /** Whether that is of the desk as it is now. */
  readonly isRead: boolean;
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
    monitoring: [],
    memories: [],
    refused: [],
    decisions: new Map(),
    answers: new Map(),
    roles: [],
    periodDefault: null,
    reading: null,
    isRead: true,
    screen,
    ground: screen,
  };
}

function withGround(desk: Desk): Desk {
  return readAgain({ ...desk, ground: groundOf(desk) });
}

const NOTHING_READ: Ledger = { read: 0, used: 0, summed: 0, setAside: 0, notRows: 0 };

/** To be read again. */
function readAgain(desk: Desk): Desk {
  return desk.tables.length === 0 ? withReading(desk, null) : { ...desk, isRead: false };
}

/** The tables of a desk as they are sent to be read. */
export function inputOf({ tables, ground: { territory, alternateCodes } }: Desk): DeskInput {
  return {
    tables: tables.map(({ name, sheets, problems }) => ({ kind: 'table', name, sheets, problems })),
    ground: { territory, alternateCodes },
  };
}

export function choicesOf({ answers, decisions, periodDefault, roles }: Desk): ReadingChoices {
  return { answers, decisions, periodDefault, roles };
}

/** With what was read of its tables; of each file the sheet is shown that was, or the first from which rows are taken. */
export function withReading(desk: Desk, reading: DeskReading | null): Desk {
  const tables = desk.tables.map((table): DeskTable => {
    if (table.sheet >= 0) return table;
    const own = reading?.sheets.filter(({ file }) => file === table.name) ?? [];
    return {
      ...table,
      sheet: Math.max(
        0,
        own.findIndex(({ accepted }) => accepted > 0),
      ),
    };
  });
  return { ...desk, tables, reading, isRead: true };
}

/** What was read of the sheet that is shown, and of all sheets of its file. */
export function tableTold(
  { reading }: Desk,
  { name, sheet }: DeskTable,
): { readonly shown: SheetTold | null; readonly ledger: Ledger } {
  const own = reading?.sheets.filter(({ file }) => file === name) ?? [];
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
  return { shown: own[Math.max(0, sheet)] ?? null, ledger };
}

/** Lays further files on the desk. Every table is matched again against what boundaries lie there then. */
export function layFiles(
  desk: Desk,
  files: readonly LaidFile[],
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
    if (file.kind === 'monitoring') {
      const others = next.monitoring.filter(({ name }) => name !== file.name);
      next = { ...next, monitoring: [...others, { name: file.name, file }] };
    }
    if (file.kind === 'memory') {
      const { name, memory } = file;
      const memories = next.memories.filter((one) => one.name !== name);
      next = { ...next, memories: [...memories, { name, memory, problems: [] }] };
    }
    if (file.kind !== 'table') continue;
    const others = next.tables.filter(({ name }) => name !== file.name);
    const { name, sheets, problems } = file;
    next = { ...next, tables: [...others, { name, sheets, sheet: -1, problems }] };
  }
  return readAgain(withMemories(next, desk));
}

function changeTable(desk: Desk, name: string, change: (table: DeskTable) => DeskTable): Desk {
  return { ...desk, tables: desk.tables.map((table) => (table.name === name ? change(table) : table)) };
}

/** Shows another sheet of a workbook. */
export function chooseSheet(desk: Desk, name: string, at: number): Desk {
  return changeTable(desk, name, (table) => ({ ...table, sheet: at }));
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
  return desk.reading?.questions ?? [];
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

/** Whether the tables are, by most of their rows, of other areas than those they are held against. */
export function lacksBoundaries({ boundaries, tiles, pkg, reading }: Desk): boolean {
  return boundaries === null && tiles === null && pkg === null && reading?.isElsewhere === true;
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
    monitoring: desk.monitoring.filter((own) => own.name !== name),
    memories: desk.memories.filter((one) => one.name !== name),
    refused: desk.refused.filter((file) => file.name !== name),
  };
  return withGround(next);
}

/** Problems of everything on the desk but its tables, in the order of the files. */
export function deskProblems(desk: Desk): readonly Problem[] {
  return [
    ...desk.refused.flatMap(({ problems }) => problems),
    ...(desk.boundaries?.problems ?? []),
    ...desk.memories.flatMap(({ problems }) => problems),
    ...(desk.pkg?.problems ?? []),
    ...desk.places.flatMap((places) => [...places.problems, ...groundProblems(desk, places)]),
    ...desk.monitoring.flatMap((own) => monitoringProblems(own, areaGround(desk))),
  ];
}

/** Places are counted in the areas that will be on the screen. */
function placeGround(desk: Desk): PlaceGround {
  return hasDataset(desk) ? desk.ground : desk.screen;
}

/** Areas of files for monitoring are those that will be on the screen. */
export function areaGround(desk: Desk): AreaContext {
  const { territory, alternateCodes } = hasDataset(desk) ? desk.ground : desk.screen;
  return { territory, alternateCodes, decisions: desk.decisions };
}

/** What the files of the desk add for monitoring; null where they add nothing. */
export function monitoringOn(desk: Desk): Monitoring | null {
  const all = monitoringOf(desk.monitoring, areaGround(desk));
  return isEmptyMonitoring(all) ? null : all;
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

export function openNames({ decisions, reading }: Desk): readonly OpenName[] {
  const names = new Map<string, OpenName>();
  for (const [key, decided] of decisions) names.set(key, { key, suggestion: null, decided, rows: 0 });
  for (const name of reading?.names ?? [])
    names.set(name.key, { ...name, decided: names.get(name.key)?.decided ?? null });
  return [...names.values()];
}

/** Whether there is something to put on the map, and nothing that the reader has still to say. */
export function isReady(desk: Desk): boolean {
  const decided = desk.places.every((places) => isDecided(places, groundProblems(desk, places)));
  const asked = openQuestions(desk).length > 0 || waitsForAnswer(desk);
  return (
    decided &&
    !asked &&
    desk.isRead &&
    (hasDataset(desk) || desk.places.length > 0 || monitoringOn(desk) !== null)
  );
}

/** Whether the files make a dataset of their own, and not only places over the one on the screen. */
export function hasDataset(desk: Desk): boolean {
  return desk.pkg !== null || desk.reading?.hasRows === true;
}

/** What the tables of a desk cannot say of the dataset that they make. */
export function seedOf({ tables, ground }: Desk): ManifestSeed {
  const title = tables.map(({ name }) => name).join(', ');
  return {
    id: title,
    title,
    boundaries: ground.about,
    sources: tables.map(({ name }) => fileSource(name)),
    extremePovertyDecile: 1,
    definitions: {},
  };
}

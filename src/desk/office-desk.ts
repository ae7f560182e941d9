import type { AreaCode, AreaIndex, Source, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Manifest } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import type { Problem, Result } from '#core/problem.ts';
import type { BoundaryReading } from '#data/boundary-reading.ts';
import { territoryOfReading } from '#data/boundary-territory.ts';
import { codePairs, hasBothCodes } from '#data/code-pairs.ts';
import { type Recognition, recognizeColumns, withRole } from '#data/column-recognition.ts';
import { type ColumnRole, isCountRole } from '#data/column-role.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import type { ReadFile } from '#data/office-file.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { datasetFromTables } from '#data/table-dataset.ts';
import { readTable, type TableReading } from '#data/table-import.ts';
import { joinRows } from '#data/table-join.ts';
import { type DeskPlaces, isDecided, openPlaces, type PlaceGround, placeProblems } from './place-desk.ts';

/** Boundaries against which tables are matched: those opened, or those on the screen. */
export interface Ground {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
  readonly about: Manifest['boundaries'];
}

export interface DeskBoundaries {
  readonly name: string;
  readonly reading: BoundaryReading;
  readonly problems: readonly Problem[];
}

export interface DeskTable {
  readonly name: string;
  readonly sheets: readonly RawSheet[];
  /** Position of the sheet that is read. */
  readonly sheet: number;
  readonly recognition: Recognition;
  /** Problems of the file itself; those of its rows are in `reading`. */
  readonly problems: readonly Problem[];
  readonly reading: TableReading;
}

export interface DeskPackage {
  readonly name: string;
  readonly pkg: DatasetPackage;
  readonly problems: readonly Problem[];
}

/** The office's files as they lie open, and what the reader decided about them. Made anew at every change. */
export interface Desk {
  readonly territoryName: string;
  readonly boundaries: DeskBoundaries | null;
  readonly tables: readonly DeskTable[];
  readonly pkg: DeskPackage | null;
  readonly places: readonly DeskPlaces[];
  readonly refused: readonly { readonly name: string; readonly problems: readonly Problem[] }[];
  readonly decisions: ReadonlyMap<string, AreaCode>;
  readonly periodDefault: Period | null;
  /** The ground in use where no boundaries were opened. */
  readonly screen: Ground;
  readonly ground: Ground;
}

export function emptyDesk(screen: Ground): Desk {
  return {
    territoryName: screen.territory.name,
    boundaries: null,
    tables: [],
    pkg: null,
    places: [],
    refused: [],
    decisions: new Map(),
    periodDefault: null,
    screen,
    ground: screen,
  };
}

function fileSource(title: string): Source {
  return { publisher: '', title, url: '', license: '', retrieved: '' };
}

/** The name on the screen where the codes are of the same city, else that of the regency, else the file's own. */
function territoryName(reading: BoundaryReading, file: string, screen: Ground): string {
  const regencyOf = (code: string | undefined) => code?.replace(/\D/g, '').slice(0, 4);
  const same = regencyOf(reading.features[0]?.code) === regencyOf(screen.territory.villages.areas[0]?.code);
  const [regency, another] = reading.regencies;
  if (!same && regency !== undefined && another === undefined) return regency;
  return same ? screen.territory.name : file.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ');
}

function groundOf(desk: Desk): Ground {
  const { boundaries, screen } = desk;
  if (!boundaries) return screen;
  const source = fileSource(boundaries.name);
  return {
    ...territoryOfReading(boundaries.reading, desk.territoryName, source),
    about: { kind: 'unofficial', asOf: '', source },
  };
}

/** The ground, with codes of the other system from the tables where the boundaries carry one only. */
function withGround(desk: Desk): Desk {
  const ground = groundOf(desk);
  if (ground.alternateCodes) return readAgain({ ...desk, ground });
  const sheets = desk.tables.flatMap(({ sheets, sheet, recognition }) => {
    const shown = sheets[sheet];
    return shown && hasBothCodes(recognition) ? [{ sheet: shown, recognition }] : [];
  });
  const alternateCodes = sheets.length > 0 ? codePairs(sheets, ground.territory) : null;
  return readAgain({ ...desk, ground: { ...ground, alternateCodes } });
}

function readSheet(desk: Desk, name: string, sheet: RawSheet, recognition: Recognition): TableReading {
  const { territory, alternateCodes } = desk.ground;
  const reading = readTable(sheet, recognition, {
    file: name,
    territory,
    alternateCodes,
    decisions: desk.decisions,
    periodDefault: desk.periodDefault ?? recognition.titlePeriod,
  });
  const counts = recognition.columns.some(({ role }) => isCountRole(role));
  if (counts || !alternateCodes || !hasBothCodes(recognition)) return reading;
  const at = { file: name, ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
  const detail = { count: alternateCodes.size };
  return { ...reading, problems: [{ code: 'area/code-pairs', severity: 'note', at, detail }] };
}

function readAgain(desk: Desk): Desk {
  const tables = desk.tables.map((table): DeskTable => {
    const sheet = table.sheets[table.sheet];
    return sheet ? { ...table, reading: readSheet(desk, table.name, sheet, table.recognition) } : table;
  });
  return { ...desk, tables };
}

function openSheet(
  desk: Desk,
  table: Omit<DeskTable, 'recognition' | 'reading' | 'sheet'>,
  at: number,
): DeskTable {
  const sheet = table.sheets[at] ?? { name: '', rows: [], textOnly: true };
  const recognition = recognizeColumns(sheet, table.name);
  return { ...table, sheet: at, recognition, reading: readSheet(desk, table.name, sheet, recognition) };
}

/** Opens a workbook at the sheet from which most rows are accepted. */
function openTable(desk: Desk, table: Omit<DeskTable, 'recognition' | 'reading' | 'sheet'>): DeskTable {
  const opened = table.sheets.map((_, at) => openSheet(desk, table, at));
  return opened.reduce(
    (best, one) => (one.reading.accepted.length > best.reading.accepted.length ? one : best),
    opened[0] ?? openSheet(desk, table, 0),
  );
}

/** Lays further files on the desk. New boundaries replace the old, and every table is matched against them again. */
export function layFiles(desk: Desk, files: readonly ReadFile[], packages: readonly DeskPackage[]): Desk {
  let next: Desk = { ...desk, pkg: packages.at(-1) ?? desk.pkg };
  for (const file of files) {
    if (file.kind !== 'boundaries') continue;
    const { name, reading, problems } = file;
    next = {
      ...next,
      boundaries: { name, reading, problems },
      territoryName: territoryName(reading, name, desk.screen),
    };
  }
  next = withGround(next);
  for (const file of files) {
    if (file.kind === 'refused') {
      next = {
        ...next,
        refused: [
          ...next.refused.filter(({ name }) => name !== file.name),
          { name: file.name, problems: file.problems },
        ],
      };
    }
    if (file.kind === 'places') {
      const others = next.places.filter(({ name }) => name !== file.name);
      next = { ...next, places: [...others, openPlaces(file)] };
    }
    if (file.kind !== 'table') continue;
    const others = next.tables.filter(({ name }) => name !== file.name);
    const opened = openTable(next, { name: file.name, sheets: file.sheets, problems: file.problems });
    next = { ...next, tables: [...others, opened] };
    if (hasBothCodes(opened.recognition)) next = withGround(next);
  }
  return next;
}

function changeTable(desk: Desk, name: string, change: (table: DeskTable) => DeskTable): Desk {
  return { ...desk, tables: desk.tables.map((table) => (table.name === name ? change(table) : table)) };
}

export function chooseSheet(desk: Desk, name: string, at: number): Desk {
  return changeTable(desk, name, (table) => openSheet(desk, table, at));
}

export function chooseRole(desk: Desk, name: string, column: number, role: ColumnRole): Desk {
  const next = changeTable(desk, name, (table) => ({
    ...table,
    recognition: withRole(table.recognition, column, role),
  }));
  return role.startsWith('code.') ? withGround(next) : readAgain(next);
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

export function removeFile(desk: Desk, name: string): Desk {
  const next: Desk = {
    ...desk,
    boundaries: desk.boundaries?.name === name ? null : desk.boundaries,
    territoryName: desk.boundaries?.name === name ? desk.screen.territory.name : desk.territoryName,
    tables: desk.tables.filter((table) => table.name !== name),
    pkg: desk.pkg?.name === name ? null : desk.pkg,
    places: desk.places.filter((places) => places.name !== name),
    refused: desk.refused.filter((file) => file.name !== name),
  };
  return withGround(next);
}

/** Every problem of everything on the desk, in the order of the files; then those between its tables. */
export function deskProblems(desk: Desk): readonly Problem[] {
  const readings = desk.tables.map(({ reading }) => reading);
  const between = readings.length > 1 ? joinRows(readings, desk.ground.territory).problems : [];
  return [
    ...desk.refused.flatMap(({ problems }) => problems),
    ...(desk.boundaries?.problems ?? []),
    ...desk.tables.flatMap(({ problems, reading }) => [...problems, ...reading.problems]),
    ...between,
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
  for (const { reading } of desk.tables) {
    for (const { detail } of reading.setAside.flatMap(({ problems }) => problems)) {
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
  return decided && (hasDataset(desk) || desk.places.length > 0);
}

/** Whether the files make a dataset of their own, and not only places over the one on the screen. */
export function hasDataset(desk: Desk): boolean {
  return (
    desk.pkg !== null || desk.tables.some(({ reading }) => !reading.refused && reading.accepted.length > 0)
  );
}

/** The package that the files on the desk make: the one opened, else internal counts from the tables. */
export function packageOnDesk(desk: Desk): Result<DatasetPackage> {
  if (desk.pkg) return { ok: true, value: desk.pkg.pkg, problems: desk.pkg.problems };
  const { territory, boundaries, about } = desk.ground;
  const title = desk.tables.map(({ name }) => name).join(', ');
  return datasetFromTables(
    desk.tables.map(({ reading }) => reading),
    territory,
    boundaries,
    {
      id: title,
      title,
      boundaries: about,
      sources: desk.tables.map(({ name }) => fileSource(name)),
      extremePovertyDecile: 1,
      definitions: {},
    },
  );
}

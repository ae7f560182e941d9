import { identityNumberIn } from '#core/identity-number.ts';
import { findPersonalData, headedRows, personalProblems } from '#core/personal-data.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import { type ArchivePart, openArchive } from './archive-guard.ts';
import { holdsCounts } from './boundary-figures.ts';
import { projectionQuestion } from './boundary-projection.ts';
import { type BoundaryAnswers, type BoundaryQuestion, NO_ANSWERS } from './boundary-question.ts';
import { type BoundaryReading, boundariesIn, personalInBoundaries } from './boundary-reading.ts';
import { DRAWN_VERTICES, thinBoundaries, thinningNotes, vertexCount } from './boundary-thinning.ts';
import { loadAreaList } from './country-list.ts';
import { readDelimited } from './delimited-text.ts';
import type { RawCollection } from './geojson-text.ts';
import { isManifestPath } from './manifest-path.ts';
import {
  chosenLayer,
  geopackageMap,
  hasShapefile,
  jsonMap,
  kmlMap,
  type MapFile,
  type MapFormat,
  mapAmong,
} from './map-file.ts';
import { isMonitoringSheet } from './monitoring-sheet.ts';
import { readParquet } from './parquet-sheet.ts';
import { sheetAddressesLeftOut } from './place-address.ts';
import { areaPointSheet, placeForm, readPlaceGeojson } from './place-geojson.ts';
import type { PlaceReading } from './place-reading.ts';
import { isPlaceSheet, readPlaceTable } from './place-table.ts';
import type { RawSheet } from './raw-table.ts';
import { looksLikeMemory, parseMemory, type ReadingMemory } from './reading-memory.ts';
import { tablesIn } from './sheet-tables.ts';
import { decodeText } from './text-encoding.ts';
import { readMarkupTable, readOldWorkbook, readWorkbook, type WorkbookReading } from './workbook.ts';

/** What a file turned out to be. `sheets` leaves hidden sheets out; `files` are the parts of a dataset package. */
export type ReadFile =
  | {
      readonly kind: 'boundaries';
      readonly name: string;
      readonly format: MapFormat;
      readonly reading: BoundaryReading;
      /** What the reader may still say; the areas meant are left out meanwhile. */
      readonly questions: readonly BoundaryQuestion[];
      /** Properties with figures, to be read as a table beside the boundaries; null where there are none. */
      readonly table: RawSheet | null;
      readonly problems: readonly Problem[];
    }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly sheets: readonly RawSheet[];
      readonly problems: readonly Problem[];
    }
  | {
      readonly kind: 'places';
      readonly name: string;
      readonly reading: PlaceReading;
      readonly problems: readonly Problem[];
    }
  | {
      /** Tables for monitoring, to be held against the areas on the desk. */
      readonly kind: 'monitoring';
      readonly name: string;
      readonly sheets: readonly RawSheet[];
      readonly problems: readonly Problem[];
    }
  | {
      /** What a reader confirmed of other tables. */
      readonly kind: 'memory';
      readonly name: string;
      readonly memory: ReadingMemory;
      readonly problems: readonly Problem[];
    }
  | {
      readonly kind: 'package';
      readonly name: string;
      readonly files: readonly ArchivePart[];
      readonly problems: readonly Problem[];
    }
  | {
      readonly kind: 'refused';
      readonly name: string;
      /** What the reader has to say before boundaries can be read; absent where nothing can be said. */
      readonly questions?: readonly BoundaryQuestion[];
      readonly problems: readonly Problem[];
    };

/** One file, or the files of one folder. */
export interface FileContent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_BYTES = 400 * 2 ** 20;

/** What other kinds of files begin with. */
const SIGNATURES: readonly (readonly [kind: string, start: readonly number[]])[] = [
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['zip', [0x50, 0x4b, 5, 6]],
  ['ole2', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b, 8]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['shapefile', [0, 0, 0x27, 0x0a]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];
/** Maps that are not read here: what they are is said, and how to bring them. */
const FOREIGN_MAPS = new Set(['filegdb', 'mapinfo', 'dxf']);
/** What archives of other programs hold. */
const FOREIGN_PARTS: readonly (readonly [kind: string, path: RegExp])[] = [
  ['filegdb', /\.gdbtable$/i],
  ['mapinfo', /\.(?:tab|mif)$/i],
  ['dxf', /\.d(?:xf|wg)$/i],
  ['docx', /^word\//],
  ['pptx', /^ppt\//],
  ['xlsb', /^xl\/workbook\.bin$/],
  ['ods', /^content\.xml$/],
];

function problem(code: ProblemCode, found?: string): Problem {
  return { code, severity: 'error', ...(found === undefined ? {} : { detail: { found } }) };
}

/** A file of a kind that is not read, named. */
function foreign(kind: string): Problem {
  const code = FOREIGN_MAPS.has(kind) ? 'file/foreign-map' : 'file/wrong-type';
  return { code, severity: 'error', detail: { found: kind, kind } };
}

function signatureOf(bytes: Uint8Array): string | null {
  return SIGNATURES.find(([, start]) => start.every((byte, k) => bytes[k] === byte))?.[0] ?? null;
}

/** Problems belong to a file; readers below do not know its name. */
function inFile(name: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({ ...one, at: { file: name, ...one.at } }));
}

function refused(name: string, ...problems: readonly Problem[]): ReadFile {
  return { kind: 'refused', name, problems: inFile(name, problems) };
}

/** Personal data on any sheet, shown or hidden, and beside the sheets. */
function personalIn(sheets: readonly RawSheet[], looseText: readonly string[]): readonly Problem[] {
  const found = sheets.flatMap((sheet) => {
    const named = sheet.name !== '' && identityNumberIn(sheet.name) === null;
    return personalProblems(findPersonalData(headedRows(sheet.rows)), named ? { sheet: sheet.name } : {});
  });
  const loose = looseText.filter((text) => identityNumberIn(text)?.form === 'whole').length;
  return loose === 0 ? found : [...found, { ...problem('personal/identifier'), detail: { count: loose } }];
}

function tableFrom(name: string, reading: Result<WorkbookReading>): ReadFile {
  if (!reading.ok) return refused(name, ...reading.problems);
  const { sheets, looseText } = reading.value;
  const personal = personalIn(sheets, looseText);
  const shown = sheets.filter(({ hidden, rows }) => hidden !== true && rows.length > 0);
  const leftOut = sheetAddressesLeftOut(personal, shown, name);
  if (leftOut === null) return refused(name, ...personal);
  if (shown.length === 0) return refused(name, problem('file/empty'));
  if (shown.some((sheet) => isPlaceSheet(sheet, name)))
    return placesFrom(name, readPlaceTable(shown, name), leftOut);
  if (shown.some(isMonitoringSheet))
    return {
      kind: 'monitoring',
      name,
      sheets: shown,
      problems: inFile(name, [...reading.problems, ...unshown(sheets)]),
    };
  return {
    kind: 'table',
    name,
    sheets: shown.flatMap(tablesIn),
    problems: inFile(name, [...reading.problems, ...unshown(sheets)]),
  };
}

/** Sheets with cells that the workbook hides are not read, and named. */
function unshown(sheets: readonly RawSheet[]): readonly Problem[] {
  const names = sheets.flatMap(({ hidden, rows, name }) =>
    hidden === true && rows.length > 0 ? [name] : [],
  );
  if (names.length === 0) return [];
  const known = names.filter((name) => identityNumberIn(name) === null).join(', ');
  return [
    { code: 'sheet/hidden', severity: 'note', detail: { count: names.length, sheets: known.slice(0, 200) } },
  ];
}

function asWorkbook(reading: Result<RawSheet>): Result<WorkbookReading> {
  return reading.ok ? { ...reading, value: { sheets: [reading.value], looseText: [] } } : reading;
}

function placesFrom(name: string, reading: Result<PlaceReading>, leftOut: readonly Problem[] = []): ReadFile {
  if (!reading.ok) return refused(name, ...reading.problems);
  return {
    kind: 'places',
    name,
    reading: reading.value,
    problems: inFile(name, [...leftOut, ...reading.problems]),
  };
}

/** Boundaries, services, or areas with figures at their points: whatever the collection holds. */
async function collectionFrom(
  name: string,
  format: MapFormat,
  raw: RawCollection,
  notes: readonly Problem[],
  answers: BoundaryAnswers,
): Promise<ReadFile> {
  const form = placeForm(raw, name);
  const points = areaPointSheet(raw, form);
  if (points !== null) {
    const table = tableFrom(name, {
      ok: true,
      value: { sheets: [points], looseText: [raw.rest] },
      problems: [],
    });
    const note: Problem = { code: 'geojson/points-as-table', severity: 'note', at: { file: name } };
    return table.kind === 'table' ? { ...table, problems: [note, ...table.problems] } : table;
  }
  if (form !== null) return placesFrom(name, readPlaceGeojson(raw, form, name));
  const list = await loadAreaList();
  const { reading, questions, problems, table } = boundariesIn(raw, { list, answers });
  if (reading === null) {
    const without = refused(name, ...problems);
    const asked = [...questions, ...projectionQuestion(problems)];
    return asked.length > 0 && without.kind === 'refused' ? { ...without, questions: asked } : without;
  }
  const given = reading.features.map(({ geometry }) => geometry);
  const drawn = thinBoundaries(given, DRAWN_VERTICES);
  const features = reading.features.map((feature, i) => ({ ...feature, geometry: drawn[i]! }));
  const thinned = thinningNotes(vertexCount(given), vertexCount(drawn), name);
  return {
    kind: 'boundaries',
    name,
    format,
    reading: { ...reading, features },
    questions,
    table: table !== null && holdsCounts(table, name) ? table : null,
    problems: [...inFile(name, [...notes, ...problems]), ...thinned],
  };
}

async function mapFrom(name: string, map: Result<MapFile>, answers: BoundaryAnswers): Promise<ReadFile> {
  if (!map.ok) return refused(name, ...map.problems);
  const chosen = await chosenLayer(map.value, answers);
  if (chosen.kind === 'question')
    return {
      kind: 'refused',
      name,
      questions: [chosen.question],
      problems: inFile(name, [chosen.question.message]),
    };
  const { collection } = chosen;
  return collection.ok
    ? collectionFrom(
        name,
        map.value.format,
        collection.value,
        [...map.problems, ...collection.problems],
        answers,
      )
    : refused(name, ...collection.problems);
}

/** What a part of a package shows of persons. Cells and coverage are counts by definition; their shape is checked later. */
async function personalInPart({ path, bytes }: ArchivePart): Promise<readonly Problem[]> {
  const at = { file: path };
  if (/\.parquet$/i.test(path)) {
    const reading = await readParquet(bytes);
    return reading.ok ? personalIn([reading.value.sheet], reading.value.looseText) : [];
  }
  if (/\.(?:csv|tsv|txt)$/i.test(path)) {
    const reading = readDelimited(bytes);
    return reading.ok ? inFile(path, personalIn([reading.value], [])) : [];
  }
  if (!/json$/i.test(path)) return [];
  const personal = personalInBoundaries(bytes);
  const text = decodeText(bytes);
  const isManifest = isManifestPath(path) && text.ok && identityNumberIn(text.value)?.form === 'whole';
  return isManifest ? [{ ...problem('personal/identifier'), at }] : inFile(path, personal);
}

async function packageFrom(name: string, parts: readonly ArchivePart[]): Promise<ReadFile> {
  const personal = await Promise.all(parts.map(personalInPart));
  const problems = personal.flat();
  return problems.length > 0
    ? refused(name, ...problems)
    : { kind: 'package', name, files: parts, problems: [] };
}

async function archiveFrom(name: string, bytes: Uint8Array, answers: BoundaryAnswers): Promise<ReadFile> {
  const opened = openArchive(bytes);
  if (!opened.ok) return refused(name, ...opened.problems);
  const parts = opened.value;
  if (parts.some(({ path }) => path === 'xl/workbook.xml')) return tableFrom(name, await readWorkbook(parts));
  if (parts.some(({ path }) => isManifestPath(path))) return packageFrom(name, parts);
  const map = await mapAmong(parts);
  if (map !== null) return mapFrom(name, map, answers);
  const known = FOREIGN_PARTS.find(([, pattern]) => parts.some(({ path }) => pattern.test(path)));
  return refused(name, foreign(known?.[0] ?? 'zip'));
}

async function markupFrom(name: string, text: string, answers: BoundaryAnswers): Promise<ReadFile> {
  const start = text.slice(0, 4_000);
  if (/<!entity|<!doctype[^>]*\[/i.test(start)) return refused(name, problem('file/unsafe-xml'));
  if (/<kml\b/i.test(start)) return mapFrom(name, await kmlMap(name, text), answers);
  const isTable = /<table\b/i.test(text) || /<(?:ss:)?Workbook\b/.test(start);
  return isTable ? tableFrom(name, await readMarkupTable(text)) : refused(name, foreign('html'));
}

function memoryFrom(name: string, bytes: Uint8Array): ReadFile {
  const text = decodeText(bytes);
  const read = text.ok ? parseMemory(text.value, name) : text;
  return read.ok
    ? { kind: 'memory', name, memory: read.value, problems: [] }
    : refused(name, ...read.problems);
}

async function textFrom(name: string, bytes: Uint8Array, answers: BoundaryAnswers): Promise<ReadFile> {
  const start = decodeText(bytes.subarray(0, 65_536));
  if (!start.ok) return refused(name, ...start.problems);
  const first = start.value.replaceAll('\u001e', '').trimStart().slice(0, 1);
  if (first === '') return refused(name, problem('file/empty'));
  if (looksLikeMemory(start.value)) return memoryFrom(name, bytes);
  if (first === '{' || first === '[') return mapFrom(name, await jsonMap(name, bytes), answers);
  if (first !== '<') return tableFrom(name, asWorkbook(readDelimited(bytes)));
  const text = decodeText(bytes);
  return text.ok ? markupFrom(name, text.value, answers) : refused(name, ...text.problems);
}

/** The name of a file without an identity number: its digits are hidden wherever the name is shown. */
export function shownName(name: string): string {
  const found = identityNumberIn(name) ?? identityNumberIn(name.replace(/\.\w+$/, '').replace(/[_-]+/g, ' '));
  const personal = found !== null && (found.form === 'whole' || (found.form === 'cut' && found.labelled));
  return personal ? name.replace(/\p{Nd}/gu, '*') : name;
}

/** A part of a shapefile that lies alone: its table, projection, or shapes. */
const LONE_PART = /\.(dbf|prj|cpg|shx|sbn|sbx|qpj)$/i;

/**
 * Reads one file by its content, whatever its name ends in, and refuses it whole where it holds personal data.
 * Runs anywhere; in the browser inside the reader's worker.
 * @param answers what the reader said to the questions of a file of boundaries.
 */
export async function readOfficeFile(
  { name, bytes }: FileContent,
  answers: BoundaryAnswers = NO_ANSWERS,
): Promise<ReadFile> {
  const shown = shownName(name);
  if (shown !== name) return refused(shown, { ...problem('personal/file-name'), detail: { found: 'name' } });
  if (bytes.length === 0) return refused(name, problem('file/empty'));
  if (bytes.length > MOST_BYTES) return refused(name, problem('file/too-large'));
  const lone = LONE_PART.exec(name)?.[1];
  if (lone !== undefined)
    return refused(name, { code: 'shapefile/part-missing', severity: 'error', detail: { part: '.shp' } });
  const signature = signatureOf(bytes);
  if (signature === null && /\.(?:gpkg|sqlite3?)$/i.test(name))
    return refused(name, problem('geopackage/damaged'));
  switch (signature) {
    case null:
      return textFrom(name, bytes, answers);
    case 'zip':
      return archiveFrom(name, bytes, answers);
    case 'ole2':
      return tableFrom(name, await readOldWorkbook(bytes));
    case 'parquet': {
      const read = await readParquet(bytes);
      if (!read.ok) return refused(name, ...read.problems);
      const { sheet, looseText } = read.value;
      return tableFrom(name, { ...read, value: { sheets: [sheet], looseText } });
    }
    case 'sqlite':
      return mapFrom(name, await geopackageMap(bytes), answers);
    case 'shapefile':
      return refused(name, { code: 'shapefile/part-missing', severity: 'error', detail: { part: '.dbf' } });
    default:
      return refused(name, foreign(signature));
  }
}

/** Files that belong together, as one: the parts of a shapefile, or a folder that holds a manifest. */
export async function readOfficeFolder(
  name: string,
  files: readonly FileContent[],
  answers: BoundaryAnswers = NO_ANSWERS,
): Promise<ReadFile> {
  const shown = shownName(name);
  if (shown !== name) return refused(shown, { ...problem('personal/file-name'), detail: { found: 'name' } });
  const parts = files.map((file) => ({ path: file.name, bytes: file.bytes }));
  if (!parts.some(({ path }) => isManifestPath(path)) && hasShapefile(parts)) {
    const map = await mapAmong(parts);
    if (map !== null) return mapFrom(name, map, answers);
  }
  return packageFrom(name, parts);
}

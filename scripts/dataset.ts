import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { territoryOfReading } from '#data/boundary-territory.ts';
import { loadAreaList } from '#data/country-list.ts';
import { createEngine } from '#data/engine.ts';
import { type FileJob, jobsAmong } from '#data/file-job.ts';
import { areaSheets } from '#data/monitoring-file.ts';
import {
  type FileContent,
  type ReadFile,
  readOfficeFile,
  readOfficeFolder,
  shownName,
} from '#data/office-file.ts';
import { type OpenBoundaries, withBoundaries } from '#data/open-boundaries.ts';
import { packTable } from '#data/packed-sheet.ts';
import { type Reading, readTogether } from '#data/reading.ts';
import { NO_CHOICES } from '#data/reading-choices.ts';
import { looksLikeMemory, parseMemory, recall } from '#data/reading-memory.ts';
import type { ReadingGround } from '#data/sheet-reading.ts';
import { groundOfList } from '#data/table-ground.ts';
import { auditFolder } from './dataset/audit.ts';
import { buildDataset } from './dataset/build-command.ts';
import { countryList } from './dataset/country-list.ts';
import { nameFinding } from './dataset/name-finding.ts';
import { readingDocument } from './dataset/reading-document.ts';
import { nodeEngineSource } from './node-engine.ts';

const HELP = `npm run dataset -- inspect FILE... [--boundaries FILE] [--answers FILE]
       npm run dataset -- names
       npm run dataset -- build --help
       npm run dataset -- audit FOLDER [--json]

Prints as JSON what the program would read of the files, together: docs/reading.md.
  --boundaries FILE  areas that tables are held against; else the country's list of villages
  --answers FILE     JSON of option by question, or equivalents saved in the program's dialog

names prints how many of the country's names, written as offices write them, are found, asked about, or wrong.
A folder stands for its files.

audit menyerang paket data dalam sebuah folder dan menyebut apa yang dapat diketahui orang luar: sel yang diuji, yang
terbuka tepat, yang tidak aman, dan rentang tersempit (docs/privacy.md). --json: sebagai JSON.
audit attacks the dataset package in a folder and says what an outsider can learn: cells tested, found exactly, unsafe,
and the narrowest interval (docs/privacy.md). --json: as JSON.

Exit code: 0 read or clean, 1 asked or unsafe, 2 refused, 64 wrong use, 70 a fault of the program.
`;

interface Options {
  readonly files: readonly string[];
  readonly boundaries: string | null;
  readonly answers: string | null;
}

function readOptions([command, ...rest]: readonly string[]): Options | null {
  if (command !== 'inspect') return null;
  const files: string[] = [];
  const named: Record<string, string> = {};
  for (let k = 0; k < rest.length; k++) {
    const word = rest[k]!;
    if (!word.startsWith('--')) files.push(word);
    else if ((word === '--boundaries' || word === '--answers') && rest[k + 1] !== undefined)
      named[word] = rest[++k]!;
    else return null;
  }
  return files.length === 0
    ? null
    : { files, boundaries: named['--boundaries'] ?? null, answers: named['--answers'] ?? null };
}

/** Answers to the questions of one file of boundaries, whose ids begin with its name here. */
function answersOf(name: string, answers: Answered): ReadonlyMap<string, string> {
  const own = Object.entries(answers).filter(([id]) => id.startsWith(`${name}|`));
  return new Map(own.map(([id, option]) => [id.slice(name.length + 1), option]));
}

type Answered = Readonly<Record<string, string>>;

/** A file as it is given: of a folder, each of its own, not those of folders within. */
interface GivenFile {
  readonly path: string;
  /** Path within the folder that was given, or the bare name. */
  readonly shown: string;
}

function givenFiles(path: string): readonly GivenFile[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [{ path, shown: basename(path) }];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ path: join(path, name), shown: `${basename(path)}/${name}` }))
    .sort((a, b) => (a.shown < b.shown ? -1 : 1));
}

/** What is not there, or may not be read. */
function unreadable(name: string): ReadFile {
  const shown = shownName(name);
  const problem = { code: 'file/unreadable', severity: 'error', at: { file: shown } } as const;
  return { kind: 'refused', name: shown, problems: [problem] };
}

/** A file, or the parts of a shapefile, as one. */
async function readJob({ name, files }: FileJob<GivenFile>, answers: Answered): Promise<ReadFile> {
  let contents: readonly FileContent[];
  try {
    contents = files.map(({ path }) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
  } catch {
    return unreadable(name);
  }
  const [only, second] = contents;
  const own = answersOf(name, answers);
  return only && second === undefined
    ? readOfficeFile({ ...only, name }, own)
    : readOfficeFolder(name, contents, own);
}

/** Figures in the properties of boundaries are a table beside them. */
function withFigures(file: ReadFile): readonly ReadFile[] {
  if (file.kind !== 'boundaries' || file.table === null) return [file];
  return [file, { kind: 'table', name: file.name, sheets: [file.table], problems: [] }];
}

async function groundOf(files: readonly ReadFile[], given: ReadFile | null): Promise<ReadingGround> {
  const maps = (given === null ? files : [given]).filter((file) => file.kind === 'boundaries');
  const open = maps.reduce<OpenBoundaries | null>(withBoundaries, null);
  if (open !== null) {
    const source = { publisher: '', title: open.name, url: '', license: '', retrieved: '' };
    return territoryOfReading(open.reading, open.name.replace(/\.[^.]+$/, ''), source);
  }
  const asTables = files.map((file) =>
    file.kind === 'monitoring' ? { ...file, kind: 'table' as const, sheets: areaSheets(file.sheets) } : file,
  );
  const territory = groundOfList(asTables, await countryList());
  return { territory: territory ?? (await nowhere()), alternateCodes: null };
}

/** Where nothing says of which regency the tables are, they are held against the first, and match nothing of it. */
async function nowhere() {
  const list = await countryList();
  const first = list[0]?.code.slice(0, 5);
  const files: readonly ReadFile[] = [
    {
      kind: 'table',
      name: '',
      sheets: [
        {
          name: '',
          textOnly: true,
          rows: [
            ['kode', 'diukur'],
            [`${first}.01.2001`, '1'],
          ],
        },
      ],
      problems: [],
    },
  ];
  const found = groundOfList(files, list);
  if (found === null) throw new Error('the country list is empty');
  return found;
}

/** What was read, and the files whose boundaries ask something themselves. */
export interface Inspection {
  readonly reading: Reading;
  readonly files: readonly ReadFile[];
  /** What was given as boundaries to hold the files against; null where nothing was. */
  readonly given: ReadFile | null;
}

/** Whether a file holds a memory, damaged or not, or an option by question. */
function areAnswers(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8');
    if (looksLikeMemory(text)) return true;
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject && Object.values(read).every((option) => typeof option === 'string');
  } catch {
    return false;
  }
}

export async function inspect(options: Options): Promise<Inspection> {
  const text = options.answers === null ? '{}' : readFileSync(options.answers, 'utf8');
  const kept = looksLikeMemory(text) ? parseMemory(text, basename(options.answers ?? '')) : null;
  const answers = kept === null ? (JSON.parse(text) as Record<string, string>) : {};
  const files: ReadFile[] = [];
  for (const job of jobsAmong(options.files.flatMap(givenFiles), ({ shown }) => shown))
    files.push(...withFigures(await readJob(job, answers)));
  const { boundaries } = options;
  const given =
    boundaries === null
      ? null
      : await readJob({ name: basename(boundaries), files: givenFiles(boundaries) }, answers);
  const ground = await groundOf(files, given);
  const tables = files.flatMap((file) => (file.kind === 'table' ? [file] : []));
  const memories = files.flatMap((file) => (file.kind === 'memory' ? [file] : []));
  const remembered = tables.map(packTable);
  const recalled = [
    ...memories.map(({ name, memory }) => recall(memory, name, remembered, ground.territory)),
    ...(kept?.ok ? [recall(kept.value, basename(options.answers ?? ''), remembered, ground.territory)] : []),
  ];
  const reading = readTogether(files, ground, {
    ...NO_CHOICES,
    answers: new Map([...recalled.flatMap((one) => [...one.answers]), ...Object.entries(answers)]),
    decisions: new Map(recalled.flatMap((one) => [...one.decisions])),
    roles: recalled.flatMap((one) => one.roles),
  });
  const problems = [
    ...(kept?.problems ?? []),
    ...recalled.flatMap((one) => one.problems),
    ...reading.problems,
  ];
  const verdict = kept?.ok === false ? 'reject' : reading.verdict;
  return { reading: { ...reading, verdict, problems }, files, given };
}

const EXIT = { accept: 0, ask: 1, reject: 2 } as const;

/** Both kinds of dirt over the whole country; a name taken for another village fails. */
async function names(): Promise<number> {
  const list = await loadAreaList();
  if (list === null) throw new Error('the list of villages cannot be read');
  const found = { writing: nameFinding(list, 'writing'), spelling: nameFinding(list, 'spelling') };
  process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
  return Object.values(found).some(({ wrong, lost }) => wrong.length + lost > 0) ? 1 : 0;
}

async function audit(folder: string, json: boolean): Promise<number> {
  const engine = createEngine(nodeEngineSource());
  try {
    const { text, code } = await auditFolder(folder, json, engine);
    (code === 2 ? process.stderr : process.stdout).write(text);
    return code;
  } finally {
    engine.terminate();
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') && args[0] !== 'build') {
    process.stdout.write(HELP);
    return 0;
  }
  if (args.length === 1 && args[0] === 'names') return names();
  if (args[0] === 'build') return buildDataset(args.slice(1));
  const [command, folder, ...rest] = args;
  if (
    command === 'audit' &&
    folder !== undefined &&
    !folder.startsWith('--') &&
    rest.every((word) => word === '--json')
  ) {
    return audit(folder, rest.length > 0);
  }
  const options = readOptions(args);
  if (options === null) {
    process.stderr.write(HELP);
    return 64;
  }
  if (options.answers !== null && !areAnswers(options.answers)) {
    process.stderr.write('--answers: no such file, or no JSON object of option by question\n');
    return 64;
  }
  const document = readingDocument(await inspect(options));
  process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
  return EXIT[document.verdict];
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await main(process.argv.slice(2)).catch((cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.stack : cause}\n`);
    return 70;
  });
}

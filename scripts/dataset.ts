import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { territoryOfReading } from '#data/boundary-territory.ts';
import { loadAreaList } from '#data/country-list.ts';
import { type FileJob, jobsAmong } from '#data/file-job.ts';
import { type ReadFile, readOfficeFile, readOfficeFolder } from '#data/office-file.ts';
import { type OpenBoundaries, withBoundaries } from '#data/open-boundaries.ts';
import { packTable } from '#data/packed-sheet.ts';
import { type Reading, readTogether } from '#data/reading.ts';
import { NO_CHOICES } from '#data/reading-choices.ts';
import { looksLikeMemory, parseMemory, recall } from '#data/reading-memory.ts';
import type { ReadingGround } from '#data/sheet-reading.ts';
import { groundOfList } from '#data/table-ground.ts';
import { buildDataset } from './dataset/build-command.ts';
import { countryList } from './dataset/country-list.ts';
import { nameFinding } from './dataset/name-finding.ts';
import { readingDocument } from './dataset/reading-document.ts';

const HELP = `npm run dataset -- inspect FILE... [--boundaries FILE] [--answers FILE]
       npm run dataset -- names
       npm run dataset -- build --help

Prints as JSON what the program would read of the files, together: docs/reading.md.
  --boundaries FILE  areas that tables are held against; else the country's list of villages
  --answers FILE     JSON of option by question, or equivalents saved in the program's dialog

names prints how many of the country's names, written as offices write them, are found, asked about, or wrong.
Exit code: 0 read, 1 asked, 2 refused, 64 wrong use.
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

/** A file, or the parts of a shapefile, as one. */
function readJob({ name, files }: FileJob<string>, answers: Answered): Promise<ReadFile> {
  const contents = files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
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
  const territory = groundOfList(files, await countryList());
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

export async function inspect(options: Options): Promise<Inspection> {
  const text = options.answers === null ? '{}' : readFileSync(options.answers, 'utf8');
  const kept = looksLikeMemory(text) ? parseMemory(text, basename(options.answers ?? '')) : null;
  const answers = kept === null ? (JSON.parse(text) as Record<string, string>) : {};
  const files: ReadFile[] = [];
  for (const job of jobsAmong(options.files, (path) => path))
    files.push(...withFigures(await readJob(job, answers)));
  const { boundaries } = options;
  const given =
    boundaries === null ? null : await readJob({ name: basename(boundaries), files: [boundaries] }, answers);
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

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === 'names') return names();
  if (args[0] === 'build') return buildDataset(args.slice(1));
  const options = readOptions(args);
  if (options === null) {
    process.stderr.write(HELP);
    return 64;
  }
  const document = readingDocument(await inspect(options));
  process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
  return EXIT[document.verdict];
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { territoryOfReading } from '#data/boundary-territory.ts';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { NO_CHOICES, type Reading, type ReadingGround, readTogether } from '#data/reading.ts';
import { groundOfList } from '#data/table-ground.ts';
import { countryList } from './dataset/country-list.ts';
import { readingDocument } from './dataset/reading-document.ts';

const HELP = `npm run dataset -- inspect FILE... [--boundaries FILE] [--answers FILE]

Prints as JSON what the program would read of the files, together: docs/reading.md.
  --boundaries FILE  areas that tables are held against; else the country's list of villages
  --answers FILE     JSON of option by question
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

function readPath(path: string): Promise<ReadFile> {
  return readOfficeFile({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
}

async function groundOf(files: readonly ReadFile[], boundaries: string | null): Promise<ReadingGround> {
  const given =
    boundaries === null ? files.find(({ kind }) => kind === 'boundaries') : await readPath(boundaries);
  if (given?.kind === 'boundaries') {
    const source = { publisher: '', title: given.name, url: '', license: '', retrieved: '' };
    return territoryOfReading(given.reading, given.name.replace(/\.[^.]+$/, ''), source);
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

export async function inspect(options: Options): Promise<Reading> {
  const files: ReadFile[] = [];
  for (const path of options.files) files.push(await readPath(path));
  const answers =
    options.answers === null
      ? {}
      : (JSON.parse(readFileSync(options.answers, 'utf8')) as Record<string, string>);
  return readTogether(files, await groundOf(files, options.boundaries), {
    ...NO_CHOICES,
    answers: new Map(Object.entries(answers)),
  });
}

const EXIT = { accept: 0, ask: 1, reject: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stderr.write(HELP);
    return 64;
  }
  const reading = await inspect(options);
  process.stdout.write(`${JSON.stringify(readingDocument(reading), null, 1)}\n`);
  return EXIT[reading.verdict];
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));

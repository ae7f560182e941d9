import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { faultOf } from '#core/fault.ts';
import { parsePeriod } from '#core/period.ts';
import type { AreaAnswer, PreparationStep } from '#core/preparation-report.ts';
import type { Problem, Result } from '#core/problem.ts';
import { releaseRule, USUAL_MINIMUM_CELL } from '#core/release-rule.ts';
import { finished } from '#core/stepped-work.ts';
import type { ReadTerritory } from '#data/boundary-territory.ts';
import { createEngine } from '#data/engine.ts';
import { readOfficeFile } from '#data/office-file.ts';
import { withBoundaries } from '#data/open-boundaries.ts';
import { parseRegister, registerText } from '#data/register-file.ts';
import { matchesCsv, parseMatches } from '#linkage/area-matches.ts';
import { type BoundaryGround, boundaryGround } from '#linkage/boundary-ground.ts';
import { parseVerdicts } from '#linkage/link-review-sample.ts';
import { type Day, dateColumn, isoDay, readDay } from '#linkage/person-date.ts';
import { type Preparation, prepareDataset } from '#linkage/preparation.ts';
import { releaseCounts } from '#linkage/release-counts-input.ts';
import { type ReleaseWish, releaseFiles } from '#linkage/release-files.ts';
import { reportFiles } from '#linkage/report-file.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';
import { BUILD_HELP, buildWords } from './build-words.ts';
import { sentence } from './told-problem.ts';

interface BuildOptions {
  readonly boundaries: string;
  readonly files: readonly string[];
  readonly matches: string | null;
  /** What was said of links in the page's review. */
  readonly verdicts: string | null;
  readonly out: string;
  readonly report: string | null;
  readonly title: string;
  readonly territory: string;
  readonly decile: 1 | 2 | 3 | 4;
  readonly snapshot: Day;
  readonly povertyPeriod: string;
  readonly replace: boolean;
  /** Null: an internal package. */
  readonly release: ReleaseChoice | null;
}

interface ReleaseChoice {
  readonly k: number;
  readonly reason: string;
  /** The file in which the office keeps its releases. */
  readonly register: string;
  /** The reader states that nothing was released before. */
  readonly first: boolean;
}

const LISTS = new Set(['--measurements', '--poverty', '--posyandu']);
const SINGLE = new Set([
  '--boundaries',
  '--matches',
  '--verdicts',
  '--out',
  '--report',
  '--title',
  '--territory',
  '--decile',
  '--snapshot',
  '--poverty-period',
  '--tier',
  '--k',
  '--reason',
  '--register',
]);

interface Words {
  readonly lists: readonly string[];
  readonly single: ReadonlyMap<string, string>;
  readonly replace: boolean;
  readonly first: boolean;
}

function wordsOf(args: readonly string[]): Words | null {
  const lists: string[] = [];
  const single = new Map<string, string>();
  let replace = false;
  let first = false;
  let into: string | null = null;
  for (const word of args) {
    if (word === '--replace') replace = true;
    else if (word === '--first-release') first = true;
    else if (LISTS.has(word) || SINGLE.has(word)) into = word;
    else if (word.startsWith('--') || into === null) return null;
    else if (LISTS.has(into)) lists.push(word);
    else {
      single.set(into, word);
      into = null;
    }
  }
  return { lists, single, replace, first };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Undefined where the words make none. */
function releaseChoice({ single, first }: Words): ReleaseChoice | null | undefined {
  const tier = single.get('--tier') ?? 'internal';
  if (tier === 'internal') return null;
  const register = single.get('--register');
  const k = Number(single.get('--k') ?? USUAL_MINIMUM_CELL);
  if (tier !== 'release' || register === undefined || !Number.isInteger(k)) return undefined;
  return { k, reason: single.get('--reason') ?? '', register: resolve(register), first };
}

/** Null where the words make no command. */
export function buildOptions(args: readonly string[]): BuildOptions | null {
  const words = wordsOf(args);
  if (words === null) return null;
  const { lists, single, replace } = words;
  const [boundaries, out] = [single.get('--boundaries'), single.get('--out')];
  const snapshot = readDay(single.get('--snapshot') ?? today(), dateColumn([]));
  const decile = Number(single.get('--decile') ?? '1');
  const period = single.get('--poverty-period') ?? '';
  if (boundaries === undefined || out === undefined || lists.length === 0 || snapshot === null) return null;
  if (![1, 2, 3, 4].includes(decile) || (period !== '' && parsePeriod(period) === null)) return null;
  const release = releaseChoice(words);
  if (release === undefined) return null;
  return {
    boundaries,
    files: lists,
    matches: single.get('--matches') ?? null,
    verdicts: single.get('--verdicts') ?? null,
    out: resolve(out),
    report: single.has('--report') ? resolve(single.get('--report')!) : null,
    title: single.get('--title') ?? buildWords.title,
    territory: single.get('--territory') ?? '',
    decile: decile as 1 | 2 | 3 | 4,
    snapshot,
    povertyPeriod: period,
    replace,
    release,
  };
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Why nothing may be written there: files of persons lie beside it, or something else does. */
export function outputFault({
  out,
  report,
  files,
  replace,
  release,
}: Pick<BuildOptions, 'out' | 'report' | 'files' | 'replace' | 'release'>): string | null {
  const folders = files.map((file) => dirname(resolve(file)));
  if (folders.some((folder) => isWithin(folder, out) || isWithin(out, folder)))
    return buildWords.besideInputs;
  if (report !== null && (isWithin(out, report) || isWithin(report, out))) return buildWords.reportInPackage;
  if (release !== null && isWithin(out, release.register)) return buildWords.registerInPackage;
  if (existsSync(out) && !replace) return buildWords.outExists;
  if (existsSync(out) && !existsSync(join(out, 'manifest.json'))) return buildWords.noPackageThere;
  return null;
}

async function groundOf(path: string): Promise<BoundaryGround | readonly string[]> {
  const file = await readOfficeFile({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
  if (file.kind !== 'boundaries') {
    const told = file.problems.map(sentence);
    return told.length > 0 ? told : [buildWords.noBoundaries];
  }
  return boundaryGround(withBoundaries(null, file));
}

/** All files in a folder of their own beside the goal, the manifest last; then the folder takes its name at once. */
export function writeWhole(
  out: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): void {
  const temporary = `${out}.sementara-${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  try {
    const isManifest = (path: string): boolean => path === 'manifest.json';
    const ordered = [...files].sort((a, b) => Number(isManifest(a.path)) - Number(isManifest(b.path)));
    for (const { path, bytes } of ordered) writeFileSync(join(temporary, path), bytes, { flush: true });
    rmSync(out, { recursive: true, force: true });
    renameSync(temporary, out);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

function printed(text: string): void {
  process.stdout.write(`${text}\n`);
}

function printSummary(prepared: Preparation): void {
  for (const file of prepared.files) {
    for (const { name, form, rows, period } of file.sheets)
      printed(buildWords.file(file.name, name, form, rows, period));
    for (const problem of file.problems) printed(`  ${sentence(problem)}`);
  }
  for (const { file, sheet, read, rows } of prepared.ledgers)
    printed(buildWords.ledger(sheet === '' ? file : `${file} / ${sheet}`, read, rows));
  printed(buildWords.links(prepared.links));
  const persons = prepared.waiting.reduce((sum, one) => sum + one.persons, 0);
  if (persons > 0) printed(buildWords.waiting(prepared.waiting.length, persons));
}

/** Whether any file that can be linked by person has a whole NIK or KK. */
function maskedOnly({ files }: Preparation): boolean {
  const measured = files.flatMap(({ sheets }) => sheets.filter(({ form }) => form?.startsWith('eppgbm')));
  const masked = measured.reduce((sum, { niks }) => sum + niks.masked, 0);
  return masked > 0 && measured.every(({ niks, kks }) => niks.whole + kks.whole === 0);
}

/** What the office has released before. */
function registerOf({ register, first }: ReleaseChoice): Result<ReleaseWish['register']> {
  if (!existsSync(register)) return { ok: true, value: first ? 'none' : 'missing', problems: [] };
  return parseRegister(readFileSync(register, 'utf8'), basename(register));
}

/**
 * Null where the release is written; else why not. What is released stays as it is, so all names are settled before. One run
 * at a time holds the register; it is written before the package: one that tells of more than has left protects, one
 * that tells of less does not.
 */
function writeRelease(
  options: BuildOptions,
  choice: ReleaseChoice,
  prepared: Preparation,
  ground: ReadTerritory,
): readonly string[] | null {
  let lock: number;
  try {
    lock = openSync(`${choice.register}.sementara`, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return [buildWords.registerBusy(basename(`${choice.register}.sementara`))];
    throw error;
  }
  try {
    return writtenRelease(options, choice, prepared, ground, lock);
  } finally {
    closeSync(lock);
    rmSync(`${choice.register}.sementara`, { force: true });
  }
}

/** Holds the register's lock, which becomes the register. */
function writtenRelease(
  { out, snapshot }: BuildOptions,
  choice: ReleaseChoice,
  prepared: Preparation,
  { territory }: ReadTerritory,
  lock: number,
): readonly string[] | null {
  const register = registerOf(choice);
  if (!register.ok) return register.problems.map(sentence);
  const date = isoDay(snapshot);
  const { package: internal, run, waiting } = prepared;
  const made = finished(
    releaseFiles(
      { territory, package: internal, counts: releaseCounts(run), waiting: waiting.length },
      {
        rule: releaseRule(choice.k, choice.reason),
        register: register.value,
        id: `rilis-${date}`,
        date,
        program: 'peta-sasaran dataset build',
      },
    ),
  );
  if (made === null) return [buildWords.nothing];
  for (const problem of made.problems) if (problem.severity !== 'error') printed(sentence(problem));
  if (!made.ok) return [buildWords.notReleased, ...made.problems.map(sentence)];
  writeFileSync(lock, registerText(made.value.register), { flush: true });
  renameSync(`${choice.register}.sementara`, choice.register);
  writeWhole(out, made.value.files);
  printed(buildWords.released(out, made.value.audit, choice.register));
  return null;
}

/** Exit code: 0 written, 1 written while names wait for an answer, 2 refused, 64 wrong use. */
export async function buildDataset(args: readonly string[]): Promise<number> {
  const options = args.includes('--help') ? null : buildOptions(args);
  if (options === null) {
    process.stderr.write(BUILD_HELP);
    return args.includes('--help') ? 0 : 64;
  }
  const refuse = (...lines: readonly string[]): number => {
    process.stderr.write(`${lines.join('\n')}\n`);
    return 2;
  };
  const fault = outputFault(options);
  if (fault !== null) return refuse(fault);
  const absent = [
    options.boundaries,
    ...options.files,
    ...[options.matches, options.verdicts].flatMap((path) => path ?? []),
  ].filter((path) => !existsSync(path));
  if (absent.length > 0) return refuse(...absent.map((path) => buildWords.absent(basename(path))));
  const found = await groundOf(options.boundaries);
  if (!('ground' in found)) return refuse(...found);
  const { ground, about, used } = found;
  let answers: ReadonlyMap<string, AreaAnswer> = new Map();
  if (options.matches !== null) {
    const read = parseMatches(readFileSync(options.matches, 'utf8'), ground.territory);
    if (read === null) return refuse(buildWords.noMatches(basename(options.matches)));
    if (read.unusable.length > 0)
      return refuse(buildWords.badMatches(basename(options.matches), read.unusable));
    answers = read.answers;
  }
  const said = options.verdicts === null ? null : parseVerdicts(readFileSync(options.verdicts, 'utf8'));
  if (options.verdicts !== null && (said === null || said.unusable.length > 0)) {
    const detail: Problem['detail'] = said === null ? {} : { rows: said.unusable.join(', ') };
    const at = { file: basename(options.verdicts) };
    return refuse(sentence({ code: 'linkage/verdicts', severity: 'error', at, detail }));
  }
  const engine = createEngine(nodeEngineSource());
  const onStep = (step: PreparationStep): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${buildWords.step(step)}`);
  };
  try {
    const prepared = await prepareDataset(
      engine,
      {
        files: options.files.map((path) => ({
          name: basename(path),
          bytes: async () => new Uint8Array(readFileSync(path)),
        })),
        ground,
        seed: {
          id: 'data-anak',
          title: options.title,
          territory: options.territory || ground.territory.name,
          extremePovertyDecile: options.decile,
          boundaries: about,
        },
        answers,
        verdicts: said?.verdicts ?? new Map(),
        snapshot: options.snapshot,
        welfarePeriod: options.povertyPeriod,
        key: new Uint8Array(randomBytes(32)),
      },
      onStep,
    );
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    printed(buildWords.boundaries(used.name, used.areas));
    printSummary(prepared);
    if (maskedOnly(prepared)) printed(buildWords.masked);
    if (options.report !== null) {
      mkdirSync(options.report, { recursive: true });
      for (const { path, text } of reportFiles(prepared)) writeFileSync(join(options.report, path), text);
      writeFileSync(
        join(options.report, 'padanan.csv'),
        matchesCsv(answers, prepared.waiting, ground.territory),
      );
    }
    if (prepared.package === null) return refuse(buildWords.nothing);
    if (options.release !== null) {
      const faults = writeRelease(options, options.release, prepared, ground);
      if (faults !== null) return refuse(...faults);
    } else {
      writeWhole(options.out, prepared.packageFiles);
      printed(buildWords.written(options.out));
    }
    return prepared.waiting.length > 0 ? 1 : 0;
  } catch (error) {
    // By its kind alone: a text may quote what lay in a cell, or a name of a file.
    const code = error instanceof Error && 'code' in error ? String(error.code) : faultOf(error)?.code;
    return refuse(buildWords.failed(code ?? (error instanceof Error ? error.name : 'crashed')));
  } finally {
    engine.terminate();
  }
}

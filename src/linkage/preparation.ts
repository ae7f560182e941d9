import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AreaCode, AreaIndex } from '#core/area.ts';
import { FaultError, faultOf } from '#core/fault.ts';
import { maskedName } from '#core/identity-number.ts';
import type { Verdicts } from '#core/link-review.ts';
import type {
  AreaAnswer,
  LinkReport,
  LinkRule,
  LinkWeights,
  PreparationStep,
  QualityReport,
  ReadPersonFile,
  SheetLedger,
  WaitingEntry,
} from '#core/preparation-report.ts';
import type { ArchivePart } from '#data/archive-guard.ts';
import type { ReadTerritory } from '#data/boundary-territory.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import type { Engine } from '#data/engine.ts';
import type { RawSheet } from '#data/raw-table.ts';
import { AreaDoctor, posyanduKey } from './area-doctor.ts';
import { childCells, distinctText, periodsOfMonths } from './cell-building.ts';
import { groupChildren } from './child-grouping.ts';
import { type ChildRecord, type ChildSheet, readChildSheet, WrittenChildren } from './child-record.ts';
import { entryCounts } from './entry-count.ts';
import { compareText, groupHouseholds } from './household-grouping.ts';
import { LINK_RULES } from './household-link.ts';
import { COMPARED_FIELDS, linkHouseholds } from './household-linking.ts';
import { type MemberRecord, type MemberSheet, readMemberSheet } from './household-record.ts';
import {
  areaMonths,
  familyCounts,
  internalFiles,
  internalPackage,
  type PackageSeed,
} from './internal-package.ts';
import { type FileDigests, reviewSample, type SampledLink, withoutRejected } from './link-review-sample.ts';
import { personCells } from './person-cells.ts';
import type { Day } from './person-date.ts';
import { isoDay } from './person-date.ts';
import { isMeasurements, type PersonSheet, recognizePersonSheet } from './person-sheet.ts';
import type { PreparationRun } from './preparation-run.ts';
import { createPseudonyms } from './pseudonym.ts';
import { qualityReport } from './quality-report.ts';
import { readRawFile } from './raw-file.ts';
import type { SheetRows } from './record-ledger.ts';

/** A file of persons: its bytes are fetched when its turn comes, and dropped when it is read. */
export interface PersonFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface PreparationInput {
  readonly files: readonly PersonFile[];
  readonly ground: ReadTerritory;
  readonly seed: PackageSeed;
  /** By key of the queue. */
  readonly answers: ReadonlyMap<string, AreaAnswer>;
  /** The day of the export: nothing was measured after it. */
  readonly snapshot: Day;
  /** Period of lists of welfare that name none; '' where nobody said. */
  readonly welfarePeriod: string;
  /** What was said of links in an earlier review. */
  readonly verdicts: Verdicts;
  /** 32 random bytes of this run. */
  readonly key: Uint8Array;
}

/** What leaves the desk: counts, row numbers, names of areas. */
export interface Preparation {
  readonly files: readonly ReadPersonFile[];
  readonly ledgers: readonly SheetLedger[];
  readonly waiting: readonly WaitingEntry[];
  readonly links: LinkReport;
  readonly quality: QualityReport;
  /** Null where no child was measured and no family counted. */
  readonly package: DatasetPackage | null;
  readonly packageFiles: readonly ArchivePart[];
  /** Links to be looked at: before any was rejected, so that the same are drawn again. */
  readonly review: readonly SampledLink[];
  /** Of the run alone, for a release and the measures: never sent out of the layer. */
  readonly run: PreparationRun;
}

interface Sources {
  readonly digests: FileDigests;
  readonly files: readonly ReadPersonFile[];
  readonly childSheets: readonly ChildSheet[];
  readonly memberSheets: readonly MemberSheet[];
  readonly posyandu: ReadonlyMap<string, AreaIndex | null>;
}

/** Of a file's SHA-256: enough to tell the files of an office apart. */
const DIGEST_DIGITS = 12;
const NOBODY = { whole: 0, missing: 0, masked: 0, damaged: 0 } as const;

/** Posyandu that a list places; one that is placed twice, there or by another list, is placed by nothing. */
function posyanduPlaces(
  sheet: RawSheet,
  person: PersonSheet,
  doctor: AreaDoctor,
): Map<string, AreaIndex | null> {
  const cells = personCells(sheet, person);
  const found = new Map<string, AreaIndex | null>();
  for (let row = person.dataRow; row < sheet.rows.length; row++) {
    const key = posyanduKey(cells.text(row, 'puskesmas'), cells.text(row, 'posyandu'));
    const village = cells.text(row, 'village');
    if (key === '' || village === '') continue;
    const code = cells.text(row, 'villageCode');
    const placed = doctor.place(
      { village, district: cells.text(row, 'district'), code, posyandu: '', puskesmas: '' },
      null,
    );
    if (placed.kind !== 'area') continue;
    const known = found.get(key);
    found.set(key, known === undefined || known === placed.area ? placed.area : null);
  }
  return found;
}

function filledRows({ rows }: RawSheet, from: number): number {
  return rows.slice(from).filter((row) => row.some((cell) => cell.trim() !== '')).length;
}

async function readAll(
  { files, snapshot }: PreparationInput,
  doctor: AreaDoctor,
  step: (step: PreparationStep) => void | Promise<void>,
): Promise<Sources> {
  const read: ReadPersonFile[] = [];
  const childSheets: ChildSheet[] = [];
  const memberSheets: MemberSheet[] = [];
  const posyandu = new Map<string, AreaIndex | null>();
  const children = new WrittenChildren();
  const digests = new Map<SheetRows, string>();
  for (const [done, { name, bytes }] of files.entries()) {
    const file = maskedName(name);
    await step({ kind: 'reading', file, done, total: files.length });
    const content = await bytes();
    const digest = bytesToHex(sha256(content)).slice(0, DIGEST_DIGITS);
    const raw = await readRawFile({ name, bytes: content });
    const problems = raw.problems.map((problem) => ({ ...problem, at: { ...problem.at, file } }));
    const sheets = (raw.ok ? raw.value : [])
      .filter(({ rows }) => rows.length > 0)
      .map((sheet) => ({ ...sheet, name: maskedName(sheet.name) }));
    const told = sheets.map((sheet): ReadPersonFile['sheets'][number] => {
      const person = recognizePersonSheet(sheet);
      const about = {
        name: sheet.name,
        form: person?.form ?? null,
        rows: filledRows(sheet, person?.dataRow ?? 0),
      };
      if (person === null) return { ...about, period: '', niks: NOBODY, kks: NOBODY };
      if (person.form === 'posyandu-list') {
        for (const [key, area] of posyanduPlaces(sheet, person, doctor)) {
          const known = posyandu.get(key);
          posyandu.set(key, known === undefined || known === area ? area : null);
        }
        return { ...about, period: '', niks: NOBODY, kks: NOBODY };
      }
      if (isMeasurements(person.form)) {
        const own = readChildSheet(sheet, person, { file, doctor, snapshot, children });
        childSheets.push(own);
        digests.set(own.rows, digest);
        return { ...about, rows: own.rows.read, period: own.month, niks: own.niks, kks: own.kks };
      }
      const own = readMemberSheet(sheet, person, { file, doctor });
      memberSheets.push(own);
      digests.set(own.rows, digest);
      return { ...about, rows: own.rows.read, period: own.period, niks: own.niks, kks: own.kks };
    });
    read.push({ name: file, sheets: told, problems });
  }
  return { files: read, childSheets, memberSheets, posyandu, digests };
}

function waitingEntries(
  doctor: AreaDoctor,
  sheets: readonly { readonly waiting: ReadonlyMap<string, number> }[],
): readonly WaitingEntry[] {
  const persons = new Map<string, number>();
  for (const { waiting } of sheets)
    for (const [key, count] of waiting) persons.set(key, (persons.get(key) ?? 0) + count);
  return [...doctor.waiting.values()]
    .filter(({ key }) => persons.has(key))
    .map((name) => ({ ...name, persons: persons.get(name.key) ?? 0 }))
    .sort((a, b) => b.persons - a.persons || compareText(a.key, b.key));
}

const sixDigits = (value: number): number => Number(value.toPrecision(6));

function rounded({ m, u, prior, iterations }: LinkWeights): LinkWeights {
  const all = (shares: LinkWeights['m']): LinkWeights['m'] => shares.map((own) => own.map(sixDigits));
  return { m: all(m), u: all(u), prior: sixDigits(prior), iterations };
}

function linkReport(run: PreparationRun, codes: readonly AreaCode[], rejected: number): LinkReport {
  const { children, households, linking } = run;
  const byRule = Object.fromEntries(LINK_RULES.map((rule) => [rule, 0])) as Record<LinkRule, number>;
  const byArea = codes.map((area) => ({ area, children: 0, linked: 0 }));
  let linked = 0;
  const sure: number[] = [];
  children.children.forEach(({ area }, child) => {
    const link = linking.links[child];
    const own = byArea[area]!;
    own.children++;
    if (!link) return;
    own.linked++;
    linked++;
    byRule[link.rule]++;
    if (link.rule === 'name-date') sure.push(link.probability);
  });
  return {
    children: children.children.length,
    byRule,
    unlinked: children.children.length - linked,
    ambiguous: linking.ambiguous,
    rejected,
    contradictions: households.contradictions,
    sharedNiks: children.sharedNiks,
    households: households.households.length,
    members: households.members.length,
    byArea,
    fields: COMPARED_FIELDS,
    weights: linking.weights === null ? null : rounded(linking.weights),
    comparedPairs: linking.comparedPairs,
    expectedPrecision:
      sure.length === 0 ? Number.NaN : sixDigits(sure.reduce((sum, one) => sum + one, 0) / sure.length),
  };
}

function latest(periods: readonly string[]): string {
  return (
    [...periods]
      .filter((period) => period !== '')
      .sort()
      .at(-1) ?? ''
  );
}

/** Measurements that were left out, by month. */
function setAsideByMonth(sheets: readonly ChildSheet[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { setAside } of sheets)
    for (const [month, count] of setAside) found.set(month, (found.get(month) ?? 0) + count);
  return found;
}

/** Rows of lists that were left out. */
function setAsideRows(sheets: readonly MemberSheet[]): number {
  return sheets.reduce((sum, { rows }) => {
    const { unusable, waiting } = rows.ledger().rows;
    return sum + unusable.length + waiting.length;
  }, 0);
}

/** A no to extreme poverty says no decile but that it is not the first: nothing, where others are told apart. */
function withoutDoubt(sheets: readonly MemberSheet[], threshold: number): readonly MemberRecord[] {
  const onlyFlags = sheets.every(({ flagOnly, rows }) => flagOnly || rows.form === 'krs');
  return sheets.flatMap(({ records, flagOnly }) =>
    flagOnly && !(onlyFlags && threshold === 1)
      ? records.map((record) => (record.decile === '5+' ? { ...record, decile: 'unknown' as const } : record))
      : records,
  );
}

/**
 * From files of persons to a package of counts. Rows of persons live in this call and nowhere else; what it gives back,
 * but for `run`, holds counts, row numbers and names of areas.
 * @param step told before each part of the work; a rejection of it ends the run.
 */
export async function prepareDataset(
  engine: Engine,
  input: PreparationInput,
  step: (step: PreparationStep) => void | Promise<void> = () => undefined,
): Promise<Preparation> {
  try {
    return await prepared(engine, input, step);
  } catch (error) {
    const fault = faultOf(error);
    // What an engine says may quote what it was given.
    throw fault === null ? error : new FaultError(fault.code, 'linkage');
  }
}

async function prepared(
  engine: Engine,
  input: PreparationInput,
  step: (step: PreparationStep) => void | Promise<void>,
): Promise<Preparation> {
  const { ground, seed, answers, snapshot } = input;
  const { territory } = ground;
  const doctorOf = (): AreaDoctor => new AreaDoctor(territory, ground.alternateCodes, answers);
  let doctor = doctorOf();
  let sources = await readAll(input, doctor, step);
  const { posyandu } = sources;
  if (posyandu.size > 0) {
    doctor = doctorOf();
    doctor.placePosyandu(posyandu);
    sources = await readAll(input, doctor, step);
  }
  const { files, childSheets, memberSheets } = sources;
  await step({ kind: 'grouping' });
  const records: readonly ChildRecord[] = childSheets.flatMap((sheet) => sheet.records);
  const children = groupChildren(records);
  const households = groupHouseholds(withoutDoubt(memberSheets, seed.extremePovertyDecile));
  await step({ kind: 'linking' });
  const pseudonymOf = createPseudonyms(input.key);
  const found = await linkHouseholds(engine, children.children, households, pseudonymOf, snapshot);
  const codes = territory.villages.areas.map(({ code }) => code);
  const whole = { children, households, linking: found };
  const review = reviewSample(whole, sources.digests, codes);
  const { run, rejected } = withoutRejected(whole, sources.digests, input.verdicts);
  const { linking } = run;
  const months = distinctText(
    children.months.flatMap(({ record }) => (record.measuredOn === null ? [] : [record.month])),
  );
  const periods = periodsOfMonths(months);
  const cells = await childCells(engine, children, households, linking, territory, periods, (period) =>
    step({ kind: 'counting', period }),
  );
  await step({ kind: 'writing' });
  const byAreaMonth = areaMonths(children, territory);
  const welfare = memberSheets.filter(({ rows }) => rows.form !== 'krs');
  const risk = memberSheets.filter(({ rows }) => rows.form === 'krs');
  const flagOnly = welfare.length > 0 && welfare.every((sheet) => sheet.flagOnly);
  const families = familyCounts(
    households.households,
    territory,
    {
      welfare: latest(welfare.map(({ period }) => period)) || input.welfarePeriod,
      risk: latest(risk.map(({ period }) => period)) || input.welfarePeriod,
    },
    { welfare: setAsideRows(welfare), risk: setAsideRows(risk) },
    flagOnly,
  );
  const measured = { cells, periods, areaMonths: byAreaMonth, families, flagOnly };
  const forms = [...childSheets, ...memberSheets].flatMap(({ rows, records }) =>
    records.length > 0 ? [rows.form] : [],
  );
  const isEmpty = cells.table.length === 0 && families.length === 0;
  const pkg = isEmpty ? null : internalPackage(ground, seed, measured, setAsideByMonth(childSheets), forms);
  const entries = entryCounts(
    children,
    linking,
    territory,
    isoDay(snapshot),
    (areaMonth) => byAreaMonth.get(areaMonth)?.registry ?? false,
  );
  return {
    files,
    ledgers: [...childSheets, ...memberSheets].map(({ rows }) => rows.ledger()),
    waiting: waitingEntries(doctor, [...childSheets, ...memberSheets]),
    links: linkReport(run, codes, rejected),
    review,
    quality: qualityReport(records, children, territory),
    package: pkg,
    packageFiles: pkg === null ? [] : internalFiles(pkg, entries),
    run,
  };
}

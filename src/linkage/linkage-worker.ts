import { faultOf } from '#core/fault.ts';
import { maskedName } from '#core/identity-number.ts';
import type { Verdict, Verdicts } from '#core/link-review.ts';
import type { AreaAnswer } from '#core/preparation-report.ts';
import type { Problem, Result } from '#core/problem.ts';
import { releaseRule } from '#core/release-rule.ts';
import { sealWorker } from '#core/sealed-worker.ts';
import { createEngine } from '#data/engine.ts';
import { ENGINE_ASSETS } from '#data/engine-assets.ts';
import { readOfficeFile } from '#data/office-file.ts';
import { type OpenBoundaries, withBoundaries } from '#data/open-boundaries.ts';
import type {
  LinkageAnswer,
  LinkageJob,
  LinkageReply,
  LinkageRequest,
  PairRequest,
  PreparationRequest,
  PreparedOffice,
  ReleaseRequest,
} from '#data/preparation-port.ts';
import { parseRegister, registerText } from '#data/register-file.ts';
import { liveAs } from '#thread/worker-life.ts';
import { type AreaMatches, matchesCsv, parseMatches } from './area-matches.ts';
import { type BoundaryGround, boundaryGround } from './boundary-ground.ts';
import { parseVerdicts } from './link-review-sample.ts';
import { dateColumn, readDay } from './person-date.ts';
import { type Preparation, prepareDataset } from './preparation.ts';
import { releaseCounts } from './release-counts-input.ts';
import { type ReleaseSource, type ReleaseWish, releaseFiles } from './release-files.ts';
import { reportFiles } from './report-file.ts';

declare global {
  var trustedTypes:
    | { createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string>>): unknown }
    | undefined;
}

liveAs(self.name);

const refuse = (): never => {
  throw new TypeError('refused');
};
// The engine's worker is started from here: its address, of this origin, is all that becomes code.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: refuse,
  createScript: refuse,
  createScriptURL: (text) =>
    new URL(text, self.location.href).origin === self.location.origin ? text : refuse(),
});

const engine = createEngine(ENGINE_ASSETS, { callTimeoutMs: 300_000 });
/** Before any byte of a file: the engine lives, and nothing else can be started or reached from here. */
const ready = engine.warm().then(() => sealWorker(self));

const BREATH_MS = 50;
const MAPS = /\.(?:geojson|json|geojsonl|topojson|kml|kmz|zip)$/i;
const VERDICTS = /^padanan-tautan.*\.csv$/i;
const MATCHES = /^padanan(?!-tautan).*\.csv$/i;

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

type Ground = Omit<BoundaryGround, 'used'> & { readonly used: BoundaryGround['used'] | null };

async function groundOf({ files, ground }: PreparationRequest): Promise<Ground | LinkageAnswer> {
  const maps = files.filter(({ name }) => MAPS.test(name));
  if (maps.length === 0)
    return { ground: { ...ground, alternateCodes: null }, about: ground.about, used: null };
  let open: OpenBoundaries | null = null;
  for (const map of maps) {
    const read = await readOfficeFile({ name: map.name, bytes: await bytesOf(map) });
    if (read.kind !== 'boundaries') return { kind: 'refused', problems: read.problems };
    open = withBoundaries(open, read);
  }
  return boundaryGround(open!);
}

async function answersOf(
  { files, answers }: PreparationRequest,
  { ground }: Ground,
): Promise<Map<string, AreaAnswer> | LinkageAnswer> {
  const all = new Map<string, AreaAnswer>();
  for (const file of files.filter(({ name }) => MATCHES.test(name))) {
    const read = parseMatches(await file.text(), ground.territory);
    if (read === null || read.unusable.length > 0)
      return { kind: 'refused', problems: [badMatches(file, read)] };
    for (const [key, answer] of read.answers) all.set(key, answer);
  }
  for (const [key, answer] of answers) all.set(key, answer);
  return all;
}

async function verdictsOf({
  files,
  verdicts,
}: PreparationRequest): Promise<Map<string, Verdict> | LinkageAnswer> {
  const all = new Map<string, Verdict>();
  for (const file of files.filter(({ name }) => VERDICTS.test(name))) {
    const read = parseVerdicts(await file.text());
    if (read === null || read.unusable.length > 0)
      return { kind: 'refused', problems: [badVerdicts(file, read?.unusable ?? [])] };
    for (const [key, verdict] of read.verdicts) all.set(key, verdict);
  }
  for (const [key, verdict] of verdicts) all.set(key, verdict);
  return all;
}

function badVerdicts({ name }: File, rows: readonly number[]): Problem {
  const detail: Problem['detail'] = rows.length === 0 ? {} : { rows: rows.join(', ') };
  return { code: 'linkage/verdicts', severity: 'error', at: { file: maskedName(name) }, detail };
}

function badMatches({ name }: File, read: AreaMatches | null): Problem {
  const detail: Problem['detail'] = read === null ? {} : { rows: read.unusable.join(', ') };
  return { code: 'linkage/matches', severity: 'error', at: { file: maskedName(name) }, detail };
}

function officeOf(
  prepared: Preparation,
  { ground, used }: Ground,
  answers: ReadonlyMap<string, AreaAnswer>,
  verdicts: Verdicts,
): PreparedOffice {
  const { territory } = ground;
  const matches =
    answers.size + prepared.waiting.length > 0 ? matchesCsv(answers, prepared.waiting, territory) : '';
  const { files, ledgers, waiting, links, quality, packageFiles } = prepared;
  return {
    boundaries: used,
    areas: territory.villages.areas.map(({ code, name }, i) => ({
      code,
      name,
      district: territory.districts.areas[territory.districtOf[i]!]!.name,
    })),
    files,
    ledgers,
    waiting,
    links,
    review: prepared.review.map(({ head }) => head),
    verdicts: [...verdicts],
    quality,
    packageFiles,
    reports: [...reportFiles(prepared), ...(matches === '' ? [] : [{ path: 'padanan.csv', text: matches }])],
    matches,
  };
}

/** Of the last count: for a release counts alone, for the review the pairs that were drawn. */
let held: (ReleaseSource & { readonly review: Preparation['review'] }) | null = null;
let stopped = false;

function tell(reply: LinkageReply): void {
  self.postMessage(reply);
}

async function prepare(request: PreparationRequest): Promise<LinkageAnswer> {
  const found = await groundOf(request);
  if ('kind' in found) return found;
  const answers = await answersOf(request, found);
  if ('kind' in answers) return answers;
  const verdicts = await verdictsOf(request);
  if ('kind' in verdicts) return verdicts;
  const { title, decile, snapshot, welfarePeriod } = request;
  const persons = request.files.filter(
    ({ name }) => !MAPS.test(name) && !MATCHES.test(name) && !VERDICTS.test(name),
  );
  const { territory } = found.ground;
  const prepared = await prepareDataset(
    engine,
    {
      files: persons.map((file) => ({ name: file.name, bytes: () => bytesOf(file) })),
      ground: found.ground,
      seed: {
        id: 'data-anak',
        title,
        territory: territory.name,
        extremePovertyDecile: decile,
        boundaries: found.about,
      },
      answers,
      verdicts,
      snapshot: readDay(snapshot, dateColumn([])) ?? refuse(),
      welfarePeriod,
      key: crypto.getRandomValues(new Uint8Array(32)),
    },
    (step) => tell({ kind: 'step', step }),
  );
  // Its memory is a release's; nothing is counted twice here.
  engine.terminate();
  const { package: internal, run, waiting, review } = prepared;
  held = { territory, package: internal, counts: releaseCounts(run), waiting: waiting.length, review };
  return { kind: 'done', office: officeOf(prepared, found, answers, verdicts) };
}

function pairAt({ position }: PairRequest): LinkageAnswer {
  const one = held?.review[position];
  return one === undefined ? { kind: 'failed', why: 'forgotten' } : { kind: 'pair', pair: one.pair };
}

function work(request: LinkageJob): LinkageAnswer | Promise<LinkageAnswer> {
  switch (request.kind) {
    case 'prepare':
      return prepare(request);
    case 'release':
      return release(request);
    case 'pair':
      return pairAt(request);
  }
}

async function registerOf({ register, first }: ReleaseRequest): Promise<Result<ReleaseWish['register']>> {
  if (register === null) return { ok: true, value: first ? 'none' : 'missing', problems: [] };
  return parseRegister(await register.text(), maskedName(register.name));
}

/** Lets a message in. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function release(request: ReleaseRequest): Promise<LinkageAnswer> {
  if (held === null) return { kind: 'failed', why: 'forgotten' };
  stopped = false;
  const register = await registerOf(request);
  if (!register.ok) return { kind: 'refused', problems: register.problems };
  const { minimumCell, reason, id, date } = request;
  const rule = releaseRule(minimumCell, reason);
  const steps = releaseFiles(held, { rule, register: register.value, id, date, program: 'peta-sasaran' });
  let breathed = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      if (step.value === null) return { kind: 'failed', why: 'forgotten' };
      if (!step.value.ok) return { kind: 'refused', problems: step.value.problems };
      const { files, register: entered, audit } = step.value.value;
      return {
        kind: 'released',
        release: {
          packageFiles: files,
          register: registerText(entered),
          audit,
          policy: rule.id,
          notes: step.value.problems,
        },
      };
    }
    if (performance.now() - breathed < BREATH_MS) continue;
    tell({ kind: 'protecting', progress: step.value });
    await breath();
    if (stopped) return { kind: 'stopped' };
    breathed = performance.now();
  }
}

self.addEventListener('message', ({ data }: MessageEvent<LinkageRequest>) => {
  if (data.kind === 'stop') {
    stopped = true;
    return;
  }
  void ready
    .then(() => work(data))
    // What went wrong is told by its kind alone: its text may quote what lay in a cell.
    .catch(
      (error: unknown): LinkageAnswer => ({ kind: 'failed', why: faultOf(error) ? 'engine' : 'crashed' }),
    )
    .then(tell);
});

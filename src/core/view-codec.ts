import { type AreaCode, areaCode, geographyOf, type Territory } from './area.ts';
import { periodBeside, periodsOfUnit } from './counted-units.ts';
import { hasGeography, type Manifest } from './dataset.ts';
import { DIMENSIONS, type DimensionId } from './dimension.ts';
import { indicators, unitOfIndicator } from './indicator.ts';
import {
  hotspotsText,
  joined,
  linksText,
  methodText,
  readClasses,
  readHotspots,
  readLinks,
  readMethod,
  readTexts,
} from './link-part.ts';
import { isMethodVersion, METHOD_VERSION, type MethodVersion } from './method-version.ts';
import { type Period, parsePeriod } from './period.ts';
import { isAnswerable } from './prevalence-sums.ts';
import type { Problem, Result } from './problem.ts';
import { KINDS, QUESTION_KINDS, questionPart } from './question-kinds.ts';
import type { QuestionContext } from './question-rule.ts';
import { indicatorAmong } from './region-classes.ts';
import { homeRoom, isAskedIn } from './room-rules.ts';
import { unitOf } from './unit.ts';
import {
  type ClassFilter,
  type Hotspots,
  type Question,
  type QuestionKind,
  ROOMS,
  SINGLE,
  type View,
} from './view.ts';

/** What of a view may not fit a dataset; `unknown` is a key that this version does not know. */
export type ViewPart =
  | 'indicator'
  | 'measure'
  | 'level'
  | 'period'
  | 'classes'
  | 'filters'
  | 'districts'
  | 'selection'
  | 'lock'
  | 'small'
  | Exclude<QuestionKind, 'single'>
  | 'hotspots'
  | 'room'
  | 'method'
  | 'unknown';

const VERSION = 'v2';
/** Text of a version before rooms and methods is read as well. */
const VERSIONS = ['v1', VERSION];
/** By which everything was computed before a text said so. */
const FIRST_METHOD: MethodVersion = 1;
/** Longer text is no link of ours. */
const MOST_CHARACTERS = 2_000_000;

/**
 * A view as short text that stands in an address without escapes, for instance
 * `v2;i=wasting;p=2026-10;c=bands;poverty=1,2;sel=53.71.01.1001`. It holds codes and numbers only, never a count or a
 * name. What is as usual is left out: villages, rates, no filter, locked classes, nothing selected, laid over or
 * compared. A filter of no class is left out, which means the same.
 */
export function encodeView(view: View): string {
  const { filters } = view;
  const parts: (readonly [key: string, value: string])[] = [
    ...(view.room === homeRoom(view) ? [] : [['r', view.room] as const]),
    ['i', view.indicator],
    ['p', view.period],
    ['c', methodText(view.classification)],
    ['by', String(view.method)],
  ];
  if (view.measure !== 'rate') parts.push(['m', view.measure]);
  if (view.level !== 'village') parts.push(['l', view.level]);
  for (const dimension of DIMENSIONS) {
    const classes = filters.classes[dimension] ?? [];
    if (classes.length > 0) parts.push([dimension, joined(classes)]);
  }
  if (filters.districts.length > 0) parts.push(['in', joined(filters.districts)]);
  if (!view.classesLocked) parts.push(['lock', '0']);
  if (view.showSmallRates) parts.push(['small', '1']);
  const asked = questionPart(view);
  if (asked) parts.push(asked);
  if (view.burden) parts.push(['burden', '1']);
  if (view.hotspots) {
    parts.push(['hot', hotspotsText(view.hotspots)]);
    for (const kind of ['added', 'cut'] as const) {
      const links = linksText(view.hotspots.edits, kind);
      if (links !== '') parts.push([kind, links]);
    }
  }
  if (view.selected.length > 0) parts.push(['sel', joined(view.selected)]);
  return [VERSION, ...parts.map(([key, value]) => `${key}=${value}`)].join(';');
}

/** By key the text of a view, or the problem that keeps all of it from being read. */
function partsOf(text: string): Map<string, string> | Problem {
  const unreadable: Problem = { code: 'link/unreadable', severity: 'error' };
  if (text.length > MOST_CHARACTERS) return unreadable;
  const [version = '', ...rest] = text.split(';');
  if (!VERSIONS.includes(version)) {
    return /^v\d{1,6}$/.test(version) ? { code: 'link/other-version', severity: 'error' } : unreadable;
  }
  const parts = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf('=');
    if (at < 1) parts.set(part, '');
    else parts.set(part.slice(0, at), part.slice(at + 1));
  }
  parts.delete('');
  return parts;
}

/** The period that the text of a view names, whether or not any data have it; null where it names none. */
export function periodNamed(text: string): Period | null {
  const parts = partsOf(text);
  return parts instanceof Map ? parsePeriod(parts.get('p') ?? '') : null;
}

/** Takes parts out by their key, and remembers which did not fit. */
function createPartReader(parts: Map<string, string>) {
  const left = new Set<ViewPart>();
  return {
    /** What the part says, or null where it is absent or does not fit. */
    take<Value>(key: string, part: ViewPart, read: (text: string) => Value | null): Value | null {
      const text = parts.get(key);
      parts.delete(key);
      if (text === undefined) return null;
      const value = read(text);
      if (value === null) left.add(part);
      return value;
    },
    leave: (part: ViewPart) => void left.add(part),
    /** What was left out, whatever else stands in the text included. */
    leftOut(): readonly ViewPart[] {
      if (parts.size > 0) left.add('unknown');
      return [...left];
    },
  };
}

type PartReader = ReturnType<typeof createPartReader>;

/** A filter goes as a whole where one of its classes is unknown: half of it would be another question. */
function readFilters(reader: PartReader, manifest: Manifest, territory: Territory): View['filters'] {
  const classes: { [D in DimensionId]?: readonly string[] } = {};
  for (const dimension of DIMENSIONS) {
    const crossed = manifest.tables.some(
      (table) => unitOf(table) === 'child' && table.dimensions.includes(dimension),
    );
    const chosen = reader.take(dimension, 'filters', (text) =>
      crossed ? readClasses(text, dimension) : null,
    );
    if (chosen) classes[dimension] = chosen;
  }
  const districts = reader.take('in', 'districts', (text) => {
    const codes = readTexts(text)?.map(areaCode);
    return codes?.every((code) => territory.districts.indexOf.has(code)) ? codes : null;
  });
  return { classes: classes as ClassFilter, districts: districts ?? [] };
}

/** Codes of the level; those it has not are left out one by one. */
function readSelected(reader: PartReader, territory: Territory, level: View['level']): readonly AreaCode[] {
  const { indexOf } = geographyOf(territory, level);
  const codes = reader.take('sel', 'selection', readTexts)?.map(areaCode) ?? [];
  const known = codes.filter((code) => indexOf.has(code));
  if (known.length < codes.length) reader.leave('selection');
  return known;
}

/** Its links by hand go as a whole where one names an area that is not there. */
function readHotspotParts(reader: PartReader, territory: Territory): Hotspots | null {
  const hotspots = reader.take('hot', 'hotspots', readHotspots);
  const known = (code: string) => territory.villages.indexOf.has(areaCode(code));
  const edits = (['added', 'cut'] as const).flatMap(
    (kind) => reader.take(kind, 'hotspots', (text) => readLinks(text, kind, known)) ?? [],
  );
  return hotspots && { ...hotspots, edits };
}

/** The first that is asked; a text of several is none of ours, and the others are left out. */
function readQuestion(reader: PartReader, measure: View['measure'], context: QuestionContext): Question {
  let question: Question = SINGLE;
  for (const kind of KINDS) {
    const { part } = QUESTION_KINDS[kind];
    if (part === null || kind === 'single') continue;
    const found: Question | null = reader.take(part.key, kind, (text) =>
      measure === 'rate' && question.kind === 'single' ? part.read(text, context) : null,
    );
    if (found) question = found;
  }
  return question;
}

function readMethodVersion(text: string): MethodVersion | null {
  const version = Number(text);
  return isMethodVersion(version) ? version : null;
}

function oneOf<Value extends string>(...values: readonly Value[]): (text: string) => Value | null {
  return (text) => values.find((value) => value === text) ?? null;
}

/**
 * Reads what encodeView wrote, against a dataset: decodeView(encodeView(view)) is the view, wherever the view fits.
 * Any text may be given; none throws.
 *
 * A part that is broken, unknown, or does not fit the dataset is left out and reported (`link/left-out`, with its
 * ViewPart as detail.part); the rest holds. Instead of an indicator or period left out that of `otherwise` is taken,
 * instead of classes the indicator's bands or five quantiles. Text of another version, or that is no view at all, is
 * refused as a whole.
 * @param otherwise a view that fits the dataset.
 * @param hasSecond whether a second source lies beside the dataset; a link carries no data, and cannot bring one.
 */
export function decodeView(
  text: string,
  manifest: Manifest,
  territory: Territory,
  otherwise: View,
  hasSecond = false,
): Result<View> {
  const parts = partsOf(text);
  if (!(parts instanceof Map)) return { ok: false, problems: [parts] };
  const isFirst = text.startsWith('v1');
  const reader = createPartReader(parts);
  const known = indicators(manifest.extremePovertyDecile).filter((one) => isAnswerable(manifest, one));
  for (const [key, part] of [
    ['i', 'indicator'],
    ['p', 'period'],
  ] as const)
    if (!parts.has(key)) reader.leave(part);

  const named =
    reader.take('i', 'indicator', (id) => known.find((one) => one.id === id)?.id ?? null) ??
    otherwise.indicator;
  const unit = unitOfIndicator(named);
  const periodOf = (id: string): Period | null =>
    periodsOfUnit(manifest, unit).find((entry) => entry.id === parsePeriod(id))?.id ?? null;
  const measure = reader.take('m', 'measure', oneOf('rate', 'count')) ?? 'rate';
  const period = reader.take('p', 'period', periodOf) ?? periodBeside(manifest, unit, otherwise.period);
  const level = reader.take('l', 'level', oneOf('village', 'district')) ?? 'village';
  const question = readQuestion(reader, measure, { indicator: named, period, known, periodOf, hasSecond });
  const indicator = question.kind === 'regions' ? indicatorAmong(question, named) : named;
  if (indicator !== named) reader.leave('indicator');
  const bandsKnown =
    measure === 'rate' && (known.find((one) => one.id === indicator)?.bands ?? null) !== null;
  const method = reader.take('c', 'classes', (chosen) => readMethod(chosen, bandsKnown));
  const marked = readHotspotParts(reader, territory);
  const carried = QUESTION_KINDS[question.kind].carriesHotspots && hasGeography(manifest);
  const hotspots = carried ? marked : null;
  if (hotspots !== marked) reader.leave('hotspots');
  const home = homeRoom({ question, hotspots });
  const room = reader.take('r', 'room', (id) => {
    const named = ROOMS.find((one) => one === id);
    return named !== undefined && isAskedIn(named, { question, hotspots }) ? named : null;
  });
  const view: View = {
    version: 2,
    method: reader.take('by', 'method', readMethodVersion) ?? (isFirst ? FIRST_METHOD : METHOD_VERSION),
    room: room ?? home,
    level,
    indicator,
    measure,
    period,
    filters: readFilters(reader, manifest, territory),
    classification: method ?? (bandsKnown ? { kind: 'bands' } : { kind: 'quantile', classes: 5 }),
    classesLocked: reader.take('lock', 'lock', oneOf('0', '1')) !== '0',
    showSmallRates:
      reader.take('small', 'small', (flag) =>
        manifest.tier === 'release' && flag === '1' ? null : oneOf('0', '1')(flag),
      ) === '1',
    question,
    hotspots,
    burden: reader.take('burden', 'hotspots', oneOf('0', '1')) === '1',
    selected: readSelected(reader, territory, level),
  };
  const problems = reader
    .leftOut()
    .map((part): Problem => ({ code: 'link/left-out', severity: 'warning', detail: { part } }));
  return { ok: true, value: view, problems };
}

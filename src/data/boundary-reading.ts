import type { MultiPolygon, Polygon } from 'geojson';
import { type AreaCode, areaCode } from '#core/area.ts';
import { type CodeSystem, dottedCode } from '#core/area-codes.ts';
import { type AreaList, regencyName } from '#core/area-list.ts';
import { normalizeVillageName } from '#core/area-names.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import { columnsOf, type PropertyColumns, personalIn } from './boundary-columns.ts';
import { figureProperties, propertySheet } from './boundary-figures.ts';
import { checkGeometry, type GeometryCheck } from './boundary-geometry.ts';
import { upperLevelOf } from './boundary-level.ts';
import { matchNames } from './boundary-matching.ts';
import { type CodedPart, joinParts } from './boundary-parts.ts';
import {
  type CodeProperty,
  codeProperties,
  damagedCodes,
  type NameProperties,
  nameProperties,
  splitCodeProperty,
  writtenIn,
} from './boundary-property.ts';
import type { BoundaryAnswers, BoundaryQuestion } from './boundary-question.ts';
import { agreedNames, decidedSystem, knownNames } from './boundary-system.ts';
import { coordinateFault, isOutsideProvince } from './coordinate-fault.ts';
import { searchOf } from './country-list.ts';
import { parseGeojson, type RawCollection, type RawFeature } from './geojson-text.ts';
import type { RawSheet } from './raw-table.ts';

/** One village as a boundary file gives it. Kemendagri codes are dotted, BPS codes are ten digits. */
export interface BoundaryArea {
  readonly code: AreaCode;
  /** The same village in the other system, where the file has both. */
  readonly alternateCode: AreaCode | null;
  readonly name: string;
  readonly districtCode: AreaCode;
  readonly districtName: string | null;
  readonly geometry: Polygon | MultiPolygon;
}

export interface BoundaryReading {
  readonly codeSystem: CodeSystem;
  /** Which properties were taken for what, to be shown to the reader. */
  readonly properties: {
    readonly code: string;
    readonly name: string | null;
    readonly district: string | null;
  };
  /** Names of the regencies that the areas lie in, from the country's list or the file; [] where neither knows. */
  readonly regencies: readonly string[];
  readonly features: readonly BoundaryArea[];
}

/** Boundaries as far as they could be read, and what the reader has still to say. */
export interface BoundaryOutcome {
  /** Null where the file is refused, or waits for an answer. */
  readonly reading: BoundaryReading | null;
  readonly questions: readonly BoundaryQuestion[];
  readonly problems: readonly Problem[];
  /** Properties with figures, as a table to be read for itself; null where there are none. */
  readonly table: RawSheet | null;
}

/** What reading boundaries may lean on besides the file. */
export interface BoundaryContext {
  /** The country's list; null where it could not be had. */
  readonly list: AreaList | null;
  readonly answers: BoundaryAnswers;
}

const MOST_FEATURES = 200_000;
const MOST_VERTICES = 20_000_000;
/** So many problems of one kind are listed one by one; the rest are counted. */
const LISTED = 50;

function refusal(
  code: ProblemCode,
  detail?: Problem['detail'],
  ...others: readonly Problem[]
): BoundaryOutcome {
  return refused({ code, severity: 'error', ...(detail ? { detail } : {}) }, ...others);
}

function refused(...problems: readonly Problem[]): BoundaryOutcome {
  return { reading: null, questions: [], problems, table: null };
}

/** Problems of single features, set aside one by one; where none remains, the first kind refuses the file. */
function setAside(
  found: readonly { readonly code: ProblemCode; readonly feature: number; readonly found: string }[],
  all: boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<ProblemCode, number>();
  for (const { code, feature, found: what } of found) {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    if (count <= LISTED)
      problems.push({ code, severity: 'row', at: { row: feature + 1 }, detail: { found: what } });
  }
  for (const [code, count] of seen) {
    if (all) problems.unshift({ code, severity: 'error', detail: { count } });
    else if (count > LISTED) problems.push({ code, severity: 'row', detail: { count: count - LISTED } });
  }
  return problems;
}

function codeText(digits: string, system: CodeSystem): AreaCode {
  return areaCode(system === 'kemendagri' ? dottedCode(digits) : digits);
}

/** What is written of each feature, and what the list says of its code. */
interface Naming {
  readonly columns: PropertyColumns;
  readonly names: NameProperties;
  readonly code: CodeProperty;
  readonly other: CodeProperty | undefined;
  readonly list: AreaList | null;
  /** The codes were found by the names: those of the list are written as it writes them. */
  readonly byName: boolean;
}

function nameOf(k: number, digits: string, { columns, names, code, list, byName }: Naming): string {
  const official = byName ? list?.byCode.get(digits)?.name : undefined;
  return official ?? (writtenIn(columns, names.village, k) || codeText(digits, code.system));
}

function areaOf({ feature: k, digits, name, geometry }: CodedPart, naming: Naming): BoundaryArea {
  const { columns, names, code, other, list, byName } = naming;
  const alternate = other?.digits[k] ?? '';
  const full = codeText(digits, code.system);
  const listed =
    code.system === 'kemendagri' ? list?.districtByCode.get(digits.slice(0, 6))?.name : undefined;
  const written = writtenIn(columns, names.district, k);
  return {
    code: full,
    alternateCode: alternate === '' || !other ? null : codeText(alternate, other.system),
    name,
    districtCode: areaCode(code.system === 'kemendagri' ? full.slice(0, 8) : full.slice(0, 7)),
    districtName: byName ? (listed ?? written) : written || (listed ?? null),
    geometry,
  };
}

/** Features, from 1, of whose geometry something is to be said. */
function geometryNotes(checks: readonly GeometryCheck[]): readonly Problem[] {
  const note = (
    code: ProblemCode,
    severity: Problem['severity'],
    holds: (check: GeometryCheck & { readonly kind: 'polygon' }) => boolean,
  ): readonly Problem[] => {
    const rows = checks.flatMap((check, k) => (check.kind === 'polygon' && holds(check) ? [k + 1] : []));
    const [row] = rows;
    return row === undefined
      ? []
      : [{ code, severity, at: { row }, detail: { count: rows.length, rows: rows.slice(0, 10).join(', ') } }];
  };
  return [
    ...note('geojson/ring-unclosed', 'note', ({ closedRings }) => closedRings > 0),
    ...note('geojson/ring-crossed', 'warning', ({ crossed }) => crossed),
    ...note('geojson/collection-parts', 'warning', ({ leftOut }) => leftOut > 0),
  ];
}

/** How many of the areas bear a name that the list knows in the regency of their number, under whichever code. */
function borneInRegency(areas: readonly BoundaryArea[], list: AreaList): number {
  const key = (digits: string, name: string): string => `${digits.slice(0, 4)} ${normalizeVillageName(name)}`;
  const regencies = new Set(areas.map(({ code }) => code.replaceAll('.', '').slice(0, 4)));
  const known = new Set<string>();
  for (const { digits, name } of list.villages)
    if (regencies.has(digits.slice(0, 4))) known.add(key(digits, name));
  return areas.filter(({ code, name }) => known.has(key(code.replaceAll('.', ''), name))).length;
}

/** What codes and names were taken from, and where they differ from the country's list. */
function namingNotes(
  features: readonly BoundaryArea[],
  { names, code, list, byName }: Naming,
): readonly Problem[] {
  const taken: Problem = {
    code: 'geojson/codes-taken',
    severity: 'note',
    at: { column: code.property },
    detail: { system: code.system, ...(names.village[0] ? { name: names.village[0] } : {}) },
  };
  const nameless = features.filter(({ districtName }) => districtName === null).length;
  const problems: Problem[] = byName ? [] : [taken];
  if (!code.certain) {
    const at = { column: code.property };
    const detail = { taken: code.system };
    problems.push({ code: 'area/code-system-undecided', severity: 'note', at, detail });
  }
  if (nameless > 0)
    problems.push({ code: 'geojson/no-district', severity: 'note', detail: { count: nameless } });
  if (list === null || code.system !== 'kemendagri') return problems;
  const differing = features.filter(({ code: own, name }) => {
    const official = list.byCode.get(own.replaceAll('.', ''))?.name;
    return official !== undefined && normalizeVillageName(official) !== normalizeVillageName(name);
  });
  const unknown = features.filter(({ code: own }) => !list.byCode.has(own.replaceAll('.', '')));
  const some = (areas: readonly BoundaryArea[]): string =>
    areas
      .slice(0, 5)
      .map(({ code: own, name }) => `${name} (${own})`)
      .join('; ');
  if (differing.length > 0) {
    // Names of the same regency under other codes: codes that slipped.
    const elsewhere = borneInRegency(differing, list);
    const detail = { count: differing.length, areas: some(differing), total: features.length };
    const severity = elsewhere * 2 > features.length ? 'warning' : 'note';
    problems.push({ code: 'geojson/names-differ', severity, detail });
  }
  if (unknown.length > 0) {
    const detail = { count: unknown.length, areas: some(unknown), total: features.length };
    problems.push({ code: 'geojson/codes-unlisted', severity: 'note', detail });
  }
  return problems;
}

/** The file as a whole: where its middle feature lies. */
function middleOf(features: readonly RawFeature[]): readonly [x: number, y: number] | null {
  const points = features.flatMap(({ point }) => (point ? [point] : []));
  const middle = (axis: 0 | 1): number => {
    const sorted = points.map((point) => point[axis]).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  };
  return points.length === 0 ? null : [middle(0), middle(1)];
}

function placeFault(
  features: readonly RawFeature[],
  code: CodeProperty | null,
  epsg: number | null,
): Problem | null {
  const middle = middleOf(features);
  const province = code?.digits.find((digits) => digits !== '')?.slice(0, 2) ?? null;
  return middle && coordinateFault(...middle, province, epsg);
}

/** Areas of one province that lie outside it. */
function elsewhere(features: readonly RawFeature[], { digits }: CodeProperty): readonly Problem[] {
  const [province, another] = new Set(digits.filter((code) => code !== '').map((code) => code.slice(0, 2)));
  const middle = middleOf(features);
  if (!middle || province === undefined || another !== undefined) return [];
  if (!isOutsideProvince(...middle, province)) return [];
  const [x, y] = middle.map((value) => Number(value.toFixed(3)));
  return [{ code: 'geojson/elsewhere', severity: 'warning', detail: { x: x ?? 0, y: y ?? 0 } }];
}

/** Personal data in the properties of a boundary file, whatever else is wrong with it. */
export function personalInBoundaries(bytes: Uint8Array): readonly Problem[] {
  const parsed = parseGeojson(bytes);
  if (!parsed.ok) return [];
  const { features, rest } = parsed.value;
  return personalIn(columnsOf(features), features.length, rest);
}

/** Where the codes come from: one property, four joined, or the names. */
interface CodesFound {
  readonly code: CodeProperty | null;
  readonly other: CodeProperty | undefined;
  readonly questions: readonly BoundaryQuestion[];
  readonly problems: readonly Problem[];
  /** Features already spoken of. */
  readonly open: ReadonlySet<number>;
  readonly byName: boolean;
  readonly names: NameProperties;
}

/** Whether codes tell fewer than half of the areas apart that names and kecamatan do: their last digits are gone. */
function repeats(
  { digits }: CodeProperty,
  columns: PropertyColumns,
  names: NameProperties,
  rows: number,
): boolean {
  const named = new Set(
    Array.from({ length: rows }, (_, k) =>
      [names.village, names.district].map((some) => writtenIn(columns, some, k)).join('/'),
    ),
  );
  return named.size > 1 && new Set(digits.filter((code) => code !== '')).size * 2 < named.size;
}

function findCodes(
  columns: PropertyColumns,
  names: NameProperties,
  rows: number,
  { list, answers }: BoundaryContext,
): CodesFound {
  const nothing = {
    other: undefined,
    questions: [],
    problems: [],
    open: new Set<number>(),
    byName: false,
    names,
  };
  const [best, ...others] = codeProperties(columns);
  const repeated = best !== undefined && repeats(best, columns, names, rows);
  const code = (repeated ? undefined : best) ?? splitCodeProperty(columns);
  const damaged: readonly Problem[] = repeated
    ? [{ code: 'geojson/codes-repeat', severity: 'warning', at: { column: best.property } }]
    : [];
  if (code) {
    const decided = decidedSystem(columns, names, code, list, answers);
    const other = others.find(({ system }) => system !== decided.code.system);
    const questions = decided.question ? [decided.question] : [];
    return { ...nothing, code: decided.code, other, questions, problems: damaged };
  }
  const search = list && searchOf(list);
  const level = upperLevelOf(columns, names, list, search);
  if (level !== null)
    return {
      ...nothing,
      code: null,
      problems: [{ code: `geojson/level-${level}`, severity: 'error', detail: { count: rows } }],
    };
  // Without a way around them the codes stand, and say themselves what is wrong.
  if (list === null || search === null) return { ...nothing, code: best ?? null };
  const known = knownNames(columns, names, search);
  const matched = matchNames(columns, known, rows, list, search, answers);
  if (matched === null) return { ...nothing, code: best ?? null };
  const lost = damagedCodes(columns);
  const unreadable: readonly Problem[] =
    lost === null
      ? []
      : [
          {
            code: 'geojson/codes-damaged',
            severity: 'warning',
            at: { column: lost.property },
            detail: { example: lost.example },
          },
        ];
  return {
    ...nothing,
    ...matched,
    problems: [...damaged, ...unreadable, ...matched.problems],
    byName: true,
    names: known,
  };
}

/**
 * Names of the regencies that the areas lie in: from the list where their names are borne in the regency of their
 * number (the systems mostly number regencies alike), else as the file writes them.
 */
function regenciesOf(
  features: readonly BoundaryArea[],
  { columns, names, code, list }: Naming,
): readonly string[] {
  const [property] = names.regency;
  const written = property === undefined ? [] : (columns.get(property) ?? []);
  const stated = [...new Set(written.map((text) => text.trim()).filter((text) => text !== ''))];
  if (list === null) return stated;
  const digits = new Set(features.map(({ code: own }) => own.replaceAll('.', '').slice(0, 4)));
  const borne = code.system === 'kemendagri' || borneInRegency(features, list) * 2 > features.length;
  return borne ? [...digits].flatMap((regency) => regencyName(list, regency) ?? []) : stated;
}

function figuresOf({
  columns,
  names,
  code,
  list,
  byName,
}: Naming): Pick<BoundaryOutcome, 'table' | 'problems'> {
  const figures = figureProperties(columns);
  if (figures.length === 0) return { table: null, problems: [] };
  const detail = { columns: figures.join(', ').slice(0, 200), count: figures.length };
  const [property] = names.village;
  const found =
    byName && property !== undefined
      ? {
          property,
          codes: code.digits.map((digits) => (digits === '' ? '' : dottedCode(digits))),
          names: code.digits.map((digits) => list?.byCode.get(digits)?.name ?? ''),
        }
      : null;
  return {
    table: propertySheet(columns, found),
    problems: [{ code: 'geojson/figures', severity: 'note', detail }],
  };
}

/**
 * Boundaries of villages from a collection in degrees, of any property names. Refused whole: personal data,
 * coordinates outside Indonesia, areas that are not villages, no codes and no names in the country's list, a code
 * over two areas. Set aside one by one: features that are no polygon, lie elsewhere, or have no code. Asked: a system
 * that nothing decides, names that are not borne once in their district.
 */
export function boundariesIn(
  { features: raw, epsg, rest }: RawCollection,
  context: BoundaryContext,
): BoundaryOutcome {
  if (raw.length > MOST_FEATURES)
    return refusal('file/too-large', { features: raw.length, most: MOST_FEATURES });
  const columns = columnsOf(raw);
  const personal = personalIn(columns, raw.length, rest);
  if (personal.length > 0) return refused(...personal);
  const written = nameProperties(columns);
  const found = findCodes(columns, written, raw.length, context);
  const { code, other } = found;
  const misplaced = placeFault(raw, code, epsg);
  if (misplaced) return refused(misplaced);
  const checks = raw.map(({ geometry }) => checkGeometry(geometry));
  const vertices = checks.reduce((sum, check) => sum + (check.kind === 'polygon' ? check.vertices : 0), 0);
  if (vertices > MOST_VERTICES) return refusal('file/too-large', { vertices, most: MOST_VERTICES });
  const faults = checks.flatMap((check, feature) => {
    if (check.kind === 'refused') return [{ code: check.code, feature, found: check.found }];
    if (!check.inside) return [{ code: 'geojson/outside-indonesia' as const, feature, found: 'outside' }];
    return code && code.digits[feature] === '' && !found.open.has(feature)
      ? [{ code: 'geojson/no-code-property' as const, feature, found: '' }]
      : [];
  });
  if (faults.length === raw.length) return refused(...setAside(faults, true));
  if (!code) {
    const properties = [...columns.keys()].join(', ').slice(0, 200);
    return found.problems.length > 0
      ? refused(...found.problems)
      : refusal('geojson/no-code-property', { properties });
  }
  const asked = found.questions.filter(({ blocking }) => blocking).map(({ message }) => message);
  if (asked.length > 0) return { ...refused(...asked), questions: found.questions };
  const bad = new Set(faults.map(({ feature }) => feature));
  const names = found.byName ? found.names : agreedNames(columns, written, code, context.list);
  const naming: Naming = { columns, names, code, other, list: context.list, byName: found.byName };
  const parts = checks.flatMap((check, k): readonly CodedPart[] => {
    const digits = code.digits[k] ?? '';
    if (bad.has(k) || check.kind !== 'polygon' || digits === '') return [];
    return [{ feature: k, digits, name: nameOf(k, digits, naming), geometry: check.geometry }];
  });
  const joined = joinParts(parts);
  const twice = joined.problems.filter(({ severity }) => severity === 'error');
  if (twice.length > 0) return refused(...twice);
  if (joined.parts.length === 0) return { ...refused(...found.problems), questions: found.questions };
  const features = joined.parts.map((part) => areaOf(part, naming));
  const figures = figuresOf(naming);
  return {
    reading: {
      codeSystem: code.system,
      properties: {
        code: code.property,
        name: names.village[0] ?? null,
        district: names.district[0] ?? null,
      },
      regencies: regenciesOf(features, naming),
      features,
    },
    questions: found.questions,
    problems: [
      ...setAside(faults, false),
      ...found.problems,
      ...joined.problems,
      ...geometryNotes(checks),
      ...elsewhere(raw, code),
      ...namingNotes(features, naming),
      ...figures.problems,
    ],
    table: figures.table,
  };
}

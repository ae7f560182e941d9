import { type CodeSystem, dottedCode } from '#core/area-codes.ts';
import type { AreaList } from '#core/area-list.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';
import { columnsOf, type PropertyColumns, personalIn, withSplitTexts } from './boundary-columns.ts';
import { figureProperties, propertySheet } from './boundary-figures.ts';
import { checkGeometry, type GeometryCheck } from './boundary-geometry.ts';
import { upperLevelOf } from './boundary-level.ts';
import { matchNames } from './boundary-matching.ts';
import {
  areaOf,
  type BoundaryArea,
  type Naming,
  nameOf,
  namingNotes,
  regenciesOf,
} from './boundary-naming.ts';
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
import { leanGeojson } from './geojson-coordinates.ts';
import { parseGeojson, type RawCollection, type RawFeature } from './geojson-text.ts';
import type { RawSheet } from './raw-table.ts';

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
  // Only what stands beside the coordinates is looked at.
  const parsed = parseGeojson(leanGeojson(bytes)?.rest ?? bytes);
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

/** Names that are all of kecamatan and of kelurahan: the reader knows which the polygons are. */
function levelQuestion(message: Problem): BoundaryQuestion {
  const option = (id: string) => ({ id, label: id, follows: {} });
  return {
    id: 'level',
    about: 'level',
    blocking: true,
    options: [option('district'), option('village')],
    message,
  };
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
  const upper = upperLevelOf(columns, names, list, search);
  const said = upper?.certain === false ? answers.get('level') : undefined;
  if (upper !== null && said !== 'village') {
    const refusal: Problem = {
      code: `geojson/level-${upper.level}`,
      severity: 'error',
      detail: { count: rows },
    };
    const open: Problem = { code: 'geojson/level-open', severity: 'error', detail: { count: rows } };
    const asks = !upper.certain && said === undefined;
    return {
      ...nothing,
      code: null,
      questions: asks ? [levelQuestion(open)] : [],
      problems: [asks ? open : refusal],
    };
  }
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
  const given = columnsOf(raw);
  const personal = personalIn(given, raw.length, rest);
  if (personal.length > 0) return refused(...personal);
  const columns = withSplitTexts(given);
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
      ? { ...refused(...found.problems), questions: found.questions }
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

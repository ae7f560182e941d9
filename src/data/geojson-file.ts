import type { MultiPolygon, Polygon } from 'geojson';
import { type AreaCode, areaCode } from '#core/area.ts';
import { type CodeSystem, dottedCode } from '#core/area-codes.ts';
import { identityNumberIn } from '#core/identity-number.ts';
import { findPersonalData, personalProblems } from '#core/personal-data.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import { checkGeometry, type GeometryCheck } from './boundary-geometry.ts';
import {
  type CodeProperty,
  codeProperties,
  districtNameProperty,
  type PropertyColumns,
  villageNameProperty,
} from './boundary-property.ts';
import { coordinateFault } from './coordinate-fault.ts';
import { parseGeojson, type RawCollection, type RawFeature } from './geojson-text.ts';

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
  readonly features: readonly BoundaryArea[];
}

const MOST_FEATURES = 200_000;
const MOST_VERTICES = 20_000_000;
/** So many problems of one kind are listed one by one; the rest are counted. */
const LISTED = 50;

function refusal(
  code: ProblemCode,
  detail?: Problem['detail'],
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ code, severity: 'error', ...(detail ? { detail } : {}) }] };
}

/** Property values by feature, whatever they are called. */
export function columnsOf(features: readonly RawFeature[]): PropertyColumns {
  const columns = new Map<string, string[]>();
  for (const [k, { properties }] of features.entries()) {
    for (const [key, value] of properties) {
      let column = columns.get(key);
      if (!column) {
        column = new Array<string>(features.length).fill('');
        columns.set(key, column);
      }
      column[k] = value;
    }
  }
  return columns;
}

/** Personal data in properties, and in whatever else the file says of itself. */
export function personalIn(columns: PropertyColumns, rows: number, rest: string): readonly Problem[] {
  const header = [...columns.keys()];
  const values = [...columns.values()];
  const table = Array.from({ length: rows }, (_, k) => values.map((column) => column[k] ?? ''));
  const problems = personalProblems(findPersonalData({ header, rows: table }, { rowShape: false }), {});
  if (identityNumberIn(rest)?.form !== 'whole') return problems;
  return [...problems, { code: 'personal/identifier', severity: 'error', detail: { count: 1 } }];
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

function duplicates(digits: readonly string[], kept: readonly number[]): readonly Problem[] {
  const byCode = new Map<string, number[]>();
  for (const k of kept) {
    const code = digits[k] ?? '';
    const list = byCode.get(code);
    if (list) list.push(k + 1);
    else byCode.set(code, [k + 1]);
  }
  return [...byCode]
    .filter(([, features]) => features.length > 1)
    .slice(0, LISTED)
    .map(([area, features]) => ({
      code: 'geojson/duplicate-code' as const,
      severity: 'error' as const,
      at: { row: features[0] ?? 1, area },
      detail: { features: features.slice(0, 10).join(', '), count: features.length },
    }));
}

function codeText(digits: string, system: CodeSystem): AreaCode {
  return areaCode(system === 'kemendagri' ? dottedCode(digits) : digits);
}

function areaOf(
  k: number,
  columns: PropertyColumns,
  names: { readonly village: string | null; readonly district: string | null },
  code: CodeProperty,
  other: CodeProperty | undefined,
  geometry: Polygon | MultiPolygon,
): BoundaryArea {
  const digits = code.digits[k] ?? '';
  const alternate = other?.digits[k] ?? '';
  const written = (property: string | null): string =>
    property === null ? '' : (columns.get(property)?.[k] ?? '').trim();
  const full = codeText(digits, code.system);
  return {
    code: full,
    alternateCode: alternate === '' || !other ? null : codeText(alternate, other.system),
    name: written(names.village) || full,
    districtCode: areaCode(code.system === 'kemendagri' ? full.slice(0, 8) : full.slice(0, 7)),
    districtName: written(names.district) || null,
    geometry,
  };
}

function notes(
  checks: readonly GeometryCheck[],
  features: readonly BoundaryArea[],
  code: CodeProperty,
): readonly Problem[] {
  const problems: Problem[] = [];
  const unclosed = checks.flatMap((check, k) =>
    check.kind === 'polygon' && check.closedRings > 0 ? [k + 1] : [],
  );
  if (unclosed[0] !== undefined) {
    problems.push({
      code: 'geojson/ring-unclosed',
      severity: 'note',
      at: { row: unclosed[0] },
      detail: { count: unclosed.length },
    });
  }
  const nameless = features.filter(({ districtName }) => districtName === null).length;
  if (nameless > 0)
    problems.push({ code: 'geojson/no-district', severity: 'note', detail: { count: nameless } });
  if (!code.certain) {
    const at = { column: code.property };
    problems.push({
      code: 'area/code-system-undecided',
      severity: 'note',
      at,
      detail: { taken: code.system },
    });
  }
  return problems;
}

/** The file as a whole: where its middle feature lies. */
function placeFault(
  features: readonly RawFeature[],
  code: CodeProperty | undefined,
  epsg: number | null,
): Problem | null {
  const points = features.flatMap(({ point }) => (point ? [point] : []));
  const middle = (axis: 0 | 1): number => {
    const sorted = points.map((point) => point[axis]).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  };
  const province = code?.digits.find((digits) => digits !== '')?.slice(0, 2) ?? null;
  return points.length === 0 ? null : coordinateFault(middle(0), middle(1), province, epsg);
}

/** Personal data in the properties of a boundary file, whatever else is wrong with it. */
export function personalInBoundaries(bytes: Uint8Array): readonly Problem[] {
  const parsed = parseGeojson(bytes);
  if (!parsed.ok) return [];
  const { features, rest } = parsed.value;
  return personalIn(columnsOf(features), features.length, rest);
}

/**
 * Boundaries of villages from GeoJSON already taken apart, of any property names. Refused whole:
 * personal data, coordinates that are not degrees in Indonesia, no codes, a code twice. Set aside one by one: features
 * that are no polygon, lie elsewhere or have no code.
 */
export function boundariesIn({ features: raw, epsg, rest }: RawCollection): Result<BoundaryReading> {
  if (raw.length > MOST_FEATURES)
    return refusal('file/too-large', { features: raw.length, most: MOST_FEATURES });
  const columns = columnsOf(raw);
  const personal = personalIn(columns, raw.length, rest);
  if (personal.length > 0) return { ok: false, problems: personal };
  const [code, ...others] = codeProperties(columns);
  const misplaced = placeFault(raw, code, epsg);
  if (misplaced) return { ok: false, problems: [misplaced] };
  const checks = raw.map(({ geometry }) => checkGeometry(geometry));
  const vertices = checks.reduce((sum, check) => sum + (check.kind === 'polygon' ? check.vertices : 0), 0);
  if (vertices > MOST_VERTICES) return refusal('file/too-large', { vertices, most: MOST_VERTICES });
  const faults = checks.flatMap((check, feature) => {
    if (check.kind === 'refused') return [{ code: check.code, feature, found: check.found }];
    if (!check.inside) return [{ code: 'geojson/outside-indonesia' as const, feature, found: 'outside' }];
    return code && code.digits[feature] === ''
      ? [{ code: 'geojson/no-code-property' as const, feature, found: '' }]
      : [];
  });
  if (faults.length === raw.length) return { ok: false, problems: setAside(faults, true) };
  if (!code)
    return refusal('geojson/no-code-property', { properties: [...columns.keys()].join(', ').slice(0, 200) });
  const bad = new Set(faults.map(({ feature }) => feature));
  const kept = raw.flatMap((_, k) => (bad.has(k) ? [] : [k]));
  const repeated = duplicates(code.digits, kept);
  if (repeated.length > 0) return { ok: false, problems: repeated };
  const names = { village: villageNameProperty(columns), district: districtNameProperty(columns) };
  const other = others.find(({ system }) => system !== code.system);
  const features = kept.flatMap((k) => {
    const check = checks[k];
    return check?.kind === 'polygon' ? [areaOf(k, columns, names, code, other, check.geometry)] : [];
  });
  const problems = [...setAside(faults, false), ...notes(checks, features, code)];
  const properties = { code: code.property, name: names.village, district: names.district };
  return { ok: true, value: { codeSystem: code.system, properties, features }, problems };
}

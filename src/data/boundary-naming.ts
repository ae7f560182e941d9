import type { MultiPolygon, Polygon } from 'geojson';
import { type AreaCode, areaCode } from '#core/area.ts';
import { type CodeSystem, dottedCode } from '#core/area-codes.ts';
import { type AreaList, regencyName } from '#core/area-list.ts';
import { normalizeVillageName } from '#core/area-names.ts';
import type { Problem } from '#core/problem.ts';
import type { PropertyColumns } from './boundary-columns.ts';
import type { CodedPart } from './boundary-parts.ts';
import { type CodeProperty, type NameProperties, plainCode, writtenIn } from './boundary-property.ts';

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

function codeText(digits: string, system: CodeSystem): AreaCode {
  return areaCode(system === 'kemendagri' ? dottedCode(digits) : digits);
}

/** What is written of each feature, and what the list says of its code. */
export interface Naming {
  readonly columns: PropertyColumns;
  readonly names: NameProperties;
  readonly code: CodeProperty;
  readonly other: CodeProperty | undefined;
  readonly list: AreaList | null;
  /** The codes were found by the names: those of the list are written as it writes them. */
  readonly byName: boolean;
}

export function nameOf(k: number, digits: string, { columns, names, code, list, byName }: Naming): string {
  const official = code.system === 'kemendagri' ? list?.byCode.get(digits)?.name : undefined;
  const written = writtenIn(columns, names.village, k);
  const isCode = plainCode(written).replaceAll('.', '') === digits;
  if (byName || written === '' || isCode) return official ?? codeText(digits, code.system);
  return written;
}

export function areaOf({ feature: k, digits, name, geometry }: CodedPart, naming: Naming): BoundaryArea {
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
export function namingNotes(
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

/**
 * Names of the regencies that the areas lie in: from the list where their names are borne in the regency of their
 * number (the systems mostly number regencies alike), else as the file writes them.
 */
export function regenciesOf(
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

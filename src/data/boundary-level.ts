import { readCode } from '#core/area-codes.ts';
import type { AreaList, ListNames } from '#core/area-list.ts';
import { normalizeDistrictName } from '#core/area-names.ts';
import type { PropertyColumns } from './boundary-columns.ts';
import { type NameProperties, plainCode } from './boundary-property.ts';

/** What larger areas a file holds instead of villages. */
export type UpperLevel = 'district' | 'regency' | 'province';

const SHARE = 0.9;

function levelOfDigits(length: number): UpperLevel | null {
  return length === 6 || length === 7
    ? 'district'
    : length === 4
      ? 'regency'
      : length === 2
        ? 'province'
        : null;
}

/** '5371010000' is the district 537101 in full length, or 5371010 of BPS: both are districts. */
function withoutZeros(digits: string): string {
  return digits.replace(/(?:0{8}|0{6}|0{4}|0{3})$/, '');
}

/** The level of a column of codes that tell every feature from every other; null for any other column. */
function levelOfCodes(values: readonly string[], list: AreaList | null): UpperLevel | null {
  const digits = values.flatMap((value) => {
    const code = readCode(plainCode(value));
    if (code.kind === 'upper') return [code.digits];
    const full = code.kind === 'dotted' || code.kind === 'digits' ? code.digits : '';
    return full.endsWith('000') ? [withoutZeros(full)] : [];
  });
  const filled = values.filter((value) => value.trim() !== '').length;
  if (digits.length === 0 || digits.length < SHARE * filled || filled * 2 < values.length) return null;
  if (new Set(digits).size < SHARE * digits.length) return null;
  const [level, other] = new Set(digits.map(({ length }) => levelOfDigits(length)));
  if (level === undefined || level === null || other !== undefined) return null;
  const known = digits.every((code) => list === null || list.regencies.has(code.slice(0, 4)));
  return known ? level : null;
}

function share(values: readonly string[], fits: (text: string) => boolean): number {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}

/** Whether the names are also borne by villages of one regency. */
function areVillages(names: readonly string[], search: ListNames): boolean {
  const filled = names.filter((name) => name.trim() !== '');
  const borne = new Map<string, number>();
  for (const name of filled)
    for (const regency of new Set(search.named(name).map(({ digits }) => digits.slice(0, 4))))
      borne.set(regency, (borne.get(regency) ?? 0) + 1);
  return [...borne.values()].some((count) => count >= SHARE * filled.length);
}

/** `certain` is false where the names are those of villages of one regency as well. */
export interface LevelFound {
  readonly level: UpperLevel;
  readonly certain: boolean;
}

/**
 * Tells boundaries of districts, regencies or provinces for what they are: by codes of theirs that number every
 * feature, or by names that are all those of districts or regencies and each stand once. Null for anything else.
 */
export function upperLevelOf(
  columns: PropertyColumns,
  names: NameProperties,
  list: AreaList | null,
  search: ListNames | null,
): LevelFound | null {
  const rows = [...columns.values()][0]?.length ?? 0;
  const filled = (property: string): number =>
    (columns.get(property) ?? []).filter((text) => /\p{L}/u.test(text)).length;
  if (names.village.slice(0, names.sure).some((property) => filled(property) * 2 >= rows)) return null;
  const levels = [...columns.values()].flatMap((values) => levelOfCodes(values, list) ?? []);
  const order: readonly UpperLevel[] = ['district', 'regency', 'province'];
  const byCode = order.find((level) => levels.includes(level));
  if (byCode !== undefined) return { level: byCode, certain: true };
  if (search === null || rows < 2) return null;
  const texts = (property: string): readonly string[] => columns.get(property) ?? [];
  const once = (property: string): boolean => {
    const values = texts(property).filter((text) => text.trim() !== '');
    return values.length * 2 >= rows && new Set(values.map(normalizeDistrictName)).size === values.length;
  };
  const loose = names.village.slice(names.sure);
  /** Nothing beside the upper name tells the features apart by another. */
  const alone = (property: string): boolean =>
    loose.every((other) => share(texts(other), (text) => texts(property).includes(text)) >= SHARE);
  const [bearers, fits, level] =
    names.district.length > 0
      ? ([names.district, search.isDistrict, 'district'] as const)
      : ([[...names.regency, ...loose], search.isRegency, 'regency'] as const);
  const held = (properties: readonly string[], known: (name: string) => boolean): boolean =>
    properties.some(
      (property) => once(property) && alone(property) && share(texts(property), known) >= SHARE,
    );
  if (held(bearers, fits)) return { level, certain: true };
  if (names.district.length > 0 || !held(loose, search.isDistrict)) return null;
  const both = loose.some((property) => areVillages(texts(property), search));
  return { level: 'district', certain: !both };
}

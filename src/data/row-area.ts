import type { AreaCode, AreaIndex, Territory } from '#core/area.ts';
import { type CodeSystem, readCode, type TerritoryCodes, territoryCodes } from '#core/area-codes.ts';
import {
  decisionKey,
  matchDistricts,
  matchVillageName,
  type NameIndex,
  type NameMatch,
  nameIndex,
  normalizeVillageName,
  suggestVillages,
  writtenParts,
} from '#core/area-names.ts';
import type { Problem } from '#core/problem.ts';
import { type Answers, NO_ANSWERS, type Question } from '#core/question.ts';
import { levelOf } from './area-level.ts';
import { chooseCode, sameName } from './code-choice.ts';
import { columnOf, type Recognition, type RecognizedColumn } from './column-recognition.ts';
import { listHeadings } from './list-headings.ts';
import { isTotalLabel } from './total-label.ts';

/** Where a village stands in a row of text. Absent columns are null. */
interface AreaColumns {
  readonly code: RecognizedColumn | null;
  readonly system: CodeSystem | null;
  readonly name: RecognizedColumn | null;
  readonly district: RecognizedColumn | null;
}

export type RowArea =
  | { readonly kind: 'area'; readonly area: AreaIndex; readonly problems: readonly Problem[] }
  | { readonly kind: 'total'; readonly label: string }
  | { readonly kind: 'refused'; readonly written: string; readonly problem: Problem };

/** Tells which village each row is about. Made once per sheet, because code systems are decided per column. */
export interface AreaReader {
  readonly problems: readonly Problem[];
  readonly questions: readonly Question[];
  nameOf(area: AreaIndex): string;
  /** @param row 0-based row of the sheet. */
  read(row: number): RowArea;
}

export interface AreaContext {
  readonly territory: Territory;
  /** Codes of the other system that the boundaries carry. */
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
  /** The reader's table of equivalents, by decisionKey of #core/area-names.ts or by the code as written. */
  readonly decisions: ReadonlyMap<string, AreaCode>;
  /** District of every row without its own, such as the one that gives the sheet its name; '' or absent for none. */
  readonly districtDefault?: string;
  readonly answers?: Answers;
}

type Rows = readonly (readonly string[])[];
type Where = Readonly<NonNullable<Problem['at']>>;

/** Different names of one sheet for which likenesses are sought: a table of another regency has only unknown ones. */
const SUGGESTED_NAMES = 2_000;
const DISTRICT_ROW = /^(kec|kecamatan)\b/i;

function cellOf(rows: Rows, row: number, column: RecognizedColumn | null): string {
  return column === null ? '' : (rows[row]?.[column.index] ?? '').trim();
}

/** District names by row, carried down where the column is merged: every name written once, above its villages. */
function districtTexts(rows: Rows, column: RecognizedColumn | null, first: number): readonly string[] {
  const texts = rows.map((_, row) => (row < first ? '' : cellOf(rows, row, column)));
  const written = texts.filter((text) => text !== '' && !isTotalLabel(text));
  const merged =
    new Set(written).size === written.length &&
    texts[first] !== '' &&
    written.length * 2 <= texts.length - first;
  if (!merged) return texts;
  let last = '';
  return texts.map((text) => {
    if (text !== '') last = isTotalLabel(text) ? '' : text;
    return last;
  });
}

/** Columns that tell rows of one village apart. */
const DIVIDING: ReadonlySet<string> = new Set(
  'posyandu neighborhood sex age category month quarter semester period'.split(' '),
);

/** Rows without a village that name another posyandu, month or the like, by the row above that they are merged with. */
function mergedRows(
  rows: Rows,
  recognition: Recognition,
  places: readonly (RecognizedColumn | null)[],
): ReadonlyMap<number, number> {
  const dividing = recognition.columns.filter(({ role }) => DIVIDING.has(role));
  const found = new Map<number, number>();
  if (dividing.length === 0) return found;
  let above: number | null = null;
  let seen = new Set<string>();
  for (let row = recognition.dataRow - 1; row < rows.length; row++) {
    const texts = dividing.map((column) => cellOf(rows, row, column));
    const place = places.map((column) => cellOf(rows, row, column)).find((text) => text !== '');
    const key = texts.join('|');
    if (place !== undefined) [above, seen] = [isTotalLabel(place) ? null : row, new Set([key])];
    else if (texts.every((text) => text === '') || texts.some(isTotalLabel) || seen.has(key)) above = null;
    else if (above !== null) {
      found.set(row, above);
      seen.add(key);
    }
  }
  return found;
}

/** How a village is offered as a suggestion: name, district and code. */
function described(territory: Territory, area: AreaIndex): string {
  const village = territory.villages.areas[area];
  const district = territory.districts.areas[territory.districtOf[area] ?? -1];
  return `${village?.name} (${district?.name}, ${village?.code})`;
}

class SheetAreas implements AreaReader {
  readonly problems: readonly Problem[];
  readonly questions: readonly Question[];
  readonly #rows: Rows;
  readonly #headings: ReadonlySet<number>;
  readonly #columns: AreaColumns;
  readonly #districts: readonly string[];
  readonly #codes: TerritoryCodes;
  readonly #names: NameIndex;
  readonly #context: AreaContext;
  readonly #at: Where;
  readonly #matches = new Map<string, NameMatch>();
  /** Rows that belong to the village written above them: its cell is merged over its posyandu, sexes, classes. */
  readonly #above: ReadonlyMap<number, number>;

  constructor(
    rows: Rows,
    recognition: Recognition,
    context: AreaContext,
    at: Where,
    figures: readonly number[],
  ) {
    this.#rows = rows;
    this.#context = context;
    this.#at = at;
    this.#names = nameIndex(context.territory);
    this.#codes = territoryCodes(context.territory, context.alternateCodes);
    const name = columnOf(recognition, 'name');
    const district = columnOf(recognition, 'district') ?? columnOf(recognition, 'districtCode');
    const nameOf = name && ((row: number) => cellOf(rows, row, name));
    const choice = chooseCode(rows, recognition, this.#codes, this.#names, nameOf, at);
    this.#columns = { code: choice.column, system: choice.system, name, district };
    this.#above = mergedRows(rows, recognition, [choice.column, name]);
    const level = levelOf(rows, recognition, this.#names, choice, at, context.answers ?? NO_ANSWERS);
    this.problems = level.problem ? [level.problem] : choice.problems;
    this.questions = level.question ? [level.question] : [];
    const first = recognition.dataRow - 1;
    const texts = districtTexts(rows, district, first);
    const foreign =
      district?.role === 'districtCode' &&
      !texts.some((text) => matchDistricts(this.#names, text).length > 0);
    const headed = district === null ? listHeadings(rows, first, name, this.#names, figures) : null;
    this.#headings = new Set(headed?.headings ?? []);
    const fallback = context.districtDefault ?? '';
    this.#districts = foreign
      ? []
      : (headed?.districts ?? texts).map((text) => (text === '' && district === null ? fallback : text));
  }

  read(row: number): RowArea {
    const from = this.#above.get(row);
    if (from !== undefined) return this.read(from);
    const code = cellOf(this.#rows, row, this.#columns.code);
    const name = cellOf(this.#rows, row, this.#columns.name);
    const total = this.#totalLabel(row, code, name);
    if (total !== null) return { kind: 'total', label: total };
    const written = readCode(code);
    if (this.#columns.code === null || written.kind === 'missing') return this.#byName(row, name);
    const decided = this.#context.decisions.get(decisionKey(code, ''));
    const chosen = decided === undefined ? undefined : this.#context.territory.villages.indexOf.get(decided);
    if (chosen !== undefined) return { kind: 'area', area: chosen, problems: [] };
    if (written.kind === 'damaged' || written.kind === 'upper') {
      return this.#refused(row, code, { code: 'area/code-damaged', severity: 'row' });
    }
    const area = this.#columns.system && this.#codes[this.#columns.system]?.get(written.digits);
    if (area === undefined || area === null) return this.#unknownCode(row, code, name);
    return this.#checkedName(row, area, name);
  }

  nameOf(area: AreaIndex): string {
    return this.#context.territory.villages.areas[area]?.name ?? '';
  }

  #totalLabel(row: number, code: string, name: string): string | null {
    const written = readCode(code);
    if (written.kind === 'dotted' || written.kind === 'digits') return null;
    if (this.#headings.has(row)) return name;
    const district = cellOf(this.#rows, row, this.#columns.district);
    const lead = (this.#rows[row] ?? []).map((cell) => cell.trim()).find((cell) => cell !== '') ?? '';
    const label = [name, district, code, lead].find(
      (text) => isTotalLabel(text) && !this.#names.villages.has(normalizeVillageName(text)),
    );
    if (label !== undefined) return label;
    if (written.kind === 'upper') return name === '' ? code : name;
    if (DISTRICT_ROW.test(name)) return name;
    if (name === '' && code === '' && matchDistricts(this.#names, district).length > 0) return district;
    return this.#upperLabel(name === '' && code === '' ? district : name);
  }

  /** The kabupaten or kota that a row names. */
  #upperLabel(name: string): string | null {
    const bare = (text: string): string =>
      normalizeVillageName(text.replace(/^\s*(?:kab(?:upaten)?|kota|provinsi|prov)\b\.?/i, ''));
    const key = bare(name);
    const whole = key !== '' && key === bare(this.#context.territory.name) && /^\s*(?:kab|kota)/i.test(name);
    const upper = /^\s*(?:kab(?:upaten)?|kota|provinsi|prov)\b/i.test(name);
    if (!upper || this.#names.villages.has(normalizeVillageName(name))) return null;
    if (whole) return name;
    const known = matchDistricts(this.#names, name).length > 0;
    return !known && suggestVillages(this.#names, name, null).length === 0 ? name : null;
  }

  #refused(row: number, written: string, problem: Problem): RowArea {
    const column = (written === '' ? null : this.#columns.code) ?? this.#columns.name ?? this.#columns.code;
    const at = {
      ...this.#at,
      row: row + 1,
      ...(column ? { column: column.header } : {}),
      area: written,
      ...problem.at,
    };
    return { kind: 'refused', written, problem: { ...problem, at } };
  }

  #suggestions(areas: readonly AreaIndex[]): { detail?: Record<string, string> } {
    const [first, ...others] = areas.map((area) => described(this.#context.territory, area));
    if (first === undefined) return {};
    const code = this.#context.territory.villages.areas[areas[0] ?? -1]?.code ?? '';
    return {
      detail: {
        suggestion: first,
        suggestionCode: code,
        ...(others.length > 0 ? { others: others.join('; ') } : {}),
      },
    };
  }

  #match(name: string, district: string): NameMatch {
    const key = decisionKey(name, district);
    const known = this.#matches.get(key);
    if (known) return known;
    const suggest = this.#matches.size < SUGGESTED_NAMES;
    const match = matchVillageName(this.#names, name, district, this.#context.decisions, suggest);
    this.#matches.set(key, match);
    return match;
  }

  #byName(row: number, name: string): RowArea {
    const column = this.#columns.name?.header;
    const at = column === undefined ? {} : { column };
    const district = this.#districts[row] ?? '';
    const match = this.#match(name, district);
    if (match.kind === 'decided') return { kind: 'area', area: match.area, problems: [] };
    if (match.kind === 'exact') {
      return {
        kind: 'area',
        area: match.area,
        problems: match.variant ? [this.#variant(row, name, match.area)] : [],
      };
    }
    const taken = this.#byParts(name, district);
    if (taken !== null) return { kind: 'area', area: taken, problems: [this.#variant(row, name, taken)] };
    const key = { decision: decisionKey(name, district) };
    const code = match.kind === 'ambiguous' ? 'area/ambiguous-name' : 'area/unknown-name';
    const { detail } = this.#suggestions(match.candidates);
    return this.#refused(row, name, { code, severity: 'row', at, detail: { ...detail, ...key } });
  }

  /** The village of a cell that says more than its name, where all that it says agrees. */
  #byParts(written: string, district: string): AreaIndex | null {
    const parts = writtenParts(written);
    if (parts === null) return null;
    const beside = parts.district !== '' && matchDistricts(this.#names, parts.district).length > 0;
    if (parts.district !== '' && !beside) return null;
    const match = this.#match(parts.name, beside ? parts.district : district);
    if (match.kind !== 'exact') return null;
    const [own = -1, row] = [
      this.#context.territory.districtOf[match.area],
      matchDistricts(this.#names, district),
    ];
    if (row.length > 0 && !row.includes(own)) return null;
    if (parts.digits === '') return match.area;
    const code = readCode(parts.digits);
    const systems = code.kind === 'dotted' ? (['kemendagri'] as const) : (['kemendagri', 'bps'] as const);
    const agrees =
      'digits' in code && systems.some((system) => this.#codes[system]?.get(code.digits) === match.area);
    return agrees ? match.area : null;
  }

  #variant(row: number, name: string, area: AreaIndex): Problem {
    const official = this.#context.territory.villages.areas[area]?.name ?? '';
    const column = this.#columns.name?.header;
    const at = { ...this.#at, row: row + 1, ...(column === undefined ? {} : { column }), area: name };
    return { code: 'area/name-variant', severity: 'note', at, detail: { official } };
  }

  #unknownCode(row: number, code: string, name: string): RowArea {
    const district = this.#districts[row] ?? '';
    const match = this.#match(name, district);
    const candidates = match.kind === 'exact' || match.kind === 'decided' ? [match.area] : [];
    const detail = { ...this.#suggestions(candidates).detail, decision: decisionKey(code, '') };
    return this.#refused(row, code, { code: 'area/unknown-code', severity: 'row', detail });
  }

  /** The code counts. A name that belongs to another village contradicts it; one that resembles nothing is a warning. */
  /** The district that a row writes, and that of its code, where they are two of the territory's. */
  #otherDistrict(row: number, area: AreaIndex): { readonly district: string; readonly own: string } | null {
    const district = this.#districts[row] ?? '';
    const meant = district === '' ? [] : matchDistricts(this.#names, district);
    const own = this.#context.territory.districtOf[area] ?? -1;
    if (meant.length === 0 || meant.includes(own)) return null;
    return { district, own: this.#context.territory.districts.areas[own]?.name ?? '' };
  }

  #checkedName(row: number, area: AreaIndex, name: string): RowArea {
    const key = normalizeVillageName(name);
    const official = this.#context.territory.villages.areas[area];
    const detail = { official: official?.name ?? '', code: official?.code ?? '' };
    const elsewhere = this.#otherDistrict(row, area);
    if (key !== '' && sameName(this.#names, name, area)) {
      const at = { ...this.#at, row: row + 1, area: name };
      const warning: Problem = {
        code: 'area/district-contradicts-code',
        severity: 'warning',
        at,
        detail: { ...detail, ...elsewhere },
      };
      return { kind: 'area', area, problems: elsewhere ? [warning] : [] };
    }
    if (elsewhere) {
      const written = name === '' ? detail.code : name;
      const all = { ...detail, ...elsewhere };
      return this.#refused(row, written, {
        code: 'area/district-contradicts-code',
        severity: 'row',
        detail: all,
      });
    }
    if (key === '') return { kind: 'area', area, problems: [] };
    if (this.#names.villages.has(key)) {
      return this.#refused(row, name, { code: 'area/name-contradicts-code', severity: 'row', detail });
    }
    if (suggestVillages(this.#names, name, null).includes(area)) {
      return { kind: 'area', area, problems: [this.#variant(row, name, area)] };
    }
    const at = { ...this.#at, row: row + 1, area: name };
    return {
      kind: 'area',
      area,
      problems: [{ code: 'area/name-contradicts-code', severity: 'warning', at, detail }],
    };
  }
}

export function areaReader(
  rows: Rows,
  recognition: Recognition,
  context: AreaContext,
  at: Where,
  figures: readonly number[] = [],
): AreaReader {
  return new SheetAreas(rows, recognition, context, at, figures);
}

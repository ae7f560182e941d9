import type { AreaCode, AreaIndex, Territory } from '#core/area.ts';
import {
  type CodeSystem,
  decideCodeSystem,
  readCode,
  type TerritoryCodes,
  territoryCodes,
} from '#core/area-codes.ts';
import {
  decisionKey,
  matchDistricts,
  matchVillageName,
  type NameIndex,
  nameIndex,
  normalizeVillageName,
} from '#core/area-names.ts';
import type { AreaAnswer, WaitingName } from '#core/preparation-report.ts';

/** Where a row is. `waiting`: nobody knows until the reader answers for its key. */
export type Placement =
  | { readonly kind: 'area'; readonly area: AreaIndex }
  | { readonly kind: 'outside' }
  | { readonly kind: 'waiting'; readonly key: string };

/** What a table writes of one place. */
export interface WrittenPlace {
  readonly village: string;
  readonly district: string;
  readonly code: string;
  readonly posyandu: string;
  readonly puskesmas: string;
}

const WAITING_MOST = 5_000;

/** Posyandu that lie in one village each, by puskesmas and name, from a list that the office opened. */
export type PosyanduPlaces = ReadonlyMap<string, AreaIndex | null>;

export function posyanduKey(puskesmas: string, posyandu: string): string {
  const name = (text: string): string =>
    normalizeVillageName(text.replace(/^\s*(?:posyandu|puskesmas|pkm)\b\.?/i, ''));
  return name(posyandu) === '' ? '' : `${name(puskesmas)}|${name(posyandu)}`;
}

/**
 * Finds the area of every row: by its code, else by its name within its kecamatan, else by its posyandu; never by
 * likeness. What is left waits for the reader's answer.
 */
export class AreaDoctor {
  readonly #territory: Territory;
  readonly #names: NameIndex;
  readonly #codes: TerritoryCodes;
  readonly #answers: ReadonlyMap<string, AreaAnswer>;
  readonly #decisions: ReadonlyMap<string, AreaCode>;
  readonly #placed = new Map<string, Placement>();
  readonly #waiting = new Map<string, WaitingName>();
  #posyandu: PosyanduPlaces = new Map();

  constructor(
    territory: Territory,
    alternateCodes: ReadonlyMap<string, AreaIndex> | null,
    answers: ReadonlyMap<string, AreaAnswer>,
  ) {
    this.#territory = territory;
    this.#names = nameIndex(territory);
    this.#codes = territoryCodes(territory, alternateCodes);
    this.#answers = answers;
    const decided = [...answers].filter((entry): entry is [string, AreaCode] => entry[1] !== 'outside');
    this.#decisions = new Map(decided);
  }

  /** Of each puskesmas and posyandu its village; null where a list names several. */
  placePosyandu(places: PosyanduPlaces): void {
    this.#posyandu = places;
    this.#placed.clear();
  }

  /** Names still without an answer. */
  get waiting(): ReadonlyMap<string, WaitingName> {
    return this.#waiting;
  }

  /** The system of a column of codes, by all of them and the names beside them; null where it has none or is undecided. */
  systemOf(
    codes: readonly string[],
    villages: readonly string[],
    districts: readonly string[],
  ): CodeSystem | null {
    const agrees = (row: number, area: AreaIndex): boolean | null => {
      const key = normalizeVillageName(villages[row] ?? '');
      return key === '' ? null : key === this.#names.keys[area];
    };
    const lies = (row: number, area: AreaIndex): boolean | null => {
      const meant = matchDistricts(this.#names, districts[row] ?? '');
      return meant.length === 0 ? null : meant.includes(this.#territory.districtOf[area] ?? -1);
    };
    const seen = new Map<string, number>();
    codes.forEach((code, row) => {
      if (!seen.has(code)) seen.set(code, row);
    });
    const rows = [...seen.values()];
    return decideCodeSystem(
      [...seen.keys()],
      this.#codes,
      (at, area) => agrees(rows[at] ?? 0, area),
      (at, area) => lies(rows[at] ?? 0, area),
    ).system;
  }

  place(written: WrittenPlace, system: CodeSystem | null): Placement {
    const { village, district, code, posyandu, puskesmas } = written;
    const memo = `${system}|${code}|${district}|${village}|${village === '' ? `${puskesmas}|${posyandu}` : ''}`;
    const known = this.#placed.get(memo);
    if (known !== undefined) return known;
    const found = this.#find(written, system);
    this.#placed.set(memo, found);
    return found;
  }

  #find(written: WrittenPlace, system: CodeSystem | null): Placement {
    const read = readCode(written.code);
    if (read.kind === 'dotted' || read.kind === 'digits') {
      const byCode = this.#byCode(written, read.kind === 'dotted' ? 'kemendagri' : system, read.digits);
      if (byCode !== null) return byCode;
    }
    return this.#byName(written);
  }

  /** Null where the code says nothing and the name has to. */
  #byCode(written: WrittenPlace, system: CodeSystem | null, digits: string): Placement | null {
    const answered = this.#answered(decisionKey(written.code, ''));
    if (answered !== null) return answered;
    const area = system === null ? undefined : this.#codes[system]?.get(digits);
    if (area === undefined) {
      const regencies = this.#territory.villages.areas.map((one) => one.code.replace(/\D/g, '').slice(0, 4));
      const foreign = system === 'kemendagri' && !regencies.includes(digits.slice(0, 4));
      return foreign ? { kind: 'outside' } : null;
    }
    const key = normalizeVillageName(written.village);
    const contradicts = key !== '' && key !== this.#names.keys[area] && this.#names.villages.has(key);
    return contradicts ? this.#wait(decisionKey(written.code, ''), written, [area]) : { kind: 'area', area };
  }

  #answered(key: string): Placement | null {
    const answer = this.#answers.get(key);
    if (answer === undefined) return null;
    if (answer === 'outside') return { kind: 'outside' };
    const area = this.#territory.villages.indexOf.get(answer);
    return area === undefined ? null : { kind: 'area', area };
  }

  #byName(written: WrittenPlace): Placement {
    const { village, district } = written;
    const key = decisionKey(village, district);
    const answered =
      village === '' ? null : (this.#answered(key) ?? this.#answered(decisionKey(village, '')));
    if (answered !== null) return answered;
    if (village === '') return this.#byPosyandu(written);
    const match = matchVillageName(this.#names, village, district, this.#decisions);
    if (match.kind === 'exact' || match.kind === 'decided') return { kind: 'area', area: match.area };
    return this.#wait(key, written, match.candidates);
  }

  #byPosyandu(written: WrittenPlace): Placement {
    const { puskesmas, posyandu, district } = written;
    const own = posyanduKey(puskesmas, posyandu);
    const area = own === '' ? undefined : this.#posyandu.get(own);
    if (area !== undefined && area !== null) return { kind: 'area', area };
    const key = decisionKey(
      `[${posyandu === '' ? 'kosong' : `posyandu ${posyandu}`}]`,
      puskesmas || district,
    );
    return this.#answered(key) ?? this.#wait(key, { ...written, village: '' }, []);
  }

  #wait(key: string, { village, district }: WrittenPlace, candidates: readonly AreaIndex[]): Placement {
    if (!this.#waiting.has(key) && this.#waiting.size < WAITING_MOST) {
      const codes = candidates.flatMap((area) => this.#territory.villages.areas[area]?.code ?? []);
      this.#waiting.set(key, { key, village, district, candidates: codes });
    }
    return { kind: 'waiting', key };
  }
}

import type { Geography, Territory } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import { coverageRate } from '#core/coverage.ts';
import type { RankingSection } from './ranking-rows.ts';

export const RANKING_KEYS = [
  'rank',
  'name',
  'district',
  'numerator',
  'denominator',
  'value',
  'added',
  'measured',
  'target',
  'coverage',
  'code',
  'class',
] as const;
export type RankingKey = (typeof RANKING_KEYS)[number];

export interface RankingOrder {
  readonly key: RankingKey;
  readonly descending: boolean;
}

/** Names of a geography, made comparable and searchable on first use. */
export interface AreaNames {
  /** 1 by position where every word of the query is in the name, the district or the code; null: everything. */
  readonly matching: (query: string) => Uint8Array | null;
  /** Place of each area in the order of names, of districts and of codes. */
  readonly placeOf: (key: 'name' | 'district' | 'code') => Float64Array;
}

/** Lower case without marks: 'Nunbaun Délha' and 'nunbaun delha' are the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Equal texts share a place. */
function placesOf(texts: readonly string[]): Float64Array {
  const sorted = [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(sorted.map((text, k) => [text, k]));
  return Float64Array.from(texts, (text) => place.get(text) ?? Number.NaN);
}

export function createAreaNames(geography: Geography, territory: Territory): AreaNames {
  const { areas, level } = geography;
  const names = once(() => areas.map((area) => foldText(area.name)));
  const districts = once(() => {
    const folded = territory.districts.areas.map((area) => foldText(area.name));
    return level === 'district' ? folded : Array.from(territory.districtOf, (d) => folded[d] ?? '');
  });
  const texts = once(() =>
    areas.map(({ code }, i) => `${names()[i]}\n${districts()[i]}\n${code}\n${code.replaceAll('.', '')}`),
  );
  const places = {
    name: once(() => placesOf(names())),
    district: once(() => placesOf(districts())),
    code: once(() => placesOf(areas.map(({ code }) => code))),
  };
  return {
    matching: (query) => {
      const words = foldText(query).split(/\s+/).filter(Boolean);
      if (words.length === 0) return null;
      return Uint8Array.from(texts(), (text) => (words.every((word) => text.includes(word)) ? 1 : 0));
    },
    placeOf: (key) => places[key](),
  };
}

/** What the column that a question adds sorts by. */
export type AddedKeys = (added: unknown) => ArrayLike<number>;

/** What a section is sorted by, as one number by position; NaN where there is nothing to sort by. */
function sortColumn(
  section: RankingSection,
  key: RankingKey,
  names: AreaNames,
  keysOf: AddedKeys,
): ArrayLike<number> {
  const { measure, measured, target, classOf } = section;
  const { table, status } = measure;
  const counted = (values: Float64Array) =>
    values.map((value, i) => (status[i] === CellStatus.noDenominator ? Number.NaN : value));
  switch (key) {
    case 'name':
    case 'district':
    case 'code':
      return names.placeOf(key);
    case 'rank':
      return Float64Array.from(measure.rank, (rank) => (rank === 0 ? Number.NaN : rank));
    case 'numerator':
      return counted(table.numerator);
    case 'denominator':
      return counted(table.denominator);
    case 'value':
      return measure.value;
    case 'added':
      return keysOf(section.added);
    case 'measured':
      return measured;
    case 'target':
      return target;
    case 'coverage':
      return measured.map((d, i) => coverageRate(d, target[i] ?? Number.NaN));
    case 'class':
      return Float64Array.from(classOf, (k) => (k === NO_CLASS ? Number.NaN : k));
  }
}

function rankOrLast(rank: number | undefined): number {
  return rank === undefined || rank === 0 ? 2 ** 32 : rank;
}

/**
 * Positions of a section in the order asked for, what has no value always last; then by rank, by status, as given.
 * `matching` keeps only what is 1.
 */
export function orderRows(
  section: RankingSection,
  order: RankingOrder,
  names: AreaNames,
  matching: Uint8Array | null = null,
  keysOf: AddedKeys = () => [],
): Uint32Array {
  const by = sortColumn(section, order.key, names, keysOf);
  const { rank, status } = section.measure;
  const sign = order.descending ? -1 : 1;
  const rows = matching ? section.kept.filter((i) => matching[i] === 1) : section.kept.slice();
  return rows.sort((a, b) => {
    const first = by[a] ?? Number.NaN;
    const second = by[b] ?? Number.NaN;
    if (first !== second) {
      if (Number.isNaN(second)) {
        if (!Number.isNaN(first)) return -1;
      } else return Number.isNaN(first) ? 1 : sign * (first - second);
    }
    const ranked = rankOrLast(rank[a]) - rankOrLast(rank[b]);
    if (ranked !== 0) return ranked;
    const stated = (status[b] ?? 0) - (status[a] ?? 0);
    return stated === 0 ? a - b : stated;
  });
}

/** Whether the larger numbers of a column are looked for first. */
export function startsDescending(key: RankingKey): boolean {
  return !['rank', 'name', 'district', 'code'].includes(key);
}

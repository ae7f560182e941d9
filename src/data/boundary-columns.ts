import { identityNumberIn } from '#core/identity-number.ts';
import { columnLetter, findPersonalData, personalProblems } from '#core/personal-data.ts';
import type { Problem } from '#core/problem.ts';
import type { RawFeature } from './geojson-text.ts';

/** Property values by feature, '' where a feature has none. */
export type PropertyColumns = ReadonlyMap<string, readonly string[]>;

const CODE_AND_NAME = /^\s*(\d{10}|\d{2}\.\d{1,2}\.\d{1,2}\.\d{4})\s*[-_:,|]?\s+?(\p{L}.*)$/u;

/** Codes and names written into one text ('5371011001 Namosain') as properties of their own. */
export function withSplitTexts(columns: PropertyColumns): PropertyColumns {
  const split = new Map(columns);
  for (const [key, values] of columns) {
    const filled = values.filter((value) => value.trim() !== '');
    const parts = values.map((value) => CODE_AND_NAME.exec(value));
    const both = parts.filter((part) => part !== null).length;
    if (both === 0 || both < 0.9 * filled.length) continue;
    split.delete(key);
    split.set(
      `${key} (kode)`,
      parts.map((part) => part?.[1] ?? ''),
    );
    split.set(
      key,
      parts.map((part, k) => part?.[2]?.trim() ?? values[k] ?? ''),
    );
  }
  return split;
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
  const found = findPersonalData({ header, rows: table }, { rowShape: false });
  const problems = personalProblems(found, {}).map((problem) => {
    // Properties have no letters: they are named, unless their name is itself a number of somebody.
    const lettered = header.find((key, k) => columnLetter(k) === problem.at?.column && !/\d{6}/.test(key));
    return lettered === undefined ? problem : { ...problem, at: { ...problem.at, column: lettered } };
  });
  if (identityNumberIn(rest)?.form !== 'whole') return problems;
  return [...problems, { code: 'personal/identifier', severity: 'error', detail: { count: 1 } }];
}

/** A property's name in lower case, letters and digits only. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');

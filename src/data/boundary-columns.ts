import { identityNumberIn } from '#core/identity-number.ts';
import { findPersonalData, personalProblems } from '#core/personal-data.ts';
import type { Problem } from '#core/problem.ts';
import type { RawFeature } from './geojson-text.ts';

/** Property values by feature, '' where a feature has none. */
export type PropertyColumns = ReadonlyMap<string, readonly string[]>;

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

/** A property's name in lower case, letters and digits only. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');

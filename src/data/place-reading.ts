import type { MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from '#core/area.ts';
import type { ServiceKind } from '#core/places.ts';
import type { Problem, ProblemCode } from '#core/problem.ts';

/** A place or a zone as a file gives it. */
export interface PlaceRow<Shape> {
  /** 1-based, as the spreadsheet or the list of features counts it. */
  readonly row: number;
  /** '' where there is none. */
  readonly name: string;
  /** null: the reader has to say. */
  readonly kind: ServiceKind | null;
  readonly shape: Shape;
}

/** What a file of services holds; of its columns nothing but name, kind and place is kept. */
export type PlaceReading = {
  /** Headers that were taken for name and kind, null where there is none. */
  readonly columns: { readonly name: string | null; readonly kind: string | null };
} & (
  | { readonly form: 'points'; readonly rows: readonly PlaceRow<LonLat>[] }
  | { readonly form: 'zones'; readonly rows: readonly PlaceRow<Polygon | MultiPolygon>[] }
);

/** A list of places as far as it says what they are. */
export interface PlaceList {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of name and kind, 0-based; null where there is none. */
  readonly name: number | null;
  readonly kind: number | null;
}

/** So many rows of one fault are named one by one; the rest are counted. */
const LISTED = 50;
const SEVERITIES: Readonly<Partial<Record<ProblemCode, Problem['severity']>>> = {
  'places/swapped': 'warning',
  'places/without-name': 'note',
};

/** Faults of single rows, collected by kind. */
export function createRowFaults(at: NonNullable<Problem['at']> = {}) {
  const rows = new Map<ProblemCode, number[]>();
  return {
    add(code: ProblemCode, row: number): void {
      const known = rows.get(code);
      if (known) known.push(row);
      else rows.set(code, [row]);
    },
    problems(): readonly Problem[] {
      return [...rows].flatMap(([code, found]): readonly Problem[] => {
        const severity = SEVERITIES[code] ?? 'row';
        // What is read all the same is said once.
        if (severity !== 'row')
          return [{ code, severity, at: { ...at, row: found[0]! }, detail: { count: found.length } }];
        const listed = found.slice(0, LISTED).map((row): Problem => ({ code, severity, at: { ...at, row } }));
        const more = found.length - listed.length;
        return more > 0 ? [...listed, { code, severity, at, detail: { count: more } }] : listed;
      });
    },
  };
}
export type RowFaults = ReturnType<typeof createRowFaults>;

/** Rows without those that name the same service at the same place again, which are a fault each. */
export function withoutDoubles(
  rows: readonly PlaceRow<LonLat>[],
  faults: RowFaults,
): readonly PlaceRow<LonLat>[] {
  const seen = new Set<string>();
  return rows.filter(({ row, name, kind, shape: [x, y] }) => {
    const key = [kind, name.toLowerCase(), x.toFixed(5), y.toFixed(5)].join('\u0001');
    if (!seen.has(key)) return Boolean(seen.add(key));
    faults.add('places/duplicate', row);
    return false;
  });
}

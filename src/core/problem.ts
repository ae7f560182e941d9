/**
 * Something a reader can act on. Plain data, because it crosses threads: an Error loses its class and fields there.
 * `detail` never holds a value of a column that may identify a person.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** error: the file is refused. row: the row is set aside. warning: loaded, but look. note: for information. */
  readonly severity: 'error' | 'row' | 'warning' | 'note';
  readonly at?: {
    readonly file?: string;
    readonly sheet?: string;
    /** 1-based, as a spreadsheet counts it. */
    readonly row?: number;
    /** Header text of the column, or its letter where it has none. */
    readonly column?: string;
    /** Name or code of the area meant. */
    readonly area?: string;
    readonly period?: string;
  };
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  | 'file/other-areas'
  | 'file/empty'
  | 'file/unrecognized'
  | 'file/too-large'
  | 'file/truncated'
  | 'file/wrong-type'
  | 'file/encrypted-or-old'
  | 'file/encoding-guessed'
  | 'file/zip-bomb'
  | 'file/unsafe-xml'
  | 'file/unsafe-path'
  | 'file/timeout'
  | 'file/unreadable'
  | 'json/invalid'
  | 'json/too-deep'
  | 'geojson/not-a-collection'
  | 'geojson/projected'
  | 'geojson/swapped-axes'
  | 'geojson/outside-indonesia'
  | 'geojson/not-finite'
  | 'geojson/not-a-polygon'
  | 'geojson/ring-unclosed'
  | 'geojson/simplified'
  | 'geojson/no-code-property'
  | 'geojson/duplicate-code'
  | 'geojson/no-district'
  | 'link/unreadable'
  | 'link/other-version'
  | 'link/other-data'
  | 'link/left-out'
  | 'places/household-column'
  | 'places/address-left-out'
  | 'places/no-coordinates'
  | 'places/outside-indonesia'
  | 'places/outside-territory'
  | 'places/other-geometry'
  | 'places/duplicate'
  | 'places/swapped'
  | 'places/without-name'
  | 'places/sheet-ignored'
  | 'places/too-many'
  | 'parquet/truncated'
  | 'parquet/compression'
  | 'parquet/unreadable'
  | 'personal/birth-date'
  | 'personal/contact'
  | 'personal/file-name'
  | 'personal/identifier'
  | 'personal/identifier-damaged'
  | 'personal/identifier-masked'
  | 'personal/named-column'
  | 'personal/one-row-per-household'
  | 'personal/one-row-per-person'
  | 'header/not-first-row'
  | 'header/missing'
  | 'header/duplicate'
  | 'column/missing'
  | 'column/ignored'
  | 'column/number-format-guessed'
  | 'column/undivided'
  | 'column/unknown'
  | 'column/taken'
  | 'column/qualified'
  | 'column/other-unit'
  | 'column/asked'
  | 'area/unknown-code'
  | 'area/unknown-name'
  | 'area/ambiguous-name'
  | 'area/code-damaged'
  | 'area/code-pairs'
  | 'area/code-system-absent'
  | 'area/code-system-undecided'
  | 'area/name-contradicts-code'
  | 'area/name-variant'
  | 'area/missing'
  | 'area/other-level'
  | 'row/duplicate'
  | 'row/empty'
  | 'row/none'
  | 'sheet/not-a-table'
  | 'unit/not-on-map'
  | 'row/ragged'
  | 'row/sheets-differ'
  | 'row/total'
  | 'row/total-differs'
  | 'row/part-missing'
  | 'row/summed'
  | 'row/width'
  | 'row/whole-preferred'
  | 'period/unreadable'
  | 'period/missing'
  | 'period/assumed'
  | 'period/out-of-range'
  | 'period/month-first'
  | 'period/day-first'
  | 'period/by-cells'
  | 'number/unreadable'
  | 'number/negative'
  | 'number/fraction'
  | 'number/ambiguous'
  | 'number/formula'
  | 'number/missing'
  | 'number/footnote'
  | 'count/parts-differ-from-total'
  | 'count/affected-exceeds-measured'
  | 'count/measured-exceeds-target'
  | 'count/stated-percent-differs'
  | 'count/zero-over-zero'
  | 'count/from-percent'
  | 'count/from-complement'
  | 'count/denominator-lent'
  | 'count/measured-from-parts'
  | 'package/manifest-missing'
  | 'package/manifest-invalid'
  | 'package/schema-unknown'
  | 'package/file-missing'
  | 'package/file-ignored'
  | 'package/cell-unknown-area'
  | 'package/cell-unknown-period'
  | 'package/cell-unknown-class'
  | 'package/cell-unknown-table'
  | 'package/cell-duplicate'
  | 'package/cell-hidden'
  | 'package/cell-negative'
  | 'package/cell-not-rounded'
  | 'package/cells-differ-from-measured'
  | 'package/measured-without-report'
  | 'package/below-minimum-cell';

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Stops on a programming error: never for bad input, which is a Problem. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}

/** A sheet as the file holds it: text only, nothing interpreted. */
export interface RawSheet {
  /** Sheet name, or '' for a delimited text file. */
  readonly name: string;
  /** Rows as the spreadsheet counts them: rows[0] is row 1. Short rows are allowed; a missing cell is ''. */
  readonly rows: readonly (readonly string[])[];
  /** True where every cell was stored as text (CSV); false where the workbook knew numbers and dates. */
  readonly textOnly: boolean;
  /** True where day numbers count from 1904 on. */
  readonly date1904?: boolean;
  /** Rows of the file from which rows of a rearranged sheet were made, 1-based; absent where they are the same. */
  readonly origins?: readonly (readonly number[])[];
  /** How many cells those rows had, by row of the rearranged sheet; the header's row has what all of them should have. */
  readonly cellCounts?: readonly number[];
  /** True for a sheet the workbook does not show; it is scanned for personal data and not offered. */
  readonly hidden?: boolean;
}

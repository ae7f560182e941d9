/** An area of the picture that a drawing leaves out, and its status. */
export interface Absentee {
  readonly index: number;
  readonly status: number;
}

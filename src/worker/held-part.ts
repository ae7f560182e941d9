/** A file of the program that is kept on the machine. */
export interface HeldPart {
  /** From the folder of the page; empty for the page itself. */
  readonly path: string;
  /** As `integrity` of a request: what came is what was built. */
  readonly integrity: string;
}

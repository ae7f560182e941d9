/** One line of a name over a map: middle and baseline in CSS px from the map's top left corner. */
export interface MapName {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  /** Between letters, in parts of the size. */
  readonly spacing: number;
}

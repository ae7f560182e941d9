/** A disc at an area, with its number, a sign or both, in the lengths of the names. */
export interface MapDisc {
  /** Empty: no number. */
  readonly text: string;
  /** Middle of the text. */
  readonly textX: number;
  /** A path to be filled with the ink. */
  readonly sign: string | null;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly radius: number;
  /** Of the type. */
  readonly size: number;
  readonly fill: string;
  readonly ink: string;
}

export const DISC_EDGE = '#ffffff';

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

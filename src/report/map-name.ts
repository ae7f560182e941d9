/** The number of an area on a dark disc, in the lengths of the names. */
export interface MapDisc {
  readonly text: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly radius: number;
  /** Of the type. */
  readonly size: number;
}

export const DISC_FILL = '#1f1f1c';
export const DISC_INK = '#ffffff';

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

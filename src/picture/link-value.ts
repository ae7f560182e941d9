/** A view as text, and the data it is for; null where it does not say. */
export interface Link {
  readonly text: string;
  readonly data: string | null;
  /** The panel that is open beside the map; absent where it does not say. */
  readonly panel?: string | null;
}

/** A view as text, and the data it is for; null where it does not say. */
export interface Link {
  readonly text: string;
  readonly data: string | null;
}

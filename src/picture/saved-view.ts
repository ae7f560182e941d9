import type { Link } from './link-value.ts';

/** A view under a title. A link, so that it is checked against the data whenever it is shown. */
export interface SavedView extends Link {
  readonly id: number;
  readonly title: string;
  readonly data: string;
}
